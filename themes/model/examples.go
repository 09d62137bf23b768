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
// before the themes says that it was sound; where one thing was lacking and another
// sound, both lists stand with a semicolon between them; a - in their place says that
// the sentence is no finding; a line that begins with # says nothing. Each becomes a text of its
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
		for list := range strings.SplitSeq(codes, ";") {
			label := corpus.LabelDeficit
			if rest, good := strings.CutPrefix(list, "+"); good {
				list, label = rest, corpus.LabelGoodPractice
			}
			t.note(0, len(t.flat), Code{list, label})
			for theme := range strings.SplitSeq(list, ",") {
				t.codeAll(Code{theme, label})
			}
		}
		for j := range t.Sentences {
			t.Sentences[j].Evidence.First = place>>31 == 0
		}
		out = append(out, t)
	}
	return out, nil
}

// codeAll gives every sentence of t a code, unless it is that of no finding.
func (t *Text) codeAll(code Code) {
	for j := range t.Sentences {
		if s := &t.Sentences[j]; code.Theme != "-" && !slices.Contains(s.Codes, code) {
			s.Codes = append(s.Codes, code)
		}
	}
}
