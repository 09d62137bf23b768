package analysis

import (
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
)

// quoted is a decision on the fixture's passage of that index, whose id has
// changed since.
func quoted(in Input, i int) corpus.Decision {
	c := in.Codings[i]
	return corpus.Decision{
		PassageID: "old" + c.PassageID, Theme: c.Theme, Status: corpus.Rejected, File: c.File,
		Label: c.Label, Quote: c.Quote, Coder: "KL", Time: "2026-01-01T00:00:00Z",
	}
}

func TestMove(t *testing.T) {
	in := fixtureInput()
	in.Decisions = []corpus.Decision{
		{PassageID: "p3", Theme: "curiosity", Status: corpus.Counted, MovedTo: "voice", Coder: "KL", Comment: "about her"},
		{PassageID: "p1", Theme: "assessment", Status: corpus.Held, MovedTo: "curiosity", Coder: "KL"},
		{PassageID: "p2", Theme: "assessment", Status: corpus.Rejected, Coder: "KL"},
	}
	r := analysed(t, in)
	if len(r.Orphans) > 0 {
		t.Fatalf("got orphans %+v", r.Orphans)
	}
	want := map[string]CellStatus{"assessment": CellAbsent, "curiosity": CellHeld, "voice": CellCounted}
	for j, theme := range r.Matrix.Themes {
		if got := r.Matrix.Cells[0][j].Status; r.Matrix.Cases[0].ID != "C1" || got != want[theme.ID] {
			t.Errorf("%s in C1: got %s, want %s", theme.ID, got, want[theme.ID])
		}
	}
	for p := range r.Passages.All() {
		if p.PassageID != "p3" {
			continue
		}
		if p.Theme != "voice" || p.ThemeLabel != "Voice of the child" || p.Status != corpus.Counted ||
			!strings.Contains(p.Reason, `moved here from "Lack of professional curiosity" by KL: about her (before: counted`) {
			t.Errorf("the moved passage: %+v", p)
		}
	}
}

// TestNeutral: a person may let count what the coder took for neutral.
func TestNeutral(t *testing.T) {
	for status, want := range map[corpus.CodingStatus]CellStatus{corpus.Counted: CellCounted, corpus.Held: CellHeld, corpus.Rejected: CellAbsent} {
		in := fixtureInput()
		in.Codings[5].Label, in.Codings[5].Status = corpus.LabelNeutral, corpus.Rejected
		in.Decisions = []corpus.Decision{{PassageID: "p6", Status: status, Coder: "KL"}}
		r := analysed(t, in)
		if got := r.Matrix.Cells[1][2].Status; r.Matrix.Cases[1].ID != "C2" || got != want {
			t.Errorf("%s: got %s, want %s", status, got, want)
		}
		for p := range r.Passages.All() {
			if was := strings.Contains(p.Reason, ", neutral)"); p.PassageID == "p6" && was != (status != corpus.Rejected) {
				t.Errorf("%s: the reason is %q", status, p.Reason)
			}
		}
	}
}

