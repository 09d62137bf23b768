package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// writer exports the page from a word processor in the given font and size.
func writer(font string, size int) func(builder, document, string) error {
	return export("pdf", font, size)
}

// docx saves it as the word processor's document.
func docx(font string, size int) func(builder, document, string) error {
	return export("docx", font, size)
}

func export(format, font string, size int) func(builder, document, string) error {
	return func(b builder, page document, path string) error {
		source := filepath.Join(b.scratch, "page.fodt")
		if err := os.WriteFile(source, []byte(flatODT(page, font, size)), 0o644); err != nil {
			return err
		}
		if err := command("soffice", "--headless", "--convert-to", format, "--outdir", b.scratch, source); err != nil {
			return err
		}
		data, err := os.ReadFile(filepath.Join(b.scratch, "page."+format))
		if err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o644)
	}
}

// flatODT writes the page as one XML file of the OpenDocument format.
func flatODT(page document, font string, size int) string {
	return fmt.Sprintf(odtHead, html.EscapeString(html.UnescapeString(page.title)), font, size, size+8, size+3, size+1,
		html.EscapeString(page.header)) + odtBody(page.body) + odtFoot
}

const odtHead = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>%s</dc:title></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/><style:text-properties style:font-name="%[2]s" fo:font-family="'%[2]s'" fo:font-size="%[3]dpt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="1cm" fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="%[4]dpt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="%[5]dpt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="%[6]dpt" fo:font-weight="bold"/></style:style>
<style:style style:name="Numbered" style:family="paragraph"><style:paragraph-properties fo:margin-left="1.2cm" fo:text-indent="-1.2cm"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.3cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Small">%[7]s</text:p></style:header><style:footer><text:p text:style-name="Small">Page <text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
`

const odtFoot = "</office:text></office:body></office:document>\n"

// odtTags says what each tag of the sources becomes. The sources use no others.
var odtTags = map[string]string{
	"<h1>": `<text:h text:style-name="Heading_20_1" text:outline-level="1">`, "</h1>": "</text:h>",
	"<h2>": `<text:h text:style-name="Heading_20_2" text:outline-level="2">`, "</h2>": "</text:h>",
	"<h3>": `<text:h text:style-name="Heading_20_3" text:outline-level="3">`, "</h3>": "</text:h>",
	"<p>": `<text:p text:style-name="Standard">`, "</p>": "</text:p>",
	"<ul>": `<text:list text:style-name="Dots">`, "</ul>": "</text:list>",
	"<ol>": `<text:list text:style-name="Numbers">`, "</ol>": "</text:list>",
	"<li>": "<text:list-item><text:p>", "</li>": "</text:p></text:list-item>",
	"<table>": "<table:table>", "</table>": "</table:table>",
	"<thead>": "", "</thead>": "", "<tbody>": "", "</tbody>": "",
	"<tr>": "<table:table-row>", "</tr>": "</table:table-row>",
	"<td>": `<table:table-cell table:style-name="Cell"><text:p>`, "</td>": "</text:p></table:table-cell>",
	"<th>":         `<table:table-cell table:style-name="Cell"><text:p><text:span text:style-name="Bold">`,
	"</th>":        "</text:span></text:p></table:table-cell>",
	"<blockquote>": "", "</blockquote>": "",
	"<em>": `<text:span text:style-name="Italic">`, "</em>": "</text:span>",
	"<strong>": `<text:span text:style-name="Bold">`, "</strong>": "</text:span>",
	"<br>": "<text:line-break/>", "<br/>": "<text:line-break/>",
}

var (
	numbered = regexp.MustCompile(`<p>\s*<span class="num">(.*?)</span>\s*`)
	firstRow = regexp.MustCompile(`(?s)<table>(.*?)</tr>`)
	quoted   = regexp.MustCompile(`<blockquote>\s*([^<\s][^<]*)`)
)

// odtBody turns the HTML of a source into the XML of the format.
func odtBody(body string) string {
	body = numbered.ReplaceAllString(body, `<p class="numbered">$1<tab>`)
	body = quoted.ReplaceAllString(body, "<blockquote><p>$1</p>")
	body = firstRow.ReplaceAllStringFunc(body, func(row string) string {
		columns := strings.Count(row, "<td") + strings.Count(row, "<th>")
		return strings.Replace(row, "<table>", "<table>"+strings.Repeat("<column>", columns), 1)
	})
	return tag.ReplaceAllStringFunc(html.UnescapeString(strings.NewReplacer("&lt;", "‹", "&gt;", "›", "&amp;", "&amp;amp;").Replace(body)), func(t string) string {
		switch t {
		case `<p class="numbered">`:
			return `<text:p text:style-name="Numbered">`
		case "<column>":
			return "<table:table-column/>"
		case "<tab>":
			return "<text:tab/>"
		}
		if xml, ok := odtTags[t]; ok {
			return xml
		}
		return ""
	})
}
