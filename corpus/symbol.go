package corpus

// symbols are the private-use characters by which Word and others write the
// bullets, ticks and arrows of the Symbol and Wingdings fonts.
var symbols = map[rune]rune{
	0xF0B7: '•', 0xF06C: '●', 0xF06E: '■', 0xF0A7: '▪', 0xF0A8: '◻', 0xF071: '❑', 0xF076: '❖', 0xF0D8: '➢',
	0xF0FC: '✓', 0xF0FB: '✗', 0xF0FD: '☒', 0xF078: '☒', 0xF0E0: '→', 0xF0E8: '➔', 0xF0AE: '→', 0xF0B0: '°', 0xF0B1: '±', 0xF02D: '-',
	0xF0A3: '≤', 0xF0B3: '≥', 0xF0BE: '—', 0xF0A0: ' ', 0xF020: ' ', 0xF0FE: '☑', 0xF06F: '□', 0xF0D2: '®',
	0xF0E4: '™', 0xF0D3: '©', 0xF077: '◆', 0xF075: '◆', 0xF0A1: '○', 0xF09F: '•', 0xF0B2: '″', 0xF0A2: '′',
}

// Symbol returns the character that a private-use character of the Symbol or Wingdings
// fonts shows, and false for any other.
func Symbol(r rune) (rune, bool) {
	s, ok := symbols[r]
	return s, ok
}
