package project

import (
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/charts"
	"thematic/corpus"
)

// LayAlongside lays the published figures in the file at path, of the form that
// [analysis.ReadReferences] reads, beside those of a result: all of them, or
// those whose source contains source. It returns a [*corpus.InputError] for the file,
// and a [*SelectionError] where no source contains that.
func LayAlongside(r *analysis.Result, path, source string) ([]analysis.Alongside, error) {
	file, _, err := corpus.OpenInput(path, "file of published figures")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	references, err := analysis.ReadReferences(path, file)
	if err != nil {
		return nil, err
	}
	all := names(references, func(r analysis.Reference) string { return r.Source })
	references = slices.DeleteFunc(references, func(r analysis.Reference) bool { return !strings.Contains(r.Source, source) })
	if len(references) == 0 && source != "" {
		return nil, noSelection("no figure is from %q%s", source, corpus.Instead(source, all))
	}
	return r.LayAlongside(references), nil
}

// AlongsideFigure draws published figures beside the project's own: those of one
// source and one number of reviews that can be compared. It returns a
// [*SelectionError] where there are none, or of several.
func AlongsideFigure(r *analysis.Result, list []analysis.Alongside, style charts.Style) (*charts.Figure, error) {
	list = slices.DeleteFunc(slices.Clone(list), func(a analysis.Alongside) bool { return !a.Difference.Defined })
	if len(list) == 0 {
		return nil, noSelection("no published figure can be compared: without -o it is said of each why not")
	}
	first := list[0].Reference
	style.Invented = "" // measures have the names that the source gave them
	data := charts.DumbbellData{MayShare: true, Source: "published figures, and " + credited(r).Source}
	data.Groups[0] = charts.DumbbellGroup{Name: "this project", Reviews: r.Tally.Included}
	data.Groups[1] = charts.DumbbellGroup{Name: first.Source, Reviews: first.Of}
	for _, a := range list {
		if a.Reference.Source != first.Source || a.Reference.Of != first.Of {
			return nil, noSelection("the figures are from %s and others, and a chart shows one source: choose it with --source", first.Source)
		}
		data.Themes = append(data.Themes, sideBySide(a.Reference.Measure, a.Ours, a.Theirs, a.Difference))
	}
	return charts.Dumbbell(data, style)
}
