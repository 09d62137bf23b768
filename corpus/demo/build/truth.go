package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeTruth gathers what the authors intended, source by source, under the
// names of the files that were made from them.
func writeTruth(sources, path string) error {
	files := map[string]string{}
	for _, l := range leaves {
		if files[l.source] == "" {
			files[l.source] = l.file
		}
	}
	tables, err := filepath.Glob(filepath.Join(sources, "*.truth.tsv"))
	if err != nil {
		return err
	}
	rows := [][]string{}
	for _, table := range tables {
		data, err := os.ReadFile(table)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			cells := strings.Split(line, "\t")
			if len(cells) != 6 {
				return fmt.Errorf("%s, line %d: %d cells, not 6", table, i+1, len(cells))
			}
			source := cells[0]
			if cells[1] == "summary" && files[source+".summary"] != "" {
				source += ".summary"
			}
			if i > 0 {
				rows = append(rows, []string{files[source], cells[2], cells[3], cells[5]})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.Write([]string{"file", "theme_id", "label", "quote"})
	w.WriteAll(rows)
	if err := w.Error(); err != nil {
		return err
	}
	return out.Close()
}
