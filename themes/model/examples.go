package model

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// judging are the sections in which examples stand.
var judging = [...]corpus.SectionKind{corpus.SectionAnalysis, corpus.SectionFindings, corpus.SectionUnknown}

// Examples reads sentences written to train on, one to a line: theme ids joined
// by commas, a bar, and a sentence that says practice was lacking on them. A +
// before the themes says that it was sound; a - in their place that the sentence
// is no finding; a line that begins with # says nothing. Each becomes a text of its
// own of a review, called name and the number of its line. They are shown as they
// would stand in a review, in one section or another and now as the first sentence
// of a paragraph and now not, so that what their words say is not put down to their
// place. The place goes by the words alone, so that a line put in moves no other.
func Examples(name string, coder *themes.Coder, data []byte) ([]*Text, error) {
	var out []*Text
	for i, line := range bytes.Split(data, []byte("\n")) {
		codes, sentence, ok := strings.Cut(string(line), "|")
		if !ok {
			if len(line) > 0 && line[0] != '#' {
				return nil, fmt.Errorf("%s:%d: there is no | between the themes and the sentence", name, i+1)
			}
			continue
		}
		place := crc32.ChecksumIEEE([]byte(sentence))
		t := NewText(fmt.Sprintf("%s:%d", name, i+1), coder, themes.Passage(sentence, judging[place%uint32(len(judging))]))
		t.Story, t.Alone = true, true
		label := corpus.LabelDeficit
		if rest, good := strings.CutPrefix(codes, "+"); good {
			codes, label = rest, corpus.LabelGoodPractice
		}
		t.note(0, len(t.flat), Code{codes, label})
		for j := range t.Sentences {
			t.Sentences[j].Evidence.First = place>>31 == 0
			for theme := range strings.SplitSeq(codes, ",") {
				if code := (Code{theme, label}); theme != "-" && !slices.Contains(t.Sentences[j].Codes, code) {
					t.Sentences[j].Codes = append(t.Sentences[j].Codes, code)
				}
			}
		}
		out = append(out, t)
	}
	return out, nil
}
