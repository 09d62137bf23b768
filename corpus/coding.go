package corpus

// Label says which way a passage speaks of its theme.
type Label string

// The labels.
const (
	LabelDeficit      Label = "deficit"
	LabelGoodPractice Label = "good_practice"
	LabelNeutral      Label = "neutral"
	LabelFactor       Label = "factor" // states a circumstance of the people, not how they were worked with
)

// MakesPresent reports whether a counted passage of this label makes its theme
// present in the review.
func (l Label) MakesPresent() bool { return l == LabelDeficit || l == LabelFactor }

// CodingStatus says whether a passage counts.
type CodingStatus string

// The statuses of a coding.
const (
	Counted  CodingStatus = "counted"
	Held     CodingStatus = "held"     // for a person to decide: part of the upper bound
	Rejected CodingStatus = "rejected" // seen and not counted: Reason says why
)

// CodingStatuses lists every status of a coding.
var CodingStatuses = []CodingStatus{Counted, Held, Rejected}

// RuleModel is the rule of a coding that a model learnt from coded passages found,
// and no pattern of the codebook.
const RuleModel = "model"

// Coding is one theme found in one passage, the sentence or list item around
// the words that matched.
type Coding struct {
	PassageID string       `json:"passage_id"`
	CaseID    string       `json:"case_id"`
	Document  ID           `json:"document"`
	File      string       `json:"file"`
	Page      int          `json:"page,omitempty"` // 0 where the file does not say where its pages end
	PageLabel string       `json:"page_label,omitempty"`
	Paragraph string       `json:"paragraph,omitempty"` // "4.12", where the report numbers its paragraphs
	Section   SectionKind  `json:"section"`
	Heading   string       `json:"heading,omitempty"` // title of the section
	Theme     string       `json:"theme"`             // theme id
	Label     Label        `json:"label"`
	Status    CodingStatus `json:"status"`
	Reason    string       `json:"reason"` // in words a person understands
	Span      Span         `json:"span"`   // of the passage
	Quote     string       `json:"quote"`  // the text of Span
	Match     Span         `json:"match"`  // of the words that name the theme
	Rule      string       `json:"rule"`   // id of the pattern that matched
	Cue       string       `json:"cue"`    // the words that decided label and status
	Score     float64      `json:"score"`  // 0 to 1: how sure the rule is
	// Confidence is how sure the recogniser is of the page, 0 to 100, where it
	// was a picture; 0 where the text is that of the file.
	Confidence float64 `json:"confidence,omitempty"`
}

// Cited returns a coding of the words of span, which begin in block, that says where
// they stand and nothing else.
func (t *Text) Cited(span Span, block Block) Coding {
	page, section := t.CitedPage(span.Start), t.SectionOf(block)
	return Coding{
		Page: page.Number, PageLabel: page.Label, Paragraph: t.Paragraph(block), Section: section.Kind, Heading: section.Title,
		Span: span, Quote: t.Slice(span),
	}
}

// Percent gives a chance in whole per cent, rounded down: what falls short of a chance
// asked for is not printed as that.
func Percent(chance float64) int { return int(100*chance + 1e-9) }
