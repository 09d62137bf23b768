package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// verdict gives the status of a text from the states of its pages, and says
// for a person which pages are missing and why, and what the reader warned of where
// nothing else is there. Advice is what can be done about
// pages that are pictures.
func verdict(text *corpus.Text, advice string) (corpus.Status, string) {
	failed, why := pagesThat(text, func(p corpus.Page) bool { return p.State == corpus.PageFailed })
	pictures, unseen := pagesThat(text, func(p corpus.Page) bool { return p.State == corpus.PageNeedsOCR })
	wordless, _ := pagesThat(text, isWordless)
	var parts []string
	if len(pictures) > 0 {
		part := pageList(pictures, len(text.Pages)) + " " + plural(len(pictures), "is a picture", "are pictures") + " of text"
		if unseen != "" {
			part += " (" + unseen + ")"
		}
		parts = append(parts, part+": "+advice)
	}
	if len(failed) > 0 {
		part := pageList(failed, len(text.Pages)) + " could not be read in full"
		if why != "" {
			part += ": " + why
		}
		parts = append(parts, part)
	}
	reason := strings.Join(parts, "; ")
	switch {
	case text.Body != "" && reason == "":
		return corpus.StatusOK, ""
	case text.Body != "":
		return corpus.StatusPartial, reason
	case len(pictures) > 0 && len(pictures) >= len(failed):
		return corpus.StatusNeedsOCR, reason
	case len(failed) > 0:
		return corpus.StatusFailed, reason
	}
	if len(wordless) > 0 {
		return corpus.StatusEmpty, "there is no text in it: no word was recognised on " + pageList(wordless, len(text.Pages)) +
			", which " + plural(len(wordless), "is a picture", "are pictures")
	}
	return corpus.StatusEmpty, strings.Join(append([]string{"there is no text in it"}, text.Warnings...), "; ")
}

// pagesThat returns the numbers of the pages that are so, and the first reason that one
// of them has.
func pagesThat(text *corpus.Text, so func(p corpus.Page) bool) (numbers []int, why string) {
	for _, p := range text.Pages {
		if so(p) {
			numbers = append(numbers, p.Number)
			why = cmp.Or(why, p.Reason)
		}
	}
	return numbers, why
}

// isWordless reports whether p is a picture in which no word was recognised.
func isWordless(p corpus.Page) bool { return p.State == corpus.PageBlank && p.Engine == recogniser }

// recogniser is what the pages that package ocr reads say they were read by.
const recogniser = "ocr"

// warnOfRecognised says which pages were pictures of text, so that a quotation
// from them is not taken for the author's words without a look, and of which nothing was
// recognised.
func warnOfRecognised(text *corpus.Text) {
	recognised := func(p corpus.Page) bool { return p.State == corpus.PageRead && p.Confidence > 0 }
	pages, _ := pagesThat(text, recognised)
	layered, _ := pagesThat(text, func(p corpus.Page) bool {
		return p.State == corpus.PageRead && p.TextLayer && !recognised(p)
	})
	wordless, _ := pagesThat(text, isWordless)
	warn := func(pages []int, how string) {
		text.Warnings = append(text.Warnings, fmt.Sprintf("%s %s recognised from pictures of text%s: compare a quotation with the page before it is used",
			pageList(pages, len(text.Pages)), plural(len(pages), "was", "were"), how))
	}
	if len(pages) > 0 {
		sum := 0.0
		for _, n := range pages {
			sum += text.Pages[n-1].Confidence
		}
		warn(pages, fmt.Sprintf(", with a confidence of %.0f%%", sum/float64(len(pages))))
	}
	if len(layered) > 0 {
		warn(layered, " by another program")
	}
	if len(wordless) > 0 {
		text.Warnings = append(text.Warnings, fmt.Sprintf("%s %s of which no word was recognised: look whether %s any, as in handwriting",
			pageList(wordless, len(text.Pages)), plural(len(wordless), "is a picture", "are pictures"), plural(len(wordless), "it has", "they have")))
	}
}

// warnOfForeign says where a text does not seem to be English, as the Welsh half of a
// report in two languages: nothing is found there, and that is no finding.
func warnOfForeign(text *corpus.Text) {
	stretches, words := text.Foreign()
	if words == 0 {
		return
	}
	where := fmt.Sprintf("%d of its words do", words)
	if text.Paged() {
		pages, _ := pagesThat(text, func(p corpus.Page) bool { return slices.ContainsFunc(stretches, p.Span.Overlaps) })
		where = fmt.Sprintf("%d words on %s do", words, pageList(pages, len(text.Pages)))
	}
	text.Warnings = append(text.Warnings, where+" not seem to be English, and the built-in codebooks find themes in English alone")
}

// pageList names pages for a person: "page 3", "pages 2, 5-7", or, of a file of
// which nothing was read, "both pages", "all 3 pages".
func pageList(pages []int, of int) string {
	switch {
	case len(pages) != of:
	case of == 2:
		return "both pages"
	case of > 2:
		return "all " + strconv.Itoa(of) + " pages"
	}
	const most = 12 // ranges; more are only counted
	var ranges []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if i == j {
			ranges = append(ranges, strconv.Itoa(pages[i]))
		} else {
			ranges = append(ranges, fmt.Sprintf("%d-%d", pages[i], pages[j]))
		}
		i = j + 1
	}
	if len(ranges) > most {
		return fmt.Sprintf("%d of %d pages", len(pages), of)
	}
	return plural(len(pages), "page ", "pages ") + strings.Join(ranges, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
