package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// columnMissed heads the words of a passage that the program missed.
const columnMissed = "missed_passage"

var missedColumns = []column{
	{"file", 44, false}, {columnPage, 8, false}, {columnMissed, 80, false}, {"theme", 40, false},
	{"label", 16, false}, {columnComment, 34, false}, {columnCoder, 14, false},
}

// wordNoTheme is what a person answers in the place of a theme where a sentence that is
// proposed speaks of none, and noThemeWords are all the words for it.
const wordNoTheme = "none"

var noThemeWords = []string{wordNoTheme, "no theme"}

// chooseOrNone is what to do where a row has no theme that is known.
const chooseOrNone = "choose one from the list or write its id, or " + wordNoTheme + " where it speaks of none"

// missedRoom is how many empty rows the sheet has for passages.
const missedRoom = 500

// missed writes the table in which a person adds passages: the sentences that are
// proposed, and behind them empty rows. Its notes stand above.
func (b *book) missed() error {
	return b.missedTable(b.missedNotes(), b.proposed)
}

// missedTable writes the sheet of some notes and proposals.
func (b *book) missedTable(notes []Fact, proposed []corpus.Coding) error {
	columns := missedColumns
	if len(proposed) > 0 {
		columns = proposedSheet
	}
	widths, head, rows := widthsOf(columns), len(notes)+1, len(proposed)+missedRoom
	s, err := b.open(sheetMissed, layout{widths: widths, freezeRows: head, notes: len(notes)})
	if err != nil {
		return err
	}
	if err := b.missedLists(columns, head+1, head+rows); err != nil {
		return err
	}
	across := 1 + placeOf(columns, columnMissed) // the columns of notes, which so stay on the screen
	for _, n := range notes {
		s.note(n, widths[:across])
	}
	if len(proposed) > 0 {
		s.filtered(columns, rows)
	} else {
		s.headings(columns)
	}
	for i := range proposed {
		s.proposal(columns, &proposed[i])
	}
	empty := make([]cell, len(columns))
	for i := range empty {
		empty[i] = textCell("", b.styles.answer)
	}
	for range missedRoom {
		s.add(0, empty...)
	}
	return s.close()
}

// missedLists puts drop-downs on file, theme and label of some rows.
func (b *book) missedLists(columns []column, first, last int) error {
	cells := func(name string) string { return cellsOf(lettersOf(columns, name), first, last) }
	if n := len(b.result.Files); n > 0 {
		if err := b.list(sheetMissed, cells("file"), fmt.Sprintf("%s!$A$2:$A$%d", sheetFiles, 1+n), "File", "The report in which it stands."); err != nil {
			return err
		}
	}
	if n := len(b.result.Themes); n > 0 {
		said := "The theme of which the passage speaks."
		if len(b.proposed) > 0 {
			n, said = n+1, "The theme of which it speaks, or "+wordNoTheme+", the last, where it speaks of none." // that word stands below the themes
		}
		if err := b.list(sheetMissed, cells("theme"), fmt.Sprintf("%s!$B$2:$B$%d", sheetCodebook, 1+n), "Theme", said); err != nil {
			return err
		}
	}
	label := excelize.NewDataValidation(true)
	label.SetSqref(cells("label"))
	if err := label.SetDropList([]string{string(corpus.LabelDeficit), string(corpus.LabelGoodPractice)}); err != nil {
		return err
	}
	label.SetInput("Label", "deficit where practice was lacking, good_practice where it was sound. Empty is deficit.")
	return b.file.AddDataValidation(sheetMissed, label)
}

// addition is a passage that a person adds, as its row gives it.
type addition struct {
	file, theme, quote string // the path of its file and the id of its theme
	page               int
	label              corpus.Label // a deficit where the row has none
	noTheme            bool         // the row says that it speaks of no theme
}

// addition reads a row of the sheet of missed passages: themes are what themes
// are called, and files the paths that it may speak of. It returns why the
// row cannot be meant, "" where it can: for a theme that is none with which of
// known may be meant.
func (a answer) addition(themes analysis.ThemeNames, known []analysis.Theme, files []string) (addition, string) {
	if a.proposes() { // written by the program, as every table of its own
		a = a.unguarded()
	}
	file, reason := fileNamed(a.get("file"), files)
	page, err := pageNumber(a.get(columnPage))
	add := addition{
		file: file, theme: themes.ID(a.get("theme")), quote: a.get(columnMissed), page: page,
		label: corpus.Label(strings.ReplaceAll(fold(a.get("label")), " ", "_")),
	}
	if add.label == "" {
		add.label = corpus.LabelDeficit
	}
	if add.theme == "" && slices.Contains(noThemeWords, fold(a.get("theme"))) {
		add.noTheme, add.label = true, ""
	}
	switch {
	case add.quote == "":
		reason = "it has no words: copy the passage from the page"
	case reason != "":
	case a.get("theme") == "":
		reason = "it has no theme: " + chooseOrNone
	case add.noTheme:
	case add.theme == "" && severalThemes(a.get("theme"), themes, known):
		reason = fmt.Sprintf("%q names several themes, and a row takes one: copy the row for each of them", a.get("theme"))
	case add.theme == "":
		reason = analysis.NoTheme(a.get("theme"), known, chooseOrNone)
	case add.label != corpus.LabelDeficit && add.label != corpus.LabelGoodPractice && add.label != corpus.LabelFactor:
		reason = fmt.Sprintf("the label %q is not known: write deficit or good_practice", a.get("label"))
	}
	if reason == "" && err != nil {
		reason = fmt.Sprintf("the page %q is no number of a page: count from the first page of the file", a.get(columnPage))
	}
	return add, reason
}

