package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var (
	streamPattern = regexp.MustCompile(`\bstream\r?\n`)
	lengthPattern = regexp.MustCompile(`/Length\s+(\d+)\s*(?:/|>>|\s[^\d])`)
	xrefPattern   = regexp.MustCompile(`/Type\s*/XRef\b`)
)

// decrypted returns v with its streams and strings in the clear, each in its place, where
// no password or one of those given opens it, and nothing left that says the file is
// encrypted.
func decrypted(v *view, passwords []string) (*view, error) {
	data := readPart(v, 0, v.part)
	dict, ok := encryptDict(data)
	if !ok {
		return nil, errCipherKind
	}
	c, err := newCipherKey(dict, fileID(data), passwords)
	if err != nil {
		return nil, err
	}
	for at := 0; ; {
		m := objectPattern.FindSubmatchIndex(data[at:])
		if m == nil {
			break
		}
		n, _ := strconv.Atoi(string(data[at+m[2] : at+m[3]]))
		generation, _ := strconv.Atoi(string(data[at+m[4] : at+m[5]]))
		at += m[1]
		c.openStrings(entries(data[at:]), n, generation)
		start, end, ok := streamOf(data, at)
		if !ok {
			continue
		}
		if !xrefPattern.Match(data[at:start]) {
			c.open(data[start:end], n, generation)
		}
		at = end
	}
	data = bytes.ReplaceAll(data, []byte("/Encrypt"), []byte("/Encrypx"))
	return &view{file: bytes.NewReader(data), part: int64(len(data)), tail: v.tail, torn: v.torn}, nil
}

// entries returns what stands in the object whose content data begins with, before its
// stream if it has one.
func entries(data []byte) []byte {
	data = data[:min(len(data), longestEntry)]
	if m := objectPattern.FindIndex(data); m != nil {
		data = data[:m[0]]
	}
	if i := bytes.Index(data, []byte("endobj")); i >= 0 {
		data = data[:i]
	}
	if m := streamPattern.FindIndex(data); m != nil {
		data = data[:m[0]]
	}
	return data
}

// encryptDict returns the encryption dictionary, which a trailer holds or points to.
func encryptDict(data []byte) (token, bool) {
	if i := bytes.LastIndex(data, []byte("/Encrypt<<")); i >= 0 {
		return dictAt(data, i+8)
	}
	ref := lastReference(encryptPattern, data)
	var n, generation int
	if _, err := fmt.Sscanf(ref, "%d %d R", &n, &generation); err != nil {
		i := bytes.LastIndex(data, []byte("/Encrypt <<"))
		return dictAt(data, i+9)
	}
	object := regexp.MustCompile(fmt.Sprintf(`(?:^|[^0-9])%d\s+%d\s+obj`, n, generation))
	m := object.FindIndex(data)
	if m == nil {
		return token{}, false
	}
	return dictAt(data, m[1])
}

func dictAt(data []byte, at int) (token, bool) {
	if at < 9 {
		return token{}, false
	}
	t := tokenAt(data, at)
	return t, t.kind == kindDict
}

// longestEntry is how many bytes of a dictionary or array are read.
const longestEntry = 64 << 10

func tokenAt(data []byte, at int) token {
	l := &lexer{data: string(data[at:min(len(data), at+longestEntry)])}
	return l.next()
}

// fileID returns the first part of the file's identifier, "" where it has none.
func fileID(data []byte) string {
	i := bytes.LastIndex(data, []byte("/ID"))
	if i < 0 {
		return ""
	}
	if t := tokenAt(data, i+3); t.kind == kindArray && len(t.items) > 0 {
		return t.items[0].str
	}
	return ""
}

// streamOf finds the data of the stream of the object whose content begins at
// at: by its stated length where the end mark stands there, else up to that mark.
func streamOf(data []byte, at int) (start, end int, ok bool) {
	head := data[at:min(len(data), at+8192)]
	if i := bytes.Index(head, []byte("endobj")); i >= 0 {
		head = head[:i]
	}
	m := streamPattern.FindIndex(head)
	if m == nil {
		return 0, 0, false
	}
	start = at + m[1]
	if l := lengthPattern.FindSubmatch(head[:m[0]]); l != nil {
		n, err := strconv.Atoi(string(l[1]))
		if err == nil && n >= 0 && n <= len(data)-start {
			if rest := bytes.TrimLeft(data[start+n:min(len(data), start+n+20)], "\r\n "); bytes.HasPrefix(rest, []byte("endstream")) {
				return start, start + n, true
			}
		}
	}
	n := bytes.Index(data[start:], []byte("endstream"))
	if n < 0 {
		return 0, 0, false
	}
	end = start + n
	if end > start && data[end-1] == '\n' {
		end--
	}
	if end > start && data[end-1] == '\r' {
		end--
	}
	return start, end, true
}
