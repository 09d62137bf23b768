package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/analysis/agreement"
	"thematic/analysis/workbook"
	"thematic/corpus"
	"thematic/internal/project"
)

// agreeFlags are the flags of the agree command.
type agreeFlags struct {
	options agreement.Options
	label   string
	decided bool
	project projectFlags
	csv     string
	xlsx    string
	json    bool
	replace bool
}

func newAgreeCommand() *cobra.Command {
	var flags agreeFlags
	cmd := &cobra.Command{
		Use:   "agree A B [C ...]",
		Short: "Measure how far coders agree",
		Long: `Compares coders by theme and over all themes, for reviews and for passages. A coder is
  .xlsx  a workbook with decisions, or a sample that was sent back
  .csv   a matrix: case_id and a column of 1 and 0 for each theme, empty if not judged
  .tsv   a coded set: doc_id, theme_id, label and quote; as .csv too
  .qdpx  a REFI-QDA project, as NVivo, MAXQDA, ATLAS.ti and QualCoder write it
Percent and positive agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha, Gwet's
AC1 and Brennan-Prediger, each with its interval; and what they disagree on.`,
		Example: "  thematic agree coded.xlsx second.xlsx --csv agreement\n  thematic agree matrix-a.csv matrix-b.csv matrix-c.csv",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{fmt.Errorf("agreement is between two coders or more: type '%s'", cmd.UseLine())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := cmp.Or(flags.check(cmd, args), checkEnding(flags.xlsx, ".xlsx")); err != nil {
				return err
			}
			return agree(cmd, flags, args)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&flags.options.Common, "common", false, "compare only the reviews that all coders have")
	f.Uint64Var(&flags.options.Seed, "seed", 1, "`number` that decides the draws behind intervals")
	f.BoolVar(&flags.decided, "decided", false, "of workbooks, compare only what a person decided")
	f.StringVar(&flags.label, "label", string(corpus.LabelDeficit), "of coded sets and projects, the `label`: deficit or good_practice")
	flags.project.add(cmd)
	f.StringVar(&flags.csv, "csv", "", "`folder` to write side_by_side.csv, agreement.csv and disagreements.csv into")
	f.StringVar(&flags.xlsx, "xlsx", "", "workbook `file` to write the same into, a sheet each")
	addReplace(cmd, &flags.replace)
	f.BoolVar(&flags.json, "json", false, "print one JSON object")
	return cmd
}

// check refuses flags that say nothing of the coders in the files of these paths, or of
// what is written.
func (f agreeFlags) check(cmd *cobra.Command, paths []string) (err error) {
	some := func(endings ...string) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return slices.Contains(endings, strings.ToLower(filepath.Ext(path))) })
	}
	if !some(".xlsx") {
		err = idle(cmd, "is for workbooks, and none is named", "decided")
	}
	if !some(".qdpx") {
		err = cmp.Or(err, idle(cmd, "is for projects, and none is named", "user"))
	}
	if !some(".qdpx", ".tsv", ".csv") {
		err = cmp.Or(err, idle(cmd, "is for projects and coded sets, and none is named", "codebook"))
	}
	if f.csv == "" && f.xlsx == "" {
		err = cmp.Or(err, idle(cmd, "goes with --csv or --xlsx", "replace"))
	}
	return err
}

func agree(cmd *cobra.Command, flags agreeFlags, paths []string) error {
	if err := checkPracticeLabel(flags.label); err != nil {
		return err
	}
	var coders []agreement.Coder
	for _, path := range paths {
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		coder, err := loadCoder(cmd, path, flags)
		if err != nil {
			return err
		}
		coders = append(coders, coder)
	}
	if err := cmd.Context().Err(); err != nil {
		return err
	}
	twice, err := repeated(paths)
	if err != nil {
		return err
	}
	report, err := agreement.Compare(coders, flags.options)
	if err != nil {
		return err
	}
	report.Notes = append(report.Notes, twice...)
	if err := flags.print(cmd.OutOrStdout(), report); err != nil {
		return err
	}
	return flags.save(report)
}

