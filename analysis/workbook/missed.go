package workbook

import (
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
	{"file", 44, false}, {"page", 8, false}, {columnMissed, 80, false}, {"theme", 40, false},
	{"label", 16, false}, {columnComment, 34, false}, {columnCoder, 14, false},
}

// missedRoom is how many empty rows the sheet has for passages.
const missedRoom = 500

// missed writes an empty table in which a person adds passages.
func (b *book) missed() error {
	widths := widthsOf(missedColumns)
	s, err := b.open(sheetMissed, layout{widths: widths, freezeRows: 1})
	if err != nil {
		return err
	}
	last := 1 + missedRoom
	if err := b.missedLists(last); err != nil {
		return err
	}
	s.headings(missedColumns)
	empty := make([]cell, len(missedColumns))
	for i := range empty {
		empty[i] = textCell("", b.styles.answer)
	}
	for range missedRoom {
		s.add(0, empty...)
	}
	return s.close()
}

// missedLists puts drop-downs on file, theme and label.
func (b *book) missedLists(last int) error {
	if n := len(b.result.Files); n > 0 {
		if err := b.list(sheetMissed, "A", last, fmt.Sprintf("%s!$A$2:$A$%d", sheetFiles, 1+n), "File", "The report in which it stands."); err != nil {
			return err
		}
	}
	if n := len(b.result.Themes); n > 0 {
		if err := b.list(sheetMissed, "D", last, fmt.Sprintf("%s!$B$2:$B$%d", sheetCodebook, 1+n), "Theme", "The theme of which the passage speaks."); err != nil {
			return err
		}
	}
	label := excelize.NewDataValidation(true)
	label.SetSqref(fmt.Sprintf("E2:E%d", last))
	if err := label.SetDropList([]string{string(corpus.LabelDeficit), string(corpus.LabelGoodPractice)}); err != nil {
		return err
	}
	label.SetInput("Label", "deficit where practice was lacking, good_practice where it was sound. Empty is deficit.")
	return b.file.AddDataValidation(sheetMissed, label)
}

// onMissed reads a passage that a person adds, and finds it in its file.
func (j *judge) onMissed(r *ruling) {
	a := r.answer
	quote := a.get(columnMissed)
	if quote == "" && a.get(columnComment) == "" && a.get("theme") == "" {
		return
	}
	d := j.decision(r)
	file, reason := j.fileNamed(a.get("file"))
	theme := j.themes[fold(a.get("theme"))]
	label := corpus.Label(strings.ReplaceAll(fold(a.get("label")), " ", "_"))
	if label == "" {
		label = corpus.LabelDeficit
	}
	page, err := pageNumber(a.get("page"))
	switch {
	case r.reason != "":
	case quote == "":
		r.reason = "it has no words: copy the passage from the page"
	case reason != "":
		r.reason = reason
	case theme == "":
		r.reason = noTheme(a.get("theme"))
	case label != corpus.LabelDeficit && label != corpus.LabelGoodPractice && label != corpus.LabelFactor:
		r.reason = fmt.Sprintf("the label %q is not known: write deficit or good_practice", a.get("label"))
	case err != nil:
		r.reason = fmt.Sprintf("the page %q is not a number: count from the first page of the file", a.get("page"))
	}
	if r.reason != "" {
		return
	}
	d.Added, d.Status, d.Theme, d.Label = true, corpus.Counted, theme, label
	d.File, d.Document, d.Page, d.Quote = file.File, file.ID, page, quote
	d.PassageID = analysis.AddedID(file.ID, theme, label, quote)
	r.thing, r.passage = "passage "+d.PassageID, d.PassageID
	if r.reason = j.place(d); r.reason == "" {
		r.decisions = []corpus.Decision{d}
	}
}

// place says why an added passage cannot be taken in: it is not found, or was
// found by the program.
func (j *judge) place(d corpus.Decision) string {
	if j.known.Text == nil {
		return "the text of its file is not at hand: bring it in with the results of a run"
	}
	text, err := j.known.Text(d.Document)
	if err != nil {
		return err.Error()
	}
	coding, reason := analysis.AddedCoding(d, text)
	if reason != "" {
		return reason
	}
	for _, c := range j.known.Codings {
		if c.PassageID != d.PassageID && c.Document == d.Document && c.Theme == d.Theme && c.Label == d.Label && c.Span.Overlaps(coding.Span) {
			return fmt.Sprintf("the passage is listed already, as %s and %s: decide on it on the sheet %s", c.PassageID, c.Status, sheetPassages)
		}
	}
	return ""
}

// fileNamed finds a file of a review by its path or its name.
func (j *judge) fileNamed(name string) (analysis.File, string) {
	name = strings.ReplaceAll(name, `\`, "/")
	var found []analysis.File
	for _, f := range j.known.Files {
		if f.File == name {
			found = []analysis.File{f}
			break
		}
		if strings.EqualFold(path.Base(f.File), path.Base(name)) && !strings.Contains(name, "/") {
			found = append(found, f)
		}
	}
	switch {
	case name == "":
		return analysis.File{}, "it does not say in which file it stands"
	case len(found) == 0:
		return analysis.File{}, fmt.Sprintf("there is no file %q: choose one from the list", name)
	case len(found) > 1:
		return analysis.File{}, fmt.Sprintf("%d files are called %q: give the folder too", len(found), name)
	}
	for _, c := range j.known.Cases {
		if slices.Contains(c.Files, found[0].File) {
			return found[0], ""
		}
	}
	return analysis.File{}, fmt.Sprintf("the file %q belongs to no review", name)
}

// pageNumber reads a page, 0 where there is none.
func pageNumber(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(strings.TrimSuffix(text, ".0"), 10, 16)
	return int(n), err
}
