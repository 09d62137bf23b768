package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"thematic/themes"
)

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

// TestQuantedaKeysNameGroupAndTheme holds which keys of a dictionary are groups, which
// a theme, and which a kind of pattern.
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
		"  - {id: a, label: A, patterns: {topic: [plan, \"[no] plan\", \"no <3> plan\", \"organi?ation\", \"=GP\"]}}\n"+
		"  - {id: b, label: B, patterns: {topic: [{regex: 'OS-\\d'}]}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	lost, err := WriteLIWC(&b, c)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "%\n1\ta\n%\nGP\t1\nno plan\t1\nplan\t1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, want := range []string{"the gaps in patterns (1)", "1 phrase with ?", "themes of which no pattern is left: b", "as =GP does (1)"} {
		if !slices.ContainsFunc(lost, func(l string) bool { return strings.Contains(l, want) }) {
			t.Errorf("%q is not among what is lost: %q", want, lost)
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
