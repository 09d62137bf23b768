package refi

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"thematic/corpus"
	"thematic/themes"
)

func packed(t testing.TB, p *Project) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteProject(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpacked(t testing.TB, data []byte) (*Project, []string) {
	t.Helper()
	p, lost, err := ReadProject("x.qdpx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return p, lost
}

// alphabet has characters of one to four bytes, one that combines, one outside
// the first plane, and line ends.
var alphabet = []rune("abc é\u0301ï—📌𝔸\n<&'\"")

func randomText(r *rand.Rand, n int) string {
	runes := make([]rune, n)
	for i := range runes {
		runes[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(runes)
}

// randomProject makes a project that keeps all of what the format can hold.
func randomProject(r *rand.Rand) *Project {
	p := &Project{Name: "Reviews", Origin: "test 1", Record: "made from nothing"}
	for i := range 1 + r.IntN(4) {
		p.Themes = append(p.Themes, themes.Theme{ID: fmt.Sprintf("t%d", i), Label: fmt.Sprintf("Theme %d", i), Group: "Practice", Definition: "What it is.", Headline: i == 0})
	}
	senses := append([]Sense{Finding}, senseOrder...)
	for i := range r.IntN(5) {
		s := Source{Name: fmt.Sprintf("%d/review.pdf", i), Text: randomText(r, 1+r.IntN(200))}
		var borders []int
		for at := range s.Text {
			borders = append(borders, at)
		}
		borders = append(borders, len(s.Text))
		used := map[corpus.Span]bool{}
		for range r.IntN(8) {
			a, b := r.IntN(len(borders)), r.IntN(len(borders))
			span := corpus.Span{Start: borders[min(a, b)], End: borders[max(a, b)]}
			if span.Len() == 0 || used[span] {
				continue
			}
			used[span] = true
			sel := Selection{Span: span, Page: r.IntN(3)}
			for range 1 + r.IntN(3) {
				sel.Codings = append(sel.Codings, Coding{Theme: p.Themes[r.IntN(len(p.Themes))].ID, Sense: senses[r.IntN(len(senses))], Coder: "K Lee", Time: "2026-01-02T03:04:05Z", Note: "because"})
			}
			s.Selections = append(s.Selections, sel)
		}
		if r.IntN(3) == 0 {
			s.Whole = []Coding{{Theme: "t0"}}
		}
		p.Sources = append(p.Sources, s)
		p.Cases = append(p.Cases, Case{ID: fmt.Sprintf("case-%d", i), Title: "A title", Area: "Ottermouth", Year: 2000 + i, Kind: "review", Sources: []string{s.Name}})
	}
	return p
}

// TestProjectRoundTrip reads what was written, and writes it again to the byte.
func TestProjectRoundTrip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		want := randomProject(r)
		data := packed(t, want)
		got, lost := unpacked(t, data)
		if len(want.Sources) == 0 {
			continue
		}
		if len(lost) > 0 {
			t.Fatalf("%d: lost %q", i, lost)
		}
		if !bytes.Equal(packed(t, got), data) {
			t.Fatalf("%d: what was read is written in another way", i)
		}
		for j := range want.Sources {
			byPlace(want.Sources[j].Selections)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%d: got %+v\nwant %+v", i, got, want)
		}
	}
}

// TestProjectPublishedSchema asks a validator with the published schema, where
// both are at hand.
func TestProjectPublishedSchema(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "reference", "refi")
	if _, err := os.Stat(filepath.Join(dir, "xsdlite.py")); err != nil {
		t.Skip("no published schema beside the project")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	validate := func(qde []byte) (string, error) {
		path := filepath.Join(t.TempDir(), "project.qde")
		if err := os.WriteFile(path, qde, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, "-c", "import sys; sys.path.insert(0,sys.argv[1]); import xsdlite; e=xsdlite.validate(sys.argv[2],sys.argv[3]); print(e); sys.exit(len(e)>0)",
			dir, filepath.Join(dir, "Project-v1.0.xsd"), path).CombinedOutput()
		return string(out), err
	}
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 3 {
		p := randomProject(r)
		for j := range p.Sources {
			if (i+j)%2 == 0 {
				p.Sources[j].PDF = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("%PDF-1.4")), nil }
			}
		}
		if out, err := validate(entry(t, packed(t, p), projectFile)); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
	if out, err := validate([]byte(`<Project xmlns="urn:QDA-XML:project:1.0"><Sets/></Project>`)); err == nil {
		t.Errorf("a project that is not valid passed: %s", out)
	}
}

// entry returns what an archive holds under a name.
func entry(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	content, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestProjectHoldsThePDF(t *testing.T) {
	p := &Project{Name: "x", Sources: []Source{{Name: "a.pdf", Text: "a", PDF: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("%PDF-1.4")), nil }}}}
	if got, want := string(entry(t, packed(t, p), sourceFolder+sourceFile("a.pdf", ".pdf"))), "%PDF-1.4"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestProjectPositions: positions are code points.
func TestProjectPositions(t *testing.T) {
	p := &Project{Name: "x", Codebook: "c", Themes: []themes.Theme{{ID: "a", Label: "A"}}, Sources: []Source{{Name: "s", Text: "é📌 seen\n", Selections: []Selection{
		{Span: corpus.Span{Start: 7, End: 11}, Codings: []Coding{{Theme: "a"}}},
	}}}}
	if got, want := string(entry(t, packed(t, p), projectFile)), `name="seen" startPosition="3" endPosition="7" creationDateTime="1980-01-01T00:00:00Z"`; !strings.Contains(got, want) {
		t.Errorf("got %s, want %s in it", got, want)
	}
	var names []string
	for range 2 {
		names = append(names, string(packed(t, p)))
	}
	if names[0] != names[1] {
		t.Error("the same project was written in two ways")
	}
}

func TestWriteProjectRefuses(t *testing.T) {
	coded := func(span corpus.Span, theme string) []Selection {
		return []Selection{{Span: span, Codings: []Coding{{Theme: theme}}}}
	}
	for want, p := range map[string]*Project{
		"not lie in the text": {Sources: []Source{{Name: "s", Text: "é", Selections: coded(corpus.Span{Start: 0, End: 1}, "a")}}},
		"of 2 bytes":          {Sources: []Source{{Name: "s", Text: "é", Selections: coded(corpus.Span{Start: 0, End: 3}, "a")}}},
		`theme "b"`:           {Themes: []themes.Theme{{ID: "a"}}, Sources: []Source{{Name: "s", Text: "x", Selections: coded(corpus.Span{Start: 0, End: 1}, "b")}}},
		"two sources":         {Sources: []Source{{Name: "s"}, {Name: "s"}}},
		`source "t"`:          {Cases: []Case{{ID: "c", Sources: []string{"t"}}}},
	} {
		if err := WriteProject(io.Discard, p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q in it", err, want)
		}
	}
}

// TestProjectOfPDFsRoundTrip: the text and the codings of a PDF are read as they were
// written, and no two things have one identifier, whatever is said twice.
func TestProjectOfPDFsRoundTrip(t *testing.T) {
	said := []Coding{{Theme: "a", Coder: "K Lee", Note: "first"}, {Theme: "a", Coder: "J Roe", Note: "second"}, {Theme: "a", Sense: Held}}
	span := corpus.Span{Start: 2, End: 6}
	want := &Project{
		Name: "x", Themes: []themes.Theme{{ID: "a", Label: "A"}}, Cases: []Case{{ID: "c", Kind: "review", Sources: []string{"a.pdf"}}},
		Sources: []Source{{Name: "a.pdf", Text: "a risk b", Whole: said, Selections: []Selection{{Span: span, Codings: said}, {Span: span, Codings: said}}}},
	}
	written := *want
	written.Sources = slices.Clone(want.Sources)
	written.Sources[0].PDF = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("%PDF-1.4")), nil }
	data := packed(t, &written)
	got, lost := unpacked(t, data)
	if !reflect.DeepEqual(got, want) || len(lost) > 0 {
		t.Errorf("got %+v, lost %q\nwant %+v", got, lost, want)
	}
	met := map[string]bool{}
	for _, guid := range regexp.MustCompile(` guid="[^"]*"`).FindAllString(string(entry(t, data, projectFile)), -1) {
		if met[guid] {
			t.Errorf("two things have%s", guid)
		}
		met[guid] = true
	}
}

