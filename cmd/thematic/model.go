package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"thematic/themes"
	"thematic/themes/model"
)

// addRulesOnly adds the flag that leaves the model out.
func addRulesOnly(cmd *cobra.Command, rulesOnly *bool) {
	cmd.Flags().BoolVar(rulesOnly, "rules-only", false, "judge by the codebook's rules alone, without the model learnt from coded passages")
}

// modelFor returns the model for a codebook, nil where none was learnt for that codebook
// or it is to be left out.
func modelFor(codebook *themes.Codebook, rulesOnly bool) themes.Opinion {
	if rulesOnly {
		return nil
	}
	return model.For(codebook.Name)
}

// likelyModel is the model that a codebook will want, before it is read: that of practice
// for a file, which is mostly a copy of the built-in codebook.
func likelyModel(codebook string) *model.Model {
	if m := model.Builtin(strings.TrimPrefix(codebook, "builtin:")); m != nil {
		return m
	}
	return model.Builtin("practice")
}

// noModel says that there is no model for a codebook.
func noModel(codebook *themes.Codebook) string {
	return fmt.Sprintf("the rules alone judged: models were learnt for the codebooks %s, and this one is named %q", strings.Join(model.Codebooks(), " and "), codebook.Name)
}
