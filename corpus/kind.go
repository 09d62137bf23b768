package corpus

import (
	"fmt"
	"regexp"
	"strings"
)

// A kindRule is one way to recognise a kind of document: words of its front,
// words anywhere, each counted by a pattern.
type kindRule struct {
	kind  Kind
	front *regexp.Regexp // must match the front, nil for any
	body  *regexp.Regexp // must match the whole text at least times times, nil for none
	times int
}

// kindRules are tried in order. What a document calls itself on its front
// comes first; what it is made of comes after.
var kindRules = []kindRule{
	{KindCoroner, regexp.MustCompile(`prevention of future deaths|regulation 28[:\s]+report`), regexp.MustCompile(`coroner|inquest`), 2},
	{KindInspection, regexp.MustCompile(`(joint (targeted )?area|child protection|thematic) inspection|inspection of|focused visit (to|of)|monitoring visit`), regexp.MustCompile(`inspectors?\b|ofsted`), 3},
	{KindThematic, regexp.MustCompile(`thematic (review|analysis|briefing|report)|overview of (serious case|practice) reviews|triennial|biennial`), regexp.MustCompile(`\bscrs|\bcsprs|(serious case|practice) reviews|[0-9]+(\.[0-9]+)?% of`), 5},
}

var (
	reviewName  = regexp.MustCompile(`serious case review|child safeguarding practice review|\blcspr\b|\bcspr\b|safeguarding practice review|child practice review|learning (lessons )?review|domestic homicide review|safeguarding adults? review|multi-agency (case )?review|case review|significant incident learning process`)
	summaryName = regexp.MustCompile(`\b(executive|published|public) summary\b|^summary (report|of the)`)
	overview    = regexp.MustCompile(`overview report|full report|final report`)
	childName   = regexp.MustCompile(`\b(Baby|Child|Children|Young Person|Family|Adult|Sibling|Girl|Boy|Subject)(\s+[A-Z]{1,3}[0-9]?\b|\s+["“‘'])|['‘"“][A-Z][a-z]+['’"”]`)
	question    = regexp.MustCompile(`(?m)^(what|why|when|who|how|will|does|is|are|do|can|where)\b[^.\n]{3,90}\?\s*$`)
	leafletWord = regexp.MustCompile(`leaflet|frequently asked|information for (professionals|families|parents|practitioners)|telephone:|further information`)
	stepWord    = regexp.MustCompile(`within (\d+|one|two|three|six|nine|twelve) (working )?(days?|weeks?|months?) of|actions? required|responsib(le|ility) (of|for)|step \d`)
	webWord     = regexp.MustCompile(`click here|last updated|rate this page|cookies|skip to (main )?content|(view|please)/? ?download|a to z of|print this page|share this page|your comment`)
	thematic    = regexp.MustCompile(`\bscr'?’?s\b|serious case reviews|practice reviews`)
	percentage  = regexp.MustCompile(`[0-9]+(\.[0-9]+)?%`)
)

// leastNamings is how often a review names the child it is about, and
// leastReview how many words it has, at the least.
const (
	leastNamings = 3
	leastReview  = 500
)

// anatomy are the sections that a report on one case is made of.
var anatomy = []SectionKind{
	SectionTermsOfRef, SectionMethod, SectionFamily, SectionChronology, SectionAppraisal,
	SectionAnalysis, SectionFindings, SectionLessons, SectionConclusion, SectionRecommendations,
	SectionFamilyViews, SectionStrengths,
}

// Judge says what kind of document t is and from which words, for a person to
// check. It looks at what the document calls itself, at the sections it is
// made of, and at whether it speaks of one case or of reviews in general. A
// document it cannot place is [KindOther].
func Judge(t *Text, format string) (Kind, string) {
	head, body := frontOf(t).lower(), strings.ToLower(t.Body)
	for _, rule := range kindRules {
		name := rule.front.FindString(head)
		if name != "" && len(rule.body.FindAllStringIndex(body, rule.times)) == rule.times {
			return rule.kind, fmt.Sprintf("its first page says %q", name)
		}
	}
	if kind, reason := judgeReview(t, head, body); kind != "" {
		return kind, reason
	}
	return judgeGeneral(t, head, body, format)
}

