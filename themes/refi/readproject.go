package refi

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// ReadProject reads a .qdpx file of size bytes, by whichever program. It returns
// what cannot be kept: what is coded in pictures, sound and film, what lies
// outside the archive, what has no code. An error is a [corpus.InputError] that
// names path.
func ReadProject(path string, r io.ReaderAt, size int64) (*Project, []string, error) {
	p, lost, err := readProject(r, size)
	if err != nil {
		return nil, nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	return p, lost, nil
}

func readProject(r io.ReaderAt, size int64) (*Project, []string, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, nil, err
	}
	in, err := a.project.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("its project %q cannot be unpacked", a.project.Name)
	}
	defer in.Close()
	reader := &projectReader{archive: a, codes: map[string]themeSense{}, users: map[string]string{}, notes: map[string]string{}, names: map[string]string{}, taken: namer{}}
	var from projectXML
	if err := decode(in, projectForm, &from, &reader.lost); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", a.project.Name, err)
	}
	if from.CodeBook != nil && countCodes(from.CodeBook.Codes) > maxCodes {
		return nil, nil, fmt.Errorf("%s: it has more than %d codes", a.project.Name, maxCodes)
	}
	reader.project = &Project{Name: from.Name, Origin: from.Origin}
	reader.read(&from)
	return reader.project, reader.lost.list(), nil
}

// maxCodes bounds the codes of a project.
const maxCodes = 50_000

func countCodes(codes []code) int {
	n := len(codes)
	for _, c := range codes {
		n += countCodes(c.Codes)
	}
	return n
}

// projectReader reads a project. Its maps are by identifier.
type projectReader struct {
	archive *archive
	project *Project
	codes   map[string]themeSense
	users   map[string]string
	notes   map[string]string // what they say
	names   map[string]string // of sources, and of their texts
	taken   namer             // names of sources
	lost    losses
}

func (r *projectReader) read(from *projectXML) {
	if from.Users != nil {
		for _, u := range from.Users.Users {
			r.users[foldGUID(u.GUID)] = u.Name
		}
	}
	if from.Notes != nil {
		for _, n := range from.Notes.Notes {
			if n.Content != nil {
				r.notes[foldGUID(n.GUID)] = strings.TrimSpace(*n.Content)
			}
			if n.Name == recordName {
				r.project.Record = r.notes[foldGUID(n.GUID)]
			}
			if len(n.Selections)+len(n.Codings) > 0 {
				r.lost.count("note with codings in it")
			}
		}
	}
	if from.CodeBook != nil {
		r.codebook(from.CodeBook.Codes, from.Sets)
	}
	if from.Sources != nil {
		r.sources(from.Sources)
	}
	if from.Cases != nil {
		r.cases(from.Cases.Cases, from.Variables)
	}
	if from.Links != nil {
		r.lost.add("link between things", len(from.Links.Links))
	}
	if from.Graphs != nil {
		r.lost.add("diagram", len(from.Graphs.Graphs))
	}
	if len(r.project.Sources) == 0 {
		r.lost.say("everything: no source of it is a text")
	}
}

// codebook reads the codes. Those that say in which sense they stand for the
// theme above them are none of their own.
func (r *projectReader) codebook(codes []code, sets *setList) {
	senses := newSenseReader(codes)
	reader := &codebookReader{lost: &r.lost}
	reader.codes(senses.plain(codes, code{}), "")
	reader.sets(sets)
	ids := namer{}
	for i := range reader.themes {
		t := &reader.themes[i]
		if t.ID == "" {
			t.ID = printable(t.Label)
		}
		t.ID = ids.free(t.ID)
		r.codes[reader.guids[i]] = themeSense{theme: t.ID}
	}
	for guid, sense := range senses.senses {
		if theme, ok := r.codes[senses.above[guid]]; ok {
			r.codes[guid] = themeSense{theme.theme, sense}
		}
	}
	r.project.Themes = reader.themes
}

// senseReader takes the codes of a sense out of a list of codes. A program that keeps no
// description of a code, or none below another, leaves the name that it was given.
type senseReader struct {
	named  map[string]string // identifiers of codes by their names, "" where several have one
	senses map[string]Sense  // by identifier
	above  map[string]string // identifiers of the codes whose senses they are
}