// repeated notes of each file that it is the same as one before it, by whatever name: it
// agrees with itself.
func repeated(paths []string) (notes []string, err error) {
	first := make(map[string]string)
	for _, path := range paths {
		sum, err := sumOf(path)
		if err != nil {
			return nil, err
		}
		path = filepath.Clean(path)
		switch before, met := first[sum]; {
		case !met:
			first[sum] = path
		case before == path:
			notes = append(notes, path+" is named more than once: it agrees with itself")
		default:
			notes = append(notes, path+" holds the same as "+before+": it agrees with itself")
		}
	}
	return notes, nil
}

// sumOf is the checksum of a file, which may be too large to hold.
func sumOf(path string) (string, error) {
	file, _, err := corpus.OpenInput(path, "coder's file")
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return string(sum.Sum(nil)), err
}

func (f agreeFlags) print(w io.Writer, report *agreement.Report) error {
	if !f.json {
		return report.WriteText(w)
	}
	return writeJSON(w, report)
}

// loadCoder reads what one coder said from a file, known by its ending.
func loadCoder(cmd *cobra.Command, path string, flags agreeFlags) (agreement.Coder, error) {
	kind := strings.ToLower(filepath.Ext(path))
	if kind == ".qdpx" {
		return flags.project.load(cmd, path, corpus.Label(flags.label))
	}
	data, err := readAtMost(path, "coder's file", corpus.DefaultLimits().FileBytes)
	if err != nil {
		return agreement.Coder{}, err
	}
	if text, err := corpus.DecodeText(data); kind == ".csv" && err == nil && analysis.HoldsCoded(text) {
		kind = ".tsv"
	}
	if flags.label != string(corpus.LabelDeficit) && (kind == ".xlsx" || kind == ".csv") {
		return agreement.Coder{}, usageError{fmt.Errorf("%s: a workbook and a matrix are compared by what was lacking only: leave --label out, or name projects (.qdpx) or coded sets (.tsv)", path)}
	}
	switch kind {
	case ".xlsx":
		return workbook.ReadCoder(path, bytes.NewReader(data), workbook.CoderOptions{OnlyDecided: flags.decided, Limits: corpus.DefaultLimits()})
	case ".tsv":
		codebook, err := soundCodebook(cmd, flags.project.codebook)
		if err != nil {
			return agreement.Coder{}, err
		}
		rows, err := analysis.ReadCoded(path, bytes.NewReader(data))
		callByID(codebook, rows)
		return agreement.FromCoded(path, rows, corpus.Label(flags.label)), err
	case ".csv":
		text, err := decoded(path, data)
		if err != nil {
			return agreement.Coder{}, err
		}
		return agreement.ReadMatrix(path, string(text))
	}
	return agreement.Coder{}, &corpus.InputError{Path: path, Reason: "it is no coder's file: name a workbook (.xlsx), a matrix (.csv), a coded set (.tsv) or a project (.qdpx)"}
}

// save writes the tables where they were asked for.
func (f agreeFlags) save(report *agreement.Report) error {
	if f.csv != "" {
		for _, table := range report.Tables() {
			if err := os.MkdirAll(f.csv, 0o777); err != nil {
				return &corpus.InputError{Path: f.csv, Reason: "the folder cannot be made (" + corpus.Cause(err).Error() + "): name another"}
			}
			if err := writeTable(filepath.Join(f.csv, table.Name+".csv"), table, f.replace); err != nil {
				return err
			}
		}
	}
	if f.xlsx == "" {
		return nil
	}
	var b bytes.Buffer
	if err := workbook.WriteTables(&b, report.Tables()); err != nil {
		return err
	}
	return project.WriteFile(f.xlsx, b.Bytes(), f.replace)
}
