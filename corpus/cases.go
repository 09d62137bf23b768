package corpus

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Group joins documents into cases, one review each, sorted by area, year and
// id. Documents that hold no text make no case. An executive summary joins the
// full report of the same child and board, and a duplicate the file it repeats
// (repeats comes from [MarkDuplicates]). Each join keeps its reason. counts says
// which kinds are proposed for counting.
//
// fixed are groups of files that a person has put together in cases.csv; they
// are kept as they stand.
func Group(docs []*Document, repeats map[string]string, fixed [][]string, counts func(Kind) bool) []Case {
	docs = withoutCollections(docs)
	byFile := map[string]*Document{}
	for _, d := range docs {
		byFile[d.File] = d
	}
	taken := map[string]bool{}
	var cases []Case
	for _, files := range fixed {
		var group reviewGroup
		for _, file := range files {
			if d := byFile[file]; d != nil && !taken[file] {
				if group.docs = append(group.docs, d); len(group.docs) > 1 {
					group.reasons = append(group.reasons, "a person put these files together in cases.csv")
				}
				taken[file] = true
			}
		}
		if len(group.docs) > 0 {
			c := newCase(group, counts)
			c.Edited = []string{columnFiles}
			cases = append(cases, c)
		}
	}
	for _, group := range groupByReview(docs, taken) {
		cases = append(cases, newCase(group, counts))
	}
	joinDuplicates(cases, docs, repeats, taken)
	nameCases(cases)
	slices.SortFunc(cases, func(a, b Case) int {
		return cmp.Or(cmp.Compare(a.Area, b.Area), cmp.Compare(a.Year, b.Year), cmp.Compare(a.ID, b.ID))
	})
	return cases
}

// joinDuplicates puts each duplicate behind the other files of the case it
// repeats, unless a person has put it elsewhere.
func joinDuplicates(cases []Case, docs []*Document, repeats map[string]string, taken map[string]bool) {
	home := map[string]*Case{}
	for i := range cases {
		for _, file := range cases[i].Files {
			home[file] = &cases[i]
		}
	}
	for _, d := range docs {
		if c := home[repeats[d.File]]; c != nil && !taken[d.File] {
			c.Files = append(c.Files, d.File)
			c.Joins = append(c.Joins, d.File+": "+d.Reason)
		}
	}
}

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
	addition     = sparsely("addend|supplement", `(?i)^(?:an? |the )?(?:addend(?:um|a)|supplement)\b|\b(?:addendum|supplementary) (?:to|report)\b`)
	withAddition = sparsely("addend|supplement", `(?i)\b(?:and|with|including|incorporating) (?:an? |the |its )?(?:addend|supplement)`)
)

