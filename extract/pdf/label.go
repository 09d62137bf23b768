package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// label is what stands before a paragraph or list item: a bullet, a letter, a
// number.
type label struct {
	text   string // without its brackets and closing full stop; "" for a bullet
	bullet bool
	sign   bool // the bullet says something of the text, and stays in it
	depth  int  // parts of a number: 2 of "4.12"
	words  int  // words of the line it takes up
	left   float64
	gap    float64 // to the text that follows, in ems
}

// isLetter reports whether the label is of a lettered list.
func (lb *label) isLetter() bool { return lb.depth == 0 && lb.text != "" }

const bullets = "•●○◦■□▪▫◼◻◾◆◇❖❑❏►▶➢➤→➔✓✔✗☑☐☒·∙‣⁃–—-*oØ§Ÿ"

// boxSigns are those of the bullets that say whether something holds, as the boxes of a
// form do that somebody ticked.
const boxSigns = "☐☑☒✗"

var (
	numberLabel = regexp.MustCompile(`^\(?(\d{1,3}(?:\.\d{1,3}){0,4})[.):]?\)?$`)
	partNumber  = regexp.MustCompile(`^([A-Z]\.?\d{1,3}(?:\.\d{1,3}){0,3})[.):]?$`) // of parts with letters: "A.1"
	letterLabel = regexp.MustCompile(`^\(?([A-Za-z]|[ivxIVX]{1,5})[.)]\)?$`)
)

// labelSigns are looked for first: one of them stands in every label that is no bullet.
const labelSigns = "0123456789.)"

// sureBullets are those that are part of no word.
const sureBullets = "•●■▪◦►➢➤❖✓✔"

// bulletWidth is how wide a bullet is, in ems.
const bulletWidth = 0.35

// freeBullet parts a bullet from the word that it was set right before, by its own width.
func (l *line) freeBullet() {
	first := l.words[0]
	r, n := utf8.DecodeRuneInString(first.text)
	if next, _ := utf8.DecodeRuneInString(first.text[n:]); !strings.ContainsRune(sureBullets, r) || !isWordRune(next) {
		return
	}
	sign, rest := first, first
	sign.text, sign.right = first.text[:n], first.left
	rest.text, rest.left, rest.joined = first.text[n:], min(first.left+bulletWidth*l.size, first.right), false
	l.words = append([]word{sign, rest}, l.words[1:]...)
}

// labelOf returns the label a line begins with. The gap after it must be wider
// than between words, or the label beyond doubt.
func labelOf(l *line) (label, bool) {
	first := &l.words[0]
	raw := strings.TrimSpace(first.text)
	lb := label{words: 1, left: first.left, gap: 99}
	if len(l.words) > 1 {
		lb.gap = (l.words[1].left - first.right) / l.size
	}
	if isBullet(raw) {
		lb.bullet, lb.sign = true, strings.ContainsAny(clean(raw), boxSigns)
		sure := !strings.ContainsAny(raw, "oØ§Ÿ–—-*→·")
		return lb, sure || len(l.words) > 1 && lb.gap > 0.45
	}
	if !strings.ContainsAny(raw, labelSigns) {
		return label{}, false // as nearly every word
	}
	m := numberLabel.FindStringSubmatch(raw)
	if m == nil {
		m = partNumber.FindStringSubmatch(raw)
	}
	if m != nil {
		lb.text = m[1]
		lb.depth = strings.Count(m[1], ".") + 1
		marked := raw != m[1] || lb.depth > 1
		return lb, marked || lb.gap > 0.7
	}
	if m := letterLabel.FindStringSubmatch(raw); m != nil {
		lb.text = m[1]
		return lb, strings.ContainsAny(raw, "()") || lb.gap > 0.45
	}
	return label{}, false
}

// letters are the last labels of the lettered lists that are open, the outermost first.
type letters []string

const maxLettered = 4 // lists that are open, one in another

// goOn reports whether label comes next in one of the lists, and ends those within it.
func (ls *letters) goOn(label string) bool {
	for i, last := range slices.Backward(*ls) {
		if isNextLetter(last, label) {
			*ls = append((*ls)[:i], label)
			return true
		}
	}
	return false
}

// begin opens a list with label.
func (ls *letters) begin(label string) {
	if len(*ls) == maxLettered {
		*ls = slices.Delete(*ls, 0, 1)
	}
	*ls = append(*ls, label)
}

// nameBehind finds a name whose initial is before it: "Marl, chair", "Marl (nurse)".
var nameBehind = regexp.MustCompile(`^\p{Lu}[\p{L}'’-]+(?:,| [(–-])`)

// isInitial reports whether the letter that l begins with is that of a name.
func (l *line) isInitial() bool {
	_, rest, _ := strings.Cut(l.text(), " ")
	return nameBehind.MatchString(rest)
}

// beginsLetters reports whether label may be the first of a lettered list. A capital may
// be only below a line that leads in to a list: it is the initial of a name elsewhere.
func beginsLetters(label string, ledIn bool) bool {
	return label == "a" || label == "i" || ledIn && (label == "A" || label == "I")
}

func isNextLetter(last, label string) bool {
	if len(last) == 1 && len(label) == 1 && label[0] == last[0]+1 {
		return true
	}
	before := romanValue(strings.ToUpper(last))
	return before > 0 && romanValue(strings.ToUpper(label)) == before+1
}

// isLabel reports whether s could be a label by its form alone.
func isLabel(s string) bool {
	return isBullet(s) || numberLabel.MatchString(s) || partNumber.MatchString(s) || letterLabel.MatchString(s)
}

// isBullet reports whether s is a single bullet, one of the private use area included.
func isBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) {
		return false
	}
	return strings.ContainsRune(bullets, r) || r >= 0xE000 && r <= 0xF8FF
}

// joinLabels puts bullets and numbers that were drawn by themselves before the
// lines that begin to their right on the same baseline.
func joinLabels(ls []*line) []*line {
	const reach = 7 // ems from a label to its text
	var out []*line
	for i, l := range ls {
		if len(l.words) != 1 || !isLabel(l.words[0].text) || i+1 < len(ls) && l.isCellBefore(ls[i+1]) {
			out = append(out, l)
			continue
		}
		var text *line
		for j, o := range ls {
			gap := o.left - l.right
			if i == j || gap < 0 || gap > reach*l.size || math.Abs(o.base-l.base) > sameBase*l.size || o.dir() != l.dir() {
				continue
			}
			if text == nil || o.left < text.left {
				text = o
			}
		}
		if text == nil || len(text.words) < 2 {
			out = append(out, l)
			continue
		}
		text.words = append(append([]word(nil), l.words...), text.words...)
		text.measure()
	}
	return out
}

// isCellBefore reports whether l, drawn right before next, is a cell of a table or its
// first line: next goes on below it, or is a cell to its right that begins higher.
func (l *line) isCellBefore(next *line) bool {
	below := math.Abs(next.left-l.left) < 2 && next.base > l.base && next.base < l.base+2*l.size && !isLabel(next.words[0].text)
	beside := hasWords(next) && next.left > l.right && next.base < l.base-0.4*l.size && next.base > l.base-5*l.size
	return below || beside
}
