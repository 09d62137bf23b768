package corpus

import (
	"slices"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, want := range []string{"2006-07-05", "2006-07", "2006", "spring 2010", "2012-02-29"} {
		d, ok := parseDate(want)
		if got := d.String(); !ok || got != want {
			t.Errorf("got %q, %v, want %q", got, ok, want)
		}
	}
	for _, wrong := range []string{"", "2011-02-29", "2011-13", "spring 2011-04"} {
		if d, ok := parseDate(wrong); ok {
			t.Errorf("%q: got %v", wrong, d)
		}
	}
}

func TestDatesIn(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"on 5 July 2006, the 1st of May 2007 and May 3rd, 2008", []string{"2006-07-05", "2007-05-01", "2008-05-03"}},
		{"July, 2006; Sept 2006; 05/07/2006; 5.7.2006; 2006-07-05", []string{"2006-07", "2006-09", "2006-07-05", "2006-07-05", "2006-07-05"}},
		{"the Spring of 2010 and winter 2011, in 2012", []string{"spring 2010", "winter 2011", "2012"}},
		{"31 February 2011, 2012 children, case 20123", []string{"2012"}},
		{"in May, aged 19 or 20", nil},
		{"no date, in 20 days or 1 of 2019x", nil},
		{"a30th of September. 30th, of 2012", []string{"2012-09-30"}},
		{"12019 2019é 2019", []string{"2019", "2019"}},
	} {
		var got []string
		for _, d := range datesIn(test.text) {
			got = append(got, d.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
