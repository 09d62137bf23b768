package briefing

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
)

// What every package of Office begins with (ECMA-376, part 2).
const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office        = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	drawingML     = `http://schemas.openxmlformats.org/drawingml/2006/`
	relationsHead = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + "\n"
	typesHead     = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="svg" ContentType="image/svg+xml"/>
`
)

// packageLevel is how hard the parts of a file are compressed, from 1 to 9; the
// usual is 6.
const packageLevel = 5

// writePackage writes a zip file whose first entry names the types of the
// others; its times are fixed.
func writePackage(w io.Writer, parts map[string]string) error {
	z := zip.NewWriter(w)
	press, err := flate.NewWriter(nil, packageLevel) // one for all parts, since each takes a megabyte
	if err != nil {
		return err
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		press.Reset(w)
		return press, nil
	})
	for _, name := range slices.Sorted(maps.Keys(parts)) { // "[Content_Types].xml" comes first
		method := zip.Deflate
		if strings.HasSuffix(name, ".png") {
			method = zip.Store // it is compressed in itself
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: fixedDate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, parts[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

// emu are the English Metric Units of DrawingML: 12700 to the point.
func emu(points float64) int { return int(math.Round(12700 * points)) }

// packageLinks says which parts the package begins with: its main part and its properties.
func packageLinks(main string) string {
	return relationsHead + `<Relationship Id="rId1" Type="` + office + `/officeDocument" Target="` + main + `"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="` + office + `/extended-properties" Target="docProps/app.xml"/>
</Relationships>
`
}

const appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>thematic</Application></Properties>
`

func coreProperties(title, subject, description string) string {
	date := fixedDate.Format(time.RFC3339)
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + attribute(title) + `</dc:title><dc:subject>` + attribute(subject) + `</dc:subject>` +
		`<dc:description>` + attribute(description) + `</dc:description><dc:language>en-GB</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + date + `</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">` + date + `</dcterms:modified></cp:coreProperties>` + "\n"
}

// svgBeside names the SVG that programs draw instead of the PNG where they can
// (Microsoft, [MS-ODRAWXML] 2.3.3).
const svgBeside = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
	`<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst>`

// attribute escapes a text for an attribute or element.
func attribute(s string) string {
	var out strings.Builder
	// EscapeText fails only when the writer does, and a builder never does.
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}

// relation is a part that another refers to.
type relation struct{ kind, target string }

// relations lists what a part refers to, as rId1, rId2 and so on.
func relations(list ...relation) string {
	var s strings.Builder
	s.WriteString(relationsHead)
	for i, r := range list {
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`+"\n", i+1, office, r.kind, r.target)
	}
	s.WriteString("</Relationships>\n")
	return s.String()
}

// fixedDate stands for the date of every file: the bytes depend on content
// alone.
var fixedDate = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
