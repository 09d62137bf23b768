package model_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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

// BenchmarkCode codes with the rules alone and with the second reader.
func BenchmarkCode(b *testing.B) {
	codebook, err := themes.Builtin("practice")
	if err != nil {
		b.Fatal(err)
	}
	for _, second := range []bool{false, true} {
		name, options := "rules", []themes.Option(nil)
		if second {
			name, options = "second", []themes.Option{themes.WithOpinion(model.Builtin())}
		}
		b.Run(name, func(b *testing.B) {
			doc := benchText(b)
			coder, err := themes.NewCoder(codebook, options...)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(doc.Text.Body)))
			b.ReportAllocs()
			for b.Loop() {
				coder.Code(doc)
			}
		})
	}
}
