package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
)

const (
	wordStart = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	wordEnd = `</w:body></w:document>`
	odtHead = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:fo="f" xmlns:draw="d">`
	odtTail = `</office:text></office:body></office:document-content>`
)

// archive makes a zip file of names and contents in turn.
func archive(t testing.TB, entries ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(entries); i += 2 {
		e, err := w.Create(entries[i])
		if err == nil {
			_, err = e.Write([]byte(entries[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// outline writes a text as one line per block: page, kind, level, number, text.
func outline(text corpus.Text) string {
	var b strings.Builder
	for _, block := range text.Blocks {
		page, _ := text.PageAt(block.Span.Start)
		fmt.Fprintf(&b, "%d %s", page.Number, block.Kind)
		if block.Level > 0 {
			fmt.Fprintf(&b, "%d", block.Level)
		}
		if block.Number != "" {
			fmt.Fprintf(&b, " [%s]", block.Number)
		}
		fmt.Fprintf(&b, ": %s\n", strings.ReplaceAll(text.Slice(block.Span), "\t", "|"))
	}
	return b.String()
}

func readDOCX(t testing.TB, entries ...string) (corpus.Text, error) {
	t.Helper()
	data := archive(t, entries...)
	text, err := ReadDOCX(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if fault := text.Validate(); fault != nil {
		t.Error(fault)
	}
	return text, err
}

// para is a Word paragraph of one run, in a style where one is given.
func para(style, text string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return `<w:p>` + style + `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// ticks is the field of a box of a form in a state, code the code of a field.
func ticks(state string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>` + state + `</w:checkBox></w:ffData></w:fldChar></w:r>` + code("FORMCHECKBOX") + mark("end")
}

func code(text string) string { return `<w:r><w:instrText>` + text + `</w:instrText></w:r>` }

// run is a run of a Word document, mark one that marks a part of a field.
func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func mark(part string) string { return `<w:r><w:fldChar w:fldCharType="` + part + `"/></w:r>` }

// section is the empty paragraph that ends a section.
func section(kind string) string {
	return `<w:p><w:pPr><w:sectPr><w:type w:val="` + kind + `"/></w:sectPr></w:pPr></w:p>`
}
