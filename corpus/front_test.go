package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFrontEndsBeforeTheContents(t *testing.T) {
	var many []string
	for i := range maxFrontBlocks + 5 {
		many = append(many, fmt.Sprint("line ", i))
	}
	for _, tt := range []struct {
		name  string
		lines []string
		page  []int // on which each begins, 1 for all where nil
		want  []string
	}{
		{"a contents page", []string{"Title", "Board", "# CONTENTS ", "Story"}, nil, []string{"Title", "Board"}},
		{"a line of that name", []string{"Title", "Contents", "Story"}, nil, []string{"Title", "Contents", "Story"}},
		{"contents that it begins with", []string{"# Contents", "Title", "Board"}, nil, []string{"Title", "Board"}},
		{"the third page", []string{"Title", "Board", "Story"}, []int{1, 2, 3}, []string{"Title", "Board"}},
		{"a long first page", many, nil, many[:maxFrontBlocks]},
		{"nothing", nil, nil, nil},
	} {
		text := testText(tt.lines...)
		if tt.page != nil {
			text.Pages = nil
			for i, b := range text.Blocks {
				text.Pages = append(text.Pages, Page{Number: tt.page[i], Span: Span{b.Span.Start, b.Span.End + 1}})
			}
		}
		f := frontOf(text)
		var got []string
		for _, b := range f.blocks {
			got = append(got, text.Slice(b.Span))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if head := text.Body[:f.end()]; len(tt.want) > 0 && !strings.HasSuffix(head, tt.want[len(tt.want)-1]) || len(tt.want) == 0 && head != "" {
			t.Errorf("%s: it ends behind %q", tt.name, head)
		}
	}
}

func TestTitleLines(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("word ", n)) }
	for _, tt := range []struct {
		name, lines, want string // parted by "|"; a line that begins with a digit has a number
	}{
		{"up to the heading of a section", "# Serious Case Review|Marlshire|# Introduction [introduction]|Child N", "Serious Case Review|Marlshire"},
		{"a title of headings alone", "# Serious Case Review|# Introduction [introduction]|Child N", "Serious Case Review|Introduction|Child N"},
		{"a heading of the cover", "# Serious Case Review|Marlshire|# Summary [summary]|Child N", "Serious Case Review|Marlshire|Summary|Child N"},
		{"a heading that opens no section", "# Serious Case Review|Marlshire|# Child N", "Serious Case Review|Marlshire|Child N"},
		{"up to a number", "# Serious Case Review|1 Why it was held|Child N", "Serious Case Review"},
		{"a number in front", "1 Serious Case Review|Child N", "1 Serious Case Review|Child N"},
		{"without sentences", "Serious Case Review|It was held in May.|Child N", "Serious Case Review|Child N"},
		{"a heading with a full stop", "# Serious Case Review.|Child N", "Serious Case Review.|Child N"},
		{"without long lines", "Serious Case Review|" + words(longestTitleLine+1) + "|" + words(longestTitleLine), "Serious Case Review|" + words(longestTitleLine)},
		{"up to the story", "Serious Case Review|" + words(31) + "|Child N", "Serious Case Review"},
		{"beyond what is no story yet", "Serious Case Review|" + words(30) + "|Child N", "Serious Case Review|Child N"},
		{"eight lines", "a|b|c|d|e|f|g|h|i", "a|b|c|d|e|f|g|h"},
	} {
		text := testText(strings.Split(tt.lines, "|")...)
		for i, b := range text.Blocks {
			if c := text.Body[b.Span.Start]; '0' <= c && c <= '9' {
				text.Blocks[i].Number = string(c)
			}
		}
		var got []string
		for _, span := range frontOf(text).titleLines() {
			got = append(got, text.Slice(span))
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, strings.Join(got, "|"), tt.want)
		}
	}
}
