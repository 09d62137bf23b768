package themes

import (
	"strconv"
	"strings"
	"testing"
)

// TestVocabulary keeps forms of every length, more than the table holds at
// first, and looks them up within a text and at its end.
func TestVocabulary(t *testing.T) {
	v := newVocabulary()
	want := map[string]*entry{}
	for i := range 10_000 {
		form := strings.Repeat("æ", i%13) + strconv.Itoa(i)
		want[form] = &entry{norm: form}
		v.put(form, want[form])
	}
	for form, e := range want {
		for _, after := range []string{"", " ", " and what follows it"} {
			text := "See " + form + after
			if got := v.find(text, 4, 4+len(form)); got != e {
				t.Fatalf("%q: got %v, want %v", text, got, e)
			}
		}
		if got := v.find(form+"x", 0, len(form)+1); got != nil {
			t.Fatalf("%qx: got %v, want none", form, got)
		}
	}
}

// TestVocabularyForgets holds that one text of ever new words leaves no more
// behind than a text may.
func TestVocabularyForgets(t *testing.T) {
	v := newVocabulary()
	for i := range maxVocabulary + 1 {
		v.put(strconv.Itoa(i), &entry{})
	}
	v.forget()
	if v.count != 0 || v.find("1", 0, 1) != nil {
		t.Errorf("got %d forms, want none", v.count)
	}
}
