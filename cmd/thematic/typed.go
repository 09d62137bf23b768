package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thematic/internal/project"
)

// unsaid are the flags that are left out where a command is shown again: they are
// secret, change nothing in the results, or say where these lie.
var unsaid = []string{"password", "passwords", "workers", "json", "quiet", "out"}

// asTyped returns how cmd was typed, its flags behind its arguments, as a shell takes it.
func asTyped(cmd *cobra.Command) project.Typed {
	words, options := []string{cmd.CommandPath()}, map[string]string{}
	for _, arg := range cmd.Flags().Args() {
		words = append(words, project.ShellWord(arg))
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if slices.Contains(unsaid, f.Name) {
			return
		}
		option := "--" + f.Name
		switch value := f.Value.String(); {
		case f.Value.Type() != "bool":
			option += " " + project.ShellWord(value)
		case value != "true":
			option += "=" + value
		}
		options[f.Name] = option
		words = append(words, option)
	})
	secret := cmd.Flags().Changed("password") || cmd.Flags().Changed("passwords")
	return project.Typed{Command: strings.Join(words, " "), Options: options, Passwords: secret}
}
