package project

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// exportFormats are the formats that [Export] knows, and what else a person may ask
// for that reads one: the program, or its own format.
var exportFormats = []struct {
	name    string
	readers []string
}{
	{"xlsx", []string{"excel", "spreadsheet"}},
	{"csv", []string{"spss", "stata", "sas", "r", "python", "sav", "dta"}},
	{"jsonl", []string{"ndjson"}},
	{"parquet", []string{"arrow", "r", "python"}},
	{packageFormat, nil},
	{"json", nil},
	{markedFormat, []string{"pages", "annotated", "coded"}},
	{"html", []string{"web"}},
	{"docx", []string{"word"}},
	{"pdf", nil},
	{"pptx", []string{"powerpoint", "slides"}},
}

// ExportFormats lists the formats that [Export] knows.
func ExportFormats() (names []string) {
	for _, f := range exportFormats {
		names = append(names, f.name)
	}
	return names
}

// checkFormat returns a [*SelectionError] for a format that [Export] does not know,
// which says which to take.
func checkFormat(format string) error {
	names := ExportFormats()
	if slices.Contains(names, format) {
		return nil
	}
	var meant []string
	for _, f := range exportFormats {
		if slices.Contains(f.readers, strings.ToLower(format)) {
			meant = append(meant, f.name)
		}
	}
	if len(meant) > 0 {
		names = meant
	}
	return noSelection("there is no format %q (qdpx and qdc have commands of their own)%s", format, corpus.Instead(format, names))
}

// Export writes the results in the folder out, with the decisions brought in
// since the last run, to path: a file in a folder that is there, or for tables
// (csv, jsonl, parquet, and datapackage for all three) and for the reviews
// themselves (marked) a folder, which is made where it is missing. The formats html,
// docx, pdf and pptx are those of the briefing, which is made as p says. Warnings are as
// those of [Results], and those of [Presentation.Unshown]. It returns a
// [*SelectionError] for an unknown format and a [*corpus.InputError] where path cannot
// be written. Once ctx is done, no other file is put in its place.
func Export(ctx context.Context, out, format, path, tool string, p Presentation) (warnings []string, err error) {
	if err := checkFormat(format); err != nil {
		return nil, err
	}
	r, err := OpenResults(out, Selection{})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if err := p.Check(r.Themes); err != nil {
		return nil, err
	}
	warnings = r.Warnings
	if slices.Contains([]string{"xlsx", markedFormat, "docx", "pdf", "pptx"}, format) { // letters are drawn
		unshown, err := p.Unshown(p.Shown(r.Result))
		if err != nil {
			return warnings, err
		}
		warnings = append(warnings, unshown...)
	}
	aside, err := r.export(ctx, format, path, tool, p)
	return append(warnings, aside...), err
}

// export writes the results in a format that there is. It says what was put aside
// of what somebody has written at path.
func (r *OpenedResults) export(ctx context.Context, format, path, tool string, p Presentation) (aside []string, err error) {
	if formats := tableFormats(format); formats != nil {
		return r.exportTables(ctx, path, "Made with "+tool, formats)
	}
	if format == markedFormat {
		return r.exportMarked(ctx, path, tool, p)
	}
	if format == "xlsx" {
		return r.exportBook(ctx, path, tool, p)
	}
	place, err := replacing(r.store, path, "briefing."+format)
	if err != nil {
		return nil, err
	}
	if format == "json" {
		return r.replace(ctx, place, func(w io.Writer) error { return writeJSON(w, r.Result) })
	}
	var b bytes.Buffer
	if err := exportBriefing(&b, r.store, format, r.Result, tool, p); err != nil {
		return nil, fmt.Errorf("make %s: %w", path, err)
	}
	return r.replace(ctx, place, writing(b.Bytes()))
}

// replace writes to place what fill makes of r, where all passages could be had for it.
func (r *OpenedResults) replace(ctx context.Context, place *replacement, fill func(io.Writer) error) (aside []string, err error) {
	return place.replace(ctx, r.store, output{write: fill}.of(r.Result).write)
}

// exportBriefing writes the briefing in one of its formats.
func exportBriefing(w io.Writer, store *corpus.Store, format string, r *analysis.Result, tool string, p Presentation) error {
	manifest, err := store.Manifest()
	if err != nil {
		return err
	}
	b, err := p.briefing(r, tool, manifest.Codebook)
	if err != nil {
		return err
	}
	switch format {
	case "html":
		return b.HTML(w)
	case "docx":
		return b.DOCX(w)
	case "pptx":
		deck, err := p.deck(r, b)
		if err != nil {
			return err
		}
		return deck.PPTX(w)
	}
	return b.PDF(w)
}

// writeJSON writes r as one object of indented JSON, its passages one by one: of many
// thousand reviews they are nearly all of it.
func writeJSON(w io.Writer, r *analysis.Result) error {
	bare, lists := *r, []analysis.Passages{r.Passages}
	bare.Passages = analysis.Passages{}
	if r.Beside != nil {
		beside := *r.Beside
		bare.Beside, lists = &beside, append(lists, beside.Passages)
		beside.Passages = analysis.Passages{}
	}
	var frame bytes.Buffer
	encoder := json.NewEncoder(&frame)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(&bare); err != nil {
		return err
	}
	left := frame.Bytes()
	for depth, passages := range lists {
		indent := strings.Repeat(" ", depth+1)
		name := "\n" + indent + `"passages": `
		before, after, found := bytes.Cut(left, []byte(name+"[]")) // no text has a line end of its own
		if !found {
			return errors.New("there is no place for the passages")
		}
		if _, err := fmt.Fprintf(w, "%s%s", before, name); err != nil {
			return err
		}
		if err := corpus.WriteJSONList(w, passages.All(), corpus.JSONStyle{Indent: indent}); err != nil {
			return err
		}
		left = after
	}
	_, err := w.Write(left)
	return err
}
