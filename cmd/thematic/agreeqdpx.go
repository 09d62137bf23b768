package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"thematic/analysis/agreement"
	"thematic/corpus"
	"thematic/themes/refi"
)

// projectFlags say how a REFI-QDA project is read as a coder.
type projectFlags struct {
	user     string
	codebook string
}

func (f *projectFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.user, "user", "", "of projects, only the codings of the user of this `name`")
	cmd.Flags().StringVar(&f.codebook, "codebook", "builtin:practice", "of projects and coded sets, the codebook `file`, or builtin:NAME, whose labels their codes have")
}

// load reads a project as a coder, and says what of it cannot be compared.
func (f projectFlags) load(cmd *cobra.Command, path string, label corpus.Label) (agreement.Coder, error) {
	codebook, err := soundCodebook(cmd, f.codebook)
	if err != nil {
		return agreement.Coder{}, err
	}
	file, size, err := corpus.OpenInput(path, "project (.qdpx)")
	if err != nil {
		return agreement.Coder{}, err
	}
	defer file.Close()
	p, lost, err := refi.ReadProject(path, file, size)
	if err != nil {
		return agreement.Coder{}, err
	}
	printLost(cmd, "not read from "+path, lost)
	if coders := p.Coders(); f.user != "" && !slices.Contains(coders, f.user) {
		return agreement.Coder{}, usageError{fmt.Errorf("nothing in %s is coded by --user %q%s", path, f.user, corpus.Instead(f.user, coders))}
	}
	sense := refi.Finding
	if label == corpus.LabelGoodPractice {
		sense = refi.GoodPractice
	}
	return agreement.FromProject(path, p, codebook, f.user, sense), nil
}
