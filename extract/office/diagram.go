package office

import (
	"cmp"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"thematic/corpus"
)

// relations returns the parts that the main part of a Word document refers to, by the
// id of the reference.
func (c *container) relations(main string) map[string]string {
	folder, file := path.Split(main)
	targets := map[string]string{}
	// The references before a fault are kept.
	_ = c.optional(folder + "_rels/" + file + ".rels").walk(func(e xml.StartElement) (bool, error) {
		if e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			targets[attr(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		}
		return false, nil
	})
	return targets
}

// diagram is the text of a diagram (SmartArt): its points, and which stand below which.
type diagram struct {
	root   string
	order  []string
	texts  map[string][]string
	below  map[string][]diagramChild
	listed map[string]bool
}

type diagramChild struct {
	id    string
	order int
}

// diagramTexts returns the paragraphs of a part of a diagram's data, each point before
// those below it.
func (c *container) diagramTexts(part string) []string {
	g := diagram{texts: map[string][]string{}, below: map[string][]diagramChild{}, listed: map[string]bool{}}
	t := c.optional(part)
	// The points before a fault are kept.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "pt":
			return true, g.point(t, e)
		case "cxn":
			if kind := attr(e, "type"); kind == "" || kind == "parOf" {
				above := attr(e, "srcId")
				g.below[above] = append(g.below[above], diagramChild{attr(e, "destId"), number(attr(e, "srcOrd"), 0)})
			}
		}
		return false, nil
	})
	texts := g.list(g.root, c.limits.Depth)
	for _, id := range g.order {
		texts = append(texts, g.list(id, c.limits.Depth)...)
	}
	return texts
}

// point reads the current dgm:pt.
func (g *diagram) point(t *tokens, e xml.StartElement) error {
	id := attr(e, "modelId")
	switch attr(e, "type") {
	case "doc":
		g.root = id
	case "pres": // how another is drawn
		return t.skip()
	}
	texts, err := drawnParagraphs(t)
	g.order, g.texts[id] = append(g.order, id), texts
	return err
}

// list returns the texts of a point and of those below it that are not listed yet.
func (g *diagram) list(id string, depth int) []string {
	if depth == 0 || g.listed[id] {
		return nil
	}
	g.listed[id] = true
	texts := g.texts[id]
	slices.SortStableFunc(g.below[id], func(a, b diagramChild) int { return cmp.Compare(a.order, b.order) })
	for _, child := range g.below[id] {
		texts = append(texts, g.list(child.id, depth-1)...)
	}
	return texts
}

// drawnParagraphs returns the paragraphs of DrawingML in the current element.
func drawnParagraphs(t *tokens) ([]string, error) {
	var texts []string
	var line strings.Builder
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "p":
			line.Reset()
			err := t.each(visit)
			if strings.TrimSpace(line.String()) != "" {
				texts = append(texts, line.String())
			}
			return err
		case "br":
			line.WriteByte(' ')
		case "t":
			if strings.HasSuffix(e.Name.Space, "/diagram") {
				break // holds the paragraphs of a point
			}
			text, err := t.text()
			line.WriteString(text)
			return err
		}
		return t.each(visit)
	}
	err := t.each(visit)
	return texts, err
}

// diagram has the texts of a diagram follow the paragraph that it is drawn in.
func (r *textRun) diagram(id string) {
	var texts []string
	if r.diagrams != nil {
		texts = r.diagrams(id)
	}
	if len(texts) == 0 {
		r.objects++
	}
	r.drawn(texts)
}

// drawn has texts of a drawing follow the paragraph that it stands in.
func (r *textRun) drawn(texts []string) {
	for _, text := range texts {
		if r.hides() {
			r.into.leave(hidden, " "+text)
			continue
		}
		p := &paragraph{block: corpus.Block{Kind: corpus.BlockParagraph}}
		p.write(text, false)
		r.into.boxes = append(r.into.boxes, p)
	}
}
