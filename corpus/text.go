package corpus

import "sort"

// Span is a half-open range of byte offsets into [Text.Body].
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether offset lies in s.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Text is what an extractor read from one file. Body is the running text as a
// person would read it: one block after another, each ended by one LF, with
// running headers, footers and page numbers left out. A paragraph that goes on
// over the page is one block, so a page may begin inside a block.
type Text struct {
	Body     string    `json:"body"`
	Pages    []Page    `json:"pages"`
	Blocks   []Block   `json:"blocks"`
	Sections []Section `json:"sections"`
	// Properties are the file's own words about itself (title, author,
	// created, producer), by lower-case name. They are hints, not facts.
	Properties map[string]string `json:"properties,omitempty"`
	// Warnings say, for a person, what could not be read and where.
	Warnings []string `json:"warnings,omitempty"`
}

// Slice returns the text of s. It returns "" where s is not a range of Body.
func (t *Text) Slice(s Span) string {
	if s.Start < 0 || s.End > len(t.Body) || s.Start >= s.End {
		return ""
	}
	return t.Body[s.Start:s.End]
}

// PageAt returns the page that holds offset, and false where there is none.
func (t *Text) PageAt(offset int) (Page, bool) {
	i := sort.Search(len(t.Pages), func(i int) bool { return t.Pages[i].Span.End > offset })
	if i == len(t.Pages) || !t.Pages[i].Span.Contains(offset) {
		return Page{}, false
	}
	return t.Pages[i], true
}

// Paged reports whether the file says where its pages end: it has several, or lays
// its blocks out on one. Of a text without blocks nothing can be cited. A format
// with a layout gives each block its box, so that the first answers for all.
func (t *Text) Paged() bool {
	return len(t.Pages) != 1 || len(t.Blocks) == 0 || t.Blocks[0].Box != Box{}
}

// CitedPage is [Text.PageAt] for who cites a passage: the page of a file that does
// not say where its pages end is the zero Page.
func (t *Text) CitedPage(offset int) Page {
	page, _ := t.PageAt(offset)
	if !t.Paged() {
		return Page{}
	}
	return page
}

// BlockAt returns the block that holds offset, and false where there is none.
func (t *Text) BlockAt(offset int) (Block, bool) {
	i := sort.Search(len(t.Blocks), func(i int) bool { return t.Blocks[i].Span.End > offset })
	if i == len(t.Blocks) || !t.Blocks[i].Span.Contains(offset) {
		return Block{}, false
	}
	return t.Blocks[i], true
}

// SectionOf returns the section a block stands in. A block before the first
// heading stands in the zero Section, whose kind is [SectionUnknown].
func (t *Text) SectionOf(b Block) Section {
	if b.Section < 0 || b.Section >= len(t.Sections) {
		return Section{Kind: SectionUnknown, Parent: -1}
	}
	return t.Sections[b.Section]
}

// Opening returns the section whose heading made s of its kind: the nearest, s or one
// around it, whose own heading says so; without one, the outermost of that kind.
func (t *Text) Opening(s Section) Section {
	for !s.Named && s.Parent >= 0 && s.Parent < len(t.Sections) && t.Sections[s.Parent].Kind == s.Kind {
		s = t.Sections[s.Parent]
	}
	return s
}

// PageState says what came of reading one page.
type PageState string

// The states of a page.
const (
	PageRead     PageState = "read"      // it has text, and the text was read
	PageBlank    PageState = "blank"     // it shows no text
	PageNeedsOCR PageState = "needs_ocr" // it is a picture of text
	PageFailed   PageState = "failed"    // it could not be read; Reason says why
)

// Page is one page of a file. The spans of the pages of a text follow one
// another without a gap and cover Body. A format without pages has one page: see [Text.Paged].
type Page struct {
	Number int       `json:"number"`          // from 1, as it lies in the file
	Label  string    `json:"label,omitempty"` // as printed on the page, where it is known
	Span   Span      `json:"span"`
	State  PageState `json:"state"`
	Reason string    `json:"reason,omitempty"`
	Engine string    `json:"engine"` // which reader read it
	// Confidence is how sure the recogniser is of the words of a page that was
	// a picture, 0 to 100, the mean over them; 0 where nothing was recognised.
	Confidence float64 `json:"confidence,omitempty"`
	// TextLayer says that what was read lies unseen over a picture of the page, as
	// another program has left it that recognised the words; how sure of them it was
	// is not known.
	TextLayer bool `json:"text_layer,omitempty"`
	// Furniture is what was set apart as belonging to the page and not to the
	// text: running headers and footers, page numbers, one line each.
	Furniture []string `json:"furniture,omitempty"`
}

