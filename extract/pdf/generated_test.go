package pdf

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// generated is a document made of known text. More than one order is right
// where a box stands beside the text.
type generated struct {
	name   string
	data   []byte
	truths [][]string
}

var (
	oneColumn    = []frame{{72, 770, 451, 700}}
	twoColumns   = []frame{{56, 770, 232, 700}, {307, 770, 232, 700}}
	threeColumns = []frame{{48, 770, 156, 700}, {220, 770, 156, 700}, {392, 770, 156, 700}}
)

// poured sets a story in frames, the frames of each page drawn in an order.
func poured(name string, t typesetter, frames []frame, order []int, extra string) generated {
	text := story(28, len(name))
	b := newBuilder()
	b.fonts += fmt.Sprintf(" /F3 %d 0 R", b.add(ligatureFont()))
	parts := t.pour(text, frames)
	for n := 0; n*len(frames) < len(parts); n++ {
		page := parts[n*len(frames) : min(len(parts), (n+1)*len(frames))]
		b.page(drawn(page, order)+at("F1", 9, 290, 30, fmt.Sprint(n+1)), extra, "")
	}
	return generated{name, b.bytes(), [][]string{flat(text)}}
}

// drawn joins parts in an order, or as they come.
func drawn(parts []string, order []int) string {
	if order == nil {
		return strings.Join(parts, "")
	}
	var b strings.Builder
	for _, i := range order {
		if i < len(parts) {
			b.WriteString(parts[i])
		}
	}
	return b.String()
}

// interleaved draws the lines of parts by turns, as programs do that print row
// by row.
func interleaved(parts []string) string {
	var b strings.Builder
	rows := make([][]string, len(parts))
	for i, p := range parts {
		rows[i] = strings.SplitAfter(p, "\n")
	}
	for n := 0; ; n++ {
		more := false
		for _, r := range rows {
			if n < len(r) {
				b.WriteString(r[n])
				more = true
			}
		}
		if !more {
			return b.String()
		}
	}
}

// byRows is two columns whose lines are drawn across the page.
func byRows() generated {
	t := typesetter{size: 10, fit: byTw}
	text := story(28, 5)
	b := newBuilder()
	parts := t.pour(text, twoColumns)
	for n := 0; n < len(parts); n += 2 {
		b.page(interleaved(parts[n:min(len(parts), n+2)]), "", "")
	}
	return generated{"columns drawn by rows", b.bytes(), [][]string{flat(text)}}
}

// boxed is text beside which a box stands on every page; the box is drawn before
// the text or after half of it.
func boxed(name string, early bool) generated {
	t, small := typesetter{size: 11}, typesetter{size: 9}
	b := newBuilder()
	var before, after []string
	for n := 0; n < 4; n++ {
		body, box := story(4, 11*n), story(1, 40+7*n)
		parts := t.pour(body, []frame{{72, 770, 300, 700}})
		side := "0.9 g 390 420 150 300 re f 0 g " + small.pour(box, []frame{{400, 715, 130, 700}})[0]
		content := side + parts[0]
		if !early {
			half := strings.SplitAfter(parts[0], "\n")
			content = strings.Join(half[:20], "") + side + strings.Join(half[20:], "")
		}
		if len(parts) != 1 {
			panic("the body of the page is too long")
		}
		b.page(content, "", "")
		before = append(before, flat(box, body)...)
		after = append(after, flat(body, box)...)
	}
	return generated{name, b.bytes(), [][]string{before, after}}
}

// framed is a page as layout programs write them: a headline over the page, two
// columns, a headline over both in the middle, and two columns again, every frame
// drawn when its maker came to it.
func framed(name string, order []int) generated {
	t, head := typesetter{size: 10, fit: byTw}, typesetter{size: 20}
	b := newBuilder()
	var truth []string
	for n := 0; n < 4; n++ {
		text := story(6, 13*n)
		title := [][]string{text[5][:6]}
		middle := [][]string{text[4][:7]}
		upper := t.pour(text[:3], []frame{{56, 720, 232, 230}, {307, 720, 232, 300}})
		lower := t.pour(text[3:], []frame{{56, 400, 232, 220}, {307, 400, 232, 300}})
		if len(upper) != 2 || len(lower) != 2 {
			panic("the frames do not fit the text")
		}
		parts := []string{head.pour(title, []frame{{56, 780, 490, 50}})[0], upper[0], upper[1],
			head.pour(middle, []frame{{56, 440, 490, 50}})[0], lower[0], lower[1]}
		b.page(drawn(parts, order), "", "")
		truth = append(truth, flat(title, text[:3], middle, text[3:])...)
	}
	return generated{name, b.bytes(), [][]string{truth}}
}

// tabled is a table of three columns with cells of several lines.
func tabled(name string, ruled bool) generated {
	t := typesetter{size: 9}
	b := newBuilder()
	var truth []string
	lefts, widths := []float64{60, 140, 330}, []float64{70, 180, 200}
	for n := 0; n < 3; n++ {
		content, y := "", 770.0
		for row := 0; row < 9; row++ {
			text := story(12, 31*n+row)
			cells := [][]string{{fmt.Sprint(row + 1), "May", fmt.Sprint(2010 + n)}, text[row][:14+row], text[row+1][:20]}
			deep := 0
			for i, c := range cells {
				lines := t.lines([][]string{c}, widths[i])
				deep = max(deep, len(lines))
				for j, l := range lines {
					content += t.line(l, lefts[i], y-12-11.25*float64(j), widths[i])
				}
				truth = append(truth, c...)
			}
			bottom := y - 11.25*float64(deep) - 8
			if ruled {
				for i := range lefts {
					content += fmt.Sprintf("%g %g %g %g re S ", lefts[i]-4, bottom, widths[i]+8, y-bottom)
				}
			}
			y = bottom
		}
		b.page(content, "", "")
	}
	return generated{name, b.bytes(), [][]string{truth}}
}

