package refi

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

// BenchmarkProject writes and reads projects of a hundred passages for each
// source.
func BenchmarkProject(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		p := largeProject(n)
		var out bytes.Buffer
		b.Run(fmt.Sprintf("write/%d", n), func(b *testing.B) {
			for b.Loop() {
				out.Reset()
				if err := WriteProject(&out, p); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len()), "bytes")
		})
		b.Run(fmt.Sprintf("read/%d", n), func(b *testing.B) {
			for b.Loop() {
				if got, _, err := ReadProject("x.qdpx", bytes.NewReader(out.Bytes()), int64(out.Len())); err != nil || got.codings() != n {
					b.Fatalf("got %d codings and %v", got.codings(), err)
				}
			}
		})
	}
}

func largeProject(n int) *Project {
	const each = 100
	sentence := "The social worker did not ask who else lived in the house, although the health visitor had said so — twice.\n"
	p := &Project{Name: "x", Codebook: "c", Themes: []themes.Theme{{ID: "a", Label: "A"}}}
	for i := range n / each {
		s := Source{Name: fmt.Sprintf("%d.pdf", i), Text: strings.Repeat(sentence, 5*each)}
		for k := range each {
			start := 5 * k * len(sentence)
			s.Selections = append(s.Selections, Selection{Span: corpus.Span{Start: start, End: start + len(sentence) - 1}, Page: k, Codings: []Coding{
				{Theme: "a", Coder: "rules", Note: "counted, deficit: the sentence says that something was not done; rule a.1; cue “did not”"},
			}})
		}
		p.Sources = append(p.Sources, s)
		p.Cases = append(p.Cases, Case{ID: fmt.Sprint(i), Area: "Ottermouth", Year: 2010, Sources: []string{s.Name}})
	}
	return p
}
