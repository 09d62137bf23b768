package agreement

import (
	"strings"
	"testing"
)

// TestUnfilledSample: of a review of which a coder has said nothing yet, nothing is
// compared; and who found a theme and listed no passage did not say that there is none.
func TestUnfilledSample(t *testing.T) {
	first := Coder{Name: "first", Reviews: []string{"r1", "r2"}, Themes: []string{"risk"}, Marks: []Mark{
		{Review: "r1", Theme: "risk", Quote: "Nobody asked.", Marked: true}, {Review: "r2", Theme: "risk", Quote: "Nobody came.", Marked: true},
	}}
	for _, test := range []struct {
		cells map[Cell]bool
		units int
		want  string
		not   string
	}{
		{nil, 0, "Note: nothing is filled in yet in second\n", "on average"},
		{map[Cell]bool{{"r2", "risk"}: false}, 1, "1 unit judged by two coders or more, 50% of them", "filled in"},
		{map[Cell]bool{{"r1", "risk"}: true, {"r2", "risk"}: false}, 1, "Note: second lists no passage of 1 review in which it says that a theme is present: no passage of these is compared\n", "filled in"},
	} {
		second := Coder{Name: "second", Reviews: first.Reviews, Themes: first.Themes, Sample: true, Task: ChoosePassages, Cells: test.cells}
		r, err := Compare([]Coder{first, second}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := r.WriteText(&b); err != nil {
			t.Fatal(err)
		}
		positive := r.ByPassage.Overall.Figures[1]
		if got := b.String(); r.ByPassage.Overall.Units != test.units || positive.Defined != (test.units > 0) || !strings.Contains(got, test.want) || strings.Contains(got, test.not) {
			t.Errorf("%v: got %d units, %+v and\n%s\nwant %d, %q and no %q", test.cells, r.ByPassage.Overall.Units, positive, got, test.units, test.want, test.not)
		}
	}
}

// TestWhole: few is not none, and nearly all is not all.
func TestWhole(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.002: "<1%", 0.005: "1%", 0.125: "13%", 0.994: "99%", 0.998: ">99%", 1: "100%"} {
		if got := whole(share, true); got != want {
			t.Errorf("%v: got %s, want %s", share, got, want)
		}
	}
	if got := whole(0, false); got != "n/a" {
		t.Errorf("not known: got %s, want n/a", got)
	}
}

func TestNothingHasNoSign(t *testing.T) {
	for _, tt := range []struct {
		x       float64
		defined bool
		want    string
	}{{-0.0004, true, "0.000"}, {-0.0006, true, "-0.001"}, {0, true, "0.000"}, {-10, true, "-10.000"}, {0.5, false, "n/a"}} {
		if got := shown(tt.x, tt.defined, "%.3f"); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.x, got, tt.want)
		}
	}
}

// TestThemesAreCalledByTheirNames: on the screen, where a coder says them, and in the
// order of these.
func TestThemesAreCalledByTheirNames(t *testing.T) {
	first := Coder{Name: "first", Reviews: []string{"r1"}, Themes: []string{"risk", "voice", "work"}, Cells: map[Cell]bool{{"r1", "risk"}: true, {"r1", "voice"}: true, {"r1", "work"}: true}}
	second := first
	second.Name, second.Cells = "second", map[Cell]bool{{"r1", "risk"}: false, {"r1", "voice"}: false, {"r1", "work"}: false}
	second.Names = map[string]string{"risk": "Weak assessment of risks, of any kind", "work": "Agencies not joined up"}
	r, err := Compare([]Coder{first, second}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\n  Agencies not joined up ", "\n  Weak assessment of risks, o… ", "\n  voice ", "review r1, Weak assessment of risks, of any kind: present / absent", "review r1, voice: "} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("got\n%s\nwant it to hold %q", b.String(), want)
		}
	}
	if said := b.String(); strings.Index(said, "\n  Agencies not") > strings.Index(said, "\n  Weak assessment") {
		t.Errorf("themes are not in the order of their names:\n%s", said)
	}
}
