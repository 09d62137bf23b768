package briefing

import (
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// coverage says how many reviews, from where and when. Where none of them is a review
// of a case it says what they are.
func (w *writer) coverage() string {
	if w.reviews() == 0 {
		return "No reviews were counted"
	}
	text := corpus.Quantity(w.reviews(), "review")
	if w.noReview() {
		text = corpus.All(kindsOf(w.result.Matrix.Cases, nil))
	}
	if areas := w.areas(); areas != "" {
		text += " from " + areas
	}
	if years := w.years(); years != "" {
		text += ", published " + years
	}
	return text
}

// mostAreas is how many areas are named one by one.
const mostAreas = 4

// areas names the areas, with the number of reviews where there are several.
func (w *writer) areas() string {
	var known []string
	unknown := 0
	for _, g := range w.result.ByArea {
		if g.Area == "" {
			unknown = g.Reviews
			continue
		}
		known = append(known, fmt.Sprintf("%s (%s)", g.Area, corpus.Digits(g.Reviews)))
	}
	switch {
	case len(known) == 0:
		return ""
	case len(known) == 1 && unknown == 0:
		return w.result.ByArea[0].Area
	case len(known) > mostAreas:
		known = []string{fmt.Sprintf("%d areas", len(known))}
	}
	if unknown > 0 {
		known = append(known, analysis.UnknownAreas(unknown))
	}
	return corpus.All(known)
}

// years is the first and the last year, or those of two reviews.
func (w *writer) years() string {
	first, last := w.result.Years()
	switch {
	case first == 0:
		return ""
	case first == last:
		return fmt.Sprintf("in %d", first)
	case w.reviews() == 2:
		return fmt.Sprintf("in %d and %d", first, last)
	}
	return fmt.Sprintf("from %d to %d", first, last)
}

// undated is the number of reviews whose year is not known.
func (w *writer) undated() int {
	for _, g := range w.result.ByYear {
		if g.Year == 0 {
			return g.Reviews
		}
	}
	return 0
}

// scope says what this briefing is about.
func (w *writer) scope() string {
	if w.reviews() == 0 {
		return "This briefing would count such weaknesses, but no document in the folder is a review that counts."
	}
	undated := ""
	if n := w.undated(); n > 0 {
		undated = " The year of " + corpus.Digits(n) + " of them is not known."
		if n == w.reviews() {
			undated = plural(n, " When it was published is not known.", " When they were published is not known.")
		}
	}
	return fmt.Sprintf("This briefing counts such weaknesses in %s.%s It is about professional practice alone: what a review says of "+
		"%s or of outside circumstances is %s.", w.coverage(), undated, w.subject().family, w.elsewhere())
}

// whoseWords says that no child has said what the themes are called.
func (w *writer) whoseWords() string {
	if !w.voiced {
		return ""
	}
	return " The themes are called here by what a child might have said of them. The codebook has these words: they are no quotations, and within a sentence they stand in square brackets."
}

// subject has the words for the people whom the reviews are about.
type subject struct {
	one      string // whom a review is about
	family   string // those of whom a review speaks and whose conduct is no practice
	everyone string // those for whom services work
}

func (w *writer) subject() subject {
	if w.result.Person() == "adult" {
		return subject{"an adult with care and support needs", "the adult, of relatives", "adults"}
	}
	return subject{"a child", "parents, of the child", "children"}
}

// elsewhere says what became of circumstances.
func (w *writer) elsewhere() string {
	if w.result.Beside != nil {
		return "counted apart, at the end"
	}
	return "not counted"
}

// reading says what came of the files, and how many reviews they make.
func (w *writer) reading() string {
	t := w.result.Tally
	ok := t.Statuses[corpus.StatusOK]
	var text string
	switch {
	case t.Files == 0:
		return "The folder held no files."
	case ok == t.Files:
		text = plural(ok, "The one file", plural(ok-1, "Both files", fmt.Sprintf("All %s files", corpus.Digits(ok)))) +
			" in the folder " + plural(ok, "was", "were") + " read in full."
	default:
		text = fmt.Sprintf("Of %s in the folder, %s %s read in full; %s. Each is listed, with the reason, in tables/files.csv.",
			corpus.Quantity(t.Files, "file"), corpus.Digits(ok), plural(ok, "was", "were"), corpus.All(w.unread()))
	}
	if w.reviews() == 0 {
		return text
	}
	text += " The count is of reviews, not of files"
	if !w.noReview() {
		text += ": a full report and its executive summary are one review"
	}
	return text + fmt.Sprintf(". %s %s.",
		plural(w.reviews(), "The one review counted is known from", fmt.Sprintf("The %s reviews counted are known from", corpus.Digits(w.reviews()))),
		corpus.All(kindsOf(w.result.Matrix.Cases, nil)))
}

// unread says what came of the files that were not read in full.
func (w *writer) unread() []string {
	var rest []string
	for _, s := range []struct {
		status    corpus.Status
		one, more string
	}{
		{corpus.StatusPartial, "was read in part", "were read in part"},
		{corpus.StatusNeedsOCR, "is a scan without text", "are scans without text"},
		{corpus.StatusFailed, "could not be read", "could not be read"},
		{corpus.StatusEmpty, "is empty", "are empty"},
		{corpus.StatusSkipped, "was passed over (of another kind, or a link)", "were passed over (of other kinds, links, or left behind by systems)"},
		{corpus.StatusDuplicate, "is a copy of another", "are copies of others"},
	} {
		if n := w.result.Tally.Statuses[s.status]; n > 0 {
			rest = append(rest, corpus.Digits(n)+" "+plural(n, s.one, s.more))
		}
	}
	return rest
}

// countOf is how many of the reviews counted are of a kind that is asked for.
func (w *writer) countOf(asked func(corpus.Kind) bool) int {
	n := 0
	for _, c := range w.result.Matrix.Cases {
		if asked(c.Kind) {
			n++
		}
	}
	return n
}

// kindsOf names the kinds of document by which reviews are known, all or those that
// are asked for, each with its reviews.
func kindsOf(cases []corpus.Case, asked func(corpus.Kind) bool) []string {
	count := map[corpus.Kind]int{}
	for _, c := range cases {
		count[c.Kind]++
	}
	var kinds []string
	for _, k := range append([]corpus.Kind{""}, corpus.Kinds...) {
		if n := count[k]; n > 0 && (asked == nil || asked(k)) {
			one, more := kindName(k)
			kinds = append(kinds, plural(n, "one "+one, corpus.Digits(n)+" "+more))
		}
	}
	return kinds
}

// mostLeftOut is how many documents that do not count are named, and
// longestTitle how many characters of their titles.
const (
	mostLeftOut  = 5
	longestTitle = 80
)

// leftOut names what was read and does not count, or gives its kinds where the
// briefing is to name no document.
func (w *writer) leftOut() []Block {
	out := slices.DeleteFunc(slices.Clone(w.result.Cases), func(c corpus.Case) bool { return c.Include })
	if len(out) == 0 {
		return nil
	}
	if w.noQuotations {
		return []Block{paragraph("Read and not counted as a review: " + corpus.All(kindsOf(out, nil)) + ".")}
	}
	var items []string
	for _, c := range out[:min(mostLeftOut, len(out))] {
		kind, _ := kindName(c.Kind)
		if c.Kind.AppraisesPractice() {
			kind += ", " + c.LeftOut()
		}
		items = append(items, fmt.Sprintf("%s (%s)", corpus.Shorten(corpus.CleanLine(c.Title), longestTitle), kind))
	}
	if n := len(out) - mostLeftOut; n > 0 {
		items = append(items, fmt.Sprintf("and %d more, listed in tables/cases.csv", n))
	}
	return []Block{paragraph("Read and not counted as a review: " + strings.Join(items, "; ") + ".")}
}

// method says what makes a theme present.
func (w *writer) method() string {
	model, unlikely := "", ""
	if w.result.Model != "" {
		model = ", and judged by a small statistical model learnt from coded passages"
		unlikely = ", or what the model finds unlikely"
	}
	return fmt.Sprintf("The text was compared, sentence by sentence, with a codebook of %s%s. A theme is present in a review when at "+
		"least one passage says, in the review’s own voice and about "+w.about()+", that practice fell short, or when a person has so decided. Terms of reference, "+
		"definitions, research, remarks about the family or about the review itself do not count, and nor does praise. What is "+
		"less certain, such as a recommendation, a bare chronology or the view of somebody else%s, is held for a person to decide "+
		"and is not counted until then.", corpus.Quantity(len(w.result.Themes), "theme"), model, unlikely)
}

// passages says how many there are of each status.
func (w *writer) passages() string {
	t := w.result.Tally
	if t.Passages == 0 {
		return "No passage was found that speaks of any of the themes."
	}
	short := 0
	for _, p := range w.result.Prevalence {
		short += p.Passages
	}
	text := fmt.Sprintf("In all, %s found: %s counted, %s held and %s rejected, each with its reason. Of those counted, %s %s that practice fell short",
		corpus.Quantity(t.Passages, "passage")+" "+plural(t.Passages, "was", "were"),
		corpus.Digits(t.Codings[corpus.Counted]), corpus.Digits(t.Codings[corpus.Held]), corpus.Digits(t.Codings[corpus.Rejected]), corpus.Digits(short), plural(short, "says", "say"))
	if t.ByModel > 0 {
		text += fmt.Sprintf(", and %s %s found by the model alone", corpus.Digits(t.ByModel), plural(t.ByModel, "was", "were"))
	}
	return text + "."
}

// checked says how much of it a person has decided: sentences that follow on
// those about the passages.
func (w *writer) checked() string {
	t := w.result.Tally
	text := ""
	switch {
	case t.DecidedPassages+t.DecidedCells > 0:
		text = " A person has " + corpus.All(w.decided()) + ". Those decisions hold; what nobody has decided stands as the program read it."
		if upheld := t.Upheld.String(); upheld != "" {
			text += " " + upheld
		}
	case t.Passages > 0:
		text = " No person has checked them yet: take the figures as a proposal."
	}
	if n := len(w.result.Orphans); n > 0 {
		text += fmt.Sprintf(" Decisions that could not be applied, because what they were about is no longer there: %s "+
			"(listed in coded.xlsx).", corpus.Digits(n))
	}
	return text
}

// decided says what a person has decided.
func (w *writer) decided() []string {
	var parts []string
	if n := w.result.Tally.DecidedPassages; n > 0 {
		parts = append(parts, "decided on "+corpus.Quantity(n, "passage"))
	}
	if n := w.result.Tally.DecidedCells; n > 0 {
		parts = append(parts, "ruled "+plural(n, "once", fmt.Sprintf("%d times", n))+" whether a theme is present in a review")
	}
	return parts
}

// limits lists the cautions.
func (w *writer) limits() []Block {
	if items := w.cautions(); len(items) > 0 {
		return []Block{bullets(items...)}
	}
	return nil
}

// cautions say how far the numbers can be trusted; where there are none, nothing.
func (w *writer) cautions() []string {
	n := w.reviews()
	if n == 0 {
		return nil
	}
	items := []string{"That a theme was not found does not mean practice was good; authors choose what to report."}
	if n == 1 {
		items = append(items, "One review shows what happened in "+w.where()+", and no more than that.")
	} else {
		items = append(items, "Percentages are of all reviews counted, whether or not the subject could arise in each of them.", chance(n))
	}
	unmeasured := ""
	if w.result.Model == "" {
		unmeasured = " No such model was used here, where it may be more."
	}
	items = append(items, "The program misses much of what is said in unusual words, and counts passages that a careful reader would not: one in three where that was "+
		"measured, with the built-in codebook and its statistical model."+unmeasured+" Every passage can be checked and overruled.")
	items = append(items, w.standsFor()...)
	if w.summaries() > 0 {
		items = append(items, "Where only an executive summary was read, themes may be missing: it says less than a full report.")
	}
	return items
}

// chance says how little a small number of reviews can show.
func chance(n int) string {
	return fmt.Sprintf("With %s, one more or less with a theme moves its percentage by %s points. The 95%% interval (Wilson) is "+
		"how far chance alone could move it, were these reviews a sample.",
		corpus.Quantity(n, "review"), strings.TrimSuffix(fmt.Sprintf("%.1f", 100/float64(n)), ".0"))
}

// summaries is the number of reviews known from a summary alone.
func (w *writer) summaries() int {
	return w.countOf(func(k corpus.Kind) bool { return k == corpus.KindSummary })
}
