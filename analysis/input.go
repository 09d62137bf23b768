package analysis

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"thematic/corpus"
)

// Theme is one theme of a codebook, as the tables and their readers need it.
type Theme struct {
	ID         string   `json:"id"`
	Label      string   `json:"label"`
	Short      string   `json:"short,omitempty"` // for a chart; Label where it is empty
	Group      string   `json:"group,omitempty"`
	Headline   bool     `json:"headline,omitempty"` // one of the themes whose overlaps are shown
	Colour     string   `json:"colour,omitempty"`   // "#rrggbb"
	Definition string   `json:"definition,omitempty"`
	Include    []string `json:"include,omitempty"`
	Exclude    []string `json:"exclude,omitempty"`
	Near       []string `json:"near,omitempty"` // ids of themes that are easily taken for this one
	ChildVoice string   `json:"child_voice,omitempty"`
}

// Name returns the short label, or the label where there is none.
func (t Theme) Name() string { return cmp.Or(t.Short, t.Label) }

// NoTheme says that none of themes has an id, and which were probably meant, whose
// label it may be; or else what to do otherwise, which is to choose one of all the
// ids where that is empty.
func NoTheme(id string, themes []Theme, otherwise string) string {
	none, near := fmt.Sprintf("the codebook has no theme %q", id), NearThemes(id, themes)
	if otherwise != "" && len(near) == 0 {
		return none + ": " + otherwise
	}
	var ids []string
	for _, t := range themes {
		ids = append(ids, t.ID)
	}
	return none + corpus.InsteadOf(near, ids)
}

// NearThemes returns the ids of the themes that were probably meant by a name that none
// has, as [corpus.Near] finds them by their ids and labels.
func NearThemes(name string, themes []Theme) []string {
	var ids, labels, shorts []string
	for _, t := range themes {
		ids, labels, shorts = append(ids, t.ID), append(labels, t.Label), append(shorts, t.Short)
	}
	return corpus.Near(name, ids, labels, shorts)
}

// ThemeNames are what a person may call themes: see [NamesOf].
type ThemeNames struct{ called map[string]string }

// NamesOf lets themes be called by their id, or else by their label, their short one or
// the child's words for them, where no other theme has them, whatever the capitals,
// spaces and marks.
func NamesOf(themes []Theme) ThemeNames {
	called := make(map[string]string, 4*len(themes))
	for _, t := range themes {
		for _, name := range []string{letters(t.Label), letters(t.Short), letters(t.ChildVoice)} {
			if id, taken := called[name]; taken && id != t.ID {
				called[name] = "" // means neither
				continue
			}
			called[name] = t.ID
		}
	}
	for _, t := range themes { // an id outranks a label
		called[letters(t.ID)] = t.ID
	}
	for _, t := range themes { // and one letter for letter another id
		called[t.ID] = t.ID
	}
	return ThemeNames{called}
}

// ID returns the id of the theme of a name, "" where it is none, or that of several.
func (n ThemeNames) ID(name string) string {
	if letters(name) == "" {
		return ""
	}
	return cmp.Or(n.called[name], n.called[letters(name)])
}

// ThemeIDs returns the id of each theme named, in that order, as [NamesOf] has it. It
// refuses a name that no theme has, and a theme named twice.
func ThemeIDs(names []string, themes []Theme) ([]string, error) {
	called := NamesOf(themes)
	var ids []string
	for _, name := range names {
		id := called.ID(name)
		if id == "" {
			return nil, errors.New(NoTheme(name, themes, ""))
		}
		if slices.Contains(ids, id) {
			return nil, fmt.Errorf("theme %q is named twice", id)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// File is what the tables say of one file that was met.
type File struct {
	File   string        `json:"file"` // slash-separated path below the folder read
	ID     corpus.ID     `json:"sha256"`
	Kind   corpus.Kind   `json:"kind,omitempty"`
	CaseID string        `json:"case_id,omitempty"` // filled in by Analyse
	Status corpus.Status `json:"status"`
	Reason string        `json:"reason,omitempty"`
	Engine string        `json:"engine,omitempty"`
	Pages  int           `json:"pages,omitempty"` // 0 where it is not known
	Words  int           `json:"words"`
}

// FileOf returns the entry of a document.
func FileOf(d *corpus.Document) File {
	return File{
		File: d.File, ID: d.ID, Kind: d.Kind, Status: d.Status, Reason: d.Reason,
		Engine: d.Engine, Pages: d.Pages, Words: d.Words,
	}
}

// Input is everything that is counted. Its slices may be in any order, except
// that Themes are in the order of the codebook, and Decisions in the order in
// which they were made: of two on one passage or cell, the later wins.
type Input struct {
	Themes    []Theme           `json:"themes"`
	Files     []File            `json:"files"`
	Cases     []corpus.Case     `json:"cases"`
	Codings   []corpus.Coding   `json:"codings"`
	Decisions []corpus.Decision `json:"decisions,omitempty"`
	Source    string            `json:"source"`            // what the reviews are, for captions; not interpreted
	Subject   string            `json:"subject,omitempty"` // [SubjectAdults], or that of reviews of children
	Model     string            `json:"model,omitempty"`   // that judged beside the codebook; "" where the rules stood alone
	Beside    *BesideInput      `json:"beside,omitempty"`  // nil for none
	// Packed are codings beside Codings, each document's of one file of one case;
	// nil for none.
	Packed *corpus.PackedCodings `json:"-"`
	// Chosen are the ids of the themes that are counted, in the order in which they
	// are shown, each a headline if they are at most [MaxSets]; none for all. What was
	// decided holds for the others too: a passage may have been moved to a chosen
	// theme, or away from it.
	Chosen []string `json:"-"`
	// Aside are the ids of the cases that a reader left aside, whose passages are
	// not counted either; none for all.
	Aside []string `json:"-"`
	Seed  uint64   `json:"seed,omitempty"` // of the bootstrap; any number, and the same one gives the same result
}

// counted returns the themes that are counted.
func (in *Input) counted() []Theme {
	if len(in.Chosen) == 0 {
		return slices.Clone(in.Themes)
	}
	var chosen []Theme
	for _, id := range in.Chosen {
		i := slices.IndexFunc(in.Themes, func(t Theme) bool { return t.ID == id })
		theme := in.Themes[i]
		theme.Headline = len(in.Chosen) <= MaxSets
		chosen = append(chosen, theme)
	}
	return chosen
}
