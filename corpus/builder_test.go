package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestBuilderCleansAndJoins(t *testing.T) {
	tests := []struct {
		name string
		kind BlockKind
		in   string
		want string
	}{
		{"spaces", BlockParagraph, "  the \r\n plan\u00a0was \t made ", "the plan was made\n"},
		{"hidden", BlockParagraph, "un\u00adseen\u200b\x00 child\ufeff", "unseen child\n"},
		{"composed", BlockParagraph, "cafe\u0301", "café\n"},
		{"ligatures", BlockParagraph, "insu\ufb03cient \ufb01nding", "insufficient finding\n"},
		{"bad bytes", BlockParagraph, "a\xffb", "a\ufffdb\n"},
		{"row", BlockTableRow, " Mother \t \t MT ", "Mother\t\tMT\n"},
		{"row with an empty first cell", BlockTableRow, "\t2014\t", "\t2014\n"},
		{"nothing", BlockParagraph, " \u200b\n", ""},
		{"empty row", BlockTableRow, "\t\t", ""},
	}
	for _, tt := range tests {
		b := NewBuilder(DefaultLimits())
		b.Append(Block{Kind: tt.kind}, tt.in)
		got := b.Finish()
		if got.Body != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got.Body, tt.want)
		}
		if err := got.Validate(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestSplitNumber(t *testing.T) {
	tests := []struct {
		kind               BlockKind
		in, number, remain string
	}{
		{BlockHeading, "5.3 Analysis", "5.3", "Analysis"},
		{BlockHeading, "2. How we worked", "2", "How we worked"},
		{BlockHeading, "6a. Faith", "6a", "Faith"},
		{BlockHeading, "2014", "", "2014"},
		{BlockHeading, "4 Findings", "4", "Findings"},
		{BlockHeading, "3 May 2014", "", "3 May 2014"},
		{BlockHeading, "24 hours later", "", "24 hours later"},
		{BlockHeading, "2014 to 2015", "", "2014 to 2015"},
		{BlockHeading, "Finding 1", "", "Finding 1"},
		{BlockParagraph, "4.12 The plan was late.", "4.12", "The plan was late."},
		{BlockParagraph, "4.1.2. ‘Nobody asked’", "4.1.2", "‘Nobody asked’"},
		{BlockParagraph, "4.3 2014. She moved.", "4.3", "2014. She moved."},
		{BlockParagraph, "7. She moved.", "7", "She moved."},
		{BlockParagraph, "12 children were seen.", "", "12 children were seen."},
		{BlockParagraph, "3.5 million pounds", "", "3.5 million pounds"},
		{BlockParagraph, "2. ", "", "2. "},
	}
	for _, tt := range tests {
		number, rest := SplitNumber(tt.kind, tt.in)
		if number != tt.number || rest != tt.remain {
			t.Errorf("%s %q: got %q, %q, want %q, %q", tt.kind, tt.in, number, rest, tt.number, tt.remain)
		}
	}
}

func TestBuilderKnowsContentsLines(t *testing.T) {
	tests := []struct {
		in   string
		want BlockKind
	}{
		{"4. The family ........... 12", BlockContents},
		{"Analysis . . . . . . 7 ", BlockContents},
		{"The worker waited.... 12 days passed", BlockHeading},
		{"Findings 3", BlockHeading},
	}
	for _, tt := range tests {
		b := NewBuilder(DefaultLimits())
		b.Append(Block{Kind: BlockHeading, Level: 2}, tt.in)
		text := b.Finish()
		if got := text.Blocks[0].Kind; got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestBuilderPages(t *testing.T) {
	b := NewBuilder(DefaultLimits())
	b.BeginPage(Page{Label: "i", Engine: "test"})
	b.Append(Block{Kind: BlockHeading, Level: 1}, "The family")
	b.Append(Block{Kind: BlockParagraph, Number: "1.2."}, "No one asked who lived ")
	b.Continue(Page{Label: "ii"}, " there.")
	b.BeginPage(Page{State: PageNeedsOCR})
	b.BeginPage(Page{})
	b.Page().Furniture = []string{" Page\t4 "}
	b.Append(Block{Kind: BlockParagraph}, "End.")
	got := b.Finish()
	if err := got.Validate(); err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, p := range got.Pages {
		parts = append(parts, string(p.State)+":"+got.Body[p.Span.Start:p.Span.End])
	}
	want := []string{"read:The family\nNo one asked who lived ", "read:there.\n", "needs_ocr:", "read:End.\n"}
	if !slices.Equal(parts, want) {
		t.Errorf("pages: got %q, want %q", parts, want)
	}
	if got, want := got.Blocks[1].Number, "1.2"; got != want {
		t.Errorf("number: got %q, want %q", got, want)
	}
	if got, want := got.Pages[3].Furniture[0], "Page 4"; got != want {
		t.Errorf("furniture: got %q, want %q", got, want)
	}
}

func TestBuilderStopsAtLimits(t *testing.T) {
	limits := DefaultLimits()
	limits.TextBytes, limits.Pages = 40, 2
	b := NewBuilder(limits)
	for range 10 {
		b.Append(Block{Kind: BlockParagraph}, "eleven char")
	}
	got := b.Finish()
	if len(got.Body) > limits.TextBytes || !b.Full() || len(got.Warnings) != 1 {
		t.Errorf("text: got %d bytes, full %v, warnings %q", len(got.Body), b.Full(), got.Warnings)
	}
	b = NewBuilder(limits)
	for range 4 {
		b.BeginPage(Page{})
		b.Append(Block{Kind: BlockParagraph}, "x")
	}
	got = b.Finish()
	if len(got.Pages) != 2 || got.Body != "x\nx\n" || len(got.Warnings) != 1 || got.Pages[1].State != PageFailed {
		t.Errorf("pages: got %+v, body %q, warnings %q", got.Pages, got.Body, got.Warnings)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
}

func TestValidateFindsFaults(t *testing.T) {
	good := func() Text {
		b := NewBuilder(DefaultLimits())
		b.Append(Block{Kind: BlockHeading, Level: 1}, "Findings")
		b.Append(Block{Kind: BlockParagraph}, "No plan was made.")
		text := b.Finish()
		text.Sections = []Section{
			{Kind: SectionFindings, Parent: -1, Span: Span{End: len(text.Body)}},
			{Kind: SectionLessons, Parent: 0, Span: Span{Start: 4, End: len(text.Body) - 4}},
		}
		return text
	}
	sound := good()
	if err := sound.Validate(); err != nil {
		t.Fatal(err)
	}
	faults := map[string]func(*Text){
		"not UTF-8":        func(t *Text) { t.Body = strings.Replace(t.Body, "plan", "pl\xffn", 1) },
		"not composed":     func(t *Text) { t.Body = strings.Replace(t.Body, "plan", "e\u0301n", 1) },
		"gap":              func(t *Text) { t.Blocks[1].Span.Start++ },
		"block lost":       func(t *Text) { t.Blocks = t.Blocks[:1] },
		"line break":       func(t *Text) { t.Body = strings.Replace(t.Body, "No plan", "No\nplan", 1) },
		"tab":              func(t *Text) { t.Body = strings.Replace(t.Body, "No plan", "No\tplan", 1) },
		"page gap":         func(t *Text) { t.Pages[0].Span.End-- },
		"page number":      func(t *Text) { t.Pages[0].Number = 0 },
		"page state":       func(t *Text) { t.Pages[0].State = "torn" },
		"space at an end":  func(t *Text) { t.Body = strings.Replace(t.Body, "No plan", " o plan", 1) },
		"blank":            func(t *Text) { t.Body = strings.Replace(t.Body, "Findings", "\u2003     ", 1) },
		"empty block":      func(t *Text) { t.Blocks[0].Span.End = 0 },
		"block to the end": func(t *Text) { t.Blocks[1].Span.End++ },
		"section index":    func(t *Text) { t.Blocks[0].Section = 2 },
		"section below":    func(t *Text) { t.Blocks[0].Section = -2 },
		"section span":     func(t *Text) { t.Sections[0].Span.End++ },
		"section before":   func(t *Text) { t.Sections[0].Span.Start = -1 },
		"section turned":   func(t *Text) { t.Sections[1].Span = Span{Start: 6, End: 5} },
		"section early":    func(t *Text) { t.Sections[0].Span.Start = 5 },
		"section late":     func(t *Text) { t.Sections[0].Span.End = len(t.Body) - 5 },
		"no such parent":   func(t *Text) { t.Sections[1].Parent = -2 },
		"later parent":     func(t *Text) { t.Sections[1].Parent = 1 },
		"section parents":  func(t *Text) { t.Sections[0].Parent = 0 },
	}
	for name, spoil := range faults {
		text := good()
		spoil(&text)
		if text.Validate() == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

func FuzzBuilder(f *testing.F) {
	f.Add("a plan", "\u0301goes on\t", true)
	f.Add("\u1100", "\u1161", false)
	f.Add("x ", strings.Repeat("\u0300", 40), true)
	f.Fuzz(func(t *testing.T, first, second string, row bool) {
		limits := DefaultLimits()
		limits.TextBytes, limits.Pages = 200, 3
		kind := BlockParagraph
		if row {
			kind = BlockTableRow
		}
		b := NewBuilder(limits)
		b.Append(Block{Kind: kind}, first)
		b.Continue(Page{}, second)
		b.Continue(Page{}, first)
		b.Append(Block{Kind: BlockBullet}, second)
		got := b.Finish()
		if err := got.Validate(); err != nil {
			t.Errorf("%q, %q: %v", first, second, err)
		}
		if len(got.Body) > limits.TextBytes || len(got.Pages) > limits.Pages {
			t.Errorf("%d bytes on %d pages", len(got.Body), len(got.Pages))
		}
	})
}
