package extract

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"thematic/corpus"
)

// Result is what came of reading one file.
type Result struct {
	Text   corpus.Text   `json:"text"`
	Format Format        `json:"format"`
	Status corpus.Status `json:"status"`
	Reason string        `json:"reason,omitempty"` // for a person; always there where Status is not ok
	Engine string        `json:"engine,omitempty"` // the readers of the pages, joined by +
	// NotPrepared says that the file was read without PDFium, which it needs:
	// see [Options.Wait].
	NotPrepared bool `json:"not_prepared,omitempty"`
	// Late says that the time allowed ran out, for the file or for a page of it.
	Late bool `json:"late,omitempty"`
	// Crashed says that a reader ended on it, other than for want of time.
	Crashed bool `json:"crashed,omitempty"`
}

// Read is [Reader.Read] of a reader without options.
func Read(file io.ReaderAt, size int64, name string, limits corpus.Limits) Result {
	var r Reader
	defer r.Close()
	return r.Read(file, size, name, limits)
}

// Read reads a file of the given size. The name is used to say that a file is
// not what it is called, and where the content leaves a choice. The status is
// never [corpus.StatusDuplicate]: a file alone cannot tell.
func (r *Reader) Read(file io.ReaderAt, size int64, name string, limits corpus.Limits) (result Result) {
	defer func() {
		if x := recover(); x != nil {
			r.Close() // what it held may be half changed
			result = Result{Format: result.Format, Status: corpus.StatusFailed,
				Reason: "it is damaged in a way that stopped the reader: open it and save it anew as PDF ('thematic text' says where it stopped)",
				Text:   corpus.Text{Warnings: []string{trace(x)}}}
		}
	}()
	if size > limits.FileBytes {
		return Result{Format: Unknown, Status: corpus.StatusFailed,
			Reason: fmt.Sprintf("it is larger than %d MB, the most that is read: split it, or save it with smaller pictures", limits.FileBytes>>20)}
	}
	head := make([]byte, min(size, sniffBytes))
	if n, err := file.ReadAt(head, 0); n < len(head) {
		return Result{Format: Unknown, Status: corpus.StatusFailed, Reason: fmt.Sprintf("it could not be read: %v", err)}
	}
	result.Format = lookInside(sniff(head, name), file, size, name, limits)
	if !result.Format.isRead() {
		result.Status, result.Reason = refusal(result.Format, name)
		return result
	}
	rules, err := r.sectionRules()
	if err != nil {
		result.Status, result.Reason = corpus.StatusFailed, reason(err)
		return result
	}
	text, err := r.text(result.Format, file, size, name, limits)
	result.NotPrepared, result.Late = result.Format == PDF && r.notPrepared(), r.late
	if err != nil {
		result.Status, result.Reason = corpus.StatusFailed, reason(err)
	} else {
		markContents(&text)
		fillSections(&text, rules)
		result.Text = text
		result.Status, result.Reason = verdict(&text, r.Options.advice())
		warnOfRecognised(&result.Text)
		warnOfForeign(&result.Text)
		result.Engine = engines(text.Pages)
	}
	addMisnomer(&result, name)
	return result
}

// refusal is the verdict on a file of a format that is not read.
func refusal(f Format, name string) (corpus.Status, string) {
	switch f {
	case Empty:
		return corpus.StatusEmpty, "the file is empty (0 bytes): copy or download it again"
	case LockedOffice, Zeros:
		return corpus.StatusFailed, f.noun() + ": " + f.advice()
	}
	status := corpus.StatusSkipped
	if f == OldWord {
		status = corpus.StatusFailed // a report, which other machines read
	}
	why := f.noun()
	if said := misnomer(f, name); said != "" {
		why = said
	}
	if advice := f.advice(); advice != "" {
		why += ": " + advice
	}
	return status, why
}

// misnomer says that a file is not what its name promises. It is "" where it
// is, and where the name promises nothing.
func misnomer(f Format, name string) string {
	ext := extensionOf(name)
	promised := named(ext)
	if promised == "" || promised == f || f == Empty || f == Unknown {
		return ""
	}
	office := promised == DOCX || promised == Spreadsheet || promised == Slides || promised == OldWord
	if f == LockedOffice && office || promised == Data && f == Text {
		return ""
	}
	return fmt.Sprintf("named .%s, but it is %s", ext, f.noun())
}

// addMisnomer puts a wrong name into the reason and the warnings of a file
// that was read for what it is.
func addMisnomer(result *Result, name string) {
	said := misnomer(result.Format, name)
	if said == "" {
		return
	}
	result.Text.Warnings = append(result.Text.Warnings, said)
	if result.Reason != "" {
		said += "; " + result.Reason
	}
	result.Reason = said
}

// reason is the message of an error without the path, which the caller knows.
func reason(err error) string {
	var input *corpus.InputError
	if !errors.As(err, &input) {
		return corpus.CleanLine(err.Error())
	}
	why := input.Reason
	if input.Page > 0 {
		why = fmt.Sprintf("page %d: %s", input.Page, why)
	}
	return corpus.CleanLine(why)
}

// engines joins the names of the readers that gave text, in order of their
// first page.
func engines(pages []corpus.Page) string {
	var names []string
	seen := map[string]bool{}
	for _, p := range pages {
		if p.Engine != "" && !seen[p.Engine] {
			seen[p.Engine] = true
			names = append(names, p.Engine)
		}
	}
	return strings.Join(names, "+")
}
