package office

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"thematic/corpus"
)

func readRTF(t testing.TB, data string) (corpus.Text, error) {
	t.Helper()
	text, err := ReadRTF(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if fault := text.Validate(); fault != nil {
		t.Error(fault)
	}
	return text, err
}

const rtfHead = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial;}{\f3\fcharset128 Mincho;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 Heading 2;}{\s3\sbasedon2 Own;}` +
	`{\s4 toc 1;}{\s5\outlinelevel3 Deep;}{\s6 footnote text;}{\*\cs7 \b Strong;}{\cs8 Weak;}}`

func TestRTFText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"bytes", `caf\'e9 \ldblquote no\rdblquote\emdash{\b never}\~so\par`, "1 paragraph: café “no”—never so\n"},
		{"line ends mean nothing", "No pl\r\nan was\n made.\\par", "1 paragraph: No plan was made.\n"},
		{"unicode", `the child\u8217 's \u9786\'3f{\uc2 \u233 ??}{\uc0\u-10179\u-8704}\par`, "1 paragraph: the child’s ☺é😀\n"},
		{"no fallback at a word", `a\u8217\par b\par`, "1 paragraph: a’\n1 paragraph: b\n"},
		{"code pages", `{\f2\'c4\'e0} {\f3\'82\'b1\'83\\}\par`, "1 paragraph: Да こソ\n"},
		{"old code pages", `{\fonttbl{\f9 Arial;}}\f9\mac caf\'8e\pc , caf\'82\pca , caf\'82\par`, "1 paragraph: café, café, café\n"},
		{"a font's own code page", `{\fonttbl{\f9\fcharset1\cpg1251 Arial;}}{\f9\'c4\'E0}\par`, "1 paragraph: Да\n"},
		{"tabs and ends of lines", "One\ttwo\\\nThree\\par", "1 paragraph: One two\n1 paragraph: Three\n"},
		{"a style of sections", `{\stylesheet{\ds1 heading 1;}}\pard\s0 Seen once a week.\par`, "1 paragraph: Seen once a week.\n"},
		{"hidden and deleted", `She was {\deleted never }{\revised often }{\v secretly }seen{\mvf  once}.\par`, "1 paragraph: She was often seen.\n"},
		{"deleted end of a paragraph", `One{\deleted\par}two.\par`, "1 paragraph: One two.\n"},
		{"skipped", `a{\*\unknown b{\c}}{\pict\pngblip 89504e47}{\pict\bin3 }}{}d{\object{\*\objdata 00}{\result e}}{\xe f}{\*\annotation g}\par`, "1 paragraph: ad\n"},
		{"fields", `{\field{\*\fldinst HYPERLINK "x"}{\fldrslt the Board}} said\par`, "1 paragraph: the Board said\n"},
		{"raised numbers", `Asked{\super 12} on the 1{\super st} of{\super\nosupersub 3}\par`, "1 paragraph: Asked¹² on the 1st of3\n"},
		{"raised by half points", `Asked{\up6 12} on the 1{\dn4 2}{\up0 3}\par`, "1 paragraph: Asked¹² on the 123\n"},
		{"bullets in the text", `{\pard \fi-360\bullet \tx360\tab seen alone;\par}{\pard \bullet\par}{\pard \endash  and so on\par}`,
			"1 bullet1: seen alone;\n1 paragraph: •\n1 paragraph: – and so on\n"},
		{"not bold, on a bold style", `{\stylesheet{\s11\b Bold;}{\s12\sbasedon11\b0 Light;}{\s13\sbasedon11 Same;}}\pard\s12 The family\par\pard\s13 The school\par`,
			"1 paragraph: The family\n1 heading5: The school\n"},
		{"both alphabets", `{\upr{a?}{\*\ud{a\u8217 ?}}}\par`, "1 paragraph: a’\n"},
		{"headings", `\pard\s1 Findings\par\pard\s2 1.2 Method\par\pard\s3 Records\par\pard\s5 Dates\par\pard\outlinelevel1 Own\par\pard\plain\b The family\par\pard\plain Text.\par`,
			"1 heading1: Findings\n1 heading2 [1.2]: Method\n1 heading2: Records\n1 heading4: Dates\n1 heading2: Own\n1 heading5: The family\n1 paragraph: Text.\n"},
		{"contents and notes by style", `\pard\s4 Findings\tab 4\par\pard\s6 A source.\par`, "1 contents: Findings 4\n1 footnote: A source.\n"},
		{"lists", `\pard{\listtext\f1\'b7\tab}one\par{\listtext\u61623 ?\tab}\ilvl1 two\par\pard{\pntext 3.\tab}three\par{\listtext 4.12\tab}four\par{\listtext (b)\tab}five\par`,
			"1 bullet1: one\n1 bullet2: two\n1 bullet1 [3]: three\n1 paragraph [4.12]: four\n1 bullet1 [b]: five\n"},
		{"table", `\trowd\cellx1\cellx2\pard\intbl Mother\cell MT,\par aged 20\cell\row\trowd\pard\intbl A box.\par Its second.\cell\row\pard After.\par`,
			"1 table_row: Mother|MT, aged 20\n1 paragraph: A box.\n1 paragraph: Its second.\n1 paragraph: After.\n"},
		{"a last cell without its end", `\trowd\pard\intbl Mother\cell MT\par\row`, "1 table_row: Mother|MT\n"},
		{"numbered row", `\trowd\pard\intbl{\listtext 1.\tab}\cell Read.\cell\row`, "1 table_row [1]: |Read.\n"},
		{"nested table", `\trowd\pard\intbl\itap1 a\cell\pard\intbl\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl d\cell\row`,
			"1 table_row: a|b c d\n"},
		{"footnote", `Cited{\super\chftn{\*\footnote\pard\plain\s6{\super\chftn} A\par source.}}. More.\par`, "1 paragraph: Cited. More.\n1 footnote: A source.\n"},
		{"words out of place", `a{\*\footnote b\pict 00}c{\footnote d\footnote e}f{\stylesheet{g}}\par`, "1 paragraph: acf\n1 footnote: b\n1 footnote: d e\n"},
		{"text box", `Around{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard Boxed\par}}{\shprslt{\*\do{\dptxbxtext Boxed}}}} it.\par`,
			"1 paragraph: Around it.\n1 paragraph: Boxed\n"},
		{"hidden text box", `Around{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 1}}{\shptxt \pard\plain{\listtext 1.\tab}Secret\par}}} it{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 0}}{\shptxt \pard Boxed\par}}}.\par`,
			"1 paragraph: Around it.\n1 paragraph: Boxed\n"},
		{"pages", `One\par\page Two goes \page on.\par\pard\pagebb Three.\par\pard\sect\sectd\sbknone Same.\par\sect\sectd Four.\par`,
			"1 paragraph: One\n2 paragraph: Two goes on.\n4 paragraph: Three.\n4 paragraph: Same.\n5 paragraph: Four.\n"},
	}
	for _, tt := range tests {
		text, err := readRTF(t, rtfHead+tt.body+"}")
		if got := outline(text); got != tt.want || err != nil {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
	}
}

