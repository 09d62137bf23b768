package pdf

import (
	"strings"
	"testing"
)

// TestCentredTable reads a table without rules whose cells are centred, from left to right
// and from top to bottom, and one with numbers of days that stand on lines of their own.
func TestCentredTable(t *testing.T) {
	set := &typesetter{size: 11}
	cell := func(middle, top float64, lines ...string) string { // of a row of three lines
		var b strings.Builder
		y := top - 7*float64(3-len(lines))
		for _, l := range lines {
			b.WriteString(at("F1", 11, middle-set.width(l)/2, y, l))
			y -= 14
		}
		return b.String()
	}
	centred := cell(90, 700, "No") + cell(300, 700, "Recommendation") + cell(480, 700, "By") +
		cell(90, 650, "1") + cell(300, 650, "The partnership should see to it", "that each assessment of a baby", "names every adult.") + cell(480, 650, "June") +
		cell(90, 600, "2") + cell(300, 600, "Health visitors should be told of", "convictions.") + cell(480, 600, "At once") +
		cell(90, 550, "3") + cell(300, 550, "Conferences should not be", "cancelled for want of somebody", "to take the minutes.") + cell(480, 550, "July")
	days := ""
	for i, row := range [][4]string{{"11", "August", "Police", "The adults were seen alone."}, {"5", "September", "School", "He was not asked."}, {"22", "November", "Hospital", "He was taken there by his aunt."}} {
		y := 700 - 40*float64(i)
		days += at("F1", 11, 50, y, row[0]) + at("F1", 11, 50, y-14, row[1]) + at("F1", 11, 115, y, row[2]) + at("F1", 11, 200, y, row[3])
	}
	for _, tt := range []struct {
		name, content string
		want          []string
	}{
		{"centred", centred, []string{"table_row |No\tRecommendation\tBy", "table_row |1\tThe partnership should see to it that each assessment of a baby names every adult.\tJune",
			"table_row |2\tHealth visitors should be told of convictions.\tAt once", "table_row |3\tConferences should not be cancelled for want of somebody to take the minutes.\tJuly"}},
		{"days", days, []string{"table_row |11 August\tPolice\tThe adults were seen alone.", "table_row |5 September\tSchool\tHe was not asked.", "table_row |22 November\tHospital\tHe was taken there by his aunt."}},
	} {
		t.Run(tt.name, func(t *testing.T) { wantOutline(t, readOne(t, tt.content), tt.want...) })
	}
}

// TestHeadingsOfATableAtTheFoot: the row of headings of a table without rules that goes over
// alone to the next page is no heading of what follows; a heading there still is one.
func TestHeadingsOfATableAtTheFoot(t *testing.T) {
	const foot, text = 60, "The panel met four times and read what each agency had written."
	rows := ""
	for i, row := range [][3]string{{"1", "The partnership should ask.", "June"}, {"2", "The school should write.", "July"}, {"3", "The nurse should call.", "May"}} {
		y := 700 - 40*float64(i)
		rows += at("F1", 11, 60, y, row[0]) + at("F1", 11, 150, y, row[1]) + at("F1", 11, 450, y, row[2])
	}
	for _, tt := range []struct{ foot, want string }{
		{at("F2", 11, 60, foot, "No") + at("F2", 11, 150, foot, "Recommendation") + at("F2", 11, 450, foot, "By"), "paragraph |No Recommendation By"},
		{at("F2", 11, 60, foot, "The recommendations of the panel"), "heading |The recommendations of the panel"},
	} {
		b := newBuilder()
		b.page(at("F1", 11, 60, 700, text)+tt.foot, "", "")
		b.page(rows, "", "")
		wantOutline(t, mustRead(t, b.bytes()), "paragraph |"+text, tt.want, "table_row |1 The partnership should ask.\tJune",
			"table_row |2 The school should write.\tJuly", "table_row |3 The nurse should call.\tMay")
	}
}
