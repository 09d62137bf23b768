package workbook

import (
	"fmt"
	"strings"
	"testing"
)

func TestLogListsWhatCouldIdentifySomebody(t *testing.T) {
	r := fixture(t)
	log := func() string { return fmt.Sprint(rowsOf(t, reopened(t, written(t, r)), sheetLog)) }
	if before := log(); strings.Contains(before, "e-mail") {
		t.Fatalf("the fixture has an address: %s", before)
	}
	r.Passages[0].Quote = "The worker wrote to carer@home.example and had no answer."
	if after := log(); !strings.Contains(after, r.Passages[0].Quote) {
		t.Errorf("a passage with an address is not listed: %s", after)
	}
}
