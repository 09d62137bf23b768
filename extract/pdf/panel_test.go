package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestPanels holds that boxes beside each other are each read whole, by their numbers or
// as they stand, whatever the order in which they were drawn, and that cells of a table
// and boxes in a text are no panels.
func TestPanels(t *testing.T) {
	const size, height = 130.0, 60.0
	draw := func(x, y float64, title string) string {
		return fmt.Sprintf("%g %g %g %g re S ", x, y, size, height) + down("F2", x+4, y+height-12, title) +
			down("F1", x+4, y+height-26, "The nurse was not told", "of what they knew.")
	}
	read := func(titles ...string) (want []string) {
		for _, title := range titles {
			number, rest, ok := strings.Cut(title, ". ")
			if !ok {
				number, rest = "", title
			}
			want = append(want, "heading "+number+"|"+rest, "paragraph |The nurse was not told of what they knew.")
		}
		return want
	}
	at7 := [...]point{{230, 700}, {400, 620}, {440, 520}, {330, 420}, {150, 420}, {40, 520}, {70, 620}}
	circle, names := "", []string{"1. First", "2. Second", "3. Third", "4. Fourth", "5. Fifth", "6. Sixth", "7. Seventh"}
	for _, i := range []int{3, 0, 6, 1, 5, 2, 4} {
		circle += draw(at7[i][0], at7[i][1], names[i])
	}
	middle := down("F2", 240, 545, "Learning from Child Q")
	rows := ""
	for _, i := range []int{4, 0, 5, 2, 1, 3} {
		rows += draw(40+180*float64(i%3), 700-100*float64(i/3), "Part "+string(rune('A'+i)))
	}
	stand := func(x, y float64, title string) string {
		return fmt.Sprintf("1 g %g %g %g %g re f 0 g ", x, y, size, height) + draw(x, y, title)
	}
	overlapping := ""
	for _, i := range []int{4, 0, 5, 2, 1, 3} {
		overlapping += stand(40+125*float64(i%3), 700-80*float64(i/3)-15*float64(i%2), "Part "+string(rune('A'+i)))
	}
	band := "0.8 g 0 720 595 100 re f 0 g " + down("F2", 40, 800, "Briefing") + rows
	lined := strings.NewReplacer(" re S", " box").Replace(rows)
	for _, i := range []int{0, 1, 2, 3, 4, 5} {
		x, y := 40+180*float64(i%3), 700-100*float64(i/3)
		lined = strings.ReplaceAll(lined, fmt.Sprintf("%g %g %g %g box", x, y, size, height),
			fmt.Sprintf("%g %g m %g %g l S %g %g m %g %g l S %g %g m %g %g l S %g %g m %g %g l S", x, y, x+size, y, x, y+height, x+size, y+height, x, y, x, y+height, x+size, y, x+size, y+height))
	}
	two := ""
	for _, i := range []int{0, 3, 1, 4, 2, 5} {
		two += draw(40+200*float64(i/3), 700-70*float64(i%3), "Part "+string(rune('A'+i)))
	}
	uneven := draw(40, 700, "Part A") + draw(220, 660, "Part C") + draw(40, 620, "Part B") + draw(220, 580, "Part D")
	for _, tt := range []struct {
		name, content string
		want          []string
	}{
		{"numbered, in a circle", circle + middle, append([]string{"heading |Learning from Child Q"}, read(names...)...)},
		{"in rows", rows, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")},
		{"in rows, overlapping", overlapping, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")},
		{"over the foot of a title's box", band, append([]string{"heading |Briefing"}, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")...)},
		{"of four lines each", lined, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")},
		{"in two columns close below each other", two, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")},
		{"in columns", uneven, read("Part A", "Part B", "Part C", "Part D")},
		{"below a title and above a line", down("F2", 40, 800, "Briefing") + rows + down("F1", 40, 300, "Ask who else knows the child and what they have seen."),
			append(append([]string{"heading |Briefing"}, read("Part A", "Part B", "Part C", "Part D", "Part E", "Part F")...), "paragraph |Ask who else knows the child and what they have seen.")},
	} {
		t.Run(tt.name, func(t *testing.T) { wantOutline(t, readOne(t, tt.content), tt.want...) })
	}
	cells := []panel{}
	for i := range 6 {
		x, y := 150*float64(i%3), 80*float64(i/3)
		cells = append(cells, panel{rect: rect{x, y, x + 149, y + 79}, lines: make([]*line, 2), framed: true})
	}
	if arePanels(cells) {
		t.Error("cells of a table are panels")
	}
}

// TestPanelsAreFew holds that a page with more lines between its boxes than are put into
// order is not taken for one of panels.
func TestPanelsAreFew(t *testing.T) {
	at := func(x, y float64) *line {
		return &line{words: []word{{text: "said", left: x, right: x + 10, base: y, size: 1}}, left: x, right: x + 10, base: y, size: 1}
	}
	page := func(loose int) (ls []*line, frames []rect) {
		for i := range 4 {
			x := 200 * float64(i)
			frames = append(frames, rect{x, 0, x + 100, 2000})
			for j := range 1000 {
				ls = append(ls, at(x+10, 2*float64(j)+1))
			}
		}
		for j := range loose {
			ls = append(ls, at(120, 2*float64(j)+3))
		}
		return ls, frames
	}
	for loose, want := range map[int]bool{maxFrames: true, maxFrames + 1: false} {
		ls, frames := page(loose)
		if _, ok := inPanels(ls, outermost(frames, extent{1000, 2000})); ok != want {
			t.Errorf("with %d lines beside the boxes: got %v, want %v", loose, ok, want)
		}
	}
}
