package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// typist is an engine that sees the same line on every page, set in one size
// from the left margin.
type typist struct {
	pages      int
	line       string
	confidence float64
	lost       int // letters of a page that it cannot tell
	asked      []int
}

func (e *typist) Name() string { return "typist" }

func (e *typist) Pages() (int, error) {
	if e.pages == 0 {
		return 0, errors.New("it cannot be opened")
	}
	return e.pages, nil
}

func (e *typist) Page(i int) (Page, error) {
	e.asked = append(e.asked, i)
	if i >= e.pages {
		return Page{}, errors.New("there is no such page")
	}
	p := Page{Right: 595, Top: 842, Confidence: e.confidence, Lost: e.lost}
	x := 72.0
	for _, r := range e.line {
		p.Letters = append(p.Letters, Letter{Text: string(r), X: x, Y: 700, EndX: x + 6, EndY: 700, Size: 11})
		x += 6
	}
	return p, nil
}

// pictures is a typist that sees each page as a picture.
type pictures struct{ *typist }

func (e pictures) Page(i int) (Page, error) {
	p, err := e.typist.Page(i)
	p.Letters, p.Pictures = nil, 595*842
	return p, err
}

const (
	showsText    = "The plan was never made."
	showsNothing = "BT /F9 11 Tf 72 700 Td <00010002> Tj ET" // in a font that says nothing of its characters
	showsPicture = "q 595 0 0 842 0 0 cm /Im Do Q"
)

// threePages is a file with a page of text, a page whose text cannot be told,
// and a page that is a picture.
func threePages() []byte {
	b := newBuilder()
	image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
	odd := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 >>] >>")
	b.fonts += " /F9 " + itoa(odd) + " 0 R"
	b.page(at("F1", 11, 72, 700, showsText), "", "")
	b.page(showsNothing, "", "")
	b.page(showsPicture, "", "/XObject << /Im "+itoa(image)+" 0 R >>")
	return b.bytes()
}

func TestEnginesReadWhatTheTextLayerDoesNot(t *testing.T) {
	data := threePages()
	tests := []struct {
		name        string
		second, eye *typist
		want        string // engine and state of each page
	}{
		{"none", nil, nil, "text layer read, text layer failed, text layer needs_ocr"},
		{"second", &typist{pages: 3, line: "No visit was made."}, nil, "text layer read, typist read, text layer needs_ocr"},
		{"eye", nil, &typist{pages: 3, line: "No visit was made.", confidence: 90}, "text layer read, text layer failed, typist read"},
		{"unsure eye", nil, &typist{pages: 3, line: "N0 v1s!t", confidence: 30}, "text layer read, text layer failed, text layer needs_ocr"},
		{"blind eye", nil, &typist{pages: 3}, "text layer read, text layer failed, typist blank"},
		{"closed to both", &typist{}, &typist{}, "text layer read, text layer failed, text layer needs_ocr"},
		{"other number of pages", &typist{pages: 2, line: "No visit was made."}, nil, "text layer read, text layer failed, text layer needs_ocr"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var engines Engines
			if test.second != nil {
				engines.Second = test.second
			}
			if test.eye != nil {
				engines.Eye = test.eye
			}
			text, err := engines.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			check(t, text)
			var got []string
			for _, p := range text.Pages {
				got = append(got, p.Engine+" "+string(p.State))
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestEnginesAreNotAskedForOrdinaryPages(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, showsText), "", "")
	b.page("", "", "")
	data := b.bytes()
	second := &typist{pages: 2, line: "No visit was made."}
	if _, err := (Engines{Second: second, Eye: second}).Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits()); err != nil {
		t.Fatal(err)
	}
	if len(second.asked) > 0 {
		t.Errorf("asked for pages %v", second.asked)
	}
}

func TestSecondEngineOpensWhatTheTextLayerCannot(t *testing.T) {
	const broken = "%PDF-1.4\nnothing"
	second := &typist{pages: 4, line: "No visit was made."}
	limits := corpus.DefaultLimits()
	limits.Pages = 3
	text, err := Engines{Second: second}.Read(strings.NewReader(broken), int64(len(broken)), limits)
	if err != nil {
		t.Fatal(err)
	}
	check(t, text)
	if len(text.Pages) != 3 || text.Pages[0].Engine != "typist" {
		t.Errorf("got pages %v", text.Pages)
	}
	if len(text.Warnings) != 2 || !strings.HasPrefix(text.Warnings[0], "pages may be missing: the file is damaged") {
		t.Errorf("got warnings %q", text.Warnings)
	}
	if _, err := (Engines{Second: &typist{}}).Read(strings.NewReader(broken), int64(len(broken)), limits); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v, want the fault that the text layer met", err)
	}
}

