package pdf

import (
	"fmt"
	"regexp"

	"github.com/ledongthuc/pdf"
)

// leaf is one page of the page tree with what it inherits.
type leaf struct {
	value     pdf.Value
	resources pdf.Value
	box       rect
	rotate    int
	label     string
	fault     string // why the page cannot be reached
}

// tree walks the page tree once.
type tree struct {
	leaves  []leaf
	visited map[string]bool // nodes that have kids
	limit   int
	cut     bool  // there are more pages than limit
	count   int64 // of pages, as the file states it
}

const maxTreeDepth = 64

var a4 = rect{0, 0, 595, 842}

// pageTree returns the pages of the file in order, at most limit.
func pageTree(r *pdf.Reader, limit int) (t *tree, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("the list of pages cannot be read: %w", stopped(x))
		}
	}()
	t = &tree{visited: map[string]bool{}, limit: limit}
	root := r.Trailer().Key("Root")
	if m := pagesPattern.FindStringSubmatch(root.String()); m != nil {
		t.visited[m[1]] = true
	}
	t.walk(root.Key("Pages"), leaf{box: a4}, 0)
	t.count = root.Key("Pages").Key("Count").Int64()
	labels := pageLabels(root.Key("PageLabels"), len(t.leaves))
	for i := range labels {
		t.leaves[i].label = labels[i]
	}
	return t, nil
}

func (t *tree) walk(node pdf.Value, above leaf, depth int) {
	at := above.inherit(node)
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if node.Kind() == pdf.Dict && node.Key("Type").Name() != "Pages" {
			t.add(at)
		}
		return
	}
	if depth >= maxTreeDepth {
		t.add(leaf{fault: "the list of pages is nested too deeply"})
		return
	}
	refs := arrayReferences(kids)
	for i := 0; i < kids.Len() && !t.cut; i++ {
		kid, err := element(kids, i)
		switch {
		case err != nil:
			t.add(leaf{fault: err.Error()})
			continue
		case kid.IsNull():
			t.add(leaf{fault: "its object is missing"})
			continue
		case kid.Kind() != pdf.Dict:
			t.add(leaf{fault: "its object is no page"})
			continue
		}
		if i < len(refs) && kid.Key("Kids").Kind() == pdf.Array {
			if t.visited[refs[i]] {
				continue
			}
			t.visited[refs[i]] = true
		}
		t.walk(kid, at, depth+1)
	}
}

func (t *tree) add(l leaf) {
	if len(t.leaves) >= t.limit {
		t.cut = true
		return
	}
	t.leaves = append(t.leaves, l)
}

// inherit returns what node has or takes from above.
func (above leaf) inherit(node pdf.Value) leaf {
	at := above
	at.value = node
	if v := node.Key("Resources"); v.Kind() == pdf.Dict {
		at.resources = v
	}
	for _, key := range []string{"MediaBox", "CropBox"} {
		if v := node.Key(key); v.Len() == 4 {
			if box := rectValue(v); box.isPage() {
				at.box = box
			}
		}
	}
	if v := node.Key("Rotate"); v.Kind() == pdf.Integer {
		at.rotate = int(v.Int64() % 360)
	}
	return at
}

// element returns the i-th element of an array, and an error where the object
// it points to is damaged.
func element(array pdf.Value, i int) (v pdf.Value, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("its object is damaged: %w", stopped(x))
		}
	}()
	return array.Index(i), nil
}

var pagesPattern = regexp.MustCompile(`/Pages (\d+ \d+ R)\b`)

var arrayReferencePattern = regexp.MustCompile(`\d+ \d+ R\b`)

// arrayReferences returns the object numbers of an array of references, nil
// where not every element is one.
func arrayReferences(array pdf.Value) []string {
	refs := arrayReferencePattern.FindAllString(array.String(), -1)
	if len(refs) != array.Len() {
		return nil
	}
	return refs
}
