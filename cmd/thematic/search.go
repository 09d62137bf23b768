package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// searchFlags are the flags of the search command.
type searchFlags struct {
	out      string
	codebook string
	near     []string
	within   int
	section  string
	caseID   string
	context  int
	csv      bool
	json     bool
	reading  readingFlags
}

func newSearchCommand() *cobra.Command {
	var flags searchFlags
	cmd := &cobra.Command{
		Use:   "search PATTERN [FILE...]",
		Short: "Show every place where a pattern stands, with the words around it",
		Long: `Looks for a pattern, written as in a codebook (see CODEBOOK.md), in the texts that
the last run kept of the reviews that count, or in the files named, and shows each
place with its review, file, page, paragraph and section between the words around
it. No verdict is given: this is what stands in the text.`,
		Example: "  thematic search \"(not|never) seen alone\"\n  thematic search \"father*\" --near \"assess*\" --within 6 --section analysis\n  thematic search \"disguised compliance\" --csv > places.csv",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("name a pattern to look for, see '%s --help'", cmd.CommandPath())}
			}
			err := idle(cmd, "is for files that are read for the purpose: name them behind the pattern", "password", "passwords", "time")
			if len(args) > 1 {
				err = idle(cmd, "is for the texts of a run: name no file with it", "case", "out")
			}
			if len(flags.near) == 0 {
				err = cmp.Or(err, idle(cmd, "goes with --near", "within"))
			}
			if err != nil {
				return err
			}
			return search(cmd, flags, args[0], args[1:])
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.out, "out", "thematic-out", "`folder` of the results whose texts are searched")
	f.StringVar(&flags.codebook, "codebook", "builtin:practice", "codebook `file`, or builtin:NAME, whose sets the pattern may use")
	f.StringArrayVar(&flags.near, "near", nil, "a `phrase` that must stand near by; twice for two")
	f.IntVar(&flags.within, "within", 8, "with --near: at most this `number` of words between")
	f.StringVar(&flags.section, "section", "", "only in sections of this `kind`")
	f.StringVar(&flags.caseID, "case", "", "only in the review of this `id`")
	f.IntVar(&flags.context, "context", 8, "`number` of words shown on each side")
	f.BoolVar(&flags.csv, "csv", false, "print a CSV table")
	f.BoolVar(&flags.json, "json", false, "print one JSON object")
	flags.reading.add(cmd)
	return cmd
}

func (f searchFlags) check() error {
	switch {
	case len(f.near) > 2:
		return usageError{errors.New("--near takes two phrases at most")}
	case f.within < 1 || f.within > 12:
		return usageError{fmt.Errorf("--within is %d: give 1 to 12 words", f.within)}
	case f.context < 0 || f.context > 100:
		return usageError{fmt.Errorf("--context is %d: give 0 to 100 words", f.context)}
	case f.csv && f.json:
		return usageError{errors.New("choose either --csv or --json")}
	case f.section != "":
		return knownSection(f.section)
	}
	return nil
}

func search(cmd *cobra.Command, flags searchFlags, pattern string, files []string) error {
	if err := flags.check(); err != nil {
		return err
	}
	codebook, err := loadCodebook(flags.codebook)
	if err != nil {
		return err
	}
	finder, err := themes.NewSearch(codebook, pattern, flags.near, flags.within)
	if err != nil {
		if none := new(themes.NoSetError); errors.As(err, &none) && !cmd.Flags().Changed("codebook") {
			err = fmt.Errorf("%w; sets of your own are those of the codebook that you name with --codebook", err)
		}
		return usageError{err}
	}
	found := searchResult{Pattern: pattern, Places: []searchPlace{}}
	if len(files) > 0 {
		err = found.inFiles(cmd, flags, finder, files)
	} else {
		err = found.inResults(cmd, flags, finder)
	}
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	switch {
	case flags.json:
		return writeJSON(out, found)
	case flags.csv:
		return found.table().WriteCSV(out)
	}
	return found.print(out, showsColour(out))
}

// searchResult is what a search found.
type searchResult struct {
	Pattern string        `json:"pattern"`
	Texts   int           `json:"texts"` // that were searched
	Places  []searchPlace `json:"places"`
}

// searchPlace is one hit with the words around it.
type searchPlace struct {
	CaseID    string             `json:"case_id,omitempty"`
	File      string             `json:"file"`
	Page      int                `json:"page,omitempty"` // 0 where the file does not say where its pages end
	PageLabel string             `json:"page_label,omitempty"`
	Paragraph string             `json:"paragraph,omitempty"`
	Section   corpus.SectionKind `json:"section"`
	Heading   string             `json:"heading,omitempty"`
	Left      string             `json:"left"`
	Hit       string             `json:"hit"`
	Right     string             `json:"right"`
	Start     int                `json:"start"`
	End       int                `json:"end"`
}

// inFiles searches files that are read for the purpose.
func (r *searchResult) inFiles(cmd *cobra.Command, flags searchFlags, finder *themes.Search, files []string) error {
	reader, err := flags.reading.load()
	if err != nil {
		return err
	}
	for _, path := range files {
		record, err := reader.read(cmd, path)
		if err != nil {
			return err
		}
		doc := corpus.NewDocument(path, 0, record)
		r.Texts++
		r.Places = append(r.Places, flags.places(finder, "", doc)...)
	}
	return nil
}

