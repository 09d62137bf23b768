package office

import (
	"strconv"

	"thematic/corpus"
)

// rtfSigns are the words and symbols that stand for characters.
var rtfSigns = map[string]string{
	"tab": " ", "line": " ", "lbr": " ", "column": " ", "~": "\u00a0", "_": "-",
	"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"emspace": " ", "enspace": " ", "qmspace": " ", "page": string(pageMark),
}

// rtfSkipped are the groups whose text is no part of the document, beside those
// that \* marks as such and that are not known here.
var rtfSkipped = map[string]bool{
	"pict": true, "object": true, "listtable": true, "listoverridetable": true, "revtbl": true,
	"filetbl": true, "nonshppict": true, "shprslt": true, "nonesttables": true, "xe": true, "tc": true, "rxe": true,
	"txe": true, "pntxta": true, "pntxtb": true, "ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true,
	"aftnsepc": true, "aftncn": true, "annotation": true, "atnid": true, "atnauthor": true, "atnref": true,
	"atrfstart": true, "atrfend": true, "fldinst": true, "sp": true, "falt": true, "template": true, "comment": true,
	"doccomm": true, "userprops": true, "private": true, "pn": true, "rsidtbl": true, "themedata": true, "datastore": true,
}

// rtfKnown are the groups that are read though \* lets a reader skip them.
var rtfKnown = map[string]bool{
	"shpinst": true, "shptxt": true, "footnote": true, "ud": true, "nesttableprops": true, "do": true,
	"dptxbxtext": true, "generator": true, "shppict": true,
}

// rtfProperties are the words of the group of properties that are kept, and as
// what.
var rtfProperties = map[string]string{
	"title": "title", "author": "author", "subject": "subject", "creatim": "created", "revtim": "modified",
	"generator": "producer",
}

// control takes a control word or symbol.
func (r *rtf) control(token rtfToken) error {
	if token.word == "*" {
		next, err := r.lexer.next()
		if err != nil {
			return err
		}
		style := r.group().place == rtfStyle && next.word == "cs" // old readers skip those of characters
		if next.kind != rtfWord || !rtfKnown[next.word] && !style {
			return r.skipGroup(next)
		}
		token = next
	}
	g := r.group()
	passing := r.passing
	r.passing = 0
	switch sign, ok := rtfSigns[token.word]; {
	case ok && passing > 0:
		r.passing = passing - 1
	case ok:
		r.write(sign)
	case rtfSkipped[token.word]:
		return r.skipGroup(token)
	case g.place == rtfFonts:
		r.fontWord(token)
	case g.place == rtfColours:
		r.colourWord(token)
	case r.destination(token), r.property(token), r.paragraphWord(token), r.characterWord(token):
	}
	return nil
}

// skipGroup reads to the end of the current group, of which a token has been
// read.
func (r *rtf) skipGroup(token rtfToken) error {
	if token.kind == rtfWord && token.word == "annotation" {
		r.comments++
	}
	depth := 1
	switch {
	case token.kind == rtfOpen:
		depth = 2
	case token.kind == rtfClose:
		depth = 0
	case len(r.groups) == 1:
		return nil // a word out of place: the outermost group is the document
	}
	area, said, err := r.lexer.skip(depth)
	if area >= corpus.LargePicture && rtfPictured[token.word] {
		r.pictures++
	}
	r.shut()
	if token.word == "sp" && said == "fHidden1" && len(r.groups) > 0 {
		r.group().concealed = true // a property of the shape, and its value
	}
	return err
}

// rtfPictured are the groups whose picture is shown, each once: as itself, as what an
// object looks like, as a property of a shape.
var rtfPictured = map[string]bool{"pict": true, "object": true, "sp": true}

// fontWord takes a word in the table of fonts.
func (r *rtf) fontWord(token rtfToken) {
	switch token.word {
	case "f":
		r.group().font = token.number
	case "fcharset":
		if page, ok := rtfCharsets[token.number]; ok {
			r.fonts[r.group().font] = page
		}
	case "cpg":
		if _, ok := codePages[token.number]; ok {
			r.fonts[r.group().font] = token.number
		}
	}
}

