package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"thematic/themes"
)

// plain is what a theme says, without the places in its file.
func plain(t themes.Theme) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%s|%s|%v|%s|%s|%s|%q|%q|%q|%s|%s\n", t.ID, t.Label, t.Short, t.Headline, t.Group, t.Colour, t.Definition,
		t.Include, t.Exclude, t.Near, t.About, t.ChildVoice)
	for _, kind := range patternKinds { // a CSV file keeps the order within a kind
		for _, p := range t.Patterns {
			if p.Kind == kind {
				fmt.Fprintf(&b, "%s %v %v %s\n", p.Kind, p.Strength, p.IsRegex(), p.Text)
			}
		}
	}
	for _, kind := range testKinds {
		for _, test := range t.Tests {
			if kindOf(test) == kind {
				fmt.Fprintf(&b, "%s %s\n", kind, test.Text)
			}
		}
	}
	return b.String()
}

func builtin(t *testing.T, name string) *themes.Codebook {
	t.Helper()
	c, err := themes.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

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

func TestSettleKeepsWhatIsNear(t *testing.T) {
	d, _, err := ReadCSV("x.csv", []byte("id,label,near\nT-1,A,T-2\nT-2,B,\"T-1\r\nT-9\"\nT-2,C,\n"))
	if err != nil {
		t.Fatal(err)
	}
	made := d.Settle()
	if got, want := fmt.Sprint(d.Themes[0].Near, d.Themes[1].Near), "[t_2] [t_1]"; got != want {
		t.Errorf("near: got %s, want %s", got, want)
	}
	if !slices.ContainsFunc(made, func(s string) bool { return strings.Contains(s, `"T-9"`) }) {
		t.Errorf("told %q, want T-9 among it", made)
	}
}

// TestSettleSaysWhatItMakesUp: what a foreign theme lacks is given to it, and told.
func TestSettleSaysWhatItMakesUp(t *testing.T) {
	topic := []themes.Pattern{{Kind: themes.PatternTopic, Text: "plan"}}
	for _, tt := range []struct {
		theme                     themes.Theme
		id, label, short, pattern string // then
		made                      []string
	}{
		{themes.Theme{ID: "a", Label: "A", Patterns: topic}, "a", "A", "", "topic plan", nil},
		{themes.Theme{Label: "  Plan  no. 9 (Zoë's) ", Patterns: topic}, "plan_no_9_zoe_s", "Plan no. 9 (Zoë's)", "", "topic plan", nil},
		{themes.Theme{ID: "_!", Label: "?", Patterns: topic}, "theme", "?", "", "topic plan", nil},
		{themes.Theme{Patterns: topic}, "untitled", "untitled", "", "topic plan", nil},
		{themes.Theme{Label: strings.Repeat("é", maxShort), Patterns: topic}, strings.Repeat("e", maxShort), strings.Repeat("é", maxShort), "", "topic plan", nil},
		{themes.Theme{ID: "a", Label: strings.Repeat("é", maxShort+1), Patterns: topic}, "a", strings.Repeat("é", maxShort+1), strings.Repeat("é", maxShort-1) + "…", "topic plan",
			[]string{"a: the short label for charts was cut from the label"}},
		{themes.Theme{ID: "a", Label: strings.Repeat("é", maxShort+1), Short: "E", Patterns: topic}, "a", strings.Repeat("é", maxShort+1), "E", "topic plan", nil},
		{themes.Theme{ID: "no_plan", Label: "No plan, (at all)"}, "no_plan", "No plan, (at all)", "", "topic No plan at all",
			[]string{"no_plan: it came without patterns and got its label for one"}},
		{themes.Theme{ID: "no_plan", Label: "!"}, "no_plan", "!", "", "topic no plan",
			[]string{"no_plan: it came without patterns and got its label for one"}},
	} {
		d := Draft{Themes: []themes.Theme{tt.theme}}
		made := d.Settle()
		got := d.Themes[0]
		if p := got.Patterns[0]; got.ID != tt.id || got.Label != tt.label || got.Short != tt.short || string(p.Kind)+" "+p.Text != tt.pattern {
			t.Errorf("%+v: got %q, %q, %q and the pattern %s %q", tt.theme, got.ID, got.Label, got.Short, p.Kind, p.Text)
		}
		if !slices.EqualFunc(made, tt.made, strings.HasPrefix) {
			t.Errorf("%+v: made up %q, want %q", tt.theme, made, tt.made)
		}
	}
	d := Draft{Themes: []themes.Theme{{ID: "debt", Label: "Debt", Patterns: []themes.Pattern{{Kind: themes.PatternFactor, Text: "debt"}}}, {ID: "home", Label: "Home"}}}
	d.Settle()
	if got := d.Themes[1].Patterns[0].Kind; got != themes.PatternFactor || d.Counts != themes.CountsFactors {
		t.Errorf("beside a factor: got a pattern of the kind %s in a codebook that counts %q", got, d.Counts)
	}
}

func TestManyRowsOfOneCodeAreNumbered(t *testing.T) {
	var b strings.Builder
	b.WriteString("code,memo\n")
	for i := range 20000 {
		fmt.Fprintf(&b, "Risk,%d\n", i)
	}
	d, _, err := ReadCSV("x.csv", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	d.Settle()
	if got, want := d.Themes[len(d.Themes)-1].ID, "risk_20000"; got != want {
		t.Errorf("got the last id %.60s, want %s", got, want)
	}
}

// TestQuantedaKeysNameGroupAndTheme holds which keys of a dictionary are groups, which
// a theme, and which a kind of pattern.
// TestQuantedaListsInLists: a list in a list has the keys of that.
func TestQuantedaListsInLists(t *testing.T) {
	d, lost, err := ReadQuanteda("x.yaml", []byte("a:\n  - b: [one]\n  - two\n  - [three, [four]]\n  -\n"))
	if err != nil || len(lost) > 0 {
		t.Fatalf("got %v, lost %q", err, lost)
	}
	var got []string
	for _, theme := range d.Themes {
		for _, p := range theme.Patterns {
			got = append(got, theme.Group+"/"+theme.Label+" "+p.Text)
		}
	}
	if want := []string{"a/b one", "/a two", "/a three", "/a four"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQuantedaKeysNameGroupAndTheme(t *testing.T) {
	d, lost, err := ReadQuanteda("x.yaml", []byte("topic: [one]\nA:\n  harm: [two]\nB:\n  harm:\n    deficit: [three]\n"+
		"a: {b: {c: {d: {e: {f: {g: [four]}}}}}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, th := range d.Themes {
		got = append(got, fmt.Sprintf("%s/%s/%s/%s", th.Group, th.Label, th.Patterns[0].Kind, th.Patterns[0].Text))
	}
	if want := []string{"/topic/topic/one", "A/harm/topic/two", "B/harm/deficit/three"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(lost) != 1 || !strings.Contains(lost[0], "more than 6 keys deep, under a / b") {
		t.Errorf("lost %q", lost)
	}
}

// TestDictionariesSayWhatIsLost: a gap is lost in either dictionary, and so in LIWC is
// a letter that may be any; a phrase of two patterns stands once in its category.
func TestDictionariesSayWhatIsLost(t *testing.T) {
	c, err := themes.Load("x.yaml", []byte("codebook: x\nthemes:\n"+
		"  - {id: a, label: A, patterns: {topic: [plan, \"[no] plan\", \"no <3> plan\", \"organi?ation\"]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	lost, err := WriteLIWC(&b, c)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "%\n1\ta\n%\nno plan\t1\nplan\t1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, want := range []string{"the gaps in patterns (1)", "1 phrase with ?"} {
		if !slices.ContainsFunc(lost, func(l string) bool { return strings.Contains(l, want) }) {
			t.Errorf("%q is not among what is lost: %q", want, lost)
		}
	}
}

// TestWritersSayWhatIsLost: each loss is told where there is one, with how often, and
// else only what no file of the kind has room for.
func TestWritersSayWhatIsLost(t *testing.T) {
	const head = "codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: ["
	const table, phrases, forms = "the title, version and language of the codebook, what it counts and of whom, and comments",
		"definitions, colours, tests, cues, section rules and the patterns that cancel a hit",
		"the forms of a word: \"consider\" finds considers and considered here, and only itself there"
	const category = "labels and groups: a category has one name"
	for _, tt := range []struct {
		patterns            string
		csv, quanteda, liwc []string
	}{
		{"plan", []string{table}, []string{phrases, forms}, []string{phrases, forms, category}},
		{`plan, {pattern: chart, id: mine}, {pattern: note, strength: weak}, {regex: "gra[mp]h"}, "no <3> plan", "organi?ation"`,
			[]string{table, "the ids of the patterns that have one of their own (1)"},
			[]string{phrases, forms, "1 of 6 patterns, which are more than 200 phrases or no phrases at all", "the gaps in patterns (1), whose words stand side by side", "which patterns are weak or certain (1)"},
			[]string{phrases, forms, "1 of 6 patterns, which are more than 200 phrases or no phrases at all", "the gaps in patterns (1), whose words stand side by side", "which patterns are weak or certain (1)",
				category, "1 phrase with ?, which LIWC does not have"}},
	} {
		c, err := themes.Load("x.yaml", []byte(head+tt.patterns+"]}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct {
			name  string
			write func(io.Writer, *themes.Codebook) ([]string, error)
			want  []string
		}{{"CSV", WriteCSV, tt.csv}, {"quanteda", WriteQuanteda, tt.quanteda}, {"LIWC", WriteLIWC, tt.liwc}} {
			if lost, err := f.write(io.Discard, c); err != nil || !slices.Equal(lost, f.want) {
				t.Errorf("%s of %s: got %q, %v, want %q", f.name, tt.patterns, lost, err, f.want)
			}
		}
	}
}

// TestReadersSayWhatIsLost has files of other programs with what no codebook has.
func TestReadersSayWhatIsLost(t *testing.T) {
	for _, tt := range []struct {
		name string
		read func(string, []byte) (Draft, []string, error)
		data string
		want []string
	}{
		{"a row again", ReadCSV, "label,definition\na,x\na,x\na,y\n,\n,z\n", []string{"1 row with nothing that is not said above", "1 row without the name of a theme"}},
		{"a row that is longer than its header", ReadCSV, "label\na,x\n", nil},
		{"a codebook's key alone", ReadQuanteda, "codebook: [one]\n", nil},
		{"nothing below a key", ReadQuanteda, "a: [one]\nb:\n", nil},
	} {
		if _, lost, err := tt.read("x", []byte(tt.data)); err != nil || !slices.Equal(lost, tt.want) {
			t.Errorf("%s: got %q, %v, want %q", tt.name, lost, err, tt.want)
		}
	}
}

// TestWriteQuantedaGathersGroups: of two keys of one name a reader of YAML keeps one.
func TestWriteQuantedaGathersGroups(t *testing.T) {
	c, err := themes.Load("x.yaml", []byte("codebook: x\nthemes:\n"+
		"  - {id: a1, label: A, group: A, patterns: {topic: [one]}}\n"+
		"  - {id: b1, label: B, group: B, patterns: {topic: [two]}}\n"+
		"  - {id: \"null\", label: C, group: A, patterns: {topic: [three]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := WriteQuanteda(&b, c); err != nil {
		t.Fatal(err)
	}
	var got map[string]map[string]map[string][]string
	if err := yaml.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got["A"]["a1"]["topic"]) != 1 || len(got["A"]["null"]["topic"]) != 1 || len(got["B"]["b1"]["topic"]) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestDictionariesRoundTrip(t *testing.T) {
	c := builtin(t, "factors")
	entries, _ := spell(c)
	want := map[string][]string{}
	for _, e := range entries {
		phrases := slices.Clone(e.phrases)
		slices.Sort(phrases)
		want[e.theme] = slices.Compact(phrases)
	}
	for _, f := range []struct {
		name  string
		write func(*bytes.Buffer) error
		read  func(string, []byte) (Draft, []string, error)
	}{
		{"quanteda", func(b *bytes.Buffer) error { _, err := WriteQuanteda(b, c); return err }, ReadQuanteda},
		{"LIWC", func(b *bytes.Buffer) error { _, err := WriteLIWC(b, c); return err }, ReadLIWC},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			t.Fatal(err)
		}
		d, lost, err := f.read("x", b.Bytes())
		if err != nil || len(lost) > 0 {
			t.Fatalf("%s: got %v, lost %q", f.name, err, lost)
		}
		for _, th := range d.Themes {
			var got []string
			for _, p := range th.Patterns {
				got = append(got, p.Text)
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, want[th.ID]) {
				t.Errorf("%s, %s: got %d phrases, want %d", f.name, th.ID, len(got), len(want[th.ID]))
			}
		}
		d.Name = "again"
		d.Settle()
		if _, err := themes.Load("x.yaml", d.YAML()); err != nil {
			t.Errorf("%s: what was read does not load: %v", f.name, err)
		}
	}
}

func TestPhrasesFindWhatThePatternFinds(t *testing.T) {
	for _, test := range []struct{ pattern, want string }{
		{"(was|were) not [ever] seen", "was not ever seen|was not seen|were not ever seen|were not seen"},
		{"assess* <3> risk", "assess* risk"},
		{"@who =GP", "health visitor* GP|nurse GP"},
	} {
		c, err := themes.Load("x.yaml", fmt.Appendf(nil, "codebook: x\nsets: {who: [nurse, 'health visitor*']}\nthemes:\n  - {id: a, label: A, patterns: {topic: [%q]}}\n", test.pattern))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(c.Themes[0].Patterns[0].Phrases(50), "|"); got != test.want {
			t.Errorf("%s: got %s, want %s", test.pattern, got, test.want)
		}
	}
}

func TestBadDictionaries(t *testing.T) {
	if d, _, err := ReadQuanteda("x.yaml", []byte("\xff\xfea\x00:\x00 \x00b\x00")); err != nil || len(d.Themes) != 1 || d.Themes[0].Label != "a" {
		t.Errorf("UTF-16: got %+v, %v, want the theme a", d.Themes, err)
	}
	for _, bad := range []string{"", "- a\n- b\n", "a: [", strings.Repeat("a:\n ", 3)} {
		if _, _, err := ReadQuanteda("x.yaml", []byte(bad)); err == nil {
			t.Errorf("quanteda %q: got no error", bad)
		}
	}
	_, _, err := ReadQuanteda("x.yaml", []byte("codebook: mine\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n"))
	if err == nil || !strings.Contains(err.Error(), "it is a codebook of this program already") {
		t.Errorf("a codebook: got %v", err)
	}
	if _, _, err := ReadCSV("x.csv", nil); err == nil || !strings.Contains(err.Error(), "the file is empty") {
		t.Errorf("an empty table: got %v", err)
	}
	for _, bad := range []string{"", "%\n1\ta\n", "hello\n%\n1\ta\n%\nb\t1\n", "%\n1\n%\n"} {
		if _, _, err := ReadLIWC("x.dic", []byte(bad)); err == nil {
			t.Errorf("LIWC %q: got no error", bad)
		}
	}
	_, lost, err := ReadLIWC("x.dic", []byte("%\n1\tanger\n%\nhate*\t1\n*ness\t1\nlike\t9\n"))
	if err != nil || len(lost) != 2 {
		t.Errorf("got %v, lost %q, want the two words that cannot be placed", err, lost)
	}
}

// FuzzRead asserts that whatever is read makes a codebook that loads, or an
// error that says why not.
func FuzzRead(f *testing.F) {
	f.Add([]byte("name,group\nRisk,A\n"), uint8(0))
	f.Add([]byte("a:\n  b: [c*, d e]\n"), uint8(1))
	f.Add([]byte("%\n1\tx\n%\ny*\t1\n"), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, format uint8) {
		read := []func(string, []byte) (Draft, []string, error){ReadCSV, ReadQuanteda, ReadLIWC}[format%3]
		d, _, err := read("x", data)
		if err != nil {
			return
		}
		d.Name = "x"
		d.Settle()
		_, err = themes.Load("x.yaml", d.YAML())
		if err != nil && strings.Contains(err.Error(), "not valid YAML") {
			t.Errorf("%q gives a file that is not YAML: %v\n%s", data, err, d.YAML())
		}
	})
}
