package project

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// writtenFindings writes findings and returns the file.
func writtenFindings(t testing.TB, f findings) []byte {
	t.Helper()
	var data bytes.Buffer
	if err := f.write(&data); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// readBack reads a file of findings.
func readBack(data []byte) (findings, error) {
	return readFindings(bytes.NewReader(data), int64(len(data)), func() error { return errors.New("damaged") })
}

// packedCodings are n passages of one document each.
func packedCodings(t testing.TB, n int) *corpus.PackedCodings {
	t.Helper()
	packed := corpus.NewPackedCodings(0, nil)
	for i := range n {
		if err := packed.Add([]corpus.Coding{{PassageID: fmt.Sprint(i), Quote: "No plan was made.", Reason: "a & <b>"}}); err != nil {
			t.Fatal(err)
		}
	}
	return packed
}

// someFindings are findings of every kind.
func someFindings(t testing.TB) map[string]findings {
	t.Helper()
	return map[string]findings{
		"nothing":      {},
		"one":          {Input: analysis.Input{Packed: packedCodings(t, 1), Source: "one review"}, Coded: []string{"a"}},
		"with another": {Input: analysis.Input{Themes: []analysis.Theme{{ID: "risk"}}, Packed: packedCodings(t, 3), Beside: &analysis.BesideInput{Name: "factors", Packed: packedCodings(t, 2)}}, Uncoded: packedCodings(t, 3)},
		"only beside":  {Input: analysis.Input{Beside: &analysis.BesideInput{Packed: packedCodings(t, 2)}}},
		"none beside":  {Input: analysis.Input{Packed: packedCodings(t, 1), Beside: &analysis.BesideInput{}}},
	}
}

// everything is all that was found, what stands beside the themes behind it.
func everything(f findings) []*corpus.Coding {
	all := f.WithBeside()
	return slices.Collect(all.Found())
}

// TestFindingsAreReadAgain: what was found is read as it was written, and written the
// same again.
func TestFindingsAreReadAgain(t *testing.T) {
	for name, f := range someFindings(t) {
		data := writtenFindings(t, f)
		read, err := readBack(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want, got := everything(f), everything(read)
		if same := func(a, b *corpus.Coding) bool { return *a == *b }; !slices.EqualFunc(got, want, same) {
			t.Errorf("%s: got %v of %v", name, got, want)
		}
		if (read.Beside == nil) != (f.Beside == nil) || read.Source != f.Source || !slices.Equal(read.Coded, f.Coded) {
			t.Errorf("%s: got %+v of %+v", name, read, f)
		}
		if again := writtenFindings(t, read); !bytes.Equal(again, data) {
			t.Errorf("%s: written again:\ngot  %q\nwant %q", name, again, data)
		}
	}
}

// goneThrough goes through all that was found, and returns what is wrong with it.
func goneThrough(read findings) error {
	all := read.WithBeside()
	for range all.Found() {
	}
	for i := range read.Uncoded.Documents() {
		read.Uncoded.Document(i)
	}
	return cmp.Or(all.Packed.Err(), read.Uncoded.Err())
}

// TestDamagedFindingsAreKnown: no byte of the file can be another, or be gone, without
// its being told, at the latest behind the last passage.
func TestDamagedFindingsAreKnown(t *testing.T) {
	whole := writtenFindings(t, someFindings(t)["with another"])
	through := func(data []byte) error {
		read, err := readBack(data)
		if err != nil {
			return err
		}
		return goneThrough(read)
	}
	if err := through(whole); err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		changed := bytes.Clone(whole)
		changed[n] ^= 1
		for _, data := range [][]byte{whole[:n], changed, append(bytes.Clone(whole), whole[n:]...)} {
			if err := through(data); err == nil {
				t.Errorf("byte %d: a damaged file was read", n)
			}
		}
	}
}

// TestOddFindingsAreRefused has the frame say what cannot be of the passages before it,
// under a checksum that is right.
func TestOddFindingsAreRefused(t *testing.T) {
	whole := writtenFindings(t, someFindings(t)["one"])
	begins := binary.LittleEndian.Uint64(whole[len(whole)-trailerSize:])
	size := int(begins) - len(findingsLine)
	for name, tt := range map[string]struct {
		index  []corpus.PackedDocument
		begins uint64
	}{
		"fewer than none":         {[]corpus.PackedDocument{{Codings: -1, Size: size}}, begins},
		"of a size below nothing": {[]corpus.PackedDocument{{Codings: 1, Size: -1}, {Codings: 1, Size: size + 1}}, begins},
		"beyond their end":        {[]corpus.PackedDocument{{Codings: 1, Size: size + 1}}, begins},
		"not all that are there":  {[]corpus.PackedDocument{{Codings: 1, Size: size - 1}}, begins},
		"a frame before all else": {nil, uint64(len(findingsLine)) - 1},
		"a frame behind the end":  {nil, uint64(len(whole))},
	} {
		frame, err := json.Marshal(findingsFrame{Packed: tt.index})
		if err != nil {
			t.Fatal(err)
		}
		data := append(bytes.Clone(whole[:min(tt.begins, begins)]), frame...)
		data = binary.LittleEndian.AppendUint64(data, tt.begins)
		data = binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(frame))
		if _, err := readBack(data); err == nil {
			t.Errorf("%s: it was read", name)
		}
	}
}

