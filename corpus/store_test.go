package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const storedID = ID("ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34")

var storedRecord = Record{
	ID: storedID, Reader: "1", Format: "pdf", Status: StatusOK, Engine: "text layer",
	Text: Text{
		Body:  "A heading\nNo one asked.\n",
		Pages: []Page{{Number: 1, Span: Span{0, 24}, State: PageRead}},
		Blocks: []Block{
			{Kind: BlockHeading, Span: Span{0, 9}, Level: 1, Section: -1},
			{Kind: BlockParagraph, Span: Span{10, 23}, Section: 0},
		},
		Sections: []Section{{Kind: SectionAnalysis, Title: "A heading", Level: 1, Parent: -1, Span: Span{0, 24}}},
	},
}

func openTestStore(t *testing.T) *Store {
	t.Helper()
	s, err := OpenStore(SystemDisk{}, filepath.Join(t.TempDir(), "project"), "a test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStoreKeepsRecords(t *testing.T) {
	s := openTestStore(t)
	if _, ok := s.Load(storedID, "1"); ok {
		t.Fatal("a record that was never saved was loaded")
	}
	if err := s.Save(storedRecord); err != nil {
		t.Fatal(err)
	}
	got, ok := s.Load(storedID, "1")
	if !ok || !reflect.DeepEqual(got, storedRecord) {
		t.Errorf("got %+v, %v, want %+v", got, ok, storedRecord)
	}
	if _, ok := s.Load(storedID, "2"); ok {
		t.Error("the record of another reader was loaded")
	}
}

// TestBodyIsThatOfTheRecord: whatever stands in a text or before it.
func TestBodyIsThatOfTheRecord(t *testing.T) {
	s := openTestStore(t)
	if _, err := s.Body(storedID, "1"); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v of a record that is not there", err)
	}
	for _, body := range []string{"", "a\n", `"`, `\`, `\"`, `"\`, "é “x”\t\u2028 <b> & \x01 \U0001f600\n", "<A&E>\t\\n\n", `"text":{"body":"no"}`} {
		record := storedRecord
		record.Reason, record.Engine, record.Text.Body = `"text":{"body":"neither"`, body, body
		if err := s.Save(record); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Body(storedID, "1"); err != nil || got != body {
			t.Errorf("got %q, %v, want %q", got, err, body)
		}
	}
}

// TestStoreTakesNoIDForAPath: files of the project name texts, and may be damaged or
// come from another machine.
func TestStoreTakesNoIDForAPath(t *testing.T) {
	s := openTestStore(t)
	if err := s.Save(storedRecord); err != nil {
		t.Fatal(err)
	}
	for _, id := range []ID{"", "a", storedID[:63], storedID + "0", "ab/../" + storedID[6:], "AB" + storedID[2:], storedID[:63] + "\x00"} {
		var input *InputError
		if _, err := s.Kept(id, "1"); !errors.As(err, &input) {
			t.Errorf("%q: got %v, want an InputError", id, err)
		}
		if _, err := s.Size(id, "1"); !errors.As(err, &input) {
			t.Errorf("size of %q: got %v, want an InputError", id, err)
		}
		if _, ok := s.Sum(id, "1"); ok {
			t.Errorf("%q has a checksum", id)
		}
		record := storedRecord
		record.ID = id
		if err := s.Save(record); !errors.As(err, &input) {
			t.Errorf("saved as %q: got %v, want an InputError", id, err)
		}
	}
}

func TestStoreNoticesDamage(t *testing.T) {
	s := openTestStore(t)
	if err := s.Save(storedRecord); err != nil {
		t.Fatal(err)
	}
	path, err := s.objectPath(storedID, "1")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func([]byte) []byte{
		"cut short": func(b []byte) []byte { return b[:len(b)/2] },
		"one byte":  func(b []byte) []byte { b[len(b)-20] ^= 1; return b },
		"empty":     func([]byte) []byte { return nil },
		"gone":      nil, // removed below
	} {
		if damage == nil {
			err = os.Remove(path)
		} else {
			err = os.WriteFile(path, damage(append([]byte(nil), whole...)), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Load(storedID, "1"); ok {
			t.Errorf("%s: a damaged record was loaded", name)
		}
		if _, err := s.Body(storedID, "1"); err == nil {
			t.Errorf("%s: the body of a damaged record was read", name)
		}
		_, err = s.Kept(storedID, "1")
		if err == nil || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "gone") != (name == "gone") {
			t.Errorf("%s: got %v, want an error that names %s and says what befell it", name, err, path)
		}
	}
	if err := errors.Join(os.RemoveAll(path), os.Mkdir(path, 0o755)); err != nil { // a disk that cannot read it
		t.Fatal(err)
	}
	if _, err := s.Kept(storedID, "1"); err == nil || strings.Contains(err.Error(), "gone") || strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v, want the fault of the disk alone", err)
	}
}

func TestStoreRefusesASecondRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "project")
	first, err := OpenStore(SystemDisk{}, dir, "the first")
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() (*Store, error){
		"to write": func() (*Store, error) { return OpenStore(SystemDisk{}, dir, "the second") },
		"to read":  func() (*Store, error) { return ReadStore(SystemDisk{}, dir) },
	} {
		_, err := open()
		var locked *LockedError
		if !errors.Is(err, ErrLocked) || !errors.As(err, &locked) || locked.Holder != "the first" {
			t.Errorf("%s: got %v, want it to be locked by the first", name, err)
		}
	}
	if data, err := os.ReadFile(first.Path(lockName)); err != nil || len(data) > 0 {
		t.Errorf("the file that is locked holds %q (%v), which could not have been written on Windows", data, err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := OpenStore(SystemDisk{}, dir, "the second")
	if err != nil {
		t.Fatalf("after the first run ended: %v", err)
	}
	if err := errors.Join(os.Remove(second.Path(holderName(lockName))), second.Close()); err != nil {
		t.Errorf("the name of the holder is gone: %v", err)
	}
}

func TestStoreLetsManyRead(t *testing.T) {
	s := openTestStore(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var readers []*Store
	for range 2 {
		reader, err := ReadStore(SystemDisk{}, s.dir)
		if err != nil {
			t.Fatal(err)
		}
		readers = append(readers, reader)
	}
	var locked *LockedError
	if _, err := OpenStore(SystemDisk{}, s.dir, "a writer"); !errors.As(err, &locked) || locked.Holder != "" {
		t.Errorf("while two read: got %v, want it to be locked by nobody named", err)
	}
	for _, reader := range readers {
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestManifestDamaged(t *testing.T) {
	s := openTestStore(t)
	if m, err := s.Manifest(); err != nil || m.Files != nil {
		t.Fatalf("before the first run: got %+v, %v", m, err)
	}
	if err := os.WriteFile(s.Path("manifest.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	var input *InputError
	if _, err := s.Manifest(); !errors.As(err, &input) {
		t.Errorf("got %v, want an InputError", err)
	}
}

func TestWriteFileLeavesNoTrace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	for _, text := range []string{"first", "second"} {
		if err := WriteFile(SystemDisk{}, path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("got %q, want %q", got, text)
		}
	}
	if err := WriteFile(SystemDisk{}, filepath.Join(dir, "missing", "out.csv"), nil); err == nil {
		t.Error("a file was written into a folder that does not exist")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("got %d files, want only out.csv", len(entries))
	}
}
