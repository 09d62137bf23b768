package pdf

import (
	"bytes"
	"strings"
	"testing"
)

// TestPagesUsedTwice reads lists of pages in which one stands twice, or which name
// themselves.
func TestPagesUsedTwice(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Divider."), "", "")
	b.page(at("F1", 11, 72, 700, "Findings."), "", "")
	first, second := b.kids[0], b.kids[1]
	for _, tt := range []struct {
		name     string
		kids     []string
		want     string
		warnings int
	}{
		{"twice", []string{first, second, first}, "Divider.\nFindings.\nDivider.\n", 0},
		{"root", []string{first, "2 0 R", second}, "Divider.\nFindings.\n", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b.kids = tt.kids
			text := mustRead(t, b.bytes())
			if text.Body != tt.want || len(text.Warnings) != tt.warnings {
				t.Errorf("got %q, warnings %q", text.Body, text.Warnings)
			}
		})
	}
}

// TestInnerNodesOnce reads a node of the list that stands in it twice and holds itself.
func TestInnerNodesOnce(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Findings."), "", "")
	node := itoa(len(b.objects)+1) + " 0 R"
	b.add("<< /Type /Pages /Kids [" + b.kids[0] + " " + node + "] >>")
	b.kids = []string{node, node}
	text := mustRead(t, bytes.Replace(b.bytes(), []byte("/Count 2"), []byte("/Count 1"), 1))
	if strings.Count(text.Body, "Findings.") != 1 || len(text.Warnings) > 0 {
		t.Errorf("got %q, warnings %q", text.Body, text.Warnings)
	}
}
