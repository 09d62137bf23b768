package corpus

import (
	"slices"
	"strings"
)

// ID names a file by its bytes: the SHA-256 in lower-case hexadecimal.
type ID string

// Status says what came of one file.
type Status string

// The statuses of a file. Every file met has exactly one.
const (
	StatusOK        Status = "ok"
	StatusEmpty     Status = "empty"     // nothing in it, or no text that can be shown
	StatusPartial   Status = "partial"   // some pages could not be read
	StatusNeedsOCR  Status = "needs_ocr" // pictures of pages only
	StatusFailed    Status = "failed"    // damaged, encrypted or too large: Reason says which
	StatusSkipped   Status = "skipped"   // not a kind of file that is read
	StatusDuplicate Status = "duplicate" // the same bytes or the same text as another file
)

// Statuses lists every status in the order in which they are reported.
var Statuses = []Status{
	StatusOK, StatusEmpty, StatusPartial, StatusNeedsOCR,
	StatusFailed, StatusSkipped, StatusDuplicate,
}

// Kind is what a document is, judged from its text.
type Kind string

// The kinds of document. Those that appraise practice count by default.
const (
	KindReview     Kind = "review"            // serious case review: the full report
	KindPractice   Kind = "practice_review"   // the same under the arrangements of 2019
	KindRapid      Kind = "rapid_review"      // the first look at a case under those
	KindSummary    Kind = "executive_summary" // of a review of any of these kinds
	KindInspection Kind = "inspection"        // inspection or focused visit
	KindCoroner    Kind = "coroner"           // report to prevent future deaths
	KindThematic   Kind = "thematic_briefing" // about many reviews
	KindProcedure  Kind = "procedure"
	KindLeaflet    Kind = "leaflet"
	KindWebPage    Kind = "web_page"
	KindOther      Kind = "other"
)

// Kinds lists every kind of document.
var Kinds = []Kind{
	KindReview, KindSummary, KindPractice, KindRapid, KindInspection, KindCoroner,
	KindThematic, KindProcedure, KindLeaflet, KindWebPage, KindOther,
}

// ParseKind returns the kind that a person named, in whichever capitals and with
// spaces or hyphens in the place of underscores, or what was said where there is none.
func ParseKind(said string) Kind {
	kind := Kind(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(said))))
	if slices.Contains(Kinds, kind) {
		return kind
	}
	return Kind(said)
}

// AppraisesPractice reports whether documents of kind k count by default.
func (k Kind) AppraisesPractice() bool {
	return k.OfOneCase() || k == KindInspection || k == KindCoroner
}

// OfOneCase reports whether a document of kind k is a review of one case, in
// full or in summary, under whichever arrangements.
func (k Kind) OfOneCase() bool {
	switch k {
	case KindReview, KindSummary, KindPractice, KindRapid:
		return true
	}
	return false
}

// In reports whether k is among kinds. Who names reviews means those under the
// arrangements of 2019 too.
func (k Kind) In(kinds []Kind) bool {
	return slices.Contains(kinds, k) || k == KindPractice && slices.Contains(kinds, KindReview)
}

// Document is one file and everything known of it.
type Document struct {
	ID     ID     `json:"id"`
	File   string `json:"file"` // slash-separated path below the folder read
	Size   int64  `json:"size"`
	Status Status `json:"status"`
	Reason string `json:"reason,omitempty"` // why it is not ok, or why it is not counted
	Engine string `json:"engine,omitempty"` // the readers that read it, joined by +
	Kind   Kind   `json:"kind,omitempty"`
	// KindReason says from which words the kind was judged.
	KindReason string `json:"kind_reason,omitempty"`
	Facts      Facts  `json:"facts"`
	Pages      int    `json:"pages"` // 0 where the file does not say where they end
	Words      int    `json:"words"`
	// TryAgain says that the next run is to read it again: see [Record.TryAgain].
	TryAgain bool `json:"try_again,omitempty"`
	// Letters is a hash of the letters and digits of the text, the same for
	// two files that differ only in layout.
	Letters string `json:"letters,omitempty"`
	// Sketch stands for the wording, to find texts that are nearly the same.
	Sketch Sketch `json:"-"`
	// Text is empty where the document is only listed; [Store.Load] has it.
	Text Text `json:"-"`
}

