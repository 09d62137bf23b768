package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Parts of sound files.
const (
	wordStart = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordText  = `<w:p><w:r><w:t>No plan was made.</w:t></w:r></w:p>`
	wordEnd   = `</w:body></w:document>`
	odtStart  = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>`
	odtText   = `<text:p>No plan was made.</text:p>`
	odtEnd    = `</office:text></office:body></office:document-content>`
	odtKind   = "application/vnd.oasis.opendocument.text"
	wordPart  = "word/document.xml"
)

// zipped is an archive of names and contents in turn.
func zipped(entries ...string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		// A buffer takes what it is given.
		e, _ := w.CreateHeader(&zip.FileHeader{Name: entries[i], Method: method(entries[i])})
		_, _ = e.Write([]byte(entries[i+1]))
	}
	_ = w.Close()
	return out.Bytes()
}

func method(name string) uint16 {
	if name == "mimetype" {
		return zip.Store
	}
	return zip.Deflate
}

func wordFile(body string) []byte {
	return zipped("[Content_Types].xml", "<Types/>", wordPart, wordStart+body+wordEnd)
}

func odtFile(body string) []byte {
	return zipped("mimetype", odtKind, "content.xml", odtStart+body+odtEnd)
}

// zipKinds are the archives that do harm before a part of them is read.
func zipKinds() []kind {
	return []kind{
		{"docx-bomb", "docx", func(r *rand.Rand) []byte {
			return wordFile(strings.Repeat(one(r, " ", "<w:p/>", "<!-- -->"), 8<<20))
		}},
		{"docx-bombs", "docx", func(r *rand.Rand) []byte {
			entries := []string{wordPart, wordStart + wordText + wordEnd}
			for i := range 20 {
				entries = append(entries, fmt.Sprintf("word/header%d.xml", i), strings.Repeat(" ", 1<<20+r.IntN(4<<20)))
			}
			return zipped(entries...)
		}},
		{"docx-entries", "docx", func(r *rand.Rand) []byte {
			entries := []string{wordPart, wordStart + wordText + wordEnd}
			for i := range 10_000 + r.IntN(5000) {
				entries = append(entries, fmt.Sprintf("word/header%d.xml", i), "")
			}
			return zipped(entries...)
		}},
		{"docx-sizes", "docx", func(r *rand.Rand) []byte {
			return directory(wordFile(wordText), func(entry []byte) {
				binary.LittleEndian.PutUint32(entry[24:], r.Uint32()) // inflated
				if r.IntN(2) == 0 {
					binary.LittleEndian.PutUint32(entry[20:], r.Uint32()) // packed
				}
			})
		}},
		{"docx-overlap", "docx", func(r *rand.Rand) []byte {
			at := uint32(r.IntN(40))
			return directory(zipped(wordPart, wordStart+wordText+wordEnd, "word/styles.xml", "<x/>", "word/header1.xml", "<x/>"), func(entry []byte) {
				binary.LittleEndian.PutUint32(entry[42:], at) // all begin at one place
			})
		}},
		{"docx-local-headers", "docx", func(r *rand.Rand) []byte {
			data := wordFile(wordText)
			copy(data[bytes.LastIndex(data, []byte("PK\x03\x04"))+4:], noise(r, 26))
			return data
		}},
		{"docx-paths", "docx", func(r *rand.Rand) []byte {
			return zipped(wordPart, wordStart+wordText+wordEnd, one(r, "../../hostile-was-here", "/tmp/hostile-was-here", `..\..\hostile-was-here`, `C:\hostile-was-here`), "x",
				"word/../../hostile-was-here/header1.xml", "<x/>")
		}},
		{"docx-twice", "docx", func(r *rand.Rand) []byte {
			return zipped(wordPart, wordStart+wordText+wordEnd, wordPart, wordStart+strings.Repeat(wordText, r.IntN(100))+wordEnd, "content.xml", odtStart+odtText+odtEnd)
		}},
		{"docx-in-docx", "docx", func(r *rand.Rand) []byte {
			data := wordFile(wordText)
			for range 3 + r.IntN(10) {
				data = zipped(wordPart, string(data), "word/embeddings/a.docx", string(data))
			}
			return data
		}},
		{"docx-damaged", "docx", func(r *rand.Rand) []byte { return damage(r, wordFile(strings.Repeat(wordText, 100)), 1+r.IntN(20)) }},
		{"docx-broken-off", "docx", func(r *rand.Rand) []byte { return cut(r, wordFile(strings.Repeat(wordText, 1000))) }},
		{"odt-damaged", "odt", func(r *rand.Rand) []byte { return damage(r, odtFile(strings.Repeat(odtText, 100)), 1+r.IntN(20)) }},
		{"odt-bomb", "odt", func(r *rand.Rand) []byte {
			return odtFile(strings.Repeat(one(r, "<text:s text:c=\"99\"/>", odtText, "<text:list>"), 1<<20))
		}},
	}
}

// directory changes every entry of the directory at the end of an archive.
func directory(data []byte, change func(entry []byte)) []byte {
	const mark = "PK\x01\x02"
	for at := bytes.Index(data, []byte(mark)); at >= 0; {
		change(data[at:])
		next := bytes.Index(data[at+4:], []byte(mark))
		if next < 0 {
			break
		}
		at += 4 + next
	}
	return data
}

// xmlKinds are the word processor files whose text does harm.
func xmlKinds() []kind {
	laughs := `<!DOCTYPE x [<!ENTITY a "ha">` + repeatEntities(20) + `]>`
	nested := func(open, close string) func(*rand.Rand) string {
		return func(r *rand.Rand) string {
			n := 50 + r.IntN(100_000)
			return strings.Repeat(open, n) + strings.Repeat(close, n)
		}
	}
	word := func(make func(*rand.Rand) string) func(*rand.Rand) []byte {
		return func(r *rand.Rand) []byte { return wordFile(make(r)) }
	}
	odt := func(make func(*rand.Rand) string) func(*rand.Rand) []byte {
		return func(r *rand.Rand) []byte { return odtFile(make(r)) }
	}
	return []kind{
		{"docx-doctype", "docx", func(*rand.Rand) []byte {
			return zipped(wordPart, laughs+wordStart+"&t;"+wordEnd, "word/styles.xml", laughs+"<x>&t;</x>")
		}},
		{"docx-deep", "docx", word(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"))},
		{"docx-row", "docx", word(func(r *rand.Rand) string {
			return "<w:tbl><w:tr>" + strings.Repeat("<w:tc>"+wordText+"</w:tc>", 10_000+r.IntN(100_000)) + "</w:tr></w:tbl>"
		})},
		{"docx-paragraph", "docx", word(func(r *rand.Rand) string {
			return "<w:p>" + strings.Repeat("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/></w:r>", 50_000+r.IntN(50_000)) + "</w:p>"
		})},
		{"docx-attribute", "docx", word(func(r *rand.Rand) string {
			return `<w:p w:a="` + string(bytes.Repeat([]byte("a"), 1<<20+r.IntN(1<<20))) + `" ` + strings.Repeat(`a="1" `, 100_000) + `/>`
		})},
		{"docx-styles", "docx", func(r *rand.Rand) []byte {
			styles := `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
			n := 1000 + r.IntN(9000)
			for i := range n {
				styles += fmt.Sprintf(`<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, (i+1)%n)
			}
			return zipped(wordPart, wordStart+wordText+wordEnd, "word/styles.xml", styles+"</w:styles>")
		}},
		{"odt-doctype", "odt", func(*rand.Rand) []byte {
			return zipped("mimetype", odtKind, "content.xml", laughs+odtStart+"<text:p>&t;</text:p>"+odtEnd)
		}},
		{"odt-deep", "odt", odt(nested("<text:list><text:list-item>", "</text:list-item></text:list>"))},
		{"odt-spaces", "odt", odt(func(r *rand.Rand) string {
			return "<text:p>a" + strings.Repeat(fmt.Sprintf(`<text:s text:c="%d"/>`, r.IntN(1<<31)), 1000) + `<table:table-cell table:number-columns-repeated="2147483647"/></text:p>`
		})},
	}
}

// repeatEntities defines entities each of ten of the one before, the last t.
func repeatEntities(n int) string {
	var b strings.Builder
	name := "a"
	for i := range n {
		next := fmt.Sprintf("b%d", i)
		if i == n-1 {
			next = "t"
		}
		fmt.Fprintf(&b, `<!ENTITY %s "%s">`, next, strings.Repeat("&"+name+";", 10))
		name = next
	}
	return b.String()
}