func TestRTFPropertiesAndFurniture(t *testing.T) {
	text, err := readRTF(t, rtfHead+`{\*\generator A Writer 1.0;}{\info{\title A review}{\author D.W.}{\creatim\yr2014\mo3\dy2\hr9}}`+
		`{\header\pard The Board\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 2}}\par}Text.\par{\headerl The Board\par}}`)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"title": "A review", "author": "D.W.", "created": "2014-03-02", "producer": "A Writer 1.0"} {
		if got := text.Properties[name]; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got, want := strings.Join(text.Pages[0].Furniture, "|"), "The Board|Page 2"; got != want || text.Body != "Text.\n" {
		t.Errorf("got %q and %q, want %q", got, text.Body, want)
	}
}

func TestRTFFaults(t *testing.T) {
	text, err := readRTF(t, `{\rtf1 Kept.\par{\b Los`)
	if err != nil || text.Body != "Kept.\nLos\n" || text.Pages[0].State != corpus.PageFailed || text.Pages[0].Reason != errRTFBroken.Reason {
		t.Errorf("broken off: got %q, %+v, %v", text.Body, text.Pages, err)
	}
	for name, tt := range map[string]struct{ data, want string }{
		"deep":         {`{\rtf1` + strings.Repeat("{", 200), "its groups are nested too deeply: save it anew as PDF"},
		"nothing":      {`{\rtf1`, errRTFBroken.Reason},
		"a long \\bin": {`{\rtf1{\pict\bin2147483647 x}}`, errRTFBroken.Reason},
	} {
		_, err := readRTF(t, tt.data)
		if got := fmt.Sprint(err); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
	limits := corpus.DefaultLimits()
	limits.TextBytes = 100
	data := `{\rtf1` + strings.Repeat(`{\*\footnote x}`, 1000) + `}`
	text, err = ReadRTF(strings.NewReader(data), int64(len(data)), limits)
	if len(text.Body) > limits.TextBytes || err == nil && text.Pages[0].State != corpus.PageFailed {
		t.Errorf("too much text: got %d bytes, %v", len(text.Body), err)
	}
}

// convert has LibreOffice write a file of another format beside a copy of it.
func convert(t *testing.T, path, format string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	out, err := exec.Command(program, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", format, "--outdir", dir, path).CombinedOutput()
	written := filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"."+format)
	if _, missing := os.Stat(written); missing != nil {
		t.Skipf("LibreOffice did not write %s: %v\n%s", written, err, out)
	}
	return written
}

// TestRTFOfLibreOffice has LibreOffice save the reviews that are Word documents
// as rich text: what is read is the same, block by block.
func TestRTFOfLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("converting takes seconds")
	}
	reviews, err := filepath.Glob("../../corpus/demo/reviews/*/*.docx")
	if err != nil || len(reviews) == 0 {
		t.Fatalf("there are no Word documents among the reviews: %v", err)
	}
	for _, path := range reviews {
		want := outlineOf(t, ReadDOCX, path)
		if got := outlineOf(t, ReadRTF, convert(t, path, "rtf")); got != want || got == "" {
			t.Errorf("%s: got\n%s, want\n%s", path, got, want)
		}
	}
}

