package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// evaluateFlags are the flags of the evaluate command.
type evaluateFlags struct {
	gold     []string
	label    string
	themes   bool
	codebook string
	save     string
	errors   string
	replace  bool
	rules    bool // alone, without the model
	times    times
}

func newEvaluateCommand() *cobra.Command {
	var flags evaluateFlags
	cmd := &cobra.Command{
		Use:   "evaluate --gold FILE.tsv [--gold FILE.tsv] FOLDER",
		Short: "Measure the coder against passages that people coded",
		Long: `Codes the documents of FOLDER and compares the passages with a coded set, a file
parted by tabs, or as CSV, with the columns doc_id, theme_id (or the label of the
theme), label and quote. The document of a doc_id is the file of that name in FOLDER
or a sub-folder, whatever its ending.
A passage is found by its quotation, in the .txt file of that name where there is one
and else in the text as it is read; two passages of a theme match when their sentences
overlap.

--errors lists every passage that only the tool or only coders marked, with what the
tool made of it, and shows which themes were taken for which.`,
		Example: "  thematic evaluate --gold coder1.tsv --gold coder2.tsv --themes texts\n  thematic evaluate --gold coder1.tsv --label all --errors errors.tsv texts",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if flags.save == "" && (flags.errors == "" || flags.errors == "-") {
				if err := idle(cmd, "goes with a file: --errors or --save", "replace"); err != nil {
					return err
				}
			}
			return evaluate(cmd, flags, args[0])
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&flags.gold, "gold", nil, "`file` of a coded set; give it twice for two coders")
	f.StringVar(&flags.label, "label", string(corpus.LabelDeficit), "`label` to compare: deficit, good_practice, factor, or all of them one after another")
	f.BoolVar(&flags.themes, "themes", false, "show every theme, and which were taken for which")
	addCodebook(cmd, &flags.codebook)
	addRulesOnly(cmd, &flags.rules)
	addReplace(cmd, &flags.replace)
	flags.times.add(cmd)
	f.StringVar(&flags.errors, "errors", "", "`file` (.tsv) to write misses and false alarms to, or - for standard output")
	f.StringVar(&flags.save, "save", "", "`file` (.tsv) to write the tool's own passages to")
	return cmd
}

// evaluated are the labels that can be measured.
var evaluated = []corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice, corpus.LabelFactor}

func (f evaluateFlags) check() error {
	if f.label != "all" && !slices.Contains(evaluated, corpus.Label(f.label)) {
		return usageError{fmt.Errorf("--label is %q: choose deficit, good_practice, factor or all", f.label)}
	}
	if len(f.gold) == 0 {
		return usageError{errors.New("nothing to compare with: name a coded set with --gold")}
	}
	if f.errors != "-" {
		if err := checkEnding(f.errors, ".tsv"); err != nil {
			return err
		}
	}
	return checkEnding(f.save, ".tsv")
}

func evaluate(cmd *cobra.Command, flags evaluateFlags, folder string) error {
	if err := flags.check(); err != nil {
		return err
	}
	var coders [][]analysis.Coded
	var ids []string
	labels := map[corpus.Label]bool{}
	for _, path := range flags.gold {
		rows, err := readCoded(path)
		if err != nil {
			return err
		}
		coders = append(coders, rows)
		for _, row := range rows {
			ids = append(ids, row.Doc)
			labels[row.Label] = true
		}
	}
	if len(ids) == 0 {
		return &corpus.InputError{Path: flags.gold[0], Reason: "it has no passage, and nothing can be compared with it"}
	}
	if err := project.CheckFolder(folder); err != nil {
		return err
	}
	slices.Sort(ids)
	coded, err := codeFolder(cmd, flags, folder, slices.Compact(ids))
	if err != nil {
		return err
	}
	for i, rows := range coders {
		callByID(coded.codebook, rows)
		warn(cmd.ErrOrStderr(), foreignTo(coded.codebook, flags.gold[i], rows))
	}
	var mistakes []analysis.Mistake
	for _, label := range evaluated {
		if string(label) != flags.label && (flags.label != "all" || !labels[label]) {
			continue
		}
		of, err := measure(cmd, flags, coded, coders, label)
		if err != nil {
			return err
		}
		mistakes = append(mistakes, of...)
	}
	if flags.save != "" {
		if err := project.WriteFile(flags.save, analysis.CodedTSV(coded.counted), flags.replace); err != nil {
			return err
		}
	}
	switch flags.errors {
	case "":
		return nil
	case "-":
		_, err := cmd.OutOrStdout().Write(analysis.MistakesTSV(mistakes))
		return err
	}
	return project.WriteFile(flags.errors, analysis.MistakesTSV(mistakes), flags.replace)
}

