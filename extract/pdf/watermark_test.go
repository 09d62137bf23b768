package pdf

import (
	"strings"
	"testing"
)

// TestWatermark writes DRAFT across pages, slanted in pieces and level, and a
// large word that stands alone on each.
func TestWatermark(t *testing.T) {
	const slantedDraft = "BT /F1 90 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (DR) Tj ET\nBT /F1 90 Tf 0.7 0.7 -0.7 0.7 250 350 Tm (AFT) Tj ET\n"
	levelDraft := at("F1", 90, 120, 600, "DRAFT")
	for _, test := range []struct {
		name, mark string
		pages      int
		apart      bool
	}{
		{"slanted", slantedDraft, 3, true},
		{"slanted beside a bullet", slantedDraft + "88 270 4 4 re f " + at("F1", 11, 100, 268, "An item of a list."), 3, true},
		{"level", levelDraft, 3, true},
		{"on both pages of two", slantedDraft, 2, true},
		{"on one page", slantedDraft, 1, false},
		{"on two of three", levelDraft, 2, false},
		{"across nothing", at("F1", 90, 120, 300, "DRAFT"), 3, false},
	} {
		b := newBuilder()
		for i := range max(test.pages, 2+index(test.name == "on two of three")) {
			text := at("F2", 14, 72, 690, "Analysis of part "+strings.Repeat("I", i+1)) + down("F1", 72, 650, "The first line of the text of the page,", "which has a second line.", "A third one.")
			if i < test.pages {
				text = test.mark + text
			}
			b.page(text, "", "")
		}
		text := mustRead(t, b.bytes())
		if got := !strings.Contains(text.Body, "D"); got != test.apart {
			t.Errorf("%s: set apart: %v, want %v, in\n%s", test.name, got, test.apart, outline(text))
		}
		if furniture := strings.Join(text.Pages[0].Furniture, ""); test.apart && furniture != "DRAFT" {
			t.Errorf("%s: got the furniture %q", test.name, furniture)
		}
	}
}
