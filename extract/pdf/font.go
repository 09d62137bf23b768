package pdf

import (
	"math"
	"regexp"
	"strings"

	"github.com/ledongthuc/pdf"
)

// font is what is needed of a font to read what is shown with it: which text
// each code stands for, and how far it moves the pen.
type font struct {
	name      string
	composite bool
	drawn     bool // its letters are drawn by operators, perhaps in colours of their own
	vertical  bool
	bold      bool
	italic    bool
	toUnicode *cmap
	encoding  byteEncoding // of a simple font
	codes     *cmap        // from codes to glyph numbers, of a composite font; nil for the identity
	unicode   bool         // the codes of a composite font are UTF-16
	simple    [256]float64 // widths of a simple font, in ems
	wide      []widthRun   // widths of a composite font
	other     float64      // width of what wide does not name
}

// widthRun is the width of the glyphs low..high, or one width for each.
type widthRun struct {
	low, high int
	width     float64
	each      []float64
}

// shown is one character as a font shows it.
type shown struct {
	text  string // "" where the font does not say
	width float64
	space bool // a one-byte code 32, which word spacing widens
}

// loadFont reads a font dictionary. Streams are read through src, which keeps
// the limits.
func loadFont(v pdf.Value, src *source) *font {
	f := &font{name: v.Key("BaseFont").Name(), other: 1}
	f.composite = v.Key("Subtype").Name() == "Type0"
	if u := v.Key("ToUnicode"); u.Kind() == pdf.Stream {
		if data, _ := src.stream(u); len(data) > 0 {
			f.toUnicode = parseCMap(data)
		}
	}
	descriptor := v.Key("FontDescriptor")
	if f.composite {
		d := v.Key("DescendantFonts").Index(0)
		descriptor = d.Key("FontDescriptor")
		f.loadComposite(v, d, src)
	} else {
		f.loadSimple(v, descriptor)
	}
	f.bold, f.italic = Style(f.name, descriptor.Key("Flags").Int64())
	f.bold = f.bold || descriptor.Key("FontWeight").Float64() >= 600
	return f
}

// Style tells from the name of a font and the flags of its descriptor (PDF 1.7,
// table 123) whether it is bold and whether it is italic.
func Style(name string, flags int64) (bold, italic bool) {
	name = strings.ToLower(name)
	bold = flags&(1<<18) != 0 || containsAny(name, "bold", "black", "heavy", "demi", "cmbx")
	italic = flags&(1<<6) != 0 || containsAny(name, "italic", "oblique", "cmti")
	return bold, italic
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func (f *font) loadSimple(v, descriptor pdf.Value) {
	embedded := false
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		embedded = embedded || !descriptor.Key(key).IsNull()
	}
	f.drawn = v.Key("Subtype").Name() == "Type3"
	f.encoding = fontEncoding(v, f.name, embedded || f.drawn)
	scale := 0.001
	if f.drawn {
		if s := math.Abs(v.Key("FontMatrix").Index(0).Float64()); s > 0 {
			scale = s
		}
	}
	missing := descriptor.Key("MissingWidth").Float64() * scale
	widths := v.Key("Widths")
	standard := standardWidths(f.name)
	for i := range f.simple {
		f.simple[i] = missing
		if widths.Len() == 0 {
			f.simple[i] = standard.of(f.encoding[i])
		}
	}
	first := v.Key("FirstChar").Int64()
	for i := 0; i < widths.Len() && i < 256; i++ {
		if at := first + int64(i); at >= 0 && at < 256 {
			f.simple[at] = clamp(widths.Index(i).Float64()*scale, -10, 10)
		}
	}
}

func (f *font) loadComposite(v, descendant pdf.Value, src *source) {
	enc := v.Key("Encoding")
	name := enc.Name()
	if enc.Kind() == pdf.Stream {
		if data, _ := src.stream(enc); len(data) > 0 {
			f.codes = parseCMap(data)
		}
		name = enc.Key("CMapName").Name()
	}
	f.vertical = strings.HasSuffix(name, "-V")
	f.unicode = strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.other = clamp(dw.Float64()/1000, -10, 10)
	}
	w := descendant.Key("W")
	for i := 0; i+1 < w.Len() && len(f.wide) < maxCMapEntries; {
		low := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			run := widthRun{low: low, high: low + list.Len() - 1}
			for j := 0; j < list.Len(); j++ {
				run.each = append(run.each, clamp(list.Index(j).Float64()/1000, -10, 10))
			}
			f.wide = append(f.wide, run)
			i += 2
			continue
		}
		f.wide = append(f.wide, widthRun{low: low, high: int(w.Index(i + 1).Int64()), width: clamp(w.Index(i+2).Float64()/1000, -10, 10)})
		i += 3
	}
}

// decode appends the characters that s shows to out.
func (f *font) decode(s string, out []shown) []shown {
	if f.composite {
		return f.decodeComposite(s, out)
	}
	for i := 0; i < len(s); i++ {
		text, ok := f.toUnicode.text(code{uint32(s[i]), 1})
		if !ok || text == "" || text == "\ufffd" {
			text = f.encoding[s[i]]
		}
		out = append(out, shown{text: text, width: f.simple[s[i]], space: s[i] == ' '})
	}
	return out
}

func (f *font) decodeComposite(s string, out []shown) []shown {
	spaces := []codespace(nil)
	if f.codes != nil {
		spaces = f.codes.spaces
	}
	for len(s) > 0 {
		var c code
		c, s = nextCode(spaces, s, 2)
		text, ok := f.toUnicode.text(c)
		if !ok && f.unicode {
			text = string(rune(c.value))
		}
		out = append(out, shown{text: text, width: f.width(c), space: c.size == 1 && c.value == ' '})
	}
	return out
}

// width returns the advance of a composite font's code in ems.
func (f *font) width(c code) float64 {
	cid := int(c.value)
	if f.codes != nil {
		if x, ok := f.codes.cid(c); ok {
			cid = int(x)
		}
	}
	for i := range f.wide {
		r := &f.wide[i]
		if cid < r.low || cid > r.high {
			continue
		}
		if r.each != nil {
			return r.each[cid-r.low]
		}
		return r.width
	}
	return f.other
}

// fontNamed returns the font that a name stands for in sc, nil where there is
// none. A font object is read once for the whole file.
func (in *interpreter) fontNamed(sc *scope, name string) *font {
	if f, ok := sc.fonts[name]; ok {
		return f
	}
	dict := sc.resources.Key("Font")
	if sc.refs == nil {
		sc.refs = references(dict)
	}
	ref := sc.refs[name]
	f, ok := in.src.fonts[ref]
	if !ok || ref == "" {
		if v := dict.Key(name); v.Kind() == pdf.Dict {
			f = loadFont(v, in.src)
		}
		if ref != "" {
			in.src.fonts[ref] = f
		}
	}
	sc.fonts[name] = f
	return f
}

var referencePattern = regexp.MustCompile(`/([^\s/<>\[\]()]+) (\d+ \d+ R)\b`)

// references returns, for the entries of dict that point to objects, the
// object's number as written. The parser tells it in no other way.
func references(dict pdf.Value) map[string]string {
	refs := map[string]string{}
	for _, m := range referencePattern.FindAllStringSubmatch(dict.String(), -1) {
		refs[m[1]] = m[2]
	}
	return refs
}
