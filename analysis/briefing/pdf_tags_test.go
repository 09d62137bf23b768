package briefing

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
)

// spoken is what a program that reads aloud finds in a briefing: the elements
// in their order, each with its text.
func spoken(b *Briefing) []string {
	said := []string{"H1 " + b.Title, "P " + b.Subtitle}
	say := func(kind string, l Line) { said = append(said, kind+" "+strings.TrimSpace(l.Lead+" "+l.Text)) }
	for _, page := range b.Pages {
		for _, block := range page {
			switch block.Kind {
			case Heading:
				say("H2", block.Text)
			case Paragraph:
				say("P", block.Text)
			case Bullets:
				for _, item := range block.Items {
					say("Lbl", Line{Text: "•"})
					say("LBody", item)
				}
			case Quotation:
				say("P", block.Text)
				say("P", Line{Text: block.Cite})
			case FigureBlock:
				say("P", block.Figure.caption())
				say("Figure", Line{})
			case TableBlock:
				said = append(said, spokenTable(block.Table)...)
			}
		}
	}
	return append(said, "P "+b.Footer)
}

func spokenTable(t Table) []string {
	said := []string{"Caption " + t.caption().Lead}
	for i, row := range append([][]string{t.Header}, t.Rows...) {
		for j, cell := range row {
			kind := "TD"
			if i == 0 || j == 0 {
				kind = "TH"
			}
			said = append(said, kind+" "+cell)
		}
	}
	return said
}

// heard reads the elements of a PDF that hold content, each with the text
// that its sheets mark as its own; "pdfinfo" finds it.
func heard(t *testing.T, file string) []string {
	t.Helper()
	program, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("pdfinfo is not installed")
	}
	out, err := exec.Command(program, "-struct-text", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	element := regexp.MustCompile(`^ *(\w+)(?: \((?:block|inline)\))?:?$`)
	var all []string
	kind := ""
	for line := range strings.SplitSeq(strings.TrimRight(string(out), "\n"), "\n") {
		text := strings.TrimSpace(line)
		switch m := element.FindStringSubmatch(line); {
		case m != nil:
			kind = m[1]
			if kind == "Figure" {
				all = append(all, "Figure ")
			}
		case strings.HasPrefix(text, `"`) && kind != "Figure":
			all = append(all, kind+" "+strings.Trim(text, `"`))
		}
	}
	return all
}

