package corpus

import (
	"os"
	"reflect"
	"slices"
	"testing"
)

// FuzzCasesCSV holds that what is read of a table, however a person left it,
// comes back the same when it is written and read again.
func FuzzCasesCSV(f *testing.F) {
	f.Add([]byte("case_id,title,area,year,kind,files,include,note\nwren,Child Wren,Ambry,2014,review,a.pdf; b.pdf,yes,\n"))
	f.Add([]byte("note;include;files;kind;year;area;title;case_id\n\"we; count it\";ja;a.pdf;;;;;wren\n"))
	f.Add([]byte("\xef\xbb\xbfcase_id\ttitle\tarea\tyear\tkind\tfiles\tinclude\tnote\r\n'=1+1\t\"\"\"x\"\"\"\t\t2014.0\t\t;;\t1\t\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, mistakes := parseCases(data)
		if mistakes != nil {
			return
		}
		var cases []Case
		for _, row := range rows {
			cases = append(cases, row.Case)
		}
		again, mistakes := parseCases(CasesCSV(cases))
		if mistakes != nil {
			t.Fatalf("what was written cannot be read: %q", mistakes)
		}
		var back []Case
		for _, row := range again {
			back = append(back, row.Case)
		}
		if !reflect.DeepEqual(back, cases) {
			t.Errorf("got %+v, want %+v", back, cases)
		}
	})
}

// FuzzManifest holds that a manifest is either refused, with the next step, or
// comes back the same when it is written and read again.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"tool":"t","files":[{"file":"a","size":1,"status":"ok"}],"proposed":[{"id":"a"}],"counts":{"ok":1}}`))
	f.Add([]byte(`{"files":null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := OpenStore(SystemDisk{}, t.TempDir(), "a test")
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := os.WriteFile(s.Path(manifestName), data, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := s.Manifest()
		if err != nil {
			return
		}
		if err := s.SaveManifest(m); err != nil {
			t.Fatal(err)
		}
		again, err := s.Manifest()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(again.Files, m.Files) || again.Tool != m.Tool {
			t.Errorf("got %+v, want %+v", again, m)
		}
	})
}
