package workbook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// judge reads answers against what is known.
type judge struct {
	finder   *analysis.Finder
	standing analysis.Standing
	themes   analysis.ThemeNames
	cases    map[string]corpus.Case
	known    Known
	by       By
	added    map[string]corpus.Decision // by the list that is read, by the id of the passage
	text     *corpus.Text               // of document, read last; nil before
	document corpus.ID
}

func newJudge(known Known, by By, answers []answer) *judge {
	j := &judge{
		standing: analysis.StandingOf(known.Input),
		themes:   analysis.NamesOf(known.Themes), cases: make(map[string]corpus.Case), added: make(map[string]corpus.Decision), known: known, by: by,
	}
	for _, c := range known.Cases {
		j.cases[c.ID] = c
	}
	asked := known.Input
	asked.Decisions = nil
	for _, a := range answers {
		if d := j.asked(a); d != (corpus.Decision{}) {
			asked.Decisions = append(asked.Decisions, d)
		}
	}
	j.finder = asked.Finder()
	return j
}

// asked returns the passage that an answer may speak of, as far as it says: the finder has
// no others.
func (j *judge) asked(a answer) corpus.Decision {
	if a.table == listedRows {
		a = a.unguarded()
		if a.missed() {
			a = a.asMissed()
			a.table = missedRows
		}
	}
	switch a.table {
	case missedRows:
		add, reason := a.addition(j.themes, j.known.Themes, j.paths())
		if at := slices.IndexFunc(j.known.Files, func(f analysis.File) bool { return f.File == add.file }); reason == "" && at >= 0 {
			return corpus.Decision{Document: j.known.Files[at].ID, File: add.file, Theme: add.theme, Label: add.label}
		}
	case passageRows, listedRows:
		d := corpus.Decision{PassageID: a.get(columnPassage)}
		if d.PassageID != "" && !a.blank() {
			d.File, d.Theme, d.Label = a.get("file"), a.get("theme_id"), corpus.Label(a.get("label"))
		}
		return d
	}
	return corpus.Decision{}
}

// ruling is what an answer means. It says nothing where there are neither
// decisions nor a reason.
type ruling struct {
	answer    answer
	thing     string // what it speaks of: two rows of one thing must not differ
	passage   string // id that the passage has now, where it was found
	sentence  string // of a row of missed passages: the id of its words, whatever the theme
	subject   *corpus.Decision
	decisions []corpus.Decision
	reason    string // why the answer is rejected
	agrees    bool   // that practice was not lacking, of a passage of good practice: see [ruling.onPraise]
}

// rule finds what an answer speaks of and what was decided on it.
func (j *judge) rule(a answer) ruling {
	r := ruling{answer: a}
	switch a.table {
	case passageRows:
		j.onPassage(&r)
	case cellRows:
		j.onCell(&r)
	case reviewRows:
		j.onReview(&r)
	case missedRows:
		j.onMissed(&r)
	case listedRows:
		j.onListed(&r)
	}
	but := ""
	if len(r.decisions) == 0 {
		but = columnCoder // which signs nothing
	}
	if lost := a.lost(but); lost != "" {
		r.decisions, r.reason, r.agrees = nil, lost, false
	}
	return r
}

// decision begins a decision with what every one has.
func (j *judge) decision(r *ruling) corpus.Decision {
	d := corpus.Decision{Coder: signed(r.answer.get(columnCoder)), Time: j.by.Time}
	var did []string
	d.Comment, did = clean(strings.ReplaceAll(r.answer.get(columnComment), "\r\n", "\n"))
	if slices.Contains(did, whatCut) {
		r.reason = "its comment is longer than a cell can hold"
	}
	if spreadsheetError.MatchString(d.Comment) {
		r.reason = fmt.Sprintf("its comment is no text but the error %s: the spreadsheet took it for a formula, so write it again and begin with a letter", d.Comment)
	}
	return d
}

// spreadsheetError is what a cell shows whose text was taken for a formula.
var spreadsheetError = regexp.MustCompile(`^(#[A-Z/0]+[!?A]|Err:\d{3})$`)

