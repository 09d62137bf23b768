package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// runFlags are the flags of the commands that do the main job.
type runFlags struct {
	out      string
	codebook string
	beside   string
	sections string
	rules    bool // alone, without the model
	workers  int
	kinds    list
	ocr      string
	language string
	times    times
	locks    passwordFlags
	json     bool
	quiet    bool
	looks    presentationFlags
	notes    []string // to print and log, of what comes before the run
}

// add adds the flags of a command that reads files and counts.
func (f *runFlags) add(cmd *cobra.Command) {
	f.addCounting(cmd)
	addSections(cmd, &f.sections)
	flags := cmd.Flags()
	flags.StringVar(&f.ocr, "ocr", "auto", "`auto` to read scanned pages with Tesseract where it is installed, or off to leave them")
	f.times.add(cmd)
	flags.StringVar(&f.language, "ocr-language", english, "`language` of scanned pages as Tesseract names it, such as eng or eng+cym")
}

// addCounting adds the flags that concern what comes after the reading.
func (f *runFlags) addCounting(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.out, "out", "thematic-out", "`folder` for the results")
	addCodebook(cmd, &f.codebook)
	flags.StringVar(&f.beside, "beside", "", "codebook `file` of circumstances to show apart from practice, or builtin:factors")
	addRulesOnly(cmd, &f.rules)
	flags.IntVar(&f.workers, "workers", runtime.NumCPU(), "`number` of files to work on at once")
	flags.Var(&f.kinds, "include-kind", "`kinds` of document that count: review,executive_summary,inspection,coroner,... or all; review counts practice_review too; default are those that appraise practice")
	f.looks.add(cmd)
	flags.BoolVar(&f.json, "json", false, "print one JSON object instead of the summary")
	flags.BoolVar(&f.quiet, "quiet", false, "show no progress")
}

func newRunCommand() *cobra.Command {
	var flags runFlags
	var share string
	cmd := &cobra.Command{
		Use:   "run FOLDER",
		Short: "Read a folder of reviews, count the themes, write everything",
		Long: `Reads every report in FOLDER and its sub-folders, joins the files of one review,
finds the themes and writes tables, charts, a workbook and a briefing. Nothing in
FOLDER is touched. What was read is kept: a second run reads only what is new.`,
		Example: "  thematic run reviews\n  thematic run reviews --out results --include-kind review,executive_summary",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if share != "" {
				if err := idle(cmd, "does nothing here: a share is read and not counted, so give it to 'thematic merge'",
					"codebook", "beside", "rules-only", "include-kind", "voice", "theme", "template", "no-quotations", "json"); err != nil {
					return err
				}
				return readShare(cmd, flags, args[0], share)
			}
			return doRun(cmd, flags, args[0])
		},
	}
	flags.add(cmd)
	flags.locks.add(cmd)
	cmd.Flags().StringVar(&share, "shard", "", "read one `share` of the folder only, such as 2/4, for 'thematic merge' to join")
	return cmd
}

// doRun does the main job over folder and prints what it found.
func doRun(cmd *cobra.Command, flags runFlags, folder string) error {
	options, end, err := flags.prepare(cmd, folder)
	if err != nil {
		return err
	}
	outcome, err := project.Run(cmd.Context(), options)
	end()
	if err != nil {
		return err
	}
	return flags.tell(cmd, outcome)
}

// prepare returns the options of a run by cmd over folder, "" for one that reads
// nothing. It shows its progress until end is called.
func (f runFlags) prepare(cmd *cobra.Command, folder string) (options project.Options, end func(), err error) {
	options, err = f.options(folder)
	if err == nil && folder != "" {
		err = f.setReaders(cmd.Context(), &options)
	}
	if err != nil {
		return options, nil, err
	}
	options.Holder, options.Typed = holder(cmd), asTyped(cmd)
	var progress *progress
	if !f.quiet {
		progress = newProgress(cmd.ErrOrStderr())
		options.Progress = progress.show
	}
	return options, progress.end, nil
}

