package corpus

import (
	"fmt"
	"time"
)

// The time that statutory guidance and local procedures of 2013 to 2019 give a
// review: six months from the decision to hold it; nine, where it is complex,
// from the event that gave rise to it to publication; and 28 days from when the
// report is signed off to when it is published.
const (
	monthsToComplete = 6
	monthsComplex    = 9
	daysToPublish    = 28
)

// timesTaken computes how long the review took from the dates that are stated,
// and holds it against the limits. Where a date is stated as a month only, it
// gives the least and the most, and no verdict where that depends on the day.
// Each is given the evidence of its later date; that of the earlier stands by
// the fact of that date.
func (f Facts) timesTaken() {
	how := endingOf(f[FactCompleted])
	end, deed := FactCompleted, how.deed
	if f.Value(end) == "" {
		end, deed = FactPublished, "published"
	}
	f.set(FactTaken, f.interval(FactDecided, "decided", end, deed, inMonths))
	f.set(FactFromEvent, f.interval(FactHarmed, "the event", FactPublished, "published", inMonths))
	if how.signOff {
		f.set(FactToPublish, f.interval(FactCompleted, how.deed, FactPublished, "published", inDays))
	}
}

// interval tells the time between two dates, each called by what was done.
func (f Facts) interval(from FactName, fromDeed string, to FactName, toDeed string, tell func(least, most [2]time.Time) string) Fact {
	a, okA := parseDate(f.Value(from))
	b, okB := parseDate(f.Value(to))
	if !okA || !okB {
		return Fact{}
	}
	aFirst, aLast, okA := a.span()
	bFirst, bLast, okB := b.span()
	if !okA || !okB || bFirst.Before(aLast) && (a.day > 0 && b.day > 0 || bLast.Before(aFirst)) {
		return Fact{}
	}
	told := tell([2]time.Time{aLast, bFirst}, [2]time.Time{aFirst, bLast})
	value := fmt.Sprintf("%s: from %s (%s) to %s (%s)", told, fromDeed, a, toDeed, b)
	return Fact{value, f[to].Evidence}
}

// inMonths tells whole months and what they mean for a review; least and most
// are the shortest and the longest time that the dates allow.
func inMonths(least, most [2]time.Time) string {
	months := plural(monthsBetween(least), monthsBetween(most), "month")
	switch {
	case within(most, monthsToComplete):
		return months + ", within six"
	case !within(least, monthsComplex):
		return months + ", more than nine"
	case !within(least, monthsToComplete) && within(most, monthsComplex):
		return months + ", more than six, within nine"
	case !within(least, monthsToComplete):
		return months + ", more than six"
	}
	return months
}

// inDays tells days and whether they keep to the limit for publication.
func inDays(least, most [2]time.Time) string {
	low, high := max(daysBetween(least), 0), daysBetween(most)
	days := plural(low, high, "day")
	switch {
	case high <= daysToPublish:
		return fmt.Sprintf("%s, within %d", days, daysToPublish)
	case low > daysToPublish:
		return fmt.Sprintf("%s, more than %d", days, daysToPublish)
	}
	return days
}

func plural(low, high int, unit string) string {
	switch {
	case low == high && low == 1:
		return "1 " + unit
	case low == high:
		return fmt.Sprintf("%d %ss", low, unit)
	}
	return fmt.Sprintf("%d to %d %ss", low, high, unit)
}

// within reports whether the time ends no later than months after it began.
func within(taken [2]time.Time, months int) bool {
	return !taken[1].After(addMonths(taken[0], months))
}

// monthsBetween returns the whole months that have passed, 0 at the least.
func monthsBetween(taken [2]time.Time) int {
	n := 0
	for !taken[1].Before(addMonths(taken[0], n+1)) {
		n++
	}
	return n
}

// addMonths returns the same day of the month, months later, or the last day
// of that month where it has no such day.
func addMonths(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	return first.AddDate(0, 0, min(day.Day(), last.Day())-1)
}

func daysBetween(taken [2]time.Time) int { return int(taken[1].Sub(taken[0]).Hours() / 24) }
