package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/themes"
)

// every is a codebook with everything that a theme can have.
const every = `codebook: every
title: Everything
sets:
  who: [nurse, "=GP", "health visitor*"]
themes:
  - id: plan
    label: "=Plans, \"good\" and bad"
    short: Plans
    headline: true
    about: child
    group: Work
    colour: "#0072B2"
    definition: What, and "why".
    include: ["one; two", "=three"]
    exclude: [four]
    near: [other]
    child_voice: "Nobody asked me."
    patterns:
      deficit: ["no plan", {near: ["@who", plan], within: 5}, {then: ["@who", "never told"], within: sentence}, {near: [plan, late], within: sentence, strength: weak}, {regex: "plans? (never|not)"}]
      topic: [{pattern: "plan*", strength: weak}, "=GP plan", {pattern: "plan drift", strength: certain}]
      good_practice: ["good plan"]
      unless: ["floor plan"]
    tests: {deficit: ["There was no plan."], held: ["Perhaps the plans failed."], none: ["A plan."]}
  - {id: other, label: Other, patterns: {topic: [other]}}
`

func TestCSVRoundTrip(t *testing.T) {
	own, err := themes.Load("every.yaml", []byte(every))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []*themes.Codebook{own, builtin(t, "practice"), builtin(t, "factors"), builtin(t, "adults")} {
		var b bytes.Buffer
		if _, err := WriteCSV(&b, c); err != nil {
			t.Fatal(err)
		}
		draft, lost, err := ReadCSV("x.csv", b.Bytes())
		if err != nil || len(lost) > 0 {
			t.Fatalf("%s: got %v, lost %q", c.Name, err, lost)
		}
		draft.Name, draft.Subject = c.Name, c.Subject
		if made := draft.Settle(); len(made) > 0 {
			t.Errorf("%s: made up %q", c.Name, made)
		}
		again, err := themes.Load("again.yaml", draft.YAML())
		if err != nil {
			t.Fatalf("%s: what was read does not load: %v", c.Name, err)
		}
		if again.Counts != c.Counts || again.Subject != c.Subject || len(again.Themes) != len(c.Themes) {
			t.Fatalf("%s: got %d themes that count %s of %s", c.Name, len(again.Themes), again.Counts, again.Subject)
		}
		for i := range c.Themes {
			if got, want := plain(again.Themes[i]), plain(c.Themes[i]); got != want {
				t.Errorf("%s: got\n%swant\n%s", c.Name, got, want)
			}
		}
		if got, want := fmt.Sprint(again.WordLists()), fmt.Sprint(c.WordLists()); got != want {
			t.Errorf("%s: got the sets %s, want %s", c.Name, got, want)
		}
	}
}

func TestReadForeignCSV(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"Taguette", "tag,description\ninterviews.home,How it is at home\n", "interviews_home|interviews.home"},
		{"semicolons, UTF-16", "\xff\xfen\x00a\x00m\x00e\x00;\x00x\x00\n\x00A\x00;\x00b\x00", "a|A"},
		{"a row for each coding", "code,quote\nRisk,a\nRisk,b\nPlan,c\n", "risk|Risk plan|Plan"},
		{"three of one name", "name,memo\nRisk,a\nRisk,b\nRisk,c\n", "risk|Risk risk_2|Risk risk_3|Risk"},
		{"an id that is taken", "name,id\nA,x\nB,x\nC,x_2\nD,x\n", "x|A x_2|B x_2_2|C x_3|D"},
		{"accents", "name\nZoë’s café\nZoe\u0308\nŁódź\n", "zoe_s_cafe|Zoë’s café zoe|Zoe\u0308 lodz|Łódź"},
		{"words of YAML", "name\nNull\nTrue\n007\n1e5\n", "null|Null true|True 007|007 1e5|1e5"},
	} {
		d, _, err := ReadCSV("x.csv", []byte(test.in))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		d.Name = "x"
		d.Settle()
		var got []string
		for _, th := range d.Themes {
			got = append(got, th.ID+"|"+th.Label)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if _, err := themes.Load("x.yaml", d.YAML()); err != nil {
			t.Errorf("%s: it does not load: %v", test.name, err)
		}
	}
	for _, bad := range []string{"", "colour\nred\n", "label\n", "label\n\"open\n"} {
		if _, _, err := ReadCSV("x.csv", []byte(bad)); err == nil {
			t.Errorf("%q: got no error", bad)
		}
	}
}

