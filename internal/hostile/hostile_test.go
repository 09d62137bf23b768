package hostile

import (
	"bytes"
	"testing"
)

func TestMake(t *testing.T) {
	if testing.Short() {
		t.Skip("makes some hundred megabytes")
	}
	if got := Kinds(); got < 60 {
		t.Errorf("got %d kinds, want 60 or more", got)
	}
	names := map[string]bool{}
	for i := range Kinds() + 5 {
		f, again := Make(i), Make(i)
		if !bytes.Equal(f.Data, again.Data) || f.Name != again.Name {
			t.Errorf("%s: made twice, it differs", f.Name)
		}
		if names[f.Name] {
			t.Errorf("%s: two files have this name", f.Name)
		}
		names[f.Name] = true
	}
}

func TestMutated(t *testing.T) {
	sound := []File{{"a.pdf", soundPDF()}, {"b.docx", wordFile(wordText)}, {"c.txt", []byte("No plan was made.")}}
	same := 0
	const n = 1000
	for i := range n {
		f, again := Mutated(i, sound), Mutated(i, sound)
		if !bytes.Equal(f.Data, again.Data) || f.Name != again.Name {
			t.Errorf("%s: made twice, it differs", f.Name)
		}
		for _, s := range sound {
			if bytes.Equal(f.Data, s.Data) {
				same++
			}
		}
	}
	if same > n/5 { // numbers to miscount are not in every file
		t.Errorf("%d of %d files came to no harm", same, n)
	}
}
