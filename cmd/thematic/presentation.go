package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis/briefing"
	"thematic/corpus"
	"thematic/internal/project"
)

// presentationFlags say how charts and briefing show what was found.
type presentationFlags struct {
	voice    string
	theme    string
	noQuotes bool
	template string
}

func (f *presentationFlags) add(cmd *cobra.Command) {
	f.addLook(cmd)
	cmd.Flags().StringVar(&f.template, "template", "", "`file` with a template of the briefing; 'thematic briefing template' prints the built-in one")
	cmd.Flags().BoolVar(&f.noQuotes, "no-quotations", false, "leave quotations and the titles of documents out of the briefing: areas and years stay")
}

// addLook adds what concerns charts too.
func (f *presentationFlags) addLook(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.voice, "voice", "professional", "`words` that charts and briefing name the themes by: professional or child")
	cmd.Flags().StringVar(&f.theme, "theme", "", "YAML `file` with your own colours and font for charts and briefing")
}

func (f presentationFlags) load() (project.Presentation, error) {
	p := project.Presentation{NoQuotations: f.noQuotes, ChildVoice: f.voice == "child"}
	if f.voice != "child" && f.voice != "professional" {
		return p, usageError{fmt.Errorf("--voice is %q: choose professional or child", f.voice)}
	}
	if f.theme != "" {
		if _, err := os.Stat(f.theme); errors.Is(err, fs.ErrNotExist) {
			return p, &corpus.InputError{Path: f.theme, Reason: "there is no such file: --theme wants a YAML file of colours; themes are chosen with --themes, as in 'thematic chart venn --themes ID,ID'"}
		}
		data, err := readSmall(f.theme, "theme")
		if err != nil {
			return p, err
		}
		if p.Theme, err = project.LoadTheme(f.theme, data); err != nil {
			return p, err
		}
	}
	if f.template == "" {
		return p, nil
	}
	data, err := readSmall(f.template, "template")
	if err != nil {
		return p, err
	}
	if !strings.Contains(string(data), "{{") {
		return p, &corpus.InputError{Path: f.template, Reason: "it is no template of a briefing, since it names nothing that was found, such as {{reviews}} or {{table themes}}: 'thematic briefing template' prints one"}
	}
	p.Template, err = briefing.ParseTemplate(f.template, string(data), project.FigureKinds())
	return p, err
}
