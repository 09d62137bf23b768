package themes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

// paragraph is a document of one paragraph that holds text as it is, however
// ill-formed.
func paragraph(text string) *corpus.Document {
	return &corpus.Document{Text: corpus.Text{
		Body:   text + "\n",
		Blocks: []corpus.Block{{Kind: corpus.BlockParagraph, Span: corpus.Span{End: len(text)}, Section: -1}},
	}}
}

// workOn counts what the coder handles on the way through a text: sentences,
// words, cues, clauses, hits and verdicts.
func workOn(c *Coder, text string) int {
	doc := paragraph(text)
	r := newReader(c)
	work := 0
	r.observe = func(_ *sentence, e *Evidence) {
		work += 1 + len(e.Words) + len(r.setting.met) + len(r.setting.clauses()) + len(r.hits) + len(e.Rulings)
	}
	r.each(doc, func(*sentence, *verdict) {})
	return work
}

// TestWorkGrowsWithTheText doubles text that no person wrote. What the coder
// handles doubles with it, and no more.
func TestWorkGrowsWithTheText(t *testing.T) {
	c := practice(t)
	for name, unit := range map[string]string{
		"a sentence without end": "information was not shared with the agency and ",
		"cues and no end":        "no lack of any failure to not fail to ",
		"dots in a row":          ".",
		"spaced dots":            ". ",
		"invalid UTF-8":          "assess\xffment \xc3\x28 was not \xf0\x28\x8c\xbc done, ",
		"initials":               "A. B. C. ",
		"one word":               "assessment",
		"anchors side by side":   "lack of lack of not seen not seen ",
		"apostrophes":            "child's didn’t '’ ",
		"brackets":               "(\"[",
	} {
		n := 80_000 / len(unit)
		once, twice := workOn(c, strings.Repeat(unit, n)), workOn(c, strings.Repeat(unit, 2*n))
		if limit := 2*once + once/10 + 2000; twice > limit {
			t.Errorf("%s: work of %d for a text and of %d for twice the text, want at most %d", name, once, twice, limit)
		}
	}
}

// TestPartsOfSpeechAreRare counts the sentences of reviews of which the rules ask
// for parts of speech, each of which takes as long as dozens of others.
func TestPartsOfSpeechAreRare(t *testing.T) {
	paths, err := filepath.Glob("model/apart/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no reviews", err)
	}
	r := newReader(practice(t))
	sentences, tagged := 0, 0
	r.observe = func(*sentence, *Evidence) {
		if sentences++; r.sentence.tagged != nil {
			tagged++
		}
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if _, text, ok := strings.Cut(line, "|"); ok {
				r.each(paragraph(strings.TrimSpace(text)), func(*sentence, *verdict) {})
			}
		}
	}
	if tagged*500 > sentences {
		t.Errorf("parts of speech were asked of %d of %d sentences, want at most 1 in 500", tagged, sentences)
	}
}
