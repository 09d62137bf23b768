package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// completeFlags has a shell complete the values of the flags of cmd and of the commands
// below it; a flag that is set or not has none.
func completeFlags(cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if complete := completionOf(cmd, f.Name); complete != nil && f.Value.Type() != "bool" {
			if err := cmd.RegisterFlagCompletionFunc(f.Name, complete); err != nil {
				panic(err) // the flag is there
			}
		}
	})
	for _, sub := range cmd.Commands() {
		completeFlags(sub)
	}
}

// completionOf completes the values of a flag of cmd; it is nil where the shell completes
// the names of files, as it does by itself.
func completionOf(cmd *cobra.Command, flag string) cobra.CompletionFunc {
	switch flag {
	case "out", "on", "reports":
		return cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	case "codebook", "beside":
		return completeCodebook
	case "themes":
		return completeThemes
	case "area":
		return func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			_, areas := project.Names(cmd.Flag("out").Value.String())
			return areas, cobra.ShellCompDirectiveNoFileComp
		}
	case "by":
		return oneOf(analysis.Draw{Passages: cmd.Name() == "sample"}.Groupings())
	case "of":
		return oneOf([]string{"reviews", "passages"})
	case "size":
		return oneOf(slices.Sorted(maps.Keys(chartSizes)))
	case "voice":
		return oneOf([]string{"professional", "child"})
	case "ocr":
		return oneOf([]string{"auto", "off"})
	case "label":
		return oneOf([]corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice})
	case "status":
		return oneOf(corpus.CodingStatuses)
	case "include-kind":
		return oneOf(kindNames())
	case "section":
		return oneOf(corpus.SectionKinds)
	}
	return nil
}

// completeCodebook completes a codebook: one that comes with the program, or a file.
func completeCodebook(*cobra.Command, []string, string) (builtin []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, name := range themes.BuiltinNames() {
		builtin = append(builtin, "builtin:"+name)
	}
	return builtin, cobra.ShellCompDirectiveDefault
}

// oneOf completes one of some values, or a list of them.
func oneOf[S ~string](values []S) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return behind(typed, values, nil), cobra.ShellCompDirectiveNoFileComp
	}
}

// completeThemes completes the themes of the results that cmd names, where there are some.
func completeThemes(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ids, _ := project.Names(cmd.Flag("out").Value.String())
	return behind(typed, ids, args), cobra.ShellCompDirectiveNoFileComp
}

// behind offers each value behind those of a list that is typed, without those in it and
// those that are given besides.
func behind[S ~string](typed string, values []S, given []string) (offered []cobra.Completion) {
	list := typed[:strings.LastIndex(typed, ",")+1]
	given = append(strings.Split(list, ","), given...)
	for _, value := range values {
		if !slices.Contains(given, string(value)) {
			offered = append(offered, list+string(value))
		}
	}
	return offered
}