// measure prints the figures of one label and returns the mistakes behind them.
func measure(cmd *cobra.Command, flags evaluateFlags, coded codedFolder, coders [][]analysis.Coded, label corpus.Label) ([]analysis.Mistake, error) {
	evaluation, err := analysis.Evaluate(coded.texts, coded.counted, coders, label)
	if err != nil {
		return nil, err
	}
	if err := evaluation.WriteText(cmd.OutOrStdout()); err != nil {
		return nil, err
	}
	if flags.themes {
		if err := evaluation.WriteThemes(cmd.OutOrStdout()); err != nil {
			return nil, err
		}
	}
	if !flags.themes && flags.errors == "" {
		return nil, nil
	}
	mistakes := analysis.Mistakes(coded.texts, coded.counted, coded.aside, coders, label)
	return mistakes, analysis.WriteConfusions(cmd.OutOrStdout(), analysis.Confusions(mistakes))
}

// callByID gives the rows of a coded set that call a theme by its label or short label
// its id. What could be an id stays as it is: it may be that of another codebook.
func callByID(codebook *themes.Codebook, rows []analysis.Coded) {
	called := analysis.NamesOf(project.Themes(codebook))
	for i, row := range rows {
		if !themes.ValidID(row.Theme) {
			rows[i].Theme = cmp.Or(called.ID(row.Theme), row.Theme)
		}
	}
}

// foreignTo names the themes of the coded set at path that the codebook has not: the coder
// can find none of their passages.
func foreignTo(codebook *themes.Codebook, path string, rows []analysis.Coded) (notes []string) {
	passages := map[string]int{}
	for _, row := range rows {
		if _, known := codebook.Theme(row.Theme); !known {
			passages[row.Theme]++
		}
	}
	for _, theme := range slices.Sorted(maps.Keys(passages)) {
		notes = append(notes, fmt.Sprintf("%s: the codebook has no theme %q: all that is coded with it counts as missed (%s)", path, theme, corpus.Quantity(passages[theme], "passage")))
	}
	return notes
}

func readCoded(path string) ([]analysis.Coded, error) {
	data, err := readAtMost(path, "coded set", corpus.DefaultLimits().FileBytes)
	if err != nil {
		return nil, err
	}
	if _, err := corpus.DecodeText(data); err != nil {
		return nil, &corpus.InputError{Path: path, Reason: "it is no text: save a coded set, a table of doc_id, theme_id, label and quote, as CSV or parted by tabs; the workbook of a run is compared by 'thematic agree'"}
	}
	return analysis.ReadCoded(path, bytes.NewReader(data))
}

// codedFolder is what the tool made of the documents.
type codedFolder struct {
	codebook *themes.Codebook
	texts    map[string]string
	counted  []analysis.Coded
	aside    []analysis.Coded // held or rejected, the note saying why
}