func outlineOf(t *testing.T, read reading, path string) string {
	t.Helper()
	return outline(readFile(t, read, path))
}

func readFile(t *testing.T, read reading, path string) corpus.Text {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := read(strings.NewReader(string(data)), int64(len(data)), corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// FuzzRTF asserts that whatever comes is a sound text within its limits, or an
// error that is the file's fault.
func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfHead + `{\footer a}\trowd\intbl{\listtext 1.}\cell b\cell\row{\*\footnote c}\u-10179\'41{\shptxt d\par}}`))
	f.Add([]byte(`{\rtf1{\stylesheet{\s1\sbasedon1 heading 1;}}\s1\par\page\par}`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, ReadRTF, data) })
}

// FuzzRTFWords asserts that the words of any text come back, however it is
// written, but for letters set apart, which make words, and joined ones, which are parted.
func FuzzRTFWords(f *testing.F) {
	f.Add("No plan was made", uint64(1))
	f.Add("the child’s café 😀 {a} \\b", uint64(77))
	f.Add("o a w a w", uint64(96))
	f.Add("ﬂat", uint64(108))
	f.Fuzz(func(t *testing.T, words string, how uint64) {
		words = corpus.CleanLine(corpus.PartLigatures(strings.Map(func(r rune) rune {
			if r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) {
				return -1
			}
			return r
		}, words)))
		together := func(word string) bool { return !corpus.IsSpacedLetter(word) }
		if list := strings.Fields(words); len(list) >= corpus.MinSpacedLetters && !slices.ContainsFunc(list, together) {
			return
		}
		text, err := readRTF(t, `{\rtf1\ansi `+writeRTF(words, how)+`\par}`)
		if err != nil {
			t.Fatal(err)
		}
		number := ""
		if len(text.Blocks) > 0 {
			number = text.Blocks[0].Number
		}
		if got := strings.TrimSpace(text.Body); number == "" && got != words {
			t.Errorf("got %q, want %q", got, words)
		}
	})
}

// writeRTF writes text in one of the ways of RTF for each character.
func writeRTF(text string, how uint64) string {
	var b strings.Builder
	for _, r := range text {
		how = how*6364136223846793005 + 1442695040888963407
		switch way := how >> 60; {
		case r < 0x80 && way < 3:
			fmt.Fprintf(&b, `\'%02x`, r)
		case strings.ContainsRune(`\{}`, r):
			b.WriteString(`\` + string(r))
		case r < 0x80 && way < 6:
			fmt.Fprintf(&b, `{\i %c}`, r)
		case r < 0x80:
			b.WriteRune(r)
		case r < 0x10000 && way < 8:
			fmt.Fprintf(&b, `\u%d ?`, int16(uint16(r)))
		case r < 0x10000:
			fmt.Fprintf(&b, `{\uc2\u%d\'3f?}`, r)
		default:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%d ?\u%d\'3f`, int16(uint16(0xd800+r>>10)), int16(uint16(0xdc00+r&0x3ff)))
		}
	}
	return b.String()
}
