package briefing

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// deck has two slides, one of them without a picture, and hostile texts.
func deck() Deck {
	return Deck{
		Title: "Learning from reviews", Subtitle: hostile, Footer: hostile,
		Slides: []Slide{
			{Figure: drawn("venn", 720, 340), Notes: []string{"How to read it.", hostile}},
			{Figure: Figure{Title: "No picture", Alt: "Nothing"}},
		},
		Limits: []string{"Few reviews show little.", hostile},
	}
}

func TestPPTX(t *testing.T) {
	d := deck()
	data := written(t, func(w *bytes.Buffer) error { return d.PPTX(w) })
	if again := written(t, func(w *bytes.Buffer) error { return deck().PPTX(w) }); !bytes.Equal(data, again) {
		t.Error("the same deck gives other bytes")
	}
	parts, _ := opened(t, data)
	checkPackage(t, parts)
	for n := 1; n <= 4; n++ {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", n)
		links := map[string]string{}
		each(t, name, parts["ppt/slides/_rels/"+path.Base(name)+".rels"], func(e xml.StartElement) { links[value(e, "Id")] = value(e, "Target") })
		pictures := 0
		each(t, name, parts[name], func(e xml.StartElement) {
			switch e.Name.Local {
			case "blip", "svgBlip":
				if pictures++; !strings.HasPrefix(links[value(e, "embed")], "../media/") {
					t.Errorf("%s: the picture %q is %q", name, value(e, "embed"), links[value(e, "embed")])
				}
			case "cNvPr":
				if value(e, "name") == "Chart" && value(e, "descr") != d.Slides[0].Figure.Alt {
					t.Errorf("the chart is described as %q", value(e, "descr"))
				}
			}
		})
		if want := map[int]int{2: 2}[n]; pictures != want { // PNG and SVG
			t.Errorf("%s: got %d pictures, want %d", name, pictures, want)
		}
	}
	for part, want := range map[string]string{
		"ppt/slides/slide2.xml": "Title of venn", "ppt/notesSlides/notesSlide2.xml": "How to read it.", "ppt/slides/slide1.xml": "Learning from reviews",
		"ppt/slides/slide4.xml": "Few reviews show little.",
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s does not say %q", part, want)
		}
	}
}

// TestTitlesFitTheirBoxes: the size of a title is written, since a program that makes texts smaller
// only as they are edited shows one that is too long for its box over the chart.
func TestTitlesFitTheirBoxes(t *testing.T) {
	d := Deck{Title: strings.Repeat("Learning together ", 16)}
	d.Slides = []Slide{{}, {}, {}}
	for i, words := range []int{3, 16, 32} {
		d.Slides[i].Figure.Title = strings.TrimSpace(strings.Repeat("practice was lacking ", words))
	}
	parts, _ := opened(t, written(t, func(w *bytes.Buffer) error { return d.PPTX(w) }))
	p := newPress(Look{})
	for n, c := range []struct{ most, height float64 }{{44, 150}, {26, 78}, {26, 78}, {26, 78}} {
		var size float64
		title := ""
		name := fmt.Sprintf("ppt/slides/slide%d.xml", n+1)
		each(t, name, parts[name], func(e xml.StartElement) {
			if e.Name.Local == "defRPr" && size == 0 {
				size, _ = strconv.ParseFloat(value(e, "sz"), 64)
				size /= 100
			}
		})
		if _, text, found := strings.Cut(parts[name], "<a:t>"); found {
			title, _, _ = strings.Cut(text, "</a:t>")
		}
		high := func(size float64) float64 { // 1.15 for the lines of Arial, set at 95%
			return 0.95*1.15*size*float64(len(p.wrap(style{size: size, bold: true}, Line{Text: title}, 880))) + 2*3.6
		}
		if size > c.most || high(size) > c.height {
			t.Errorf("%s: a title of %d letters is %.0f points large and takes %.0f of %.0f points", name, len(title), size, high(size), c.height)
		}
		if size < c.most && high(1.15*size) < c.height {
			t.Errorf("%s: a title of %d letters is %.0f points large and could be larger", name, len(title), size)
		}
	}
}

// TestTitlesKeepCountsWhole: no line of a title ends within a count with its percentage.
func TestTitlesKeepCountsWhole(t *testing.T) {
	title := "Practice was found lacking on all three themes in 11 of 27 reviews (41%)"
	d := Deck{Title: "Themes", Slides: []Slide{{Figure: Figure{Title: title}}, {Figure: Figure{Title: title}}}}
	bound := strings.Replace(title, "11 of 27 reviews (41%)", "11\u00a0of\u00a027\u00a0reviews\u00a0(41%)", 1)
	got := d.titles()
	if want := []string{bound, bound + " (2)"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	lines := newPress(Look{}).wrap(style{size: 26, bold: true}, Line{Text: got[0]}, 880)
	if len(lines) != 2 || lines[1][0].text != "11 of 27 reviews (41%)" {
		t.Errorf("got the lines %q, want the count on the second", lines)
	}
}

func TestPPTXRefusesWhatCouldRun(t *testing.T) {
	d := deck()
	d.Slides[0].Figure.Outlined = `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`
	if err := d.PPTX(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), "script") {
		t.Errorf("got %v", err)
	}
}
