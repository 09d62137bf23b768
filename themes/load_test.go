package themes

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestLoadReportsEveryMistake(t *testing.T) {
	const head = "codebook: x\nthemes:\n  - id: a\n    label: A\n"
	cases := []struct{ name, data, want string }{
		{"unknown key", "codebook: x\nauthor: me\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:2:1: "author" is not a key`},
		{"nearly a key", head + "    lable: B\n    patterns: {topic: [b]}\n", `x.yaml:5:5: "lable" is not a key of a theme: did you mean label?`},
		{"nearly a kind of cue", head + "    patterns: {topic: [b]}\ncontext: {cues: [{id: c, sets: contrasts, words: [b]}]}\n", `x.yaml:6:26: the cue "c" sets "contrasts", which is no kind of cue: did you mean contrast?`},
		{"no kind of cue", head + "    patterns: {topic: [b]}\ncontext: {cues: [{id: c, sets: zz, words: [b]}]}\n", `which is no kind of cue: choose from deficit, good_practice,`},
		{"a cue without a kind", head + "    patterns: {topic: [b]}\ncontext: {cues: [{id: c, words: [b]}]}\n", `the cue "c" sets "", which is no kind of cue: choose from deficit, good_practice,`},
		{"nearly a section", head + "    patterns: {topic: [b]}\ncontext: {sections: {finding: counts}}\n", `"finding" is not a kind of section: did you mean findings?`},
		{"Windows-1252", head + "    patterns:\n      topic: [caf\xe9]\n", "x.yaml:6:18: the file is not in UTF-8"},
		{"UTF-16", "\xff\xfec\x00o\x00", "x.yaml:1:1: the file is not in UTF-8"},
		{"duplicate id", head + "    patterns: {topic: [b]}\n  - id: a\n    label: B\n    patterns: {topic: [c]}\n", `x.yaml:6:5: the id "a" is taken by the theme on line 3`},
		{"empty pattern", head + "    patterns:\n      topic: [\"\"]\n", "the pattern is empty"},
		{"all optional", head + "    patterns:\n      topic: [\"[b]\"]\n", "every word of the pattern may be missing"},
		{"bracket in a word", head + "    patterns:\n      topic: [\"work[ed]\"]\n", `x.yaml:6:20: pattern "work[ed]": brackets hold whole words: for parts of a word write (work|worked) or work*`},
		{"open bracket", head + "    patterns:\n      topic: [\"(a|b\"]\n", `"(" is never closed`},
		{"letters of two bytes before a mistake", head + "    patterns: {topic: [né, \"é (d\"]}\n", `x.yaml:5:31: pattern "é (d": "(" is never closed`},
		{"short prefix", head + "    patterns:\n      topic: [\"a*\"]\n", "would match almost any word"},
		{"another word for a key", "codebook: x\nthemes:\n  - id: a\n    name: A\n    patterns: {topic: [b]}\n", `x.yaml:4:5: "name" is not a key of a theme: did you mean label?`},
		{"a key of patterns beside them", head + "    deficit: [b]\n    patterns: {topic: [b]}\n", `x.yaml:5:5: "deficit" is not a key of a theme: did you mean deficit under patterns?`},
		{"another word in other capitals", head + "    Short name: B\n    patterns: {topic: [b]}\n", `"Short name" is not a key of a theme: did you mean short?`},
		{"unknown set", head + "    patterns:\n      topic: [\"@nobody\"]\n", "@nobody is no set"},
		{"unknown near", head + "    near: [zz]\n    patterns: {topic: [b]}\n", `is near "zz"`},
		{"cycle", "codebook: x\nsets:\n  one: [\"@two\"]\n  two: [\"@one\"]\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", "uses itself"},
		{"syntax", "codebook: x\nthemes:\n  - id: [a\n", "not valid YAML"},
		{"many keys", "codebook: x\nsets:\n" + strings.Repeat("  a: [b]\n", 5001), "x.yaml:5003:4: not valid YAML: more than 5000 keys stand in one column"},
		{"nested", "codebook: x\nthemes: " + strings.Repeat("[", 60) + strings.Repeat("]", 60), "x.yaml:2:59: not valid YAML: nested more than 50 deep"},
		{"alias", head + "    patterns:\n      topic: [*b]\n", "x.yaml:6:"},
		{"empty file", "", "empty"},
		{"reserved sign", head + "    patterns:\n      topic: [@b]\n", "x.yaml:6:15: not valid YAML"},
		{"duplicate key", head + "    label: B\n    patterns: {topic: [b]}\n", `x.yaml:5:5: "label" stands twice`},
		{"duplicate pattern id", head + "    patterns: {topic: [{id: p, pattern: b}, {id: p, pattern: c}]}\n", `x.yaml:5:45: the pattern id "p" stands twice`},
		{"duplicate cue id", "codebook: x\ncontext:\n  cues:\n    - {id: c, sets: deficit, words: [b]}\n    - {id: c, sets: deficit, words: [b]}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `the cue id "c" stands twice`},
		{"a cue without end words", "codebook: x\ncontext:\n  cues:\n    - {id: c, sets: deficit, words: [b], until: []}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:4:42: until has no words`},
		{"a bad end word", "codebook: x\ncontext:\n  cues:\n    - {id: c, sets: deficit, words: [b], until: [but, \"(d\"]}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:4:56: pattern "(d": "(" is never closed`},
		{"nearly a set", head + "    patterns:\n      topic: [\"@profesional\"]\n", "@profesional is no set: did you mean professional?"},
		{"an unknown set of end words", "codebook: x\ncontext:\n  cues:\n    - {id: c, sets: deficit, words: [b], until: [\"@d\"]}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:4:50: @d is no set`},
		{"the end of what has no scope", "codebook: x\ncontext:\n  cues:\n    - {id: c, sets: pseudo, words: [b], until: [d]}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:4:41: until has no meaning for a cue that sets pseudo: it goes with deficit, good_practice,`},
		{"a bar without brackets", head + "    patterns: {topic: [\"b|c\"]}\n", `x.yaml:5:26: pattern "b|c": "|" parts words in brackets: write (one|other), or two patterns`},
		{"a long pattern", head + "    patterns: {topic: [\"" + strings.Repeat("a b ", 600) + "\"]}\n", ` a b  …": the pattern is longer than 2000 bytes: split it`},
		{"no pattern of use", head + "    patterns: {unless: [b]}\n", `x.yaml:5:15: the theme "a" has no patterns that find anything`},
		{"no pattern at all", head + "    patterns: {topic: []}\n", `x.yaml:5:15: the theme "a" has no patterns that find anything`},
		{"a colour for a comment", head + "    colour: #0072B2\n    patterns: {topic: [b]}\n", `x.yaml:5:5: "" is not a colour: write it in quotes, as "#0072B2"`},
		{"a label of a section", head + "    patterns: {topic: [b]}\ncontext: {sections: {findings: {treat: held, label: good}}}\n", `x.yaml:6:32: the label of a section is deficit, good_practice or factor: got "good"`},
		{"an escape", head + "    patterns: {topic: [{regex: \"a\\d\"}]}\n", `put it in single quotes: in double ones \ must stand twice`},
		{"an empty cue", head + "    patterns: {topic: [b]}\ncontext: {cues: [{}]}\n", `x.yaml:6:18: the cue "" has no words`},
		{"a tab before an entry", head + "    patterns:\n      topic:\n        - b\n\t- c\n", "begin the line with spaces and not with a tab"},
		{"a list for kinds of patterns", head + "    patterns: [b]\n", "x.yaml:5:15: a list of patterns wants keys and values (key: value): it has deficit, factor, good_practice, topic, unless"},
		{"a set of itself", "codebook: x\nsets:\n  mine: [\"@mine\", b]\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:3:3: the set "mine" uses itself`},
		{"number for a list", head + "    patterns: {topic: 3}\n", "x.yaml:5:23: topic wants a list"},
		{"a tab before a key", "\tcodebook: x\n", "begin the line with spaces and not with a tab"},
		{"tab", "codebook: x\n\tthemes: []\n", "x.yaml:2:1: not valid YAML"},
		{"a gap too wide", head + "    patterns: {topic: [\"a <20> b\"]}\n", "a gap is a number of words from 1 to 12"},
		{"near one phrase", head + "    patterns: {topic: [{near: [b]}]}\n", "near wants two or three phrases: got 1"},
		{"then nothing", head + "    patterns: {topic: [{then: []}]}\n", "then wants two or three phrases: got 0"},
		{"within by itself", head + "    patterns: {topic: [{pattern: b, within: 3}]}\n", "within goes with near or then"},
		{"within words", head + "    patterns: {topic: [{near: [b, c], within: page}]}\n", `within (or sentence) is a number from 1 to 12: got "page"`},
		{"another strength", head + "    patterns: {topic: [{pattern: b, strength: sure}]}\n", `x.yaml:5:37: strength is weak, strong or certain: got "sure"`},
		{"a strength of what cancels", head + "    patterns: {topic: [b], unless: [{pattern: c, strength: weak}]}\n", "x.yaml:5:50: strength has no meaning under unless"},
		{"no strength", head + "    patterns: {topic: [{pattern: b, strength: ''}]}\n", `strength is weak, strong or certain: got ""`},
		{"two forms", head + "    patterns: {topic: [{pattern: b, regex: c}]}\n", "one of pattern, regex, near or then: this one has 2"},
		{"regex of nothing", head + "    patterns: {topic: [{regex: '(care)?\\b'}]}\n", "x.yaml:5:32: regex \"(care)?\\\\b\": the regular expression matches where there is nothing"},
		{"regex that explodes", head + "    patterns: {topic: [{regex: '((a{1,40}b?){1,25}c)+'}]}\n", "grows to more than 2000 steps"},
		{"regex of too many repeats", head + "    patterns: {topic: [{regex: '(a{500}){500}'}]}\n", "not a regular expression of RE2: invalid repeat count"},
		{"regex that looks back", head + "    patterns: {topic: [{regex: '(?<=no )care'}]}\n", "not a regular expression of RE2"},
		{"long regex", head + "    patterns: {topic: [{regex: " + strings.Repeat("a", 600) + "}]}\n", "longer than 500 bytes"},
		{"two documents", head + "    patterns: {topic: [b]}\n---\ntitle: y\n", "a codebook is one YAML document: remove the --- line"},
		{"an open quotation mark", head + "    patterns: {topic: [\"b]}\n", "close the quotation mark"},
		{"a set that stands twice", "codebook: x\nsets:\n  one: [b]\n  one: [c]\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:4:3: the set "one" stands twice`},
		{"an empty set", "codebook: x\nsets: {one: []}\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `the set "one" is empty`},
		{"no direction", head + "    patterns: {topic: [b]}\ncontext: {cues: [{id: c, sets: deficit, words: [b], direction: left}]}\n", `x.yaml:6:53: direction is forward, backward, both or sentence: got "left"`},
		{"unless no kind of cue", head + "    patterns: {topic: [b]}\ncontext: {sections: {findings: {treat: held, unless: [judgment]}}}\n", `unless "judgment" is no kind of cue: did you mean judgement?`},
		{"a section that lends nothing known", head + "    patterns: {topic: [b]}\ncontext: {sections: {findings: {treat: counts, lends: praise}}}\n", `a section lends deficit or good_practice: got "praise"`},
		{"a long short label", head + "    short: one that is too long for a chart\n    patterns: {topic: [b]}\n", "short is longer than 24 characters"},
		{"a long label alone", "codebook: x\nthemes:\n  - {id: a, label: One that is too long for a chart, patterns: {topic: [b]}}\n", "has a long label and no short one"},
		{"about somebody else", head + "    about: adult\n    patterns: {topic: [b]}\n", `about is "adult": leave it out, or write child`},
		{"neither yes nor no", head + "    headline: maybe\n    patterns: {topic: [b]}\n", `headline is true or false: got "maybe"`},
		{"an empty test", head + "    patterns: {topic: [b]}\n    tests: {none: [' ']}\n", "a test is a sentence: this one is empty"},
		{"a bracket that opens nothing", head + "    patterns: {topic: [\"a) b\"]}\n", `")" closes nothing`},
		{"a word at a bracket", head + "    patterns: {topic: [\"(a|b)c\"]}\n", `brackets hold whole words: put a space after ')'`},
		{"a star at a bracket", head + "    patterns: {topic: [\"(a|b)*\"]}\n", `x.yaml:5:30: pattern "(a|b)*": brackets take no "*": put it at the words in them`},
		{"a bracket of another kind", head + "    patterns: {topic: [\"(a|b]\"]}\n", `"]" stands where ")" is wanted`},
		{"deep brackets", head + "    patterns: {topic: [\"" + strings.Repeat("(", 9) + "a" + strings.Repeat(")", 9) + "\"]}\n", "brackets stand more than 8 deep"},
		{"an open gap", head + "    patterns: {topic: [\"a <3 b\"]}\n", `"<" is never closed: write a gap as <3>`},
		{"a set without a name", head + "    patterns: {topic: [\"a @ b\"]}\n", `"@" wants the name of a set`},
		{"an exact form of nothing", head + "    patterns: {topic: [\"a = b\"]}\n", `"=" wants a word after it, such as =GP`},
		{"a dash for a word", head + "    patterns: {topic: [\"a – b\"]}\n", `"–" holds no letter or digit`},
		{"a star within a word", head + "    patterns: {topic: [\"ab*cd\"]}\n", `"ab*cd": * stands at the end of a word only`},
		{"a star before a hyphen", head + "    patterns: {topic: [\"ab*-cd\"]}\n", `"ab*cd": * stands at the end of a word only`},
		{"a wide pattern", head + "    patterns: {topic: [\"a <12> b <12> c <12> d <12> e <12> f\"]}\n", "the pattern could span 66 words: at most 60"},
		{"text with a colon", head + "    definition: What it: is\n    patterns: {topic: [b]}\n", `x.yaml:5:17: not valid YAML: text that holds a colon and a space wants quotation marks: "What it: is"`},
		{"text that begins with a sign", head + "    patterns:\n      topic:\n        - @professional did\n", `x.yaml:7:11: not valid YAML: text that begins with @ wants quotation marks`},
		{"text that begins with a bracket", head + "    patterns:\n      topic:\n        - [no] visit*\n", `x.yaml:7:11: not valid YAML: text that begins with [ wants quotation marks`},
		{"text behind a quotation mark", head + "    patterns:\n      topic:\n        - \"no\" visit*\n", `x.yaml:7:15: not valid YAML: text goes on behind its quotation mark`},
		{"an apostrophe in single quotes", head + "    definition: 'It's so'\n    patterns: {topic: [b]}\n", `x.yaml:5:21: not valid YAML: an apostrophe ends text in single quotes`},
		{"a quotation mark open to the next one", head + "    definition: \"open\n    patterns:\n      topic: [\"@professional\"]\n", `x.yaml:5:17: not valid YAML: the quotation mark is not closed on its line`},
		{"a list open to the next key", head + "    include: [a, b\n    patterns: {topic: [b]}\n", `x.yaml:5:14: not valid YAML: what "[" opens is not closed`},
		{"no comma", head + "    include: [\"a\" \"b\"]\n    patterns: {topic: [b]}\n", `x.yaml:5:19: not valid YAML: a comma is missing between two entries`},
		{"no space behind the colon", head + "    group:One\n    patterns: {topic: [b]}\n", `x.yaml:5:5: not valid YAML: a key wants a colon and a space behind it, as in "group: …"`},
		{"a key too far to the right", "codebook: x\nthemes:\n  - id: a\n     label: A\n    patterns: {topic: [b]}\n", `x.yaml:4:6: not valid YAML: the line begins in column 6`},
		{"a key too far to the left", "codebook: x\nthemes:\n  - id: a\n   label: A\n    patterns: {topic: [b]}\n", `x.yaml:4:4: not valid YAML: the line begins in column 4`},
		{"a blank of a web page", head + "\u00a0   group: One\n    patterns: {topic: [b]}\n", `x.yaml:5:1: not valid YAML: this blank is none that YAML knows`},
		{"a dash for a hyphen", head + "    patterns:\n      topic:\n        - b\n        – c\n", `x.yaml:8:9: not valid YAML: an entry of a list begins with a hyphen and a space: got "–"`},
		{"no space behind a hyphen", head + "    patterns:\n      topic:\n        - b\n        -c\n", `x.yaml:8:9: not valid YAML: an entry of a list begins with a hyphen and a space: got "-c"`},
		{"text that begins with a star", head + "    patterns:\n      topic:\n        - *family did\n", `x.yaml:7:11: not valid YAML: text that begins with * wants quotation marks`},
		{"an apostrophe and a colon in single quotes", head + "    definition: b\n    tests:\n      none:\n        - 'It was the child's home: he left.'\n", `x.yaml:8:29: not valid YAML: an apostrophe ends text in single quotes`},
		{"text of several lines in the wrong column", head + "   definition: |\n      b\n", `x.yaml:5:4: not valid YAML: the line begins in column 4`},
		{"a blank of a web page in text", head + "    patterns:\n      topic:\n        - @b\u00a0c\n", `x.yaml:7:11: not valid YAML: text that begins with @ wants quotation marks`},
		{"two versions", head + "<<<<<<< HEAD\n    group: B\n=======\n    group: C\n>>>>>>> c\n    patterns: {topic: [b]}\n", `x.yaml:9:1: not valid YAML: the line was left by a program that joined two versions`},
		{"curly quotation marks", head + "    patterns:\n      topic:\n        - “no b”\n", `x.yaml:7:11: pattern "“no b”": curly quotation marks are part of the text for YAML`},
		{"a pattern with a colon", head + "    patterns:\n      topic:\n        - no visit: b\n", `x.yaml:7:11: a pattern that holds a colon and a space wants quotation marks`},
		{"a test with a colon", head + "    patterns: {topic: [b]}\n    tests:\n      none:\n        - She said: b\n", `x.yaml:8:11: a test that holds a colon and a space wants quotation marks`},
		{"an escape that YAML knows", head + "    patterns: {topic: [{regex: \"\\bcare\"}]}\n", `x.yaml:5:32: regex holds a control character, '\b'`},
		{"a regex in slashes", head + "    patterns: {topic: [{regex: /care/i}]}\n", `stands without slashes`},
		{"signs of a regex", head + "    patterns: {topic: [\"no ^care$\"]}\n", `x.yaml:5:28: pattern "no ^care$": "^" means nothing in a pattern`},
		{"a star at a set", head + "    patterns: {topic: [\"@family* b\"]}\n", `x.yaml:5:32: pattern "@family* b": a set takes no "*"`},
		{"near itself", head + "    near: [b, a]\n    patterns: {topic: [b]}\n  - {id: b, label: B, patterns: {topic: [c]}}\n", `x.yaml:5:15: the theme "a" is near itself`},
		{"the place in near", head + "    near:\n      - zz\n    patterns: {topic: [b]}\n", `x.yaml:6:9: the theme "a" is near "zz"`},
		{"a label of blanks", "codebook: x\nthemes:\n  - {id: a, label: ' ', patterns: {topic: [b]}}\n", `x.yaml:3:20: the label of the theme "a" is empty`},
		{"a label of two lines", "codebook: x\nthemes:\n  - {id: a, label: \"b\\nc\", patterns: {topic: [b]}}\n", `x.yaml:3:20: label is of one line`},
		{"a control character", "codebook: x\nthemes:\n  - {id: a, label: \"b\\ac\", patterns: {topic: [b]}}\n", `x.yaml:3:20: label holds a control character, '\a'`},
		{"a section that stands twice", head + "    patterns: {topic: [b]}\ncontext:\n  sections:\n    lessons: held\n    lessons: counts\n", `x.yaml:9:5: the section "lessons" stands twice`},
		{"themes without a hyphen", head + "    patterns: {topic: [b]}\n    id: b\n", `x.yaml:6:5: "id" stands twice in this theme: keep one, or begin the next theme with "- "`},
		{"bad colour", head + "    colour: red\n    patterns: {topic: [b]}\n", `"red" is not a colour`},
	}
	for _, c := range cases {
		_, err := Load("x.yaml", []byte(c.data))
		var ps Problems
		if !errors.As(err, &ps) {
			t.Errorf("%s: got %v, want Problems", c.name, err)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant %q in it", c.name, err, c.want)
		}
	}
}

// TestOtherKeys: what is meant by another word for a key is a key, and the word is none.
func TestOtherKeys(t *testing.T) {
	for what, place := range map[string]string{
		"codebook": "\n%s: 1\n", "theme": "  - {%s: 1}\n", "list of patterns": "  - {patterns: {%s: 1}}\n", "pattern": "  - {patterns: {topic: [{%s: 1}]}}\n",
		"list of tests": "  - {tests: {%s: 1}}\n", "cue": "\ncontext: {cues: [{%s: 1}]}\n", "section rule": "\ncontext: {sections: {findings: {%s: 1}}}\n",
	} {
		others := otherKeys()[what]
		if len(others) == 0 {
			t.Errorf("a %s has no other words for keys", what)
		}
		for said, meant := range others {
			key, _, under := strings.Cut(meant, " under ")
			for word, isKey := range map[string]bool{said: false, key: !under} {
				_, err := Load("x.yaml", fmt.Appendf(nil, "codebook: x\nthemes:\n"+place, word))
				if refused := err != nil && strings.Contains(err.Error(), fmt.Sprintf("%q is not a key of a %s", word, what)); refused == isKey {
					t.Errorf("%q of a %s, for %q: got %v", word, what, meant, err)
				}
			}
		}
	}
	if len(otherKeys()) != 7 {
		t.Errorf("got other words for keys of %d things, want 7", len(otherKeys()))
	}
}

// TestTextStaysAsItIsWritten meets words that YAML takes for something else.
func TestTextStaysAsItIsWritten(t *testing.T) {
	cb, err := Load("x.yaml", []byte("codebook: no\nversion: 1.10\nthemes:\n  - {id: a, label: yes, short: 007, patterns: {topic: [no, on, 1.10, null word, $50]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	theme := cb.Themes[0]
	got := []string{cb.Name, cb.Version, theme.Label, theme.Short}
	for _, p := range theme.Patterns {
		got = append(got, p.Text)
	}
	if want := []string{"no", "1.10", "yes", "007", "no", "on", "1.10", "null word", "$50"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLoadTellsAMistakeOnce holds that what is no text is not told of again as
// an empty pattern, nor what is no cue as one without an id, kind and words, nor
// a key by another name as missing.
func TestLoadTellsAMistakeOnce(t *testing.T) {
	const theme = "codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n"
	for _, data := range []string{
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [*b]}}\n",
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [[b]]}}\n",
		theme + "context: {cues: [lack of]}\n",
		theme + "sets: {c: [[d]]}\n",
		"codebook: x\nthemes: {id: a}\n",
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: [b]}\n",
		"codebook: x\nthemes:\n  - {id: a, name: A, patterns: {topic: [b]}}\n",
		"codebook: x\nthemes:\n  - {id: a, label: A, Patterns: {topic: [b]}}\n",
		"codebook: x\nthemes:\n  - {id: a, name: B, label: A, patterns: {topic: [b]}}\n",
		"codebook: x\nthemes: [supervision]\n",
		"codebook: x\nthemes: supervision\n",
		"codebook: x\nthemes:\n  - {id: a, label: [b], patterns: {topic: [b]}}\n",
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: b}}\n",
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [{near: b}]}}\n",
		theme + "context: {cues: [{id: c, sets: deficit, words: lack of}]}\n",
		theme + "sets: {c: d, e: [\"@family\"]}\n",
		"theme,keywords\nA,visit\n",
		"codebook: x\nthemes\n  - {id: a, label: A, patterns: {topic: [b]}}\n",
		// What stands on several lines is closed on the last of them.
		"codebook: x\nthemes:\n  - id: a\n    label: A\n    definition: \"Long\n      text\"\n    group:One\n    patterns: {topic: [b]}\n",
		"codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic: [b,\n        'c']\n    group:One\n",
		// What was in a line that is no YAML is not missing elsewhere.
		"codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}} c\n  - {id: b, label: B, near: [a], patterns: {topic: [c]}}\n",
		"codebook: x\nthemes:\n  - id: a: c\n    label: A\n    patterns: {topic: [b]}\n  - {id: b, label: B, near: [a], patterns: {topic: [c]}}\n",
		"codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      unless: [b]\n      topic: [c] d\n",
	} {
		_, err := Load("x.yaml", []byte(data))
		var ps Problems
		if !errors.As(err, &ps) || len(ps) != 1 {
			t.Errorf("%s: got %v, want one mistake", data, err)
		}
	}
}

// TestLoadGoesOnBehindWhatIsNoYAML: what is wrong in other lines is told too, what the
// mistaken line says is not.
func TestLoadGoesOnBehindWhatIsNoYAML(t *testing.T) {
	cases := []struct{ data, want string }{
		{"codebook: x\nthemes:\n  - id: a\n    label: @first\n    colour: blue: light\n    lable: B\n    near: [b]\n    patterns:\n      topic: [\"(b\"]\n      deficit:\n        - [no] visit*\n",
			"4:12: not valid YAML, 5:13: not valid YAML, 6:5: \"lable\" is not, 7:12: the theme \"a\" is near, 9:16: pattern \"(b\", 11:11: not valid YAML"},
		{"codebook: x\rthemes:\r  - id: a\r    label: @A\r    patterns: {topic: [\"(b\"]}\r", "4:12: not valid YAML: text that begins with @, 5:25: pattern \"(b"},
		// Where the shape of the file is in doubt only what is no YAML is told.
		{"codebook: x\nthemes:\n  - id: a\n    lable: A\n\tpatterns:\n      topic: [@b]\n", "5:1: not valid YAML, 6:15: not valid YAML"},
	}
	for _, c := range cases {
		_, err := Load("x.yaml", []byte(c.data))
		var ps Problems
		if !errors.As(err, &ps) {
			t.Fatalf("got %v, want Problems", err)
		}
		var got []string
		for _, want := range strings.Split(c.want, ", ") {
			if i := len(got); i < len(ps) && strings.HasPrefix(ps[i].String(), "x.yaml:"+want) {
				got = append(got, want)
			}
		}
		if strings.Join(got, ", ") != c.want || len(ps) != len(got) {
			t.Errorf("got\n%v\nwant %s", err, c.want)
		}
	}
}

// TestRemarks: what is no mistake and worth a look.
func TestRemarks(t *testing.T) {
	const book = "codebook: x\nthemes:\n  - {id: a, label: Care, patterns: {topic: [b]}}\n  - {id: b, label: care, patterns: {topic: [\"no visit OR no call\"]}}\n"
	cb, err := Load("x.yaml", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range cb.Idle() {
		got = append(got, p.String())
	}
	want := []string{
		`x.yaml:4:13: the theme "b" has the label of the theme "a": charts and tables show both by it`,
		`x.yaml:4:45: pattern "no visit OR no call" looks for the word "OR" as it stands: write (one|other), near or unless for what it may mean`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLoadCountsExpressions(t *testing.T) {
	data := "codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic:\n" + strings.Repeat("        - {regex: care}\n", maxExpressions+1)
	_, err := Load("x.yaml", []byte(data))
	if err == nil || !strings.Contains(err.Error(), "x.yaml:57:19: the codebook has more than 50 regular expressions") {
		t.Errorf("got %v, want the limit named with its place", err)
	}
}

// TestLoadReadsALargeCodebook is as large as a codebook may be, with patterns
// that have nothing in common.
func TestLoadReadsALargeCodebook(t *testing.T) {
	var b strings.Builder
	b.WriteString("codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic:\n")
	for i := 0; b.Len() < maxCodebookBytes/8; i++ {
		fmt.Fprintf(&b, "        - \"word%d (is|was) <3> not other%d*\"\n", i, i)
	}
	c := coderOf(t, b.String())
	if got := c.Code(Passage("Word77 was really not other77ing.", corpus.SectionFindings)); len(got) != 1 {
		t.Errorf("got %v, want one coding", got)
	}
}

func TestTestsOfEveryKind(t *testing.T) {
	const book = `codebook: x
themes:
  - id: a
    label: A
    patterns: {topic: [assessment], deficit: [{pattern: no plan, strength: weak}]}
    tests:
      deficit: ["No assessment was made.", "The assessment took place."]
      good_practice: ["A thorough assessment was made."]
      held: ["There was no plan.", "No assessment was made."]
      none: ["The assessment took place.", "No assessment was made."]
`
	cb, err := Load("x.yaml", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	got := faultsOf(t, cb).Error()
	want := `x.yaml:7:44: test "The assessment took place." of a: wanted deficit, got: rejected neutral (names the theme and says neither that practice was lacking nor that it was sound)
x.yaml:9:36: test "No assessment was made." of a: wanted held, got: counted deficit (says that practice was lacking: 'No assessment')
x.yaml:10:44: test "No assessment was made." of a: wanted nothing counted, got: counted deficit (says that practice was lacking: 'No assessment')`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLoadGivesAllMistakesInOneError(t *testing.T) {
	data := "codebook: x\ncolour: red\nthemes:\n  - id: A\n    patterns:\n      topic: [\"(\", \"b[c]\"]\n"
	_, err := Load("x.yaml", []byte(data))
	var ps Problems
	if !errors.As(err, &ps) || len(ps) < 5 {
		t.Fatalf("got %d problems (%v), want at least 5", len(ps), err)
	}
}
