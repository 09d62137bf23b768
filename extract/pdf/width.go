package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// asciiWidths are the advances of U+0020 to U+007E in thousandths of an em.
type asciiWidths [95]uint16

// The widths of the standard fonts a PDF may use without carrying them: the
// metrics of Helvetica and Times, which Liberation Sans and Serif share.
var (
	sansWidths = asciiWidths{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
		556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	}
	sansBoldWidths = asciiWidths{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
		611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	}
	serifWidths = asciiWidths{
		250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
		500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
		500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
	}
	serifBoldWidths = asciiWidths{
		250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
		500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
		556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
	}
)

// standardWidths returns the widths to use for a font that states none; nil
// stands for the even widths of a typewriter.
func standardWidths(fontName string) *asciiWidths {
	lower := strings.ToLower(fontName)
	bold := strings.Contains(lower, "bold")
	switch {
	case strings.Contains(lower, "courier"):
		return nil
	case containsAny(lower, "times", "serif", "roman", "georgia", "garamond", "cambria") && !strings.Contains(lower, "sans"):
		if bold {
			return &serifBoldWidths
		}
		return &serifWidths
	case bold:
		return &sansBoldWidths
	}
	return &sansWidths
}

// of returns the width of text in ems: that of its base letter, or a middling
// one for what is not ASCII.
func (w *asciiWidths) of(text string) float64 {
	if w == nil {
		return 0.6
	}
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(text))
	switch {
	case r >= ' ' && r <= '~':
		return float64(w[r-' ']) / 1000
	case r == '‘' || r == '’' || r == '•':
		return 0.3
	case r == '—' || r == '…':
		return 1
	}
	return 0.55
}
