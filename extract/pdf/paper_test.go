package pdf

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestWhiteWords holds that white words are left out, and counted, where nothing is
// painted behind them, and nowhere else.
func TestWhiteWords(t *testing.T) {
	white := func(ink string) string { return ink + " " + at("F1", 11, 150, 700, "Ann") + "0 g " }
	seen := down("F1", 72, 740, "The nurse had seen the child at home.") + at("F1", 11, 72, 700, "Signed by")
	for _, tt := range []struct {
		name, content string
		stays         bool
	}{
		{"white as a grey", seen + white("1 g"), false},
		{"white as light", seen + white("1 1 1 rg"), false},
		{"white as no ink", seen + white("0 0 0 0 k"), false},
		{"white in another space", seen + white("/DeviceRGB cs 1 1 1 scn"), false},
		{"grey", seen + white("0.9 g"), true},
		{"a pattern", seen + white("/Pattern cs 0 0 0 /P scn"), true},
		{"on a white box", "1 g 100 690 200 30 re f 0 g " + seen + white("1 g"), false},
		{"on a band", "0 0 0.5 rg 100 690 200 30 re f 0 g " + seen + white("1 g"), true},
		{"a band that is painted later", seen + white("1 g") + "0 0 0.5 rg 100 690 200 30 re f ", true},
		{"on a round shape", "0 0 0.5 rg 100 690 m 100 750 300 750 300 690 c f 0 g " + seen + white("1 g"), true},
		{"on a broad line", "30 w 100 705 m 300 705 l S " + seen + white("1 g"), true},
		{"on a picture", "q 200 0 0 30 100 690 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q " + seen + white("1 g"), true},
		{"on a shading", "q 100 690 200 30 re W n /S sh Q " + seen + white("1 g"), true},
		{"with lines around its letters", seen + "1 g 2 Tr " + at("F1", 11, 150, 700, "Ann") + "0 Tr 0 g ", true},
		{"beside a band", "0 0 0.5 rg 300 690 200 30 re f 0 g " + seen + white("1 g"), false},
	} {
		text := readOne(t, tt.content)
		told := slices.Equal(text.Warnings, []string{"page 1: " + corpus.HiddenWords(1)})
		if !strings.Contains(text.Body, "Signed by") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q", tt.name, text.Body, text.Warnings)
		}
	}
}
