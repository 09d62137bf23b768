package workbook

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// sheetSample says what was drawn and how. A workbook that has it is a sample.
const sheetSample = "Sample"

// sampleColumns are those of the sheet Passages that do not say what the program
// makes of a passage.
var sampleColumns = []string{
	"case_id", "file", columnPage, "page_label", "paragraph", "theme", columnQuote,
	columnDecision, columnMovedTo, columnComment, columnCoder, columnBefore, columnAfter, "theme_id", columnPassage,
}

// columnSample says on every row that it is of a sample, also where the sheet
// Passages alone is saved as CSV.
const columnSample = "asked_whether"

// WriteSample writes what a second coder is given: passages to decide on, or
// reviews to read. It does not say what the program or anybody else makes of
// them. [ReadDecisions] and [ReadCoder] read it back.
func WriteSample(w io.Writer, r *analysis.Result, sample *analysis.Sample, opts Options) error {
	sheets := []string{sheetReadMe, sheetSample, sheetCells, sheetMissed, sheetReviews, sheetCodebook, sheetFiles}
	if sample.Draw.Passages {
		sheets = []string{sheetReadMe, sheetSample, sheetPassages, sheetReviews, sheetCodebook, sheetFiles}
	}
	return write(w, "sample", blind(r, sample), opts, sheets, func(b *book) []func() error {
		fills := []func() error{
			func() error { return b.sampleReadMe(sample) }, func() error { return b.sample(sample) }, b.sampleReviews, b.codebook, b.sampleFiles,
		}
		if sample.Draw.Passages {
			return append(fills, b.samplePassages)
		}
		return append(fills, b.sampleCells, func() error { return b.missedTable(nil, nil) })
	})
}

// blind returns the part of a result that was drawn, without any verdict.
func blind(r *analysis.Result, sample *analysis.Sample) *analysis.Result {
	part := &analysis.Result{Source: r.Source, Themes: r.Themes, Cases: sample.Reviews}
	part.Matrix = analysis.Matrix{Cases: sample.Reviews, Themes: r.Themes}
	drawn := map[string]bool{}
	for _, c := range sample.Reviews {
		drawn[c.ID] = true
	}
	for _, f := range r.Files {
		if drawn[f.CaseID] {
			part.Files = append(part.Files, f)
		}
	}
	var passages []analysis.Passage
	for _, p := range sample.Passages {
		label := ""
		for _, t := range r.Themes {
			if t.ID == p.Theme {
				label = t.Label
			}
		}
		passages = append(passages, analysis.Passage{ThemeLabel: label, Coding: &corpus.Coding{
			PassageID: p.PassageID, CaseID: p.CaseID, Document: p.Document, File: p.File, Page: p.Page, PageLabel: p.PageLabel,
			Paragraph: p.Paragraph, Theme: p.Theme, Span: p.Span, Quote: p.Quote,
		}})
	}
	part.Passages = analysis.PassagesOf(passages)
	return part
}