// TestWriteFails: what cannot be written to its end is no project and no codebook.
func TestWriteFails(t *testing.T) {
	p := randomProject(rand.New(rand.NewPCG(1, 2)))
	p.Sources = append(p.Sources, Source{Name: "whole.pdf", PDF: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("%PDF-1.4")), nil }})
	for room := len(packed(t, p)) - 1; room >= 0; room -= 199 {
		if err := WriteProject(&smallDisk{room}, p); !errors.Is(err, errFull) {
			t.Fatalf("a project, room for %d bytes: got %v", room, err)
		}
	}
	c := &themes.Codebook{Name: "x", Themes: p.Themes}
	for room := len(written(t, c)) - 1; room >= 0; room -= 19 {
		if _, err := WriteCodebook(&smallDisk{room}, c, "thematic test"); !errors.Is(err, errFull) {
			t.Fatalf("a codebook, room for %d bytes: got %v", room, err)
		}
	}
	for name, open := range map[string]func() (io.ReadCloser, error){
		"opening": func() (io.ReadCloser, error) { return nil, errFull },
		"reading": func() (io.ReadCloser, error) { return io.NopCloser(iotest.ErrReader(errFull)), nil },
	} {
		bad := &Project{Sources: []Source{{Name: "a.pdf", PDF: open}}}
		if err := WriteProject(io.Discard, bad); !errors.Is(err, errFull) || !strings.Contains(err.Error(), "a.pdf: ") {
			t.Errorf("%s the PDF: got %v, want its name and what befell it", name, err)
		}
	}
}

