package themes

import (
	"encoding/csv"
	"fmt"
	"os"
	"sort"
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
	c, err := NewCoder(cb)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// atLeast is how many of the labelled sentences get the right verdict. Raise it
// when the coder improves; it may not fall.
const atLeast = 156

// TestLabelledSentences reports the verdicts on the labelled sentences by kind
// of trap. They are one author's, a regression set and no validation.
func TestLabelledSentences(t *testing.T) {
	rows := readTSV(t, "codebook/sentences.tsv")
	c := practice(t)
	right, all := map[string]int{}, map[string]int{}
	sum := 0
	var wrong []string
	for _, row := range rows {
		got := labelOf(c, row["sentence"], row["theme_id"])
		want := row["label"]
		kind := row["trap_type"]
		all[kind]++
		if got == want {
			right[kind]++
			sum++
			continue
		}
		wrong = append(wrong, fmt.Sprintf("%s: %s: got %s, want %s: %s", kind, row["theme_id"], got, want, row["sentence"]))
	}
	var kinds []string
	for k := range all {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	for _, k := range kinds {
		t.Logf("%-40s %3d of %3d", k, right[k], all[k])
	}
	t.Logf("all %d of %d\n%s", sum, len(rows), strings.Join(wrong, "\n"))
	if sum < atLeast {
		t.Errorf("got %d sentences right, want at least %d", sum, atLeast)
	}
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
