package office

import (
	"bufio"
	"io"
	"strings"
)

// rtfKind is the kind of a token of RTF.
type rtfKind int

const (
	rtfOpen  rtfKind = iota // {
	rtfClose                // }
	rtfWord                 // \word, \word12, or a symbol such as \~
	rtfChar                 // a byte of text, plain or as \'hh
)

// rtfToken is one token of RTF.
type rtfToken struct {
	kind   rtfKind
	word   string // the letters of a word, the sign of a symbol
	number int    // behind a word
	given  bool   // whether there is a number
	char   byte
}

// The most of a control word (RTF 1.9: 32 letters, 10 digits).
const (
	rtfLetters = 32
	rtfDigits  = 10
)

// rtfLexer cuts RTF into tokens. It holds no more of the file than a buffer.
type rtfLexer struct{ in *bufio.Reader }

func newRTFLexer(r io.ReaderAt, size int64) *rtfLexer {
	return &rtfLexer{bufio.NewReaderSize(io.NewSectionReader(r, 0, size), 64<<10)}
}

// next returns the next token, io.EOF after the last. Line ends between tokens
// mean nothing and are passed over, as are the bytes of \bin.
func (l *rtfLexer) next() (rtfToken, error) {
	for {
		c, err := l.in.ReadByte()
		if err != nil {
			return rtfToken{}, err
		}
		switch c {
		case '{':
			return rtfToken{kind: rtfOpen}, nil
		case '}':
			return rtfToken{kind: rtfClose}, nil
		case '\r', '\n', 0:
			continue
		case '\t':
			return rtfToken{kind: rtfWord, word: "tab"}, nil
		case '\\':
			token, err := l.control()
			if err == nil && token.word == "bin" {
				err = l.pass(token.number)
			}
			return token, err
		}
		return rtfToken{kind: rtfChar, char: c}, nil
	}
}

// control reads what stands behind a backslash.
func (l *rtfLexer) control() (rtfToken, error) {
	c, err := l.in.ReadByte()
	if err != nil {
		return rtfToken{}, err
	}
	switch {
	case isLetter(rune(c)):
		return l.controlWord(c)
	case c == '\'':
		return l.hex()
	case c == '\\', c == '{', c == '}':
		return rtfToken{kind: rtfChar, char: c}, nil
	case c == '\r', c == '\n':
		return rtfToken{kind: rtfWord, word: "par"}, nil
	}
	return rtfToken{kind: rtfWord, word: string(rune(c))}, nil
}

// controlWord reads a word, its number and the space that ends them.
func (l *rtfLexer) controlWord(c byte) (rtfToken, error) {
	word := []byte{c}
	var err error
	for c, err = l.in.ReadByte(); err == nil && isLetter(rune(c)) && len(word) < rtfLetters; c, err = l.in.ReadByte() {
		word = append(word, c)
	}
	token := rtfToken{kind: rtfWord, word: string(word)}
	sign := 1
	if err == nil && c == '-' {
		sign = -1
		c, err = l.in.ReadByte()
	}
	for digits := 0; err == nil && '0' <= c && c <= '9' && digits < rtfDigits; digits++ {
		token.number, token.given = token.number*10+int(c-'0'), true
		c, err = l.in.ReadByte()
	}
	token.number *= sign
	if err == nil && c != ' ' {
		err = l.in.UnreadByte()
	}
	return token, ignoreEOF(err)
}

// hex reads the two digits of \'hh. What is no digit counts as 0.
func (l *rtfLexer) hex() (rtfToken, error) {
	token := rtfToken{kind: rtfChar}
	for range 2 {
		c, err := l.in.ReadByte()
		if err != nil {
			return token, err
		}
		digit := byte(0)
		switch {
		case '0' <= c && c <= '9':
			digit = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			digit = c | 0x20 - 'a' + 10
		}
		token.char = token.char<<4 | digit
	}
	return token, nil
}

// pass reads over n bytes.
func (l *rtfLexer) pass(n int) error {
	if n <= 0 {
		return nil
	}
	_, err := io.CopyN(io.Discard, l.in, int64(n))
	return err
}

// skip reads to the end of the innermost depth groups. It returns the area of the
// pictures in them, in square centimetres, and the first characters.
func (l *rtfLexer) skip(depth int) (area float64, said string, err error) {
	const perCentimetre = 1440 / 2.54 // twips
	size := map[string]float64{}      // of the picture at hand
	for depth > 0 {
		token, err := l.next()
		if err != nil {
			return area, said, err
		}
		switch token.kind {
		case rtfChar:
			if len(said) < rtfLetters {
				said += string(rune(token.char))
			}
		case rtfOpen:
			depth++
		case rtfClose:
			depth--
			area += size["picwgoal"] / perCentimetre * size["pichgoal"] / perCentimetre * scale(size["picscalex"]) * scale(size["picscaley"])
			clear(size)
		case rtfWord:
			if strings.HasPrefix(token.word, "pic") {
				size[token.word] = float64(token.number)
			}
		}
	}
	return area, said, nil
}

// scale is the part of its size that a picture is shown in, of a number of hundredths;
// 0 says nothing.
func scale(hundredths float64) float64 {
	if hundredths <= 0 {
		return 1
	}
	return hundredths / 100
}