func TestAnchoredAgain(t *testing.T) {
	const long = "The assessment stopped at the door and nobody went in to see how she was or where she slept that night"
	base := func() Input {
		in := fixtureInput()
		in.Decisions = nil
		in.Codings[6].Quote = long
		return in
	}
	for _, c := range []struct {
		name   string
		index  int // of the coding decided on
		change func(*Input, *corpus.Decision)
		want   string // id of the passage, or the reason of the orphan
	}{
		{"same words, other spacing", 6, func(in *Input, d *corpus.Decision) { d.Quote = strings.ReplaceAll(long, " ", "\n ") + "." }, "p7"},
		{"longer passage now", 6, func(in *Input, d *corpus.Decision) { d.Quote = long[:90] }, "p7"},
		{"shorter passage now", 6, func(in *Input, d *corpus.Decision) { d.Quote = "3.1 " + long + ". And so on." }, "p7"},
		{"renamed file", 6, func(in *Input, d *corpus.Decision) {
			d.Document, in.Codings[6].Document, d.File = "ab", "ab", "was.pdf"
		}, "p7"},
		{"new edition", 6, func(in *Input, d *corpus.Decision) { d.Document, in.Codings[6].Document = "ab", "cd" }, "p7"},
		{"too few words in common", 0, func(in *Input, d *corpus.Decision) { d.Quote = "Risk was never" }, "none of the same document"},
		{"other words", 6, func(in *Input, d *corpus.Decision) { d.Quote = strings.Replace(long, "door", "gate", 1) }, "none of the same document"},
		{"other document", 6, func(in *Input, d *corpus.Decision) { d.File = "a.pdf" }, "none of the same document"},
		{"other theme", 6, func(in *Input, d *corpus.Decision) { d.Theme = "voice" }, "none of the same document"},
		{"other label", 6, func(in *Input, d *corpus.Decision) { d.Label = corpus.LabelGoodPractice }, "none of the same document"},
		{"nothing quoted", 6, func(in *Input, d *corpus.Decision) { d.Quote = "" }, "none of the same document"},
		{"twice", 0, func(in *Input, d *corpus.Decision) { in.Codings[1].File, in.Codings[1].Quote = "a.pdf", d.Quote }, "several"},
		{"decided before", 6, func(in *Input, d *corpus.Decision) {
			in.Decisions = []corpus.Decision{{PassageID: "p7", Status: corpus.Held, Coder: "KL"}}
		}, "p7"},
	} {
		in := base()
		d := quoted(in, c.index)
		c.change(&in, &d)
		in.Decisions = append(in.Decisions, d)
		r := analysed(t, in)
		got := ""
		for p := range r.Passages.All() {
			if p.Decision != nil && p.Decision.PassageID == d.PassageID {
				got = p.PassageID
				if p.Status != corpus.Rejected || !strings.Contains(p.Reason, "known again by its words") {
					t.Errorf("%s: got %s, %q", c.name, p.Status, p.Reason)
				}
			}
		}
		for _, o := range r.Orphans {
			got += o.Reason
		}
		if !strings.Contains(got, c.want) || len(r.Orphans) > 1 || len(c.want) < 3 != (len(r.Orphans) == 0) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestDecisionsMeet: of decisions on passages that are one now the later of one
// coder counts, and coders who differ are in conflict.
func TestDecisionsMeet(t *testing.T) {
	in := fixtureInput()
	first, second := quoted(in, 6), quoted(in, 6)
	second.PassageID, second.Status = "older", corpus.Held
	overruled := first
	overruled.Status = corpus.Counted
	in.Decisions = []corpus.Decision{overruled, first, second}
	r := analysed(t, in)
	if got, _ := StandingOf(in).said[thing{passage: "p7"}].Settled(); got.PassageID != "older" || got.Status != corpus.Held {
		t.Errorf("got %+v, want the later decision", got)
	}
	if len(r.Orphans) > 0 || len(r.Conflicts) > 0 {
		t.Errorf("got orphans %+v, conflicts %+v", r.Orphans, r.Conflicts)
	}
	second.Coder = "MN"
	in.Decisions = []corpus.Decision{first, second}
	if r = analysed(t, in); len(r.Conflicts) != 1 || r.Conflicts[0].PassageID != "p7" {
		t.Errorf("got conflicts %+v, want one on p7", r.Conflicts)
	}
}

// TestSettledBefore: what a coder said before somebody settled a passage is known until
// the coder says something else.
func TestSettledBefore(t *testing.T) {
	in := fixtureInput()
	said := func(coder string, status corpus.CodingStatus, settles bool) corpus.Decision {
		return corpus.Decision{PassageID: "p7", Theme: in.Codings[6].Theme, Status: status, Coder: coder, Settles: settles}
	}
	first, settles := said("KL", corpus.Rejected, false), said("OP", corpus.Counted, true)
	for _, c := range []struct {
		name string
		said []corpus.Decision
		want bool
	}{
		{"nobody settled it", []corpus.Decision{first}, false},
		{"settled", []corpus.Decision{first, settles}, true},
		{"settled, and said again", []corpus.Decision{first, settles, said("KL", corpus.Held, false)}, false},
		{"another said something since", []corpus.Decision{first, settles, said("MN", corpus.Held, false)}, true},
		{"said nothing before", []corpus.Decision{settles}, false},
	} {
		in.Decisions = c.said
		before, by, ok := StandingOf(in).Settled(first, "p7")
		if ok != c.want || ok && (before.Status != corpus.Rejected || by.Coder != "OP") {
			t.Errorf("%s: got %+v by %+v, %v, want %v", c.name, before, by, ok, c.want)
		}
	}
}

// TestRuling: what stands for a theme that a person rules absent in its review is no
// longer evidence of it, whoever counts the passage; sound practice is, and a theme
// ruled present leaves its passages as they are.
func TestRuling(t *testing.T) {
	for _, present := range []bool{false, true} {
		in := fixtureInput()
		praise := in.Codings[0]
		praise.PassageID, praise.Label = "p10", corpus.LabelGoodPractice
		in.Codings = append(in.Codings, praise)
		in.Decisions = []corpus.Decision{
			{PassageID: "p2", Theme: "assessment", Status: corpus.Counted, Coder: "MN"},
			{PassageID: "p3", Theme: "curiosity", Status: corpus.Counted, MovedTo: "assessment", Coder: "MN"},
			{CaseID: "C1", Theme: "assessment", Present: &present, Coder: "KL", Comment: "of another family"},
		}
		r := analysed(t, in)
		const reason = "the theme is ruled absent in this review by KL: of another family; otherwise counted: "
		want, passages := corpus.Rejected, 1
		if present {
			want, passages = corpus.Counted, 4
		}
		for p := range r.Passages.All() {
			if p.CaseID != "C1" {
				continue
			}
			want := want
			if p.Label == corpus.LabelGoodPractice {
				want = corpus.Counted
			}
			if p.Status != want || strings.HasPrefix(p.Reason, reason) != (want == corpus.Rejected) {
				t.Errorf("ruled present %v: %s is %s, want %s: %s", present, p.PassageID, p.Status, want, p.Reason)
			}
		}
		for _, p := range r.Prevalence {
			if got := p.SectionList(); p.Theme.ID == "assessment" && (p.Passages != passages || got != fmt.Sprintf("findings %d", passages) || p.GoodPractice != 1) {
				t.Errorf("ruled present %v: got %d passages, %s, good practice in %d, want %d, all in findings, 1", present, p.Passages, got, p.GoodPractice, passages)
			}
		}
	}
}
