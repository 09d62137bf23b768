package hostile

import (
	"archive/zip"
	"bytes"
	"strings"
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

// numbered has numbers to miscount all over.
const numbered = "No plan was made in 2014, nor in 2015 by 23 of 30 people. "

// TestMutated holds that every mutation can be made again, and that each way of
// doing harm does it, to whole files and inside of them.
func TestMutated(t *testing.T) {
	archive := func(data []byte) []byte { // as it is written anew, so that it differs by what is changed alone
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		return changePart(r, -1, nil)
	}
	sound := []File{
		{"a.pdf", soundPDF()}, {"c.txt", []byte(strings.Repeat(numbered, 20))},
		{"b.docx", archive(zipped(wordPart, wordStart+strings.Repeat("<w:p><w:r><w:t>"+numbered+"</w:t></w:r></w:p>", 20)+wordEnd))},
	}
	unharmed, made := map[string]int{}, map[string]int{} // by what is in the name but for its number
	for i := range 1000 {
		f, again := Mutated(i, sound), Mutated(i, sound)
		if !bytes.Equal(f.Data, again.Data) || f.Name != again.Name {
			t.Errorf("%s: made twice, it differs", f.Name)
		}
		_, kind, _ := strings.Cut(f.Name, "-")
		made[kind]++
		for _, s := range sound {
			if bytes.Equal(f.Data, s.Data) {
				unharmed[kind]++
			}
		}
	}
	if want := len(mutations()) * 2 * len(sound); len(made) != want {
		t.Errorf("got %d kinds of mutation, want %d", len(made), want)
	}
	for kind, n := range made {
		if kind == "miscounted-b.docx" {
			continue // what is packed has no numbers
		}
		if 5*unharmed[kind] > n { // another number may be the same one
			t.Errorf("%s: %d of %d files came to no harm", kind, unharmed[kind], n)
		}
	}
}

// TestMutatedIsMadeOfOddFiles: an archive without parts, and the shortest file.
func TestMutatedIsMadeOfOddFiles(t *testing.T) {
	var empty bytes.Buffer
	if err := zip.NewWriter(&empty).Close(); err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		for _, s := range []File{{"empty.zip", empty.Bytes()}, {"short.txt", []byte("ab")}} {
			Mutated(i, []File{s})
		}
	}
}
