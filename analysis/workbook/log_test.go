package workbook

import (
	"fmt"
	"strings"
	"testing"

	"thematic/analysis"
)

func TestLogListsWhatCouldIdentifySomebody(t *testing.T) {
	r := fixture(t)
	log := func() string { return fmt.Sprint(rowsOf(t, reopened(t, written(t, r)), sheetLog)) }
	if before := log(); strings.Contains(before, "e-mail") {
		t.Fatalf("the fixture has an address: %s", before)
	}
	const quote = "The worker wrote to carer@home.example and had no answer."
	passages := []analysis.Passage{}
	for p := range r.Passages.All() {
		passages = append(passages, *p)
	}
	passages[0].Quote = quote
	r.Passages = analysis.PassagesOf(passages)
	if after := log(); !strings.Contains(after, quote) {
		t.Errorf("a passage with an address is not listed: %s", after)
	}
}
