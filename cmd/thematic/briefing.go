package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"thematic/analysis/briefing"
	"thematic/internal/project"
)

func newBriefingCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "briefing",
		Short: "Make the briefing your own",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	values, blocks := briefing.TemplateNames(project.FigureKinds())
	cmd.AddCommand(&cobra.Command{
		Use:   "template",
		Short: "Print the built-in template of the briefing",
		Long: fmt.Sprintf(`Prints the template of which the briefing is made. Change a copy of it and give it with
--template to 'thematic run' or 'thematic export'.

"# " begins the title, "## " a heading, "- " an item of a list; **words** at the
beginning of a paragraph or item are in bold; "---" begins a page. A heading under
which nothing is left is left out. Within a line {{name}} is a value, and on a line
of its own a block. Everything else is text.

%s

%s`, listed("Values", values), listed("Blocks", blocks)),
		Example: "  thematic briefing template > mine.md\n  thematic export docx --template mine.md -o briefing.docx",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), briefing.BuiltinTemplate)
			return err
		},
	})
	return cmd
}