// BlockKind is the part a block plays on the page.
type BlockKind string

// The kinds of block.
const (
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockBullet    BlockKind = "bullet"    // one list item, its bullet or number left out
	BlockTableRow  BlockKind = "table_row" // cells parted by a tab
	BlockContents  BlockKind = "contents"  // one entry of a contents page
	BlockFootnote  BlockKind = "footnote"
)

// Block is one heading, paragraph, list item or table row. Its Span leaves out
// the LF that ends it, and its text has no line break in it: lines are joined
// and hyphens at line ends undone. A table row has tabs between its cells.
type Block struct {
	Kind  BlockKind `json:"kind"`
	Span  Span      `json:"span"`
	Level int       `json:"level,omitempty"` // of a heading, 1 the highest; of a bullet, its depth from 1
	// Number is the paragraph or heading number a person cites ("4.12"); it
	// is not part of the text of a paragraph, and is part of no heading.
	Number  string `json:"number,omitempty"`
	Section int    `json:"section"` // index into Text.Sections, -1 before the first heading
	// Aside says that it stands in a box, behind which the section goes on that the
	// box stands in.
	Aside bool `json:"aside,omitempty"`
	Box   Box  `json:"box"` // on the page where the block begins; zero where the format has no layout
}

// Box is a rectangle on a page in points, its origin at the top left corner.
type Box struct {
	Left   float64 `json:"l"`
	Top    float64 `json:"t"`
	Right  float64 `json:"r"`
	Bottom float64 `json:"b"`
}

// SectionKind says what a section of a report is for, which decides how a
// mention in it counts.
type SectionKind string

// The kinds of section. The rules for each stand in the codebook.
const (
	SectionUnknown         SectionKind = "unknown"
	SectionCover           SectionKind = "cover"
	SectionContents        SectionKind = "contents"
	SectionForeword        SectionKind = "foreword"
	SectionSummary         SectionKind = "summary"
	SectionIntroduction    SectionKind = "introduction"
	SectionTermsOfRef      SectionKind = "terms_of_reference"
	SectionMethod          SectionKind = "method"
	SectionFamily          SectionKind = "family_background"
	SectionChronology      SectionKind = "chronology"
	SectionAppraisal       SectionKind = "appraisal" // narrative and appraisal of practice
	SectionLivedExperience SectionKind = "lived_experience"
	SectionFamilyViews     SectionKind = "family_views"
	SectionPractitioners   SectionKind = "practitioner_views"
	SectionContext         SectionKind = "organisational_context"
	SectionAnalysis        SectionKind = "analysis"
	SectionFindings        SectionKind = "findings"
	SectionLessons         SectionKind = "lessons"
	SectionConclusion      SectionKind = "conclusion"
	SectionStrengths       SectionKind = "strengths" // good practice, what is working well
	SectionImprovement     SectionKind = "areas_for_improvement"
	SectionActionTaken     SectionKind = "action_taken"
	SectionRecommendations SectionKind = "recommendations"
	SectionActionPlan      SectionKind = "action_plan"
	SectionGlossary        SectionKind = "glossary"
	SectionReferences      SectionKind = "references"
	SectionResearch        SectionKind = "research"
	SectionEquality        SectionKind = "equality"
	SectionAppendix        SectionKind = "appendix"
)

// SectionKinds lists every kind of section.
var SectionKinds = []SectionKind{
	SectionUnknown, SectionCover, SectionContents, SectionForeword, SectionSummary,
	SectionIntroduction, SectionTermsOfRef, SectionMethod, SectionFamily,
	SectionChronology, SectionAppraisal, SectionLivedExperience, SectionFamilyViews,
	SectionPractitioners, SectionContext, SectionAnalysis, SectionFindings,
	SectionLessons, SectionConclusion, SectionStrengths, SectionImprovement,
	SectionActionTaken, SectionRecommendations, SectionActionPlan, SectionGlossary,
	SectionReferences, SectionResearch, SectionEquality, SectionAppendix,
}

// Section is a heading and what stands under it, up to the next heading of the
// same or a higher level.
type Section struct {
	Kind   SectionKind `json:"kind"`
	Title  string      `json:"title"`
	Named  bool        `json:"named,omitempty"` // the heading itself says of which kind it is, and not what is around it
	Level  int         `json:"level"`
	Parent int         `json:"parent"` // index into Text.Sections, -1 at the top
	Span   Span        `json:"span"`
}
