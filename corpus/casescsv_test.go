package corpus

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestCasesCSVComesBack(t *testing.T) {
	cases := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	want := make([]Case, len(cases))
	for i, c := range cases {
		c.Joins, c.Facts = nil, nil
		want[i] = c
	}
	comma := string(CasesCSV(cases))
	for name, data := range map[string]string{
		"as written":                          comma,
		"without a byte order mark, and CRLF": strings.ReplaceAll(strings.TrimPrefix(comma, "\ufeff"), "\n", "\r\n"),
	} {
		got, mistakes := parseCases([]byte(data))
		if mistakes != nil {
			t.Fatalf("%s: %v", name, mistakes)
		}
		for i := range got {
			if !reflect.DeepEqual(got[i].Case, want[i]) {
				t.Errorf("%s: got %+v, want %+v", name, got[i].Case, want[i])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: got %d rows, want %d", name, len(got), len(want))
		}
	}
	semicolons := "note;include;files;kind;year;area;title;case_id\n;yes;a.pdf;review;2010;Marl;T;a\n"
	got, mistakes := parseCases([]byte(semicolons))
	if mistakes != nil || len(got) != 1 || got[0].ID != "a" || got[0].Year != 2010 || !got[0].Include {
		t.Errorf("columns in another order, with semicolons: got %+v, %v", got, mistakes)
	}
}

func TestCasesCSVMistakes(t *testing.T) {
	header := strings.Join(casesHeader, ",") + "\n"
	for _, test := range []struct {
		name, data string
		want       []string
	}{
		{"columns are missing", "case_id,title,area,year,kind,files\n", []string{`"include" is missing`, `"note" is missing`}},
		{"year", header + "a,T,Marl,20x0,review,a.pdf,yes,\n", []string{"line 2: the year"}},
		{"area", header + "a,T,Not known,2010,review,a.pdf,yes,\nb,T,,2010,review,b.pdf,yes,\n", []string{`line 2: the area of case a: "Not known" is no area: leave it empty where it is not known$`}},
		{"of no case, a column of a person", strings.TrimSpace(header) + ",risk\n,,,,,,,,high\n", []string{"line 2: neither a case_id nor files"}},
		{"of no case", header + ",Child T,Marl,,,,yes,\n,,,,,,,\n", []string{"line 2: neither a case_id nor files"}},
		{"include", header + "a,T,Marl,2010,review,a.pdf,perhaps,\n", []string{"write yes or no"}},
		{"kinds, listed once", header + "a,T,Marl,2010,novel,a.pdf,yes,\nb,T,Marl,2010,poem,b.pdf,yes,\n",
			[]string{"choose from review, ", `line 3: the kind "poem" of case b is not known$`}},
		{"several", header + "a,T,Marl,20x0,novel,a.pdf,yes,\nb,T,Marl,2010,review,b.pdf,,\nc,T,Marl,1,review,c.pdf,perhaps,,stray\n",
			[]string{"line 2: the year", "line 2: the kind", "line 4: the year", "line 4: include", `line 4: "stray"`}},
	} {
		_, mistakes := parseCases([]byte(test.data))
		if len(mistakes) != len(test.want) {
			t.Errorf("%s: got %q, want %d mistakes", test.name, mistakes, len(test.want))
			continue
		}
		for i, want := range test.want {
			if !strings.Contains(mistakes[i]+"$", want) {
				t.Errorf("%s: got %q, want %q in it", test.name, mistakes[i], want)
			}
		}
	}
}

func TestOddNamesKeepTheirEdits(t *testing.T) {
	proposed := []Case{
		{ID: "a", Title: "=1+1", Area: "Marl", Files: []string{"one; two.pdf"}},
		{ID: "b", Title: "B", Area: "Marl", Files: []string{" spaced .pdf"}},
		{ID: "c", Title: "C", Area: "Marl", Files: []string{"it's a “Bébé”.pdf"}},
	}
	edited := slices.Clone(proposed)
	for i := range edited {
		edited[i].Area = "Fenn – North"
	}
	plain := CasesCSV(edited)
	if !bytes.HasPrefix(plain, []byte("\ufeff")) {
		t.Errorf("no byte order mark stands before the table: %q", plain[:10])
	}
	if !strings.Contains(string(plain), "'=1+1") {
		t.Errorf("a title that looks like a formula is not guarded:\n%s", plain)
	}
	windows, err := charmap.Windows1252.NewEncoder().Bytes(bytes.TrimPrefix(plain, []byte("\ufeff")))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"UTF-8": plain, "the code page of Windows": windows} {
		rows, mistakes := parseCases(data)
		if mistakes != nil {
			t.Fatalf("%s: %v", name, mistakes)
		}
		edits := NewEdits(rows, proposed, nil)
		if groups := edits.Fixed(); groups != nil {
			t.Errorf("%s: the files count as changed: %v", name, groups)
		}
		for _, c := range edits.Apply(slices.Clone(proposed), Kind.AppraisesPractice).Cases {
			if c.Area != "Fenn – North" || !reflect.DeepEqual(c.Edited, []string{"area"}) {
				t.Errorf("%s: case %s: got area %q, edited %v", name, c.ID, c.Area, c.Edited)
			}
		}
	}
}

func TestKindsAsPeopleWriteThem(t *testing.T) {
	for said, want := range map[string]Kind{
		"review": KindReview, "Review": KindReview, " Executive Summary ": KindSummary, "executive-summary": KindSummary,
		"Novel": "Novel", "": "",
	} {
		if got := ParseKind(said); got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
	rows, mistakes := parseCases([]byte(strings.Join(casesHeader, ",") + "\na,T,Marl,2010,Executive Summary,a.pdf,yes,\n"))
	if len(mistakes) > 0 || rows[0].Kind != KindSummary || rows[0].cell(columnKind) != string(KindSummary) {
		t.Errorf("got %q, %+v", mistakes, rows)
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	rows, mistakes := parseCases([]byte(strings.Join(casesHeader, ",") + "\na,T,Marl,20x0,review,a.pdf,perhaps,\nb,T,Marl,2010,review,c.pdf,yes,\n"))
	err := NewEdits(rows, nil, nil).Check("cases.csv", map[string]ID{"a.pdf": ""}, mistakes)
	if err == nil {
		t.Fatal("nothing was refused")
	}
	lines := strings.Split(err.Error(), "\n")
	want := []string{"cases.csv: 3 mistakes:", "  line 2: the year", "  line 2: include", `  line 3 names the file "c.pdf"`}
	if len(lines) != len(want) {
		t.Fatalf("got %q, want %d lines", lines, len(want))
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("got %q, want it to begin with %q", lines[i], want[i])
		}
	}
}

func TestOfManyMistakesSomeAreTold(t *testing.T) {
	mistakes := slices.Repeat([]string{"wrong"}, mostMistakes)
	all, some := mistaken("cases.csv", mistakes).Error(), mistaken("cases.csv", append(mistakes, "wrong", "wrong")).Error()
	if strings.Count(all, "\n") != mostMistakes || strings.Contains(all, "more") {
		t.Errorf("got %q, want all of them", all)
	}
	if strings.Count(some, "wrong") != mostMistakes || !strings.HasSuffix(some, "\n  and 2 more") {
		t.Errorf("got %q, want some and how many more", some)
	}
}
