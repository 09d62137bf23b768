package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thematic/corpus"
)

// What a comparison of words leaves out: list marks, which are not part of our
// text, and the dots of contents pages.
var (
	listMark = regexp.MustCompile(`^(?:[•●○◦■□▪▫◼➢✓❖·–o\x{F000}-\x{F0FF}-]|[.…]{3,})$`)
	numbered = regexp.MustCompile(`^\(?(\w{1,4}(?:\.\d+)*)[.)]$`)
	dots     = regexp.MustCompile(`\.{4,}`)
)

// comparedWords are the words of a page, hyphens left out, since pdftotext
// joins "multi-" and "agency" over a line end without one.
func comparedWords(page string) map[string]int {
	page = norm.NFKC.String(strings.NewReplacer("\u00ad", "", "-", "", "‐", "").Replace(dots.ReplaceAllString(page, " ")))
	bag := map[string]int{}
	for _, word := range strings.Fields(page) {
		if m := numbered.FindStringSubmatch(word); m != nil {
			word = m[1]
		}
		if !listMark.MatchString(word) {
			bag[word]++
		}
	}
	return bag
}

// shared counts the words that two bags have in common, and those of both.
func shared(a, b map[string]int) (both, all int) {
	for word, n := range a {
		both += min(n, b[word])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return both, all
}

// agreement is how far one reader's words are those of pdftotext.
type agreement struct{ both, all, pages, low int }

// add compares a page and returns its F1: 2·both/all.
func (a *agreement) add(want, got string) float64 {
	both, all := shared(comparedWords(want), comparedWords(got))
	a.both, a.all, a.pages = a.both+both, a.all+all, a.pages+1
	f1 := 1.0
	if all > 0 {
		f1 = 2 * float64(both) / float64(all)
	}
	if f1 < leastAgreement {
		a.low++
	}
	return f1
}

func (a *agreement) f1() float64 { return 2 * float64(a.both) / float64(a.all) }

const leastAgreement = 0.95 // of a page

// TestWordsAgreeWithPoppler compares every page of the real reports with what
// pdftotext reads on it, as bags of words. What mutool reads is logged beside, with -v.
func TestWordsAgreeWithPoppler(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 72 reports three times")
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "reports", "*.pdf"))
	if len(files) == 0 {
		t.Skip("the folder of real reports is not here")
	}
	var ours, other agreement
	for _, path := range files {
		want, err := exec.Command(program, "-enc", "UTF-8", path, "-").Output()
		if err != nil {
			t.Fatalf("pdftotext %s: %v", path, err)
		}
		got := pagesOf(t, path)
		var theirs []byte
		if testing.Verbose() {
			theirs, _ = exec.Command("mutool", "draw", "-q", "-F", "txt", path).Output()
		}
		their := strings.Split(string(theirs), "\f")
		for i, page := range strings.Split(strings.TrimSuffix(string(want), "\f"), "\f") {
			if f1 := ours.add(page, pageOf(got, i)); f1 < leastAgreement {
				t.Errorf("%s, page %d: F1 %.3f", filepath.Base(path), i+1, f1)
			}
			other.add(page, pageOf(their, i))
		}
	}
	t.Logf("%d files, %d pages", len(files), ours.pages)
	t.Logf("thematic: bag F1 %.5f, %d pages below %g", ours.f1(), ours.low, leastAgreement)
	t.Logf("mutool: bag F1 %.5f, %d pages below %g", other.f1(), other.low, leastAgreement)
	if ours.f1() < 0.9995 {
		t.Errorf("bag F1 is %.5f, want at least 0.9995", ours.f1())
	}
}

// pageOf is page i of pages, "" where there are fewer.
func pageOf(pages []string, i int) string {
	if i < len(pages) {
		return pages[i]
	}
	return ""
}

// pagesOf returns body, numbers and furniture of each page of a file.
func pagesOf(t *testing.T, path string) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	text, err := Engines{}.Read(file, info.Size(), corpus.DefaultLimits())
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	pages := make([]string, len(text.Pages))
	for i, p := range text.Pages {
		pages[i] = text.Slice(p.Span) + "\n" + strings.Join(p.Furniture, "\n")
	}
	for _, b := range text.Blocks {
		if page, ok := text.PageAt(b.Span.Start); ok {
			pages[page.Number-1] += "\n" + b.Number
		}
	}
	return pages
}
