package project

import (
	"errors"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/charts"
)

// TestChildVoiceIsNoQuotation: whatever shows words that a child might have said
// says that nobody did, and has them between no quotation marks.
func TestChildVoiceIsNoQuotation(t *testing.T) {
	p := Presentation{ChildVoice: true}
	r := counted(t, 4, 3)
	for i := range r.Themes {
		r.Themes[i].ChildVoice = "Nobody asked me. I was " + r.Themes[i].ID + "."
	}
	for i := range r.Prevalence {
		r.Prevalence[i].Theme.ChildVoice = "Nobody asked me. I was " + r.Prevalence[i].Theme.ID + "."
	}
	check := func(where, title, source, alt string) {
		t.Helper()
		if strings.ContainsAny(title+alt, "“”") {
			t.Errorf("%s: quotation marks in %q or %q", where, title, alt)
		}
		if !strings.Contains(source, "they are no quotations.") || !strings.Contains(alt, "they are no quotations.") {
			t.Errorf("%s: it is not said that these are no quotations: %q, %q", where, source, alt)
		}
	}
	drawn := 0
	for _, kind := range FigureKinds() {
		f, err := DrawFigure(kind, p.Shown(r), p.Style(charts.Auto))
		if tooSmall(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		drawn++
		check(kind, f.Title, f.Source, f.Alt)
	}
	if drawn < 7 {
		t.Errorf("%d kinds of chart were drawn", drawn)
	}
	b, err := p.briefing(r, "thematic", "practice")
	if err != nil {
		t.Fatal(err)
	}
	deck, err := p.deck(r, b)
	if err != nil || len(deck.Slides) == 0 {
		t.Fatalf("%d slides, error %v", len(deck.Slides), err)
	}
	for _, slide := range deck.Slides {
		check("slide "+slide.Figure.Name, slide.Figure.Title, strings.Join(slide.Notes, " "), slide.Figure.Alt)
	}
	for _, page := range b.Pages {
		for _, block := range page {
			text := block.Text.Lead + block.Text.Text
			for _, item := range block.Items {
				text += item.Lead + item.Text
			}
			if strings.Contains(text, "“Nobody asked me") {
				t.Errorf("the briefing quotes a child: %q", text)
			}
		}
	}
}

// TestNobodySpeaksAsAChild: themes without words that a child might have said are not
// said to have them.
func TestNobodySpeaksAsAChild(t *testing.T) {
	some, none := []analysis.Theme{{Label: "A"}, {Label: "B", ChildVoice: "Nobody asked me."}}, []analysis.Theme{{Label: "A"}}
	for _, tt := range []struct {
		name    string
		shown   Presentation
		themes  []analysis.Theme
		refused bool
	}{
		{"some have words", Presentation{ChildVoice: true}, some, false},
		{"none has", Presentation{ChildVoice: true}, none, true},
		{"none is wanted", Presentation{}, none, false},
	} {
		var selection *SelectionError
		if err := tt.shown.Check(tt.themes); errors.As(err, &selection) != tt.refused {
			t.Errorf("%s: got %v, want refused %v", tt.name, err, tt.refused)
		}
	}
}

// TestUnshown: a theme whose name the font cannot show is told of, and in the
// words in which it is shown.
func TestUnshown(t *testing.T) {
	r := counted(t, 2, 2)
	r.Themes[0].Label, r.Themes[1].ChildVoice = "صوت الطفل", "子ども"
	for _, p := range []struct {
		Presentation
		want string
	}{{want: "right to left"}, {Presentation{ChildVoice: true}, "子ども"}} {
		said, err := p.Unshown(p.Shown(r))
		if err != nil || !strings.Contains(strings.Join(said, "\n"), p.want) {
			t.Errorf("got %q, error %v, want %q", said, err, p.want)
		}
	}
	if said, err := (Presentation{}).Unshown(counted(t, 2, 2)); err != nil || len(said) > 0 {
		t.Errorf("got %q, error %v of names that are shown", said, err)
	}
}
