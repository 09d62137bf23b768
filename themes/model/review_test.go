package model_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
	"thematic/themes/model"
)

// review is a whole review written to learn from or to measure on: headings that
// begin with #, and sentences one to a line behind their codes, as in the lists of
// examples; an empty line ends a paragraph. Themes that are sound have a + each.
type review struct {
	name      string
	text      corpus.Text
	sentences []coded
}

// coded is a sentence with the codes its author gave it.
type coded struct {
	sentence string
	codes    []model.Code
}

// reviews reads the reviews of patterns as the program reads a web page.
func reviews(t *testing.T, patterns ...string) []review {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		found, _ := filepath.Glob(pattern)
		if len(found) == 0 {
			t.Fatalf("no file is named %s", pattern)
		}
		files = append(files, found...)
	}
	var out []review
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := review{name: strings.TrimSuffix(filepath.Base(path), ".txt")}
		page, err := r.page(string(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		r.text = extract.Read(bytes.NewReader(page), int64(len(page)), r.name+".html", corpus.DefaultLimits()).Text
		out = append(out, r)
	}
	return out
}

// page notes the sentences of data and returns it as a web page.
func (r *review) page(data string) ([]byte, error) {
	page := []byte("<html><body><p>")
	number := 0
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		number++
		title := strings.TrimLeft(line, "#")
		codes, sentence, ok := strings.Cut(line, "|")
		switch depth := len(line) - len(title); {
		case depth > 0:
			page = fmt.Appendf(page, "</p>\n<h%d>%s</h%[1]d>\n<p>", min(depth, 6), html.EscapeString(strings.TrimSpace(title)))
		case line == "":
			page = append(page, "</p>\n<p>"...)
		case ok:
			page = append(append(page, html.EscapeString(sentence)...), '\n')
			r.sentences = append(r.sentences, coded{sentence, parseCodes(codes)})
		default:
			return nil, fmt.Errorf("line %d has no | between the themes and the sentence", number)
		}
	}
	return append(page, "</p></body></html>"...), nil
}

// parseCodes reads the codes before a sentence.
func parseCodes(list string) []model.Code {
	var out []model.Code
	for theme := range strings.SplitSeq(list, ",") {
		code := model.Code{Theme: theme, Label: corpus.LabelDeficit}
		if rest, good := strings.CutPrefix(theme, "+"); good {
			code = model.Code{Theme: rest, Label: corpus.LabelGoodPractice}
		}
		if theme != "-" {
			out = append(out, code)
		}
	}
	return out
}

// quote is what the text has of a sentence: the number of its paragraph is not
// part of it.
func (c coded) quote() string { return strings.TrimLeft(c.sentence, "0123456789. ") }

// TestReviews holds the reviews to their format: their themes are of the codebook,
// and nearly all that is coded is found in the text that is read.
func TestReviews(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 400 texts: left out of short runs")
	}
	all, lost := 0, 0
	for name, files := range map[string][]string{
		"practice": {"examples/reviews/*.txt", "examples/inspections/*.txt", "apart/*.txt"},
		"adults":   {"examples/adults/reviews/*.txt", "apart/adults/*.txt"},
	} {
		codebook, err := themes.Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range reviews(t, files...) {
			body := plain(r.text.Body)
			for _, s := range r.sentences {
				for _, code := range s.codes {
					if _, ok := codebook.Theme(code.Theme); !ok {
						t.Errorf("%s: the codebook has no theme %q", r.name, code.Theme)
					}
					if all++; !strings.Contains(body, plain(s.quote())) {
						lost++
					}
				}
			}
		}
	}
	if lost > all/100 {
		t.Errorf("%d of %d coded sentences are not found in the text", lost, all)
	}
}

// plain is the letters of s.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), "")
}
