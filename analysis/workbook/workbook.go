// Package workbook writes coded.xlsx, the spreadsheet in which a person reads
// every passage behind a number and decides on it.
//
// Promises: every value of the tables stands in the workbook as it stands in
// the CSV files. The matrix is made of formulas over the decisions, where it is
// not too large, and totals, percentages, intervals and overlaps of formulas
// over the matrix. They are stored with their values, so that they show in any
// viewer, and follow when a decision is changed. A text is never a formula,
// whatever it begins with. A text that had to be changed to fit into a cell is
// listed on the sheet Log. The same input gives the same bytes.
package workbook

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// The sheets, in their order.
const (
	sheetReadMe     = "Read me"
	sheetReviews    = "Reviews"
	sheetMatrix     = "Matrix"
	sheetPassages   = "Passages"
	sheetCells      = "Themes by review"
	sheetMissed     = "Missed passages"
	sheetCodebook   = "Codebook"
	sheetStatistics = "Statistics"
	sheetOverlaps   = "Overlaps"
	sheetCompared   = "Comparisons"
	sheetTrends     = "Trends"
	sheetFirm       = "Robustness"
	sheetTogether   = "Combinations"
	sheetChecked    = "Checked"
	sheetCharts     = "Charts"
	sheetFacts      = "Facts"
	sheetFiles      = "Files"
	sheetLog        = "Log"
)

var sheetOrder = []string{
	sheetReadMe, sheetReviews, sheetMatrix, sheetPassages, sheetCells, sheetMissed, sheetCodebook,
	sheetStatistics, sheetOverlaps, sheetCompared, sheetTrends, sheetFirm, sheetTogether, sheetChecked, sheetCharts, sheetFacts, sheetFiles, sheetLog,
}

// maxPassages is how many passages a sheet holds below its heading.
const maxPassages = 1<<20 - 1

// Options are what the workbook says beside the result.
type Options struct {
	// Made says what made the workbook: tool, codebook, their versions and
	// hashes. It is shown on the sheet Read me, in this order.
	Made []Fact
	// BasePath is the folder below which the files lie, from where the workbook
	// lies. Where it is empty, pages are not linked.
	BasePath string
	// Address returns where a passage of a review that is included stands in its text,
	// from where the workbook lies; the page then leads there. It is nil for nowhere.
	Address func(*analysis.Passage) string
	// Context returns the words before and after a passage; nil for none.
	Context func(document corpus.ID, passage corpus.Span) (before, after string, err error)
	// Uncoded are sentences that may be findings and that no theme takes up, their scores
	// the chance, review by review: the likeliest are proposed on the sheet Missed passages.
	Uncoded []corpus.Coding
	// Pictures are shown on the sheet Charts.
	Pictures []Picture
	// Scratch makes a file for the rows of a large sheet until the workbook is put
	// together; nil to keep them in memory.
	Scratch func() (*corpus.Scratch, error)
}

// Picture is a chart as a PNG, with its size in points and what it shows in
// words.
type Picture struct {
	Title, Alt    string
	PNG           []byte
	Width, Height float64
}

// Fact is one line of how the workbook was made.
type Fact struct{ Name, Value string }

// Write writes the workbook for r. It fails for more than [maxPassages]
// passages and when w does.
func Write(w io.Writer, r *analysis.Result, opts Options) error {
	if r.Passages.Len() > maxPassages {
		return fmt.Errorf("%d passages are more than the %d that a sheet can hold: use passages.csv", r.Passages.Len(), maxPassages)
	}
	sheets := sheetOrder
	if r.Beside != nil {
		sheets = slices.Insert(slices.Clone(sheets), slices.Index(sheets, sheetFacts), sheetBeside, sheetBesidePassages)
	}
	return write(w, "workbook", r, opts, sheets, func(b *book) []func() error {
		for _, t := range r.Summaries() {
			b.tables[t.Name] = t
		}
		// Read me and Log tell of the others, so they are filled in last.
		fills := []func() error{
			b.reviews, b.matrix, b.passages, b.cells, b.missed, b.codebook, b.statistics, b.overlaps, b.compared, b.further, b.charts,
		}
		if r.Beside != nil {
			fills = append(fills, b.beside, b.besidePassages)
		}
		return append(fills, b.facts, b.files, b.readMe, b.logSheet)
	})
}

