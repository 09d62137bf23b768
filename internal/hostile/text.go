package hostile

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// markupKinds are the web pages and rich text files that do harm.
func markupKinds() []kind {
	return []kind{
		{"html-deep", "html", func(r *rand.Rand) []byte {
			return []byte("<html>" + strings.Repeat(one(r, "<div>", "<ul><li>", "<table><tr><td>", "<b><i>", "<select><option>"), 300+r.IntN(200_000)))
		}},
		{"html-tables", "html", func(r *rand.Rand) []byte {
			return []byte("<html>" + strings.Repeat("<table><tr><td>", 100) + strings.Repeat("<table>a", 2000+r.IntN(2000)))
		}},
		{"html-attributes", "html", func(r *rand.Rand) []byte {
			return []byte("<html><p " + strings.Repeat(fmt.Sprintf("a%d='b' ", r.IntN(9)), 200_000) + ">No plan was made.")
		}},
		{"html-formatting", "html", func(r *rand.Rand) []byte {
			return []byte("<html>" + strings.Repeat("<p><b><i><u><a href=x><font color=r>a", 1000+r.IntN(1000)))
		}},
		{"html-unclosed", "html", func(r *rand.Rand) []byte {
			return []byte("<html>" + one(r, "<!--", "<script>", "<style>", "<p title='", "<![CDATA[", "<textarea>") + strings.Repeat("No plan was made. ", 100_000))
		}},
		{"html-noise", "html", func(r *rand.Rand) []byte { return append([]byte("<!doctype html><html><p>"), noise(r, 50_000)...) }},
		{"rtf-deep", "rtf", func(r *rand.Rand) []byte {
			return []byte(`{\rtf1 ` + strings.Repeat(one(r, "{a", `{\b `, `{\*\footnote `, `{\shptxt `, `{\pict`), 50+r.IntN(500_000)))
		}},
		{"rtf-numbers", "rtf", func(r *rand.Rand) []byte {
			word := one(r, `\bin`, `\u`, `\uc`, `\f`, `\s`, `\ilvl`, `\outlinelevel`, `\ansicpg`)
			return []byte(`{\rtf1 No plan` + strings.Repeat(word+one(r, "2147483647 ", "-2147483648 ", "99999999999 ", "-1 "), 1000) + ` was made.\par}`)
		}},
		{"rtf-tables", "rtf", func(r *rand.Rand) []byte {
			return []byte(`{\rtf1\pard\intbl ` + strings.Repeat(`a\cell `, 100_000+r.IntN(400_000)))
		}},
		{"rtf-notes", "rtf", func(r *rand.Rand) []byte {
			return []byte(`{\rtf1 a` + strings.Repeat(`{\*\footnote `+strings.Repeat("b", r.IntN(100))+`}`, 100_000) + `}`)
		}},
		{"rtf-damaged", "rtf", func(r *rand.Rand) []byte {
			sound := `{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}}{\stylesheet{\s1 heading 1;}}` + strings.Repeat(`\pard\s1 Findings\par\pard No {\b plan} was made.\par `, 50) + `}`
			return damage(r, []byte(sound), 1+r.IntN(50))
		}},
		{"rtf-noise", "rtf", func(r *rand.Rand) []byte { return append([]byte(`{\rtf1 `), noise(r, 50_000)...) }},
	}
}

// textKinds are the text files that do harm, and files that are not what their
// names say.
func textKinds() []kind {
	return []kind{
		{"txt-line", "txt", func(r *rand.Rand) []byte {
			return []byte(strings.Repeat(one(r, "a", "a ", "1.", "- ", "(a) "), 1<<20+r.IntN(4<<20)))
		}},
		{"txt-lines", "txt", func(r *rand.Rand) []byte {
			return []byte(strings.Repeat(one(r, "\n", "1. A\n", "Findings 4\n", "a\n\n", "• \n"), 500_000))
		}},
		{"txt-pages", "txt", func(r *rand.Rand) []byte { return []byte(strings.Repeat("a\f", 5000+r.IntN(20_000))) }},
		{"txt-marks", "txt", func(r *rand.Rand) []byte {
			return []byte("a" + strings.Repeat(one(r, "\u0301", "\u200d", "\u202e", "\ufeff", "\u0bcd"), 500_000))
		}},
		{"txt-wide", "txt", func(r *rand.Rand) []byte { return append([]byte("\xff\xfe"), noise(r, 9999)...) }},
		{"txt-noise", "txt", func(r *rand.Rand) []byte { return append([]byte("No plan was made.\n"), noise(r, 20_000)...) }},
		{"doc-noise", "doc", func(r *rand.Rand) []byte {
			return append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), noise(r, 100+r.IntN(5000))...)
		}},
		{"wrong-name", "pdf", func(r *rand.Rand) []byte {
			switch r.IntN(4) {
			case 0:
				return wordFile(wordText)
			case 1:
				return []byte("<html><p>No plan was made.")
			case 2:
				return []byte(`{\rtf1 No plan was made.}`)
			}
			return nil
		}},
		{"noise", "docx", func(r *rand.Rand) []byte { return noise(r, r.IntN(100_000)) }},
	}
}
