package corpus

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Validate returns nil where t keeps what every reader of a text relies on:
//
//   - Body is UTF-8 in normal form C; it is the blocks in order, each ended by
//     one LF, and nothing else;
//   - no block is blank, begins or ends in a space, or has a line break in it;
//     only table rows have tabs;
//   - pages are numbered from 1 and their spans follow one another without a
//     gap from the first byte of Body to the last;
//   - the section of a block is -1 or an index into Sections; a section lies
//     in Body and within its parent, which comes before it.
//
// It is for tests and for the border between processes.
func (t *Text) Validate() error {
	if !utf8.ValidString(t.Body) {
		return errors.New("body is not UTF-8")
	}
	if !norm.NFC.IsNormalString(t.Body) {
		return errors.New("body is not in normal form C")
	}
	if err := t.validateBlocks(); err != nil {
		return err
	}
	if err := t.validatePages(); err != nil {
		return err
	}
	return t.validateSections()
}

func (t *Text) validateBlocks() error {
	at := 0
	for i, b := range t.Blocks {
		if b.Span.Start != at || b.Span.End <= at || b.Span.End >= len(t.Body) {
			return fmt.Errorf("block %d spans %v, want it to begin at %d and to end before the last of %d bytes", i, b.Span, at, len(t.Body))
		}
		text := t.Body[b.Span.Start:b.Span.End]
		switch {
		case t.Body[b.Span.End] != '\n':
			return fmt.Errorf("block %d is not ended by a line feed", i)
		case strings.ContainsAny(text, "\n\r\f\x00"):
			return fmt.Errorf("block %d has a line break or a NUL in it", i)
		case strings.TrimSpace(text) == "" || strings.Trim(text, " ") != text:
			return fmt.Errorf("block %d is blank or has spaces at its ends: %q", i, text)
		case b.Kind != BlockTableRow && strings.Contains(text, "\t"):
			return fmt.Errorf("block %d is a %s and has a tab in it", i, b.Kind)
		case b.Section < -1 || b.Section >= len(t.Sections):
			return fmt.Errorf("block %d stands in section %d of %d", i, b.Section, len(t.Sections))
		}
		at = b.Span.End + 1
	}
	if at != len(t.Body) {
		return fmt.Errorf("blocks end at %d of %d bytes", at, len(t.Body))
	}
	return nil
}

func (t *Text) validatePages() error {
	at := 0
	for i, p := range t.Pages {
		switch {
		case p.Number != i+1:
			return fmt.Errorf("page %d is numbered %d", i+1, p.Number)
		case p.Span.Start != at || p.Span.End < at:
			return fmt.Errorf("page %d spans %v, want it to begin at %d", p.Number, p.Span, at)
		case at < len(t.Body) && !utf8.RuneStart(t.Body[at]):
			return fmt.Errorf("page %d begins within a character", p.Number)
		}
		switch p.State {
		case PageRead, PageBlank, PageNeedsOCR, PageFailed:
		default:
			return fmt.Errorf("page %d has the state %q", p.Number, p.State)
		}
		at = p.Span.End
	}
	if at != len(t.Body) {
		return fmt.Errorf("pages end at %d of %d bytes", at, len(t.Body))
	}
	return nil
}

func (t *Text) validateSections() error {
	for i, s := range t.Sections {
		if s.Span.Start < 0 || s.Span.End < s.Span.Start || s.Span.End > len(t.Body) {
			return fmt.Errorf("section %d spans %v of %d bytes", i, s.Span, len(t.Body))
		}
		if s.Parent < -1 || s.Parent >= i {
			return fmt.Errorf("section %d has the parent %d", i, s.Parent)
		}
		if s.Parent < 0 {
			continue
		}
		if p := t.Sections[s.Parent].Span; s.Span.Start < p.Start || s.Span.End > p.End {
			return fmt.Errorf("section %d spans %v, its parent %v", i, s.Span, p)
		}
	}
	return nil
}
