package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestAttachedDocuments warns of documents that a file holds beside its pages and on
// them, and of nothing else that is attached.
func TestAttachedDocuments(t *testing.T) {
	for _, tt := range []struct {
		name   string
		kids   bool
		pinned string   // further entries of the page
		file   []string // file specifications
		want   string   // "" for no warning
	}{
		{"none", false, "", nil, ""},
		{"settings", false, "", []string{"/F (Standard.joboptions)"}, ""},
		{"one", false, "", []string{"/F (old.txt) /UF (Child A.PDF)"}, "1 document attached to it and not read (Child A.PDF): save the reports among them into the folder"},
		{"several, below a node", true, "", []string{"/F (a.pdf)", "/F (b.joboptions)", "/F (c.docx)"}, "2 documents attached to it and not read (a.pdf, c.docx): save the reports among them into the folder"},
		{"pinned to the page, one of them beside it too", false, "/Annots [<< /Subtype /FileAttachment /FS << /F (b.pdf) >> >> << /Subtype /FileAttachment /FS << /F (c.doc) >> >>]", []string{"/F (c.doc)"},
			"2 documents attached to it and not read (b.pdf, c.doc): save the reports among them into the folder"},
	} {
		b := newBuilder()
		b.page(down("F1", 72, 780, "The panel met four times."), tt.pinned, "")
		var pairs []string
		for i, file := range tt.file {
			pairs = append(pairs, fmt.Sprintf("(%d) %d 0 R", i, b.add("<< /Type /Filespec "+file+" >>")))
		}
		node := fmt.Sprintf("<< /Names [%s] >>", strings.Join(pairs, " "))
		if tt.kids {
			node = fmt.Sprintf("<< /Kids [%d 0 R] >>", b.add(node))
		}
		b.catalog = fmt.Sprintf("/Names << /EmbeddedFiles %s >>", node)
		text := mustRead(t, b.bytes())
		var want []string
		if tt.want != "" {
			want = []string{tt.want}
		}
		if !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got %q, want %q", tt.name, text.Warnings, want)
		}
	}
}

// TestAttachedInACircle reads a tree of attached files that leads back to itself.
func TestAttachedInACircle(t *testing.T) {
	b := newBuilder()
	b.page(down("F1", 72, 780, "The panel met four times."), "", "")
	n := len(b.objects) + 1
	b.add(fmt.Sprintf("<< /Kids [%d 0 R %d 0 R] >>", n, n))
	b.catalog = fmt.Sprintf("/Names << /EmbeddedFiles %d 0 R >>", n)
	mustRead(t, b.bytes())
}
