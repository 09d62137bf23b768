package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"thematic/internal/project"
)

// presentationFlags say how charts and briefing show what was found.
type presentationFlags struct {
	voice    string
	noQuotes bool
}

func (f *presentationFlags) add(cmd *cobra.Command) {
	f.addVoice(cmd)
	cmd.Flags().BoolVar(&f.noQuotes, "no-quotations", false, "leave illustrative quotations out of the briefing")
}

// addVoice adds what concerns charts too.
func (f *presentationFlags) addVoice(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.voice, "voice", "professional", "professional or child: what charts and briefing call the themes by")
}

func (f presentationFlags) load() (project.Presentation, error) {
	p := project.Presentation{NoQuotations: f.noQuotes, ChildVoice: f.voice == "child"}
	if f.voice != "child" && f.voice != "professional" {
		return p, usageError{fmt.Errorf("--voice is %q: choose professional or child", f.voice)}
	}
	return p, nil
}
