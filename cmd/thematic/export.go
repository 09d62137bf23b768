package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/internal/project"
)

func newExportCommand() *cobra.Command {
	var out, path string
	var looks presentationFlags
	cmd := &cobra.Command{
		Use:   "export " + strings.Join(project.ExportFormats(), "|") + " -o PATH",
		Short: "Write results for other programs, or the reviews marked, decisions counted",
		Long: `Writes the findings of the last run with the decisions brought in since: the workbook
(xlsx), everything counted as one JSON object (json) or the briefing (html, docx, pdf;
pptx for its charts as slides) into a file, or every table into a folder: as csv, jsonl
(JSON Lines), parquet, or datapackage for all three, each with datapackage.json, which
says what every column means. The reviews themselves (marked) go into a folder as web
pages, with every passage marked where it stands, and with the workbook, whose column
Page leads to each passage there; pages that an earlier export left of reviews that
dropped out are removed. What is there already, and is not known as the program's own,
is kept under another name, such as facts-yours.csv.`,
		Example: "  thematic export csv -o tables\n  thematic export marked -o marked",
		Args:    exactly(1), ValidArgs: project.ExportFormats(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name where to write with -o")}
			}
			if err := cmp.Or(checkPresented(cmd, args[0]), endsAs(args[0], path)); err != nil {
				return err
			}
			presentation, err := looks.load()
			if err != nil {
				return err
			}
			warn(cmd.ErrOrStderr(), presentation.Warnings())
			warnings, err := project.Export(cmd.Context(), out, args[0], path, "thematic "+buildVersion(), presentation)
			warn(cmd.ErrOrStderr(), warnings)
			return err
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file`, or for tables and marked folder, to write")
	addResults(cmd, &out)
	looks.add(cmd)
	cmd.AddCommand(newExportQDPXCommand(), newExportQDCCommand())
	return cmd
}

// checkPresented refuses flags of the briefing and of charts for a format that has none:
// above all, tables have every quotation.
func checkPresented(cmd *cobra.Command, format string) (err error) {
	briefing, charts := []string{"html", "docx", "pdf", "pptx"}, []string{"xlsx", "marked"}
	switch {
	case slices.Contains(briefing, format):
		return nil
	case !slices.Contains(charts, format):
		err = idle(cmd, "goes with what has charts, and "+format+" has none: leave it out", "voice", "theme")
	}
	return cmp.Or(err, idle(cmd, "goes with the briefing (html, docx, pdf, pptx), and "+format+" is not that: leave it out", "no-quotations", "template"))
}

// endsAs refuses a file for one of the formats that are one file which other programs would
// not know by its ending, and the name of a file for those that are a folder.
func endsAs(format, path string) error {
	switch format {
	case "html":
		return checkEnding(path, ".html", ".htm")
	case "docx", "pdf", "pptx", "xlsx", "json":
		return checkEnding(path, "."+format)
	}
	if slices.Contains([]string{".csv", ".jsonl", ".parquet", ".json", ".html", ".zip"}, strings.ToLower(filepath.Ext(path))) {
		return usageError{fmt.Errorf("%s: this is the name of a file, and %s is a folder of files: name a folder", path, format)}
	}
	return nil
}

// exportTable writes a table made from the results in the folder out as CSV, as
// [exportFile] does.
func exportTable(cmd *cobra.Command, out, path string, t analysis.Table) error {
	var b bytes.Buffer
	if err := t.WriteCSV(&b); err != nil {
		return err
	}
	return exportFile(cmd, out, path, b.Bytes())
}

// writeTable writes a table as CSV for a command without results to note it in, as
// [project.WriteFile] does.
func writeTable(path string, t analysis.Table, replace bool) error {
	var b bytes.Buffer
	if err := t.WriteCSV(&b); err != nil {
		return err
	}
	return project.WriteFile(path, b.Bytes(), replace)
}

// exportFile writes what was made from the results in the folder out, and says what
// was put aside for it.
func exportFile(cmd *cobra.Command, out, path string, data []byte) error {
	aside, err := project.ExportFile(cmd.Context(), out, path, data)
	warn(cmd.ErrOrStderr(), aside)
	return err
}
