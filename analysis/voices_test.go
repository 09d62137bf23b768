package analysis

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestVoices: of one coder the later word counts, of several none unless they
// agree or one settles it.
func TestVoices(t *testing.T) {
	say := func(coder string, status corpus.CodingStatus, moved string, settles bool) corpus.Decision {
		return corpus.Decision{PassageID: "p1", Theme: "a", Coder: coder, Status: status, MovedTo: moved, Settles: settles}
	}
	for _, c := range []struct {
		name string
		said []corpus.Decision
		want string // verdict and coder, "" for none
	}{
		{"nobody", nil, ""},
		{"one changes", []corpus.Decision{say("KL", corpus.Counted, "", false), say("kl ", corpus.Held, "", false)}, "held kl "},
		{"two agree", []corpus.Decision{say("KL", corpus.Counted, "", false), say("MN", corpus.Counted, "a", false)}, "counted, moved to a MN"},
		{"two differ", []corpus.Decision{say("KL", corpus.Counted, "", false), say("MN", corpus.Counted, "b", false)}, ""},
		{"one gives way", []corpus.Decision{say("KL", corpus.Counted, "", false), say("MN", corpus.Held, "", false), say("KL", corpus.Held, "", false)}, "held KL"},
		{"a third settles", []corpus.Decision{say("KL", corpus.Counted, "", false), say("MN", corpus.Held, "", false), say("OP", corpus.Rejected, "", true)}, "rejected OP"},
		{"and is contested", []corpus.Decision{say("OP", corpus.Rejected, "", true), say("KL", corpus.Counted, "", false)}, ""},
	} {
		var v Voices
		for _, d := range c.said {
			v = v.hear(d)
		}
		got := ""
		if d, ok := v.Settled(); ok {
			got = d.Verdict() + " " + d.Coder
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestConflicts: a contested passage is held and listed, a contested cell is
// what the passages say, and both are balanced.
func TestConflicts(t *testing.T) {
	in := fixtureInput()
	yes, no := true, false
	in.Decisions = []corpus.Decision{
		{PassageID: "p1", Status: corpus.Counted, Coder: "KL"}, {PassageID: "p1", Status: corpus.Rejected, Coder: "MN"},
		{CaseID: "C4", Theme: "voice", Present: &yes, Coder: "KL"}, {CaseID: "C4", Theme: "voice", Present: &no, Coder: "MN"},
		{CaseID: "C1", Change: &corpus.CaseChange{Column: corpus.ColumnArea, Value: "X", Before: "Ambry"}, Coder: "KL"},
		{CaseID: "C1", Change: &corpus.CaseChange{Column: corpus.ColumnArea, Value: "Y", Before: "Ambry"}, Coder: "MN"},
	}
	in.Cases = DecidedCases(in.Cases, in.Decisions)
	r := analysed(t, in)
	var got []string
	for _, c := range r.Conflicts {
		got = append(got, strings.Join([]string{c.CaseID, c.PassageID, c.Theme, c.Column, c.Voices.String()}, " "))
	}
	want := []string{
		"C1   area area X by KL, area Y by MN", "C1 p1 assessment  counted by KL, rejected by MN", "C4  voice  present by KL, absent by MN",
	}
	if !slices.Equal(got, want) || r.Tally.Conflicts != 3 || r.Tally.DecidedPassages != 0 || r.Tally.DecidedCells != 0 || len(r.Orphans) > 0 {
		t.Errorf("got %q, tally %+v, orphans %+v", got, r.Tally, r.Orphans)
	}
	passages := slices.Collect(r.Passages.All())
	i := slices.IndexFunc(passages, func(p *Passage) bool { return p.PassageID == "p1" })
	if p := passages[i]; p.Status != corpus.Held || !strings.HasPrefix(p.Reason, "not settled: counted by KL, rejected by MN (before: counted") {
		t.Errorf("got %+v", p)
	}
}

// TestContestedNeutral: where one lets a neutral passage count and another does not, it is
// held as one that says that practice was lacking.
func TestContestedNeutral(t *testing.T) {
	in := fixtureInput()
	in.Codings[5].Label, in.Codings[5].Status = corpus.LabelNeutral, corpus.Rejected
	in.Decisions = []corpus.Decision{{PassageID: "p6", Status: corpus.Counted, Coder: "KL"}, {PassageID: "p6", Status: corpus.Rejected, Coder: "MN"}}
	r := analysed(t, in)
	if got := r.Matrix.Cells[1][2]; got.Status != CellHeld || got.Held != 1 {
		t.Errorf("got %+v, want it held", got)
	}
	in.Codings[5].Label = corpus.LabelGoodPractice
	if got := analysed(t, in).Matrix.Cells[1][2]; got.Status != CellAbsent || got.Held != 0 {
		t.Errorf("of good practice: got %+v, want it absent", got)
	}
}

// TestDecidedCases: changes are laid over the cases, and give way to what a
// person wrote in cases.csv since.
func TestDecidedCases(t *testing.T) {
	change := func(column, value, before string) corpus.Decision {
		return corpus.Decision{CaseID: "C1", Change: &corpus.CaseChange{Column: column, Value: value, Before: before}, Coder: "KL"}
	}
	for _, c := range []struct {
		name   string
		edited []string // columns of cases.csv
		said   []corpus.Decision
		want   string
		orphan bool
	}{
		{"all three", nil, []corpus.Decision{change("area", "North", "Ambry"), change("year", "2013", "2012"), change("include", "no", "yes")}, "North 2013 no", false},
		{"emptied", nil, []corpus.Decision{change("year", "", "2012")}, "Ambry  yes", false},
		{"twice", nil, []corpus.Decision{change("area", "North", "Ambry"), change("area", "South", "North")}, "South 2012 yes", false},
		{"edited before", []string{"area"}, []corpus.Decision{change("area", "North", "Ambry")}, "North 2012 yes", false},
		{"edited before, in other letters", []string{"area"}, []corpus.Decision{change("area", "North", "AMBRY")}, "North 2012 yes", false},
		{"edited before, in other marks", []string{"year"}, []corpus.Decision{change("year", "2013", "20.12")}, "Ambry 2012 yes", true},
		{"in other letters than other reviews", nil, []corpus.Decision{change("area", "CORRAN,", "Ambry")}, "Corran 2012 yes", false},
		{"edited since", []string{"area"}, []corpus.Decision{change("area", "North", "West")}, "Ambry 2012 yes", true},
	} {
		in := fixtureInput()
		i := slices.IndexFunc(in.Cases, func(c corpus.Case) bool { return c.ID == "C1" })
		in.Cases[i].Edited = c.edited
		in.Decisions = c.said
		in.Cases = DecidedCases(in.Cases, in.Decisions)
		r := analysed(t, in)
		var got []string
		for _, column := range corpus.CaseColumns {
			got = append(got, in.Cases[i].Column(column))
		}
		if strings.Join(got, " ") != c.want || (len(r.Orphans) > 0) != c.orphan {
			t.Errorf("%s: got %q and the orphans %+v, want %q", c.name, got, r.Orphans, c.want)
		}
		if by := in.Cases[i].LeftOutBy; (by == "KL") != strings.HasSuffix(c.want, "no") {
			t.Errorf("%s: left out by %q", c.name, by)
		}
	}
}

func TestAddedCoding(t *testing.T) {
	text := &corpus.Text{
		Body: "4.1 Nobody asked who lived there.\nNobody asked who lived there.\nShe was alone.\n",
		Pages: []corpus.Page{
			{Number: 1, Span: corpus.Span{Start: 0, End: 34}}, {Number: 2, Label: "ii", Span: corpus.Span{Start: 34, End: 79}},
		},
		Blocks:   []corpus.Block{{Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 0, End: 33}, Number: "4.1"}, {Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 34, End: 63}}, {Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 64, End: 78}}},
		Sections: []corpus.Section{{Kind: corpus.SectionFindings, Title: "Findings"}},
	}
	for _, c := range []struct {
		quote  string
		page   int
		want   corpus.Span
		reason string
	}{
		{"nobody asked who lived there", 1, corpus.Span{Start: 4, End: 32}, ""},
		{"She was alone", 0, corpus.Span{Start: 64, End: 77}, ""},
		{"nobody asked who", 0, corpus.Span{}, "stand 2 times in the file, on pages 1, 2: give"},
		{"She was alone", 1, corpus.Span{}, "do not stand on page 1 but on page 2"},
		{"She was never alone", 0, corpus.Span{}, "do not stand in the text"},
	} {
		got, reason := AddedCoding(corpus.Decision{PassageID: "a1", Theme: "voice", File: "a.pdf", Page: c.page, Quote: c.quote}, text)
		if got.Span != c.want || !strings.Contains(reason, c.reason) || (reason == "") != (c.reason == "") {
			t.Errorf("%q on page %d: got %v, %q", c.quote, c.page, got.Span, reason)
		}
		if c.page == 1 && reason == "" && (got.Page != 1 || got.Section != corpus.SectionFindings || got.Paragraph != "4.1" || got.Quote != "Nobody asked who lived there") {
			t.Errorf("got %+v", got)
		}
	}
}

