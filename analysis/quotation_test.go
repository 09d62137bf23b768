package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"thematic/corpus"
)

// quotedInput are three invented reviews in two areas, of which each of the
// quotes is a counted passage on one theme.
func quotedInput(quotes ...string) Input {
	in := Input{Themes: []Theme{{ID: "t", Label: "T"}}}
	for i := range 3 {
		c := corpus.Case{ID: fmt.Sprint("c", i), Title: "Child A", Area: []string{"North", "North", "South"}[i], Include: true, Files: []string{fmt.Sprint(i, ".pdf")}}
		in.Cases = append(in.Cases, c)
		in.Files = append(in.Files, File{File: c.Files[0], ID: corpus.ID(fmt.Sprint(i)), Status: corpus.StatusOK})
	}
	for i, q := range quotes {
		c := in.Cases[i%3]
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprint("p", i), CaseID: c.ID, File: c.Files[0], Page: 1, Theme: "t", Label: corpus.LabelDeficit,
			Status: corpus.Counted, Span: corpus.Span{Start: 100 * i, End: 100*i + 1}, Quote: q, Score: 0.9,
		})
	}
	return in
}

func TestQuotationsAreFitToStandAlone(t *testing.T) {
	const fit = "The assessment was begun in May and never finished by anybody."
	for _, quote := range []string{
		"It was begun in May and was never finished by anybody.",
		"At that meeting the assessment was not looked at by anybody.",
		"The assessment was never finished.",
		"The assessment was begun in May and never finished by Anna Bell of the town.",
		"the assessment was begun in May and never finished by anybody.",
		"The assessment was begun in May and never finished by anybody",
		"The assessment was begun in May. Nobody ever finished that assessment.",
		"The assessment was called “begun and never finished by anybody.",
	} {
		got := analysed(t, quotedInput(quote, fit)).Quotations([]Theme{{ID: "t"}}, 2)
		if len(got[0]) != 1 || got[0][0].Passage.Quote != fit {
			t.Errorf("%q beside one that is fit: got %+v", quote, got)
		}
	}
	in := quotedInput(fit)
	in.Codings[0].Confidence = 80
	if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1); len(got[0]) != 0 {
		t.Errorf("badly recognised text is quoted: %+v", got)
	}
	in = quotedInput(fit)
	in.Cases[0].Title = "The case of Anna Bell"
	if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1); len(got[0]) != 0 {
		t.Errorf("a review is quoted whose title names somebody: %+v", got)
	}
}

// TestQuotationsConcedeNothing holds that a sentence which grants something as well is
// quoted only where there is no other.
func TestQuotationsConcedeNothing(t *testing.T) {
	const granting = "Drift and delay affected several children, although inspectors saw little harm."
	const plain = "The plan was never looked at by anybody again."
	const notYet = "The plan had not yet been looked at by anybody."
	for _, tt := range []struct {
		quotes []string
		want   string
	}{{[]string{granting, plain}, plain}, {[]string{plain, granting}, plain}, {[]string{granting}, granting}, {[]string{granting, notYet}, notYet}} {
		got := analysed(t, quotedInput(tt.quotes...)).Quotations([]Theme{{ID: "t"}}, 1)
		if len(got[0]) != 1 || got[0][0].Passage.Quote != tt.want {
			t.Errorf("of %q: got %+v, want %q", tt.quotes, got, tt.want)
		}
	}
}

// TestQuotationsAreNoPraise holds that a sentence in which sound practice was found
// too, by the same words or by others of it, does not illustrate what was lacking.
func TestQuotationsAreNoPraise(t *testing.T) {
	const fit = "The assessment was begun in May and never finished by anybody."
	for _, span := range []corpus.Span{{Start: 0, End: 1}, {Start: 0, End: 60}, {Start: 20, End: 80}} {
		in := quotedInput(fit)
		in.Codings[0].Span = corpus.Span{Start: 10, End: 72}
		if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1); len(got[0]) != 1 {
			t.Fatalf("got %+v, want the quotation", got)
		}
		praise := in.Codings[0]
		praise.PassageID, praise.Label, praise.Status, praise.Span = "praise", corpus.LabelGoodPractice, corpus.Held, span
		in.Codings = append(in.Codings, praise)
		want := 0
		if span.End < 10 {
			want = 1
		}
		if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1); len(got[0]) != want {
			t.Errorf("with praise at %v: got %+v, want %d", span, got, want)
		}
	}
}

