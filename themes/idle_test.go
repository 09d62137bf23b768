package themes

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestIdleNamesWhatChangesNothing(t *testing.T) {
	const head = "codebook: x\nsets:\n  worker: [nurse, teacher]\nthemes:\n  - id: a\n    label: A\n    patterns:\n"
	cases := []struct{ name, patterns, want string }{
		{"a phrase within a phrase", `{topic: [plan, "care plan", "@worker"]}`, `x.yaml:8:22: pattern "care plan" is idle: "plan" on line 8 finds whatever it finds`},
		{"alternatives", `{topic: ["(care|pathway) plan", "plan*", "@worker"]}`, `x.yaml:8:16: pattern "(care|pathway) plan" is idle: "plan*" on line 8 finds whatever it finds`},
		{"a gap", `{topic: ["not <2> plan", "not <3> plan", "@worker"]}`, `x.yaml:8:16: pattern "not <2> plan" is idle: "not <3> plan" on line 8 finds whatever it finds`},
		{"twice", `{topic: ["plan", "plan", "@worker"]}`, `x.yaml:8:24: pattern "plan" is idle: "plan" on line 8 finds whatever it finds`},
		{"an unless over all", `{topic: ["care plan", "@worker"], unless: [care]}`, `x.yaml:8:16: pattern "care plan" is idle: the unless "care" on line 8 cancels whatever it finds`},
		{"weak within strong", `{topic: [plan, "@worker", {pattern: "care plan", strength: weak}]}`, `x.yaml:8:33: pattern "care plan" is idle: "plan" on line 8 finds whatever it finds`},
		{"a set of no use", `{topic: [plan]}`, `x.yaml:3:3: nothing uses the set "worker"`},
		{"another kind", `{topic: [plan, "@worker"], deficit: ["no plan"]}`, ""},
		{"strong within certain", `{topic: [{pattern: plan, strength: certain}, "@worker", "care plan"]}`, `x.yaml:8:63: pattern "care plan" is idle: "plan" on line 8 finds whatever it finds`},
		{"certain within strong", `{topic: [plan, "@worker", {pattern: "care plan", strength: certain}]}`, ""},
		{"strong within weak", `{topic: ["care plan", "@worker", {pattern: plan, strength: weak}]}`, ""},
		{"some readings only", `{topic: ["[care] plan", "care plan*", "@worker"]}`, ""},
		{"an irregular form", `{topic: ["see", "se*", "@worker"]}`, ""},
		{"an ending in y", `{topic: ["agency", "agency*", "@worker"]}`, ""},
	}
	for _, c := range cases {
		cb, err := Load("x.yaml", []byte(head+"      "+c.patterns+"\n"))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		for _, p := range cb.Idle() {
			got = append(got, p.String())
		}
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}
}

func TestIdleNamesKeysWithoutEffect(t *testing.T) {
	cb, err := Load("x.yaml", []byte(`codebook: x
themes: [{id: a, label: A, patterns: {topic: [b]}}]
context:
  cues:
    - {id: crew, sets: family, words: [crew], within: 4}
    - {id: since, sets: later, words: [since then], direction: forward}
    - {id: poor, sets: deficit, words: [poor], direction: forward, within: 4}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := `x.yaml:5:47: within of the cue "crew" changes nothing: a cue that sets family has neither direction nor distance
x.yaml:6:53: direction of the cue "since" changes nothing: a cue that sets later has neither direction nor distance`
	if got := Problems(cb.Idle()).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestIdlePatternsFindNothingMore takes the idle patterns of the built-in
// codebook out and finds the same passages.
func TestIdlePatternsFindNothingMore(t *testing.T) {
	cb, err := Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	idle := map[int]bool{}
	for _, p := range cb.Idle() {
		idle[p.Line] = true
	}
	less := *cb
	less.Themes = slices.Clone(cb.Themes)
	for i := range less.Themes {
		less.Themes[i].Patterns = slices.DeleteFunc(slices.Clone(cb.Themes[i].Patterns), func(p Pattern) bool { return idle[p.Line] })
	}
	all, err := NewCoder(cb, nil)
	if err != nil {
		t.Fatal(err)
	}
	fewer, err := NewCoder(&less, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range cb.Themes {
		for _, test := range theme.Tests {
			if got, want := labelOf(fewer, test.Text, theme.ID), labelOf(all, test.Text, theme.ID); got != want {
				t.Errorf("%s: %q: got %s without the idle patterns, want %s", theme.ID, test.Text, got, want)
			}
		}
	}
}

// TestCoverGrowsWithThePatterns holds that looking for idle patterns leaves the
// finder as small as it was for a few, and empty for the next.
func TestCoverGrowsWithThePatterns(t *testing.T) {
	x := newIndexer()
	for i := range 2000 {
		root, err := parsePattern(fmt.Sprintf("left%d right%d", i, i))
		if err != nil {
			t.Fatal(err)
		}
		x.add(root)
	}
	c := newCover(x.seal())
	for program := range c.index.programs {
		if got, want := c.of(program), []int{program}; !slices.Equal(got, want) {
			t.Fatalf("pattern %d: got %v within it, want itself", program, got)
		}
	}
	width := len(c.index.lits)/64 + 1
	if got, want := len(c.finder.rows), 3*width; got != want { // of no word, and of two
		t.Errorf("got rows of %d words, want %d", got, want)
	}
	if slices.ContainsFunc(c.finder.rows, func(bits uint64) bool { return bits != 0 }) || len(c.finder.slips) > 0 {
		t.Error("a row is not empty for the next pattern")
	}
}

// TestIdleLeavesCrowdedWordsAlone holds that among very many patterns of one
// word only what the other words show is called idle.
func TestIdleLeavesCrowdedWordsAlone(t *testing.T) {
	var b strings.Builder
	b.WriteString("codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic:\n")
	for i := range maxHolders + 1 {
		fmt.Fprintf(&b, "        - =Zeta word%d\n", i)
	}
	b.WriteString("        - word7\n        - =Zeta\n")
	cb, err := Load("x.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	want := `x.yaml:14:11: pattern "=Zeta word7" is idle: "word7" on line 1008 finds whatever it finds`
	if got := cb.Idle(); len(got) != 1 || got[0].String() != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
