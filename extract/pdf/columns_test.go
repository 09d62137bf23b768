package pdf

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestBorders(t *testing.T) {
	c := corridor{left: 100, right: 110, first: 0, last: 19}
	tests := []struct {
		name   string
		others []corridor
		want   []float64
	}{
		{"alone", []corridor{c}, []float64{105}},
		{"beside another", []corridor{c, {200, 220, 0, 18}}, []float64{105, 210}},
		{"over another", []corridor{c, {104, 130, 0, 19}}, []float64{105}},
		{"beside a short one", []corridor{c, {200, 220, 0, 9}}, []float64{105}},
	}
	for _, test := range tests {
		if got := c.borders(test.others); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestEdgeOf(t *testing.T) {
	tests := []struct {
		name               string
		column, area, want float64
	}{
		{"in no column", 0, 540, 540},
		{"below a line over both columns", 290, 540, 290},
		{"in one of two columns taken for one", 560, 380, 380},
	}
	for _, test := range tests {
		if got := (&stretch{right: test.area}).edgeOf(&line{edge: test.column}); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// FuzzColumns holds that ordering the lines of a page neither loses nor makes up
// a word, wherever lines stand.
func FuzzColumns(f *testing.F) {
	f.Add([]byte("the quick brown lines of two columns stand side by side on this page of a report"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var ls []*line
		before := map[string]int{}
		for i := 0; i+3 < len(data) && i < 4*200; i += 4 {
			l := &line{}
			x := float64(data[i]) * 2
			for j := 0; j < 2+int(data[i+2])%7; j++ {
				text := []string{"the", "child", "was", "Not", "seen", "alone."}[(int(data[i+3])+j)%6]
				l.words = append(l.words, word{text: text, left: x, right: x + 20, base: float64(data[i+1]) * 3, size: 10})
				before[text]++
				x += 23 + float64(data[i+3]&8)
			}
			l.measure()
			ls = append(ls, l)
		}
		after := map[string]int{}
		for _, l := range inColumns(ls) {
			for _, w := range l.words {
				after[w.text]++
			}
		}
		if !reflect.DeepEqual(before, after) {
			t.Errorf("got the words %v, want %v", after, before)
		}
	})
}

// TestSeldomFilledColumn reads a chronology without lines, whose last column is empty in
// some rows, row by row.
func TestSeldomFilledColumn(t *testing.T) {
	var content strings.Builder
	var want []string
	events := []string{"The nurse was told that nobody had been to", "see the child at home since the end of the", "winter, and wrote to the doctor about him."}
	comments := []string{"It is not known to the review whether", "anybody had read the letter, nor what", "became of it."}
	for i := range 11 {
		y, date := 760-60*float64(i), fmt.Sprintf("%02d.05.2017", i+1)
		content.WriteString(at("F1", 9, 50, y, date) + at("F1", 9, 110, y, "School") + down("F1", 170, y, events...))
		row := "table_row |" + date + "\tSchool\t" + strings.Join(events, " ")
		if i%2 > 0 {
			content.WriteString(down("F1", 400, y, comments...))
			row += "\t" + strings.Join(comments, " ")
		}
		want = append(want, row)
	}
	wantOutline(t, readOne(t, content.String()), want...)
}
