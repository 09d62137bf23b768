package themes

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

const shared = "../../shared/"

// readTSV reads a table of ../shared, or skips the test.
func readTSV(t testing.TB, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(shared + path)
	if err != nil {
		t.Skipf("needs ../shared beside the repository: %v", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			if i < len(row) {
				m[name] = row[i]
			}
		}
		out = append(out, m)
	}
	return out
}

func practice(t testing.TB) *Coder {
	t.Helper()
	cb, err := Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCoder(cb, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// knownWrong is how many sentences of a kind of trap the coder gets wrong. It may
// get no more wrong; lower a figure when the coder improves.
var knownWrong = map[string]int{"family_view_accepted_by_author": 1}

// TestLabelledSentences prints the verdicts on the labelled sentences by kind of
// trap. They are one author's, a regression set and no validation.
func TestLabelledSentences(t *testing.T) {
	rows := readTSV(t, "codebook/sentences.tsv")
	c := practice(t)
	wrong, all := map[string][]string{}, map[string]int{}
	for _, row := range rows {
		kind := row["trap_type"]
		all[kind]++
		if got, want := labelOf(c, row["sentence"], row["theme_id"]), row["label"]; got != want {
			wrong[kind] = append(wrong[kind], fmt.Sprintf("%s: got %s, want %s: %s", row["theme_id"], got, want, row["sentence"]))
		}
	}
	sum := 0
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		right := all[kind] - len(wrong[kind])
		sum += right
		t.Logf("%-40s %3d of %3d", kind, right, all[kind])
		if len(wrong[kind]) > knownWrong[kind] {
			t.Errorf("%s: got %d wrong, want at most %d:\n%s", kind, len(wrong[kind]), knownWrong[kind], strings.Join(wrong[kind], "\n"))
		}
	}
	t.Logf("%-40s %3d of %3d", "all", sum, len(rows))
}

func labelOf(c *Coder, sentence, theme string) string {
	sentence = strings.ReplaceAll(sentence, `-\n`, "")
	for _, coding := range c.Code(Passage(sentence, corpus.SectionUnknown)) {
		if coding.Theme == theme && coding.Status == corpus.Counted {
			return string(coding.Label)
		}
	}
	return "not_applicable"
}
