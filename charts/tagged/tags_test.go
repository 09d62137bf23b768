package tagged

import (
	"bytes"
	"strings"
	"testing"
)

// TestContentEndsWithItsSheet: what a paragraph marks on one sheet ends there, and what it
// says on the next is its content too.
func TestContentEndsWithItsSheet(t *testing.T) {
	doc := New(100, 100)
	doc.SetCompression(false)
	doc.SetFont("Helvetica", "", 10)
	doc.AddPage()
	doc.Begin("P")
	for _, words := range []string{"first", "second"} {
		if words == "second" {
			doc.AddPage()
		}
		doc.Content()
		doc.Text(10, 50, words)
	}
	doc.End()
	var out bytes.Buffer
	if err := doc.Save(&out); err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for stream := range strings.SplitSeq(out.String(), "endstream") {
		_, drawn, _ := strings.Cut(stream, "stream\n")
		if !strings.Contains(drawn, "Tj") {
			continue
		}
		sheets++
		begun, words, ended := strings.Index(drawn, "/P <</MCID 0>> BDC"), strings.Index(drawn, "Tj"), strings.Index(drawn, "EMC")
		if begun < 0 || words < begun || ended < words || strings.Count(drawn, "EMC") != 1 {
			t.Errorf("sheet %d: got %q", sheets, drawn)
		}
	}
	for _, want := range []string{"/K[0 <</Type /MCR /Pg 5 0 R /MCID 0>>]", "/ParentTreeNextKey 2>>"} {
		if sheets != 2 || !strings.Contains(out.String(), want) {
			t.Errorf("%d sheets in %q, want %s", sheets, out.String(), want)
		}
	}
}

// TestProperties: a list says how its items are marked, a header cell what it heads, and a
// figure what it shows and where.
func TestProperties(t *testing.T) {
	for want, tag := range map[string]Tag{
		"/A<</O/List/ListNumbering/Disc>>": {kind: "L"},
		"/A<</O/Table/Scope/Row>>":         {kind: "TH", Scope: "Row"},
		"":                                 {kind: "TD"},
		"/Alt <FEFF00C4FFFD>/A<</O/Layout/Placement/Block/BBox[1.00 2.00 3.00 4.50]>>": {kind: "Figure", Alt: "Ä\U0001F600", Box: [4]float64{1, 2, 3, 4.5}},
	} {
		if got := tag.properties(); got != want {
			t.Errorf("%s: got %q, want %q", tag.kind, got, want)
		}
	}
}

// TestArtifactsHoldNoElement: what is drawn as an artifact, such as a header that is set
// again, or one within another, opens no element and marks no content.
func TestArtifactsHoldNoElement(t *testing.T) {
	doc := New(100, 100)
	doc.SetCompression(false)
	doc.AddPage()
	doc.Begin("P")
	doc.Artifact("/Type /Pagination", func() {
		doc.Begin("TR")
		doc.Content()
		doc.Artifact("", func() { doc.Line(0, 0, 9, 9) })
		doc.End()
		doc.Line(9, 9, 0, 0)
	})
	doc.Content()
	doc.End()
	var out bytes.Buffer
	if err := doc.Save(&out); err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]int{"/S/": 2, "/S/P": 1, "MCID": 1, "/Artifact": 1, "EMC": 2} {
		if got := strings.Count(out.String(), part); got != want {
			t.Errorf("%s: got %d, want %d", part, got, want)
		}
	}
	aside, content := strings.Index(out.String(), "EMC"), strings.Index(out.String(), "MCID")
	if strings.Count(out.String()[:aside], " l S") != 2 || content < aside {
		t.Errorf("the lines are not in the artifact before the content: %q", out.String())
	}
}
