package workbook

import (
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// readMe says what the workbook is and how to use it.
func (b *book) readMe() error {
	widths := []float64{26, 118}
	s, err := b.open(sheetReadMe, layout{widths: widths})
	if err != nil {
		return err
	}
	s.add(34, textCell("Coded reviews", b.styles.title))
	t := b.result.Tally
	s.add(18, textCell(fmt.Sprintf("%s, %s, %s. %s", corpus.Quantity(t.Included, "review"), corpus.Quantity(len(b.result.Themes), "theme"), corpus.Quantity(t.Passages, "passage"), b.result.Source), b.styles.note))
	for _, part := range b.readMeParts() {
		s.add(26, textCell(part.title, b.styles.section))
		for _, l := range part.lines {
			c := textCell(l.Name, b.styles.label)
			if part.links {
				c.formula = fmt.Sprintf(`HYPERLINK("#'%s'!A1","%[1]s")`, l.Name)
				c.style = b.styles.link
			}
			s.add(height([]string{l.Value}, widths[1:]), c, textCell(l.Value, b.styles.wrap))
		}
	}
	return s.close()
}

// readMePart is one section of the sheet.
type readMePart struct {
	title string
	links bool // the names are those of sheets
	lines []Fact
}

func (b *book) readMeParts() []readMePart {
	t := b.result.Tally
	return []readMePart{
		{"The sheets", true, b.sheetsToRead()},
		{"How to read it", false, []Fact{
			{"The unit", "is the review: a full report and its executive summary are one. Every included review is in the denominator, whether or not the subject of a theme arose in it."},
			{"Present", "means that at least one counted passage says practice was lacking, or that a person decided so. Good practice on the same subject is counted apart and never cancels it."},
			{"Absent (0)", "means that nothing was found. It does not mean that practice was good."},
			{"The interval", "is the range in which the percentage would probably lie (95%) had many more reviews of the same kind been read. With few reviews it is wide, and differences within it say little."},
			{"With held", "is the number of reviews if every held passage were counted: the true number lies between the two as far as the held passages go."},
			{"The CSV tables", "hold the same numbers, in UTF-8. Where a spreadsheet program shows accents and dashes wrongly after a double click, import the table as text and choose UTF-8 (in Excel: Data, From Text/CSV)."},
		}},
		{"The status of a passage", false, b.statuses()},
		{"How to decide", false, []Fact{
			{"Where to begin", fmt.Sprintf("with the passages that the column Check first marks, now %d: one for each theme of each review that was found and that nobody has settled, the one by which it counts most surely, or might. Where you choose counted for it the theme is present, whatever the others are; where you reject it, the next run marks another.", t.CheckFirst)},
			{"Passages", "On the sheet Passages, choose counted, held or rejected under Decision, and say why under Comment. Leave Decision empty where the status is right, or choose the status itself to show that you have read the passage: the sheet Checked then says how much of what you read stands. A passage whose label is neutral and that you set to counted is counted as practice found lacking."},
			{"A whole theme", "On the sheet " + sheetCells + ", choose present or absent. It overrules the passages."},
			{"A review", "On the sheet Reviews, change Area, Year or Include."},
			{"A passage that is missing", "Choose a theme for a sentence that the sheet " + sheetMissed + " proposes, or " + wordNoTheme + " where you find none in it, or write the passage there yourself. The import finds it in the file and says so where it does not."},
			{"Another theme", "Where a passage speaks of another theme, choose that theme under Moved to theme. It counts there, unless you choose held."},
			{"Your name", "goes under Coder, or, for the whole file, into the command below: --coder NAME."},
			{"Take care", "Sort, filter, save as XLSX or CSV, and delete columns as you like, but leave Passage id as it is: it says which passage is meant. Sort whole rows, never one column alone. What you write over in the program's own columns is not read. The import says where you did, but for columns that only describe a passage, such as Page, Reason and Quote: say what is wrong there under Comment, beside your decision."},
			{"Then", "Bring the decisions back with the command: thematic decisions import coded.xlsx. The next run counts them. Where you forget it, that run keeps this file as coded-yours.xlsx. An emptied cell changes nothing: thematic decisions undo takes a decision back."},
			{"Two people", "may decide in two copies. Bring both back: where they differ on a passage it is held, and on a theme or a review the program's word stands, and thematic decisions conflicts lists what is to be settled."},
			{"So far", strings.TrimSpace(fmt.Sprintf("a person has decided %s of %s, and %s of %s of reviews. %v", corpus.Digits(t.DecidedPassages), corpus.Quantity(t.Passages, "passage"), corpus.Digits(t.DecidedCells), corpus.Quantity(t.Included*len(b.result.Themes), "theme"), t.Upheld))},
		}},
		{"How it was made", false, b.opts.Made},
	}
}

// statuses says what each status means, and who else than the codebook has a say.
func (b *book) statuses() []Fact {
	facts := []Fact{
		{"counted", "A sentence of this review that finds practice lacking (or good), in a part of the report that states findings."},
		{"held", "It may be one: a recommendation, a bare chronology, somebody's view. It changes no count until a person decides."},
		{"rejected", "It mentions the theme and does not count; the reason says why, for example a question of the terms of reference, or another case."},
	}
	if b.result.Model != "" {
		facts = append(facts, Fact{"The model", fmt.Sprintf("is a small statistical one, learnt from coded passages. It finds some that no pattern of the codebook finds (%d of those counted; their rule is model), and holds what it finds unlikely. A percentage in a reason is its estimate, and the words behind it are those that weighed most, which need not stand together or make sense by themselves. It reads words and not meaning.", b.result.Tally.ByModel)})
	}
	return facts
}

// sheetsToRead says what each sheet holds.
func (b *book) sheetsToRead() []Fact {
	sheets := []Fact{
		{sheetReviews, "Every review, with area, year, files and whether it is included in the counts. Joined because says why files make one review; Edited names what a person changed in cases.csv."},
		{sheetMatrix, "One row for each included review, one column for each theme: 1 where the theme is present, 0 where it is not. Totals stand on top. " + b.matrixNote()},
		{sheetPassages, "Every passage that speaks of a theme, with review, page and quotation, the counted ones and the others. Filter by status, theme or review. Page counts from the first page of the file, and is empty where a file, such as DOCX, HTML or text, does not say where its pages end: Paragraph and Section tell the place there. Page label is the number printed on the page." + b.linkNote()},
		{sheetCells, "Every theme in every included review, with the numbers of passages behind it. Say under Decision that a theme is present or absent, whatever the passages are."},
		{sheetMissed, b.missedSheet()},
		{sheetCodebook, "What each theme means: what belongs to it, what does not, and which themes are easily taken for it."},
		{sheetStatistics, "In how many reviews practice was found lacking on each theme, with percentage and 95% interval, by area and by year."},
		{sheetOverlaps, "Which reviews show which combination of the leading themes, and how often two themes stand in one review."},
		{sheetCompared, "How areas, periods and kinds of report differ, with intervals and tests."},
		{sheetTrends, "Whether a theme becomes more or less frequent with the year of publication. The numbers are those of trend.csv."},
		{sheetFirm, "How firm each figure is: the range when one review is left out, and when the reviews are drawn again. The numbers are those of robustness.csv."},
		{sheetTogether, "Which themes come together, the most frequent combinations first. The numbers are those of combinations.csv."},
		{sheetChecked, "On how much of each theme a person had decided when the workbook was written, and how much of what the program proposed stands. The numbers are those of checked.csv."},
		{sheetCharts, "Charts that follow the sheet Statistics, and the charts of the run as pictures."},
		{sheetFacts, "What each report says of itself and of how the review was made: dates, authors, the period it looks at, what became of the " + b.result.Person() + ". The page and the words stand beside each; what a report does not say is left out."},
		{sheetFiles, "Every file that was met, what came of it and why."},
		{sheetLog, fmt.Sprintf("Whether the counts balance, decisions that could not be applied (%d), texts changed to fit into a cell (%d).", len(b.result.Orphans), len(b.changes))},
	}
	if b.result.Beside != nil {
		at := slices.IndexFunc(sheets, func(f Fact) bool { return f.Name == sheetFacts })
		sheets = slices.Insert(sheets, at,
			Fact{sheetBeside, b.result.Beside.Title + ": how many reviews state each, and which. They are never counted as practice."},
			Fact{sheetBesidePassages, "The passages behind them, to decide on as on the sheet Passages."})
	}
	return sheets
}

// linkNote says what an underlined page opens, where there may be any.
func (b *book) linkNote() string {
	switch {
	case b.opts.Address != nil:
		return " Where the page is underlined, it opens the review at the passage, marked in its text, as long as the workbook stays beside the folder of these pages. Where a program opens it at its top, search there for the Passage id."
	case b.opts.BasePath != "":
		return " Where the page is underlined, it opens the file, as long as the workbook stays where the run put it."
	}
	return ""
}

// matrixNote says whether the matrix follows the decisions.
func (b *book) matrixNote() string {
	if b.live {
		return "It follows the decisions that you make on the other sheets, and the sheets Statistics, Overlaps and Charts follow it. Decide there and not here."
	}
	return "It is too large to follow your decisions while you make them: bring them in, and run again. Decide on the other sheets and not here."
}