// samplePassages writes the passages drawn, each to be decided on.
func (b *book) samplePassages() error {
	var columns []passageColumn
	for _, name := range sampleColumns {
		columns = append(columns, passageColumns[passagePlace(name)])
	}
	columns = append(columns, plainColumn(columnSample, 20, func(*analysis.Passage) string { return "practice was lacking" }))
	heads, rows := plain(columns), b.result.Passages.Len()
	s, err := b.open(sheetPassages, layout{widths: widthsOf(heads), freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := b.choices(sheetPassages, lettersOf(heads, columnDecision), rows+1, []string{"counted", "held", "rejected"}, "counted: it says that practice was lacking on the theme."); err != nil {
		return err
	}
	if err := b.list(sheetPassages, cellsOf(lettersOf(heads, columnMovedTo), 2, rows+1), fmt.Sprintf("%s!$B$2:$B$%d", sheetCodebook, 1+len(b.result.Themes)), "Another theme", "The theme of which the passage speaks instead."); err != nil {
		return err
	}
	if err := b.printArea(sheetPassages, heads, columnCoder, rows+1); err != nil {
		return err
	}
	s.filtered(heads, rows)
	s.passages(columns, b.result.Passages)
	return s.close()
}

var sampleCellColumns = []column{
	{"case_id", 24, false}, {"title", 40, false}, {"theme", 48, false}, {columnDecision, 12, false}, {columnComment, 44, false}, {columnCoder, 14, false}, {"theme_id", 26, false},
}

// sampleCells writes every theme of every review drawn, each to be decided on.
func (b *book) sampleCells() error {
	s, err := b.open(sheetCells, layout{widths: widthsOf(sampleCellColumns), freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	rows := len(b.result.Cases) * len(b.result.Themes)
	if err := b.choices(sheetCells, lettersOf(sampleCellColumns, columnDecision), rows+1, []string{"present", "absent"}, "Whether the review says that practice was lacking on the theme."); err != nil {
		return err
	}
	s.filtered(sampleCellColumns, rows)
	for _, c := range b.result.Cases {
		for _, t := range b.result.Themes {
			cells := []cell{
				textCell(c.ID, b.styles.text), textCell(c.Title, b.styles.wrap), textCell(t.Label, b.styles.wrap),
				textCell("", b.styles.answer), textCell("", b.styles.answer), textCell("", b.styles.answer), textCell(t.ID, b.styles.text),
			}
			s.add(rowHeight(max(lines(c.Title, sampleCellColumns[1].width), lines(t.Label, sampleCellColumns[2].width))), cells...)
		}
	}
	return s.close()
}

var sampleReviewColumns = []column{
	{"case_id", 26, false}, {"title", 52, false}, {"area", 24, false}, {"year", 8, false}, {"kind", 20, false}, {"files", 60, false}, {corpus.ColumnInclude, 10, false},
}

// sampleReviews lists the reviews drawn.
func (b *book) sampleReviews() error {
	widths := widthsOf(sampleReviewColumns)
	s, err := b.open(sheetReviews, layout{widths: widths, freezeRows: 1})
	if err != nil {
		return err
	}
	s.filtered(sampleReviewColumns, len(b.result.Cases))
	for _, c := range b.result.Cases {
		texts := []string{c.ID, c.Title, c.Area, c.Column(corpus.ColumnYear), string(c.Kind), strings.Join(c.Files, "; "), "yes"}
		s.addWrapped(texts, widths)
	}
	return s.close()
}

// sampleFiles lists the files of the reviews drawn, from which the sheet Missed
// passages takes its choices.
func (b *book) sampleFiles() error {
	columns := []column{{"file", 80, false}, {"case_id", 30, false}, {"pages", 8, true}}
	s, err := b.open(sheetFiles, layout{widths: widthsOf(columns), freezeRows: 1})
	if err != nil {
		return err
	}
	s.filtered(columns, len(b.result.Files))
	for _, f := range b.result.Files {
		s.add(0, textCell(f.File, b.styles.text), textCell(f.CaseID, b.styles.text), cell{value: analysis.Known(f.Pages), style: b.styles.number})
	}
	return s.close()
}

// sample says what was drawn and how.
func (b *book) sample(sample *analysis.Sample) error {
	columns := []column{{"stratum", 60, false}, {"of", 10, true}, {"drawn", 10, true}}
	s, err := b.open(sheetSample, layout{widths: widthsOf(columns)})
	if err != nil {
		return err
	}
	of := "review"
	if sample.Draw.Passages {
		of = "passage"
	}
	s.section("Sample", fmt.Sprintf("%s of %s, drawn at random with the seed %d, in proportion by %s.", corpus.Digits(sample.Size()), corpus.Quantity(sample.Of, of), sample.Seed, strings.Join(sample.By, ", ")))
	if slices.Contains(sample.By, "status") || slices.Contains(sample.By, "label") {
		return s.close() // the groups would tell how many of the passages count
	}
	s.headings(columns)
	for _, t := range sample.Strata {
		s.add(0, textCell(t.Name, b.styles.text), numberCell(t.Of, b.styles.number), numberCell(t.Drawn, b.styles.number))
	}
	return s.close()
}

// sampleReadMe says what to do.
func (b *book) sampleReadMe(sample *analysis.Sample) error {
	s, err := b.open(sheetReadMe, layout{widths: []float64{26, 118}})
	if err != nil {
		return err
	}
	lines := []Fact{
		{"What it is", "A sample for a second coder. It does not say what the program or anybody else makes of it; please do not look that up before you are done."},
		{"First", "Read the sheet Codebook: what belongs to each theme, and what does not."},
	}
	if sample.Draw.Passages {
		lines = append(lines, Fact{"Then", "On the sheet Passages, choose for each: counted, where it says that practice was lacking on the theme beside it; rejected, where it does not; held, where you cannot tell, which is not compared. Where it speaks of another theme, choose that under Moved to theme."})
	} else {
		lines = append(lines,
			Fact{"Then", "Read each review from beginning to end. On the sheet " + sheetCells + ", choose present or absent for every theme."},
			Fact{"The passages", "that made you choose present go on the sheet " + sheetMissed + ": file, words and theme."})
	}
	lines = append(lines,
		Fact{"Your name", "goes under Coder."},
		Fact{"At last", "Send the file back. It is compared with: thematic agree coded.xlsx SAMPLE.xlsx. It can also be brought in as decisions, on whether practice was lacking and on nothing else: thematic decisions import SAMPLE.xlsx."})
	s.add(34, textCell("Sample for a second coder", b.styles.title))
	for _, l := range append(lines, b.opts.Made...) {
		s.add(height([]string{l.Value}, []float64{118}), textCell(l.Name, b.styles.label), textCell(l.Value, b.styles.wrap))
	}
	return s.close()
}
