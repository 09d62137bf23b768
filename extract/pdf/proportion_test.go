package pdf

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
	"time"

	"thematic/corpus"
)

// longReport is a report of so many pages, with a running header, page numbers,
// headings, notes and numbered paragraphs, its words different from page to page.
func longReport(pages int) []byte {
	t := typesetter{size: 11, hyphen: "-"}
	b := newBuilder()
	for n := 0; n < pages; n++ {
		content := at("F1", 9, 72, 810, "Serious Case Review: Child Q") + at("F1", 9, 290, 30, fmt.Sprintf("Page %d of %d", n+1, pages)) +
			at("F2", 14, 72, 770, fmt.Sprintf("%d. What happened in month %d", n/10+1, n+1)) +
			at("F1", 8, 72, 70, fmt.Sprintf("%d See the chronology of month %d.", n%9+1, n))
		for i, part := range t.pour(story(4, n), []frame{{110, 740, 410, 620}})[:1] {
			content += at("F1", 11, 72, 729, fmt.Sprintf("%d.%d", n/10+1, n%10+i+1)) + part
		}
		b.page(content, "", "")
	}
	return b.bytes()
}

// work is what one reading of data allocates, in bytes and in pieces, and the
// time it takes.
func work(t *testing.T, data []byte, pages int) (size, pieces uint64, took time.Duration) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	took = time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if len(text.Pages) != pages {
		t.Fatalf("got %d pages, want %d", len(text.Pages), pages)
	}
	return after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs, took
}

// TestWorkGrowsWithPages reads 400 and 4,000 pages: a page must cost the same in
// either. Allocations are counted, seconds only told.
func TestWorkGrowsWithPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 4,400 pages")
	}
	const few, many = 400, 4000
	bytesFew, piecesFew, tookFew := work(t, longReport(few), few)
	bytesMany, piecesMany, tookMany := work(t, longReport(many), many)
	t.Logf("%d pages: %.0f bytes and %.1f allocations a page, %.2f s; %d pages: %.0f bytes and %.1f allocations a page, %.2f s",
		few, float64(bytesFew)/few, float64(piecesFew)/few, tookFew.Seconds(), many, float64(bytesMany)/many, float64(piecesMany)/many, tookMany.Seconds())
	const most = 1.2
	if ratio := float64(bytesMany) / float64(bytesFew) / (many / few); ratio > most {
		t.Errorf("a page of %d costs %.2f times the bytes of a page of %d", many, ratio, few)
	}
	if ratio := float64(piecesMany) / float64(piecesFew) / (many / few); ratio > most {
		t.Errorf("a page of %d costs %.2f times the allocations of a page of %d", many, ratio, few)
	}
}
