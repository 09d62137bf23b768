package pdf

import "strconv"

// kind is the type of one token of a content stream or CMap.
type kind uint8

const (
	kindEnd kind = iota
	kindNumber
	kindName
	kindString
	kindArray
	kindDict
	kindOperator
	kindClose // ] or >> with nothing open, left to the caller
)

// token is one operand or operator. Dicts hold keys and values by turns; a value
// that is a reference takes up three tokens.
type token struct {
	kind  kind
	num   float64
	str   string // of a name, a string or an operator
	items []token
}

// get returns the value of key in a dict, and the zero token without one.
func (t token) get(key string) token {
	for i := 0; t.kind == kindDict && i+1 < len(t.items); i++ {
		if t.items[i].kind == kindName && t.items[i].str == key {
			return t.items[i+1]
		}
	}
	return token{}
}

// lexer splits bytes into tokens. It never fails: bytes that are no token are
// passed over, since one damaged operand should not cost the rest of a page.
type lexer struct {
	data  string // of which names, strings and operators are parts
	pos   int
	depth int
	stack []token // elements of the arrays and dicts that are open
	room  []token // where the elements of closed ones are kept
}

// forget lets the elements of every token so far be written over.
func (l *lexer) forget() { l.room = l.room[:0] }

// keep moves the elements on the stack from base on to where they stay.
func (l *lexer) keep(base int) []token {
	n := len(l.stack) - base
	if n == 0 {
		return nil
	}
	if cap(l.room)-len(l.room) < n {
		l.room = make([]token, 0, max(n, 256)) // tokens go on pointing into the old one
	}
	start := len(l.room)
	l.room = append(l.room, l.stack[base:]...)
	clear(l.stack[base:])
	l.stack = l.stack[:base]
	return l.room[start:len(l.room):len(l.room)]
}

const maxNesting = 64 // of arrays and dicts in a content stream

// next returns the next token, of kind kindEnd at the end.
func (l *lexer) next() token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return token{}
	}
	c := l.data[l.pos]
	switch {
	case classes[c] == regular:
	case c == '/':
		l.pos++
		return token{kind: kindName, str: l.name()}
	case c == '(':
		l.pos++
		return token{kind: kindString, str: l.literal()}
	case c == '<' && l.peek(1) == '<':
		l.pos += 2
		return l.collect(kindDict)
	case c == '<':
		l.pos++
		return token{kind: kindString, str: l.hex()}
	case c == '[':
		l.pos++
		return l.collect(kindArray)
	case c == ']':
		l.pos++
		return token{kind: kindClose, str: "]"}
	case c == '>' && l.peek(1) == '>':
		l.pos += 2
		return token{kind: kindClose, str: ">>"}
	}
	return l.word()
}

func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.data) {
		return l.data[l.pos+n]
	}
	return 0
}

// skipSpace passes over white space, comments and delimiters that open nothing.
func (l *lexer) skipSpace() {
	for l.pos < len(l.data) && classes[l.data[l.pos]] != regular {
		c := l.data[l.pos]
		if c == ')' || c == '{' || c == '}' || c == '>' && l.peek(1) != '>' {
			l.pos++
			continue
		}
		if c == '%' {
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

// collect reads the elements of an array or dict up to its end.
func (l *lexer) collect(k kind) token {
	t := token{kind: k}
	if l.depth >= maxNesting {
		return t
	}
	l.depth++
	base := len(l.stack)
	for {
		before := l.pos
		item := l.next()
		if item.kind == kindOperator && l.depth == 1 && k == kindArray && isShowOperator(item.str) {
			l.pos = before // the array was never closed
			break
		}
		if item.kind == kindEnd || item.kind == kindClose {
			break
		}
		l.stack = append(l.stack, item)
	}
	l.depth--
	t.items = l.keep(base)
	return t
}

func isShowOperator(op string) bool { return op == "TJ" || op == "Tj" || op == "ET" }

func (l *lexer) name() string {
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && classes[l.data[l.pos]] == regular {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			out = append(out, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return string(out)
}

func (l *lexer) hex() string {
	var short [64]byte
	out := short[:0]
	half, have := 0, false
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		x := unhex(c)
		if x < 0 {
			continue
		}
		if have {
			out = append(out, byte(half<<4|x))
		}
		half, have = x, !have
	}
	if have {
		out = append(out, byte(half<<4))
	}
	return string(out)
}

func (l *lexer) literal() string {
	for i := l.pos; i < len(l.data) && l.data[i] != '(' && l.data[i] != '\\'; i++ {
		if l.data[i] == ')' { // as nearly all are: nothing stands for something else
			s := l.data[l.pos:i]
			l.pos = i + 1
			return s
		}
	}
	var short [64]byte
	out := short[:0]
	for depth := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escape appends what the characters after a backslash stand for.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.peek(0) == '\n' {
			l.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	x := int(c - '0')
	for i := 0; i < 2 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
		x = x*8 + int(l.data[l.pos]-'0')
		l.pos++
	}
	return append(out, byte(x))
}

// word reads a number or an operator.
func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.data) && classes[l.data[l.pos]] == regular {
		l.pos++
	}
	raw := l.data[start:l.pos]
	if n, ok := number(raw); ok {
		return token{kind: kindNumber, num: n}
	}
	return token{kind: kindOperator, str: raw}
}

// number reads an integer or real as producers write them: "+1", "-.5", "4.",
// and the faulty "--5" and "1.2-3", of which the sound part counts.
func number(raw string) (float64, bool) {
	i, neg := 0, false
	for i < len(raw) && (raw[i] == '+' || raw[i] == '-') {
		neg = raw[i] == '-'
		i++
	}
	digits, value, scale := 0, 0.0, 0.0
	for ; i < len(raw); i++ {
		c := raw[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			value = value*10 + float64(c-'0')
			scale *= 10
		case c == '.' && scale == 0:
			scale = 1
		case c == '-' && digits > 0:
			i = len(raw)
		case (c == 'e' || c == 'E') && digits > 0:
			f, err := strconv.ParseFloat(raw, 64)
			return f, err == nil
		default:
			return 0, false
		}
	}
	if digits == 0 {
		return 0, len(raw) == 1 && raw[0] == '.'
	}
	if scale > 1 {
		value /= scale
	}
	if neg {
		value = -value
	}
	return value, true
}

// skipInlineImage passes over the data of an inline image, to just after its
// EI: a white space, EI, a white space, and then something that reads as
// content again.
func (l *lexer) skipInlineImage() {
	for i := l.pos; i+2 < len(l.data); i++ {
		if !isSpace(l.data[i]) || l.data[i+1] != 'E' || l.data[i+2] != 'I' {
			continue
		}
		if i+3 < len(l.data) && !isSpace(l.data[i+3]) {
			continue
		}
		if readsAsContent(l.data[i+3:]) {
			l.pos = i + 3
			return
		}
	}
	l.pos = len(l.data)
}

// readsAsContent reports whether the next bytes are printable, as operators are
// and the data of an image hardly ever is.
func readsAsContent(data string) bool {
	if len(data) > 24 {
		data = data[:24]
	}
	for i := range len(data) {
		c := data[i]
		if c > 126 || c < 32 && !isSpace(c) {
			return false
		}
	}
	return true
}

// What a byte is to the lexer.
const (
	regular = iota
	space
	delimiter
)

// classes has what each byte is.
var classes = [256]uint8{
	' ': space, '\n': space, '\r': space, '\t': space, '\f': space, 0: space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

func isSpace(c byte) bool { return classes[c] == space }

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
