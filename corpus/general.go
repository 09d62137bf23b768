package corpus

import (
	"slices"
	"strings"
)

// What speaks of reviews in general.
var (
	question    = Lazily(`(?m)^(what|why|when|who|how|will|does|is|are|do|can|where)\b[^.\n]{3,90}\?\s*$`)
	leafletWord = Lazily(`leaflet|frequently asked|information for (professionals|families|parents|practitioners)|telephone:|further information`)
	stepWord    = Lazily(`within (\d+|one|two|three|six|nine|twelve) (working )?(days?|weeks?|months?) of|actions? required|responsib(le|ility) (of|for)|step \d`)
	webWord     = Lazily(`click here|last updated|rate this page|cookies|skip to (main )?content|(view|please)/? ?download|a to z of|print this page|share this page|your comment`)
	thematic    = Lazily(`\bscr'?’?s\b|serious case reviews|practice reviews`)
	percentage  = Lazily(`[0-9]+(\.[0-9]+)?%`)
)

// A leaflet or a page of the web has fewer words than shortText, and one that is known by its
// front alone fewer than shortLeaflet.
const (
	shortText    = 2500
	shortLeaflet = 1500
)

// general recognises what is about reviews but is not one. Without any sign of
// that the document is [KindOther], for the given reason, which rests on the
// words at the offsets at, if any.
func (j *judging) general(reason string, at []int) *judgement {
	words, short := CountWords(j.body), j.body
	if words >= shortText {
		short = ""
	}
	percentages, steps := slices.Collect(percentage().inLines(j.body)), slices.Collect(stepWord().inLines(j.body))
	questions, leaflet, web := slices.Collect(question().inLines(short)), slices.Collect(leafletWord().inLines(short)), slices.Collect(webWord().inLines(short))
	if len(percentages) >= 3 && len(percentages)*400 >= words {
		if plurals := slices.Collect(thematic().inLines(j.body)); len(plurals) >= 5 {
			return j.by(KindThematic, plurals[0], "it gives %d percentages and speaks of reviews in the plural %d times", len(percentages), len(plurals))
		}
	}
	switch {
	case len(steps) >= 4:
		return j.by(KindProcedure, steps[0], "it sets %d steps and time limits such as %q", len(steps), j.words(steps[0]))
	case len(questions) >= 3 && (leaflet != nil || len(questions) >= 6):
		return j.by(KindLeaflet, questions[0], "it is short and made of %d questions such as %q", len(questions), strings.TrimSpace(j.words(questions[0])))
	case web != nil:
		return j.by(KindWebPage, web[0], "it says %q as web pages do", j.words(web[0]))
	case j.format == "html":
		return j.by(KindWebPage, at, "it is a web page without the sections of a review")
	case words < shortLeaflet && leaflet != nil && leaflet[0][0] < len(j.head):
		return j.by(KindLeaflet, leaflet[0], "it is short and says %q", j.words(leaflet[0]))
	}
	return j.by(KindOther, at, "%s", reason)
}
