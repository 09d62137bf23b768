package analysis

import (
	"strings"
	"testing"

	"thematic/corpus"
)

// TestNoTheme: who says that a sentence speaks of no theme says so of every passage of its
// words on which somebody decides, before or since; alone it counts nothing, and the
// sentence is not proposed again.
func TestNoTheme(t *testing.T) {
	const quote = "The plan drifted, and nobody said so."
	where := func(d corpus.Decision) corpus.Decision {
		d.Document, d.File, d.Page, d.Quote = "1", "a.pdf", 3, quote
		return d
	}
	none := func(coder string) corpus.Decision {
		return where(corpus.Decision{PassageID: "n1", NoTheme: true, Status: corpus.Rejected, Coder: coder})
	}
	of := func(coder, theme string) corpus.Decision {
		return where(corpus.Decision{PassageID: "a" + theme, Theme: theme, Label: corpus.LabelDeficit, Added: true, Status: corpus.Counted, Coder: coder})
	}
	settles := func(d corpus.Decision) corpus.Decision {
		d.Settles = true
		return d
	}
	other := none("KL")
	other.Page, other.PassageID = 4, "n2"
	for name, c := range map[string]struct {
		said      []corpus.Decision
		status    corpus.CodingStatus // of the passage of voice
		conflicts int
		dismissed bool
		none      int // sentences that are said to speak of no theme
	}{
		"none alone":                     {[]corpus.Decision{none("KL")}, corpus.Rejected, 0, true, 1},
		"by two":                         {[]corpus.Decision{none("KL"), none("MN")}, corpus.Rejected, 0, true, 1},
		"none, and then a theme":         {[]corpus.Decision{none("KL"), of("KL", "voice")}, corpus.Counted, 0, true, 0},
		"a theme, and then none":         {[]corpus.Decision{of("KL", "voice"), none("KL")}, corpus.Rejected, 0, true, 1},
		"none, another's theme":          {[]corpus.Decision{none("KL"), of("MN", "voice")}, corpus.Held, 1, true, 1},
		"a theme, another's none":        {[]corpus.Decision{of("MN", "voice"), none("KL")}, corpus.Held, 1, true, 1},
		"two themes, another's none":     {[]corpus.Decision{of("MN", "voice"), of("MN", "curiosity"), none("KL")}, corpus.Held, 2, true, 1},
		"none settles":                   {[]corpus.Decision{of("MN", "voice"), settles(none("KL"))}, corpus.Rejected, 0, true, 1},
		"a theme settles":                {[]corpus.Decision{none("KL"), settles(of("MN", "voice"))}, corpus.Counted, 0, true, 1},
		"of the words on another page":   {[]corpus.Decision{of("MN", "voice"), other}, corpus.Counted, 0, false, 1},
		"a theme alone dismisses none":   {[]corpus.Decision{of("MN", "voice")}, corpus.Counted, 0, false, 0},
		"nobody said anything":           {nil, corpus.Rejected, 0, false, 0},
		"none, of an edition gone since": {[]corpus.Decision{func() corpus.Decision { d := none("KL"); d.Document, d.Page = "0", 9; return d }()}, corpus.Rejected, 0, true, 1},
	} {
		in := fixtureInput()
		in.Decisions = c.said
		for _, theme := range []string{"voice", "curiosity"} {
			in.Codings = append(in.Codings, corpus.Coding{
				PassageID: "a" + theme, CaseID: "C1", Document: "1", File: "a.pdf", Page: 3, Theme: theme, Label: corpus.LabelDeficit,
				Status: corpus.Rejected, Rule: RuleAdded, Quote: quote, Span: corpus.Span{Start: 900, End: 930},
			})
		}
		r := analysed(t, in)
		for p := range r.Passages.All() {
			if p.PassageID == "avoice" && p.Status != c.status {
				t.Errorf("%s: the passage is %s (%s), want %s", name, p.Status, p.Reason, c.status)
			}
		}
		got := r.Dismissed(&corpus.Coding{Document: "1", File: "a.pdf", Page: 3, Quote: strings.ToUpper(quote)})
		if len(r.Conflicts) != c.conflicts || got != c.dismissed || len(r.Orphans) > 0 {
			t.Errorf("%s: got %d conflicts, dismissed %v, orphans %v, want %d, %v and none", name, len(r.Conflicts), got, r.Orphans, c.conflicts, c.dismissed)
		}
		if r.Tally.Dismissed != c.none {
			t.Errorf("%s: %d sentences are said to speak of no theme, want %d", name, r.Tally.Dismissed, c.none)
		}
	}
}

// TestSentenceKnownAgain: a sentence is known by its words, which may be part of a longer
// one if they are enough.
func TestSentenceKnownAgain(t *testing.T) {
	const long = "the plan drifted from month to month and nobody in the core group said so aloud"
	of := func(document corpus.ID, file string, page int, quote string) sentence {
		return sentence{document, file, page, letters(quote)}
	}
	here := of("1", "a.pdf", 3, long)
	for _, c := range []struct {
		other sentence
		want  bool
	}{
		{of("1", "a.pdf", 3, "The plan drifted, from month to month – and nobody in the core group said so aloud."), true},
		{of("1", "moved.pdf", 0, long), true},
		{of("2", "a.pdf", 8, long), true},
		{of("2", "b.pdf", 3, long), false},
		{of("1", "a.pdf", 4, long), false},
		{of("1", "a.pdf", 3, "Chair's note. "+long), true},
		{of("1", "a.pdf", 3, "the plan drifted"), false},
	} {
		if got := here.same(c.other); got != c.want || c.other.same(here) != c.want {
			t.Errorf("%+v: got %v, want %v", c.other, got, c.want)
		}
	}
}
