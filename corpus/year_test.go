package corpus

import (
	"strings"
	"testing"
)

func TestYearOfSeveral(t *testing.T) {
	for line, want := range map[string]string{
		"Overview report for publication under Working Together 2010": "2013",
		"Review process: winter 2017 - spring 2018":                   "2018",
		"2018-2019": "2019",
	} {
		if got := factsOfText(testText("# Serious Case Review: Child K", line, "Completed 2013"), KindReview, "x.pdf").Value(FactYear); got != want {
			t.Errorf("%q: got year %q, want %q", line, got, want)
		}
	}
}

func TestYearOfAReport(t *testing.T) {
	const cover = "# Inspection of Marlshire\nInspection dates: 2 to 6 December 2019"
	story := strings.Repeat("Inspectors spoke to children and read their records. ", 5)
	for _, test := range []struct {
		name, text, want string
	}{
		{"a copyright", cover + "\n" + story + "\n© Crown copyright 2020", "2020"},
		{"a copyright of a map", cover + "\n" + story + "\n© Crown copyright and database rights 2012, of the map", "2019"},
		{"a publisher's copyright", cover + "\n" + story + "\n© Marlshire Safeguarding Partnership 2021", "2021"},
		{"a table on the cover", "# Serious Case Review: Child K\nVersion\t4 May 2012", "2012"},
		{"a year of two figures", "# Serious Case Review: Child K\nv1.3 FINAL 01/02/16", "2016"},
		{"one with stops", "# Serious Case Review: Child K\nSigned off by the Panel 7.9.15.", "2015"},
		{"one in numbers, and a sentence about the child", "# Serious Case Review: Child K\nFinal 21.06.2013\nChild K was seen at the hospital on 2 February 2012.", "2013"},
		{"one in numbers of the child", "# Serious Case Review: Child K\nMay 2013\nDate of birth: 01/02/2011", "2013"},
		{"one of the child", "# Serious Case Review: Child K\nBorn 01/02/11", ""},
		{"the number of a paragraph", "# Serious Case Review: Child K\n7.9.15 Nobody asked.", ""},
		{"a version of three parts", "# Serious Case Review: Child K\nv1.2.16", ""},
		{"no day of the calendar", "# Serious Case Review: Child K\nNumber 12/40/16", ""},
		{"the period under review", "# Serious Case Review: Child K\nPeriod under review: January 2010 to March 2012", ""},
		{"a period of dates in numbers", "# Serious Case Review: Child K\nPeriod under review: 01.02.2010 to 03.04.2012", ""},
		{"a period and a date", "# Serious Case Review: Child K\nReview period 2010–2012\nMay 2013", "2013"},
		{"a table on page 2", "# Serious Case Review: Child K\nMay 2012\fJune 2013\tChild K is born", "2012"},
	} {
		b := NewBuilder(DefaultLimits())
		for _, page := range strings.Split(test.text, "\f") {
			b.BeginPage(Page{})
			for _, line := range strings.Split(page, "\n") {
				kind := BlockParagraph
				if strings.Contains(line, "\t") {
					kind = BlockTableRow
				}
				b.Append(Block{Kind: kind}, line)
			}
		}
		text := b.Finish()
		if got := factsOfText(&text, KindReview, "x.pdf").Value(FactYear); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	page := webPage("Child K", "# Serious Case Review: Child K", "May 2012", story, "© Marlshire Council 2024")
	if got, want := factsOfText(page, KindReview, "x.html").Value(FactYear), "2012"; got != want {
		t.Errorf("a web page: got %q, want %q", got, want)
	}
}
