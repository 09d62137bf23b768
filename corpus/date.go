package corpus

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Months are the names of the months, as alternatives of a regular expression.
const Months = "January|February|March|April|May|June|July|August|September|October|November|December"

// date is a day, month, season or year as a report states it: what is not
// stated is 0, and nothing is made up to fill it.
type date struct {
	year, month, day int
	season           string // "spring" and so on, where that stands for the month
}

// String returns 2006-07-05, 2006-07, "spring 2006" or 2006.
func (d date) String() string {
	switch {
	case d.season != "":
		return fmt.Sprintf("%s %04d", d.season, d.year)
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// span returns the first and the last day that d may mean; ok is false where
// not even the month is known.
func (d date) span() (first, last time.Time, ok bool) {
	if d.month == 0 {
		return first, last, false
	}
	if d.day == 0 {
		first = time.Date(d.year, time.Month(d.month), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, -1), true
	}
	first = time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return first, first, true
}

// valid reports whether d is a day of the calendar.
func (d date) valid() bool {
	if d.year == 0 || d.month > 12 || d.day > 31 {
		return false
	}
	return d.day == 0 || time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

// parseDate reads what [date.String] writes.
func parseDate(s string) (date, bool) {
	var d date
	if season, year, found := strings.Cut(s, " "); found {
		n, err := strconv.Atoi(year)
		d.season, d.year = season, n
		return d, err == nil && d.valid()
	}
	for i, part := range strings.SplitN(s, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return date{}, false
		}
		*[]*int{&d.year, &d.month, &d.day}[i] = n
	}
	return d, d.valid()
}

const (
	monthName  = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`
	yearNumber = `(?:19|20)\d\d`
	dayNumber  = `\d{1,2}(?:st|nd|rd|th)?`
)

// datePattern finds one date: in words, as numbers with the day or the year
// first, or a season or year by itself.
var datePattern = needing(Lazily(
	`\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(`+monthName+`)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,?(?: of)? (`+yearNumber+`)\b`+
		`|\b(`+yearNumber+`)-(\d\d)-(\d\d)\b`+
		`|\b(\d{1,2})[/.-](\d{1,2})[/.-](`+yearNumber+`)\b`+
		`|\b([Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)?,? (`+yearNumber+`)\b`+
		`|\b(`+yearNumber+`)\b`), "19", "20")

// foundDate is a date and where it stands.
type foundDate struct {
	date
	span Span
}

// datesIn returns the dates of s in order.
func datesIn(s string) []foundDate {
	var dates []foundDate
	for _, m := range datePattern().FindAllStringSubmatchIndex(s, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s[m[2*n]:m[2*n+1]]
		}
		number := func(n int) int {
			i, _ := strconv.Atoi(group(n)) // digits by the pattern, or empty
			return i
		}
		var d date
		switch {
		case group(2) != "":
			d = date{year: number(4), month: monthNumber(group(2)), day: max(number(1), number(3))}
		case group(5) != "":
			d = date{year: number(5), month: number(6), day: number(7)}
		case group(8) != "":
			d = date{year: number(10), month: number(9), day: number(8)}
		case group(11) != "":
			d = date{year: number(12), season: strings.ToLower(group(11))}
		default:
			d = date{year: number(13)}
		}
		if d.valid() {
			dates = append(dates, foundDate{d, Span{m[0], m[1]}})
		}
	}
	return dates
}

// monthNumber returns 1 for January; name may be cut after three letters.
func monthNumber(name string) int {
	return strings.Index("JanFebMarAprMayJunJulAugSepOctNovDec", name[:3])/3 + 1
}
