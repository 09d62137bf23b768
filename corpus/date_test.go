package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestDatesInLooksOnlyAroundYears(t *testing.T) {
	const longest = "30th of September. 30th, of 2012"
	for _, test := range []struct {
		text string
		want []string
	}{
		{"no date, in 20 days or 1 of 2019x", nil},
		{longest, []string{"2012-09-30"}},
		{"é" + longest + "é", []string{"2012-09-30"}}, {"a" + longest, []string{"2012-09-30"}},
		{"On 3 May 2012, and in spring 2013; 2014-05-06, 07/08/2015", []string{"2012-05-03", "spring 2013", "2014-05-06", "2015-08-07"}},
		{strings.Repeat("x ", 40) + "5 May 2012" + strings.Repeat(" x", 40) + " 2013" + strings.Repeat(" x", 40), []string{"2012-05-05", "2013"}},
		{"12019 2019é 2019", []string{"2019", "2019"}},
	} {
		var got []string
		for _, d := range datesIn(test.text) {
			got = append(got, d.String())
		}
		sameDates(t, test.text)
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// sameDates holds the dates of text against those of the expression alone.
func sameDates(t *testing.T, text string) {
	t.Helper()
	if got, want := datesIn(text), datesOf(text); !slices.Equal(got, want) {
		t.Errorf("%q: got %v, want %v", text, got, want)
	}
}

func TestDatesInRealTexts(t *testing.T) {
	for _, text := range realTexts(t) {
		for line := range strings.Lines(text) {
			sameDates(t, line)
		}
	}
}

func FuzzDatesIn(f *testing.F) {
	f.Add("31st of September. 31st, of 2012, 3/4/2015 or 2012-05-03 – spring of, 1999é2001")
	f.Add("31é31st of September. 31st, of 2012ééé2001-01-01é")
	f.Fuzz(func(t *testing.T, text string) { sameDates(t, text) })
}