// judgeReview recognises a report on one case and its executive summary.
func judgeReview(t *Text, head, body string) (Kind, string) {
	name := reviewName.FindString(head)
	if name == "" {
		return "", ""
	}
	parts := anatomyOf(t)
	f := frontOf(t)
	subject := subjectFact(f, titleOf(f, t)).Value
	named := len(childName.FindAllStringIndex(t.Body, leastNamings)) == leastNamings
	switch {
	case len(parts) >= 4, len(parts) >= 2 && (named || subject != ""):
	case subject != "" && CountWords(t.Body) >= leastReview:
	default:
		return "", ""
	}
	reason := fmt.Sprintf("its first page says %q", name)
	if len(parts) > 0 {
		reason += ", and it has " + sectionList(parts)
	} else {
		reason += fmt.Sprintf(" and names %s", subject)
	}
	lines := titleLines(f)
	if summary := summaryName.FindString(lines); summary != "" && !overview.MatchString(lines) {
		return KindSummary, fmt.Sprintf("its first page says %q and %q", summary, name)
	}
	return KindReview, reason
}

// judgeGeneral recognises what is about reviews but is not one.
func judgeGeneral(t *Text, head, body, format string) (Kind, string) {
	words := CountWords(t.Body)
	web := len(webWord.FindAllStringIndex(body, -1))
	steps := len(stepWord.FindAllStringIndex(body, -1))
	questions := len(question.FindAllStringIndex(body, -1))
	reviews := len(thematic.FindAllStringIndex(body, -1))
	percentages := len(percentage.FindAllStringIndex(body, -1))
	switch {
	case reviews >= 5 && percentages >= 3 && percentages*400 >= words:
		return KindThematic, fmt.Sprintf("it gives %d percentages and speaks of reviews in the plural %d times", percentages, reviews)
	case steps >= 4:
		return KindProcedure, fmt.Sprintf("it sets %d steps and time limits such as %q", steps, stepWord.FindString(body))
	case questions >= 3 && words < 2500 && (leafletWord.MatchString(body) || questions >= 6):
		return KindLeaflet, fmt.Sprintf("it is short and made of %d questions such as %q", questions, question.FindString(body))
	case web >= 1 && words < 2500, format == "html":
		return KindWebPage, webReason(body, format)
	case leafletWord.MatchString(head) && words < 1500:
		return KindLeaflet, fmt.Sprintf("it is short and says %q", leafletWord.FindString(head))
	}
	if name := reviewName.FindString(head); name != "" {
		return KindOther, fmt.Sprintf("its first page says %q, but it has neither the sections nor the single case of a review", name)
	}
	return KindOther, "nothing on its first page says that it is a review, an inspection or a coroner's report"
}

func webReason(body, format string) string {
	if found := webWord.FindString(body); found != "" {
		return fmt.Sprintf("it says %q as web pages do", found)
	}
	return "it is a web page without the sections of a review"
}

func anatomyOf(t *Text) []SectionKind {
	has := map[SectionKind]bool{}
	for _, s := range t.Sections {
		has[s.Kind] = true
	}
	var parts []SectionKind
	for _, kind := range anatomy {
		if has[kind] {
			parts = append(parts, kind)
		}
	}
	return parts
}

func sectionList(kinds []SectionKind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = strings.ReplaceAll(string(k), "_", " ")
	}
	return "sections for " + strings.Join(names, ", ")
}

// longestTitleLine is how many words a line of a title has at the most; what is
// longer on a cover is a sentence about the report.
const longestTitleLine = 12

// titleLines returns the short lines of the cover in lower case.
func titleLines(f front) string {
	var lines []string
	for _, b := range f.cover() {
		if line := f.text.Slice(b.Span); CountWords(line) <= longestTitleLine {
			lines = append(lines, strings.ToLower(line))
		}
	}
	return strings.Join(lines, "\n")
}
