package corpus

import (
	"strings"
)

// What speaks of reviews in general.
var (
	question    = sparsely("?", `(?m)^(what|why|when|who|how|will|does|is|are|do|can|where)\b[^.\n]{3,90}\?\s*$`)
	leafletWord = sparsely("leaflet|frequently asked|information for |telephone:|further information", `leaflet|frequently asked|information for (professionals|families|parents|practitioners)|telephone:|further information`)
	stepWord    = sparsely("within |action required|actions required|responsible of|responsible for|responsibility of|responsibility for|step ", `within (\d+|one|two|three|six|nine|twelve) (working )?(days?|weeks?|months?) of|actions? required|responsib(le|ility) (of|for)|step \d`)
	webWord     = sparsely("click here|last updated|rate this page|cookies|skip to |download|a to z of|print this page|share this page|your comment", `click here|last updated|rate this page|cookies|skip to (main )?content|(view|please)/? ?download|a to z of|print this page|share this page|your comment`)
	thematic    = sparsely("scrs|scr's|scr’s|scr'’s|case reviews|practice reviews", `\bscr'?’?s\b|serious case reviews|practice reviews`)
	percentage  = sparsely("%", `[0-9]+(\.[0-9]+)?%`)
)

// general recognises what is about reviews but is not one. Without any sign of
// that the document is [KindOther], for the given reason, which rests on the
// words at the offsets at, if any.
func (j *judging) general(reason string, at []int) *judgement {
	words := CountWords(j.body)
	first := func(s sparse) ([]int, string) {
		at := s.find(j.body)
		return at, j.words(at)
	}
	percentages := percentage.count(j.body, -1)
	switch {
	case percentages >= 3 && percentages*400 >= words && thematic.count(j.body, 5) == 5:
		at, _ := first(thematic)
		return j.by(KindThematic, at, "it gives %d percentages and speaks of reviews in the plural %d times", percentages, thematic.count(j.body, -1))
	case stepWord.count(j.body, 4) == 4:
		at, said := first(stepWord)
		return j.by(KindProcedure, at, "it sets %d steps and time limits such as %q", stepWord.count(j.body, -1), said)
	case words < 2500 && question.count(j.body, 3) == 3 && (leafletWord.matches(j.body) || question.count(j.body, 6) == 6):
		at, said := first(question)
		return j.by(KindLeaflet, at, "it is short and made of %d questions such as %q", question.count(j.body, -1), strings.TrimSpace(said))
	case words < 2500 && webWord.matches(j.body):
		at, said := first(webWord)
		return j.by(KindWebPage, at, "it says %q as web pages do", said)
	case j.format == "html":
		return j.by(KindWebPage, at, "it is a web page without the sections of a review")
	case words < 1500 && leafletWord.matches(j.head):
		at, said := first(leafletWord)
		return j.by(KindLeaflet, at, "it is short and says %q", said)
	}
	return j.by(KindOther, at, "%s", reason)
}
