package pdf

import (
	"bytes"
	"errors"
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
	p := Page{Right: 595, Top: 842, Confidence: e.confidence}
	x := 72.0
	for _, r := range e.line {
		p.Letters = append(p.Letters, Letter{Text: string(r), X: x, Y: 700, EndX: x + 6, EndY: 700, Size: 11})
		x += 6
	}
	return p, nil
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
	if len(text.Pages) != 3 || len(text.Warnings) != 2 || !strings.HasPrefix(text.Warnings[0], "pages may be missing: the file is damaged") || text.Pages[0].Engine != "typist" {
		t.Errorf("got pages %v, warnings %q", text.Pages, text.Warnings)
	}
	if _, err := (Engines{Second: &typist{}}).Read(strings.NewReader(broken), int64(len(broken)), limits); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v, want the fault that the text layer met", err)
	}
}

// TestLossIsNeverSilent reads pages that PDFium can read a part of, and a list of
// pages that has lost some.
func TestLossIsNeverSilent(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, showsText), "", "")
	broken := b.stream("/Filter /FlateDecode", "no such thing")
	b.kids = append(b.kids, itoa(b.add("<< /Type /Page /Parent 2 0 R /Contents "+itoa(broken)+" 0 R >>"))+" 0 R", "99 0 R")
	data := b.bytes()
	lost := bytes.Replace(data, []byte("/Count 3"), []byte("/Count 9"), 1)
	tableless := bytes.Replace(data, []byte("startxref"), []byte("startless"), 1)
	unsized := bytes.Replace(data, []byte("/Length "), []byte("/Lengxx "), 1)
	for _, tt := range []struct {
		second Engine
		data   []byte
		states string
		want   string // in the warnings
	}{
		{nil, data, "read failed failed", ""},
		{&typist{pages: 3, line: "No visit was made."}, data, "read read read", "page 2: zlib: invalid header; page 3: its object is missing"},
		{nil, lost, "read failed failed", "pages are missing: of the 9 that the file says it has, 3 were found"},
		{nil, tableless, "read failed failed", "text may be missing: the file is damaged (missing final startxref): open it and save it anew as PDF, or ask for a new copy"},
		{nil, unsized, "failed failed failed", ""},
	} {
		text, err := Engines{Second: tt.second}.Read(bytes.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
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
		{"shifted", strings.Repeat("7KH FKLOG ZDV QRW VHHQ ", 20), true, false},
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
