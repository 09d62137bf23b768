package workbook

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"thematic/analysis"
	"thematic/corpus"
)

// largeInput is an invented result with a number of passages, sixty to a
// review.
func largeInput(passages int) analysis.Input {
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("nobody asked who else lived in the house and the assessment of risk was never reviewed by any agency before the child came to harm that winter")
	in := analysis.Input{Source: "Invented reviews."}
	for j := range 33 {
		in.Themes = append(in.Themes, analysis.Theme{ID: fmt.Sprintf("theme_%02d", j), Label: fmt.Sprintf("Theme number %d of the codebook", j), Headline: j < 3})
	}
	for i := range max(1, passages/60) {
		file := fmt.Sprintf("Area %d/review %d.pdf", i%7, i)
		in.Files = append(in.Files, analysis.File{File: file, ID: corpus.ID(fmt.Sprintf("%064d", i)), Kind: corpus.KindReview, Status: corpus.StatusOK, Engine: "pdf", Pages: 60, Words: 20000})
		in.Cases = append(in.Cases, corpus.Case{ID: fmt.Sprintf("review-%d", i), Title: fmt.Sprintf("Child %d", i), Area: fmt.Sprintf("Area %d", i%7), Year: 2006 + i%14, Kind: corpus.KindReview, Include: true, Files: []string{file}})
	}
	for i := range passages {
		var quote []string
		for range 15 + random.IntN(25) {
			quote = append(quote, words[random.IntN(len(words))])
		}
		c := in.Cases[i%len(in.Cases)]
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprintf("p%012d", i), CaseID: c.ID, File: c.Files[0], Document: in.Files[i%len(in.Files)].ID, Page: 1 + i%60, Paragraph: fmt.Sprintf("%d.%d", i%9, i%40),
			Section: corpus.SectionFindings, Theme: in.Themes[random.IntN(33)].ID, Label: corpus.LabelDeficit,
			Status: corpus.CodingStatuses[random.IntN(3)],
			Reason: "says that practice was lacking, in the findings", Quote: strings.Join(quote, " "), Span: corpus.Span{Start: 200 * i, End: 200*i + 150},
			Match: corpus.Span{Start: 200 * i, End: 200*i + 6}, Rule: "theme.deficit.2", Cue: quote[3] + " " + quote[4], Score: 0.9,
		})
	}
	return in
}

// BenchmarkWrite writes workbooks with links and the words around each passage.
func BenchmarkWrite(b *testing.B) {
	around := strings.Repeat("the words around it ", 8)
	for _, passages := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(passages), func(b *testing.B) {
			r := analysed(b, largeInput(passages))
			for b.Loop() {
				opts := Options{BasePath: "../reports", Context: func(corpus.ID, corpus.Span) (string, string, error) { return around, around, nil }}
				var size counter
				peak := peakHeap(func() {
					if err := Write(&size, r, opts); err != nil {
						b.Fatal(err)
					}
				})
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
				b.ReportMetric(float64(size)/1e6, "file-MB")
			}
		})
	}
}

// counter counts the bytes written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// peakHeap returns how many bytes the heap grew at most while do was at work.
func peakHeap(do func()) uint64 {
	heap := func() uint64 {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	runtime.GC()
	before, most := heap(), uint64(0)
	done, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(watched)
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				most = max(most, heap())
			}
		}
	}()
	do()
	close(done)
	<-watched
	return most - min(most, before)
}
