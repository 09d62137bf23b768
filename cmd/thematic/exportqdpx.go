package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
)

// newExportQDPXCommand is the export of a project for other programs.
func newExportQDPXCommand() *cobra.Command {
	var out, path string
	var statuses list
	var noPDF bool
	options := project.QDPXOptions{Tool: "thematic " + version}
	cmd := &cobra.Command{
		Use:   "qdpx -o FILE.qdpx",
		Short: "Write a REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others",
		Long: `Writes the reviews as cases with area, year and kind, the text of each file with its
PDF, and a coding for each passage of the last run, the decisions brought in since
counted. A passage that is held or rejected, neutral or praise has a code of its own
below that of its theme, so that nothing is taken for a finding that is none. A
theme that a person ruled present is coded on the whole of the review's first text;
what was found of one ruled absent is rejected. Where the PDF of a file is not to be
had, its text goes in alone; that is said, and the exit code is 3.`,
		Example: "  thematic export qdpx --reports reviews -o coded.qdpx\n  thematic export qdpx --no-pdf --status counted,held -o coded.qdpx",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkEnding(path, ".qdpx"); err != nil {
				return err
			}
			switch {
			case path == "":
				return usageError{errors.New("name the file to write with -o")}
			case noPDF == (options.Reports != ""):
				return usageError{errors.New("name the folder of the reports with --reports, so that their PDF files go in, or leave those out with --no-pdf")}
			}
			var err error
			if options.Statuses, err = statusesOf(statuses); err != nil {
				return err
			}
			made, err := project.ExportQDPX(cmd.Context(), out, path, options)
			if made != nil {
				warn(cmd.ErrOrStderr(), made.Warnings)
			}
			if err != nil {
				return err
			}
			printLost(cmd, "not in "+path, made.Lost)
			if n := len(made.WithoutPDF); n > 0 {
				warn(cmd.ErrOrStderr(), []string{fmt.Sprintf("%s: %s without the PDF, with the text alone: name the folder that 'thematic run' was given, with the files as it read them, or leave PDF files out with --no-pdf", path, corpus.Quantity(n, "file"))})
				return errUnread
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&path, "output", "o", "", "`file` to write")
	addResults(cmd, &out)
	f.StringVar(&options.Reports, "reports", "", "`folder` of the reports that were read")
	f.BoolVar(&noPDF, "no-pdf", false, "write the texts of the reports alone")
	f.Var(&statuses, "status", "`statuses` of the passages to write: counted, held, rejected; counted where you name none")
	return cmd
}

// newExportQDCCommand is the export of the codebook of the results.
func newExportQDCCommand() *cobra.Command {
	var out, path string
	cmd := &cobra.Command{
		Use:   "qdc -o FILE.qdc",
		Short: "Write the codebook of the results as REFI-QDA, without the coded texts",
		Long: `Writes the themes that the last run coded with, by the identifiers that they have in a
project (qdpx). 'thematic codebook export' writes any codebook, and other formats.`,
		Example: "  thematic export qdc -o practice.qdc",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name the file to write with -o")}
			}
			if err := checkEnding(path, ".qdc"); err != nil {
				return err
			}
			lost, warnings, err := project.ExportQDC(cmd.Context(), out, path, "thematic "+version)
			warn(cmd.ErrOrStderr(), warnings)
			if err != nil {
				return err
			}
			printLost(cmd, "not in "+path, lost)
			return nil
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file` to write")
	addResults(cmd, &out)
	return cmd
}
