package corpus

import (
	"fmt"
	"slices"
	"strconv"
)

type reviewGroup struct {
	docs    []*Document // the leading one first
	reasons []string    // why each of the others belongs to it
}

// reviewGroups are groups in order, found again by what names their review.
type reviewGroups struct {
	list  []reviewGroup
	byKey map[string][]int // by [reviewKeys]: the groups that such a document leads, or has led
}

// groupByReview gathers reports, their other versions and their summaries.
func groupByReview(docs []*Document, taken map[string]bool) []reviewGroup {
	groups := reviewGroups{byKey: map[string][]int{}}
	var parts []*Document // summaries, rapid reviews and additions, which may belong to a report
	for _, d := range docs {
		switch {
		case !d.Readable() || taken[d.File]:
		case d.Kind == KindSummary || d.Kind == KindRapid || isAddition(d):
			parts = append(parts, d)
		default:
			groups.addVersion(d)
		}
	}
	for _, d := range parts {
		groups.addPart(d)
	}
	return groups.list
}

// add makes a group of one document.
func (g *reviewGroups) add(d *Document) {
	g.list = append(g.list, reviewGroup{docs: []*Document{d}})
	g.led(len(g.list)-1, d)
}

// led notes that d leads group i.
func (g *reviewGroups) led(i int, d *Document) {
	boards := []string{noBoard}
	if board := boardKey(d); board != noBoard {
		boards = []string{board, anyBoard}
	}
	for _, key := range reviewKeys(d, boards...) {
		g.byKey[key] = append(g.byKey[key], i)
	}
}

// of returns in order the groups that may be of the same review as d: see
// [sameReview].
func (g *reviewGroups) of(d *Document) []int {
	var list []int
	boards := []string{noBoard, anyBoard}
	if board := boardKey(d); board != noBoard {
		boards = []string{noBoard, board}
	}
	for _, key := range reviewKeys(d, boards...) {
		list = append(list, g.byKey[key]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// oneVersion is which share of two texts on the same child is the same where
// they are versions of one report.
const oneVersion = 0.5

// addVersion adds a report: to the group of another version of it, which it
// leads where it is later or, of the same year, longer; or as a group by itself.
func (g *reviewGroups) addVersion(d *Document) {
	for _, i := range g.of(d) {
		group := &g.list[i]
		lead := group.docs[0]
		if sameReview(lead, d) == "" {
			continue
		}
		share := lead.Sketch.containment(d.Sketch)
		if share < oneVersion {
			continue
		}
		if !leads(d, lead) {
			group.docs = append(group.docs, d)
			group.reasons = append(group.reasons, versionOf(lead, share))
			return
		}
		group.docs = slices.Insert(group.docs, 0, d)
		group.reasons = slices.Insert(group.reasons, 0, versionOf(d, share))
		g.led(i, d)
		return
	}
	g.add(d)
}

func versionOf(lead *Document, share float64) string {
	return fmt.Sprintf("another version of %s (%s of the shorter text is the same)", lead.File, percent(share))
}

// leads reports whether a comes before b among the versions of one report.
func leads(a, b *Document) bool {
	if x, y := a.Facts.Value(FactYear), b.Facts.Value(FactYear); x != y {
		return x > y
	}
	return a.Words > b.Words
}

var (
	// addition is how the title begins of what was written to a report later, or what it
	// is called, and withAddition how that of a report tells that one is in it.
	addition     = Lazily(`(?i)^(?:an? |the )?(?:addend(?:um|a)|supplement)\b|\b(?:addendum|supplementary) (?:to|report)\b`)
	withAddition = Lazily(`(?i)\b(?:and|` + including + `) (?:` + itsOwn + `)?(?:addend|supplement)`)
)

// How a title goes on to what a report has within it, and what may stand before that.
const (
	including = `with|including|incorporating`
	itsOwn    = `an? |the |its `
)

// isAddition reports whether a review is an addition to one by its title.
func isAddition(d *Document) bool {
	title := d.Facts.Value(FactTitle)
	return d.Kind.OfOneCase() && addition().MatchString(title) && !withAddition().MatchString(title)
}

// addPart adds a summary, a rapid review or an addition to the report it belongs to, of the
// same year if there is one, or else of two years before or after; without a
// report it is a group by itself.
func (g *reviewGroups) addPart(d *Document) {
	home, same := -1, ""
	for _, i := range g.of(d) {
		lead := g.list[i].docs[0]
		reason := sameReview(lead, d)
		if reason == "" || lead.Kind == KindSummary || lead.Kind == d.Kind && !isAddition(d) || isAddition(lead) || !closeInTime(d, lead) {
			continue
		}
		if home < 0 || lead.Facts.Value(FactYear) == d.Facts.Value(FactYear) {
			home, same = i, reason
		}
	}
	if home < 0 {
		g.add(d)
		return
	}
	g.list[home].docs = append(g.list[home].docs, d)
	g.list[home].reasons = append(g.list[home].reasons, same)
}

func closeInTime(a, b *Document) bool {
	x, errX := strconv.Atoi(a.Facts.Value(FactYear))
	y, errY := strconv.Atoi(b.Facts.Value(FactYear))
	return errX != nil || errY != nil || x-y <= 2 && y-x <= 2
}
