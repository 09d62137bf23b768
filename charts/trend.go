package charts

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// TrendData is how often themes are found in each period, by area.
type TrendData struct {
	Periods []string // in order, with those without reviews
	Period  string   // what each of them is, such as "year"; "" for a period
	Themes  []string
	Areas   []TrendArea
	Source  string // where the reviews come from, without n
	// Slopes are by theme the change in percentage points from each period to the
	// next, 0 where it is no more than chance would give; nil where that was not
	// tested.
	Slopes []float64
}

// TrendArea is one area, or any other group of reviews.
type TrendArea struct {
	Name    string
	Reviews []int   // n in each period
	Counts  [][]int // Counts[t][p] is the reviews with theme t in period p
}

// Trend draws small multiples, a row of panels for every theme and a panel for
// every area: in each period a column of all reviews, filled as far as the
// theme is found. Counts are drawn, not percentages, because a year often has
// one or two reviews. It is an error if the lengths do not match or a count is
// negative or above the number of reviews.
func Trend(data TrendData, st Style) (*Figure, error) {
	c := trendChart{style: st, period: cmp.Or(data.Period, "period")}
	var err error
	if c.periods, err = names("trend", "period", data.Periods); err != nil {
		return nil, err
	}
	if c.themes, err = names("trend", "theme", data.Themes); err != nil {
		return nil, err
	}
	if data.Slopes != nil && len(data.Slopes) != len(c.themes) {
		return nil, fmt.Errorf("charts: trend: %d slopes for %d themes", len(data.Slopes), len(c.themes))
	}
	c.slopes = data.Slopes
	for i, area := range data.Areas {
		area.Name = clean(area.Name)
		if err := area.check(len(c.themes), len(c.periods)); err != nil {
			return nil, fmt.Errorf("charts: trend: area %d: %w", i+1, err)
		}
		c.areas = append(c.areas, area)
		c.n += sum(area.Reviews)
	}
	return newFigure(st, c.texts(data.Source), c.bodyHeight(), c.draw)
}

func (a TrendArea) check(themes, periods int) error {
	if a.Name == "" {
		return errors.New("no name")
	}
	if len(a.Counts) != themes || len(a.Reviews) != periods {
		return fmt.Errorf("%s: %d rows of counts and %d periods, not %d and %d",
			quoted(a.Name), len(a.Counts), len(a.Reviews), themes, periods)
	}
	for p, n := range a.Reviews {
		if n < 0 {
			return fmt.Errorf("%s: period %d has the negative number %d", quoted(a.Name), p+1, n)
		}
	}
	for t, counts := range a.Counts {
		if len(counts) != periods {
			return fmt.Errorf("%s: theme %d has %d counts, not %d", quoted(a.Name), t+1, len(counts), periods)
		}
		for p, k := range counts {
			if k < 0 || k > a.Reviews[p] {
				return fmt.Errorf("%s: theme %d, period %d: %d does not lie between 0 and %d", quoted(a.Name), t+1, p+1, k, a.Reviews[p])
			}
		}
	}
	return nil
}

// trendChart is checked data.
type trendChart struct {
	periods, themes []string
	period          string
	areas           []TrendArea
	slopes          []float64
	n               int
	style           Style
}

func sum(counts []int) (total int) {
	for _, k := range counts {
		total += k
	}
	return total
}

// span names the first and the last period.
func (c trendChart) span() string {
	first, last := c.periods[0], c.periods[len(c.periods)-1]
	if first == last {
		return first
	}
	return first + "–" + last
}

// naming names the themes or, where they are many, says how many there are.
func (c trendChart) naming() string {
	if len(c.themes) > 3 {
		return plural(len(c.themes), "theme")
	}
	labels := make([]string, len(c.themes))
	for i, theme := range c.themes {
		labels[i] = quoted(theme)
	}
	return list(labels)
}

func (c trendChart) texts(source string) texts {
	t := texts{
		subtitle: "Reviews in each " + c.period + ", and those of them in which practice was found lacking on the theme. The panels share one scale.",
		source:   sourceLine(source, c.n, "Where numbers are small, differences between "+c.period+"s may be chance."),
		alt:      c.describe(),
	}
	if c.n == 0 || len(c.themes) == 0 {
		t.title = practiceWords.title(nil, c.n)
		t.source = sourceLine(source, c.n)
		return t
	}
	t.title = c.finding()
	return t
}

// finding says which themes rise or fall by more than chance would give, and
// picks none by what may be chance.
func (c trendChart) finding() string {
	if c.slopes == nil {
		return fmt.Sprintf("%s, %s", c.naming(), c.span())
	}
	var changes []string
	for t, slope := range c.slopes {
		switch {
		case slope > 0:
			changes = append(changes, fmt.Sprintf("%s rises by %.1f points a %s", quoted(c.themes[t]), slope, c.period))
		case slope < 0:
			changes = append(changes, fmt.Sprintf("%s falls by %.1f points a %s", quoted(c.themes[t]), -slope, c.period))
		}
	}
	if len(changes) == 0 {
		return fmt.Sprintf("%s: no more rise or fall than chance would give, %s", c.naming(), c.span())
	}
	return fmt.Sprintf("%s, %s", list(changes), c.span())
}

// describe says the totals of every panel and its counts by period.
func (c trendChart) describe() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Small multiples of %s in %s and %s, %s.", plural(len(c.themes), "theme"),
		plural(len(c.areas), "area"), plural(len(c.periods), c.period), reviews(c.n))
	for t, theme := range c.themes {
		for _, area := range c.areas {
			fmt.Fprintf(&b, " %s, %s: %s", theme, area.Name, outOf(sum(area.Counts[t]), sum(area.Reviews)))
			for p, n := range area.Reviews {
				if n > 0 {
					fmt.Fprintf(&b, "; %s %d of %d", c.periods[p], area.Counts[t][p], n)
				}
			}
			b.WriteString(".")
		}
	}
	return b.String()
}