// damagedPages is a file with a page of text, a page whose only stream is broken,
// a page with a picture and a broken stream, and a page that is missing.
func damagedPages() []byte {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, showsText), "", "")
	broken := itoa(b.stream("/Filter /FlateDecode", "no such thing"))
	picture := itoa(b.stream("", showsPicture))
	image := itoa(b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"))
	for _, entries := range []string{
		"/Contents " + broken + " 0 R",
		"/Contents [" + picture + " 0 R " + broken + " 0 R] /Resources << /XObject << /Im " + image + " 0 R >> >>",
	} {
		b.kids = append(b.kids, itoa(b.add("<< /Type /Page /Parent 2 0 R "+entries+" >>"))+" 0 R")
	}
	b.kids = append(b.kids, "99 0 R")
	return b.bytes()
}

// TestLossIsNeverSilent reads pages that an engine can read a part of, and files
// that have lost pages or their table.
func TestLossIsNeverSilent(t *testing.T) {
	const (
		line    = "No visit was made."
		stream  = "a stream is damaged (zlib: invalid header)"
		damaged = "page 2: " + stream + "; page 3: " + stream
		fonts   = "part of the text is in fonts that do not say which characters they show"
		advice  = ": open it and save it anew as PDF, or ask for a new copy"
	)
	data := damagedPages()
	with := func(old, new string) []byte { return bytes.Replace(data, []byte(old), []byte(new), 1) }
	reader, lossy, sightless := &typist{pages: 4, line: line}, &typist{pages: 4, line: line, lost: 9}, &typist{pages: 4}
	eye := &typist{pages: 4, line: line, confidence: 90}
	for _, tt := range []struct {
		name    string
		engines Engines
		data    []byte
		states  string
		want    string // in the warnings
	}{
		{"alone", Engines{}, data, "read failed failed failed", ""},
		{"second", Engines{Second: reader}, data, "read read read read", damaged + "; page 4: its object is missing"},
		{"lossy", Engines{Second: lossy}, data, "read read read read",
			"page 2: " + stream + "; page 2: " + fonts + "; page 3: " + stream + "; page 3: " + fonts + "; page 4: its object is missing; page 4: " + fonts},
		{"sees nothing", Engines{Second: sightless}, data, "read failed failed failed", ""},
		{"eye", Engines{Second: pictures{reader}, Eye: eye}, data, "read read read read", damaged + "; page 4: its object is missing"},
		{"lost", Engines{}, with("/Count 4", "/Count 9"), "read failed failed failed", "pages are missing: of the 9 that the file says it has, 4 were found"},
		{"tableless", Engines{}, with("startxref", "startless"), "read failed failed failed", "text may be missing: the file is damaged (missing final startxref)" + advice},
		{"unsized", Engines{}, with("/Length ", "/Lengxx "), "failed failed failed failed", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, err := tt.engines.Read(bytes.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			var states []string
			for _, p := range text.Pages {
				states = append(states, string(p.State))
			}
			if got := strings.Join(states, " "); got != tt.states {
				t.Errorf("got pages %s, want %s", got, tt.states)
			}
			if got := strings.Join(text.Warnings, "; "); got != tt.want {
				t.Errorf("got warnings %q, want %q", got, tt.want)
			}
		})
	}
}

// TestSoundPagesAreNotDoubted reads a file whose table of objects alone is wrong.
func TestSoundPagesAreNotDoubted(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, showsText), "", "")
	text := mustRead(t, bytes.Replace(b.bytes(), []byte("xref\n0 "), []byte("xref\n9 "), 1))
	if len(text.Pages) != 1 || text.Pages[0].State != corpus.PageRead || len(text.Warnings) > 0 {
		t.Errorf("got pages %+v, warnings %q", text.Pages, text.Warnings)
	}
}

// TestPlainWords counts words of ASCII alone and as any others.
func TestPlainWords(t *testing.T) {
	plain := 0
	for _, w := range strings.Fields("Child child, NHS QDVW nHs mcDonald. hwyl rhythm brwsh a ., etc.., a.b no-one 4.12 [x] `a aé é {e} \x01e " +
		strings.Repeat("on", 15) + " " + strings.Repeat("on", 15) + ".") {
		var got, want quality
		if !got.addPlain(w) {
			continue
		}
		plain++
		if want.addAny(w); got != want {
			t.Errorf("%q: got %+v, want %+v", w, got, want)
		}
	}
	if plain != 12 {
		t.Errorf("%d words are plain", plain)
	}
}

