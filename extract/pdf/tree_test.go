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

// TestKidsThatAreNoPages reads lists of pages that do not say how many they have.
func TestKidsThatAreNoPages(t *testing.T) {
	deep := func(b *builder) string {
		kid := b.kids[0]
		for range maxTreeDepth + 1 {
			kid = itoa(b.add("<< /Type /Pages /Kids ["+kid+"] >>")) + " 0 R"
		}
		return kid
	}
	for _, tt := range []struct {
		kid  func(*builder) string
		want string
	}{
		{func(*builder) string { return "7" }, "its object is no page"},
		{func(b *builder) string { return itoa(b.stream("", "x")) + " 0 R" }, "its object is no page"},
		{deep, "the list of pages is nested too deeply"},
	} {
		b := newBuilder()
		b.page(at("F1", 11, 72, 700, "Findings."), "", "")
		b.kids = append(b.kids, tt.kid(b))
		text := mustRead(t, bytes.Replace(b.bytes(), []byte("/Count 2"), []byte("/Coun_ 2"), 1))
		if n := len(text.Pages); n != 2 || text.Pages[1].Reason != tt.want {
			t.Errorf("got %d pages, the last %+v, want it failed since %s", n, text.Pages[n-1], tt.want)
		}
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
