package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestLeadersDrawnFirst holds that a title is joined to the leader behind it that was drawn
// before it, at whatever distance below one step of its dots.
func TestLeadersDrawnFirst(t *testing.T) {
	entry := func(y, from float64, title, page string) string {
		return at("F1", 11, from, y, strings.Repeat(".  ", 20)+page) + at("F1", 11, 72, y, title)
	}
	content := at("F2", 14, 72, 760, "Contents") + entry(730, 150, "1. Introduction", "3") + entry(716, 143, "2. The family", "4") + entry(702, 135, "3. Findings", "7")
	wantOutline(t, readOne(t, content), "heading |Contents", "contents |1. Introduction 3", "contents |2. The family 4", "contents |3. Findings 7")
}

// TestLeaders holds that a leader parts the entries of a contents page from their numbers,
// whichever way it is drawn: dot by dot, from right to left, or with a sign that shows
// nothing before the number.
func TestLeaders(t *testing.T) {
	const joiner = "/Span << /ActualText <FEFF00202060> >> BDC ( ) Tj EMC "
	dotted := func(x, y, from, to, step float64) string {
		var b strings.Builder
		for at := from; (step > 0) == (at < to); at += step {
			fmt.Fprintf(&b, "BT /F1 11 Tf %g %g Td (.) Tj ET\n", x+at, y)
		}
		return b.String()
	}
	entry := func(y float64, title, leader, before, page string) string {
		return at("F1", 11, 72, y, title) + leader + fmt.Sprintf("BT /F1 11 Tf 400 %g Td %s(%s) Tj ET\n", y, before, page)
	}
	for _, tt := range []struct {
		name, before string
		leader       func(y float64) string
	}{
		{"right to left", "", func(y float64) string { return dotted(0, y, 396.9, 190, -3.06) }},
		{"with blanks", "", func(y float64) string { return dotted(0, y, 190, 396, 5) }},
		{"and a joiner", joiner, func(y float64) string { return dotted(0, y, 190, 396, 5) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			content := at("F2", 14, 72, 760, "Contents") + entry(730, "1. Introduction", tt.leader(730), tt.before, "3") +
				entry(716, "2. The family", tt.leader(716), tt.before, "4") + entry(702, "3. Findings", tt.leader(702), tt.before, "7")
			wantOutline(t, readOne(t, content), "heading |Contents", "contents |1. Introduction 3", "contents |2. The family 4", "contents |3. Findings 7")
		})
	}
}
