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

// Coding is one theme found in one passage, the sentence or list item around
// the words that matched.
type Coding struct {
	PassageID string       `json:"passage_id"`
	CaseID    string       `json:"case_id"`
	Document  ID           `json:"document"`
	File      string       `json:"file"`
	Page      int          `json:"page"`
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
}

// Decision is a person's word on a passage or on a theme of a case. The later
// of two decisions wins.
type Decision struct {
	PassageID string       `json:"passage_id,omitempty"`
	CaseID    string       `json:"case_id,omitempty"`
	Theme     string       `json:"theme"`              // as coded, before any move
	Status    CodingStatus `json:"status,omitempty"`   // of the passage
	MovedTo   string       `json:"moved_to,omitempty"` // theme of which the passage speaks instead
	Present   *bool        `json:"present,omitempty"`  // of the theme in the case
	// What the passage was when it was decided, so that it is known again when
	// its id has changed.
	Document ID     `json:"document,omitempty"`
	File     string `json:"file,omitempty"`
	Label    Label  `json:"label,omitempty"`
	Quote    string `json:"quote,omitempty"`

	Coder   string `json:"coder"`
	Comment string `json:"comment,omitempty"`
	Time    string `json:"time"` // RFC 3339, UTC
}

// Verdict says in a few words what was decided.
func (d Decision) Verdict() string {
	switch {
	case d.Present != nil && *d.Present:
		return "present"
	case d.Present != nil:
		return "absent"
	case d.MovedTo != "":
		return string(d.Status) + ", moved to " + d.MovedTo
	}
	return string(d.Status)
}
