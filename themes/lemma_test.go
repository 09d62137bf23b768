package themes

import "testing"

func TestInflectionsShareAKey(t *testing.T) {
	groups := [][]string{
		{"consider", "considers", "considered", "considering"},
		{"share", "shares", "shared", "sharing"},
		{"plan", "plans", "planned"},
		{"refer", "refers", "referred", "referring"},
		{"assess", "assesses", "assessed", "assessing"},
		{"provide", "provided", "providing"},
		{"use", "used", "using", "uses"},
		{"child", "children"},
		{"seek", "sought", "seeks", "seeking"},
		{"see", "saw", "seen", "seeing"},
		{"try", "tried", "tries", "trying"},
		{"recognise", "recognised", "recognize", "recognizing"},
		{"travel", "travelled", "traveling", "travels"},
		{"call", "called", "calling", "calls"},
		{"handle", "handled", "handling"},
		{"cause", "caused", "causing"},
		{"challenge", "challenged", "challenging"},
		{"leave", "left", "leaving"},
		{"agency", "agencies"},
		{"write", "wrote", "written", "writing"},
		{"behaviour", "behavior", "behaviours"},
		{"explore", "explored", "exploring"},
		{"ask", "asked", "asking"},
		{"need", "needed", "needs"},
		{"fail", "failed", "failing", "fails"},
		{"minimise", "minimised", "minimising"},
		{"make", "made", "making"},
		{"analyse", "analysed", "analysing", "analyze", "analyzed"},
		{"focus", "focused", "focussed"},
		{"meet", "met", "meets"},
		{"gp", "gps"},
		{"address", "addressed", "addresses"},
		{"include", "included", "including"},
		{"record", "recorded", "records", "recording"},
		{"drift", "drifted", "drifting"},
		{"agree", "agreed", "agreeing"},
		{"visit", "visited", "visiting", "visits"},
	}
	for _, g := range groups {
		want, _ := lemmas(g[0])
		for _, w := range g[1:] {
			if got, second := lemmas(w); got != want && second != want {
				t.Errorf("%s: got %q, want %q as %s", w, got, want, g[0])
			}
		}
	}
}

func TestUnrelatedWordsKeepTheirOwnKey(t *testing.T) {
	pairs := [][2]string{
		{"not", "note"}, {"care", "car"}, {"hope", "hop"}, {"rate", "rat"}, {"experience", "experiment"},
		{"several", "severe"}, {"meeting", "meet"}, {"parenting", "parent"}, {"his", "hi"}, {"need", "ne"},
		{"author", "authority"}, {"university", "universal"}, {"thing", "the"}, {"rationale", "rational"},
	}
	for _, p := range pairs {
		a, _ := lemmas(p[0])
		b, _ := lemmas(p[1])
		if a == b {
			t.Errorf("%s and %s share the key %q", p[0], p[1], a)
		}
	}
}
