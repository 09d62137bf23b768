package project

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"thematic/corpus"
	"thematic/extract"
)

// contextLength is how many bytes are shown before and after a passage.
const contextLength = 240

// contextOf returns a function that gives the words around passages. It keeps
// the text read last and the answer given last: passages come document by
// document, those of one sentence together, and each is asked for twice.
func contextOf(store *corpus.Store) func(corpus.ID, corpus.Span) (before, after string, err error) {
	var last struct {
		id            corpus.ID
		body          string
		span          corpus.Span
		before, after string
	}
	return func(id corpus.ID, span corpus.Span) (before, after string, err error) {
		if id == last.id && span == last.span {
			return last.before, last.after, nil
		}
		if id != last.id {
			body, err := store.Body(id, extract.Version)
			if err != nil {
				return "", "", fmt.Errorf("the text of a report: %w", err)
			}
			last.id, last.body = id, body
		}
		last.span = span
		last.before, last.after = around(last.body, span)
		return last.before, last.after, nil
	}
}

// around returns the words before and after a span of a text, nothing where
// there is no such span.
func around(body string, s corpus.Span) (before, after string) {
	if s.Start < 0 || s.End > len(body) || s.Start > s.End {
		return "", ""
	}
	before, after = body[:s.Start], body[s.End:]
	if len(before) > contextLength {
		before = before[len(before)-contextLength:]
		before = "… " + before[strings.IndexAny(before, " \n")+1:]
	}
	if len(after) > contextLength {
		after = after[:contextLength]
		after = after[:max(0, strings.LastIndexAny(after, " \n"))] + " …"
	}
	return oneLine(before), oneLine(after)
}

// oneLine puts a part of a text on one line, without what was cut off of a
// character.
func oneLine(s string) string {
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	var line strings.Builder
	line.Grow(len(s))
	for word := range strings.FieldsSeq(s) {
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	return strings.ToValidUTF8(line.String(), "")
}
