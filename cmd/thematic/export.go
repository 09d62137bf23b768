package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
		Use:   "export xlsx|csv|jsonl|parquet|datapackage|json|marked|html|docx|pdf|pptx -o PATH",
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
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name where to write with -o")}
			}
			if err := endsAs(args[0], path); err != nil {
				return err
			}
			presentation, err := looks.load()
			if err != nil {
				return err
			}
			warn(cmd.ErrOrStderr(), presentation.Warnings())
			warnings, err := project.Export(out, args[0], path, "thematic "+buildVersion(), presentation)
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

// endsAs refuses a file for one of the formats of briefing and slides that other
// programs would not know by its ending.
func endsAs(format, path string) error {
	ends := map[string][]string{"html": {".html", ".htm"}, "docx": {".docx"}, "pdf": {".pdf"}, "pptx": {".pptx"}, "xlsx": {".xlsx"}}[format]
	if len(ends) == 0 || slices.Contains(ends, strings.ToLower(filepath.Ext(path))) {
		return nil
	}
	return usageError{fmt.Errorf("-o is %q: let the name of the file end in %s, by which programs know it", path, ends[0])}
}

// exportTable writes a table made from the results in the folder out as CSV, as
// [exportFile] does.
func exportTable(stderr io.Writer, out, path string, t analysis.Table) error {
	var b bytes.Buffer
	if err := t.WriteCSV(&b); err != nil {
		return err
	}
	return exportFile(stderr, out, path, b.Bytes())
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
func exportFile(stderr io.Writer, out, path string, data []byte) error {
	aside, err := project.ExportFile(out, path, data)
	warn(stderr, aside)
	return err
}
