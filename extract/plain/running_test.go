package plain

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// TestReadPagesThatLinesCount holds a text without form feeds, in which running
// lines count the pages, against the same text with form feeds.
func TestReadPagesThatLinesCount(t *testing.T) {
	pages := make([]string, 4)
	for i, who := range []string{"The midwife", "A teacher", "The doctor", "Nobody else"} {
		pages[i] = fmt.Sprintf("%s had the first word.\n%s\n\nVisit %d\n%s\n%s was told of it in the week that came before the last of these and", who, prose, i+1, prose, who)
	}
	for _, tt := range []struct {
		name   string
		head   string // of each page, with its number
		foot   string
		first  int    // page that has them
		labels string // of the pages
	}{
		{"a footer", "", "Page %d of 4", 1, "1 2 3 4"},
		{"a header", "Page %d of 4", "", 1, "1 2 3 4"},
		{"a footer of the report", "", "Child L: overview report, page %d", 1, "1 2 3 4"},
		{"a footer above another", "", "Page %d of 4\n\nFinal version", 1, "1 2 3 4"},
		{"a header and a footer", "Child L: overview report", "Page %d of 4", 1, "1 2 3 4"},
		{"letters set apart", "", "P a g e %d | 4", 1, "1 2 3 4"},
		{"the number first", "", "%d | P a g e", 1, "1 2 3 4"},
		{"a header below another", "Child L: overview report\n\nPage %d", "", 1, "1 2 3 4"},
		{"no footer on the cover", "", "Page %d of 4", 2, "2 3 4"},
		{"nothing on the cover", "Child L: overview report", "Page %d of 4", 2, " 2 3 4"},
		{"no header on the cover", "Page %d of 4", "", 2, " 2 3 4"},
	} {
		var parted, run strings.Builder
		for i, p := range pages {
			head, foot := "", ""
			if i+1 >= tt.first {
				head, foot = numberedLine(tt.head, i+1), numberedLine(tt.foot, i+1)
			}
			sep := "\f"
			if i == 0 || i == 1 && tt.head == "" && tt.first == 2 {
				sep = "" // nothing tells where the cover ends
			}
			fmt.Fprintf(&parted, "%s%s%s\n%s", sep, head, p, foot)
			fmt.Fprintf(&run, "%s%s\n%s", head, p, foot)
		}
		want, got := read(t, parted.String()), read(t, run.String())
		var labels []string
		for _, p := range got.Pages {
			labels = append(labels, p.Label)
		}
		if got, want := outline(got), outline(want); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
		if got := strings.Join(labels, " "); got != tt.labels {
			t.Errorf("%s: got labels %q, want %q", tt.name, got, tt.labels)
		}
	}
}

// numberedLine is a running line and the blank lines around it, "" for "".
func numberedLine(form string, n int) string {
	if form == "" {
		return ""
	}
	return "\n" + strings.Replace(form, "%d", strconv.Itoa(n), 1) + "\n\n"
}

func TestReadLinesThatCountNoPages(t *testing.T) {
	for _, tt := range []struct{ name, line string }{
		{"findings", "Finding %d"},
		{"children", "Child %d"},
		{"numbers alone", "%d"},
		{"one page", "See page 1%.0d"},
	} {
		var b strings.Builder
		for i := range 5 {
			fmt.Fprintf(&b, "%s\n\n"+tt.line+"\n\n", prose, i+1)
		}
		if got := len(read(t, b.String()).Pages); got != 1 {
			t.Errorf("%s: got %d pages, want 1", tt.name, got)
		}
	}
}