// codeFolder reads and codes the documents named.
func codeFolder(cmd *cobra.Command, flags evaluateFlags, folder string, ids []string) (coded codedFolder, err error) {
	codebook, err := loadCodebook(flags.codebook)
	if err != nil {
		return coded, err
	}
	coded.codebook = codebook
	paths, err := filesNamed(folder, ids)
	if err != nil {
		return coded, err
	}
	reader, limits, err := flags.times.reader()
	if err != nil {
		return coded, err
	}
	options := project.CodeOptions{
		Files: paths, Codebook: codebook, Opinion: modelFor(codebook, flags.rules), Reader: reader, Engines: engines(), Workers: runtime.NumCPU(), Limits: limits,
	}
	files, err := project.CodeFiles(cmd.Context(), options)
	if err != nil {
		return coded, err
	}
	coded.texts = map[string]string{}
	for i, file := range files {
		if file.Text.Body == "" {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", paths[i], file.Reason)
			continue
		}
		if coded.texts[ids[i]], err = textBeside(paths[i], &file.Text); err != nil {
			return coded, err
		}
		for _, c := range file.Codings {
			row := analysis.Coded{Doc: ids[i], Theme: c.Theme, Label: c.Label, Quote: c.Quote, Note: fmt.Sprintf("%s: %s [%s]", c.Status, c.Reason, c.Rule)}
			if c.Status == corpus.Counted {
				coded.counted = append(coded.counted, row)
			} else {
				coded.aside = append(coded.aside, row)
			}
		}
	}
	return coded, nil
}

// filesNamed finds for each id the file of that name in folder, or in one of its
// sub-folders; a PDF where there are several in one folder.
func filesNamed(folder string, ids []string) ([]string, error) {
	endings := []string{".pdf", ".docx", ".odt", ".rtf", ".txt", ".html"}
	paths := make([]string, len(ids))
	var below []string // the sub-folders, listed when they are needed
	for i, id := range ids {
		name := id
		if ending := filepath.Ext(id); slices.Contains(endings, strings.ToLower(ending)) {
			name = strings.TrimSuffix(id, ending)
		}
		if paths[i] = fileNamed(folder, name, endings...); paths[i] != "" {
			continue
		}
		if below == nil {
			var err error
			if below, err = subFolders(folder); err != nil {
				return nil, err
			}
		}
		for _, sub := range below {
			path := fileNamed(sub, name, endings...)
			if path != "" && paths[i] != "" {
				return nil, &corpus.InputError{Path: folder, Reason: fmt.Sprintf("there are two documents %s, %s and %s: put the sub-folder before the name, with a /", id, paths[i], path)}
			}
			paths[i] = cmp.Or(path, paths[i])
		}
		if paths[i] == "" {
			return nil, &corpus.InputError{Path: folder, Reason: fmt.Sprintf("there is no document %s with the ending %s, nor in a sub-folder", id, strings.Join(endings, ", "))}
		}
	}
	return paths, nil
}

// subFolders lists all folders below folder, in order.
func subFolders(folder string) ([]string, error) {
	folders := []string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && path != folder {
			folders = append(folders, path)
		}
		return err
	})
	return folders, err
}

// fileNamed returns the path of the file of that name in folder with the first of
// the endings that there is, in small letters or capitals; "" where there is none.
func fileNamed(folder, name string, endings ...string) string {
	for _, ending := range endings {
		for _, ending := range []string{ending, strings.ToUpper(ending)} {
			path := filepath.Join(folder, name+ending)
			if _, err := os.Stat(path); err == nil {
				return path
			}
		}
	}
	return ""
}

// textBeside returns the text of the document at path in which quotations are found: that
// of the .txt file of its name beside it where there is one, else as it was read.
func textBeside(path string, read *corpus.Text) (string, error) {
	beside := fileNamed(filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), ".txt")
	if beside == "" {
		return paragraphs(read), nil
	}
	text, err := readText(beside, "text of a document", int64(corpus.DefaultLimits().TextBytes))
	return string(text), err
}

// paragraphs parts the blocks of a text by empty lines, which is how the
// comparison knows where a passage ends.
func paragraphs(t *corpus.Text) string {
	var b strings.Builder
	for _, block := range t.Blocks {
		b.WriteString(t.Slice(block.Span))
		b.WriteString("\n\n")
	}
	return b.String()
}
