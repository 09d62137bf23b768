package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
)

// leadingThemes is how many themes the summary names.
const leadingThemes = 10

// printSummary says in a screenful what was met, found and written.
func printSummary(w io.Writer, o *project.Outcome) error {
	var b strings.Builder
	writeFiles(&b, o)
	writeReviews(&b, o)
	writeThemes(&b, o.Summary)
	writeOverlap(&b, o.Summary)
	writeChecked(&b, o.Tally)
	for _, warning := range o.Warnings {
		fmt.Fprintf(&b, "\nNote: %s\n", warning)
	}
	fmt.Fprintf(&b, "\nResults are in %s\n", o.Out)
	for _, line := range [][2]string{
		{"briefing.html", "the findings on three pages and an appendix (also .docx, .pdf and, for slides, .pptx)"},
		{"coded.xlsx", "every passage with its page and quotation, to check and overrule"},
		{"charts", "the charts as .svg, .png and .pdf"},
		{"tables", "the same numbers as .csv"},
		{"project/cases.csv", "what each file is and whether it counts: yours to edit, then run again"},
	} {
		fmt.Fprintf(&b, "  %-18s %s\n", line[0], line[1])
	}
	if o.Beside != "" {
		fmt.Fprintf(&b, "Circumstances, never counted as practice, are in tables/%s_prevalence.csv and at the end of the briefing.\n", o.Beside)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeChecked says how much of it a person has decided.
func writeChecked(b *strings.Builder, t analysis.Tally) {
	if t.Passages == 0 {
		return
	}
	first := ""
	if t.CheckFirst > 0 {
		first = fmt.Sprintf("Begin with the %s marked in coded.xlsx under Check first: one for each theme found in each review.\n",
			strings.TrimPrefix(corpus.Quantity(t.CheckFirst, "passage"), "1 "))
	}
	if t.DecidedPassages+t.DecidedCells+t.Conflicts == 0 {
		fmt.Fprintf(b, "\nNo person has checked any of the %s yet.\n%s", corpus.Quantity(t.Passages, "passage"), first)
		return
	}
	fmt.Fprintf(b, "\nDecided by people: %s of %s, and %s of reviews", corpus.Digits(t.DecidedPassages), corpus.Quantity(t.Passages, "passage"), corpus.Quantity(t.DecidedCells, "theme"))
	if t.Conflicts > 0 {
		fmt.Fprintf(b, "; %d not settled ('thematic decisions conflicts')", t.Conflicts)
	}
	fmt.Fprintln(b, ".")
	if upheld := t.Upheld.String(); upheld != "" {
		fmt.Fprintln(b, upheld)
	}
}

func writeFiles(b *strings.Builder, o *project.Outcome) {
	fmt.Fprintf(b, "%s met: %s\n", corpus.Quantity(o.Tally.Files, "file"), statusList(o.Tally.Statuses))
	if o.Kept > 0 {
		fmt.Fprintf(b, "%s of them known from an earlier run and not read again\n", corpus.Digits(o.Kept))
	}
	named := notWhole(o.Files)
	for i, f := range named {
		if i == mostNamed {
			fmt.Fprintf(b, "  … and %s in %s\n", corpus.Quantity(len(named)-i, "other"), filepath.Join("tables", "files.csv"))
			break
		}
		fmt.Fprintf(b, "  %s: %s: %s\n", f.File, spaced(f.Status), f.Reason)
	}
	remarked := 0
	for _, f := range o.Files {
		if f.Status == corpus.StatusOK && f.Reason != "" {
			remarked++
		}
	}
	if remarked > 0 {
		fmt.Fprintf(b, "  %s read with a remark, such as that text may be missing: log.txt says which\n", corpus.Quantity(remarked, "file"))
	}
}

// mostNamed is how many files, and how many documents left out, are named.
const mostNamed = 8

// urgency orders what a person has to see to: files that were not read, before
// files that are read in part, are of another kind, or are read from their copy.
var urgency = []corpus.Status{
	corpus.StatusFailed, corpus.StatusNeedsOCR, corpus.StatusEmpty,
	corpus.StatusPartial, corpus.StatusSkipped, corpus.StatusDuplicate,
}

// notWhole are the files that were not read, or not whole, the most urgent first and
// what systems and programs leave behind last.
func notWhole(files []analysis.File) []analysis.File {
	var named, left []analysis.File
	for _, status := range urgency {
		for _, f := range files {
			switch {
			case f.Status != status:
			case corpus.IsSystemFile(path.Base(f.File)):
				left = append(left, f)
			default:
				named = append(named, f)
			}
		}
	}
	return append(named, left...)
}

// statusList says how many files have each status.
func statusList(files map[corpus.Status]int) string {
	var parts []string
	for _, status := range corpus.Statuses {
		if n := files[status]; n > 0 {
			parts = append(parts, corpus.Digits(n)+" "+spaced(status))
		}
	}
	return strings.Join(parts, ", ")
}

func writeReviews(b *strings.Builder, o *project.Outcome) {
	s := o.Summary
	if s.Tally.Included == 0 {
		fmt.Fprintf(b, "\nNo reviews to count.\n")
		writeHowToCount(b, s.LeftOut, filepath.Join(o.Out, "project", corpus.CasesName))
	} else {
		fmt.Fprintf(b, "\n%s counted", corpus.Quantity(s.Tally.Included, "review"))
		if areas := areaList(s.Areas); areas != "" {
			fmt.Fprintf(b, ": %s", areas)
		}
		if s.First > 0 {
			fmt.Fprintf(b, "; %s", span(s.First, s.Last))
		}
		fmt.Fprintln(b)
	}
	for i, c := range s.LeftOut {
		if i == mostNamed {
			fmt.Fprintf(b, "  … and %s in %s\n", corpus.Quantity(len(s.LeftOut)-i, "other"), filepath.Join("project", "cases.csv"))
			break
		}
		fmt.Fprintf(b, "  %s: %s\n", c.Files[0], project.WhyLeftOut(c))
	}
}

// writeHowToCount says what to do where everything that was read was left out. The
// flag counts what its kind left out, beside the kinds that count anyway, and
// nothing that a person left out.
func writeHowToCount(b *strings.Builder, leftOut []corpus.Case, table string) {
	if len(leftOut) == 0 {
		return
	}
	fmt.Fprintf(b, "To count them all the same, write yes under include in %s and run again", table)
	var kinds []string
	for _, c := range leftOut {
		switch {
		case !c.LeftOutForKind():
		case c.Kind.AppraisesPractice():
			kinds = append(kinds, defaultKinds)
		default:
			kinds = append(kinds, defaultKinds, string(c.Kind))
		}
	}
	if slices.Sort(kinds); len(kinds) > 0 {
		fmt.Fprintf(b, ". For those that their kind leaves out, --include-kind %s does it too", strings.Join(slices.Compact(kinds), ","))
	}
	b.WriteString(":\n")
}

func writeThemes(b *strings.Builder, s project.Summary) {
	if s.Tally.Included == 0 {
		return
	}
	width := max(len("reviews"), len(analysis.Proportion(s.Tally.Included, s.Tally.Included).Fraction()))
	fmt.Fprintf(b, "\n%-44s %*s %4s  %-10s %s\n", "Practice found lacking on", width, "reviews", "", "95% range", "with held")
	for _, p := range s.Prevalence[:min(leadingThemes, len(s.Prevalence))] {
		fmt.Fprintf(b, "%-44s %*s %4s  %-10s %s\n",
			corpus.Shorten(p.Theme.Name(), 44), width, p.Share.Fraction(), p.Share.Whole(),
			p.Share.Interval("–"), corpus.Digits(p.WithHeld))
	}
	if more := len(s.Prevalence) - leadingThemes; more > 0 {
		fmt.Fprintf(b, "… and %s in tables/prevalence.csv\n", corpus.Quantity(more, "theme"))
	}
}

func writeOverlap(b *strings.Builder, s project.Summary) {
	if s.Tally.Included == 0 || len(s.Top) < 2 {
		return
	}
	names := make([]string, len(s.Top))
	for i, t := range s.Top {
		names[i] = t.Name()
	}
	which := "most frequent"
	if s.Top[0].Headline {
		which = "headline"
	}
	for _, region := range s.Regions {
		if len(region.Themes) == len(s.Top) {
			together := analysis.Proportion(len(region.Inclusive), region.Of)
			all := fmt.Sprintf("All %d", len(names))
			if len(names) == 2 {
				all = "Both"
			}
			fmt.Fprintf(b, "\n%s %s themes together (%s): %s\n", all, which, strings.Join(names, "; "), together)
		}
	}
}

// mostAreas is how many areas are named.
const mostAreas = 6

// areaList names areas with their reviews, and last how many reviews are of none
// that is known.
func areaList(areas []project.AreaReviews) string {
	var parts []string
	more, unknown := 0, 0
	for _, g := range areas {
		switch {
		case g.Area == "":
			unknown += g.Reviews
		case len(parts) == mostAreas:
			more++
		default:
			parts = append(parts, g.Area+" "+corpus.Digits(g.Reviews))
		}
	}
	if more > 0 {
		parts = append(parts, "and "+corpus.Quantity(more, "more area"))
	}
	if unknown > 0 {
		parts = append(parts, "unknown area "+corpus.Digits(unknown))
	}
	return strings.Join(parts, "; ") // a name may have commas in it
}

func span(first, last int) string {
	if first == last {
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d–%d", first, last)
}

// unread is how many files could not be read, or not whole; one that is empty is a
// report that did not come whole. Files that are no documents, such as pictures, are
// among them where there is nothing else.
func unread(t analysis.Tally) int {
	s := t.Statuses
	if s[corpus.StatusSkipped] == t.Files {
		return t.Files
	}
	return s[corpus.StatusFailed] + s[corpus.StatusPartial] + s[corpus.StatusNeedsOCR] + s[corpus.StatusEmpty]
}

// printJSON prints the outcome as one JSON object.
func printJSON(w io.Writer, o *project.Outcome) error {
	type theme struct {
		ID       string            `json:"theme_id"`
		Theme    string            `json:"theme"`
		Reviews  analysis.Estimate `json:"reviews"`
		WithHeld int               `json:"with_held"`
	}
	out := struct {
		Out      string            `json:"out"`
		Tally    analysis.Tally    `json:"tally"`
		Files    []analysis.File   `json:"files"`
		Themes   []theme           `json:"themes"`
		Regions  []analysis.Region `json:"regions"`
		Warnings []string          `json:"warnings"`
	}{o.Out, o.Tally, o.Files, []theme{}, o.Regions, o.Warnings}
	for _, p := range o.Prevalence {
		out.Themes = append(out.Themes, theme{p.Theme.ID, p.Theme.Label, p.Share, p.WithHeld})
	}
	return writeJSON(w, out)
}
