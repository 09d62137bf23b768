package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// baseStyle is what all printed pages share. The header is put in by print.
const baseStyle = `
@page { size: A4; margin: 25mm 22mm; @top-center { content: "%s"; font: 8pt "Liberation Sans"; color: #555 } @bottom-right { content: %s; font: 8pt "Liberation Sans" } }
@page :first { @top-center { content: none } }
body { font: 10.5pt/1.4 "Liberation Sans", sans-serif; hyphens: manual }
h1 { font-size: 20pt; margin: 30mm 0 8mm } h2 { font-size: 14pt; margin: 7mm 0 3mm } h3 { font-size: 11.5pt; margin: 5mm 0 2mm }
h2, h3 { break-after: avoid } p, li { margin: 0 0 2.5mm }
table { border-collapse: collapse; margin: 3mm 0 } td, th { border: 0.5pt solid #888; padding: 1mm 2mm; text-align: left; vertical-align: top }
.num { display: inline-block; width: 11mm; margin-left: -11mm } p:has(> .num) { margin-left: 11mm }
.toc { list-style: none; padding: 0; break-after: page } .toc li { display: flex } .toc i { flex: 1; overflow: hidden; white-space: nowrap; margin: 0 1mm; font-style: normal }
`

// styles are the ways of laying out what a browser prints.
var styles = map[string]string{
	"plain":    `body { font-family: "Liberation Serif", serif; font-size: 11.5pt }`,
	"contents": ``,
	"numbered": `body { font-family: "Carlito", sans-serif; font-size: 11.5pt; text-align: justify } h2 { color: #1f3864 } h3 { color: #1f3864 }`,
	"columns":  `h2 ~ * { } main { columns: 2; column-gap: 8mm; hyphens: auto; text-align: justify; font-size: 10pt } h2, table { break-inside: avoid }`,
	"leaflet":  `body { font-size: 13pt } h1 { margin-top: 0; color: #00695c } h2 { color: #00695c }`,
}

// browser prints the page from Chromium in the named style.
func browser(style string) func(builder, document, string) error {
	return func(b builder, page document, path string) error {
		body := page.body
		switch style {
		case "contents", "numbered":
			return b.printWithContents(page, style, path)
		case "columns":
			cut := coverEnd(body)
			body = body[:cut] + "<main>" + body[cut:] + "</main>"
		}
		return b.print(page, style, body, path)
	}
}

func (b builder) print(page document, style, body, path string) error {
	number := `"Page " counter(page) " of " counter(pages)`
	header := page.header
	if style == "leaflet" {
		number, header = `""`, ""
	}
	css := "<style>" + fmt.Sprintf(baseStyle, strings.ReplaceAll(header, `"`, `\"`), number) + styles[style] + "</style>\n"
	source := filepath.Join(b.scratch, "page.html")
	if err := os.WriteFile(source, []byte(page.wrap(css, body)), 0o644); err != nil {
		return err
	}
	return command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-sync", "--user-data-dir="+filepath.Join(b.scratch, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+path, "file://"+source)
}

var majorHeading = regexp.MustCompile(`<h2>(.*?)</h2>`)

// printWithContents prints twice: the first time to learn on which page each
// heading falls.
func (b builder) printWithContents(page document, style, path string) error {
	var headings []string
	for _, m := range majorHeading.FindAllStringSubmatch(page.body[coverEnd(page.body):], -1) {
		headings = append(headings, m[1])
	}
	pages := make([]int, len(headings))
	for range 2 {
		if err := b.print(page, style, withContents(page.body, headings, pages), path); err != nil {
			return err
		}
		if err := findPages(path, headings, pages); err != nil {
			return err
		}
	}
	return b.print(page, style, withContents(page.body, headings, pages), path)
}

// coverEnd is where the first major heading after the title, the board and the
// date begins.
func coverEnd(body string) int {
	board := max(0, strings.Index(body, "</p>"))
	return board + max(0, strings.Index(body[board:], "<h2>"))
}

// withContents puts a contents page behind the cover.
func withContents(body string, headings []string, pages []int) string {
	var toc strings.Builder
	toc.WriteString(`<h2 style="break-before: page">Contents</h2><ul class="toc">`)
	for i, h := range headings {
		fmt.Fprintf(&toc, "<li>%s<i>%s</i>%d</li>", h, strings.Repeat(".", 200), pages[i])
	}
	toc.WriteString("</ul>")
	cut := coverEnd(body)
	return body[:cut] + toc.String() + body[cut:]
}

var tag = regexp.MustCompile(`<[^>]*>`)

// findPages fills in the page of each heading, looking on from the one before,
// after the contents page.
func findPages(path string, headings []string, pages []int) error {
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		return fmt.Errorf("pdftotext: %w", err)
	}
	parts := strings.Split(string(text), "\f")
	from := 0
	for i, part := range parts {
		if strings.Contains(part, "......") {
			from = i + 1
		}
	}
	for i, h := range headings {
		want := squash(tag.ReplaceAllString(h, ""))
		for n := from; n < len(parts); n++ {
			if strings.Contains(squash(parts[n]), want) {
				pages[i], from = n+1, n
				break
			}
		}
	}
	return nil
}

func squash(s string) string {
	s = strings.NewReplacer("&amp;", "&", "&quot;", `"`).Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// scan prints the page, makes pictures of it and puts these into a PDF: a
// little askew and grainy, as from an office copier, and without any text.
func scan(b builder, page document, path string) error {
	printed := filepath.Join(b.scratch, "printed.pdf")
	if err := b.print(page, "plain", page.body, printed); err != nil {
		return err
	}
	if err := command("pdftoppm", "-r", "130", "-gray", printed, filepath.Join(b.scratch, "scan")); err != nil {
		return err
	}
	pictures, err := filepath.Glob(filepath.Join(b.scratch, "scan-*.pgm"))
	if err != nil {
		return err
	}
	var scans []string
	for _, picture := range pictures {
		out := strings.TrimSuffix(picture, ".pgm") + ".png"
		if err := command("convert", picture, "-background", "white", "-rotate", "0.6", "-attenuate", "0.15",
			"+noise", "Gaussian", "-colorspace", "Gray", "-threshold", "62%", "-type", "bilevel", out); err != nil {
			return err
		}
		scans = append(scans, out)
	}
	return bind(scans, path)
}

// bind puts pictures into a PDF, one to an A4 page.
func bind(pictures []string, path string) error {
	pdf := fpdf.New("P", "mm", "A4", "")
	for _, picture := range pictures {
		pdf.AddPage()
		pdf.Image(picture, 0, 0, 210, 297, false, "", 0, "")
	}
	return pdf.OutputFileAndClose(path)
}
