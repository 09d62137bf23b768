package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/refi"
)

// QDPXOptions say what of the results goes into a REFI-QDA project.
type QDPXOptions struct {
	Reports  string                // folder of the reports whose PDF files go in; "" for the texts alone
	Statuses []corpus.CodingStatus // of the passages that go in
	Tool     string                // name and version of the program
}

// QDPXOutcome is what there is to say of a project that was written.
type QDPXOutcome struct {
	Lost       []string // what is not in it, and why
	WithoutPDF []string // files whose PDF was wanted and is not in it; Lost says why of each
	Warnings   []string // as [Results] has them
}

// ExportQDPX writes the results in the folder out, with the decisions brought in
// since, to path as a project for programs of qualitative analysis: every review
// that is included, the texts of its files, and the passages of the statuses
// chosen. It fails as [Export] does, and with a [*corpus.InputError] where none of the
// PDF files lies in the folder of reports: another was named.
func ExportQDPX(ctx context.Context, out, path string, o QDPXOptions) (*QDPXOutcome, error) {
	r, err := OpenResults(out, Selection{})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	manifest, err := r.store.Manifest()
	if err != nil {
		return nil, err
	}
	e := qdpx{QDPXOptions: o, result: r.Result, store: r.store, names: map[string]bool{}, rulings: rulingsOf(r.Result)}
	if o.Reports != "" {
		if e.reports, err = os.OpenRoot(o.Reports); err != nil {
			return nil, &corpus.InputError{Path: o.Reports, Reason: "the folder of the reports cannot be opened (" + plain(err) + "): name the one that 'thematic run' was given"}
		}
		defer e.reports.Close()
	}
	p, err := e.project(manifest.Codebook)
	if err != nil {
		return nil, err
	}
	if e.found == 0 && len(e.WithoutPDF) > 0 {
		return nil, &corpus.InputError{Path: o.Reports, Reason: "none of the PDF files that were read is here, such as " + e.WithoutPDF[0] + ": name the folder that 'thematic run' was given, or leave PDF files out with --no-pdf"}
	}
	place, err := replacing(r.store, path, "")
	if err != nil {
		return nil, err
	}
	aside, err := r.replace(ctx, place, func(w io.Writer) error { return refi.WriteProject(w, p) })
	e.Warnings = append(r.Warnings, aside...)
	return &e.QDPXOutcome, err
}

// ExportQDC writes the themes of the results in the folder out, those counted
// beside practice included, to path as a codebook for programs of qualitative
// analysis, with the identifiers that [ExportQDPX] gives them. It returns what is
// not in it, and warnings and errors as [Export] does.
func ExportQDC(ctx context.Context, out, path, tool string) (lost, warnings []string, err error) {
	r, err := OpenResults(out, Selection{})
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	manifest, err := r.store.Manifest()
	if err != nil {
		return nil, nil, err
	}
	place, err := replacing(r.store, path, "")
	if err != nil {
		return nil, nil, err
	}
	name, _, _ := strings.Cut(manifest.Codebook, " ")
	aside, err := r.replace(ctx, place, func(w io.Writer) error {
		lost, err = refi.WriteCodebook(w, &themes.Codebook{Name: name, Themes: codesOf(r.Result)}, tool)
		return err
	})
	return lost, append(r.Warnings, aside...), err
}

// qdpx is a project of REFI-QDA being made.
type qdpx struct {
	QDPXOptions
	QDPXOutcome
	result  *analysis.Result
	store   *corpus.Store
	reports *os.Root // nil for the texts alone
	found   int      // PDF files that go in
	names   map[string]bool
	rulings map[ruledCell]corpus.Decision // see rulingsOf
}

// project is the results as a project, made by a codebook of that name, version and hash.
func (e *qdpx) project(codebook string) (*refi.Project, error) {
	name, _, _ := strings.Cut(codebook, " ")
	p := &refi.Project{
		Name: "Reviews coded with " + name, Origin: e.Tool, Codebook: name,
		Record: e.record(codebook), Themes: codesOf(e.result),
	}
	files, passages := filesByPath(e.result), e.passagesByFile()
	for _, c := range e.result.Cases {
		if !c.Include {
			continue
		}
		review := refi.Case{ID: c.ID, Title: c.Title, Area: c.Area, Year: c.Year, Kind: string(c.Kind)}
		first := len(p.Sources)
		for _, file := range c.Files {
			f := files[file]
			if !hasText(f) {
				e.Lost = append(e.Lost, fmt.Sprintf("%s (%s): no text of it was coded", f.File, f.Status))
				continue
			}
			source, err := e.source(f, passages[file])
			if err != nil {
				return nil, err
			}
			review.Sources = append(review.Sources, source.Name)
			p.Sources = append(p.Sources, source)
		}
		if len(p.Sources) > first {
			p.Sources[first].Whole = e.ruledPresent(c.ID)
		}
		p.Cases = append(p.Cases, review)
	}
	return p, nil
}

