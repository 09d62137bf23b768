package themes

import (
	"strings"
	"testing"

	"thematic/corpus"
)

const spread = `
codebook: x
themes:
  - id: a
    label: A
    patterns:
      deficit:
        - {id: anywhere, near: [school, "not told"], within: sentence}
        - {id: inorder, then: ["first [of all]", second, third], within: sentence}
        - {id: close, near: [bruise, unexplained], within: 2}
        - {id: after, then: [nurse, left], within: 2}
        - {id: dates, regex: '\b(?-i:OS)-?\d{3,5}\b'}
        - {id: loose, regex: "colou?r(ed)? chart", strength: weak}
      unless:
        - {regex: "not told (off|apart)"}
`

func TestSpreadPatternsAndExpressions(t *testing.T) {
	c := coderOf(t, spread)
	filler := strings.Repeat("word ", 40)
	cases := []struct{ text, rule, match string }{
		{"The school, " + filler + "was not told.", "anywhere", "school, " + filler + "was not told"},
		{"Staff were not told " + filler + "by the school.", "anywhere", "not told " + filler + "by the school"},
		{"The school was open. Staff were not told.", "", ""},
		{"The school and the other school were not told.", "anywhere", "school were not told"},
		{"The school was not told off.", "", ""},
		{"First of all this, " + filler + "second, " + filler + "third.", "inorder", "First of all this, " + filler + "second, " + filler + "third"},
		{"A second, a first, a third.", "", ""},
		{"An unexplained large bruise.", "close", "unexplained large bruise"},
		{"An unexplained and very large bruise.", "", ""},
		{"The nurse then left.", "after", "nurse then left"},
		{"He left the nurse.", "", ""},
		{"The form OS-1234 was lost.", "dates", "OS-1234"},
		{"The form os-1234 was lost.", "", ""},
		{"A Colour chart was kept.", "loose", "Colour chart"},
	}
	for _, tt := range cases {
		doc := Passage(tt.text, corpus.SectionFindings)
		got := c.Code(doc)
		switch {
		case tt.rule == "" && len(got) > 0:
			t.Errorf("%q: got %s, want nothing", tt.text, got[0].Rule)
		case tt.rule != "" && (len(got) != 1 || got[0].Rule != tt.rule):
			t.Errorf("%q: got %+v, want rule %s", tt.text, got, tt.rule)
		case tt.rule != "" && doc.Text.Slice(got[0].Match) != tt.match:
			t.Errorf("%q: got the match %q, want %q", tt.text, doc.Text.Slice(got[0].Match), tt.match)
		}
	}
}

func TestSetsAddToTheBuiltInOnes(t *testing.T) {
	const file = `
codebook: x
sets:
  professional: ["@professional", "link worker"]
  agency: [coastguard]
context:
  cues:
    - {id: lack_of, sets: deficit, direction: forward, within: 3, words: [dearth of]}
    - {id: mine, sets: deficit, direction: forward, words: [paucity of]}
    - {id: staff, sets: professional, words: ["@professional"]}
  sections:
    glossary: counts
themes:
  - id: a
    label: A
    patterns: {topic: [plan], deficit: ["@professional left", "@agency left"]}
`
	c := coderOf(t, file)
	for _, tt := range []struct{ text, want string }{
		{"The link worker left.", "counted deficit"},
		{"The midwife left.", "counted deficit"},
		{"The coastguard left.", "counted deficit"},
		{"The council left.", ""},
		{"There was a dearth of plans.", "counted deficit"},
		{"There was a paucity of plans.", "counted deficit"},
		{"There was a lack of plans.", "rejected neutral"},
		{"There were no plans.", "counted deficit"},
	} {
		if got := verdictOf(c, tt.text, "a", corpus.SectionGlossary); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	practiceSet := verdictOf(newSmall(t), "No core assessment was completed.", "assessment", corpus.SectionFindings)
	if practiceSet != "counted deficit" {
		t.Errorf("another codebook got %q: the built-in context has changed", practiceSet)
	}
}
