package pdf

import (
	"fmt"
	"strings"
)

// story returns paragraphs of a fictional report, some words of which are
// written with a hyphen wherever they stand.
func story(paragraphs, seed int) [][]string {
	openings := []string{"In the spring of that year", "After the second referral", "Before the final conference", "When the school rang again",
		"Within a fortnight of the move", "During the first assessment", "As the winter went on"}
	people := []string{"the allocated social worker", "a newly qualified health visitor", "the multi-agency group", "his class teacher", "the out-of-hours team",
		"an experienced paediatrician", "the independent reviewing officer", "her probation officer", "the family-support worker", "a community midwife", "the neighbourhood police officer"}
	deeds := []string{"recorded significant differences between", "offered sufficient explanation for", "asked the family about", "put off a discussion of", "wrote a careful chronology of",
		"found no official information concerning", "described with confidence", "questioned the reliability of", "did not reflect upon", "shared an uncertain understanding of",
		"carried out a half-hearted review of", "noticed afterwards", "classified as insignificant"}
	matters := []string{"the injuries seen in the nursery", "the conflicting accounts of the grandparents", "his day-to-day life at home", "the difficulties with the tenancy", "the influence of her stepfather",
		"the affidavit sent to the court", "the circumstances of the younger children", "the unexplained absences from school", "the arrangements for supervised contact", "the effects of alcohol on the household",
		"the follow-up appointments that were missed", "the information from the hospital", "the grandmother's repeated concerns", "the affordability of the accommodation", "the staffing of the children's centre",
		"the flat above the office", "the fluctuating engagement of both parents"}
	ends := []string{"and then closed the file.", "although nobody had spoken with the child.", "but the professional network never met.", "which should have led to further enquiries.", "and no difference was made to the plan."}
	out := make([][]string, paragraphs)
	n := seed
	for i := range out {
		for j := 0; j < 2+i%3; j++ {
			s := fmt.Sprintf("%s %s %s %s, %s", openings[n%len(openings)], people[n%len(people)], deeds[n%len(deeds)], matters[n%len(matters)], ends[n%len(ends)])
			out[i] = append(out[i], strings.Fields(s)...)
			n += 3
		}
	}
	return out
}

// flat returns the words of stories one after another.
func flat(stories ...[][]string) []string {
	var out []string
	for _, s := range stories {
		for _, p := range s {
			out = append(out, p...)
		}
	}
	return out
}

// frame is a place for text on a page, in points from the bottom left corner.
type frame struct{ left, top, width, height float64 }

// typesetter breaks paragraphs into lines and writes them as content streams.
type typesetter struct {
	size   float64
	hyphen string // set at the end of lines that break a word; "" to break none
	indent float64
	fit    fitting
}

// fitting is how the lines of a typesetter reach the right edge of their frame.
type fitting uint8

const (
	ragged   fitting = iota
	byTw             // justified by word spacing
	byTJ             // justified by an offset at every space
	byGlyphs         // as TeX does: no spaces, ligatures and kerning
)

// set is one line that was set.
type set struct {
	words       []string
	first, last bool // of its paragraph
}

func (t *typesetter) leading() float64 { return 1.25 * t.size }

func (t *typesetter) font() string {
	if t.fit == byGlyphs {
		return "F3"
	}
	return "F1"
}

// width is the width of text as it is drawn.
func (t *typesetter) width(text string) float64 {
	widths, total := &sansWidths, 0.0
	if t.fit == byGlyphs {
		widths = &serifWidths
	}
	for i := 0; i < len(text); i++ {
		if text[i] == 0xad {
			total += widths.of("-")
			continue
		}
		total += widths.of(text[i : i+1])
	}
	return total * t.size
}

