//go:build unix

package themes

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"thematic/corpus"
)

// benchText is about a megabyte of real text, or skips.
func benchText(b *testing.B) *corpus.Document {
	b.Helper()
	files, _ := filepath.Glob(shared + "gold/train/text/*.txt")
	if len(files) == 0 {
		b.Skip("needs ../shared beside the repository")
	}
	builder := corpus.NewBuilder(corpus.DefaultLimits())
	builder.BeginPage(corpus.Page{})
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range strings.Split(string(data), "\n\n") {
			builder.Append(corpus.Block{Kind: corpus.BlockParagraph}, p)
			size += len(p)
		}
		if size > 1<<20 {
			break
		}
	}
	return &corpus.Document{Text: builder.Finish()}
}

// withPatterns returns a coder of n patterns of the practice codebook, spread
// evenly over it.
func withPatterns(b *testing.B, n int) *Coder {
	b.Helper()
	cb := *practice(b).codebook
	all := 0
	for _, t := range cb.Themes {
		all += len(t.Patterns)
	}
	if n > all {
		b.Skipf("the codebook has %d patterns", all)
	}
	seen, kept := 0, 0
	var themes []Theme
	for _, t := range cb.Themes {
		var patterns []Pattern
		for _, p := range t.Patterns {
			if seen++; seen*n/all > kept {
				patterns = append(patterns, p)
				kept++
			}
		}
		t.Patterns = patterns
		themes = append(themes, t)
	}
	cb.Themes = themes
	c, err := NewCoder(&cb, nil)
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// withHitsOf returns c, which goes on looking for all its patterns but drops what
// the patterns that few has not find: what more patterns cost without more hits.
func withHitsOf(c, few *Coder) *Coder {
	kept := map[string]bool{}
	for _, o := range slices.Concat(few.owners, few.expressions) {
		kept[o.pattern.ID] = true
	}
	drops := func(o owner) bool { return !kept[o.pattern.ID] }
	c.expressions = slices.DeleteFunc(c.expressions, drops)
	for i, o := range c.owners {
		if drops(o) {
			c.owners[i] = owner{theme: -1, pattern: &Pattern{Kind: PatternUnless}}
		}
	}
	return c
}

// BenchmarkCode codes real text from beginning to end: sentences, words,
// patterns, context and verdicts.
func BenchmarkCode(b *testing.B) {
	doc := benchText(b)
	run := func(name string, c *Coder) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			atBest(b, len(doc.Text.Body), func() { c.Code(doc) })
		})
	}
	run("whole codebook", practice(b))
	for _, n := range []int{300, 600, 1200} {
		run(fmt.Sprintf("%d patterns", n), withPatterns(b, n))
	}
	run("1200 patterns and the hits of 300", withHitsOf(withPatterns(b, 1200), withPatterns(b, 300)))
}

func BenchmarkSentences(b *testing.B) {
	doc := benchText(b)
	atBest(b, len(doc.Text.Body), func() {
		for _, block := range doc.Text.Blocks {
			appendSentences(nil, doc.Text.Slice(block.Span))
		}
	})
}

// atBest runs f on so many bytes and reports those of a second of processor time
// in its best run: "cpu-MB/s", which depends least on what else the machine is
// doing.
func atBest(b *testing.B, size int, f func()) {
	b.ReportMetric(float64(size)/1e6/least(b, f).Seconds(), "cpu-MB/s")
}

// least is the processor time of f in its best run.
func least(b *testing.B, f func()) time.Duration {
	f()
	best := time.Duration(math.MaxInt64)
	for b.Loop() {
		from := processorTime(b)
		f()
		best = min(best, processorTime(b)-from)
	}
	return best
}

// processorTime is that of the process so far.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkStart reads the practice codebook and makes it ready: "cpu-ms" is of
// processor time in the best run.
func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	best := least(b, func() {
		cb, err := Builtin("practice")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := NewCoder(cb, nil); err != nil {
			b.Fatal(err)
		}
	})
	b.ReportMetric(best.Seconds()*1000, "cpu-ms")
}

// BenchmarkRegexpAlternations searches a fiftieth of the same text with one
// regular expression for each theme, made of its patterns' words alone.
func BenchmarkRegexpAlternations(b *testing.B) {
	c := practice(b)
	doc := benchText(b)
	text := doc.Text.Body[:len(doc.Text.Body)/50]
	var all []*regexp.Regexp
	for _, t := range c.codebook.Themes {
		var alts []string
		for _, p := range t.Patterns {
			if plain := strings.TrimSpace(regexp.MustCompile(`[^\pL\pN ]`).ReplaceAllString(p.Text, " ")); plain != "" {
				alts = append(alts, strings.ReplaceAll(plain, " ", `\s+`))
			}
		}
		all = append(all, regexp.MustCompile(`(?i)\b(?:`+strings.Join(alts, "|")+`)`))
	}
	atBest(b, len(text), func() {
		for _, re := range all {
			re.FindAllStringIndex(text, -1)
		}
	})
}
