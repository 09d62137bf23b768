package ocr

import (
	"strconv"
	"strings"
	"unicode"
)

// word is a word as the program sees it, in pixels from the top left corner.
type word struct {
	text                     string
	left, top, right, bottom float64
	confidence               float64
}

// leastWord is the confidence below which a word is taken for a speck or a
// crease, and leastSign the same for one without a letter or digit.
const (
	leastWord = 10
	leastSign = 60
)

// parseTable reads the words of Tesseract's TSV, line by line as it groups them.
// Its columns are level, page, block, paragraph, line, word, left, top, width,
// height, confidence and text; level 5 is a word.
func parseTable(table string) [][]word {
	var lines [][]word
	last := ""
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(cells) < 12 || cells[0] != "5" {
			continue
		}
		w, ok := parseWord(cells)
		if !ok {
			continue
		}
		line := strings.Join(cells[1:5], " ")
		if line != last || len(lines) == 0 {
			lines = append(lines, nil)
		}
		last = line
		lines[len(lines)-1] = append(lines[len(lines)-1], w)
	}
	return lines
}

func parseWord(cells []string) (word, bool) {
	var n [5]float64
	for i, cell := range cells[6:11] {
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil || !(v >= -1 && v < 1e6) {
			return word{}, false
		}
		n[i] = v
	}
	w := word{text: strings.TrimSpace(strings.Join(cells[11:], " ")), left: n[0], top: n[1], right: n[0] + n[2], bottom: n[1] + n[3], confidence: n[4]}
	least := float64(leastSign)
	if strings.IndexFunc(w.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
		least = leastWord
	}
	return w, w.text != "" && w.confidence >= least && n[2] > 0 && n[3] > 0
}