// lines breaks paragraphs into lines of a width.
func (t *typesetter) lines(paragraphs [][]string, width float64) []set {
	var out []set
	space := t.width(" ")
	for _, p := range paragraphs {
		line, used := set{first: true}, t.indent
		for _, w := range p {
			room := width - used
			if len(line.words) == 0 || t.width(w) <= room {
				line.words = append(line.words, w)
				used += t.width(w) + space
				continue
			}
			if head, tail := t.broken(w, room); head != "" {
				line.words = append(line.words, head)
				w = tail
			}
			out = append(out, line)
			line, used = set{words: []string{w}}, t.width(w)+space
		}
		line.last = true
		out = append(out, line)
	}
	return out
}

// broken cuts a word, between a vowel and a consonant, so that its head and a
// hyphen fit in room.
func (t *typesetter) broken(w string, room float64) (head, tail string) {
	const vowels = "aeiou"
	if t.hyphen == "" || strings.ContainsAny(w, "-'.,") {
		return "", w
	}
	for i := len(w) - 3; i >= 2; i-- {
		if strings.IndexByte(vowels, w[i-1]) >= 0 && strings.IndexByte(vowels, w[i]) < 0 && t.width(w[:i]+t.hyphen) <= room {
			return w[:i] + t.hyphen, w[i:]
		}
	}
	return "", w
}

// pour sets paragraphs into frames of one width and returns the content of each
// frame that is used, in as many rounds of the frames as it takes.
func (t *typesetter) pour(paragraphs [][]string, frames []frame) []string {
	lines := t.lines(paragraphs, frames[0].width)
	var out []string
	for len(lines) > 0 {
		f := frames[len(out)%len(frames)]
		var b strings.Builder
		y := f.top - t.size
		for len(lines) > 0 && y > f.top-f.height {
			if lines[0].first && t.indent == 0 && b.Len() > 0 {
				y -= 0.5 * t.size
			}
			b.WriteString(t.line(lines[0], f.left, y, f.width))
			lines = lines[1:]
			y -= t.leading()
		}
		out = append(out, b.String())
	}
	return out
}

// line writes one line with its baseline at y.
func (t *typesetter) line(l set, x, y, width float64) string {
	if l.first {
		x, width = x+t.indent, width-t.indent
	}
	natural := t.width(strings.Join(l.words, " "))
	extra := 0.0 // for each space
	if n := len(l.words) - 1; n > 0 && !l.last {
		extra = (width - natural) / float64(n)
	}
	head := fmt.Sprintf("BT /%s %g Tf %.3f %.3f Td ", t.font(), t.size, x, y)
	text := escaped(strings.Join(l.words, " "))
	switch t.fit {
	case byTw:
		return head + fmt.Sprintf("%.4f Tw (%s) Tj 0 Tw ET\n", extra, text)
	case byTJ:
		gap := fmt.Sprintf(" ) %.2f (", -extra/t.size*1000)
		return head + "[(" + strings.ReplaceAll(text, " ", gap) + ")] TJ ET\n"
	case byGlyphs:
		text = strings.NewReplacer("ffi", "\x03", "ff", "\x04", "fi", "\x01", "fl", "\x02").Replace(text)
		gap := fmt.Sprintf(") %.2f (", -(extra+t.width(" "))/t.size*1000)
		return head + "[(" + strings.NewReplacer(" ", gap, "ov", "o) 28 (v").Replace(text) + ")] TJ ET\n"
	}
	return head + "(" + text + ") Tj ET\n"
}

func escaped(text string) string {
	return strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(text)
}

// ligatureFont is a font as TeX writes them: no space, and glyphs for ligatures.
func ligatureFont() string {
	var widths strings.Builder
	for i := 1; i <= 126; i++ {
		w := 0
		switch {
		case i > ' ':
			w = int(serifWidths[i-' '])
		case i == 1 || i == 2:
			w = 611
		case i == 3:
			w = 944
		case i == 4:
			w = 666
		}
		fmt.Fprintf(&widths, "%d ", w)
	}
	return "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+NimbusRomNo9L-Regu /FirstChar 1 /LastChar 126 /Widths [" + widths.String() +
		"] /Encoding << /Type /Encoding /Differences [1 /fi /fl /ffi /ff] >> >>"
}