// TestAddedCodingWithoutPages: a page that a person gave of a file without pages
// says nothing, be it 1 or what another program made of it.
func TestAddedCodingWithoutPages(t *testing.T) {
	text := &corpus.Text{
		Body: "She was alone.\nNobody asked.\nNobody asked.\n", Pages: []corpus.Page{{Number: 1, Span: corpus.Span{Start: 0, End: 43}}},
		Blocks: []corpus.Block{{Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 0, End: 14}}, {Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 15, End: 28}}, {Kind: corpus.BlockParagraph, Span: corpus.Span{Start: 29, End: 42}}},
	}
	for page := range 3 {
		if got, reason := AddedCoding(corpus.Decision{Page: page, Quote: "She was alone"}, text); reason != "" || got.Page != 0 || got.Span.End != 13 {
			t.Errorf("page %d: got %+v, %q", page, got, reason)
		}
		if _, reason := AddedCoding(corpus.Decision{Page: page, Quote: "Nobody"}, text); reason != "its words stand 2 times in the file: give more of them" {
			t.Errorf("page %d: got %q", page, reason)
		}
		if got, reason := AddedCoding(corpus.Decision{Page: page, Quote: "Nobody asked."}, text); reason != "" || got.Span.Start != 15 {
			t.Errorf("page %d: got %+v, %q, want the first of the two sentences", page, got, reason)
		}
	}
}

