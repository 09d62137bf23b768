package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/corpus"
)

// flagError says what is wrong with a flag and where its use is told.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		flag := invalid.GetFlag()
		err = fmt.Errorf("--%s is %q, which is no %s", flag.Name, invalid.GetValue(), kindOfValue(flag.Value.Type()))
	}
	return usageError{fmt.Errorf("%w: see '%s --help'", err, cmd.CommandPath())}
}

// kindOfValue names a type of flags for a person.
func kindOfValue(flagType string) string {
	switch flagType {
	case "int":
		return "whole number"
	case "float64":
		return "number"
	case "bool":
		return "true or false"
	}
	return flagType
}

// refuseUnknownTopics has the help command of root take a topic that does not exist
// for a mistake. All other commands must have been added.
func refuseUnknownTopics(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	help, _, err := root.Find([]string{"help"})
	if err != nil {
		panic(err) // it was added above
	}
	help.Run = nil
	help.RunE = func(cmd *cobra.Command, args []string) error {
		topic, rest, err := root.Find(args)
		if err != nil {
			return usageError{err}
		}
		if err := noArguments(topic, rest); err != nil {
			return err
		}
		topic.InitDefaultHelpFlag()
		topic.InitDefaultVersionFlag()
		return topic.Help()
	}
}

// exactly is cobra.ExactArgs with an error that says what to type.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		takes := "no arguments"
		if n > 0 {
			takes = corpus.Quantity(n, "argument")
		}
		return usageError{fmt.Errorf("'%s' takes %s and was given %d: type '%s'", cmd.CommandPath(), takes, len(args), cmd.UseLine())}
	}
}

// atLeastOne is cobra.MinimumNArgs(1) with an error that says what to type.
func atLeastOne(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return usageError{fmt.Errorf("'%s' was given nothing to work on: type '%s'", cmd.CommandPath(), cmd.UseLine())}
}

// noArguments is cobra.NoArgs for commands that only hold others. Of a word that
// is nearly the name of one it says which was probably meant.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if meant := cmd.SuggestionsFor(args[0]); len(meant) > 0 {
		for i, name := range meant {
			meant[i] = fmt.Sprintf("'%s %s'", cmd.CommandPath(), name)
		}
		return usageError{fmt.Errorf("unknown command %q%s", args[0], corpus.InsteadOf(meant, nil))}
	}
	return usageError{fmt.Errorf("unknown command %q: see '%s --help'", args[0], cmd.CommandPath())}
}
