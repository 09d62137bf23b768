package charts

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// DumbbellData is how often each theme is found in two groups of reviews.
type DumbbellData struct {
	Groups [2]DumbbellGroup
	Themes []DumbbellTheme // in any order; drawn with the greatest difference first
	Source string          // where the reviews come from, without n
	// MayShare says that a review may be in both groups, so that their reviews
	// cannot be added up.
	MayShare bool
	// Tested says that the differences were tested, so that Stands means something.
	Tested bool
}

// DumbbellGroup is a group of reviews, such as an area or a period.
type DumbbellGroup struct {
	Name    string
	Reviews int // n
}

// DumbbellTheme is one row of the chart.
type DumbbellTheme struct {
	Label  string
	Counts [2]int // reviews of each group in which the theme is found
	// Low and High bound the proportion in each group, from 0 to 1. Both zero
	// means that no interval is given.
	Low, High [2]float64
	// DifferenceLow and DifferenceHigh bound the proportion in the first group less
	// that in the second, from -1 to 1. Both zero: no interval is given.
	DifferenceLow, DifferenceHigh float64
	// Stands says that the difference is more than chance would give, after as many
	// tests as were made.
	Stands bool
}

// Dumbbell draws two groups side by side: for every theme a mark at the
// percentage in each, joined by a line, with intervals, and the difference in
// points. It is an error if a group or a theme has no name, a count does not
// lie between 0 and the reviews of its group, or an interval is upside down or
// out of range.
func Dumbbell(data DumbbellData, st Style) (*Figure, error) {
	c := dumbbellChart{groups: data.Groups, mayShare: data.MayShare, tested: data.Tested, themes: slices.Clone(data.Themes), style: st}
	for g := range c.groups {
		c.groups[g].Name = clean(c.groups[g].Name)
		if c.groups[g].Name == "" || c.groups[g].Reviews < 0 {
			return nil, fmt.Errorf("charts: dumbbell: group %d has no name or a negative number of reviews", g+1)
		}
	}
	for i := range c.themes {
		c.themes[i].Label = clean(c.themes[i].Label)
		if err := c.check(c.themes[i]); err != nil {
			return nil, fmt.Errorf("charts: dumbbell: theme %d: %w", i+1, err)
		}
	}
	slices.SortStableFunc(c.themes, func(a, b DumbbellTheme) int {
		return cmp.Compare(math.Abs(c.difference(b)), math.Abs(c.difference(a)))
	})
	rows := len(c.themes)
	if c.empty() {
		rows = 1
	}
	return newFigure(st, c.texts(data.Source), st.rowsHeight(rows, 6), c.draw)
}

// dumbbellChart is checked and sorted data.
type dumbbellChart struct {
	groups   [2]DumbbellGroup
	mayShare bool
	tested   bool
	themes   []DumbbellTheme
	style    Style
}

func (c dumbbellChart) check(t DumbbellTheme) error {
	if t.Label == "" {
		return errors.New("no label")
	}
	for g, k := range t.Counts {
		if k < 0 || k > c.groups[g].Reviews {
			return fmt.Errorf("%s: %d does not lie between 0 and %d", quoted(t.Label), k, c.groups[g].Reviews)
		}
		if !(0 <= t.Low[g] && t.Low[g] <= t.High[g] && t.High[g] <= 1) {
			return fmt.Errorf("%s: the interval %g to %g is not within 0 to 1", quoted(t.Label), t.Low[g], t.High[g])
		}
	}
	if !(-1 <= t.DifferenceLow && t.DifferenceLow <= t.DifferenceHigh && t.DifferenceHigh <= 1) {
		return fmt.Errorf("%s: the interval of the difference, %g to %g, is not within -1 to 1",
			quoted(t.Label), t.DifferenceLow, t.DifferenceHigh)
	}
	return nil
}

// share is the proportion of group g with a theme.
func (c dumbbellChart) share(t DumbbellTheme, g int) float64 {
	return float64(t.Counts[g]) / float64(c.groups[g].Reviews)
}

// difference is the first group less the second, or 0 where it is not defined.
func (c dumbbellChart) difference(t DumbbellTheme) float64 {
	if c.empty() {
		return 0
	}
	return c.share(t, 0) - c.share(t, 1)
}

// empty says whether there is nothing to compare.
func (c dumbbellChart) empty() bool { return c.groups[0].Reviews == 0 || c.groups[1].Reviews == 0 }

// intervals says how many themes have an interval of their difference, and how many
// of these leave out zero.
func (c dumbbellChart) intervals() (given, clear int) {
	for _, t := range c.themes {
		if t.DifferenceLow != 0 || t.DifferenceHigh != 0 {
			given++
			if t.DifferenceLow > 0 || t.DifferenceHigh < 0 {
				clear++
			}
		}
	}
	return given, clear
}

