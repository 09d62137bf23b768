package model_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
	"thematic/themes/model"
)

var update = flag.Bool("train", false, "train the built-in model anew from ../shared and write it")

// How much a sentence counts beside one of an inspection: where findings are
// learnt, one of a review, one written alone, and one of stock.txt or contrast.txt,
// since reviews in print are full of stock words, with and without a finding, and
// those written to learn from are not, and one of both.present.txt, which speaks as an
// inspection does; where the theme of a finding is, one of gold
// or the demonstration, and one that was written to train on, whole review or not.
// What is a finding in inspections is learnt mostly from them, in reviews from both.
var (
	storyWeights   = model.Weights{Story: 8, Other: 0.5}
	exampleWeights = model.Weights{Story: 2, Other: 0.2}
	stockWeights   = model.Weights{Story: 6, Other: 0.5}
	presentWeights = model.Weights{Story: 0.5, Other: 1}
)

const (
	toldTheme    = 4
	writtenTheme = 2
)

// trained are the models that come with the program: for the codebook of a name what each
// is trained on, and its file.
var trained = map[string]func(*testing.T, *themes.Coder) *trainingSet{"practice": readPracticeSet, "adults": readAdultsSet}

// TestTrainBuiltin makes practice.model and adults.model:
// go test ./themes/model -run TrainBuiltin/practice -train
// The even documents of gold/dev, the reviews of gold/scr from the thirteenth,
// apart.txt, apart.stock.txt, apart.sides.txt and the reviews of apart are kept apart,
// to measure on.
func TestTrainBuiltin(t *testing.T) {
	if !*update {
		t.Skip("run with -train to train the built-in models")
	}
	for name, read := range trained {
		t.Run(name, func(t *testing.T) {
			codebook, coder := rulesOf(t, name)
			set := read(t, coder)
			var ids []string
			for _, theme := range codebook.Themes {
				ids = append(ids, theme.ID)
			}
			m, err := model.Train(ids, set.texts)
			if err != nil {
				t.Fatal(err)
			}
			data := m.Append(nil)
			if err := os.WriteFile(name+".model", data, 0o644); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d texts and examples, %d quotations not found, %d bytes", len(set.texts), set.lost, len(data))
		})
	}
}

// TestBuiltinIsOfTheseTexts fails where a text to train on was changed and a model was
// not trained anew. That a rule or cue was changed, and with it the evidence that the
// model reads, it does not notice.
func TestBuiltinIsOfTheseTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a million words")
	}
	if _, err := os.Stat(gold); err != nil {
		t.Skip("the coded texts are not here:", err)
	}
	_, coder := rulesOf(t, "practice") // the digest is of texts and codes alone
	set := readPracticeSet(t, coder)
	check := func(name string) {
		if got, want := model.Builtin(name).Data, model.Digest(set.texts); got != want {
			t.Errorf("%s.model was trained on %s, the texts are %s: train it anew", name, got, want)
		}
	}
	check("practice")
	set.addAdults()
	check("adults")
}

// gold is where coded texts of others lie.
const gold = "../../../shared/gold/"

// readPracticeSet reads all that the practice model is trained on.
func readPracticeSet(t *testing.T, coder *themes.Coder) *trainingSet {
	t.Helper()
	const demo = "../../corpus/demo/source/"
	set := &trainingSet{t: t, coder: coder, byName: map[string]*model.Text{}}
	all := func(int) bool { return true }
	set.read(gold+"train/text/*.txt", false, all)
	set.read(gold+"dev/text/*.txt", false, func(n int) bool { return n%2 == 1 })
	set.read(gold+"scr/S*.pdf", true, func(n int) bool { return n <= 12 })
	set.read(demo+"R*.html", true, all)
	for _, pattern := range []string{gold + "train/coder1.tsv", gold + "dev/coder?.tsv", gold + "scr/*.codings.tsv", demo + "*.truth.tsv"} {
		set.code(pattern)
	}
	for _, text := range set.texts {
		if text.Tuned && !slices.ContainsFunc(text.Sentences, func(s model.Sentence) bool { return len(s.Codes) > 0 }) {
			t.Errorf("the review %s has no code: the table of its codes calls it otherwise", text.Name)
		}
	}
	set.written("examples/reviews/*.txt", true)
	set.written("examples/inspections/*.txt", false)
	set.examples("examples/*.txt")
	return set
}

