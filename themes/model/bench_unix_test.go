//go:build unix

package model_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/model"
)

// benchText is about a megabyte of real text, or skips.
func benchText(b *testing.B) *corpus.Document {
	b.Helper()
	files, _ := filepath.Glob("../../../shared/gold/train/text/*.txt")
	if len(files) == 0 {
		b.Skip("needs ../shared beside the repository")
	}
	builder := corpus.NewBuilder(corpus.DefaultLimits())
	builder.BeginPage(corpus.Page{})
	for size := 0; size < 1<<20; files = files[1:] {
		data, err := os.ReadFile(files[0])
		if err != nil {
			b.Fatal(err)
		}
		for p := range strings.SplitSeq(string(data), "\n\n") {
			builder.Append(corpus.Block{Kind: corpus.BlockParagraph}, p)
		}
		size += len(data)
	}
	return &corpus.Document{Text: builder.Finish()}
}

// BenchmarkCode codes with the rules alone and with the model: "cpu-MB/s"
// is of processor time in the best run.
func BenchmarkCode(b *testing.B) {
	codebook, err := themes.Builtin("practice")
	if err != nil {
		b.Fatal(err)
	}
	for _, second := range []bool{false, true} {
		name, opinion := "rules", themes.Opinion(nil)
		if second {
			name, opinion = "second", model.Builtin("practice")
		}
		b.Run(name, func(b *testing.B) {
			doc := benchText(b)
			coder, err := themes.NewCoder(codebook, opinion)
			if err != nil {
				b.Fatal(err)
			}
			coder.Code(doc)
			b.ReportAllocs()
			least := time.Duration(math.MaxInt64)
			for b.Loop() {
				from := processorTime(b)
				coder.Code(doc)
				least = min(least, processorTime(b)-from)
			}
			b.ReportMetric(float64(len(doc.Text.Body))/1e6/least.Seconds(), "cpu-MB/s")
		})
	}
}

// processorTime is that of the process so far.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
