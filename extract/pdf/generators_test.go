package pdf

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrintedLayouts reads what real programs make of known text: LibreOffice
// two columns with hyphens, Chromium three columns under a title.
func TestPrintedLayouts(t *testing.T) {
	if testing.Short() {
		t.Skip("printing takes seconds")
	}
	tests := []struct {
		name, source string
		make         func(t *testing.T, program, dir, source string) string
		programs     []string
		document     func() (string, []string)
	}{
		{"LibreOffice", "report.fodt", officePDF, []string{"soffice"}, openDocument},
		{"Chromium", "report.html", browserPDF, []string{"chromium", "google-chrome"}, webPage},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			program := ""
			for _, p := range test.programs {
				if path, err := exec.LookPath(p); err == nil && program == "" {
					program = path
				}
			}
			if program == "" {
				t.Skipf("%s is not installed", test.programs[0])
			}
			dir := t.TempDir()
			source := filepath.Join(dir, test.source)
			content, truth := test.document()
			if err := os.WriteFile(source, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(test.make(t, program, dir, source))
			if err != nil {
				t.Skipf("%s made nothing: %v", test.name, err)
			}
			g := generated{test.name, data, [][]string{truth}}
			got := g.score(mustRead(t, data).Body)
			t.Logf("F1 %.4f, %d words%s", got, len(truth), g.others(t))
			if got < 0.985 {
				t.Errorf("F1 %.4f, want at least 0.985", got)
			}
		})
	}
}

func officePDF(t *testing.T, program, dir, source string) string {
	out, err := exec.Command(program, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, source).CombinedOutput()
	if err != nil {
		t.Logf("%v: %s", err, out)
	}
	return filepath.Join(dir, "report.pdf")
}

func browserPDF(t *testing.T, program, dir, source string) string {
	target := filepath.Join(dir, "report.pdf")
	out, err := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+target, "file://"+source).CombinedOutput()
	if err != nil {
		t.Logf("%v: %s", err, out)
	}
	return target
}

// openDocument is a flat OpenDocument text in two justified columns with
// automatic hyphens.
func openDocument() (string, []string) {
	text := story(28, 3)
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/>
<style:text-properties fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm">
<style:columns fo:column-count="2" fo:column-gap="0.7cm"/></style:page-layout-properties></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles><office:body><office:text>`)
	for _, p := range text {
		fmt.Fprintf(&b, "<text:p text:style-name=\"P\">%s</text:p>\n", strings.Join(p, " "))
	}
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String(), flat(text)
}

// webPage is a page of three columns with a title over them.
func webPage() (string, []string) {
	text := story(24, 17)
	title := [][]string{strings.Fields("What was learned from the lives of two brothers")}
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><style>@page{size:A4;margin:15mm}body{font:9pt sans-serif}
section{columns:3;column-gap:6mm;text-align:justify;hyphens:auto}</style><h1>` + strings.Join(title[0], " ") + "</h1><section>")
	for _, p := range text {
		fmt.Fprintf(&b, "<p>%s</p>\n", strings.Join(p, " "))
	}
	b.WriteString("</section></html>\n")
	return b.String(), flat(title, text)
}
