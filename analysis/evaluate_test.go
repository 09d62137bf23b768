package analysis

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestLocate(t *testing.T) {
	a := newAnchored("One sentence here. The risk\nwas “not” assessed!  (Nobody asked.)\n\n• a bullet without a stop\n• Dr. Grey said: no; e.g. never\n\nLast words")
	for _, c := range []struct{ quote, same string }{
		{"one SENTENCE", "One sentence here."},
		{"risk was 'not'", `The risk was "not" assessed!`},
		{"Nobody asked", "(Nobody asked.)"},
		{"bullet", "a bullet without a stop"},
		{"said: no; e.g. never", "Grey"},
		{"words", "Last words"},
	} {
		got, ok := a.locate(c.quote)
		want, _ := a.locate(c.same)
		if !ok || got != want {
			t.Errorf("%q lies in %v (%v), %q in %v", c.quote, got, ok, c.same, want)
		}
	}
	first, _ := a.locate("One")
	second, _ := a.locate("assessed")
	if first.overlaps(second) {
		t.Errorf("neighbours overlap: %v, %v", first, second)
	}
	for _, quote := range []string{"", " — ", "not in the text", "sentencehere risk"} {
		if s, ok := a.locate(quote); ok {
			t.Errorf("%q was found at %v", quote, s)
		}
	}
}

func TestLocateLongQuotation(t *testing.T) {
	long := strings.Repeat("nobody asked who slept there and ", 4)
	a := newAnchored("Before. " + long + "so it went on. After.")
	if _, ok := a.locate(long + "something else entirely"); !ok {
		t.Error("a long quotation is found by its beginning")
	}
	if _, ok := a.locate("nobody asked who slept elsewhere"); ok {
		t.Error("a short quotation is found whole or not at all")
	}
}

func TestReadCodedFaults(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "empty"},
		{"doc_id\tquote\n", "line 1 has no column theme_id"},
		{"doc_id\ttheme_id\tquote\nD1\tt1\n", "line 2: it ends before the column quote"},
	} {
		_, err := ReadCoded("gold.tsv", strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "gold.tsv") {
			t.Errorf("%q: got %v, want an error with %q", c.in, err, c.want)
		}
	}
	rows, err := ReadCoded("gold.tsv", strings.NewReader("quote\tdoc_id\tx\ttheme_id\r\n\"said\tD1\t\tt1\n\n"))
	want := []Coded{{Doc: "D1", Theme: "t1", Label: corpus.LabelDeficit, Quote: `"said`}}
	if err != nil || !slices.Equal(rows, want) {
		t.Errorf("got %+v, %v, want %+v", rows, err, want)
	}
}

// TestCodedTSV: what is written is read again, each passage on one line.
func TestCodedTSV(t *testing.T) {
	rows := []Coded{
		{Doc: "D1", Theme: "t1", Label: corpus.LabelDeficit, Quote: `the "plan", it said`},
		{Doc: "=D2", Theme: "t2", Label: corpus.LabelGoodPractice, Quote: `"Well done"`},
		{Doc: "D3", Theme: "t1", Label: corpus.LabelDeficit, Quote: "-1 and\tmore\nthan that"},
	}
	data := CodedTSV(rows)
	rows[2].Quote = "-1 and more than that"
	got, err := ReadCoded("saved.tsv", bytes.NewReader(data))
	if err != nil || !slices.Equal(got, rows) {
		t.Errorf("got %+v, error %v, want %+v", got, err, rows)
	}
}

func TestEvaluate(t *testing.T) {
	texts := map[string]string{"D1": "Nobody asked. Risk was not assessed. She was not seen.", "D2": "Risk was low. All was well."}
	row := func(doc, theme, quote string) Coded {
		return Coded{Doc: doc, Theme: theme, Label: corpus.LabelDeficit, Quote: quote}
	}
	coder := []Coded{row("D1", "a", "Risk was not assessed"), row("D1", "c", "asked"), row("D2", "a", "Risk")}
	tool := []Coded{row("D1", "a", "not assessed"), row("D1", "a", "Risk was"), row("D1", "c", "not seen"), row("D9", "a", "lost")}
	e, err := Evaluate(texts, tool, [][]Coded{coder}, corpus.LabelDeficit)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%d %d | %v | %v | %v", e.Documents, e.Themes, e.Predicted, e.Coders, e.Scores)
	want := "2 2 | 4 rows, 2 passages, 1 quotation not found | [3 rows, 3 passages, 0 quotations not found] | " +
		"[0.500   0.333   0.400   1.000   0.667   0.800   0.500]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	all := []Coded{row("D2", "a", "Risk")}
	e, err = Evaluate(texts, all, [][]Coded{all}, corpus.LabelDeficit)
	if err != nil || e.Scores[0].KappaDefined {
		t.Errorf("kappa of one pair that both mark: got %v, %v, want it undefined", e.Scores, err)
	}
	if _, err := Evaluate(texts, tool, [][]Coded{nil}, corpus.LabelDeficit); err == nil {
		t.Error("a coded set without a passage was accepted")
	}
}

