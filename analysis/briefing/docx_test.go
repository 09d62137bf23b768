package briefing

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// opened returns the parts of a DOCX file by name, and their order.
func opened(t *testing.T, file []byte) (parts map[string]string, order []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, ok := parts[f.Name]; ok {
			t.Errorf("%s is there twice", f.Name)
		}
		parts[f.Name] = string(data)
		order = append(order, f.Name)
	}
	return parts, order
}

// each calls f for every element of a part.
func each(t *testing.T, name, part string, f func(e xml.StartElement)) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			f(e)
		}
	}
}

// value is that of the attribute with a local name.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// checkPackage checks what a word processor expects of a package: every part
// well-formed and of a known type, every relationship with its target.
func checkPackage(t *testing.T, parts map[string]string) {
	t.Helper()
	types := map[string]bool{}
	each(t, "[Content_Types].xml", parts["[Content_Types].xml"], func(e xml.StartElement) {
		types[value(e, "Extension")+strings.TrimPrefix(value(e, "PartName"), "/")] = true
		if name := strings.TrimPrefix(value(e, "PartName"), "/"); name != "" && parts[name] == "" {
			t.Errorf("the types name %s, which is not there", name)
		}
	})
	for name, part := range parts {
		if !types[name] && !types[strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no type", name)
		}
		if path.Ext(name) == ".png" {
			continue
		}
		each(t, name, part, func(xml.StartElement) {})
		if path.Ext(name) != ".rels" {
			continue
		}
		base := path.Dir(path.Dir(name))
		each(t, name, part, func(e xml.StartElement) {
			if target := value(e, "Target"); target != "" && parts[path.Join(base, target)] == "" {
				t.Errorf("%s points to %s, which is not there", name, target)
			}
		})
	}
}

// checkDocument checks that the document refers only to what there is: styles
// and relationships; that ids are unique; and that every picture is described.
func checkDocument(t *testing.T, parts map[string]string) {
	t.Helper()
	styles, links, ids := map[string]bool{}, map[string]bool{}, map[string]bool{}
	each(t, "styles", parts["word/styles.xml"], func(e xml.StartElement) { styles[value(e, "styleId")] = true })
	each(t, "links", parts["word/_rels/document.xml.rels"], func(e xml.StartElement) {
		if id := value(e, "Id"); id != "" && links[id] {
			t.Errorf("two relationships have the id %s", id)
		}
		links[value(e, "Id")] = true
	})
	each(t, "document", parts["word/document.xml"], func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle", "tblStyle":
			if !styles[value(e, "val")] {
				t.Errorf("the style %q is not defined", value(e, "val"))
			}
		case "blip", "svgBlip":
			if !links[value(e, "embed")] {
				t.Errorf("the picture %q is not related", value(e, "embed"))
			}
		case "docPr":
			if id := value(e, "id"); ids[id] {
				t.Errorf("two pictures have the id %s", id)
			} else {
				ids[id] = true
			}
			if value(e, "descr") == "" {
				t.Errorf("%s has no alternative text", value(e, "name"))
			}
		}
	})
}

// countElements counts the elements of a part by name and, where they have
// one, value.
func countElements(t *testing.T, part string) map[string]int {
	t.Helper()
	count := map[string]int{}
	each(t, "part", part, func(e xml.StartElement) {
		count[e.Name.Local]++
		if v := value(e, "val"); v != "" {
			count[e.Name.Local+" "+v]++
		}
	})
	return count
}

func TestDOCX(t *testing.T) {
	b := New(smallResult(t), options())
	parts, order := opened(t, written(t, func(w *bytes.Buffer) error { return b.DOCX(w) }))
	if order[0] != "[Content_Types].xml" {
		t.Errorf("the first part is %s", order[0])
	}
	checkPackage(t, parts)
	checkDocument(t, parts)
	got := countElements(t, parts["word/document.xml"])
	want := map[string]int{
		"pStyle Heading1": 1, "pStyle Heading2": 10, "pStyle Caption": 3, "docPr": 2, "svgBlip": 2,
		"pageBreakBefore": 4, "tbl": 1, "tblHeader": 1, "tr": 1 + len(labels),
	}
	for name, n := range want {
		if got[name] != n {
			t.Errorf("%s: got %d, want %d", name, got[name], n)
		}
	}
	if got := countElements(t, parts["word/styles.xml"]); got["lang en-GB"] != 1 {
		t.Error("the language is not British English")
	}
	for _, part := range []string{"word/footer1.xml", "docProps/core.xml"} {
		if !strings.Contains(parts[part], "Learning from reviews") {
			t.Errorf("%s does not name the briefing", part)
		}
	}
}

// TestCaptionsKeepCountsWhole: nor does a line of a caption end within one.
func TestCaptionsKeepCountsWhole(t *testing.T) {
	o := options()
	o.Figures[0].Title = "Weak assessment: practice found lacking in 23 of 27 reviews (85%)"
	o.Figures[1].Title = "Rarest: 1 of 250 reviews (<1%)"
	b := New(smallResult(t), o)
	parts, _ := opened(t, written(t, func(w *bytes.Buffer) error { return b.DOCX(w) }))
	page := string(written(t, func(w *bytes.Buffer) error { return b.HTML(w) }))
	for name, text := range map[string]string{"DOCX": parts["word/document.xml"], "HTML": page} {
		for _, want := range []string{"in 23\u00a0of\u00a027\u00a0reviews\u00a0(85%)", " 1\u00a0of\u00a0250\u00a0reviews\u00a0(&lt;1%)"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no caption with %q", name, want)
			}
		}
	}
}

func TestDOCXOfHostileTexts(t *testing.T) {
	b := spoilt(t)
	parts, _ := opened(t, written(t, func(w *bytes.Buffer) error { return b.DOCX(w) }))
	checkPackage(t, parts)
	checkDocument(t, parts)
	if !strings.Contains(parts["word/document.xml"], "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the hostile text is gone")
	}
}

// TestDOCXOpensInLibreOffice holds that each page of the briefing is one sheet
// in LibreOffice too.
func TestDOCXOpensInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or the run is short")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "briefing.docx")
	var docx bytes.Buffer
	if err := New(newFiction(27, "t0", "t1", "t2").result(t), options()).DOCX(&docx); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, docx.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, office, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile",
		"--convert-to", "pdf", "--outdir", folder, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	pages := pdfPages(t, filepath.Join(folder, "briefing.pdf"))
	want := []string{"Background", "Findings", "Every theme", "Appendix: every theme", "Appendix: groups"}
	if len(pages) != len(want) {
		t.Fatalf("got %d sheets, want %d", len(pages), len(want))
	}
	for i, heading := range want {
		if !strings.Contains(pages[i], heading) {
			t.Errorf("sheet %d has no heading %q:\n%s", i+1, heading, pages[i])
		}
	}
}