func newSenseReader(codes []code) *senseReader {
	r := &senseReader{map[string]string{}, map[string]Sense{}, map[string]string{}}
	r.name(codes)
	return r
}

func (r *senseReader) name(codes []code) {
	for _, c := range codes {
		name, guid := strings.TrimSpace(c.Name), foldGUID(c.GUID)
		if _, taken := r.named[name]; taken {
			guid = ""
		}
		r.named[name] = guid
		r.name(c.Codes)
	}
}

// plain returns the codes without those of a sense. What stands below one of these stands
// in its place.
func (r *senseReader) plain(codes []code, parent code) []code {
	var list []code
	for _, c := range codes {
		below := r.plain(c.Codes, c)
		if sense, above := r.sense(c, parent); above != "" {
			r.senses[foldGUID(c.GUID)], r.above[foldGUID(c.GUID)] = sense, above
			list = append(list, below...)
			continue
		}
		c.Codes = below
		list = append(list, c)
	}
	return list
}

// sense returns the sense for which a code stands, and the identifier of the code whose
// sense that is: "" where it is a code of its own.
func (r *senseReader) sense(c, parent code) (Sense, string) {
	description := strings.TrimSpace(c.Description)
	for _, sense := range senseOrder {
		name, named := strings.CutSuffix(strings.TrimSpace(c.Name), senseName("", sense))
		switch {
		case parent.GUID != "" && (description == senseLine+string(sense) || named && name == strings.TrimSpace(parent.Name)):
			return sense, foldGUID(parent.GUID)
		case named && r.named[name] != "":
			return sense, r.named[name]
		}
	}
	return "", ""
}

func (r *projectReader) sources(from *sourceList) {
	for _, s := range from.Texts {
		r.source(s.GUID, s.Name, &s, nil)
	}
	for _, s := range from.PDFs {
		if len(s.Misplaced) > 0 && s.Text != nil {
			s.Text.Selections = append(s.Text.Selections, s.Misplaced...)
		}
		whole := s.Codings
		if s.Text == nil {
			whole = append(whole, r.unplaced(s.Misplaced)...)
		}
		for _, area := range s.Areas {
			r.lost.add("area marked on a page of a PDF: its codes are kept for the whole text", min(1, len(area.Codings)))
			whole = append(whole, area.Codings...)
		}
		r.source(s.GUID, s.Name, s.Text, whole)
	}
	r.lost.add("picture with what is coded in it", len(from.Pictures))
	r.lost.add("sound recording with what is coded in it", len(from.Audios))
	r.lost.add("film with what is coded in it", len(from.Videos))
	slices.SortStableFunc(r.project.Sources, func(a, b Source) int { return strings.Compare(a.Name, b.Name) })
}

// source reads one source: its text, where there is one, and the codings of the
// whole file.
func (r *projectReader) source(id, name string, text *textSource, whole []coding) {
	s := Source{Name: r.taken.free(printable(name))}
	r.names[foldGUID(id)] = s.Name
	if text != nil {
		r.names[foldGUID(text.GUID)] = s.Name
		var err error
		if s.Text, err = r.textOf(text); err != nil {
			r.lost.say("the text of %q: %v", s.Name, err)
			whole = append(whole, r.unplaced(text.Selections)...)
		} else {
			s.Selections, s.Whole = r.selections(s.Name, s.Text, text.Selections)
		}
		whole = append(whole, text.Codings...)
	}
	s.Whole = append(s.Whole, r.codings(whole)...)
	r.project.Sources = append(r.project.Sources, s)
}

// unnamed is what a thing without a name is called.
const unnamed = "without a name"

// namer knows how often each name was asked for.
type namer map[string]int

// free returns the name or, where it is taken, the name with a number.
func (n namer) free(name string) string {
	if name == "" {
		name = unnamed
	}
	free := name
	for ; n[free] > 0; free = fmt.Sprintf("%s (%d)", name, n[name]) {
		n[name]++
	}
	n[free]++
	return free
}

