package project

import (
	"bytes"
	"encoding/json"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// TestJSONIsWrittenPassageByPassage holds that passages written one by one make the
// object that they make as a whole, whatever stands in a text.
func TestJSONIsWrittenPassageByPassage(t *testing.T) {
	const noPassages = `"passages": []`
	none := analysis.PassagesOf(nil)
	some := analysis.PassagesOf([]analysis.Passage{
		{Coding: &corpus.Coding{Quote: "<a> & \"b\",\n " + noPassages}}, {Coding: &corpus.Coding{PassageID: "p"}, ThemeLabel: "T"},
	})
	for name, r := range map[string]*analysis.Result{
		"nothing":           {},
		"no passages":       {Passages: none, Beside: &analysis.Beside{Passages: none}},
		"passages":          {Source: "\n " + noPassages, Passages: some},
		"and some beside":   {Passages: some, Beside: &analysis.Beside{Title: "\n  " + noPassages, Passages: some}},
		"only some beside":  {Passages: none, Beside: &analysis.Beside{Passages: some}},
		"and none beside":   {Passages: some, Beside: &analysis.Beside{Passages: none}},
		"cases, and so on":  {Passages: some, Cases: []corpus.Case{{ID: "a"}}},
		"files, and so on":  {Files: []analysis.File{{File: "a.pdf"}}, Passages: some},
		"decisions on them": {Passages: some, Orphans: []analysis.Orphan{{Reason: "gone"}}},
	} {
		var got, want bytes.Buffer
		whole := json.NewEncoder(&want)
		whole.SetEscapeHTML(false)
		whole.SetIndent("", " ")
		if err := whole.Encode(r); err != nil {
			t.Fatal(err)
		}
		if err := writeJSON(&got, r); err != nil || got.String() != want.String() {
			t.Errorf("%s: got\n%s\n%v, want\n%s", name, got.String(), err, want.String())
		}
	}
}