// write writes a workbook with the sheets named, each of which one of fills writes. What
// is what its errors begin with.
func write(w io.Writer, what string, r *analysis.Result, opts Options, sheets []string, fills func(*book) []func() error) error {
	file := excelize.NewFile()
	defer file.Close()
	b, err := newBook(file, r, opts, sheets)
	if err == nil {
		err = b.fill(w, fills(b))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// fill fills the sheets and writes the workbook.
func (b *book) fill(w io.Writer, fills []func() error) error {
	defer b.removeScratch()
	for _, fill := range fills {
		if err := fill(); err != nil {
			return err
		}
	}
	if err := b.noteSums(); err != nil {
		return err
	}
	return b.writeFile(w)
}

// removeScratch removes the scratch files of the sheets.
func (b *book) removeScratch() {
	b.press.wait()
	for _, rows := range b.rows {
		rows.packed.remove()
	}
}

// book is a workbook being written.
type book struct {
	file    *excelize.File
	result  *analysis.Result
	opts    Options
	styles  styles
	tables  map[string]analysis.Table
	grid    grid
	changes []change // texts that had to be changed
	// live says that the matrix follows the decisions, in formulas. Of large
	// results it would take minutes to compute, and has numbers instead.
	live     bool
	countsAs string // the cells of that column, which share a formula, see [countsAs]
	charted  chartRanges
	reviewOf map[string]corpus.Case // by id
	press    *press                 // of the sheet that is open: one at a time
	paths    map[string]string      // of each sheet in the file
	rows     map[string]*piece      // of each sheet, by its path
	sums     map[string]uint64      // of the texts of each quiet sheet, see [book.noteSums]
	proposed []corpus.Coding        // the likeliest of [Options.Uncoded]
	leftOut  int                    // how many of those are not
}

// liveLimit is how many comparisons the formulas of the matrix may take: 12,000
// passages of 72 reviews, which LibreOffice counts in four seconds.
const liveLimit = 40_000_000

// isLive reports whether the formulas of the matrix can be computed while a person decides.
func isLive(r *analysis.Result) bool {
	return mayBeLive(len(r.Matrix.Cases)*len(r.Themes), r.Passages.Len())
}

// mayBeLive is [isLive] of a matrix of so many cells, made of so many passages.
func mayBeLive(cells, passages int) bool { return cells*(passages+2*cells) <= liveLimit }

// undated stands for the time of writing, which the workbook does not tell.
const undated = "2000-01-01T00:00:00Z"

// newBook creates the sheets, all of them empty.
func newBook(file *excelize.File, r *analysis.Result, opts Options, sheets []string) (*book, error) {
	b := &book{
		file: file, result: r, opts: opts, tables: make(map[string]analysis.Table), grid: newGrid(r), live: isLive(r),
		press: newPress(opts.Scratch), paths: make(map[string]string), rows: make(map[string]*piece), sums: make(map[string]uint64), reviewOf: make(map[string]corpus.Case),
	}
	for _, c := range r.Cases {
		b.reviewOf[c.ID] = c
	}
	b.proposed, b.leftOut = likeliest(opts.Uncoded)
	b.opts.BasePath, _ = clean(opts.BasePath)
	for i, name := range sheets {
		b.paths[name] = fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
	}
	if err := file.SetSheetName("Sheet1", sheets[0]); err != nil {
		return nil, err
	}
	for _, name := range sheets[1:] {
		if _, err := file.NewSheet(name); err != nil {
			return nil, err
		}
	}
	if err := file.SetDefaultFont(fontName); err != nil {
		return nil, err
	}
	if err := file.SetDocProps(&excelize.DocProperties{
		Title: "Coded reviews", Language: "en-GB", Created: undated, Modified: undated,
		Creator: "thematic", LastModifiedBy: "thematic",
	}); err != nil {
		return nil, err
	}
	if err := file.SetAppProps(&excelize.AppProperties{Application: "thematic"}); err != nil {
		return nil, err
	}
	var err error
	b.styles, err = newStyles(file)
	return b, err
}
