package analysis

import (
	"bytes"
	"cmp"
	"encoding/json"
	"iter"
	"slices"

	"thematic/corpus"
)

// Passages are passages in the order of the tables: by case, file, start and
// theme. Those of a result are settled anew, file by file, whenever they are gone
// through, so that no more than a file's are in memory. They are made of the
// [Input]: its codings and decisions may not change while the result is in use, and
// whoever keeps one keeps the codings of its file. Where a disk fails that the
// codings are on, fewer are gone through, and [Result.Err] says why. The zero Passages
// are none.
type Passages struct {
	n   int
	all iter.Seq[*Passage]
	err func() error // nil where none can fail
}

// PassagesOf returns the passages of a list as they are.
func PassagesOf(list []Passage) Passages {
	return Passages{n: len(list), all: func(yield func(*Passage) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}}
}

// Len is how many there are.
func (p Passages) Len() int { return p.n }

// All goes through the passages. They are not to be changed.
func (p Passages) All() iter.Seq[*Passage] {
	if p.all == nil {
		return func(func(*Passage) bool) {}
	}
	return p.all
}

// selected returns the passages that have one of the themes in the end, and do not
// lie in one of the cases left aside.
func (p Passages) selected(themes []Theme, aside []string) Passages {
	left := make(map[string]bool, len(aside))
	for _, id := range aside {
		left[id] = true
	}
	all := func(yield func(*Passage) bool) {
		for passage := range p.All() {
			if slices.ContainsFunc(themes, func(t Theme) bool { return t.ID == passage.Theme }) && !left[passage.CaseID] && !yield(passage) {
				return
			}
		}
	}
	n := 0
	for range all {
		n++
	}
	return Passages{n, all, p.err}
}

// Err says why passages could not be gone through, those that stand beside the
// themes among them: nil where all could. What was made of r then is not to be used.
func (r *Result) Err() error {
	passages := []Passages{r.Passages}
	if r.Beside != nil {
		passages = append(passages, r.Beside.Passages)
	}
	for _, p := range passages {
		if p.err == nil {
			continue
		}
		if err := p.err(); err != nil {
			return err
		}
	}
	return nil
}

// MarshalJSON lists the passages. All of them are in memory then, as JSON.
func (p Passages) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // whoever asked does as it likes
	separator := byte('[')
	for passage := range p.All() {
		out.WriteByte(separator)
		if err := encoder.Encode(passage); err != nil {
			return nil, err
		}
		separator = ','
	}
	if p.n == 0 {
		out.WriteByte('[')
	}
	out.WriteByte(']')
	return out.Bytes(), nil
}

// file is where passages are that stand next to one another: a file of a case.
type file struct{ caseID, file string }

// filePart has the codings of one file: some documents of those that are packed,
// and some of those that are not, by their places.
type filePart struct {
	file
	packed, loose []int
}

// parts returns the codings of in file by file, in the order of the tables.
func (in *Input) parts() []filePart {
	var parts []filePart
	at := make(map[file]int)
	part := func(c *corpus.Coding) *filePart {
		key := file{c.CaseID, c.File}
		i, ok := at[key]
		if !ok {
			i = len(parts)
			at[key] = i
			parts = append(parts, filePart{file: key})
		}
		return &parts[i]
	}
	for i := range in.Packed.Documents() {
		if first, ok := in.Packed.First(i); ok {
			p := part(&first)
			p.packed = append(p.packed, i)
		}
	}
	for i := range in.Codings {
		p := part(&in.Codings[i])
		p.loose = append(p.loose, i)
	}
	slices.SortFunc(parts, func(a, b filePart) int {
		return cmp.Or(cmp.Compare(a.caseID, b.caseID), cmp.Compare(a.file.file, b.file.file))
	})
	return parts
}

// Found goes through all codings, those that are packed first.
func (in *Input) Found() iter.Seq[*corpus.Coding] { return found(in.Packed, in.Codings) }

func found(packed *corpus.PackedCodings, loose []corpus.Coding) iter.Seq[*corpus.Coding] {
	return func(yield func(*corpus.Coding) bool) {
		for i := range packed.Documents() {
			codings := packed.Document(i)
			for k := range codings {
				if !yield(&codings[k]) {
					return
				}
			}
		}
		for i := range loose {
			if !yield(&loose[i]) {
				return
			}
		}
	}
}

// foundAnywhere goes through the codings of in and through those beside them.
func (in *Input) foundAnywhere() iter.Seq[*corpus.Coding] {
	lists := []iter.Seq[*corpus.Coding]{in.Found()}
	if in.Beside != nil {
		lists = append(lists, in.Beside.Found())
	}
	return func(yield func(*corpus.Coding) bool) {
		for _, list := range lists {
			for c := range list {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// count is how many codings there are.
func (in *Input) count() int { return in.Packed.Len() + len(in.Codings) }

// PassagesTable lists passages in their order.
func PassagesTable(passages Passages) Table {
	t := Table{Name: "passages", Header: []string{
		"passage_id", "case_id", "file", "page", "section", "theme_id", "theme", "label",
		"status", "reason", "quote", "start", "end", "rule", "cue", "score",
		"page_label", "paragraph", "check_first",
	}}
	return rowsOf(t, passages.All(), passages.Len(), func(row []Value, p *Passage) []Value {
		return append(row,
			Text(p.PassageID), Text(p.CaseID), Text(p.File), Known(p.Page), Text(p.Section),
			Text(p.Theme), Text(p.ThemeLabel), Text(p.Label), Text(p.Status), Text(p.Reason),
			Text(p.Quote), Number(p.Span.Start), Number(p.Span.End), Text(p.Rule), Text(p.Cue),
			Decimal(p.Score, true, 3), Text(p.PageLabel), Text(p.Paragraph), p.First(),
		)
	})
}