func (r *projectReader) textOf(t *textSource) (string, error) {
	switch {
	case t.Content != nil:
		return *t.Content, nil
	case t.PlainPath != "":
		data, err := r.archive.text(t.PlainPath)
		return strings.ToValidUTF8(string(asUTF8(data)), "\ufffd"), err
	case t.RichPath != "":
		return "", errors.New("it is there as a file of a word processor only")
	}
	return "", errors.New("the project does not hold it")
}

// unplaced returns the codings of passages whose text is not there.
func (r *projectReader) unplaced(from []textSelection) []coding {
	r.lost.add("passage of a text that is not there: its codes are kept for the whole text", len(from))
	var list []coding
	for _, s := range from {
		list = append(list, s.Codings...)
	}
	return list
}

// selections finds the passages in their text. It returns the codings of those
// that are not in it apart.
func (r *projectReader) selections(name, text string, from []textSelection) (list []Selection, unplaced []Coding) {
	way := reckon(text, from)
	for i, span := range way.spans(text, from) {
		codings := r.codings(from[i].Codings)
		switch {
		case len(codings) == 0:
			r.lost.count("passage without a code")
		case span.Len() == 0:
			r.lost.say("a passage of %q from %d to %d, where its text has no words: its codes are kept for the whole text", name, from[i].Start, from[i].End)
			unplaced = append(unplaced, codings...)
		default:
			s := Selection{Span: span, Codings: codings}
			s.Page, s.Paragraph = placeOf(from[i].Description)
			list = append(list, s)
		}
	}
	byPlace(list)
	return list, unplaced
}

// byPlace sorts passages by where they stand.
func byPlace(list []Selection) {
	slices.SortStableFunc(list, func(a, b Selection) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
}

// placeOf reads what [Selection.place] wrote.
func placeOf(description string) (page int, paragraph string) {
	for _, part := range strings.Split(description, "; ") {
		if s, ok := strings.CutPrefix(part, pageKey); ok {
			page, _ = strconv.Atoi(s) // 0 where another program wrote something else there
		}
		if s, ok := strings.CutPrefix(part, paragraphKey); ok {
			paragraph = s
		}
	}
	return max(page, 0), paragraph
}

func (r *projectReader) codings(from []coding) []Coding {
	var list []Coding
	for _, c := range from {
		code, ok := r.codes[foldGUID(c.Code.Target)]
		if !ok {
			r.lost.count("coding whose code is not in the codebook, or is a group")
			continue
		}
		made := Coding{Theme: code.theme, Sense: code.sense, Coder: r.users[foldGUID(c.User)], Time: c.Time}
		if made.Time == undated {
			made.Time = ""
		}
		if len(c.NoteRefs) > 0 {
			made.Note = r.notes[foldGUID(c.NoteRefs[0].Target)]
			r.lost.add("note of a coding that has one already", len(c.NoteRefs)-1)
		}
		list = append(list, made)
	}
	return list
}

// cases reads the cases and what is known of them, from the variables that are
// called as ours are.
func (r *projectReader) cases(from []caseXML, known *variables) {
	names, taken := map[string]string{}, map[string]bool{}
	if known != nil {
		for _, v := range known.Variables {
			names[foldGUID(v.GUID)] = strings.ToLower(v.Name)
		}
	}
	for _, c := range from {
		out := Case{ID: c.Name, Title: c.Description}
		for _, v := range c.Values {
			switch names[foldGUID(v.Variable.Target)] {
			case "area":
				out.Area = v.String()
			case "year":
				out.Year, _ = corpus.ParseYear(v.String()) // 0 where it is none
			case "kind":
				out.Kind = v.String()
			default:
				r.lost.count("value of a variable that is not area, year or kind")
			}
		}
		for _, s := range c.Sources {
			if name, ok := r.names[foldGUID(s.Target)]; ok {
				out.Sources = append(out.Sources, name)
				if taken[name] {
					r.lost.count("case of a source that belongs to another already: it counts for the first")
				}
				taken[name] = true
			}
		}
		r.lost.add("code of a whole case", len(c.Codes))
		r.lost.add("passage that a case names", len(c.Selections))
		r.project.Cases = append(r.project.Cases, out)
	}
}
