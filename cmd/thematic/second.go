package main

import (
	"github.com/spf13/cobra"

	"thematic/themes"
	"thematic/themes/model"
)

// addRulesOnly adds the flag that leaves the second reader out.
func addRulesOnly(cmd *cobra.Command, rulesOnly *bool) {
	cmd.Flags().BoolVar(rulesOnly, "rules-only", false, "judge by the codebook's rules alone, without the second reader learnt from coded passages")
}

// readerCodebook is the name of the codebook that the second reader was learnt for.
const readerCodebook = "practice"

// secondReader returns the second reader for a codebook, nil where it was not
// learnt for that codebook or is to be left out.
func secondReader(codebook *themes.Codebook, rulesOnly bool) themes.Opinion {
	if rulesOnly || codebook.Name != readerCodebook {
		return nil
	}
	return model.Builtin()
}
