package themes

import (
	"slices"
	"testing"

	"thematic/corpus"
)

func TestEvidenceOfWhatStandsBefore(t *testing.T) {
	b := corpus.NewBuilder(corpus.DefaultLimits())
	b.BeginPage(corpus.Page{})
	b.Append(corpus.Block{Kind: corpus.BlockHeading}, "Keeping records")
	b.Append(corpus.Block{Kind: corpus.BlockParagraph}, "She called twice. Nobody wrote it down.")
	doc := &corpus.Document{Text: b.Finish()}
	coder := practice(t)
	want := []struct{ words, prior, heading []string }{
		{words: []string{"keep", "record"}},
		{[]string{"she", "call", "twice"}, []string{"keep", "record"}, []string{"keep", "record"}},
		{[]string{"nobody", "write", "it", "down"}, []string{"she", "call", "twice"}, []string{"keep", "record"}},
	}
	for range 2 { // nothing is left over from the text before
		i := 0
		coder.Evidence(doc, func(_ corpus.Span, e *Evidence) {
			if !slices.Equal(e.Words, want[i].words) || !slices.Equal(e.Prior, want[i].prior) || !slices.Equal(e.Heading, want[i].heading) {
				t.Errorf("sentence %d: got %v after %v under %v, want %v", i, e.Words, e.Prior, e.Heading, want[i])
			}
			i++
		})
		if i != len(want) {
			t.Errorf("got %d sentences, want %d", i, len(want))
		}
	}
}

func TestEvidenceTellsWhatIsDenied(t *testing.T) {
	b := corpus.NewBuilder(corpus.DefaultLimits())
	b.BeginPage(corpus.Page{})
	b.Append(corpus.Block{Kind: corpus.BlockParagraph}, "The nurse was not told of the bruise on his left cheek. She had seen it herself.")
	doc := &corpus.Document{Text: b.Finish()}
	want := [][]string{{"tell", "of", "the", "bruise"}, nil}
	var got [][]string
	practice(t).Evidence(doc, func(_ corpus.Span, e *Evidence) {
		var denied []string
		for i, word := range e.Words {
			if e.Denied[i] {
				denied = append(denied, word)
			}
		}
		got = append(got, denied)
	})
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("got %q denied, want %q", got, want)
	}
}
