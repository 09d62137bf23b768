package agreement

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// chosenPassages are a number of passages that a coder chose, sixty to a
// review, of 33 themes.
func chosenPassages(name string, marks int, random *rand.Rand) Coder {
	words := strings.Fields("nobody asked who else lived in the house and the assessment of risk was never reviewed by any agency before the child came to harm that winter")
	c := Coder{Name: name, Task: PassagesAlone, Cells: make(map[Cell]bool)}
	for i := range marks {
		var quote []string
		for range 12 {
			quote = append(quote, words[random.IntN(len(words))])
		}
		m := Mark{
			Review: fmt.Sprintf("review-%d", i%max(1, marks/60)), Theme: fmt.Sprintf("theme_%02d", random.IntN(33)),
			Page: 1 + i%60, Quote: strings.Join(quote, " "), Marked: true,
		}
		c.Marks, c.Reviews, c.Themes = append(c.Marks, m), append(c.Reviews, m.Review), append(c.Themes, m.Theme)
		c.Cells[Cell{m.Review, m.Theme}] = true
	}
	c.Reviews, c.Themes = sorted(c.Reviews), sorted(c.Themes)
	return c
}

// BenchmarkCompare compares two coders who chose their passages.
func BenchmarkCompare(b *testing.B) {
	for _, marks := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(marks), func(b *testing.B) {
			random := rand.New(rand.NewPCG(1, 2))
			coders := []Coder{chosenPassages("first", marks, random), chosenPassages("second", marks, random)}
			for b.Loop() {
				if _, err := Compare(coders, Options{Common: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