func TestJoin(t *testing.T) {
	list := []stretch{{20, 30}, {5, 8}, {8, 20}, {0, 10}, {0, 10}}
	before := slices.Clone(list)
	if got, want := join(list), []stretch{{0, 20}, {20, 30}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !slices.Equal(list, before) {
		t.Errorf("what was joined is changed: %v", list)
	}
}

// TestAllAndAny: the passages of all are those of the first set that overlap one of
// each other.
func TestAllAndAny(t *testing.T) {
	key := markedKey{"D1", "a"}
	sets := []marked{{key: {{0, 10}, {20, 30}, {40, 50}}}, {key: {{5, 12}, {42, 44}}}, {key: {{8, 9}, {25, 26}}}}
	all, any := allAndAny(sets)
	if got, want := all[key], []stretch{{0, 10}}; !slices.Equal(got, want) {
		t.Errorf("all: got %v, want %v", got, want)
	}
	if got := len(any[key]); got != 7 {
		t.Errorf("any: got %d passages, want 7", got)
	}
}

func TestWriteText(t *testing.T) {
	texts := map[string]string{"D1": "Nobody asked. Risk was not assessed."}
	asked := []Coded{{"D1", "curiosity", corpus.LabelDeficit, "Nobody asked", ""}}
	risk := []Coded{{"D1", "assessment", corpus.LabelDeficit, "Risk", ""}, asked[0]}
	e, err := Evaluate(texts, asked, [][]Coded{asked, risk}, corpus.LabelDeficit)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := cmp.Or(e.WriteText(&b), e.WriteThemes(&b)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"deficit: 1 document, 2 themes\n",
		"tool, coder 2        1.000   0.500   0.667   1.000   0.500   0.667   0.000\n",
		"mean of the coders                   0.833                           0.500\n",
		"precision against either coder 1.000, recall of the 1 passage that both marked 1.000, F1 1.000\n",
		"assessment                      0     n/a          0        n/a\n",
		"curiosity                       1    1.00          1       1.00\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no line %q in\n%s", want, b.String())
		}
	}
}

// FuzzLocate looks for a piece of any text: where the piece has a letter or
// digit that is a rune of its own, it is found inside the text.
func FuzzLocate(f *testing.F) {
	f.Add("One. Two! (Three)\n\n• four; Five", uint8(3), uint8(9))
	f.Add("İstanbul. ﬁne \u00ad", uint8(0), uint8(4))
	f.Fuzz(func(t *testing.T, text string, from, length uint8) {
		runes := []rune(text)
		start := min(int(from), len(runes))
		piece := string(runes[start:min(start+int(length), len(runes))])
		a := newAnchored(text)
		if !slices.IsSorted(a.bounds) {
			t.Fatalf("sentences out of order: %v", a.bounds)
		}
		flat, _ := squash([]rune(normalise(piece)))
		s, ok := a.locate(piece)
		if ok != (flat != "") {
			t.Fatalf("piece %q of %q: found %v", piece, text, ok)
		}
		if ok && (s.start < 1 || s.end > a.bounds[len(a.bounds)-1]-1 || s.start > s.end+1) {
			t.Fatalf("piece %q lies at %v of %v", piece, s, a.bounds)
		}
	})
}

// FuzzReadCoded writes what was read and reads it again: all but white space, of which
// a cell keeps what is in its midst, comes back.
func FuzzReadCoded(f *testing.F) {
	f.Add("doc_id\ttheme_id\tlabel\tquote\nD1\tt1\tdeficit\tHe said \"no\"\n")
	f.Add("\ufeffquote\ttheme_id\tdoc_id\r\na\tb\tc\td\n")
	f.Add("doc_id\ttheme_id\tlabel\tquote\n1\tt1\tdeficit\t''@\n")
	f.Add("doc_id\tnote\ttheme_id\tlabel\tquote\n\tto be coded\t\t\t\n")
	spaced := func(rows []Coded) {
		for i := range rows {
			rows[i].Doc, rows[i].Quote = strings.Join(strings.Fields(rows[i].Doc), " "), strings.Join(strings.Fields(rows[i].Quote), " ")
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		rows, err := ReadCoded("x", strings.NewReader(in))
		if err != nil {
			return
		}
		again, err := ReadCoded("x", bytes.NewReader(CodedTSV(rows)))
		spaced(rows)
		spaced(again)
		if err != nil || !slices.Equal(rows, again) {
			t.Fatalf("read %q, then %q (%v)", rows, again, err)
		}
	})
}