// onMissed reads a passage that a person adds, and finds it in its file. Where it is one
// of the sentences proposed, which the program had rejected under the theme chosen, it is a
// decision on that passage.
func (j *judge) onMissed(r *ruling) {
	a := r.answer
	if a.unused() || a.get(columnMissed) == "" && a.get(columnComment) == "" && a.get("theme") == "" {
		return
	}
	d := j.decision(r)
	add, reason := a.addition(j.themes, j.known.Themes, j.paths())
	r.reason = cmp.Or(r.reason, a.without(), reason)
	if r.reason != "" {
		return
	}
	if !slices.ContainsFunc(j.known.Cases, func(c corpus.Case) bool { return slices.Contains(c.Files, add.file) }) {
		r.reason = fmt.Sprintf("the file %q belongs to no review", add.file)
		return
	}
	at := slices.IndexFunc(j.known.Files, func(f analysis.File) bool { return f.File == add.file })
	d.File, d.Document, d.Page, d.Quote = add.file, j.known.Files[at].ID, add.page, add.quote
	r.sentence = analysis.DismissedID(d.Document, d.Page, d.Quote)
	if add.noTheme {
		j.dismiss(r, d)
		return
	}
	d.Added, d.Status, d.Theme, d.Label = true, corpus.Counted, add.theme, add.label
	d.PassageID = analysis.AddedID(d.Document, d.Theme, d.Label, d.Quote)
	listed, reason := j.place(d)
	switch r.reason = reason; {
	case reason != "":
	case listed != nil && a.proposes() && listed.Status == corpus.Rejected: // as its sentence, which was proposed, had not shown
		d.Added, d.Page, d.PassageID, d.Quote = false, 0, listed.PassageID, listed.Quote
	case listed != nil:
		r.reason = fmt.Sprintf("the passage is listed already, as %s and %s: decide on it on the sheet %s", listed.PassageID, listed.Status, sheetPassages)
	}
	r.thing, r.passage = "passage "+d.PassageID, d.PassageID
	if r.reason == "" {
		r.decisions = []corpus.Decision{d}
	}
}

// dismiss reads that a sentence speaks of no theme, and finds it in its file: the decision
// on it begins with where it stands.
func (j *judge) dismiss(r *ruling, d corpus.Decision) {
	d.NoTheme, d.Status = true, corpus.Rejected
	d.PassageID = r.sentence
	r.thing, r.passage = "sentence "+d.PassageID, d.PassageID
	if _, r.reason = j.place(d); r.reason == "" {
		r.decisions = []corpus.Decision{d}
	}
}

// paths are those of the files of the results.
func (j *judge) paths() []string {
	list := make([]string, len(j.known.Files))
	for i, f := range j.known.Files {
		list[i] = f.File
	}
	return list
}

// place says why an added passage is not found. It returns the one in its place that the
// program has listed, nil for none.
func (j *judge) place(d corpus.Decision) (listed *corpus.Coding, reason string) {
	if j.known.Text == nil {
		return nil, "the text of its file is not at hand: bring it in with the results of a run"
	}
	text, err := j.textOf(d.Document)
	if err != nil {
		return nil, err.Error()
	}
	coding, reason := analysis.AddedCoding(d, text)
	if reason != "" {
		return nil, reason
	}
	if c, met := j.finder.Overlapping(coding); met {
		return &c, ""
	}
	return nil, ""
}

// textOf returns the text of a document, which is kept for the next row.
func (j *judge) textOf(id corpus.ID) (*corpus.Text, error) {
	if j.text == nil || j.document != id {
		text, err := j.known.Text(id)
		if err != nil {
			return nil, err
		}
		j.text, j.document = text, id
	}
	return j.text, nil
}

// fileNamed finds one of files by its path or, where no other has it, its name,
// whatever the capitals, with its ending or without, as Windows shows it. It returns why
// there is none.
func fileNamed(name string, files []string) (file, reason string) {
	if name == "" {
		return "", "it does not say in which file it stands"
	}
	name = strings.ReplaceAll(name, `\`, "/")
	if slices.Contains(files, name) {
		return name, ""
	}
	found, bases := []string{}, make([]string, len(files))
	for i, f := range files {
		bases[i] = path.Base(f)
		if slices.ContainsFunc([]string{f, bases[i], strings.TrimSuffix(f, path.Ext(f)), strings.TrimSuffix(bases[i], path.Ext(f))}, func(known string) bool { return strings.EqualFold(known, name) }) {
			found = append(found, f)
		}
	}
	switch len(found) {
	case 1:
		return found[0], ""
	case 0:
		return "", fmt.Sprintf("there is no file %q", name) + insteadOfFile(name, files, bases)
	}
	return "", fmt.Sprintf("%d files are called %q: give the folder too", len(found), name)
}

// mostMeant is how many files are named that a person may have meant.
const mostMeant = 3

// insteadOfFile says what to write for the name of a file that is none: one of the same
// name in another folder, or else one that is called much like it.
func insteadOfFile(name string, files, bases []string) string {
	var meant []string
	for i, f := range files {
		if strings.EqualFold(bases[i], path.Base(name)) {
			meant = append(meant, f)
		}
	}
	if len(meant) == 0 {
		meant = corpus.Near(name, files, bases)
	}
	if len(meant) == 0 || len(meant) > mostMeant {
		return ": write it as the sheet " + sheetFiles + " has it"
	}
	return corpus.InsteadOf(meant, files)
}

// pageNumber reads a page, 0 where there is none.
func pageNumber(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(strings.TrimSuffix(text, ".0"), 10, 16)
	if n == 0 {
		err = cmp.Or(err, errors.New("pages are counted from 1"))
	}
	return int(n), err
}
