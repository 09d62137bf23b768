package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
	"thematic/themes/exchange"
	"thematic/themes/refi"
)

// exchangeFormat is a format that codebooks are carried to and from. Both ways
// say what is lost.
type exchangeFormat struct {
	ending, name string
	write        func(io.Writer, *themes.Codebook) ([]string, error)
	read         func(path string, data []byte) (exchange.Draft, []string, error)
}

var exchangeFormats = []exchangeFormat{
	{".csv", "a table, which holds all of the themes", exchange.WriteCSV, exchange.ReadCSV},
	{".qdc", "REFI-QDA, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others", writeQDC, readQDC},
	{".yaml", "a dictionary of quanteda", exchange.WriteQuanteda, exchange.ReadQuanteda},
	{".dic", "a dictionary of LIWC", exchange.WriteLIWC, exchange.ReadLIWC},
}

func writeQDC(w io.Writer, c *themes.Codebook) ([]string, error) {
	return refi.WriteCodebook(w, c, "thematic "+version)
}

func readQDC(path string, data []byte) (exchange.Draft, []string, error) {
	list, lost, err := refi.ReadCodebook(path, bytes.NewReader(data))
	return exchange.Draft{Themes: list}, lost, err
}

// formatsHelp lists the formats for a help text.
func formatsHelp() string {
	var b strings.Builder
	for _, f := range exchangeFormats {
		fmt.Fprintf(&b, "  %-6s %s\n", f.ending, f.name)
	}
	return b.String()
}

// formatOf finds the format of a file by its ending.
func formatOf(path string) (exchangeFormat, error) {
	ending := strings.ToLower(filepath.Ext(path))
	if ending == ".yml" {
		ending = ".yaml"
	}
	var endings []string
	for _, f := range exchangeFormats {
		if f.ending == ending {
			return f, nil
		}
		endings = append(endings, f.ending)
	}
	return exchangeFormat{}, usageError{fmt.Errorf("%s ends in no format of codebooks: choose from %s", path, strings.Join(endings, ", "))}
}

func newCodebookExportCommand() *cobra.Command {
	var path string
	var replace bool
	cmd := &cobra.Command{
		Use:   "export FILE|builtin:NAME -o FILE",
		Short: "Write a codebook for another program",
		Long: `Writes a codebook in the format that the ending of the file names, and says what
that format does not hold. A file that is there already is left as it is, unless you
say --replace:
` + formatsHelp(),
		Example: "  thematic codebook export builtin:practice -o practice.qdc",
		Args:    exactly(1), ValidArgsFunction: completeCodebook,
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name the file to write with -o")}
			}
			return exportCodebook(cmd, args[0], path, replace)
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file` to write")
	addReplace(cmd, &replace)
	return cmd
}

func exportCodebook(cmd *cobra.Command, name, path string, replace bool) error {
	format, err := formatOf(path)
	if err != nil {
		return err
	}
	codebook, err := soundCodebook(cmd, name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	lost, err := format.write(&b, codebook)
	if err != nil {
		return fmt.Errorf("make %s: %w", path, err)
	}
	if err := project.WriteFile(path, b.Bytes(), replace); err != nil {
		return err
	}
	printLost(cmd, "not in "+path, lost)
	return nil
}

func newCodebookImportCommand() *cobra.Command {
	var path, name string
	var replace bool
	cmd := &cobra.Command{
		Use:   "import FILE -o FILE.yaml",
		Short: "Make a codebook from the file of another program",
		Long: `Reads a codebook in the format that the ending of the file names, writes it as a
codebook file to go on with, and says what was not read and what was made up. A file
that is there already is left as it is, unless you say --replace:
` + formatsHelp() + `
As CSV, lists of codes and of keywords from elsewhere are read too: a column theme and
one keywords, with a word or phrase a row, or several in a cell parted by commas.`,
		Example: "  thematic codebook import keywords.csv -o mine.yaml\n  thematic codebook import codes.qdc -o mine.yaml\n  thematic codebook check mine.yaml",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				return usageError{errors.New("name the codebook to write with -o")}
			}
			if err := checkEnding(path, ".yaml", ".yml"); err != nil {
				return err
			}
			return importCodebook(cmd, args[0], path, name, replace)
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "codebook `file` to write")
	cmd.Flags().StringVar(&name, "name", "", "`name` of the codebook (that of the file where you give none)")
	addReplace(cmd, &replace)
	return cmd
}

func importCodebook(cmd *cobra.Command, from, to, name string, replace bool) error {
	format, err := formatOf(from)
	if err != nil {
		return err
	}
	data, err := readAtMost(from, "codebook", maxExchange)
	if err != nil {
		return err
	}
	draft, lost, err := format.read(from, data)
	if err != nil {
		return err
	}
	if draft.Name = name; name == "" {
		draft.Name = strings.TrimSuffix(filepath.Base(to), filepath.Ext(to))
	}
	draft.Title = draft.Name
	made := draft.Settle()
	if err := project.WriteFile(to, draft.YAML(), replace); err != nil {
		return err
	}
	printLost(cmd, "not read from "+from, lost)
	printLost(cmd, "made up in "+to, made)
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", to, corpus.Quantity(len(draft.Themes), "theme"))
	_, err = soundCodebook(cmd, to)
	return err
}

// maxExchange bounds the size of a file that is imported.
const maxExchange = 16 << 20