// readAdultsSet reads all that the model of adults is trained on.
func readAdultsSet(t *testing.T, coder *themes.Coder) *trainingSet {
	t.Helper()
	set := readPracticeSet(t, coder)
	set.addAdults()
	return set
}

// addAdults adds to what the practice model is trained on, from which that of adults
// learns what a finding is, texts on adults, from which it learns the themes too.
func (s *trainingSet) addAdults() {
	for _, text := range s.texts {
		text.Foreign = true
	}
	s.written("examples/adults/reviews/*.txt", true)
	s.examples("examples/adults/*.txt")
}

// trainingSet is the texts read so far.
type trainingSet struct {
	t      *testing.T
	coder  *themes.Coder
	texts  []*model.Text
	byName map[string]*model.Text
	lost   int
}

// read adds the files of a pattern whose number is kept.
func (s *trainingSet) read(pattern string, tuned bool, keep func(number int) bool) {
	files, _ := filepath.Glob(pattern)
	if len(files) == 0 {
		s.t.Fatalf("no file is named %s", pattern)
	}
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		number, _ := strconv.Atoi(strings.TrimLeft(name, "DPRSTW"))
		if !keep(number) {
			continue
		}
		file, err := os.Open(path)
		if err != nil {
			s.t.Fatal(err)
		}
		info, err := file.Stat()
		if err != nil {
			s.t.Fatal(err)
		}
		result := extract.Read(file, info.Size(), filepath.Base(path), corpus.DefaultLimits())
		file.Close()
		text := model.NewText(name, s.coder, &corpus.Document{Text: result.Text})
		if text.Tuned = tuned; tuned {
			text.Story, text.Weights, text.ThemeWeight = true, storyWeights, toldTheme
		}
		s.texts, s.byName[name] = append(s.texts, text), text
	}
}

// written adds the whole texts of a pattern that were written to train on, each a review
// of one case or none of them. No rule was tried on them.
func (s *trainingSet) written(pattern string, story bool) {
	for _, r := range reviews(s.t, pattern) {
		text := model.NewText(r.name, s.coder, &corpus.Document{Text: r.text})
		text.Story, text.ThemeWeight = story, writtenTheme
		if story {
			text.Weights = storyWeights
		}
		for _, c := range r.sentences {
			for _, code := range c.codes {
				if !text.Code(c.quote(), code) {
					s.lost++
				}
			}
		}
		s.texts = append(s.texts, text)
	}
}

// examples adds the sentences of the files of a pattern.
func (s *trainingSet) examples(pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			s.t.Fatal(err)
		}
		weights, name := exampleWeights, strings.TrimPrefix(filepath.ToSlash(path), "examples/")
		if name == "stock.txt" || name == "contrast.txt" {
			weights = stockWeights
		}
		list, err := model.Examples(name, s.coder, data)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, text := range list {
			text.Weights, text.ThemeWeight = weights, writtenTheme
			if name == "both.present.txt" {
				text.Weights, text.Story = presentWeights, false
			}
		}
		s.texts = append(s.texts, list...)
	}
}

// code gives the texts read the codes of the tables of a pattern. Columns are
// found by their names; a row without a finding, or of a text that was not read,
// is passed over.
func (s *trainingSet) code(pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			s.t.Fatal(err)
		}
		lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
		columns := map[string]int{}
		for i, name := range strings.Split(lines[0], "\t") {
			columns[strings.Replace(name, "review", "doc_id", 1)] = i
		}
		for _, line := range lines[1:] {
			cells := strings.Split(line, "\t")
			name, label := cells[columns["doc_id"]], corpus.Label(cells[columns["label"]])
			text := s.byName[name]
			if file, ok := columns["file"]; ok {
				if part := s.byName[name+"."+cells[file]]; part != nil {
					text = part // the summary beside a report; one that stands alone has the review's name
				}
			}
			if text == nil || label == "none" {
				continue
			}
			if !text.Code(cells[columns["quote"]], model.Code{Theme: cells[columns["theme_id"]], Label: label}) {
				s.lost++
			}
		}
	}
}
