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