// destination takes a word that says what the current group is for, and reports
// whether it is one.
func (r *rtf) destination(token rtfToken) bool {
	g := r.group()
	switch token.word {
	case "fonttbl":
		g.place = rtfFonts
	case "colortbl":
		g.place = rtfColours
	case "stylesheet":
		g.place = rtfStyles
		g.atEnd(r.resolveStyles)
	case "info", "shpinst", "do", "nesttableprops":
		g.place = rtfQuiet
	case "upr":
		g.outer, g.place = g.place, rtfQuiet
	case "ud":
		g.place = g.outer
	case "listtext", "pntext":
		g.place = rtfLabel
	case "footnote":
		r.beginNote()
	case "shptxt", "dptxbxtext":
		r.beginBox()
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		r.beginFlow(r.keepLine, func() {})
	default:
		return false
	}
	return true
}

// property takes a word in the group of properties, or of a style.
func (r *rtf) property(token rtfToken) bool {
	g := r.group()
	if name, ok := rtfProperties[token.word]; ok && (g.place == rtfQuiet || token.word == "generator") {
		r.beginProperty(name)
		return true
	}
	switch {
	case token.word == "yr" && g.place == rtfProperty:
		r.date[0] = token.number
	case token.word == "mo" && g.place == rtfProperty:
		r.date[1] = token.number
	case token.word == "dy" && g.place == rtfProperty:
		r.date[2] = token.number
	case token.word == "sbasedon" && g.place == rtfStyle:
		g.property = strconv.Itoa(token.number)
	case (token.word == "ds" || token.word == "ts") && g.place == rtfStyle:
		g.place = rtfQuiet
	default:
		return false
	}
	return true
}

// paragraphWord takes a word about paragraphs and tables.
func (r *rtf) paragraphWord(token rtfToken) bool {
	g := r.group()
	switch token.word {
	case "par", "nestcell":
		if g.deleted || g.moved {
			r.flow().current.write(" ", false)
		} else if g.place == rtfText {
			r.endParagraph(*g)
		}
	case "sect":
		r.endParagraph(*g)
		r.newPage = true
	case "sbknone", "sbkcol":
		r.newPage = false
	case "pard":
		g.paragraph, g.inTable = rtfParagraph{}, false
	case "s":
		g.paragraph.style = strconv.Itoa(token.number)
	case "outlinelevel":
		g.paragraph.known, g.paragraph.level = true, 0
		if 0 <= token.number && token.number < 9 {
			g.paragraph.level = token.number + 1
		}
	case "ilvl":
		g.paragraph.depth = min(max(token.number, 0), levelsMost-1)
	case "cbpat", "shading":
		g.paragraph.painted = g.paragraph.painted || isSet(token)
	case "pagebb":
		g.paragraph.before = isSet(token)
	case "intbl":
		g.inTable = true
	case "cell":
		r.endCell(*g)
	case "row":
		r.endRow()
	default:
		return false
	}
	return true
}

// characterWord takes a word about characters.
func (r *rtf) characterWord(token rtfToken) bool {
	g := r.group()
	switch token.word {
	case "ansicpg":
		if _, ok := codePages[token.number]; ok {
			r.page = token.number
		}
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		r.normal = token.number
		g.font = token.number
	case "f":
		g.font = token.number
	case "plain":
		g.font, g.deleted, g.moved = r.normal, false, false
		g.bold, g.unseen, g.struck, g.character = unsaid, unsaid, unsaid, ""
		g.white, g.painted, g.raised = false, false, false
	case "cs":
		g.character = "cs" + strconv.Itoa(token.number)
	case "b":
		g.bold = toggled(isSet(token))
	case "super", "up":
		g.raised = isSet(token)
	case "nosupersub", "sub", "dn":
		g.raised = false
	case "v":
		g.unseen = toggled(isSet(token))
	case "cf":
		g.white = r.whites[token.number]
	case "highlight", "cb", "chcbpat", "chshdng", "outl", "shad", "embo", "impr":
		g.painted = g.painted || isSet(token)
	case "strike", "striked":
		g.struck = toggled(isSet(token))
	case "deleted":
		g.deleted = isSet(token)
	case "mvf":
		g.moved = isSet(token)
	case "uc":
		g.fallback = min(max(token.number, 0), 16)
	case "u":
		r.unicode(token.number)
	default:
		return false
	}
	return true
}

// isSet reads a word that is on by being there and off with a 0.
func isSet(token rtfToken) bool { return !token.given || token.number != 0 }