// TestQuotationsOfARuledReview: a review illustrates no theme that a person rules
// absent in it.
func TestQuotationsOfARuledReview(t *testing.T) {
	for _, present := range []bool{false, true} {
		in := quotedInput("The assessment was begun in May and never finished by anybody.")
		in.Decisions = []corpus.Decision{{CaseID: in.Cases[0].ID, Theme: "t", Present: &present, Coder: "KL"}}
		if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1)[0]; (len(got) == 1) != present {
			t.Errorf("ruled present %v: got %+v", present, got)
		}
	}
}

// TestPraiseOfALongSentence: praise drops every candidate that it overlaps, whichever
// of them begins last, and goes on counting where other praise ends before it.
func TestPraiseOfALongSentence(t *testing.T) {
	const a, b, c = "The assessment was begun in May and never finished by anybody.", "The plan was begun in June and never finished by anybody.", "The chronology was begun in July and never finished by anybody."
	in := quotedInput(a, b, c)
	for i, span := range []corpus.Span{{Start: 0, End: 100}, {Start: 10, End: 30}, {Start: 60, End: 90}} {
		p := &in.Codings[i]
		p.CaseID, p.File, p.Span = in.Cases[0].ID, in.Cases[0].Files[0], span
	}
	for i, span := range []corpus.Span{{Start: 40, End: 95}, {Start: 50, End: 52}} {
		praise := in.Codings[0]
		praise.PassageID, praise.Label, praise.Span = fmt.Sprint("praise", i), corpus.LabelGoodPractice, span
		in.Codings = append(in.Codings, praise)
	}
	got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 3)[0]
	if len(got) != 1 || got[0].Passage.Quote != b {
		t.Errorf("got %+v, want %q alone", got, b)
	}
}

// TestQuotationsSayThemselvesWhatIsFound: an item of a list says nothing of practice
// without the words above it that make it a finding.
func TestQuotationsSayThemselvesWhatIsFound(t *testing.T) {
	for cue, want := range map[string]int{"": 1, "never finished": 1, "in May\n and never": 1, "assessment, may, anybody": 1, "What needs to improve": 0} {
		in := quotedInput("The assessment was begun in May and never finished by anybody.")
		in.Codings[0].Cue = cue
		if got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 1); len(got[0]) != want {
			t.Errorf("by the words %q: got %d quotations, want %d", cue, len(got[0]), want)
		}
	}
}

func TestQuotationsAreSpread(t *testing.T) {
	in := quotedInput(
		"The health assessment was begun in May and never finished by anybody.",
		"The social assessment was begun in May and never finished by anybody.",
		"The school assessment was begun in May and never finished by anybody.",
	)
	got := analysed(t, in).Quotations([]Theme{{ID: "t"}}, 2)[0]
	if len(got) != 2 || got[0].Case.Area == got[1].Case.Area {
		t.Errorf("got %+v, want one from each area", got)
	}
}

// TestLeastIsThatOfAll: the candidates that are not read would not have been
// chosen.
func TestLeastIsThatOfAll(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	starts := []string{"The assessment", "It", "That meeting", "Professionals", "Anna Bell", "The health visitor of the two"}
	ends := []string{"never saw him, nor her, at the time", "was not completed", "said that this was so, which it was not", "passed nothing on to anybody who could have helped the two of them"}
	for range 500 {
		use := usage{make([]int, 4), make([]int, 2), make([]int, 6)}
		var candidates []candidate
		for i := range 1 + random.IntN(8) {
			quote := starts[random.IntN(len(starts))] + " " + ends[random.IntN(len(ends))] + "."
			c := candidate{place: i, quote: quote, review: random.Int32N(4), area: random.Int32N(2), words: random.Int32N(6), score: 0.5 + random.Float64()/2}
			c.obscure = obscurity(c.quote, c.score, 0)
			candidates = append(candidates, c)
		}
		for i := range use.review {
			use.review[i], use.words[i] = random.IntN(3), random.IntN(2)
		}
		want, lowest := -1, math.Inf(1)
		for i, c := range candidates {
			c.read()
			if cost := use.cost(&c); !c.unfit && cost < lowest {
				want, lowest = i, cost
			}
		}
		found := want >= 0 && use.words[candidates[want].words] == 0
		if got, ok := use.least(candidates); ok != found || ok && got.place != want {
			t.Fatalf("got candidate %d, %v, want %d, %v of %+v", got.place, ok, want, found, candidates)
		}
	}
}
