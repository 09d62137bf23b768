package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestOpenCells reads a chronology whose dates go over two lines, its rows parted by level
// lines or by colour alone.
func TestOpenCells(t *testing.T) {
	ends := []float64{60, 130, 320, 540}
	tops := []float64{720, 700, 660, 620, 580}
	cells := at("F2", 11, 64, 706, "Date") + at("F2", 11, 134, 706, "Event") + at("F2", 11, 324, 706, "Response") +
		down("F1", 64, 686, "18", "December") + down("F1", 134, 686, "The police came to the home", "and wrote to the nurse.") + down("F1", 324, 686, "Nobody wrote back.") +
		down("F1", 64, 646, "22 March", "2021") + down("F1", 134, 646, "A visit was missed.") + down("F1", 324, 646, "The policy for what was missed", "was not followed.") +
		down("F1", 64, 606, "2", "September") + down("F1", 134, 606, "A man moved in.") + down("F1", 324, 606, "Nobody asked who he was, or", "whose children he had.")
	after := down("F1", 60, 540, "The panel read what had been written at the time by all of the agencies, which", "was less than it had hoped.")
	row := func(from, to int, write func(x0, x1, y0, y1 float64) string) (out string) {
		for _, i := range []int{from, to} {
			for j := range ends[1:] {
				out += write(ends[j], ends[j+1], tops[i], tops[i+1])
			}
		}
		return out
	}
	lineBelow := func(x0, x1, _, y float64) string { return fmt.Sprintf("%g %g m %g %g l S\n", x0, y, x1, y) }
	fill := func(x0, x1, y0, y1 float64) string {
		return fmt.Sprintf("0.9 0.9 1 rg %g %g %g %g re f 0 g\n", x0, y1, x1-x0, y0-y1)
	}
	table := []string{"table_row |Date\tEvent\tResponse", "table_row |18 December\tThe police came to the home and wrote to the nurse.\tNobody wrote back.",
		"table_row |22 March 2021\tA visit was missed.\tThe policy for what was missed was not followed.", "table_row |2 September\tA man moved in.\tNobody asked who he was, or whose children he had."}
	prose := "paragraph |The panel read what had been written at the time by all of the agencies, which was less than it had hoped."
	for name, drawn := range map[string]string{
		"a line below each row":          row(0, 1, lineBelow) + row(2, 3, lineBelow),
		"lines between rows":             row(0, 1, lineBelow) + row(2, 2, lineBelow),
		"every other row in colour":      row(0, 2, fill),
		"the others in colour":           row(1, 3, fill),
		"colour drawn behind every cell": row(0, 1, fill) + row(2, 3, fill),
	} {
		t.Run(name, func(t *testing.T) { wantOutline(t, readOne(t, drawn+cells+after), append(table[:4:4], prose)...) })
	}
	t.Run("lines around several rows", func(t *testing.T) {
		drawn := ""
		for _, y := range []float64{720, 698, 658, 618, 578} {
			drawn += lineBelow(60, 130, 0, y) + lineBelow(130, 320, 0, y)
		}
		list := rows(706, [][2]string{{"Date", "Event"}, {"12 May", "Referral made"}, {"3 June", "Visit"}, {"4 July", "Case closed"}, {"1 August", "Call"}, {"2 August", "Visit"}, {"5 August", "Referral made"}})
		wantOutline(t, readOne(t, drawn+list), "table_row |Date\tEvent", "table_row |12 May\tReferral made", "table_row |3 June\tVisit", "table_row |4 July\tCase closed",
			"table_row |1 August\tCall", "table_row |2 August\tVisit", "table_row |5 August\tReferral made")
	})
	t.Run("lines under a text", func(t *testing.T) {
		text := readOne(t, row(0, 1, lineBelow)+row(2, 3, lineBelow)+down("F1", 60, 706, strings.Repeat("The nurse went to see the child at home and was told to go. ", 2)[:80],
			"and so she went away again, and nobody came in her stead until another year had", "gone by and the child had been taken to a school that is far away from the town."))
		if got := outline(text); strings.Contains(got, "table_row") {
			t.Errorf("a text is read as a table:\n%s", got)
		}
	})
}