// record says how the project was made, for those who open it.
func (e *qdpx) record(codebook string) string {
	text := fmt.Sprintf("Made with %s. Codebook: %s. Passages: %s; %s. Codings without a date bear the year 1980. A code without a bracket behind its name is a finding; held, rejected, neutral and good practice have codes of their own below it.",
		e.Tool, codebook, statusNames(e.Statuses), e.result.Tally.Checked())
	if len(e.rulings) > 0 {
		text += " A theme that a person ruled present in a review is coded on the whole of its first text; what was found of one ruled absent is rejected."
	}
	if b := e.result.Beside; b != nil {
		text += fmt.Sprintf(" The codes under %q are never counted as practice.", b.Title)
	}
	return text
}

// passagesByFile has the passages of the statuses chosen, those counted beside practice
// last, by the path of their file.
func (e *qdpx) passagesByFile() map[string][]analysis.Passage {
	found := []analysis.Passages{e.result.Passages}
	if b := e.result.Beside; b != nil {
		found = append(found, b.Passages)
	}
	passages := map[string][]analysis.Passage{}
	for _, list := range found {
		for q := range list.All() {
			if slices.Contains(e.Statuses, q.Status) {
				passages[q.File] = append(passages[q.File], *q)
			}
		}
	}
	return passages
}

// codesOf returns the themes of a result as a codebook has them, and then those
// that are counted beside them, as a group of their own.
func codesOf(r *analysis.Result) []themes.Theme {
	list := slices.Clone(r.Themes)
	if b := r.Beside; b != nil {
		for _, t := range b.Themes {
			t.Group = b.Title
			list = append(list, t)
		}
	}
	var codes []themes.Theme
	for _, t := range list {
		codes = append(codes, themes.Theme{
			ID: t.ID, Label: t.Label, Group: t.Group, Headline: t.Headline, Colour: t.Colour,
			Definition: t.Definition, Include: t.Include, Exclude: t.Exclude,
		})
	}
	return codes
}

// statusNames lists statuses for a person.
func statusNames(statuses []corpus.CodingStatus) string {
	var names []string
	for _, s := range statuses {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

// source returns a file that was coded, with its text and passages. It fails where
// the text is not in the project any more.
func (e *qdpx) source(f analysis.File, passages []analysis.Passage) (refi.Source, error) {
	text, err := fileText(e.store, f)
	if err != nil {
		return refi.Source{}, err
	}
	source := refi.Source{Name: e.sourceName(f.File), Text: text.Body}
	if e.reports != nil && strings.EqualFold(path.Ext(f.File), ".pdf") {
		if err := e.same(f); err != nil {
			e.Lost = append(e.Lost, fmt.Sprintf("the PDF of %s, whose text is there: %v", f.File, err))
			e.WithoutPDF = append(e.WithoutPDF, f.File)
		} else {
			e.found++
			source.PDF = func() (io.ReadCloser, error) { return e.reports.Open(f.File) }
		}
	}
	at := map[corpus.Span]int{} // place in source.Selections
	for _, q := range passages {
		i, ok := at[q.Span]
		if !ok {
			i = len(source.Selections)
			at[q.Span] = i
			source.Selections = append(source.Selections, refi.Selection{Span: q.Span, Page: q.Page, Paragraph: q.Paragraph, Heading: q.Heading})
		}
		addCoding(&source.Selections[i], codingOf(q))
	}
	return source, nil
}

// sourceName returns the path of a file as one name, since programs copy a source
// to a file that is called like it.
func (e *qdpx) sourceName(file string) string {
	name := strings.ReplaceAll(file, "/", " - ")
	for e.names[name] {
		name = "_" + name
	}
	e.names[name] = true
	return name
}

// same fails where the file in the folder of reports is not the one that was read.
func (e *qdpx) same(f analysis.File) error {
	data, err := e.reports.ReadFile(f.File)
	if err != nil {
		return fmt.Errorf("it cannot be read from %s: %s", e.Reports, plain(err))
	}
	if hashOf(data) != string(f.ID) {
		return errors.New("it has changed since it was read")
	}
	return nil
}

// addCoding adds a coding to a passage. Of two that say the same of it, by two
// rules, one is left with the reasons of both.
func addCoding(to *refi.Selection, c refi.Coding) {
	for i, other := range to.Codings {
		if other.Theme == c.Theme && other.Sense == c.Sense {
			to.Codings[i].Note += " And " + c.Note
			return
		}
	}
	to.Codings = append(to.Codings, c)
}

// programUser is who made what no person decided, by rules or the model: the note says which.
const programUser = "thematic"

// codingOf is a passage as programs of qualitative analysis have it.
func codingOf(q analysis.Passage) refi.Coding {
	c := refi.Coding{Theme: q.Theme, Sense: senseOf(*q.Coding), Coder: programUser}
	if q.Decision != nil {
		c.Coder, c.Time = q.Decision.Coder, q.Decision.Time
	}
	c.Note = fmt.Sprintf("%s, %s: %s", q.Status, q.Label, q.Reason)
	if q.Rule != "" {
		c.Note += "; rule " + q.Rule
	}
	if q.Cue != "" {
		c.Note += "; cue “" + q.Cue + "”"
	}
	return c
}

func senseOf(c corpus.Coding) refi.Sense {
	switch {
	case c.Status == corpus.Held:
		return refi.Held
	case c.Status == corpus.Rejected:
		return refi.Rejected
	case c.Label.MakesPresent():
		return refi.Finding
	case c.Label == corpus.LabelGoodPractice:
		return refi.GoodPractice
	}
	return refi.Neutral
}