// onPassage finds the passage of an answer and what was decided on it.
func (j *judge) onPassage(r *ruling) {
	a := r.answer
	id, quote := a.get(columnPassage), a.get("quote")
	if id == "" {
		if !a.blank() {
			r.reason = "it has no passage id: add a passage that was missed on the sheet " + sheetMissed
		}
		return
	}
	wanted := corpus.Decision{PassageID: id, Quote: quote}
	if strings.HasSuffix(quote, cutMark) {
		wanted.Quote = ""
	}
	if !a.blank() {
		wanted.File, wanted.Theme, wanted.Label = a.get("file"), a.get("theme_id"), corpus.Label(a.get("label"))
	}
	c, missing := j.finder.Find(wanted)
	r.passage, r.thing = c.PassageID, "passage "+c.PassageID
	r.subject = &corpus.Decision{PassageID: c.PassageID}
	switch {
	case missing == analysis.OtherWords:
		r.reason = "its quotation is not the one of this passage: was it changed, or one column sorted without the others?"
	case a.blank():
	case missing != "":
		r.reason = missing
	default:
		j.decide(r, c)
	}
}

// decide turns an answer on a passage into a decision, or says why it cannot.
func (j *judge) decide(r *ruling, c corpus.Coding) {
	decision, movedTo := r.answer.get(columnDecision), r.answer.get(columnMovedTo)
	d := j.decision(r)
	d.PassageID, d.Theme, d.Document, d.File, d.Label, d.Quote = c.PassageID, c.Theme, c.Document, c.File, c.Label, c.Quote
	moved := j.themes.ID(movedTo)
	word := fold(decision)
	status, spoken := r.answer.head.status(word)
	switch {
	case r.reason != "":
	case decision != "" && !spoken:
		r.reason = unknownDecision(decision, "counted, held or rejected")
	case word == "" && movedTo == "":
		r.reason = "it has a comment and no decision: choose counted, held or rejected beside it"
	case movedTo == "" && status == "":
		r.reason = "it is to be moved, and Moved to theme is empty"
	case movedTo == "":
	case moved == "" && severalThemes(movedTo, j.themes, j.known.Themes):
		r.reason = fmt.Sprintf("%q names several themes: move it to one, and write its words on the sheet %s for each of the others", movedTo, sheetMissed)
	case moved == "":
		r.reason = noTheme(movedTo, j.known.Themes)
	case status == corpus.Rejected:
		r.reason = "it is rejected and moved to another theme: leave one of them"
	case moved != c.Theme:
		d.MovedTo = moved
	}
	if d.Status = status; status == "" {
		d.Status = corpus.Counted
	}
	switch {
	case r.reason != "":
	case c.Label == corpus.LabelGoodPractice && r.answer.head.blind:
		r.onPraise(status)
	default:
		r.decisions = []corpus.Decision{d}
	}
}

// onPraise reads an answer on a passage of good practice in a sample for a second
// coder, which does not show its label: it is asked there whether practice was lacking. Who says no agrees, and takes nothing from the praise.
func (r *ruling) onPraise(status corpus.CodingStatus) {
	if r.agrees = status == corpus.Rejected || status == corpus.Held; !r.agrees {
		r.reason = "the program takes it for good practice, which no decision makes a finding that practice was lacking: reject it on the sheet " +
			sheetPassages + " of coded.xlsx, and write its words on the sheet " + sheetMissed
	}
}

// severalThemes reports whether a cell names more than one theme, and nothing else. Of what
// stands between semicolons, strokes and lines it is enough that it is nearly a name.
func severalThemes(text string, themes analysis.ThemeNames, known []analysis.Theme) bool {
	all := func(between *regexp.Regexp, named func(string) bool) bool {
		names := between.Split(strings.TrimSpace(text), -1)
		return len(names) > 1 && !slices.ContainsFunc(names, func(name string) bool { return !named(name) })
	}
	is := func(name string) bool { return themes.ID(name) != "" }
	nearly := func(name string) bool { return is(name) || len(analysis.NearThemes(name, known)) > 0 }
	return all(betweenThemes, is) || all(surelyBetween, nearly)
}

// betweenThemes is what people write between the names of themes, and surelyBetween what
// stands in none of these.
var (
	betweenThemes = regexp.MustCompile(`(?i)\s*[;,/|+&\n]\s*(?:and\s+)?|\s+and\s+`)
	surelyBetween = regexp.MustCompile(`\s*[;/|\n]\s*`)
)

// noTheme says that no theme is called name.
func noTheme(name string, themes []analysis.Theme) string {
	return analysis.NoTheme(name, themes, "choose one from the list or write its id")
}

// unknownDecision says that a decision is none, and what to write.
func unknownDecision(decision, words string) string {
	return fmt.Sprintf("the decision %q is not known: write %s, or leave it empty", decision, words)
}

// decisionWords are the words that people write for a decision. A moved
// passage counts unless it is held.
var decisionWords = map[string]corpus.CodingStatus{
	"counted": corpus.Counted, "count": corpus.Counted, "accepted": corpus.Counted, "accept": corpus.Counted,
	"held": corpus.Held, "hold": corpus.Held,
	"rejected": corpus.Rejected, "reject": corpus.Rejected,
	"moved": "", "move": "",
}

