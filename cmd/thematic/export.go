package main

import (
	"bytes"
	"errors"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/internal/project"
)

func newExportCommand() *cobra.Command {
	var out, path string
	var looks presentationFlags
	cmd := &cobra.Command{
		Use:   "export xlsx|csv|jsonl|parquet|datapackage|json|html|docx|pdf|pptx -o PATH",
		Short: "Write the workbook, the tables, the briefing or everything as JSON, decisions counted",
		Long: `Writes the findings of the last run with the decisions brought in since: the workbook
(xlsx), everything counted as one JSON object (json) or the briefing (html, docx, pdf;
pptx for its charts as slides) into a file, or every table into a folder: as csv, jsonl
(JSON Lines), parquet, or datapackage for all three, each with datapackage.json, which
says what every column means.`,
		Example: "  thematic decisions import coded.xlsx && thematic export csv -o tables",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name where to write with -o")}
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
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file`, or for tables folder, to write")
	cmd.Flags().StringVar(&out, "out", "thematic-out", "`folder` of the results")
	looks.add(cmd)
	cmd.AddCommand(newExportQDPXCommand(), newExportQDCCommand())
	return cmd
}

// writeTable writes a table as CSV.
func writeTable(path string, t analysis.Table) error {
	var b bytes.Buffer
	if err := t.WriteCSV(&b); err != nil {
		return err
	}
	return project.WriteFile(path, b.Bytes())
}