// TestReadKeywords has lists of words as people keep them: a row for each word, its theme
// written once or every time, or all words of a theme in one cell.
func TestReadKeywords(t *testing.T) {
	const want = "Home: no fixed address, damp Dog: dog bite"
	for name, in := range map[string]string{
		"a row for each":        "Theme,Keyword\nHome,no fixed address\nDog,dog bite\nHome,damp\n",
		"a theme written once":  "theme,term\nHome,no fixed address\n,damp\nDog,dog bite\n",
		"commas in a cell":      "theme,keywords\nHome,\"no fixed address, damp\"\nDog,dog bite\n",
		"a file of semicolons":  "theme;terms\nHome;no fixed address, damp\nDog;dog bite\n",
		"semicolons in a cell":  "theme,phrases\nHome,no fixed address; damp;\nDog,dog bite\n",
		"in capitals or not":    "theme,keyword\nHome,no fixed address\nDog,dog bite\nHOME ,damp\n",
		"a definition once":     "theme,keyword,definition\nHome,no fixed address,Where they live.\nhome,damp,\nDog,dog bite,\n",
		"words for keywords":    "theme,words\nHome,\"no fixed address, damp\"\nDog,dog bite\n",
		"our word for them":     "theme;pattern\nHome;no fixed address\nHome;damp\nDog;dog bite\n",
		"ours, in several rows": "label,patterns_topic\nHome,no fixed address\nHome,damp\nDog,dog bite\n",
	} {
		d, lost, err := ReadCSV("x.csv", []byte(in))
		if err != nil || len(lost) > 0 {
			t.Errorf("%s: %v, lost %q", name, err, lost)
		}
		var got []string
		for _, th := range d.Themes {
			var words []string
			for _, p := range th.Patterns {
				if words = append(words, p.Text); p.Kind != themes.PatternTopic {
					t.Errorf("%s: %s is a pattern of the kind %s", name, p.Text, p.Kind)
				}
			}
			got = append(got, th.Label+": "+strings.Join(words, ", "))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestReadCSVSaysWhatItLeaves(t *testing.T) {
	d, lost, err := ReadCSV("x.csv", []byte("Name,Label,Near,label\nfirst,A b,\"a b\nnowhere\",c\n,a b,A b,d\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`the column "name", which a codebook has no place for`, `the column "label", which a codebook has no place for`}
	if !slices.Equal(lost, want) {
		t.Errorf("lost %q, want %q", lost, want)
	}
	if d.Themes[0].Label != "A b" {
		t.Errorf("got the label %q, want that of the column", d.Themes[0].Label)
	}
}

// TestReadWordsCounted: a column in which the words of each theme were counted, as a list of
// codes with memos has it, gives no patterns, and is told of; a number among words does.
func TestReadWordsCounted(t *testing.T) {
	d, lost, err := ReadCSV("x.csv", []byte("code,memo,words\nRisk,\"Seen late, we think.\",124\nPlan,,\"1,056\"\nHome,,\n"))
	if err != nil || len(d.Themes) != 3 || len(d.Themes[0].Patterns)+len(d.Themes[1].Patterns) > 0 {
		t.Errorf("got %+v, %v, want three themes without patterns", d, err)
	}
	if len(lost) != 1 || !strings.Contains(lost[0], "numbers alone") {
		t.Errorf("lost %q, want the column of numbers", lost)
	}
	d, lost, err = ReadCSV("x.csv", []byte("theme,words\nCalls,\"999, call out\"\nNight,111\n"))
	if err != nil || len(lost) > 0 || len(d.Themes) != 2 || len(d.Themes[0].Patterns) != 2 || len(d.Themes[1].Patterns) != 1 {
		t.Errorf("got %+v, lost %q, %v, want patterns of all three", d, lost, err)
	}
}

// TestReadProseAsPatterns: a column headed pattern that describes one in sentences gives no
// patterns, and is told of; one of patterns does, and so does one headed as ours.
func TestReadProseAsPatterns(t *testing.T) {
	prose := "code,%s\nRisk,\"Workers often saw the child late, or not at all.\"\nPlan,Plans drifted over the years.\n"
	d, lost, err := ReadCSV("x.csv", fmt.Appendf(nil, prose, "Pattern"))
	if err != nil || len(d.Themes) != 2 || len(d.Themes[0].Patterns)+len(d.Themes[1].Patterns) > 0 {
		t.Errorf("got %+v, %v, want two themes without patterns", d, err)
	}
	if len(lost) != 1 || !strings.HasPrefix(lost[0], `the column "Pattern", which holds sentences and no patterns`) {
		t.Errorf("lost %q, want the column of sentences", lost)
	}
	for _, data := range []string{fmt.Sprintf(prose, "patterns_topic"), "code,Pattern\nRisk,seen late\nPlan,plan* drifted\n"} {
		d, lost, err := ReadCSV("x.csv", []byte(data))
		if err != nil || len(lost) > 0 || len(d.Themes) != 2 || len(d.Themes[0].Patterns) != 1 {
			t.Errorf("%s: got %+v, lost %q, %v, want a pattern of each theme", data, d, lost, err)
		}
	}
}
