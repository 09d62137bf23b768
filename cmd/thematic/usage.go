package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/corpus"
	"thematic/internal/project"
)

// flagError says what is wrong with a flag, and which was probably meant or where its
// use is told.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		flag := invalid.GetFlag()
		err = fmt.Errorf("--%s is %q, which is no %s", flag.Name, invalid.GetValue(), kindOfValue(flag.Value.Type()))
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		said, letters := unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()
		if said = cmp.Or(said, letters); letters != "" {
			err = fmt.Errorf("unknown flag: -%s", letters)
		}
		if meant := likeFlags(cmd, said); len(meant) > 0 {
			return usageError{fmt.Errorf("%w%s", err, corpus.InsteadOf(meant, nil))}
		}
	}
	return usageError{fmt.Errorf("%w: see '%s --help'", err, cmd.CommandPath())}
}

// mostLikeFlags is how many flags are named that may have been meant.
const mostLikeFlags = 3

// likeFlags are the flags of cmd that may have been meant by the name of one that it has
// not: those that are like it or, of a single letter, that begin with it.
func likeFlags(cmd *cobra.Command, said string) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	meant := corpus.Near(said, names)
	if utf8.RuneCountInString(said) == 1 {
		meant = slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, said) })
	}
	if len(meant) > mostLikeFlags {
		return nil
	}
	for i, name := range meant {
		meant[i] = "--" + name
	}
	return meant
}

// checkValues refuses arguments and values of flags that no command can be meant to take.
// A shell that asks how to complete a word gives all of them.
func checkValues(cmd *cobra.Command, args []string) error {
	if slices.Contains([]string{cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}, cmd.CalledAs()) {
		return nil
	}
	return cmp.Or(checkEmpty(cmd, args), checkHome(cmd, args))
}

// checkHome refuses arguments and values of flags that begin with ~ for the home folder
// where no shell has put it there: in quotation marks, or behind "=". Otherwise
// results would go to a folder of the name ~.
func checkHome(cmd *cobra.Command, args []string) error {
	values := slices.Clone(args)
	cmd.Flags().Visit(func(f *pflag.Flag) { values = append(values, f.Value.String()) })
	for _, value := range values {
		if !strings.HasPrefix(value, "~/") && !strings.HasPrefix(value, `~\`) {
			continue
		}
		if _, err := os.Lstat("~"); err == nil { // a folder that has this name
			return nil
		}
		return usageError{fmt.Errorf("%s: ~ does not stand for your home folder in quotation marks or behind '=': write it without them, or write the folder out", value)}
	}
	return nil
}

// checkEmpty refuses arguments and values of flags that are empty, as a variable of a shell
// is that was never set: no value at all would be taken, and so all areas, say, for one.
func checkEmpty(cmd *cobra.Command, args []string) (err error) {
	if slices.Contains(args, "") {
		return usageError{fmt.Errorf("an argument is empty: type '%s'", cmd.UseLine())}
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		values := []string{f.Value.String()}
		if several, ok := f.Value.(pflag.SliceValue); ok {
			values = several.GetSlice()
		}
		if err == nil && slices.Contains(values, "") {
			err = usageError{fmt.Errorf("--%s is empty: give a value, or leave it out", f.Name)}
		}
	})
	return err
}

// idle refuses flags that would do nothing where they are given: why says what they do.
func idle(cmd *cobra.Command, why string, flags ...string) error {
	for _, name := range flags {
		if cmd.Flags().Changed(name) {
			return usageError{fmt.Errorf("--%s %s", name, why)}
		}
	}
	return nil
}

// kindOfValue names a type of flags for a person.
func kindOfValue(flagType string) string {
	switch flagType {
	case "int":
		return "whole number"
	case "uint64":
		return "whole number of 0 or more"
	case "float64":
		return "number"
	case "bool":
		return "true or false"
	case "year":
		return "year such as 2016"
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

// widestHelp is how many characters a line of a help text has at most, flags apart.
const widestHelp = 88

// listed is a line of a help text that lists names behind a word, or several lines
// where it would be too wide.
func listed(what string, names []string) string {
	var b strings.Builder
	length, _ := b.WriteString(what + ":")
	for i, name := range names {
		name += ","
		if i == len(names)-1 {
			name = strings.TrimSuffix(name, ",") + "."
		}
		before := " "
		if length+len(before+name) > widestHelp {
			before, length = "\n", -1
		}
		b.WriteString(before + name)
		length += len(before + name)
	}
	return b.String()
}

// exactly is cobra.ExactArgs with an error that says what to type.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		if whole := strings.Join(args, " "); n == 1 && len(args) > 1 && exists(whole) {
			return usageError{fmt.Errorf("a name with spaces stands in quotation marks: type '%s %q'", cmd.CommandPath(), whole)}
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
	if args[0] == "" { // which any name begins with
		return usageError{fmt.Errorf("the command is empty: see '%s --help'", cmd.CommandPath())}
	}
	if meant := cmd.SuggestionsFor(args[0]); len(meant) > 0 {
		for i, name := range meant {
			meant[i] = fmt.Sprintf("'%s %s'", cmd.CommandPath(), name)
		}
		return usageError{fmt.Errorf("unknown command %q%s", args[0], corpus.InsteadOf(meant, nil))}
	}
	if !cmd.HasParent() {
		if err := noCommand(cmd, args[0]); err != nil {
			return err
		}
	}
	return usageError{fmt.Errorf("unknown command %q: see '%s --help'", args[0], cmd.CommandPath())}
}

// noCommand says what to type where a word that is no command is a folder, a file or
// the name of a flag; nil where it is none of these.
func noCommand(root *cobra.Command, word string) error {
	if root.Flags().Lookup(word) != nil {
		return usageError{fmt.Errorf("unknown command %q: did you mean '%s --%s'?", word, root.Name(), word)}
	}
	info, err := os.Stat(word)
	switch {
	case err != nil:
		return nil
	case info.IsDir():
		return usageError{fmt.Errorf("%q is a folder and no command: to read the reports in it type '%s run %s'", word, root.Name(), project.ShellWord(word))}
	}
	return usageError{fmt.Errorf("%q is a file and no command: to see its text type '%s text %s'", word, root.Name(), project.ShellWord(word))}
}
