package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
)

// largestWrite keeps what is written, and the most that was written at once.
type largestWrite struct {
	bytes.Buffer
	most int
}

func (w *largestWrite) WriteString(text string) (int, error) {
	w.most = max(w.most, len(text))
	return w.Buffer.WriteString(text)
}

// TestManifestIsWrittenItemByItem holds that a manifest is written as the JSON that it
// is, no member left out, and that it is never in memory as a whole.
func TestManifestIsWrittenItemByItem(t *testing.T) {
	full := Manifest{
		Tool: "thematic <1>", Reader: "24", Codebook: "practice 1.5.0", Counts: map[Status]int{StatusOK: 2, StatusFailed: 1},
		Gone: []ManifestFile{{File: "gone.pdf", ID: "ab", Size: 3, Status: StatusOK}},
	}
	for i := range 200 {
		file := fmt.Sprintf("review %d & more.pdf", i)
		full.Files = append(full.Files, ManifestFile{File: file, ID: ID(fmt.Sprint(i)), Size: int64(i), Status: StatusPartial, Reason: "a damaged page"})
		full.Proposed = append(full.Proposed, Case{ID: fmt.Sprint(i), Title: "Child\n\"A\"", Files: []string{file}, Columns: []Column{{"area", "Ambry"}}})
	}
	full.Earlier = full.Proposed[:1]
	for i, value := 0, reflect.ValueOf(full); i < value.NumField(); i++ {
		if value.Field(i).IsZero() {
			t.Fatalf("the test leaves out %s", value.Type().Field(i).Name)
		}
	}
	for _, m := range []Manifest{{}, {Files: []ManifestFile{}, Proposed: []Case{{}}}, full} {
		var want bytes.Buffer
		whole := json.NewEncoder(&want)
		whole.SetIndent("", " ")
		if err := whole.Encode(m); err != nil {
			t.Fatal(err)
		}
		var got largestWrite
		if err := m.write(&got); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want.String())
		}
		if got.most == 0 || got.most > 1000 {
			t.Errorf("%d of %d bytes were written at once", got.most, got.Len())
		}
	}
}

// TestManifestWriteFails holds that an error of the disk is told.
func TestManifestWriteFails(t *testing.T) {
	if err := (Manifest{}).write(failingWriter{}); err == nil {
		t.Error("it was written where nothing can be")
	}
}
