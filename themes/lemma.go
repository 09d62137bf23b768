package themes

import "strings"

// lemmas returns the keys under which a word is matched. Words that are
// inflections of one another share a key; the key is the base form, or the
// base form without a final e, and is compared but never shown. The second key
// is empty for most words: it is the verb behind a noun such as "meeting", or
// the other reading of a form such as "lives".
//
// The rules are those of a dictionary-free lemmatiser: tables of irregular
// forms, then endings stripped and the base spelling restored from its shape.
func lemmas(word string) (first, second string) {
	if forms, ok := irregular[word]; ok {
		return forms[0], forms[1]
	}
	if fixedWords[word] || len(word) < 3 {
		return word, ""
	}
	word = british(word)
	switch {
	case strings.HasSuffix(word, "ing") && ingNouns[word]:
		return word, stripIng(word)
	case strings.HasSuffix(word, "ings") && ingNouns[word[:len(word)-1]]:
		return word[:len(word)-1], ""
	}
	return regular(word), ""
}

// regular applies the rules for endings to a word of no table.
func regular(word string) string {
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "s") && !hasAnySuffix(word, "ss", "us", "is"):
		return singular(word)
	case strings.HasSuffix(word, "ied") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed") && len(word) > 3:
		if stem := word[:len(word)-2]; vowelGroups(stem) > 0 {
			return restore(stem)
		}
	case strings.HasSuffix(word, "ing") && len(word) > 4:
		return stripIng(word)
	}
	return baseKey(word)
}

func stripIng(word string) string {
	stem := word[:len(word)-3]
	if vowelGroups(stem) == 0 {
		return word
	}
	if b, ok := irregular[stem]; ok {
		return b[0]
	}
	return restore(stem)
}

func singular(word string) string {
	if hasAnySuffix(word, "sses", "shes", "ches", "xes", "zzes", "oes") {
		return baseKey(word[:len(word)-2])
	}
	stem := word[:len(word)-1]
	if hasAnySuffix(stem, "ing") && len(stem) > 4 {
		return stripIng(stem)
	}
	return baseKey(stem)
}

// baseKey is the key of a base form: a final e goes from words of more than
// one syllable, so that "provide" meets "provid-ed".
func baseKey(word string) string {
	n := len(word)
	if n > 3 && word[n-1] == 'e' && word[n-2] != 'e' && vowelGroups(word[:n-1]) > 1 {
		word = word[:n-1]
	}
	return spelling(word)
}

// restore gives the key of the base whose -ed or -ing was stripped.
func restore(stem string) string {
	n := len(stem)
	last := stem[n-1]
	if n > 2 && last == stem[n-2] && !isVowel(last) {
		short := vowelGroups(stem) == 1
		switch {
		case n == 3 && isVowel(stem[0]), last == 's', last == 'f', last == 'z', last == 'l' && short:
			return spelling(stem)
		}
		return spelling(stem[:n-1])
	}
	if vowelGroups(stem) == 1 && wantsE(stem) {
		return stem + "e"
	}
	return spelling(stem)
}

// wantsE reports whether a stem of one syllable had a final e: "car-ed",
// "chanc-ed", "serv-ed", "handl-ed", but not "fail-ed" or "ask-ed".
func wantsE(stem string) bool {
	n := len(stem)
	last := stem[n-1]
	switch last {
	case 'c', 'v', 'z', 'u':
		return true
	case 'w', 'x', 'y':
		return false
	}
	if n < 2 || isVowel(last) {
		return false
	}
	before := stem[n-2]
	if !vowelAt(stem, n-2) {
		switch {
		case last == 'l':
			return before != 'l' && before != 'r'
		case last == 's':
			return before != 's'
		case last == 'g':
			return before == 'r' || before == 'd' || before == 'l'
		}
		return false
	}
	if n >= 3 && vowelAt(stem, n-3) {
		return last == 's'
	}
	return true
}

// spelling evens out doubled l and American forms.
func spelling(key string) string {
	if strings.HasSuffix(key, "ll") && vowelGroups(key) > 1 {
		key = key[:len(key)-1]
	}
	if strings.HasSuffix(key, "iz") && vowelGroups(key) > 1 {
		key = key[:len(key)-1] + "s"
	}
	if strings.HasSuffix(key, "yz") {
		key = key[:len(key)-1] + "s"
	}
	return key
}

// british turns common American spellings into British ones.
func british(word string) string {
	word = strings.Replace(word, "ization", "isation", 1)
	for _, p := range americanRoots {
		if strings.HasPrefix(word, p[0]) {
			return p[1] + word[len(p[0]):]
		}
	}
	return word
}

var americanRoots = [][2]string{
	{"behavior", "behaviour"}, {"color", "colour"}, {"favor", "favour"}, {"labor", "labour"},
	{"neighbor", "neighbour"}, {"pediatric", "paediatric"}, {"judgment", "judgement"},
	{"counselor", "counsellor"}, {"fulfillment", "fulfilment"}, {"skillful", "skilful"},
	{"center", "centre"}, {"defense", "defence"}, {"hospitaliz", "hospitalis"},
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool {
	return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'
}

// vowelAt reports whether the letter at i sounds as a vowel: y inside a word
// does, the u of qu does not.
func vowelAt(s string, i int) bool {
	switch s[i] {
	case 'y':
		return i > 0
	case 'u':
		return i == 0 || s[i-1] != 'q'
	}
	return isVowel(s[i])
}

// vowelGroups counts the runs of vowels: about the syllables.
func vowelGroups(s string) int {
	n, in := 0, false
	for i := range len(s) {
		v := vowelAt(s, i)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
