package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/themes"
)

func TestSettleKeepsWhatIsNear(t *testing.T) {
	d, _, err := ReadCSV("x.csv", []byte("id,label,near\nT-1,A,\"T-2\r\nT-1\"\nT-2,B,\"T-1\r\nT-9\"\nT-2,C,\n"))
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

// TestDraftsHoldNoControlCharacters: what a word processor left in a cell is no mistake
// of the codebook that is made of it.
func TestDraftsHoldNoControlCharacters(t *testing.T) {
	d, _, err := ReadCSV("x.csv", []byte("label,group,definition,keywords\n\"A\nb\",\"G\nh\",\"one\x0btwo\",plan\n"))
	if err != nil {
		t.Fatal(err)
	}
	d.Name = "x"
	d.Settle()
	c, err := themes.Load("x.yaml", d.YAML())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Themes[0].Label+"/"+c.Themes[0].Group+"/"+c.Themes[0].Definition, "A b/G h/one two"; got != want {
		t.Errorf("got %q, want %q", got, want)
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
