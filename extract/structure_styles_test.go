package extract

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// printedStyle is a way in which offices set their reports. HEADER in page stands
// for the running header, the furniture is that of a page in the same words.
type printedStyle struct {
	name, page, css string
	furniture       func(header string, page, pages int) []string
	but             map[string]float64 // floors of measures that fall short of the usual one
}

const printedBase = `@page { size: A4; margin: 25mm 22mm; %s } body { font: 11pt/1.35 serif } h1 { font-size: 22pt; margin: 40mm 0 8mm }
table { border-collapse: collapse; margin: 3mm 0 } td, th { border: 0.5pt solid #888; padding: 1mm 2mm; text-align: left; vertical-align: top }
h2, h3 { break-after: avoid } .num { display: inline-block; width: 11mm; margin-left: -11mm } p:has(> .num) { margin-left: 11mm } %s`

// printedStyles differ in what tells headings from text, in furniture, lists,
// tables and in what parts paragraphs.
var printedStyles = []printedStyle{
	{"capitals and italics", `@top-left { content: "HEADER" } @bottom-center { content: counter(page) }`,
		`h2 { font-size: 11pt; text-transform: uppercase; margin: 6mm 0 2mm } h3 { font: italic 11pt serif; margin: 4mm 0 1mm } p, li { margin: 0 0 2mm }`,
		func(h string, page, _ int) []string { return []string{h, fmt.Sprint(page)} }, nil},
	{"colour and underline", `@top-right { content: "HEADER" } @bottom-right { content: counter(page) " | Page" }`,
		`body { font-family: sans-serif } h2 { font: normal 11pt sans-serif; color: #1f4e79; margin: 6mm 0 2mm } h3 { font: normal 11pt sans-serif; text-decoration: underline; margin: 4mm 0 2mm } p, li { margin: 0 0 2.5mm }`,
		func(h string, page, _ int) []string { return []string{h, fmt.Sprint(page, "page")} }, nil},
	{"indented paragraphs", `@top-center { content: "HEADER" } @bottom-center { content: "- " counter(page) " -" }`,
		`body { text-align: justify } h2 { font-size: 12pt; text-align: center; margin: 8mm 0 3mm } h3 { font-size: 11pt; margin: 3mm 0 1mm } p { margin: 0; text-indent: 6mm } p:has(> .num) { text-indent: 0 } li { margin: 0 }`,
		func(h string, page, _ int) []string { return []string{h, fmt.Sprint(page)} }, nil},
	{"wide lines, bare tables", `@top-right { content: "HEADER" } @bottom-right { content: "Page " counter(page) " of " counter(pages) }`,
		`body { font: 12pt/1.9 sans-serif } h2 { font-size: 12pt; text-decoration: underline; margin: 4mm 0 } h3 { font-size: 12pt; margin: 2mm 0 } p, li { margin: 0 0 3mm } td, th { border: none }`,
		func(h string, page, pages int) []string { return []string{h, fmt.Sprint("page", page, "of", pages)} }, nil},
	{"large headings, dashes", `@top-right { content: "HEADER" } @bottom-left { content: counter(page) }`,
		`body { font: 10pt/1.5 sans-serif } h2 { font: 300 24pt sans-serif; color: #d04; margin: 0 0 8mm; break-before: page } h3 { font: bold 13pt sans-serif; color: #246; margin: 5mm 0 2mm } ul { list-style: "– " } p { margin: 0 0 3mm; max-width: 120mm } td, th { border: none; border-bottom: 1px solid #aaa }`,
		func(h string, page, _ int) []string { return []string{h, fmt.Sprint(page)} }, map[string]float64{"table rows": 0.8}},
}

// TestStructureOfStyles prints fictional reviews in styles other than those of the
// demonstration.
func TestStructureOfStyles(t *testing.T) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("Chromium is not installed")
	}
	if testing.Short() {
		t.Skip("printing takes seconds")
	}
	const least = 0.9 // of every precision and recall
	kinds := readKinds(t)
	for _, style := range printedStyles {
		t.Run(style.name, func(t *testing.T) {
			total := score{}
			for _, name := range []string{"R05", "R08", "R22"} {
				s := readSource(t, "../corpus/demo/source/"+name+".html", kinds)
				text := readReport(t, style.print(t, program, s))
				for i := range text.Pages {
					s.furniture(style.furniture(s.header, i+1, len(text.Pages)), i+1)
				}
				total.compare(t, name, elementsOf(&text, false), s.elements)
			}
			total.hold(t, style.name, least, style.but)
		})
	}
}

// print makes a PDF of a source in the style.
func (p printedStyle) print(t *testing.T, program string, s *source) string {
	t.Helper()
	data, err := os.ReadFile("../corpus/demo/source/" + s.name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	page := strings.ReplaceAll(p.page, "HEADER", html.UnescapeString(s.header))
	styled := strings.Replace(string(data), "</head>", "<style>"+fmt.Sprintf(printedBase, page, p.css)+"</style></head>", 1)
	in, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(in, []byte(styled), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+in).CombinedOutput()
	if err != nil {
		t.Skipf("Chromium printed nothing: %v\n%s", err, said)
	}
	return out
}
