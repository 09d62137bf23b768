package corpus

import (
	"fmt"
	"path"
	"sort"
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
	byFile := map[string]*Document{}
	for _, d := range docs {
		byFile[d.File] = d
	}
	taken := map[string]bool{}
	var cases []Case
	for _, files := range fixed {
		var group []*Document
		for _, file := range files {
			if d := byFile[file]; d != nil && !taken[file] {
				group = append(group, d)
				taken[file] = true
			}
		}
		if len(group) > 0 {
			cases = append(cases, newCase(group, "a person put these files together in cases.csv", counts))
		}
	}
	for _, group := range groupByReview(docs, taken) {
		cases = append(cases, newCase(group.docs, group.reason, counts))
	}
	joinDuplicates(cases, docs, repeats, taken)
	nameCases(cases)
	sort.Slice(cases, func(i, j int) bool { return caseLess(cases[i], cases[j]) })
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

func caseLess(a, b Case) bool {
	if a.Area != b.Area {
		return a.Area < b.Area
	}
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	return a.ID < b.ID
}

type reviewGroup struct {
	docs   []*Document // the leading one first
	reason string
}

// groupByReview gathers full reports and their summaries.
func groupByReview(docs []*Document, taken map[string]bool) []reviewGroup {
	keys := map[string][]*Document{}
	var order []string
	for _, d := range docs {
		if !d.Readable() || taken[d.File] {
			continue
		}
		key := reviewKey(d)
		if keys[key] == nil {
			order = append(order, key)
		}
		keys[key] = append(keys[key], d)
	}
	var groups []reviewGroup
	for _, key := range order {
		groups = append(groups, splitByReport(keys[key])...)
	}
	return groups
}

// reviewKey is the same for two documents only where they name the same board
// and the same child; every other document has a key of its own.
func reviewKey(d *Document) string {
	board, subject := letters(d.Board.Value), letters(d.Subject.Value)
	if board == "" || subject == "" || d.Kind != KindReview && d.Kind != KindSummary {
		return "file " + d.File
	}
	return board + " " + subject
}

// splitByReport gives each full report its summaries: those published within
// two years of it. Two full reports on children of the same name stay apart.
func splitByReport(docs []*Document) []reviewGroup {
	var groups []reviewGroup
	var summaries []*Document
	for _, d := range docs {
		if d.Kind == KindSummary {
			summaries = append(summaries, d)
			continue
		}
		groups = append(groups, reviewGroup{docs: []*Document{d}})
	}
	for _, s := range summaries {
		home := -1
		for i, g := range groups {
			if closeInTime(s, g.docs[0]) && (home < 0 || g.docs[0].Year.Value == s.Year.Value) {
				home = i
			}
		}
		if home < 0 {
			groups = append(groups, reviewGroup{docs: []*Document{s}})
			continue
		}
		groups[home].docs = append(groups[home].docs, s)
		groups[home].reason = fmt.Sprintf("both name %s and %s", s.Subject.Value, s.Board.Value)
	}
	return groups
}

func closeInTime(a, b *Document) bool {
	x, errX := strconv.Atoi(a.Year.Value)
	y, errY := strconv.Atoi(b.Year.Value)
	return errX != nil || errY != nil || x-y <= 2 && y-x <= 2
}

func newCase(group []*Document, reason string, counts func(Kind) bool) Case {
	lead := group[0]
	c := Case{Title: caseTitle(lead), Kind: lead.Kind, Area: lead.Area.Value, Include: counts(lead.Kind)}
	c.Year, _ = strconv.Atoi(lead.Year.Value)
	for i, d := range group {
		c.Files = append(c.Files, d.File)
		if i > 0 {
			c.Joins = append(c.Joins, fmt.Sprintf("%s (%s): %s", d.File, strings.ReplaceAll(string(d.Kind), "_", " "), reason))
		}
	}
	if !c.Include {
		c.Note = fmt.Sprintf("not counted: %s; %s", strings.ReplaceAll(string(lead.Kind), "_", " "), lead.KindReason)
	}
	return c
}

// caseTitle falls back on the name of the file.
func caseTitle(d *Document) string {
	if d.Title.Value != "" {
		return d.Title.Value
	}
	return strings.TrimSuffix(path.Base(d.File), path.Ext(d.File))
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
		unique := id
		for n := 2; used[unique]; n++ {
			unique = fmt.Sprintf("%s-%d", id, n)
		}
		used[unique] = true
		cases[i].ID = unique
	}
}

// maxSlug bounds the length of a case id.
const maxSlug = 60

// slug turns name into lower-case letters and digits parted by hyphens.
func slug(name string) string {
	var s strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = s.Len() > 0
			continue
		}
		if gap {
			s.WriteByte('-')
			gap = false
		}
		s.WriteRune(r)
		if s.Len() >= maxSlug {
			break
		}
	}
	if s.Len() == 0 {
		return "case"
	}
	return s.String()
}

// letters folds a name to its lower-case letters and digits.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// MarkDuplicates sets the status of documents whose bytes or whose words
// repeat those of an earlier one, and returns for each such file the file it
// repeats. docs are in the order of their paths.
func MarkDuplicates(docs []*Document) map[string]string {
	repeats := map[string]string{}
	byID, byText := map[ID]*Document{}, map[string]*Document{}
	for _, d := range docs {
		if !d.Readable() {
			continue
		}
		first, same := byID[d.ID], "the same file as "
		if first == nil {
			first, same = byText[d.Letters], "the same text as "
		}
		if first == nil {
			byID[d.ID], byText[d.Letters] = d, d
			continue
		}
		repeats[d.File] = first.File
		d.Status, d.Reason = StatusDuplicate, same+first.File
	}
	return repeats
}