// TestAddedWordsOnManyPages: of many pages the first are named, each once.
func TestAddedWordsOnManyPages(t *testing.T) {
	text := &corpus.Text{}
	for page := range 9 {
		start := len(text.Body)
		text.Body += strings.Repeat("She was alone. ", 2) + "\n"
		text.Pages = append(text.Pages, corpus.Page{Number: page + 1, Span: corpus.Span{Start: start, End: len(text.Body)}})
		text.Blocks = append(text.Blocks, corpus.Block{Kind: corpus.BlockParagraph, Span: corpus.Span{Start: start, End: len(text.Body) - 1}})
	}
	for page, want := range map[int]string{
		0:  "its words stand 18 times in the file, on pages 1, 2, 3, 4, 5 and 4 more: give the page, or more words",
		12: "its words do not stand on page 12 but on pages 1, 2, 3, 4, 5 and 4 more",
		2:  "its words stand 2 times on page 2: give more of them",
	} {
		if _, got := AddedCoding(corpus.Decision{PassageID: "a1", Theme: "voice", File: "a.pdf", Page: page, Quote: "She was"}, text); got != want {
			t.Errorf("page %d: got %q, want %q", page, got, want)
		}
	}
	if got, reason := AddedCoding(corpus.Decision{Page: 2, Quote: "She was alone."}, text); reason != "" || got.Page != 2 || got.Span.Start != text.Pages[1].Span.Start {
		t.Errorf("got %+v, %q, want the first sentence of page 2", got, reason)
	}
}
