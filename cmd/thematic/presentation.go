package main

import (
	"fmt"
	"io"

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
	cmd.Flags().BoolVar(&f.noQuotes, "no-quotations", false, "leave illustrative quotations out of the briefing")
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
	p.Template, err = briefing.ParseTemplate(f.template, string(data), project.FigureKinds())
	return p, err
}

// mostSmall bounds the size of a file that a person writes by hand.
const mostSmall = 1 << 20

// readSmall reads a file that a person wrote: what says what it should be.
func readSmall(path, what string) ([]byte, error) { return readText(path, what, mostSmall) }

// readText is [readAtMost] of a text, however it was saved, in UTF-8.
func readText(path, what string, most int64) ([]byte, error) {
	data, err := readAtMost(path, what, most)
	if err != nil {
		return nil, err
	}
	return decoded(path, data)
}

// decoded is the text in a file of that path, in UTF-8.
func decoded(path string, data []byte) ([]byte, error) {
	text, err := corpus.DecodeText(data)
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	return []byte(text), nil
}

// readAtMost reads a file that is no larger than most, in bytes.
func readAtMost(path, what string, most int64) ([]byte, error) {
	file, _, err := corpus.OpenInput(path, what)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return bounded(file, path, what, most)
}

// bounded reads the file of that path, which is no larger than most, in bytes.
func bounded(file io.Reader, path, what string, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(data)) > most {
		err = &corpus.InputError{Path: path, Reason: fmt.Sprintf("larger than %d MB: this is hardly a %s", most>>20, what)}
	}
	return data, err
}

// warn prints what is hard to see in a theme.
func warn(w io.Writer, p project.Presentation) {
	for _, warning := range p.Warnings() {
		fmt.Fprintln(w, "thematic: "+warning)
	}
}
