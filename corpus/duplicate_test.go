package corpus

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestMarkDuplicates(t *testing.T) {
	docs := testDocuments()
	docs[2].ID = docs[0].ID
	docs[3].Letters = letters("Full!") // the words of docs[0]
	got := MarkDuplicates(docs, nil)
	want := map[string]string{docs[2].File: docs[0].File, docs[3].File: docs[0].File}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	cases := Group(docs, got, nil, Kind.AppraisesPractice)
	if c := caseOf(t, cases, docs[0].File); len(c.Files) != 4 || len(c.Joins) != 3 {
		t.Errorf("the duplicates did not join the case: %v, %v", c.Files, c.Joins)
	}
	if docs[2].Status != StatusDuplicate || !strings.Contains(docs[2].Reason, docs[0].File) {
		t.Errorf("got %s (%s)", docs[2].Status, docs[2].Reason)
	}
}

func TestNamedCopy(t *testing.T) {
	for name, want := range map[string]bool{
		"S12 (1).pdf": true, "S12(1).pdf": true, "a/Copy of S12.pdf": true, "Copy (2) of S12.pdf": true, "S12 - Copy.pdf": true, "S12 - Copy (2).pdf": true,
		"S12 (copy).pdf": true, "S12 (copy 3).pdf": true, "S12 copy.pdf": true, "S12 copy 2.pdf": true, "s12_copy.pdf": true,
		"S12.pdf": false, "Copy of it/S12.pdf": false, "Child T (2014).pdf": false, "Photocopy.pdf": false, "Copying.pdf": false, "Hard copy of S12.pdf": false, "S12 2.pdf": false,
	} {
		if got := namedCopy(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// TestOfEqualFilesTheOneNotNamedACopyIsKept holds that of files with the same bytes the
// name decides, and where that says nothing, the path.
func TestOfEqualFilesTheOneNotNamedACopyIsKept(t *testing.T) {
	for _, names := range [][2]string{{"S12 (copy).pdf", "S12.pdf"}, {"Copy of S12.pdf", "S12.pdf"}, {"S12 (2).pdf", "S12 (1).pdf"}, {"z.pdf", "b.pdf"}} {
		copied, kept := names[0], names[1]
		var docs []*Document
		for _, name := range slices.Sorted(slices.Values(names[:])) {
			doc := testDocument(name, KindReview, "", "Child K", "2011", wording(1, 300, 0))
			doc.ID = "the same"
			docs = append(docs, doc)
		}
		if got, want := MarkDuplicates(docs, nil), (map[string]string{copied: kept}); !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// TestOfEqualTextsTheOneOfAKnownKindIsKept has a review of which one copy has lost what
// tells its kind: the review is not to be lost with it.
func TestOfEqualTextsTheOneOfAKnownKindIsKept(t *testing.T) {
	whole := wording(1, 300, 0)
	docs := []*Document{
		testDocument("a.docx", KindOther, "", "Child K", "2011", whole),
		testDocument("b (copy).html", KindReview, "", "Child K", "2011", whole),
	}
	if got, want := MarkDuplicates(docs, nil), (map[string]string{"a.docx": "b (copy).html"}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// versions are three files of one text: a draft with a word changed here and
// there, the whole, and a volume with the whole in it.
func versions() []*Document {
	const board = "Marl Safeguarding Children Board"
	whole := wording(1, 3000, 0)
	return []*Document{
		testDocument("a/draft.pdf", KindReview, board, "Child K", "2011", wording(1, 2900, 300)),
		testDocument("b/whole.pdf", KindReview, board, "Child K", "2011", whole),
		testDocument("c/volume.pdf", KindOther, "", "", "2012", whole+" "+wording(2, 6000, 0)),
	}
}

func TestMarkDuplicatesThatAreNearlyTheSame(t *testing.T) {
	docs := versions()
	got := MarkDuplicates(docs, nil)
	if want := map[string]string{"a/draft.pdf": "b/whole.pdf"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if want := "nearly the same text as b/whole.pdf (9"; docs[0].Status != StatusDuplicate || !strings.HasPrefix(docs[0].Reason, want) {
		t.Errorf("got %s (%s), want %q", docs[0].Status, docs[0].Reason, want)
	}
}

func TestOfCopiesTheOneWithPagesIsKept(t *testing.T) {
	whole := wording(1, 3000, 0)
	for name, bare := range map[string]string{"the same words": whole, "and a running head": whole + " " + wording(3, 20, 0)} {
		docs := []*Document{
			testDocument("a.txt", KindReview, "", "Child K", "2011", bare),
			testDocument("b.pdf", KindReview, "", "Child K", "2011", whole),
		}
		docs[1].Pages = 12
		if got, want := MarkDuplicates(docs, nil), (map[string]string{"a.txt": "b.pdf"}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	docs := []*Document{
		testDocument("a.txt", KindReview, "", "Child K", "2011", whole+" "+wording(3, 1200, 0)),
		testDocument("b.pdf", KindReview, "", "Child K", "2011", whole),
	}
	docs[1].Pages = 12
	if got := MarkDuplicates(docs, nil); len(got) != 0 {
		t.Errorf("got %v: more than the pages hold would be lost", got)
	}
}

func TestAFileThatBrokeOffRepeatsItsWhole(t *testing.T) {
	torn := func(title string) []*Document {
		docs := []*Document{
			testDocument("half.pdf", KindReview, "", "", "2011", wording(1, 1200, 0)),
			testDocument("whole.pdf", KindReview, "", "", "2011", wording(1, 3000, 0)),
		}
		docs[0].Facts[FactTitle], docs[1].Facts[FactTitle] = Fact{Value: "Child K"}, Fact{Value: title}
		docs[0].Status, docs[0].Reason = StatusPartial, "pages 9-16 could not be read"
		return docs
	}
	docs := torn("Child K")
	if got, want := MarkDuplicates(docs, nil), (map[string]string{"half.pdf": "whole.pdf"}); !reflect.DeepEqual(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	if got := docs[0].Reason; !strings.HasPrefix(got, "part of the text of whole.pdf") || !strings.Contains(got, "pages 9-16") {
		t.Errorf("got the reason %q", got)
	}
	if got := MarkDuplicates(torn("Two children"), nil); len(got) != 0 {
		t.Errorf("got %v: a volume is no copy of one of its reviews", got)
	}
	other := torn("Child K")
	other[0].Facts[FactSubject], other[1].Facts[FactSubject] = Fact{Value: "Child K"}, Fact{Value: "Child L"}
	if got := MarkDuplicates(other, nil); len(got) != 0 {
		t.Errorf("got %v: two children's reviews have most of their words in common", got)
	}
	copies := torn("Child K")
	copies[0].Sketch, copies[0].Pages = sketchOf(wording(1, 2900, 0)), 12
	if got, want := MarkDuplicates(copies, nil), (map[string]string{"half.pdf": "whole.pdf"}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v: a file that was read whole is kept before one with pages that was not", got, want)
	}
}

func TestAPersonMayPartDuplicates(t *testing.T) {
	docs := versions()
	docs[2].ID = docs[1].ID // the same bytes
	fixed := [][]string{{"a/draft.pdf"}, {"c/volume.pdf"}}
	if got := MarkDuplicates(docs, fixed); len(got) != 0 {
		t.Errorf("got %v: files that a person has parted", got)
	}
	together := versions()
	if got := MarkDuplicates(together, [][]string{{"b/whole.pdf", "a/draft.pdf"}}); len(got) != 1 {
		t.Errorf("got %v: a person has put a copy to its text, which is a copy all the same", got)
	}
}

func TestGroupJoinsVersions(t *testing.T) {
	const marl, fenn = "Marl Safeguarding Children Board", "Fenn Safeguarding Children Board"
	first := testDocument("1.pdf", KindReview, marl, "Child K", "2011", wording(1, 3000, 25))
	later := testDocument("2.pdf", KindReview, marl, "Child K", "2012", wording(1, 3000, 0))
	other := testDocument("3.pdf", KindReview, marl, "Child K", "2012", wording(2, 3000, 0))
	elsewhere := testDocument("4.pdf", KindReview, fenn, "Child K", "2012", wording(1, 3000, 26))
	docs := []*Document{first, later, other, elsewhere}
	if repeats := MarkDuplicates(docs, nil); len(repeats) > 0 {
		t.Fatalf("versions are taken for copies: %v", repeats)
	}
	cases := Group(docs, nil, nil, Kind.AppraisesPractice)
	if len(cases) != 3 {
		t.Errorf("got %d cases, want 3", len(cases))
	}
	c := caseOf(t, cases, "2.pdf")
	if want := []string{"2.pdf", "1.pdf"}; !reflect.DeepEqual(c.Files, want) {
		t.Errorf("got %v, want %v, the later one first", c.Files, want)
	}
	if len(c.Joins) != 1 || !strings.Contains(c.Joins[0], "another version of 2.pdf") {
		t.Errorf("the join does not say why: %v", c.Joins)
	}
}