// isAddition reports whether a review is an addition to one by its title.
func isAddition(d *Document) bool {
	title := d.Facts.Value(FactTitle)
	return d.Kind.OfOneCase() && addition.matches(title) && !withAddition.matches(title)
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

// sameReview says what two documents have in common that are about the same
// review: the child or the number of the case, and the board or, where one of them names
// none, another fact that tells cases apart. It returns "" where they have not.
func sameReview(a, b *Document) string {
	for _, name := range reviewNames {
		value, board := named(a, name), boardKey(a)
		if value == "" || value != named(b, name) {
			continue
		}
		if other := boardKey(b); board == "" || other == "" {
			if fact := sharedFact(a, b); fact != "" {
				return fmt.Sprintf("both name %s and the same %s, %s", a.Facts.Value(name), strings.ReplaceAll(string(fact), "_", " "), a.Facts.Value(fact))
			}
		} else if board == other {
			return fmt.Sprintf("both name %s and %s", a.Facts.Value(name), ofBoth(a, b))
		}
	}
	return ""
}

// tellingFacts are those of which one and the name of the child tell one review from
// another.
var tellingFacts = []FactName{FactHarmed, FactAuthors, FactFrom, FactTo, FactDecided, FactCompleted, FactPublished}

// sharedFact is the first of tellingFacts that two documents state alike, "" for none. A
// date is given to the month at the least.
func sharedFact(a, b *Document) FactName {
	for _, name := range tellingFacts {
		value := a.Facts.Value(name)
		if d, ok := parseDate(value); value != "" && value == b.Facts.Value(name) && (!ok || d.month > 0) {
			return name
		}
	}
	return ""
}

// ofBoth says which board two documents name, or else of which place they are.
func ofBoth(a, b *Document) string {
	board := a.Facts.Value(FactBoard)
	if letters(board) == letters(b.Facts.Value(FactBoard)) {
		return board
	}
	return "are of " + placeNamed(a)
}

// reviewNames are the facts either of which, with the board, names a review.
var reviewNames = []FactName{FactSubject, FactReference}

// named is the same for two documents of one review, as of "Children F and G" and
// "Child F and Child G"; "" for one that does not say which review it is of.
func named(d *Document, name FactName) string {
	value := strings.TrimPrefix(d.Facts.Value(name), "The ")
	if names := each(value); name == FactSubject && names != nil {
		slices.Sort(names)
		value = strings.Join(names, " and ")
	}
	value = letters(value)
	if !d.Kind.OfOneCase() || value == "" {
		return ""
	}
	return string(name) + " " + value
}

// boardKey is the same for all names of the board of a place, which is "Fenn LSCB" on one
// cover, "Fenn Safeguarding Children Board" on another, and not named on a third. That for
// adults is another board.
func boardKey(d *Document) string {
	board, place := d.Facts.Value(FactBoard), placeNamed(d)
	switch {
	case place == "":
		return letters(board)
	case hasAny(board, []string{"Adult", "SAB"}) && !hasAny(board, []string{"Child", "Young"}):
		return nameKey(place) + " adults"
	}
	return nameKey(place)
}

// placeNamed is the place in the name of the board, or else the area of the document.
func placeNamed(d *Document) string {
	return cmp.Or(placeOf(d.Facts.Value(FactBoard)), d.Facts.Value(FactArea))
}

// anyBoard is in place of the board in a key of a document that names one, and noBoard of
// one that names none.
const anyBoard, noBoard = "*", ""

// reviewKeys name the review of a document, one key for each of boards.
func reviewKeys(d *Document, boards ...string) []string {
	var keys []string
	for _, name := range reviewNames {
		if value := named(d, name); value != "" {
			for _, board := range boards {
				keys = append(keys, value+" of "+board)
			}
		}
	}
	return keys
}

func closeInTime(a, b *Document) bool {
	x, errX := strconv.Atoi(a.Facts.Value(FactYear))
	y, errY := strconv.Atoi(b.Facts.Value(FactYear))
	return errX != nil || errY != nil || x-y <= 2 && y-x <= 2
}

func newCase(group reviewGroup, counts func(Kind) bool) Case {
	lead := group.docs[0]
	c := Case{Title: caseTitle(lead), Kind: lead.Kind, Area: lead.Facts.Value(FactArea), Facts: caseFacts(group.docs)}
	c.count(counts, lead.KindReason)
	c.Year, _ = strconv.Atoi(lead.Facts.Value(FactYear))
	for i, d := range group.docs {
		c.Files = append(c.Files, d.File)
		if i > 0 {
			c.Joins = append(c.Joins, fmt.Sprintf("%s (%s): %s", d.File, strings.ReplaceAll(string(d.Kind), "_", " "), group.reasons[i-1]))
		}
	}
	return c
}

// count says whether c is proposed for counting, being of its kind, and if not,
// why; reason is why it is of that kind.
func (c *Case) count(counts func(Kind) bool, reason string) {
	c.Include, c.Note = counts(c.Kind), ""
	switch {
	case c.Include:
	case c.Kind.AppraisesPractice():
		c.Note = fmt.Sprintf("not counted: --include-kind leaves out the kind %s", c.Kind)
	default:
		c.Note = fmt.Sprintf("not counted: %s; %s", strings.ReplaceAll(string(c.Kind), "_", " "), reason)
	}
}

// caseTitle puts the child before a title that does not name it, and falls back
// on the name of the file.
func caseTitle(d *Document) string {
	title, subject := d.Facts.Value(FactTitle), d.Facts.Value(FactSubject)
	switch {
	case title == "":
		return strings.TrimSuffix(path.Base(d.File), path.Ext(d.File))
	case subject != "" && !strings.Contains(title, subject):
		return subject + ": " + title
	}
	return title
}

// nameCases gives every case an id made from the name of its leading file, so
// that a person can tell which it is; where two would be alike, the folder is
// put before it, and then a number behind.
func nameCases(cases []Case) {
	count := map[string]int{}
	for i := range cases {
		cases[i].ID = slug(strings.TrimSuffix(path.Base(cases[i].Files[0]), path.Ext(cases[i].Files[0])))
		count[cases[i].ID]++
	}
	used := map[string]bool{}
	for i := range cases {
		id := cases[i].ID
		if count[id] > 1 {
			id = slug(strings.TrimSuffix(cases[i].Files[0], path.Ext(cases[i].Files[0])))
		}
		cases[i].ID = unused(id, used)
	}
}

// unused returns id, with a number behind it where it is used, and notes it.
func unused(id string, used map[string]bool) string {
	unique := id
	for n := 2; used[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	used[unique] = true
	return unique
}

// maxSlug bounds the length of a case id.
const maxSlug = 60

// slug turns name into lower-case letters without accents and digits, parted by
// hyphens. One that is too long ends before a hyphen, where one stands in its second
// half.
func slug(name string) string {
	var s strings.Builder
	gap := false
	for _, r := range strings.ToLower(Unaccented(name)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = s.Len() > 0
			continue
		}
		if gap {
			s.WriteByte('-')
			gap = false
		}
		s.WriteRune(r)
	}
	switch id := s.String(); {
	case id == "":
		return "case"
	case len(id) <= maxSlug:
		return id
	case strings.LastIndexByte(id[:maxSlug+1], '-') > maxSlug/2:
		return id[:strings.LastIndexByte(id[:maxSlug+1], '-')]
	default:
		return strings.ToValidUTF8(id[:maxSlug], "")
	}
}