var errFull = errors.New("no room")

// smallDisk has room for so many bytes.
type smallDisk struct{ room int }

func (d *smallDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		n := d.room
		d.room = 0
		return n, errFull
	}
	d.room -= len(p)
	return len(p), nil
}

// TestSourcesHaveWhatIsKnownOfTheirCase: some programs read no variables of cases.
func TestSourcesHaveWhatIsKnownOfTheirCase(t *testing.T) {
	p := &Project{Name: "x"}
	for _, area := range []string{"Ottermouth", "Carrowdale"} {
		p.Sources = append(p.Sources, Source{Name: area + ".txt", Text: "a"})
		p.Cases = append(p.Cases, Case{ID: area, Area: area, Sources: []string{area + ".txt"}})
	}
	var got projectXML
	if err := xml.Unmarshal(entry(t, packed(t, p), projectFile), &got); err != nil {
		t.Fatal(err)
	}
	for _, s := range got.Sources.Texts {
		if len(s.Values) != 1 || s.Values[0].String()+".txt" != s.Name {
			t.Errorf("%s: got %+v, want its area alone", s.Name, s.Values)
		}
	}
}

// TestPlaceOfAPassage: what is said of its place comes back, the heading only for
// people.
func TestPlaceOfAPassage(t *testing.T) {
	for _, tt := range []struct {
		said Selection
		want string
	}{
		{Selection{Page: 3, Paragraph: "4.12", Heading: "Analysis"}, "page=3; paragraph=4.12"},
		{Selection{Paragraph: "4.12", Heading: "Analysis"}, "paragraph=4.12"},
		{Selection{Heading: "Analysis"}, "heading=Analysis"},
		{Selection{}, ""},
	} {
		got := tt.said.place()
		if page, paragraph := placeOf(got); got != tt.want || page != tt.said.Page || paragraph != tt.said.Paragraph {
			t.Errorf("got %q, page %d, paragraph %q, want %q", got, page, paragraph, tt.want)
		}
	}
}
