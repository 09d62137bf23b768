package themes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// TestTagsAreProses holds the tags of many sentences against those that prose
// gives with the same weights. Prose gives all equal words of a text the tag of
// the last of them, and ties to either class by chance.
func TestTagsAreProses(t *testing.T) {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	model := doc.Model
	paths, err := filepath.Glob("model/examples/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no sentences", err)
	}
	c := practice(t)
	r := newReader(c)
	compared := 0
	for _, path := range paths[:min(len(paths), 3)] {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			s := &sentence{text: line[strings.LastIndexByte(line, '|')+1:]}
			s.span.End = len(s.text)
			r.tokenise(s)
			words := make([]string, len(s.tokens), len(s.tokens)+1)
			for i, token := range s.tokens {
				words[i] = token.norm
			}
			words = append(words, ".")
			doc, err := prose.NewDocument(strings.Join(words, " "), prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(model))
			if err != nil {
				t.Fatal(err)
			}
			want := doc.Tokens()
			if len(want) != len(words) {
				continue // prose parts words with apostrophes
			}
			tags := theTagger().tags(words)
			last := map[string]string{}
			for i, word := range words {
				last[word] = tags[i]
			}
			for i, word := range words {
				compared++
				if last[word] != want[i].Tag {
					t.Errorf("%s is %s in %q, and by prose %s", word, last[word], words, want[i].Tag)
				}
			}
		}
	}
	if compared < 1000 {
		t.Errorf("%d words were compared, want more", compared)
	}
}

// TestTagsOf tells what the tagger is told of a sentence: commas, and a verb that
// is written together with a word by itself.
func TestTagsOf(t *testing.T) {
	c := practice(t)
	r := newReader(c)
	text := "In 2019, they'll record what the child's mother said"
	s := &sentence{text: text}
	s.span.End = len(text)
	r.tokenise(s)
	got := strings.Join(s.tags(), " ")
	if want := "IN CD  VB WP DT NN NN VBD"; got != want {
		t.Errorf("tags of %q are %q, want %q", text, got, want)
	}
}