// presentWords are the words that people write for a theme in a review. "1" and "0"
// are also what a workbook holds for TRUE and FALSE.
var presentWords = map[string]bool{
	"present": true, "yes": true, "y": true, "true": true, "1": true,
	"absent": false, "no": false, "n": false, "false": false, "0": false,
}

// status returns the status that a word stands for as a decision on a passage. In a
// sample, which asks whether practice was lacking, it may be that of a yes or a no.
func (h *head) status(word string) (status corpus.CodingStatus, known bool) {
	status, known = decisionWords[word]
	if yes, said := presentWords[word]; said && h.blind {
		status, known = corpus.Rejected, true
		if yes {
			status = corpus.Counted
		}
	}
	return status, known
}

// onCell reads a decision on a theme of a review.
func (j *judge) onCell(r *ruling) {
	a := r.answer
	id, word := a.get("case_id"), a.get(columnDecision)
	theme := j.themes.ID(a.get("theme_id"))
	r.thing = "cell " + id + " " + theme
	r.subject = &corpus.Decision{CaseID: id, Theme: theme}
	if word == "" && a.get(columnComment) == "" {
		return
	}
	d := j.decision(r)
	present, spoken := presentWords[fold(word)]
	_, met := j.cases[id]
	if gone := a.without(); gone != "" && a.table == cellRows {
		r.reason = gone
	}
	switch {
	case r.reason != "":
	case word == "":
		r.reason = "it has a comment and no decision: choose present or absent beside it"
	case !spoken:
		r.reason = unknownDecision(word, "present or absent")
	case !met:
		r.reason = fmt.Sprintf("there is no review %q now", id)
	case theme == "":
		r.reason = noTheme(a.get("theme_id"), j.known.Themes)
	default:
		d.CaseID, d.Theme, d.Present = id, theme, &present
		r.decisions = []corpus.Decision{d}
	}
}

// onReview reads changes to a review: the cells that are not as they were
// written, or where that column is gone not as the review is now.
func (j *judge) onReview(r *ruling) {
	a := r.answer
	id := a.get("case_id")
	c, met := j.cases[id]
	r.thing = "review " + id
	if gone := a.without(); gone != "" && a.changed() {
		r.reason = gone
		return
	}
	for _, column := range corpus.CaseColumns {
		if !a.has(column) || !met {
			continue
		}
		now, value := c.Column(column), caseValue(column, a.get(column))
		written := now
		if a.has(column + asWritten) {
			written = caseValue(column, a.get(column+asWritten))
		}
		if value == written || value == now {
			continue
		}
		if reason := badValue(column, value); reason != "" {
			r.reason = strings.TrimPrefix(r.reason+"; "+reason, "; ")
			continue
		}
		d := j.decision(r)
		d.CaseID, d.Change = id, &corpus.CaseChange{Column: column, Value: value, Before: now}
		r.decisions = append(r.decisions, d)
	}
	switch {
	case !met && id != "":
		r.reason = fmt.Sprintf("there is no review %q now", id)
	case r.reason != "":
		r.decisions = nil
	}
}

// changed reports whether a row of a review says otherwise than was written.
func (a answer) changed() bool {
	return slices.ContainsFunc(corpus.CaseColumns, func(column string) bool {
		return a.has(column) && a.has(column+asWritten) && caseValue(column, a.get(column)) != caseValue(column, a.get(column+asWritten))
	})
}

// caseValue makes one text of the ways in which people and programs write a
// value.
func caseValue(column, text string) string {
	switch text = strings.TrimSpace(corpus.Unguard(text)); column {
	case corpus.ColumnYear:
		return strings.TrimSuffix(text, ".0")
	case corpus.ColumnInclude:
		switch fold(text) {
		case "yes", "y", "true", "1":
			return "yes"
		case "no", "n", "false", "0":
			return "no"
		}
	}
	return text
}

// badValue says why a column cannot have a value.
func badValue(column, value string) string {
	switch column {
	case corpus.ColumnArea:
		if err := corpus.CheckArea(value); err != nil {
			return err.Error()
		}
	case corpus.ColumnYear:
		if _, err := corpus.ParseYear(value); err != nil {
			return err.Error()
		}
	case corpus.ColumnInclude:
		if value != "yes" && value != "no" {
			return fmt.Sprintf("include is %q: write yes or no", value)
		}
	}
	return ""
}
