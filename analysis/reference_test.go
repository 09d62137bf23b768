package analysis

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
)

const referenceHeader = "source\tperiod\tn_reviews\tmeasure\tkind\tpublished\tcount\tnote\n"

func TestReadReferences(t *testing.T) {
	got, err := ReadReferences("f.tsv", strings.NewReader("\ufeff"+referenceHeader+
		"A briefing\t2006-2019\t27\tpoor assessments\tpractice\t85%\t23\tcount derived\r\n"+
		"\n"+
		"A study\t2017\t\tchild under 1\tchild\t37.5%\n"))
	want := []Reference{
		{Source: "A briefing", Period: "2006-2019", Of: 27, Measure: "poor assessments", Kind: "practice", Published: "85%", Count: 23, Counted: true, Note: "count derived"},
		{Source: "A study", Period: "2017", Measure: "child under 1", Kind: "child", Published: "37.5%"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	other, err := ReadReferences("f.tsv", strings.NewReader("count\tunit\ttheme_id\tpage\tmeasure\tn_reviews\tpublished\tsource\n3\tchildren\tvoice\t9\tm\t7\t\ts\n"))
	want = []Reference{{Source: "s", Of: 7, Measure: "m", Theme: "voice", Unit: "children", Count: 3, Counted: true}}
	if err != nil || !reflect.DeepEqual(other, want) {
		t.Errorf("columns in another order: got %+v, %v, want %+v", other, err, want)
	}
}

func TestReadReferencesMistakes(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "empty"},
		{"no column", "source\tmeasure\n", "no column n_reviews"},
		{"count", referenceHeader + "a\tb\t5\tc\td\t10%\tfew\t\n", `line 2: "few" is not a number`},
		{"negative", referenceHeader + "a\tb\t-5\tc\td\t10%\t1\t\n", `"-5" is not a number`},
		{"percentage", referenceHeader + "\na\tb\t5\tc\td\tmost\t1\t\n", `line 3: "most" is not a percentage`},
		{"above 100", referenceHeader + "a\tb\t5\tc\td\t101%\t1\t\n", `"101%" is not a percentage`},
		{"too many cells", referenceHeader + "a\tb\t5\tc\td\t10%\t1\t\tmore\n", "9 columns"},
	} {
		_, err := ReadReferences("f.tsv", strings.NewReader(c.data))
		var fault *corpus.InputError
		if !errors.As(err, &fault) || fault.Path != "f.tsv" || !strings.Contains(fault.Reason, c.want) {
			t.Errorf("%s: got %v, want an InputError with %q", c.name, err, c.want)
		}
	}
}

// TestReadPublishedFigures reads a collection of real published figures.
func TestReadPublishedFigures(t *testing.T) {
	path := filepath.Join("..", "..", "shared", "reference", "published-figures.tsv")
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the collection of published figures is not there")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	list, err := ReadReferences(path, file)
	if err != nil || len(list) < 30 {
		t.Fatalf("got %d figures, %v", len(list), err)
	}
	differ := map[string]bool{}
	for _, a := range (&Result{}).LayAlongside(list) {
		if strings.Contains(notes(a.Warnings...), "the units differ") {
			differ[a.Reference.Measure] = true
		}
	}
	want := map[string]bool{"children under 1": true, "distinct practice issues identified": true}
	if !reflect.DeepEqual(differ, want) {
		t.Errorf("other units than reviews: got %v, want %v", differ, want)
	}
}

func TestReferencePeriod(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Band
		ok   bool
	}{
		{"2006-2019", Band{2006, 2019}, true}, {"2006–2019", Band{2006, 2019}, true}, {"2014-15", Band{2014, 2015}, true},
		{"2020", Band{2020, 2020}, true}, {"to 2019", Band{}, false}, {"", Band{}, false}, {"2019-2006", Band{}, false},
		{"0000-2006", Band{}, false}, {"06-2019", Band{}, false}, {"2006-201", Band{}, false}, {"06-07", Band{}, false}, {"2019-2019", Band{2019, 2019}, true},
	} {
		got, ok := Reference{Period: c.in}.period()
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q: got %v, %v, want %v, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

// FuzzReadReferences holds that what is read makes sense: counts are not
// negative, a percentage lies in 0 to 100, and laying it beside a project never
// gives a share that is none.
func FuzzReadReferences(f *testing.F) {
	f.Add(referenceHeader + "A\t2006-2019\t27\tvoice\tpractice\t85%\t23\t\n")
	f.Add("count\tmeasure\tn_reviews\tpublished\tsource\n9\tx\t3\t.5%\t\n")
	f.Add(referenceHeader + "\t\t\t\t\t\t\n")
	project := &Result{}
	f.Fuzz(func(t *testing.T, data string) {
		list, err := ReadReferences("f", strings.NewReader(data))
		if err != nil {
			var fault *corpus.InputError
			if !errors.As(err, &fault) && !strings.HasPrefix(err.Error(), "read f: ") {
				t.Fatalf("got the error %v", err)
			}
			return
		}
		for _, a := range project.LayAlongside(list) {
			percent, place, ok := a.Reference.percent()
			if a.Reference.Of < 0 || a.Reference.Count < 0 || ok && (percent < 0 || percent > 100 || place > 1) {
				t.Fatalf("got %+v", a.Reference)
			}
			if a.Theirs.Defined && a.Theirs.Count > a.Theirs.Of || !a.Theirs.Defined && len(a.Warnings) == 0 {
				t.Fatalf("got %+v", a)
			}
		}
	})
}
