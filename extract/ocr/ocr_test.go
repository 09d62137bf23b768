package ocr

import (
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"thematic/corpus"
)

// TestMain makes the test binary stand in for the program, so that what it can
// do to its caller is tested where it is not installed.
func TestMain(m *testing.M) {
	if len(os.Args) < 2 || os.Args[1] != "stdin" {
		os.Exit(m.Run())
	}
	picture, _ := io.ReadAll(os.Stdin)
	language := os.Args[4]
	switch language {
	case "slow":
		time.Sleep(time.Minute)
	case "absent":
		fmt.Fprintln(os.Stderr, "Failed loading language 'absent'")
		os.Exit(1)
	case "endless":
		megabyte := strings.Repeat("x", 1<<20)
		for range 2 * maxOutput / len(megabyte) {
			fmt.Println(megabyte)
		}
	}
	header := string(picture[:min(len(picture), 16)])
	fmt.Printf("5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\t%q %s %s\n", header, language, os.Getenv("OMP_THREAD_LIMIT"))
	os.Exit(0)
}

func TestPlaces(t *testing.T) {
	set := map[string]string{"ProgramFiles": "programs", "LOCALAPPDATA": "mine"}
	got := places(func(name string) string { return set[name] })
	want := []string{
		"tesseract", filepath.Join("programs", "Tesseract-OCR", "tesseract.exe"),
		filepath.Join("mine", "Programs", "Tesseract-OCR", "tesseract.exe"), filepath.Join("mine", "Tesseract-OCR", "tesseract.exe"),
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := places(func(string) string { return "" }); len(got) != 1 {
		t.Errorf("where no folder is set: got %q", got)
	}
}

func TestProgramIsBounded(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 30, 40))
	for _, tt := range []struct {
		language string
		limit    time.Duration
		want     string // in the answer or in the error
	}{
		{"", time.Minute, `"P5\n30 40\n255\n\x00\x00\x00" eng 1`},
		{"eng+cym", time.Minute, "eng+cym"},
		{"slow", 200 * time.Millisecond, "recognising it took more than 0.2 s"},
		{"absent", time.Minute, "it was not read by Tesseract: Failed loading language 'absent'"},
		{"endless", time.Minute, "more was seen on it than a page can hold"},
	} {
		out, err := Program{Path: os.Args[0], Language: tt.language}.read(picture, 300, tt.limit)
		got := string(out)
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %.100q, want %q", tt.language, got, tt.want)
		}
	}
}

func TestParseTable(t *testing.T) {
	const table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
		"4\t1\t1\t1\t1\t0\t300\t280\t900\t50\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t300\t280\t90\t40\t96.5\tThe\n" +
		"5\t1\t1\t1\t1\t2\t400\t280\t90\t40\t91\tplan\n" +
		"5\t1\t1\t1\t1\t3\t500\t280\t9\t9\t41\t~\n" + // a speck
		"5\t1\t1\t1\t1\t4\t520\t280\t90\t40\t95\t \n" +
		"5\t1\t1\t1\t2\t1\t300\t340\t90\t40\t3\tsmudge\n" +
		"5\t1\t1\t1\t3\t1\t300\t400\t90\t40\t88\tfailed.\r\n" +
		"5\t1\t1\t1\t4\t1\tx\t400\t90\t40\t88\tbroken\n" +
		"5\t1\t1\n"
	var got []string
	for _, line := range parseTable(table) {
		words := ""
		for _, w := range line {
			words += w.text + " "
		}
		got = append(got, words)
	}
	if got, want := strings.Join(got, "| "), "The plan | failed. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// crooked is a page of lines of 11 point type, drawn at 300 dots an inch and
// turned by a slope.
func crooked(slope float64) [][]word {
	const size = 11.0 * 300 / 72
	var lines [][]word
	for y := 400.0; y < 3000; y += 60 {
		var line []word
		for x := 300.0; x < 2000; x += 200 {
			w := word{text: "paper", left: x, right: x + 150, confidence: 90}
			base := y + slope*(x+75)
			w.top, w.bottom = base-xHeight*size, base+descent*size
			line = append(line, w)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCrookedLinesAreSetStraight(t *testing.T) {
	for _, slope := range []float64{0, 0.02, -0.03} {
		lines := crooked(slope)
		if got := tilt(lines); math.Abs(got-slope) > 0.002 {
			t.Errorf("tilt: got %v, want %v", got, slope)
		}
		placed, size := letters(lines, 72.0/300, 842, 0)
		if size != 11 {
			t.Errorf("slope %v: got size %v, want 11", slope, size)
		}
		for i := 0; i < len(placed); i += 2 {
			if l, first := placed[i], placed[i-i%18]; math.Abs(l.Y-first.Y) > 0.01 || l.Size != 11 || l.EndX <= l.X {
				t.Fatalf("slope %v: word %d stands at %+v, the first of its line at %+v", slope, i/2, l, first)
			}
		}
	}
}

func TestPageWithoutWords(t *testing.T) {
	e := New(Program{}, nil, corpus.DefaultLimits())
	p := e.page(seen{size: image.Rect(0, 0, 300, 600)}, 0.24)
	if len(p.Letters) != 0 || p.Confidence != 0 || p.Right != 72 || p.Top != 144 {
		t.Errorf("got %+v", p)
	}
}

func TestLimitOfPages(t *testing.T) {
	limits := corpus.DefaultLimits()
	limits.PagesOCR = 0
	if _, err := New(Program{}, nil, limits).Page(0); err == nil || !strings.Contains(err.Error(), "only the first 0 pages") {
		t.Errorf("got %v", err)
	}
}

func FuzzParseTable(f *testing.F) {
	f.Add("5\t1\t1\t1\t1\t1\t300\t280\t90\t40\t96.5\tThe\n5\t1\t1\t1\t1\t2\t400\t280\t1e5\tNaN\t91\tplan\n")
	f.Fuzz(func(t *testing.T, table string) {
		e := New(Program{}, nil, corpus.DefaultLimits())
		s := look(parseTable(table))
		s.size = image.Rect(0, 0, 2480, 3508)
		p := e.page(s, 0.24)
		if !(p.Confidence >= 0) {
			t.Errorf("confidence %v", p.Confidence)
		}
		for _, l := range p.Letters {
			if l.Text == "" || math.IsNaN(l.X+l.Y+l.EndX+l.EndY+l.Size) || l.Size <= 0 {
				t.Fatalf("letter %+v", l)
			}
		}
	})
}

// TestBullets gives lines back the bullets that were taken for letters.
func TestBullets(t *testing.T) {
	for line, want := range map[string]string{
		"e Nobody asked": "•", "¢ The plan": "•", "« Visits": "•", "e wrth y plentyn": "e", "e": "e", "a Nobody": "a", "é Nobody": "é",
	} {
		var words []word
		for _, text := range strings.Fields(line) {
			words = append(words, word{text: text, bottom: 9, right: 9})
		}
		setBullet(words)
		if got := words[0].text; got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
