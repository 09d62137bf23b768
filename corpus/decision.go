package corpus

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Decision is a person's word on one of five things: a passage (PassageID), a
// passage that the program missed (the same, and Added), a sentence that was proposed
// as one and speaks of no theme (the same, and NoTheme), a theme of a review
// (CaseID, Theme, Present), or a column of a review (CaseID, Change).
//
// Of two decisions of one coder on the same thing the later counts. Where
// coders decide differently neither does, until one of them decides otherwise,
// withdraws, or a decision Settles it.
type Decision struct {
	PassageID string       `json:"passage_id,omitempty"`
	CaseID    string       `json:"case_id,omitempty"`
	Theme     string       `json:"theme"`              // as coded, before any move
	Status    CodingStatus `json:"status,omitempty"`   // of the passage
	MovedTo   string       `json:"moved_to,omitempty"` // theme of which the passage speaks instead
	Present   *bool        `json:"present,omitempty"`  // of the theme in the case
	Change    *CaseChange  `json:"change,omitempty"`   // of the case
	Added     bool         `json:"added,omitempty"`    // the program missed the passage
	NoTheme   bool         `json:"no_theme,omitempty"` // of the sentence, which is rejected under every theme
	Settles   bool         `json:"settles,omitempty"`  // overrules what others decided before
	// What the passage was when it was decided, so that it is known again when
	// its id has changed.
	Document ID     `json:"document,omitempty"`
	File     string `json:"file,omitempty"`
	Page     int    `json:"page,omitempty"` // of an added passage, and of a sentence without theme
	Label    Label  `json:"label,omitempty"`
	Quote    string `json:"quote,omitempty"`

	Coder   string `json:"coder"`
	Comment string `json:"comment,omitempty"`
	Time    string `json:"time"` // RFC 3339, UTC
}

// CaseChange is a new value for a column of a case: the area, the year ("" for
// not known) or include ("yes" or "no").
type CaseChange struct {
	Column string `json:"column"`
	Value  string `json:"value"`
	Before string `json:"before"` // the value that was changed
}

// The columns of a case that a decision can change.
const (
	ColumnArea    = "area"
	ColumnYear    = "year"
	ColumnInclude = "include"
)

// CaseColumns are all of them.
var CaseColumns = []string{ColumnArea, ColumnYear, ColumnInclude}

// Verdict says in a few words what was decided.
func (d Decision) Verdict() string {
	switch {
	case d.Present != nil && *d.Present:
		return "present"
	case d.Present != nil:
		return "absent"
	case d.Change != nil && d.Change.Value == "":
		return d.Change.Column + " emptied"
	case d.Change != nil:
		return d.Change.Column + " " + d.Change.Value
	case d.NoTheme:
		return "no theme"
	case d.MovedTo != "":
		return string(d.Status) + ", moved to " + d.MovedTo
	}
	return string(d.Status)
}

// Explained returns what is said of the decision with the comment of who made it,
// if there is one.
func (d Decision) Explained(text string) string {
	if d.Comment == "" {
		return text
	}
	return text + ": " + d.Comment
}

// check refuses a decision that decides nothing, or that nobody made.
func (d *Decision) check() error {
	switch {
	case !d.decidesOneThing():
		return errors.New("it decides nothing on a passage or a review")
	case d.Added && (d.Quote == "" || d.Theme == "" || d.File == ""):
		return errors.New("it adds a passage and does not say which")
	case d.NoTheme && (d.Quote == "" || d.Theme != "" || d.File == "" || d.Added || d.Status != Rejected):
		return errors.New("it says that a sentence speaks of no theme, and not which, or of which")
	case d.Coder == "":
		return errors.New("it does not say who decided")
	}
	if d.Change != nil {
		if err := d.Change.check(); err != nil {
			return err
		}
	}
	return checkTime(d.Time)
}

// decidesOneThing reports whether d is on a passage or on a review, and says one thing
// of it.
func (d *Decision) decidesOneThing() bool {
	switch {
	case d.PassageID != "" && d.CaseID == "":
		return slices.Contains(CodingStatuses, d.Status) && d.Present == nil && d.Change == nil
	case d.CaseID != "" && d.PassageID == "":
		theme := d.Theme != "" && d.Present != nil
		return theme != (d.Change != nil)
	}
	return false
}

func (c CaseChange) check() error {
	switch c.Column {
	case ColumnArea:
		return nil
	case ColumnYear:
		_, err := ParseYear(c.Value)
		return err
	case ColumnInclude:
		if c.Value == "yes" || c.Value == "no" {
			return nil
		}
		return errors.New("include is neither yes nor no")
	}
	return errors.New("the column " + strconv.Quote(c.Column) + " cannot be changed")
}

// ParseYear reads the year of a case, 0 where the text is empty. Spreadsheet
// programs may write a year as "2016.0".
func ParseYear(text string) (int, error) {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1900 || n > 2200 {
		return 0, errors.New(strconv.Quote(text) + " is not a year: write it as 2016, or leave it empty")
	}
	return n, nil
}

// unknownWords are what people write where they do not know a value.
var unknownWords = []string{"n/a", "na", "n.a.", "n/k", "nk", "n.k.", "not known", "unknown", "not stated", "not recorded", "not applicable", "?", "-", "–", "—"}

// SaysUnknown reports whether a text, in any letters, is what people write where they do
// not know a value, as "n/a".
func SaysUnknown(text string) bool { return slices.Contains(unknownWords, strings.ToLower(text)) }

// CheckArea refuses what says that the area of a case is not known: it would become one of
// that name.
func CheckArea(area string) error {
	if SaysUnknown(area) || strings.EqualFold(area, "none") {
		return errors.New(strconv.Quote(area) + " is no area: leave it empty where it is not known")
	}
	return nil
}

// Column returns what a case says in one of [CaseColumns].
func (c Case) Column(column string) string { return cellOf(c, column) }

// Changed returns the case with the value of one of [CaseColumns] in the place
// of what it had, and the column among those that were edited.
func (c Case) Changed(change CaseChange) Case {
	switch change.Column {
	case ColumnArea:
		c.Area = change.Value
	case ColumnYear:
		c.Year, _ = ParseYear(change.Value) // checked when it was decided
	case ColumnInclude:
		c.Include = change.Value == "yes"
	}
	if !slices.Contains(c.Edited, change.Column) {
		c.Edited = append(slices.Clone(c.Edited), change.Column)
	}
	return c
}