func TestQuality(t *testing.T) {
	english := strings.Repeat("The social worker did not see the child alone, and no-one asked why (see 4.12). ", 6)
	tests := []struct {
		name, text           string
		doubtful, unreadable bool
	}{
		{"English", english, false, false},
		{"Welsh", strings.Repeat("Ni chafodd y plentyn ei weld ar ei ben ei hun gan y gweithiwr cymdeithasol. ", 6), false, false},
		{"Chinese", strings.Repeat("社工没有单独见过孩子（1），也没有人问为什么。 ", 20), false, false},
		{"numbers", strings.Repeat("Area4 12.5% (n=34) 2016-17 £1,200 ", 12), false, false},
		{"contents", strings.Repeat("Introduction......................................... 4 ", 12), false, false},
		{"capitals", strings.Repeat("THE CHILD WAS NOT SEEN BY THE NHS ", 12), false, false},
		{"shifted", strings.Repeat("7KH FKLOG ZDV QRW VHHQ ", 20), true, true},
		{"shifted into what has vowels", strings.Repeat("7KH YLVLWRU WROG WKH WHDP WKDW D ER\\ FDPH EDUHIRRW ", 8), true, true},
		{"private", strings.Repeat("\ue001\ue002\ue003 \ue004\ue005\ue006\ue007 ", 60), true, true},
		{"no spaces", strings.Repeat(strings.Repeat("thechildwasnotseen", 4)+" ", 6), true, true},
		{"signs", strings.Repeat("! \" % & # %( )&* ", 40), false, true},
		{"few", "! \" % &", false, false},
	}
	for _, test := range tests {
		s := &sheet{state: corpus.PageRead, lines: []*line{{}}}
		for _, w := range strings.Fields(test.text) {
			s.lines[0].words = append(s.lines[0].words, word{text: w})
		}
		s.quality = judge(s.lines)
		if got := s.doubtful(); got != test.doubtful {
			t.Errorf("%s: doubtful is %v: %+v", test.name, got, s.quality)
		}
		if got := s.unreadable(); got != test.unreadable {
			t.Errorf("%s: unreadable is %v: %+v", test.name, got, s.quality)
		}
	}
}

// TestWhyTheEyeFailed: a page that neither its text layer nor the eye gives says
// what went wrong with both; an eye that sees nothing on it has no fault of its own.
func TestWhyTheEyeFailed(t *testing.T) {
	for _, tt := range []struct {
		index int
		want  string
	}{{0, "its fonts are odd"}, {5, "its fonts are odd, and there is no such page"}} {
		s := &sheet{index: tt.index, state: corpus.PageFailed, reason: "its fonts are odd"}
		if got := s.recognised(&typist{pages: 1}); got.state != corpus.PageFailed || got.reason != tt.want {
			t.Errorf("page %d: got %s, %q, want %q", tt.index, got.state, got.reason, tt.want)
		}
	}
}

// TestSecondEngineDoesNotUncoverWords holds that what a black box hides is not brought
// back by the second engine, which does not see boxes, be it of known letters or not;
// nor is text lost that is only drawn on a black box, whatever else that hides.
func TestSecondEngineDoesNotUncoverWords(t *testing.T) {
	const box = " 0 g 190 695 60 14 re f " // over the last words of the typist's line
	const hidden, whole = "No visit was made to\n", "No visit was made to Daniel.\n"
	letters := "" // where those of the typist's last word stand, not known here
	for i := range len("Daniel.") {
		letters += fmt.Sprintf("BT /F9 11 Tf %d 700 Td <0001> Tj ET ", 198+6*i)
	}
	for _, c := range []struct{ name, content, want string }{
		{"words that are known", at("F1", 11, 198, 700, "Daniel.") + "BT /F9 11 Tf 72 700 Td <00010002> Tj ET " + box, hidden},
		{"letters that are not", "BT /F9 11 Tf 198 700 Td <00010002> Tj ET " + box, hidden},
		{"words over a box that hides others", at("F1", 11, 198, 685, "Ann Other") + " 0 g 190 680 60 34 re f 1 g " + letters, whole},
		{"words over a box that hides what stands below them", letters + " 0 g 190 695 60 14 re f 1 g " + letters, hidden},
		{"a box below white letters", box + "1 g BT /F9 11 Tf 198 700 Td <00010002> Tj ET ", whole},
		{"a box that hides nothing", box, whole},
	} {
		b := newBuilder()
		f9 := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 >>] >>")
		b.fonts += " /F9 " + itoa(f9) + " 0 R"
		b.page(c.content, "", "")
		data := b.bytes()
		second := &typist{pages: 1, line: "No visit was made to Daniel."}
		text, err := (Engines{Second: second}).Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		if err != nil || text.Body != c.want || text.Pages[0].Engine != "typist" {
			t.Errorf("%s: got %q by %s, %v, want %q", c.name, text.Body, text.Pages[0].Engine, err, c.want)
		}
		if warned := slices.Contains(text.Warnings, "page 1: "+corpus.CoveredWords(1)); warned != (c.want == hidden) {
			t.Errorf("%s: got warnings %q", c.name, text.Warnings)
		}
	}
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Daniel")+" 0 g 70 695 60 14 re f ", "", "")
	data := b.bytes()
	text, err := (Engines{Second: &typist{pages: 2, line: "Daniel"}}).Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err != nil || text.Body != "" {
		t.Errorf("an engine that sees another number of pages gave %q, %v", text.Body, err)
	}
}