// inResults searches the texts that the last run kept.
func (r *searchResult) inResults(cmd *cobra.Command, flags searchFlags, finder *themes.Search) error {
	texts, err := project.OpenTexts(flags.out)
	if err != nil {
		return err
	}
	defer texts.Close()
	warn(cmd.ErrOrStderr(), texts.Warnings())
	if flags.caseID != "" && !texts.HasReview(flags.caseID) {
		return usageError{fmt.Errorf("there is no review %q: tables/cases.csv lists them", flags.caseID)}
	}
	places := make([][]searchPlace, texts.Len())
	searched := make([]bool, texts.Len())
	err = texts.Each(cmd.Context(), runtime.NumCPU(), func(i int, caseID string, doc *corpus.Document) error {
		if searched[i] = flags.caseID == "" || caseID == flags.caseID; searched[i] {
			places[i] = flags.places(finder, caseID, doc)
		}
		return nil
	})
	for i := range places {
		r.Places = append(r.Places, places[i]...)
		if searched[i] {
			r.Texts++
		}
	}
	slices.SortStableFunc(r.Places, func(a, b searchPlace) int { return strings.Compare(a.CaseID, b.CaseID) })
	return err
}

// places finds the pattern in one document.
func (f searchFlags) places(finder *themes.Search, caseID string, doc *corpus.Document) []searchPlace {
	var places []searchPlace
	for _, h := range finder.Find(doc) {
		c := doc.Text.Cited(h.Span, h.Block)
		if f.section != "" && c.Section != corpus.SectionKind(f.section) {
			continue
		}
		places = append(places, searchPlace{
			CaseID: caseID, File: doc.File, Page: c.Page, PageLabel: c.PageLabel, Paragraph: c.Paragraph,
			Section: c.Section, Heading: c.Heading, Start: h.Span.Start, End: h.Span.End,
			Left: lastWords(doc.Text.Body[h.Block.Span.Start:h.Span.Start], f.context), Hit: c.Quote,
			Right: firstWords(doc.Text.Body[h.Span.End:h.Block.Span.End], f.context),
		})
	}
	return places
}

// firstWords returns the first n words of s, with what is glued to the word
// before it.
func firstWords(s string, n int) string {
	at := 0
	for range n + 1 {
		i := strings.IndexAny(s[at:], " \t")
		if i < 0 {
			return s
		}
		at += i + 1
	}
	return strings.TrimRight(s[:at], " \t")
}

// lastWords returns the last n words of s.
func lastWords(s string, n int) string {
	at := len(s)
	for range n + 1 {
		i := strings.LastIndexAny(s[:at], " \t")
		if i < 0 {
			return s
		}
		at = i
	}
	return strings.TrimLeft(s[at:], " \t")
}

func (r searchResult) table() analysis.Table {
	t := analysis.Table{Name: "search", Header: []string{
		"case_id", "file", "page", "page_label", "paragraph", "section", "heading", "left", "hit", "right", "start", "end",
	}}
	text, number := analysis.Text[string], analysis.Number
	for _, p := range r.Places {
		t.Rows = append(t.Rows, []analysis.Value{
			text(p.CaseID), text(p.File), analysis.Known(p.Page), text(p.PageLabel), text(p.Paragraph), text(string(p.Section)),
			text(p.Heading), text(p.Left), text(p.Hit), text(p.Right), number(p.Start), number(p.End),
		})
	}
	return t
}

// print writes the places of each file under its name, the hits below one
// another.
func (r searchResult) print(w io.Writer, colour bool) error {
	var b strings.Builder
	files, reviews := map[string]bool{}, map[string]bool{}
	width := 0
	for _, p := range r.Places {
		width = max(width, len([]rune(p.Left)))
	}
	const widest = 60
	width = min(width, widest)
	for _, p := range r.Places {
		if !files[p.File] {
			fmt.Fprintf(&b, "%s\n", strings.TrimSpace(p.CaseID+"  "+p.File))
		}
		files[p.File], reviews[p.CaseID] = true, true
		place := corpus.Coding{Page: p.Page, PageLabel: p.PageLabel, Paragraph: p.Paragraph, Heading: corpus.Shorten(p.Heading, 24)}
		left := []rune(p.Left)
		if len(left) > width {
			left = left[len(left)-width:]
		}
		hit := p.Hit
		if colour {
			hit = "\x1b[1;31m" + hit + "\x1b[0m"
		}
		fmt.Fprintf(&b, "  %-28s %*s%s%s\n", place.Citation()+", "+spaced(p.Section),
			width, string(left), hit, p.Right)
	}
	where := corpus.Quantity(r.Texts, "text")
	if len(r.Places) == 0 {
		fmt.Fprintf(&b, "not found in %s\n", where)
	} else {
		fmt.Fprintf(&b, "%s in %d of %s\n", corpus.Quantity(len(r.Places), "place"), len(files), where)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