// TestEvaluateAgainstReference requires the figures of the scoring program
// that defines the matching rule, digit by digit.
func TestEvaluateAgainstReference(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	gold := filepath.Join("..", "..", "shared", "gold")
	script := filepath.Join(gold, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("../shared is missing")
	}
	dev := filepath.Join(gold, "dev")
	texts := readTexts(t, filepath.Join(dev, "text"))
	paths := []string{filepath.Join(dev, "coder1.tsv"), filepath.Join(dev, "coder2.tsv")}
	search := filepath.Join(t.TempDir(), "search.tsv")
	if err := os.WriteFile(search, wordSearch(texts), 0o600); err != nil {
		t.Fatal(err)
	}
	coders := [][]Coded{readCodedFile(t, paths[0]), readCodedFile(t, paths[1])}
	for _, prediction := range []string{search, paths[1]} {
		for _, label := range []corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice} {
			out, err := exec.Command(python, script, filepath.Join(dev, "text"), prediction, paths[0], paths[1], "--label", string(label), "--themes").Output()
			if err != nil {
				t.Fatal(err)
			}
			e, err := Evaluate(texts, readCodedFile(t, prediction), coders, label)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := asReference(e), string(out); got != want {
				t.Errorf("%s, %s:\ngot\n%s\nwant\n%s", filepath.Base(prediction), label, got, want)
			}
		}
	}
}

func readTexts(t *testing.T, dir string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts in %s: %v", dir, err)
	}
	texts := make(map[string]string)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimSuffix(filepath.Base(name), ".txt")] = string(data)
	}
	return texts
}

func readCodedFile(t *testing.T, path string) []Coded {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := ReadCoded(path, f)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// wordSearch codes every line that holds a word of a theme, the way a careless
// search would.
func wordSearch(texts map[string]string) []byte {
	words := map[string]*regexp.Regexp{
		"assessment_risk":     regexp.MustCompile(`(?i)assess|risk`),
		"information_sharing": regexp.MustCompile(`(?i)information|shar(e|ing)`),
		"lived_experience":    regexp.MustCompile(`(?i)voice|experience`),
	}
	var b bytes.Buffer
	b.WriteString("doc_id\ttheme_id\tlabel\tcertainty\tquote\n")
	for doc, text := range texts {
		for _, line := range strings.Split(text, "\n") {
			for theme, pattern := range words {
				if !pattern.MatchString(line) {
					continue
				}
				label := corpus.LabelDeficit
				if strings.Contains(line, "good") || strings.Contains(line, "well") {
					label = corpus.LabelGoodPractice
				}
				fmt.Fprintf(&b, "%s\t%s\t%s\t\t%s\n", doc, theme, label, strings.ReplaceAll(line, "\t", " "))
			}
		}
	}
	return b.Bytes()
}

// asReference prints e in the form of the scoring program.
func asReference(e *Evaluation) string {
	var b strings.Builder
	sizes, lost := []string{}, []string{}
	for _, c := range e.Coders {
		sizes, lost = append(sizes, fmt.Sprint(c.Passages)), append(lost, fmt.Sprint(c.Lost))
	}
	fmt.Fprintf(&b, "label %s; %d documents, %d themes; predicted rows %d (quotes not found: %d), passages %d; coders' passages [%s] (not found: [%s])\n",
		e.Label, e.Documents, e.Themes, e.Predicted.Rows, e.Predicted.Lost, e.Predicted.Passages, strings.Join(sizes, ", "), strings.Join(lost, ", "))
	line := func(name string, s Score) {
		fmt.Fprintf(&b, "%-28s passages P %.3f R %.3f F1 %.3f | review-level P %.3f R %.3f F1 %.3f kappa %.3f\n", name,
			s.Passages.Precision, s.Passages.Recall, s.Passages.F1, s.Reviews.Precision, s.Reviews.Recall, s.Reviews.F1, s.Kappa)
	}
	for i, s := range e.Scores {
		line(fmt.Sprintf("tool v coder %d", i+1), s)
	}
	c := e.Consensus
	line("coder 1 v coder 2", c.Between)
	fmt.Fprintf(&b, "precision against either coder %.3f; recall of what both marked %.3f (%d passages); F1 %.3f\n",
		c.Combined.Precision, c.Combined.Recall, c.Both, c.Combined.F1)
	kappa, _ := e.meanKappa()
	fmt.Fprintf(&b, "mean tool-coder passage F1 %.3f = %.2f of the coders' own %.3f; mean review-level kappa %.3f = %.2f of the coders' own %.3f\n",
		e.meanF1(), e.meanF1()/c.Between.Passages.F1, c.Between.Passages.F1, kappa, kappa/c.Between.Kappa, c.Between.Kappa)
	fmt.Fprintf(&b, "%-26s %5s %7s %5s %6s\n", "theme", "both", "recall", "pred", "prec")
	for _, t := range e.ByTheme {
		fmt.Fprintf(&b, "%-26s %5d %7.2f %5d %6.2f\n", t.Theme, t.All, t.Recall, t.Predicted, t.Precision)
	}
	return b.String()
}