func (c dumbbellChart) texts(source string) texts {
	n := c.groups[0].Reviews + c.groups[1].Reviews
	t := texts{
		subtitle: fmt.Sprintf("Percentage of the reviews of %s and of %s in which practice was found lacking on each theme, greatest difference first. The difference, in points, is the first less the second.",
			c.groups[0].Name, c.groups[1].Name),
		source: c.sources(source, n),
		alt:    c.describe(),
	}
	switch {
	case n == 0 || len(c.themes) == 0:
		t.title = practiceWords.title(nil, n)
	case c.empty():
		t.title = capital(fmt.Sprintf("%s and %s cannot be compared: one has no reviews", c.groups[0].Name, c.groups[1].Name))
	case c.difference(c.themes[0]) == 0:
		t.title = capital(fmt.Sprintf("%s and %s show the same share in each theme", c.groups[0].Name, c.groups[1].Name))
	default:
		t.title = c.finding()
	}
	return t
}

// finding names the theme whose difference is the greatest of those that stand. Where
// none does it says so first: the widest of many is wide by chance alone.
func (c dumbbellChart) finding() string {
	i := slices.IndexFunc(c.themes, func(t DumbbellTheme) bool { return t.Stands })
	given, clear := c.intervals()
	switch {
	case c.tested && i < 0, !c.tested && given > 0 && clear == 0:
		first := c.themes[0]
		return fmt.Sprintf("%s and %s differ no more than chance would give; most on %s: found lacking in %s against %s", capital(c.groups[0].Name), c.groups[1].Name,
			quoted(first.Label), outOf(first.Counts[0], c.groups[0].Reviews), outOf(first.Counts[1], c.groups[1].Reviews))
	case !c.tested:
		i = 0
	}
	widest := c.themes[i]
	how := "most"
	if i > 0 {
		how = "by more than chance would give"
	}
	return fmt.Sprintf("%s differs %s: practice found lacking in %s in %s, in %s in %s", quoted(widest.Label), how,
		outOf(widest.Counts[0], c.groups[0].Reviews), c.groups[0].Name,
		outOf(widest.Counts[1], c.groups[1].Reviews), c.groups[1].Name)
}

// sources gives the reviews of both groups together, or of each where one may be
// in both.
func (c dumbbellChart) sources(source string, n int) string {
	if !c.mayShare {
		return sourceLine(source, n, c.remark())
	}
	return sourced(source, fmt.Sprintf("n = %d and %s; the same review may be in both.", c.groups[0].Reviews, reviews(c.groups[1].Reviews)), c.remark())
}

// remark says what the intervals allow to be said. That of one theme may leave out 0
// where its test, by which the title goes, calls it chance.
func (c dumbbellChart) remark() string {
	given, clear := c.intervals()
	switch {
	case given == 0 || c.empty():
		return ""
	case given == 1 && clear == 0:
		return "The interval of the difference includes 0: chance alone could give what is seen."
	case given == 1 && c.tested && !slices.ContainsFunc(c.themes, func(t DumbbellTheme) bool { return t.Stands }):
		return "The interval of the difference does not include 0, but by the test that was made chance could give what is seen."
	case given == 1:
		return "The interval of the difference does not include 0."
	case clear == 0:
		return "Every interval of a difference includes 0: chance alone could give what is seen."
	}
	do := "do"
	if clear == 1 {
		do = "does"
	}
	return fmt.Sprintf("%d of %s of a difference %s not include 0; of many, about one in twenty would miss it by chance.", clear, plural(given, "interval"), do)
}

// describe says every number of the chart in words.
func (c dumbbellChart) describe() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Dumbbell chart of %s in two groups: %s, %s, and %s, %s.", plural(len(c.themes), "theme"),
		c.groups[0].Name, reviews(c.groups[0].Reviews), c.groups[1].Name, reviews(c.groups[1].Reviews))
	for _, t := range c.themes {
		fmt.Fprintf(&b, " %s: %d%s and %d%s", t.Label, t.Counts[0], bracketed(t.Counts[0], c.groups[0].Reviews),
			t.Counts[1], bracketed(t.Counts[1], c.groups[1].Reviews))
		if !c.empty() {
			fmt.Fprintf(&b, ", difference %s points", c.differenceText(t))
		}
		b.WriteString(".")
	}
	return b.String()
}

// points is a difference in percentage points with its sign.
func points(d float64) string {
	switch p := int(math.Round(100 * d)); {
	case p > 0:
		return fmt.Sprintf("+%d", p)
	case p < 0:
		return fmt.Sprintf("−%d", -p)
	}
	return "0"
}

// differenceText is the difference in points with its interval.
func (c dumbbellChart) differenceText(t DumbbellTheme) string {
	text := points(c.difference(t))
	if interval := t.intervalText(); interval != "" {
		text += " (" + interval + ")"
	}
	return text
}

// intervalText is the interval of the difference in points, or nothing.
func (t DumbbellTheme) intervalText() string {
	if t.DifferenceLow == 0 && t.DifferenceHigh == 0 {
		return ""
	}
	return points(t.DifferenceLow) + " to " + points(t.DifferenceHigh)
}