// widest is the greatest number of bytes that came in one piece.
type widest int

func (w *widest) Write(data []byte) (int, error) {
	*w = max(*w, widest(len(data)))
	return len(data), nil
}

func TestLargeResultsAreWrittenPieceByPiece(t *testing.T) {
	takesLong(t)
	f := findings{Input: analysis.Input{
		Themes: []analysis.Theme{{ID: "curiosity"}}, Files: []analysis.File{{File: "a.pdf", Status: corpus.StatusOK}},
		Cases: []corpus.Case{{ID: "a", Files: []string{"a.pdf"}, Include: true}},
	}}
	f.Packed = corpus.NewPackedCodings(0, nil)
	for i := range 5000 {
		if err := f.Packed.Add([]corpus.Coding{{
			PassageID: fmt.Sprint(i), CaseID: "a", File: "a.pdf", Theme: "curiosity", Label: corpus.LabelDeficit, Status: corpus.Counted,
			Quote: "No one asked him what he wanted, and no one wrote down that they had not.",
		}}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := analysis.Analyse(f.Input)
	if err != nil {
		t.Fatal(err)
	}
	var findings, table widest
	if _, err := f.Packed.WriteTo(&findings); err != nil {
		t.Fatal(err)
	}
	for _, passages := range r.Tables() {
		if passages.Name != "passages" {
			continue
		}
		if err := passages.WriteCSV(&table); err != nil {
			t.Fatal(err)
		}
	}
	if most := widest(64 << 10); findings == 0 || findings > most || table == 0 || table > most {
		t.Errorf("got pieces of %d and %d bytes, want less than 64 kB of each", findings, table)
	}
}

// FuzzReadFindings holds that what can be read is written again as it was read, and that
// nothing is too odd to be refused, be its checksums right.
func FuzzReadFindings(f *testing.F) {
	for _, found := range someFindings(f) {
		data := writtenFindings(f, found)
		f.Add(data[:len(data)-trailerSize], binary.LittleEndian.Uint64(data[len(data)-trailerSize:]))
	}
	f.Fuzz(func(t *testing.T, data []byte, begins uint64) {
		frame := data[min(begins, uint64(len(data))):]
		read, err := readBack(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint64(bytes.Clone(data), begins), crc32.ChecksumIEEE(frame)))
		if err != nil {
			return
		}
		if goneThrough(read) != nil {
			return
		}
		once := writtenFindings(t, read)
		again, err := readBack(once)
		if err != nil {
			t.Fatal(err)
		}
		if twice := writtenFindings(t, again); !bytes.Equal(once, twice) {
			t.Errorf("written again:\ngot  %q\nwant %q", twice, once)
		}
	})
}

// TestSelectionLeavesWhatStandsBeside: choosing themes of practice keeps what was
// decided on circumstances.
func TestSelectionLeavesWhatStandsBeside(t *testing.T) {
	coding := func(id, theme string) corpus.Coding {
		return corpus.Coding{PassageID: id, CaseID: "a", File: "a.txt", Theme: theme, Status: corpus.Counted, Label: corpus.LabelDeficit, Quote: id}
	}
	for _, sel := range []Selection{{}, {Themes: []string{"risk"}}} {
		in := analysis.Input{
			Themes: []analysis.Theme{{ID: "risk"}, {ID: "voice"}}, Files: []analysis.File{{File: "a.txt", Status: corpus.StatusOK}},
			Cases:   []corpus.Case{{ID: "a", Files: []string{"a.txt"}, Include: true}},
			Codings: []corpus.Coding{coding("p1", "risk"), coding("p2", "voice")},
			Beside:  &analysis.BesideInput{Name: "factors", Themes: []analysis.Theme{{ID: "debt"}}, Codings: []corpus.Coding{coding("f1", "debt")}},
			Decisions: []corpus.Decision{
				{PassageID: "f1", Theme: "debt", Status: corpus.Rejected, Coder: "KL"},
				{PassageID: "p2", Theme: "voice", Status: corpus.Rejected, Coder: "KL"},
			},
		}
		if err := sel.apply(&in); err != nil {
			t.Fatal(err)
		}
		r, err := analysis.Analyse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Beside.Prevalence[0].Share.Count; got != 0 || len(r.Orphans) != 0 {
			t.Errorf("%+v: the theme beside counts in %d reviews, want 0; orphans %+v", sel, got, r.Orphans)
		}
	}
}
