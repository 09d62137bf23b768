package briefing

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// colourContrast is that of a colour on another, both as six hexadecimal digits (WCAG 2.2).
func colourContrast(t *testing.T, text, ground string) float64 {
	t.Helper()
	light := func(hex string) float64 {
		l := 0.0
		for i, weight := range []float64{.2126, .7152, .0722} {
			v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatalf("%q is no colour", hex)
			}
			c := float64(v) / 255
			if c <= .04045 {
				l += weight * c / 12.92
			} else {
				l += weight * math.Pow((c+.055)/1.055, 2.4)
			}
		}
		return l
	}
	a, b := light(text), light(ground)
	return (max(a, b) + .05) / (min(a, b) + .05)
}

// TestDOCXIsAccessible walks what programs that read aloud go by: the language, the
// headings in their order, the words for each picture, what heads a table.
func TestDOCXIsAccessible(t *testing.T) {
	b := New(smallResult(t), options())
	parts, _ := opened(t, written(t, func(w *bytes.Buffer) error { return b.DOCX(w) }))
	for _, want := range []string{"<dc:title>" + b.Title + "</dc:title>", "<dc:language>en-GB</dc:language>"} {
		if !strings.Contains(parts["docProps/core.xml"], want) {
			t.Errorf("the properties do not say %s", want)
		}
	}
	var headings []string
	described, empty, firstRow := 0, false, false
	decoder := xml.NewDecoder(strings.NewReader(parts["word/document.xml"]))
	for token, err := decoder.Token(); err == nil; token, err = decoder.Token() {
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				empty = true
			case "r", "fldSimple":
				empty = false
			case "pStyle":
				if name, ok := strings.CutPrefix(value(e, "val"), "Heading"); ok {
					headings = append(headings, name)
				}
			case "docPr", "cNvPr":
				if value(e, "descr") == "" {
					t.Errorf("%s has no words for what it shows", value(e, "name"))
				}
				described++
			case "tbl":
				firstRow = true
			case "tblLook":
				if value(e, "firstRow") != "1" || value(e, "firstColumn") != "1" || value(e, "val") != "06A0" {
					t.Errorf("a table is said to be headed so: %v", e.Attr)
				}
			case "tblHeader":
				if !firstRow {
					t.Error("a row that is not the first heads a table")
				}
				firstRow = false
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "p":
				if empty {
					t.Error("an empty paragraph stands for space")
				}
			case "tr":
				if firstRow {
					t.Error("the first row of a table does not stand again on the next sheet")
				}
			}
		}
	}
	if described != 4 { // two pictures, each told of twice
		t.Errorf("%d pictures are described", described)
	}
	if len(headings) < 2 || headings[0] != "1" || slices.ContainsFunc(headings[1:], func(h string) bool { return h != "2" }) {
		t.Errorf("the headings have the levels %q", headings)
	}
	each(t, "styles", parts["word/styles.xml"], func(e xml.StartElement) {
		if e.Name.Local == "color" {
			for _, ground := range []string{"FFFFFF", tint.hex()} {
				if c := colourContrast(t, value(e, "val"), ground); c < 4.5 {
					t.Errorf("text of %s on %s has a contrast of %.1f", value(e, "val"), ground, c)
				}
			}
		}
	})
}

// TestSlidesAreAccessible: every slide has a title of its own, which is read before the
// picture, words for the picture, and a language for every text.
func TestSlidesAreAccessible(t *testing.T) {
	d := deck()
	again := d.Slides[0]
	d.Slides = append(d.Slides, again, again, Slide{Figure: Figure{Title: d.Title}})
	parts, _ := opened(t, written(t, func(w *bytes.Buffer) error { return d.PPTX(w) }))
	titles := make(map[string]bool)
	for n := 1; n <= len(d.Slides)+1; n++ {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", n)
		var kinds []string
		title, text := "", ""
		decoder := xml.NewDecoder(strings.NewReader(parts[name]))
		for token, err := decoder.Token(); err == nil; token, err = decoder.Token() {
			switch e := token.(type) {
			case xml.StartElement:
				switch e.Name.Local {
				case "ph":
					kinds = append(kinds, value(e, "type"))
				case "pic":
					kinds = append(kinds, "picture")
				case "cNvPr":
					if value(e, "name") == "Chart" && value(e, "descr") == "" {
						t.Errorf("%s: the chart has no words for what it shows", name)
					}
				case "rPr", "endParaRPr":
					if value(e, "lang") != "en-GB" {
						t.Errorf("%s: a text has the language %q", name, value(e, "lang"))
					}
				}
				text = ""
			case xml.CharData:
				text += string(e)
			case xml.EndElement:
				if e.Name.Local == "t" && title == "" {
					title = text
				}
			}
		}
		if title == "" || titles[title] {
			t.Errorf("%s has the title %q, as a slide before it or none", name, title)
		}
		titles[title] = true
		if len(kinds) == 0 || !strings.HasSuffix(strings.ToLower(kinds[0]), "title") {
			t.Errorf("%s is read in the order %q", name, kinds)
		}
	}
	each(t, "slide master", parts["ppt/slideMasters/slideMaster1.xml"], func(e xml.StartElement) {
		if e.Name.Local == "defRPr" && value(e, "lang") == "" && value(e, "b") == "1" {
			t.Error("what is typed into a title has no language")
		}
	})
}
