package analysis

import (
	"regexp"
	"strings"
	"testing"
)

// pointingWords are what [pointing] counts, as an expression.
var pointingWords = regexp.MustCompile(`(?i)\b(?:it|this|these|those|he|him|his|she|her|they|them|their|that (?:visit|day|time|date|meeting|night|point)|there|then|above|below|earlier|later|who (?:heard|saw|knew|did) that)\b|\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]\b|\b[A-Z]{1,2}[0-9]?\b`)

func FuzzPointing(f *testing.F) {
	for _, text := range []string{
		"", "They knew of it.", "At that time the visit to Child A2 was late; that timely visit was not.", "Dr B saw Mr Bee, and Dr Cee saw Mrs D.",
		"The officer who knew that was away, and who knew thatch was not.", "it’s then-and-there", "P1 and P12, 2A, A_1, _it_", "Ms  A", "that day", "who did that",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\u017f\u212a") {
			return // an expression takes the long s and the sign of kelvin for letters of ASCII
		}
		if got, want := pointing(text), len(pointingWords.FindAllString(text, -1)); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	})
}