// painter is a typist that draws its page, too: black from one place to another.
type painter struct {
	typist
	from, to float64
	err      error
}

func (p *painter) Look(int) (func(x0, y0, x1, y1 float64) bool, error) {
	return func(x0, y0, x1, y1 float64) bool {
		return p.from <= x0 && x1 <= p.to && y0 > 130 && y1 <= 142 // the baseline is 142 below the top
	}, p.err
}

// TestHiddenWhereOnlyAnotherEngineOpens leaves out what the page shows black all over, of
// a file whose boxes are not known here.
func TestHiddenWhereOnlyAnotherEngineOpens(t *testing.T) {
	broken := []byte("%PDF-1.4 " + strings.Repeat("nothing of a file ", 20))
	engine := &painter{typist: typist{pages: 1, line: "The plan was never made."}, from: 72 + 13*6, to: 72 + 18*6}
	text, err := Engines{Second: engine}.Read(bytes.NewReader(broken), int64(len(broken)), corpus.DefaultLimits())
	if err != nil || text.Body != "The plan was made.\n" || !slices.Contains(text.Warnings, "page 1: "+corpus.CoveredWords(1)) {
		t.Errorf("got %q, %q, %v", text.Body, text.Warnings, err)
	}
	engine.err = errors.New("no memory")
	text, err = Engines{Second: engine}.Read(bytes.NewReader(broken), int64(len(broken)), corpus.DefaultLimits())
	if err != nil || text.Body != "" || text.Pages[0].State != corpus.PageFailed {
		t.Errorf("of a page that cannot be drawn: got %q, %s, %v", text.Body, text.Pages[0].State, err)
	}
}

// TestTooMuchOverBoxes holds that what is shown over boxes is looked for so often and no
// more: a page of letters in boxes would take the square of their number.
func TestTooMuchOverBoxes(t *testing.T) {
	g := glyph{text: "a", size: 10}
	c := concealments{boxed: make([]boxedGlyph, 10_000)}
	for i := range c.boxed {
		c.boxed[i] = boxedGlyph{left: float32(2 * i)}
	}
	if got := c.overBox(&g, covered); got != visible {
		t.Errorf("got %v, want what is shown over a box", got)
	}
	for range maxLooks / len(c.boxed) {
		c.overBox(&g, covered)
	}
	if got := c.overBox(&g, covered); got != covered {
		t.Errorf("got %v, want it hidden as before", got)
	}
}

// TestBoxesOverWhichNothingIsShown holds that the letters in them are not kept: of a file
// full of boxes they would be many.
func TestBoxesOverWhichNothingIsShown(t *testing.T) {
	in := &interpreter{page: extent{600, 800}, hiding: []hider{{rect: rect{0, 0, 100, 100}, how: covered}}}
	in.glyphs = []glyph{{text: "a", left: 10, right: 15, base: 50, size: 10, hidden: covered}, {text: "b", left: 300, right: 305, base: 50, size: 10}}
	if got := in.boxed(); got != nil {
		t.Errorf("got %v, want none", got)
	}
	in.unknown = []glyph{{text: "c", left: 20, right: 25, base: 50, size: 10}}
	if got := in.boxed(); len(got) != 2 {
		t.Errorf("got %v, want both in the box", got)
	}
}