// tell prints what a run found.
func (f runFlags) tell(cmd *cobra.Command, outcome *project.Outcome) (err error) {
	if f.json {
		err = printJSON(cmd.OutOrStdout(), outcome)
	} else {
		err = printSummary(cmd.OutOrStdout(), outcome)
	}
	if err != nil {
		return fmt.Errorf("print the summary: %w", err)
	}
	if unread(outcome.Tally) > 0 {
		return errUnread
	}
	return nil
}

// options are those of all that comes after the reading.
func (f runFlags) options(folder string) (project.Options, error) {
	if f.workers < 1 {
		return project.Options{}, usageError{fmt.Errorf("--workers is %d: give 1 or more", f.workers)}
	}
	kinds, err := parseKinds(f.kinds)
	if err != nil {
		return project.Options{}, err
	}
	build := sync.OnceValue(buildMark)
	var reading sync.WaitGroup
	defer reading.Wait()
	reading.Go(func() { // takes no longer than the codebook
		build()
		if !f.rules {
			likelyModel(f.codebook).Name() // which the record of the run holds
		}
	})
	codebook, err := loadCodebook(f.codebook)
	if err != nil {
		return project.Options{}, err
	}
	var beside *themes.Codebook
	if f.beside != "" {
		if beside, err = loadCodebook(f.beside); err != nil {
			return project.Options{}, err
		}
	}
	looks, err := f.looks.load()
	if err != nil {
		return project.Options{}, err
	}
	opinion := modelFor(codebook, f.rules)
	notes := slices.Clone(f.notes)
	if opinion == nil && !f.rules {
		notes = append(notes, noModel(codebook))
	}
	return project.Options{
		Folder: folder, Out: f.out, Codebook: codebook, Opinion: opinion, Notes: notes, Beside: beside, Tool: "thematic " + buildVersion(), Build: build(),
		Workers: f.workers, Kinds: kinds, Limits: corpus.DefaultLimits(), Disk: corpus.SystemDisk{},
		Presentation: looks,
	}, nil
}

// english is English as Tesseract names it.
const english = "eng"

// setReaders sets what reads the files.
func (f runFlags) setReaders(ctx context.Context, o *project.Options) (err error) {
	if f.ocr != "auto" && f.ocr != "off" {
		return usageError{fmt.Errorf("--ocr is %q: choose auto or off", f.ocr)}
	}
	if f.ocr == "off" && f.language != english {
		return usageError{errors.New("--ocr-language goes with --ocr auto: with --ocr off no scanned page is read")}
	}
	if f.ocr == "auto" && f.language != english {
		if err := checkLanguage(ctx, f.language); err != nil {
			return err
		}
	}
	if o.Reader, o.Limits, err = f.times.reader(); err != nil {
		return err
	}
	o.Engines = engines()
	if o.Engines.Sections, err = loadSections(f.sections); err != nil {
		return err
	}
	if o.Engines.Passwords, err = f.locks.load(); err != nil {
		return err
	}
	o.Engines.NoOCR, o.Engines.Language = f.ocr == "off", f.language
	return nil
}

// defaultKinds is the value of --include-kind for those that appraise practice.
const defaultKinds = "default"

// kindNames are the values that --include-kind takes.
func kindNames() []corpus.Kind { return append(slices.Clone(corpus.Kinds), "all", defaultKinds) }

// parseKinds reads the values of --include-kind.
func parseKinds(names list) ([]corpus.Kind, error) {
	if len(names) == 0 {
		names = list{defaultKinds}
	}
	var kinds []corpus.Kind
	for _, name := range names {
		switch kind := corpus.ParseKind(name); {
		case name == "all":
			return slices.Clone(corpus.Kinds), nil
		case name == defaultKinds:
			for _, k := range corpus.Kinds {
				if k.AppraisesPractice() {
					kinds = append(kinds, k)
				}
			}
		case slices.Contains(corpus.Kinds, kind):
			kinds = append(kinds, kind)
		default:
			return nil, usageError{fmt.Errorf("--include-kind does not know %q%s", kind, corpus.Instead(name, kindNames()))}
		}
	}
	return kinds, nil
}
