package main

import (
	"fmt"
	"strings"

	"thematic/analysis/workbook"
	"thematic/corpus"
)

// writeStrays says what was written where nothing is read.
func writeStrays(b *strings.Builder, strays []workbook.Stray) {
	var own []string
	astray := false
	for _, s := range strays {
		if s.Own {
			own = append(own, "“"+s.Column+"”")
			continue
		}
		astray = true
		fmt.Fprintf(b, "  not read: %s was changed in %s: %s\n", s.Column, counted(len(s.Places), "cell"), corpus.Some(s.Places))
	}
	if astray {
		fmt.Fprintln(b, "These columns are the program's own: write under Decision, Moved to theme and Comment, of a review under Area, Year and Include, and its title, kind and note into project/cases.csv.")
	}
	if len(own) > 0 {
		fmt.Fprintf(b, "%s of your own not read: %s\n", counted(len(own), "column"), strings.Join(own, ", "))
	}
}
