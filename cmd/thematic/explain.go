package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// explainFlags are the flags of the explain command.
type explainFlags struct {
	text     string
	section  string
	theme    string
	codebook string
	rules    bool // alone, without the model
	reading  readingFlags
}

func newExplainCommand() *cobra.Command {
	var flags explainFlags
	cmd := &cobra.Command{
		Use:   "explain (FILE[:PAGE] | --text \"...\")",
		Short: "Show which rules fired on a text, cue by cue",
		Long: `Codes one file, one page of it, or a text you give, and prints behind every hit the
chain that led to its verdict: the pattern, the cue that says which way it speaks,
what the sentence does with it, whom it is about, and the section it stands in.`,
		Example: "  thematic explain --text \"No risk assessment was completed.\"\n  thematic explain report.pdf:12 --theme assessment_risk",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 || (len(args) == 1) == (flags.text != "") {
				return usageError{fmt.Errorf("give either a file or a text, as in '%s --text \"No risk assessment was completed.\"'", cmd.CommandPath())}
			}
			err := idle(cmd, "is of a file, and --text is none", "sections", "password", "passwords", "time")
			if len(args) == 1 {
				err = idle(cmd, "goes with --text: a file has sections of its own", "section")
			}
			if err != nil {
				return err
			}
			return explain(cmd, flags, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.text, "text", "", "`text` to explain")
	addRulesOnly(cmd, &flags.rules)
	f.StringVar(&flags.section, "section", string(corpus.SectionUnknown), "with --text: the `kind` of section it stands in")
	f.StringVar(&flags.theme, "theme", "", "`name` or id of the only theme to explain")
	addCodebook(cmd, &flags.codebook)
	addSections(cmd, &flags.reading.sections)
	flags.reading.add(cmd)
	return cmd
}

func explain(cmd *cobra.Command, flags explainFlags, args []string) error {
	if err := knownSection(flags.section); err != nil {
		return err
	}
	codebook, err := loadCodebook(flags.codebook)
	if err != nil {
		return err
	}
	theme, err := knownTheme(codebook, flags.theme)
	if err != nil {
		return err
	}
	coder, err := themes.NewCoder(codebook, modelFor(codebook, flags.rules))
	if err != nil {
		return err
	}
	doc, page := themes.Passage(flags.text, corpus.SectionKind(flags.section)), 0
	if len(args) == 1 {
		if doc, page, err = readPage(cmd, args[0], flags.reading); err != nil {
			return err
		}
	}
	chains := coder.Explain(doc)
	for i := range chains {
		project.MarkRecognised(doc, &chains[i].Coding)
	}
	shown := slices.DeleteFunc(chains, func(e themes.Explanation) bool {
		return theme != "" && e.Theme != theme || page != 0 && e.Page != page
	})
	return newChainWriter(codebook, len(args) == 1).write(cmd.OutOrStdout(), shown)
}

// knownTheme returns the id of the theme named, "" for none. It refuses one the
// codebook has not, and names those it has.
func knownTheme(codebook *themes.Codebook, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	ids, err := analysis.ThemeIDs([]string{name}, project.Themes(codebook))
	if err != nil {
		return "", usageError{err}
	}
	return ids[0], nil
}

// splitPage parts FILE:PAGE; page is 0 for the whole file. A file whose name
// itself ends like that is taken as it is.
func splitPage(arg string) (path string, page int, err error) {
	cut := strings.LastIndexByte(arg, ':')
	if cut <= 0 {
		return arg, 0, nil
	}
	page, err = strconv.Atoi(arg[cut+1:])
	if err != nil {
		return arg, 0, nil
	}
	if _, err := os.Stat(arg); err == nil {
		return arg, 0, nil
	}
	if page < 1 {
		return "", 0, usageError{fmt.Errorf("%s: pages are counted from 1", arg)}
	}
	return arg[:cut], page, nil
}

// readPage reads FILE or FILE:PAGE; page is 0 for the whole file.
func readPage(cmd *cobra.Command, arg string, flags readingFlags) (doc *corpus.Document, page int, err error) {
	path, page, err := splitPage(arg)
	if err != nil {
		return nil, 0, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && strings.Contains(path, " ") {
		return nil, 0, usageError{fmt.Errorf("there is no file %q: to explain a text, write --text before it", path)}
	}
	reader, err := flags.load()
	if err != nil {
		return nil, 0, err
	}
	record, err := reader.read(cmd, path)
	if err != nil {
		return nil, 0, err
	}
	if err := hasPage(path, &record.Text, page); err != nil {
		return nil, 0, err
	}
	if !record.Text.Paged() {
		page = 0 // the one there is is the whole file
	}
	return corpus.NewDocument(path, 0, record), page, nil
}
