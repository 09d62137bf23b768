package themes

import "strings"

// tags returns the part of speech of each word of s in the Penn Treebank's
// letters, "" of one that is written together with a verb ("they'll"). The tagger
// is slow beside everything else here, so it is asked only about sentences in
// which a tag changes a verdict, and once for each.
func (s *sentence) tags() []string {
	if s.tagged == nil {
		s.tagged = s.partsOfSpeech()
	}
	return s.tagged
}

// partsOfSpeech is [sentence.tags] by the perceptron. It is told the words, the
// commas and the last stop.
func (s *sentence) partsOfSpeech() []string {
	var words []string
	at := make([]int, len(s.tokens)) // in words, -1 for none
	for i, t := range s.tokens {
		if i > 0 && strings.ContainsAny(s.text[s.tokens[i-1].end:max(t.start, s.tokens[i-1].end)], ",;") {
			words = append(words, ",")
		}
		word := t.norm
		if surface := s.text[t.start:t.end]; len(surface) == len(t.norm) {
			word = surface
		}
		at[i] = len(words)
		if verb := shortVerb(word); verb > 0 {
			at[i], words, word = -1, append(words, word[:verb]), word[verb:]
		}
		words = append(words, word)
	}
	tags := theTagger().tags(append(words, "."))
	out := make([]string, len(s.tokens))
	for i, place := range at {
		if place >= 0 {
			out[i] = tags[place]
		}
	}
	return out
}

// shortVerb returns where in word a verb begins that is written together with it,
// 0 where there is none.
func shortVerb(word string) int {
	for _, verb := range []string{"'ll", "'s", "'re", "'m"} {
		if i := strings.Index(strings.ToLower(word), verb); i > 0 {
			return i
		}
	}
	return 0
}
