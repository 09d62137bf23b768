package refi

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"thematic/corpus"
)

// WriteProject writes a project as a .qdpx file. Offsets become code points, the
// same project becomes the same bytes, and nothing in them tells of the machine.
// It fails where a passage does not lie in its text, a theme or source is not
// there, or two sources have one name.
func WriteProject(w io.Writer, p *Project) error {
	b := projectBuilder{project: p, themes: map[string]bool{}, users: map[string]bool{}, names: map[string]bool{}, senses: map[themeSense]bool{}}
	for _, t := range p.Themes {
		b.themes[t.ID] = true
	}
	sources := slices.SortedFunc(slices.Values(p.Sources), func(a, c Source) int { return cmp.Compare(a.Name, c.Name) })
	for _, s := range sources {
		if err := b.source(s); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	for _, c := range p.Cases {
		if err := b.caseOf(c); err != nil {
			return fmt.Errorf("review %s: %w", c.ID, err)
		}
	}
	return writeArchive(w, b.finish(), sources)
}

// themeSense is a theme with what was said of it.
type themeSense struct {
	theme string
	sense Sense
}

type projectBuilder struct {
	project *Project
	themes  map[string]bool // ids
	names   map[string]bool // of sources
	users   map[string]bool
	senses  map[themeSense]bool // that occur
	cases   []caseXML
	sources sourceList
	notes   []textSource
}

// sourceFile is the name of a file of a source in the archive.
func sourceFile(name, ending string) string { return guid("file", name, ending) + ending }

func internal(name, ending string) string { return "internal://" + sourceFile(name, ending) }

func (b *projectBuilder) source(s Source) error {
	if b.names[s.Name] {
		return errors.New("two sources have this name")
	}
	b.names[s.Name] = true
	text := textSource{GUID: guid("source", s.Name), Name: printable(s.Name), PlainPath: internal(s.Name, ".txt")}
	selections, err := b.selections(s)
	if err != nil {
		return err
	}
	text.Selections = selections
	whole, err := b.codings([]string{s.Name}, s.Whole)
	if err != nil {
		return err
	}
	values := b.valuesOf(s.Name)
	if s.PDF == nil {
		text.Codings, text.Values = whole, values
		b.sources.Texts = append(b.sources.Texts, text)
		return nil
	}
	file := pdfSource{GUID: text.GUID, Name: text.Name, Path: internal(s.Name, ".pdf"), Codings: whole, Values: values}
	text.GUID = guid("text", s.Name)
	file.Text = &text
	b.sources.PDFs = append(b.sources.PDFs, file)
	return nil
}

// selections returns the passages of a source by their places.
func (b *projectBuilder) selections(s Source) ([]textSelection, error) {
	if !utf8.ValidString(s.Text) {
		return nil, errors.New("the text is not UTF-8")
	}
	passages := slices.Clone(s.Selections)
	byPlace(passages)
	var places []int
	for _, sel := range passages {
		span := sel.Span
		if span.Start < 0 || span.End > len(s.Text) || span.Len() <= 0 || !onBorder(s.Text, span.Start) || !onBorder(s.Text, span.End) {
			return nil, fmt.Errorf("the passage %v does not lie in the text of %d bytes", span, len(s.Text))
		}
		places = append(places, span.Start, span.End)
	}
	slices.Sort(places)
	places = slices.Compact(places)
	counted := points(s.Text, places)
	met := map[corpus.Span]int{}
	var list []textSelection
	for _, sel := range passages {
		from, _ := slices.BinarySearch(places, sel.Span.Start)
		to, _ := slices.BinarySearch(places, sel.Span.End)
		key := []string{s.Name, fmt.Sprintf("%d-%d", sel.Span.Start, sel.Span.End)}
		if met[sel.Span]++; met[sel.Span] > 1 {
			key = append(key, strconv.Itoa(met[sel.Span]))
		}
		codings, err := b.codings(key, sel.Codings)
		if err != nil {
			return nil, err
		}
		list = append(list, textSelection{
			GUID: guid("selection", key...), Name: nameOf(s.Text[sel.Span.Start:sel.Span.End]), audit: b.firstAudit(sel.Codings),
			Start: counted[from], End: counted[to], Description: sel.place(), Codings: codings,
		})
	}
	return list, nil
}

func onBorder(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

// The words of a description by which a passage is found on paper.
const (
	pageKey      = "page="
	paragraphKey = "paragraph="
	headingKey   = "heading="
)

// place says where the passage stands, since no program shows the page of a text.
func (s Selection) place() string {
	var parts []string
	if s.Page > 0 {
		parts = append(parts, pageKey+strconv.Itoa(s.Page))
	}
	if s.Paragraph != "" {
		parts = append(parts, paragraphKey+printable(s.Paragraph))
	}
	if len(parts) == 0 && s.Heading != "" {
		parts = append(parts, headingKey+printable(s.Heading))
	}
	return strings.Join(parts, "; ")
}

// codings returns the codings of what the key stands for.
func (b *projectBuilder) codings(of []string, list []Coding) ([]coding, error) {
	var out []coding
	met := map[themeSense]int{}
	for _, c := range list {
		if !b.themes[c.Theme] {
			return nil, fmt.Errorf("it is coded with the theme %q, which is not there", c.Theme)
		}
		key := append(slices.Clone(of), c.Theme, string(c.Sense))
		said := themeSense{c.Theme, c.Sense}
		if met[said]++; met[said] > 1 {
			key = append(key, strconv.Itoa(met[said]))
		}
		made := coding{GUID: guid("coding", key...), audit: b.audit(c), Code: reference{b.codeGUID(c.Theme, c.Sense)}}
		if c.Note != "" {
			note := textSource{GUID: guid("note", key...), Name: "Why", audit: made.audit, Content: content(c.Note)}
			b.notes = append(b.notes, note)
			made.NoteRefs = []reference{{note.GUID}}
		}
		out = append(out, made)
	}
	return out, nil
}

func content(s string) *string {
	s = printable(s)
	return &s
}

// undated stands where the time is not known, since some programs stop at a note
// that has none.
const undated = "1980-01-01T00:00:00Z"

func (b *projectBuilder) audit(c Coding) audit {
	by := audit{Time: cmp.Or(c.Time, undated)}
	if c.Coder != "" {
		b.users[c.Coder] = true
		by.User = guid("user", c.Coder)
	}
	return by
}

// firstAudit says who coded a passage first: some programs ask the passage, and
// not its codings.
func (b *projectBuilder) firstAudit(list []Coding) audit {
	if len(list) == 0 {
		return audit{Time: undated}
	}
	return b.audit(list[0])
}

// codeGUID names the code of a theme in a sense, and notes that it is used.
func (b *projectBuilder) codeGUID(theme string, sense Sense) string {
	if sense == Finding {
		return guid("theme", b.project.Codebook, theme)
	}
	b.senses[themeSense{theme, sense}] = true
	return guid("sense", b.project.Codebook, theme, string(sense))
}