// NewDocument returns the document that record makes at the path file: what it
// is, what it says of itself, how long it is.
func NewDocument(file string, size int64, record Record) *Document {
	d := &Document{
		ID: record.ID, File: file, Size: size, Text: record.Text,
		Status: record.Status, Reason: record.Reason, Engine: record.Engine, TryAgain: record.TryAgain(),
		Pages: len(record.Text.Pages), Words: CountWords(record.Text.Body),
	}
	if !record.Text.Paged() {
		d.Pages = 0
	}
	if d.Reason == "" {
		d.Reason = strings.Join(record.Text.Warnings, "; ")
	}
	if !d.Readable() {
		return d
	}
	first := readFirstPage(&record.Text)
	judged := first.judge(record.Format)
	d.Kind, d.KindReason = judged.Kind, judged.Reason
	d.Facts = first.facts(d.Kind, file)
	d.Facts.set(FactKind, Fact{string(d.Kind), judged.Evidence})
	d.Sketch = sketchOf(record.Text.Body)
	d.Letters = checksum([]byte(letters(record.Text.Body)))
	return d
}

// Readable reports whether the document holds text that can be coded.
func (d *Document) Readable() bool {
	return (d.Status == StatusOK || d.Status == StatusPartial) && d.Words > 0
}

// CountWords returns the number of runs of non-space characters in text.
func CountWords(text string) int {
	n, in := 0, false
	for _, r := range text {
		space := r == ' ' || r == '\n' || r == '\t' || r == '\f' || r == '\u00a0'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}

// Case is one review: what is counted. A full report and its executive summary
// are one case.
type Case struct {
	ID      string `json:"case_id"` // from the name of a file, and the same from run to run: see [Edits.Apply]
	Title   string `json:"title"`
	Area    string `json:"area"`
	Year    int    `json:"year"` // 0 where it is not known
	Kind    Kind   `json:"kind"` // of the leading document
	Include bool   `json:"include"`
	Note    string `json:"note,omitempty"`
	// Files are the documents of the case, the leading one first; Joins says
	// for each of the others why it belongs.
	Files []string `json:"files"`
	Joins []string `json:"joins,omitempty"`
	// Facts are what the documents say of the case, each from the first of
	// Files that says it.
	Facts []CaseFact `json:"facts,omitempty"`
	// Edited names the columns of cases.csv that a person has changed.
	Edited []string `json:"edited,omitempty"`
	// LeftOutBy is the coder whose decision leaves the case out, "" for nobody's.
	LeftOutBy string `json:"left_out_by,omitempty"`
	// Columns are those that a person added to cases.csv; they are kept.
	Columns []Column `json:"columns,omitempty"`
}

// Noted is what a person wrote about c under note in cases.csv, "" for nothing.
func (c Case) Noted() string {
	if !slices.Contains(c.Edited, columnNote) {
		return ""
	}
	return c.Note
}

// LeftOut says why c does not count, "" where it does. What a person noted about
// it is not repeated.
func (c Case) LeftOut() string {
	switch {
	case c.Include:
		return ""
	case c.LeftOutBy != "":
		return "left out by a decision of " + c.LeftOutBy
	case c.Note != "" && c.Noted() == "":
		return c.Note
	}
	return "left out in cases.csv"
}

// LeftOutForKind reports whether c does not count for its kind alone, and nobody
// has said that it should not.
func (c Case) LeftOutForKind() bool {
	return !c.Include && c.LeftOutBy == "" && !slices.Contains(c.Edited, ColumnInclude)
}

// Column is a cell of cases.csv under a heading of a person's own.
type Column struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
