package corpus

import (
	"path"
	"strings"
)

// FactName names a thing that a document may say of itself.
type FactName string

// The facts. Dates are 2006-07-05, 2006-07, "spring 2006" or 2006, as exactly
// as they are stated.
const (
	FactKind      FactName = "kind"
	FactTitle     FactName = "title"
	FactBoard     FactName = "board" // or partnership
	FactArea      FactName = "area"
	FactYear      FactName = "year"    // of publication
	FactSubject   FactName = "subject" // the child as the review calls it
	FactReference FactName = "case_reference"
	FactAuthors   FactName = "authors"     // parted by "; "
	FactType      FactName = "review_type" // serious case review and so on
	FactGuidance  FactName = "guidance"    // editions of Working Together it was done under, parted by "; "
	FactFrom      FactName = "period_from" // of the period under review
	FactTo        FactName = "period_to"
	FactOutcome   FactName = "outcome" // [OutcomeDied] or [OutcomeHarmed]
	FactHarmed    FactName = "date_of_harm"
	FactDecided   FactName = "date_decided"   // when it was decided to hold the review
	FactCompleted FactName = "date_completed" // or agreed, accepted, signed off, presented
	FactPublished FactName = "date_published"
	// What follows is computed from the dates above, for a case and not for a
	// single document.
	FactTaken     FactName = "time_to_complete"
	FactToPublish FactName = "time_to_publish"
	FactFromEvent FactName = "time_from_event"
)

// FactNames lists the facts in the order in which they are shown.
var FactNames = []FactName{
	FactKind, FactTitle, FactBoard, FactArea, FactYear, FactSubject, FactReference, FactAuthors, FactType, FactGuidance,
	FactFrom, FactTo, FactOutcome, FactHarmed, FactDecided, FactCompleted, FactPublished,
	FactTaken, FactToPublish, FactFromEvent,
}

// What became of the child, where the document states it of that child.
const (
	OutcomeDied   = "died"
	OutcomeHarmed = "seriously harmed"
)

// Evidence is where a fact was read: a page and the words on it, verbatim.
// Without a page the words are the path of the file, or its own title.
type Evidence struct {
	Page  int    `json:"page,omitempty"`
	Quote string `json:"quote,omitempty"`
}

// Fact is a value a document states, with its evidence. The zero Fact means
// that the document does not say.
type Fact struct {
	Value    string   `json:"value,omitempty"`
	Evidence Evidence `json:"evidence"`
}

// Facts are what a document says of itself. What it does not say is missing.
type Facts map[FactName]Fact

// Value returns the value of name, or "" where the document does not say.
func (f Facts) Value(name FactName) string { return f[name].Value }

// set keeps a fact that has a value.
func (f Facts) set(name FactName, fact Fact) {
	if fact.Value != "" {
		f[name] = fact
	}
}

// facts reads the facts of a document of the given kind. Where the text gives no area or year, the
// folder and the name of the file may; the evidence then has no page and
// quotes the path. Only a review of one case has facts about a child and about
// its own making.
func (p *firstPage) facts(kind Kind, file string) Facts {
	facts := Facts{}
	facts.set(FactTitle, p.title())
	facts.set(FactBoard, boardOf(p.front, kind))
	facts.set(FactYear, yearOf(p.front, kind))
	facts.set(FactArea, areaOf(p.front, kind, facts[FactBoard]))
	facts.fromPath(file)
	if kind.OfOneCase() {
		facts.ofReview(p, kind)
	}
	if p.text != p.written {
		facts.quote(p.written, p.text)
	}
	return facts
}

// quote puts the words of t, as they are written, in the place of those of read,
// which are the same but for capitals.
func (f Facts) quote(t, read *Text) {
	for name, fact := range f {
		if fact.Evidence.Page == 0 {
			continue
		}
		page := t.Pages[fact.Evidence.Page-1].Span
		if at := strings.Index(read.Slice(page), fact.Evidence.Quote); at >= 0 {
			at += page.Start
			fact.Evidence.Quote = t.Body[at : at+len(fact.Evidence.Quote)]
			f[name] = fact
		}
	}
}

// ofReview reads what only a review of one case says.
func (f Facts) ofReview(p *firstPage, kind Kind) {
	t, subject, opening := p.text, p.subject(), openingOf(p.text)
	f.set(FactSubject, subject)
	f.set(FactReference, referenceOf(p.front))
	f.set(FactAuthors, authorsOf(p.front, opening))
	f.set(FactType, typeOf(p.front, kind))
	f.set(FactGuidance, guidanceOf(t, opening))
	outcome, harmed := outcomeOf(t, opening, namesOf(t, subject.Value))
	f.set(FactOutcome, outcome)
	f.set(FactHarmed, harmed)
	from, to := periodOf(t, opening, harmed)
	f.set(FactFrom, from)
	f.set(FactTo, to)
	f.set(FactDecided, decidedOf(t, opening))
	f.set(FactCompleted, completedOf(t, p.front, opening))
	f.set(FactPublished, publishedOf(t, p.front, opening))
}

var (
	fileYear = Lazily(`(?:^|[^0-9])((?:19|20)\d\d)(?:[^0-9]|$)`)
	// noFolder is what folders are called that are not called after a place.
	noFolder = Lazily(`(?i)\d|\b(?:reports?|reviews?|scrs?|l?csprs?|serious|case|cases|summar(?:y|ies)|cop(?:y|ies)|new|old|folder|documents?|downloads?|pdfs?|archive|misc|mixed|various|temp|child|baby|young|family|final|drafts?|inspections?|letters?|published|publications?|appendi(?:x|ces)|files?|data|input|executive|overview)\b`)
)

// fromPath fills in area and year from the folders and the name of the file:
// the nearest folder that may be called after a place, and the last year.
func (f Facts) fromPath(file string) {
	evidence := Evidence{Quote: file}
	if f.Value(FactArea) == "" {
		for _, dir := range foldersOf(file) {
			if name := path.Base(dir); !noFolder().MatchString(strings.ReplaceAll(name, "_", " ")) {
				f.set(FactArea, Fact{name, evidence})
				break
			}
		}
	}
	for _, part := range append([]string{file}, foldersOf(file)...) {
		if m := fileYear().FindStringSubmatch(path.Base(part)); m != nil && f.Value(FactYear) == "" {
			f.set(FactYear, Fact{m[1], evidence})
		}
	}
}

// firstMatch is the given group of the first match of pattern in the blocks of f.
func firstMatch(f front, pattern *Expression, group int) Fact {
	for _, b := range f.blocks {
		if m := pattern.FindStringSubmatchIndex(f.text.Slice(b.Span)); m != nil {
			return f.part(b, m[2*group], m[2*group+1])
		}
	}
	return Fact{}
}
