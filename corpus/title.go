package corpus

import (
	"slices"
	"strings"
)

var (
	// breaksOff is how a line ends that goes on in the next; the A of "Child A" does not.
	breaksOff = Lazily(`\b(?:(?i:of|the|in|on|into|to|about|concerning|regarding|in respect|and)|an?)$`)
	// degrees are what stands behind the name of an author.
	degrees = Lazily(`\b(?:MA|BA|BSc|MSc|MPhil|PhD|CQSW|DipSW|JP|QPM|MBE|OBE|CBE|C\.B\.E)\b`)
	// listed is a title in a list of what a report is, as a library puts it first.
	listed = Lazily(`(?i)^title: (.+?)(?:[.;]? LSC[BP]:.*)?$`)
	// siteName is the name of a site behind the title of its page.
	siteName   = Lazily(` [|–-] [^|–-]*\b(?:Board|Partnership|Council|Learning)$| \| [^|]*$`)
	reviewLine = []string{"review", "report", "inspection", "focused visit", "summary", "briefing", "prevention of future deaths", "serious case", "learning process", "independent investigation"}
	// byLine is a line that names a report and is about its author.
	byLine = Lazily(`(?i)^(?:(?:the|this|overview|independent|final) )*(?:report|review) (?:was )?(?:authored|written|prepared|produced|compiled) by\b`)
)

// titleOf takes the first headings of the cover that name a report; without
// one, the first short line of the front that does; without that, the title of a
// web page that does, then the first heading, and at last the file's own title property.
func titleOf(f front) Fact {
	t, cover := f.text, f.cover()
	first := -1
	for i, b := range cover {
		if line := t.Slice(b.Span); namesReport(line) {
			title := f.titleFrom(cover[i:])
			if i > 0 && beginsName(t.Slice(cover[i-1].Span), line) {
				return Fact{t.Slice(cover[i-1].Span) + " " + title, f.evidence(cover[i-1])}
			}
			return Fact{title, f.evidence(b)}
		} else if first < 0 && b.Kind == BlockHeading && !isBoard(line) && !f.opensSection(b) {
			first = i
		}
	}
	for _, b := range f.blocks {
		if line := t.Slice(b.Span); b.Kind != BlockFootnote && namesReport(line) && CountWords(line) <= longestTitleLine && !strings.HasSuffix(line, ".") {
			return Fact{line, f.evidence(b)}
		}
	}
	if title := pageTitle(t); namesReport(title) {
		return Fact{title, inTitleKept(t)}
	}
	if first >= 0 {
		return Fact{f.titleFrom(cover[first:]), f.evidence(cover[first])}
	}
	if title := t.Properties["title"]; title != "" {
		return Fact{title, inTitleKept(t)}
	}
	return Fact{}
}

// inTitleKept is the evidence for what is read from the title that the file keeps
// beside its text.
func inTitleKept(t *Text) Evidence {
	return Evidence{Quote: "the title kept in the file: " + t.Properties["title"]}
}

func isWebPage(t *Text) bool { return len(t.Pages) > 0 && t.Pages[0].Engine == "html" }

// pageTitle returns the title of a web page without the name of the site behind it,
// "" where t is none or has none.
func pageTitle(t *Text) string {
	title := t.Properties["title"]
	if !isWebPage(t) {
		return ""
	}
	if at := siteName().FindStringIndex(title); at != nil {
		return title[:at[0]]
	}
	return title
}

// namesReport reports whether line is short and names a kind of report.
func namesReport(line string) bool {
	return hasAny(lowerASCII(line), reviewLine) && CountWords(line) <= 25 && !byLine().MatchString(line)
}

// beginsName reports whether a line is the beginning of the name of a review that goes on
// in the next: "Local Child Safeguarding", "Practice Review".
func beginsName(line, next string) bool {
	at := sureName().FindStringIndex(lowerASCII(line + " " + next))
	return at != nil && at[0] < len(line) && at[1] > len(line)
}

// titleFrom joins the first of blocks with the headings that go on from it and open
// no section, and with any line where it breaks off: "Overview report on the".
func (f front) titleFrom(blocks []Block) string {
	title := f.text.Slice(blocks[0].Span)
	for _, b := range blocks[1:] {
		next := f.text.Slice(b.Span)
		goesOn := b.Kind == BlockHeading && !f.opensSection(b) && (!degrees().MatchString(next) || subjectOf().MatchString(next)) || breaksOff().MatchString(title)
		if !goesOn || CountWords(next) > 12 || boardName().MatchString(next) || tellsWhen(next) || CountWords(title) > 16 {
			break
		}
		title += " " + next
	}
	if m := listed().FindStringSubmatch(title); m != nil {
		title = m[1]
	}
	return strings.TrimRight(title, ". ")
}

// tellsWhen reports whether line holds a date, and not a year alone, as that of a law.
func tellsWhen(line string) bool {
	return slices.ContainsFunc(datesIn(line), func(d foundDate) bool { return d.month > 0 || d.season != "" })
}
