package corpus

import (
	"cmp"
	"fmt"
	"math"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Two texts are nearly the same where nearlySame of their shingles are in both;
// or of the shorter's, where the longer is at most longerBy times as long: a
// volume of several reviews is no copy of one of them. Texts of fewer than
// leastShingles are not compared in this way. A file that broke off is often read
// by another reader than its whole, which parts words otherwise: of it partSame
// is enough.
const (
	nearlySame    = 0.9
	partSame      = 0.8
	longerBy      = 1.5
	leastShingles = 50
)

// MarkDuplicates sets the status of documents that repeat another, and returns
// for each such file the file it repeats: the same bytes, the same words, nearly
// the same text, or part of it in a file that could not be read whole. Of copies
// one that was read whole is kept before one that was not, one that has pages to
// cite before one that has none, then the longest, then one of which the kind is known,
// then one whose name has no mark of a copy, then the first: docs are in the order of
// their paths. Files that a person has put into different cases (fixed, from
// [Edits.Fixed]) are not taken for copies of one another.
func MarkDuplicates(docs []*Document, fixed [][]string) map[string]string {
	d := duplicates{repeats: map[string]string{}, group: map[string]int{}}
	for i, files := range fixed {
		for _, file := range files {
			d.group[file] = i + 1
		}
	}
	order := slices.Clone(docs)
	slices.SortStableFunc(order, func(a, b *Document) int {
		return cmp.Or(better(a, b), soFirst(a.Kind != KindOther, b.Kind != KindOther), soFirst(!namedCopy(a.File), !namedCopy(b.File)))
	})
	d.markSame(order)
	d.markNearly(order)
	d.markParts(order)
	return d.repeats
}

// duplicates is what has been found so far.
type duplicates struct {
	repeats map[string]string
	group   map[string]int // by file: which of the groups a person has made; 0 for none
}

// mark makes copy a duplicate of first, unless a person has parted them.
func (d *duplicates) mark(copy, first *Document, same string) bool {
	if a := d.group[copy.File]; a != 0 && a != d.group[first.File] {
		return false
	}
	d.repeats[copy.File] = first.File
	copy.Status, copy.Reason = StatusDuplicate, same
	return true
}

// better orders documents that were read whole before the others, and among them
// those whose pages can be cited.
func better(a, b *Document) int {
	return cmp.Or(soFirst(a.Status != StatusPartial, b.Status != StatusPartial), soFirst(a.Pages > 0, b.Pages > 0))
}

// copyMark is what systems and browsers add to the name of a copy, before or behind it.
var copyMark = regexp.MustCompile(`(?i)^copy (\(\d+\) )?of |[ _-](\(\d{1,2}\)|\(?copy( ?\(?\d{1,2}\)?)?\)?)$|\w\(\d{1,2}\)$`)

// namedCopy reports whether the name of a file says that it is a copy.
func namedCopy(file string) bool {
	name := path.Base(file)
	return copyMark.MatchString(strings.TrimSuffix(name, path.Ext(name)))
}

// soFirst orders what is so before what is not.
func soFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// markSame marks documents with the bytes or the words of an earlier one.
func (d *duplicates) markSame(docs []*Document) {
	byID, byText := map[ID]*Document{}, map[string]*Document{}
	for _, doc := range docs {
		if !doc.Readable() {
			continue
		}
		first, same := byID[doc.ID], "the same file as "
		if first == nil {
			first, same = byText[doc.Letters], "the same text as "
		}
		if first == nil {
			byID[doc.ID], byText[doc.Letters] = doc, doc
			continue
		}
		d.mark(doc, first, same+first.File)
	}
}

// markNearly marks documents whose text is nearly that of a longer one, or of one
// with pages where it has none itself.
func (d *duplicates) markNearly(docs []*Document) {
	var order []*Document
	for _, doc := range docs {
		if doc.Readable() && doc.Sketch.Shingles >= leastShingles {
			order = append(order, doc)
		}
	}
	slices.SortStableFunc(order, func(a, b *Document) int {
		return cmp.Or(better(a, b), cmp.Compare(b.Sketch.Shingles, a.Sketch.Shingles))
	})
	kept := newSketchIndex(order)
	for i, doc := range order {
		best, share := -1, 0.0
		for _, k := range kept.like(i) {
			if s := sameness(doc.Sketch, order[k].Sketch); s >= nearlySame && (s > share || s == share && k < best) {
				best, share = k, s
			}
		}
		if best >= 0 && d.mark(doc, order[best], fmt.Sprintf("nearly the same text as %s (%s), which is read in its place: to have this one read, take the other out of the folder", order[best].File, percent(share))) {
			continue
		}
		kept.add(i)
	}
}

// markParts marks documents of which some could not be read and the rest stands in
// a longer one of the same title, however much longer that is.
func (d *duplicates) markParts(docs []*Document) {
	byTitle := map[string][]*Document{}
	for _, doc := range docs {
		if title := letters(doc.Facts.Value(FactTitle)); doc.Readable() && title != "" {
			byTitle[title] = append(byTitle[title], doc)
		}
	}
	for _, doc := range docs {
		if doc.Status != StatusPartial || doc.Sketch.Shingles < leastShingles {
			continue
		}
		for _, whole := range byTitle[letters(doc.Facts.Value(FactTitle))] {
			if whole.Status != StatusOK || whole.Sketch.Shingles <= doc.Sketch.Shingles || otherChild(doc, whole) {
				continue
			}
			share := doc.Sketch.containment(whole.Sketch)
			if share >= partSame && d.mark(doc, whole, fmt.Sprintf("part of the text of %s (%s of it; %s)", whole.File, percent(share), doc.Reason)) {
				break
			}
		}
	}
}

// otherChild reports whether two documents name two children or two years.
func otherChild(a, b *Document) bool {
	for _, name := range []FactName{FactSubject, FactYear} {
		if x, y := a.Facts.Value(name), b.Facts.Value(name); x != "" && y != "" && x != y {
			return true
		}
	}
	return false
}

// sameness is how much of a text is the same as of one that is kept: see
// [nearlySame]. What is kept is the shorter only where it was read whole or has
// pages, and then as much of the longer must stand in it.
func sameness(a, kept Sketch) float64 {
	if kept.Shingles >= a.Shingles && kept.Shingles <= int(longerBy*float64(a.Shingles)) {
		return max(a.resemblance(kept), a.containment(kept))
	}
	return a.resemblance(kept)
}

// leastResemblance is the least resemblance at which [sameness] finds texts of two
// numbers of shingles nearly the same.
func leastResemblance(a, b int) float64 {
	shorter, longer := min(a, b), max(a, b)
	if longer > int(longerBy*float64(shorter)) {
		return nearlySame
	}
	// The containment r/(1+r)·(a+b)/shorter is nearlySame.
	part := nearlySame * float64(shorter) / float64(shorter+longer)
	return min(nearlySame, part/(1-part))
}

// percent rounds down, so that 100 % is said only of all.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", math.Floor(share*100)) }