// TestPDFIsReadInOrder holds that the structure of the PDF says everything
// that the briefing says, in its order, as what it is; a table goes on over
// two sheets, whose header is said once.
func TestPDFIsReadInOrder(t *testing.T) {
	b := New(smallResult(t), options())
	b.Pages = append(b.Pages, []Block{longTable()})
	got, want := heard(t, saved(t, b)), spoken(b)
	for i := range min(len(got), len(want)) {
		// A word that begins with a quotation mark loses it above.
		if strings.Trim(got[i], ` "`) != strings.Trim(strings.Join(strings.Fields(want[i]), " "), `"`) {
			t.Fatalf("element %d: got %q, want %q", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d elements, want %d", len(got), len(want))
	}
}

func longTable() Block {
	table := Table{Number: 9, Caption: "Many rows", Header: []string{"Theme", "Reviews"}, Numbers: []bool{false, true}}
	for i := range 70 {
		table.Rows = append(table.Rows, []string{fmt.Sprintf("Theme %d", i), fmt.Sprint(i)})
	}
	return Block{Kind: TableBlock, Table: table}
}

// TestPDFMarksAllThatIsDrawn holds that whatever a sheet draws stands in an
// element or is set apart, and that every mark leads to its element.
func TestPDFMarksAllThatIsDrawn(t *testing.T) {
	b := New(smallResult(t), options())
	b.Pages[0] = append(b.Pages[0], longTable())
	data := written(t, func(w *bytes.Buffer) error { return b.PDF(w) })
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	root := r.Trailer().Key("Root")
	if !root.Key("MarkInfo").Key("Marked").Bool() || !root.Key("ViewerPreferences").Key("DisplayDocTitle").Bool() {
		t.Error("the catalog does not say that the file is tagged and shows its title")
	}
	parents := root.Key("StructTreeRoot").Key("ParentTree").Key("Nums")
	if got, want := parents.Len(), 2*r.NumPage(); got != want {
		t.Fatalf("the tree of parents has %d entries, want %d", got, want)
	}
	for sheet := range r.NumPage() {
		page := r.Page(sheet + 1).V
		if got := page.Key("StructParents").Int64(); got != int64(sheet) || page.Key("Tabs").Name() != "S" {
			t.Errorf("sheet %d says that its parents are %d", sheet+1, got)
		}
		content, err := io.ReadAll(page.Key("Contents").Reader())
		if err != nil {
			t.Fatal(err)
		}
		checkMarks(t, sheet+1, string(content), parents.Index(2*sheet+1))
	}
}

var (
	markOf = regexp.MustCompile(`^/(\w+) <</MCID (\d+)>> BDC$`)
	draws  = regexp.MustCompile(`(Tj ET|(^| )(S|f|B|Do)|re f)( Q)?$`)
)

func checkMarks(t *testing.T, sheet int, content string, parents pdf.Value) {
	t.Helper()
	open, marks := false, 0
	for line := range strings.SplitSeq(content, "\n") {
		switch m := markOf.FindStringSubmatch(line); {
		case m != nil:
			e := parents.Index(marks)
			if m[2] != fmt.Sprint(marks) || e.Key("S").Name() != m[1] || e.Key("P").IsNull() {
				t.Fatalf("sheet %d: mark %d is %q, and its element is %v", sheet, marks, line, e)
			}
			marks++
			fallthrough
		case strings.HasPrefix(line, "/Artifact "):
			if open {
				t.Fatalf("sheet %d: %q in another mark", sheet, line)
			}
			open = true
		case line == "EMC":
			open = false
		case !open && draws.MatchString(line):
			t.Fatalf("sheet %d draws what no element has: %q", sheet, line)
		}
	}
	if open || marks == 0 || marks != parents.Len() {
		t.Errorf("sheet %d has %d marks, want %d; one is left open: %v", sheet, marks, parents.Len(), open)
	}
}

// TestPDFClaimsWhatHolds holds that a PDF says that it keeps to PDF/UA unless
// the font lacks a letter.
func TestPDFClaimsWhatHolds(t *testing.T) {
	for title, want := range map[string]bool{"Zoë & others": true, "Learning 学習": false, "Learning 😀": false} {
		b := New(smallResult(t), options())
		b.Title = title
		data := written(t, func(w *bytes.Buffer) error { return b.PDF(w) })
		if got := bytes.Contains(data, []byte("<pdfuaid:part>1</pdfuaid:part>")); got != want {
			t.Errorf("%q: the claim: got %v, want %v", title, got, want)
		}
	}
}

// TestPDFByVeraPDF runs the command in VERAPDF, which is to judge files by
// PDF/UA-1 and to say PASS or FAIL of each, over a briefing, and over one whose
// table goes on over sheets.
func TestPDFByVeraPDF(t *testing.T) {
	command := os.Getenv("VERAPDF")
	if command == "" {
		t.Skip("VERAPDF does not say how veraPDF is run")
	}
	long := New(smallResult(t), options())
	long.Pages[0] = append(long.Pages[0], longTable())
	for _, b := range []*Briefing{New(smallResult(t), options()), long} {
		args := append(strings.Fields(command), "-f", "ua1", "--format", "text", "-v", saved(t, b))
		out, err := exec.Command(args[0], args[1:]...).Output()
		if err != nil || !strings.HasPrefix(string(out), "PASS ") {
			t.Errorf("%s: %v", out, err)
		}
	}
}
