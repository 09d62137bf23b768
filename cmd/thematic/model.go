package main

import (
	"github.com/spf13/cobra"

	"thematic/themes"
	"thematic/themes/model"
)

// addRulesOnly adds the flag that leaves the model out.
func addRulesOnly(cmd *cobra.Command, rulesOnly *bool) {
	cmd.Flags().BoolVar(rulesOnly, "rules-only", false, "judge by the codebook's rules alone, without the model learnt from coded passages")
}

// modelCodebook is the name of the codebook that the model was learnt for.
const modelCodebook = "practice"

// modelFor returns the model for a codebook, nil where it was not
// learnt for that codebook or is to be left out.
func modelFor(codebook *themes.Codebook, rulesOnly bool) themes.Opinion {
	if rulesOnly || codebook.Name != modelCodebook {
		return nil
	}
	return model.Builtin()
}