// turnedPages draws a page on its side and has it shown upright.
func turnedPages(rotate int) generated {
	t := typesetter{size: 10, hyphen: "-"}
	text := story(20, rotate)
	b := newBuilder()
	matrix := map[int]string{90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}[rotate]
	frames := []frame{{56, 540, 340, 480}, {420, 540, 340, 480}}
	if rotate == 180 {
		frames = twoColumns
	}
	parts := t.pour(text, frames)
	for n := 0; n < len(parts); n += 2 {
		b.page("q "+matrix+"\n"+drawn(parts[n:min(len(parts), n+2)], nil)+"Q", fmt.Sprintf("/Rotate %d", rotate), "")
	}
	return generated{fmt.Sprintf("turned by %d", rotate), b.bytes(), [][]string{flat(text)}}
}

func layouts() []generated {
	return []generated{
		poured("one column", typesetter{size: 11}, oneColumn, nil, ""),
		poured("two columns", typesetter{size: 10}, twoColumns, nil, ""),
		poured("three columns", typesetter{size: 9}, threeColumns, nil, ""),
		poured("hyphens", typesetter{size: 11, hyphen: "-"}, oneColumn, nil, ""),
		poured("hyphens, two columns", typesetter{size: 10, hyphen: "-"}, twoColumns, nil, ""),
		poured("hyphens, three columns", typesetter{size: 9, hyphen: "-", fit: byTJ}, threeColumns, nil, ""),
		poured("soft hyphens", typesetter{size: 10, hyphen: "\xad"}, twoColumns, nil, ""),
		poured("justified by Tw", typesetter{size: 11, fit: byTw}, oneColumn, nil, ""),
		poured("justified by TJ", typesetter{size: 11, fit: byTJ, hyphen: "-"}, twoColumns, nil, ""),
		poured("as TeX", typesetter{size: 10, fit: byGlyphs, hyphen: "-", indent: 15}, oneColumn, nil, ""),
		poured("as TeX, two columns", typesetter{size: 10, fit: byGlyphs, hyphen: "-", indent: 15}, twoColumns, nil, ""),
		turnedPages(90), turnedPages(180), turnedPages(270),
		poured("right column first", typesetter{size: 10, fit: byTw}, twoColumns, []int{1, 0}, ""),
		poured("three columns, out of order", typesetter{size: 9}, threeColumns, []int{1, 2, 0}, ""),
		byRows(),
		boxed("side box first", true), boxed("side box in the midst", false),
		framed("frames in order", nil), framed("frames out of order", []int{5, 2, 1, 0, 4, 3}), framed("frames, headlines last", []int{1, 2, 4, 5, 0, 3}),
		tabled("ruled table", true), tabled("table without rules", false),
	}
}

// orderedF1 is the F1 of two lists of words by their longest common
// subsequence: 2·common/(len(a)+len(b)).
func orderedF1(a, b []string) float64 {
	row := make([]int, len(b)+1)
	for _, w := range a {
		diagonal := 0
		for j, x := range b {
			above := row[j+1]
			if w == x {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}

// score is the best F1 of text against the truths of g.
func (g *generated) score(text string) float64 {
	best := 0.0
	for _, truth := range g.truths {
		best = max(best, orderedF1(truth, strings.Fields(text)))
	}
	return best
}

// TestGeneratedLayouts holds the reading order and the words of documents made
// from known text, and logs what other programs make of them.
func TestGeneratedLayouts(t *testing.T) {
	const least = 0.985
	for _, g := range layouts() {
		t.Run(g.name, func(t *testing.T) {
			text := mustRead(t, g.data)
			got := g.score(text.Body)
			t.Logf("F1 %.4f, %d words%s", got, len(g.truths[0]), g.others(t))
			if got < least {
				t.Errorf("F1 %.4f, want at least %g", got, least)
			}
		})
	}
}

var brokenWord = regexp.MustCompile(`(?:-|\x{ad})\n+`)

// others tells how pdftotext and mutool score, where they are installed. Words
// broken at line ends are joined for them, and their page numbers left out.
func (g *generated) others(t *testing.T) string {
	said := ""
	file := filepath.Join(t.TempDir(), "generated.pdf")
	if err := os.WriteFile(file, g.data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"pdftotext", "-enc", "UTF-8", file, "-"}, {"mutool", "draw", "-q", "-F", "txt", file}} {
		out, err := exec.Command(command[0], command[1:]...).Output()
		if err != nil {
			continue
		}
		pages := strings.Split(string(out), "\f")
		for i := range pages {
			pages[i] = strings.TrimSuffix(strings.TrimSpace(pages[i]), fmt.Sprintf("\n%d", i+1))
		}
		text := norm.NFKC.String(brokenWord.ReplaceAllString(strings.Join(pages, "\n"), ""))
		said += fmt.Sprintf("; %s %.4f", command[0], g.score(text))
	}
	return said
}
