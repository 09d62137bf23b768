package refi

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
)

// archived is an archive of names and contents in turn.
func archived(t testing.TB, entries ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		e, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const projectHead = `<Project xmlns="urn:QDA-XML:project:1.0" name="x">`

// foreign is a project with one code, called Risk, and a source.
func foreign(source string) string {
	return projectHead + `<Users><User guid="{AAAAAAAA-0000-0000-0000-000000000001}" name="K Lee"/></Users>` +
		`<CodeBook><Codes><Code guid="BBBBBBBB-0000-0000-0000-000000000001" name="Risk" isCodable="true"/></Codes></CodeBook>` +
		`<Sources>` + source + `</Sources></Project>`
}

// selected is a selection with the code.
func selected(name string, start, end int) string {
	return fmt.Sprintf(`<PlainTextSelection guid="c" name="%s" startPosition="%d" endPosition="%d">`+
		`<Coding guid="d" creatingUser="aaaaaaaa-0000-0000-0000-000000000001"><CodeRef targetGUID="{bbbbbbbb-0000-0000-0000-000000000001}"/></Coding></PlainTextSelection>`, name, start, end)
}

func TestReadProjectForeign(t *testing.T) {
	text := func(selections string) string {
		return foreign(`<TextSource guid="e" name="a.txt" plainTextPath="internal://E.txt">` + selections + `</TextSource>`)
	}
	for _, test := range []struct{ name, qde, file, txt, want string }{
		{"as the standard has it", text(selected("risk 📌", 2, 8)), "sources/E.txt", "a risk 📌 b", "risk 📌"},
		{"beside the project", text(selected("risk", 2, 6)), "E.txt", "a risk b", "risk"},
		{"capitals", text(selected("risk", 2, 6)), "Sources/e.TXT", "a risk b", "risk"},
		{"backslash", text(selected("risk", 2, 6)), `sources\E.txt`, "a risk b", "risk"},
		{"units of UTF-16", text(selected("risk", 3, 7)), "sources/E.txt", "📌 risk b", "risk"},
		{"bytes", text(selected("risk", 5, 9)), "sources/E.txt", "📌 risk b", "risk"},
		{"the end is the last character", text(selected("risk", 2, 5)), "sources/E.txt", "a risk b", "risk"},
		{"CR and LF as one", text(selected("risk", 2, 6)), "sources/E.txt", "a\r\nrisk b", "risk"},
		{"LF as two", text(selected("risk", 3, 7)), "sources/E.txt", "a\nrisk b", "risk"},
		{"CR alone", text(selected("risk", 2, 6)), "sources/E.txt", "a\rrisk b", "risk"},
		{"byte order mark", text(selected("risk", 2, 6)), "sources/E.txt", "\ufeffa risk b", "risk"},
		{"cut name", text(selected("a very…", 2, 13)), "sources/E.txt", "1 a very risky b", "a very risk"},
		{"cut name, units of UTF-16", text(selected("a very…", 3, 14)), "sources/E.txt", "📌 a very risky b", "a very risk"},
		{"name of a line", text(selected("line:1", 2, 6)), "sources/E.txt", "a risk b", "risk"},
		{"another version", strings.Replace(text(selected("risk", 2, 6)), "project:1.0", "project:1:0", 1), "sources/E.txt", "a risk b", "risk"},
		{"below the PDF", foreign(`<PDFSource guid="e" name="a.pdf"><Representation guid="f" plainTextPath="internal://E.txt"/>` + selected("risk", 2, 6) + `</PDFSource>`), "sources/E.txt", "a risk b", "risk"},
		{"in the project", foreign(`<TextSource guid="e" name="a.txt"><PlainTextContent>a risk b</PlainTextContent>` + selected("risk", 2, 6) + `</TextSource>`), "sources/none.txt", "", "risk"},
	} {
		p, _ := unpacked(t, archived(t, "Trial.qde", test.qde, test.file, test.txt))
		if len(p.Sources) != 1 || len(p.Sources[0].Selections) != 1 {
			t.Errorf("%s: got %+v, want one passage", test.name, p.Sources)
			continue
		}
		s := p.Sources[0]
		if got := s.Text[s.Selections[0].Span.Start:s.Selections[0].Span.End]; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if got, want := s.Selections[0].Codings, []Coding{{Theme: "Risk", Coder: "K Lee"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", test.name, got, want)
		}
	}
}

// TestReadProjectLost: what cannot be kept is told.
func TestReadProjectLost(t *testing.T) {
	code := `<Coding guid="d"><CodeRef targetGUID="bbbbbbbb-0000-0000-0000-000000000001"/></Coding>`
	inline := func(inside string) string {
		return `<TextSource guid="e" name="a.txt"><PlainTextContent>a risk b</PlainTextContent>` + inside + `</TextSource>`
	}
	for _, test := range []struct{ name, source, want string }{
		{"picture", `<PictureSource guid="e" name="a.png"/>`, "1 × picture"},
		{"sound", `<AudioSource guid="e" name="a.mp3"/>`, "1 × sound"},
		{"no text", `<PictureSource guid="e" name="a.png"/>`, "everything"},
		{"film", `<VideoSource guid="e" name="a.mp4"/>`, "1 × film"},
		{"area of a page", `<PDFSource guid="e" name="a.pdf"><PDFSelection guid="f" page="0" firstX="0" firstY="0" secondX="9" secondY="9">` + code + `</PDFSelection></PDFSource>`, "1 × area"},
		{"memo", inline(`<PlainTextSelection guid="c" startPosition="2" endPosition="6"><Description>see</Description></PlainTextSelection>`), "1 × passage without a code"},
		{"behind the end", inline(selected("risk", 20, 60)), "from 20 to 60"},
		{"empty", inline(selected("risk", 2, 2)), "from 2 to 2"},
		{"before the start", inline(selected("risk", -2, 2)), "from -2 to 2"},
		{"unknown code", inline(strings.ReplaceAll(selected("risk", 2, 6), "bbbbbbbb", "cccccccc")), "1 × coding whose code"},
		{"outside", `<TextSource guid="e" name="a.txt" plainTextPath="absolute:///etc/passwd"/>`, "outside the project"},
		{"not there", `<TextSource guid="e" name="a.txt" plainTextPath="internal://../E.txt"/>`, "not in the archive"},
		{"word processor", `<TextSource guid="e" name="a.docx" richTextPath="internal://E.docx"/>`, "word processor"},
		{"passage without its text", `<PDFSource guid="e" name="a.pdf">` + selected("risk", 2, 6) + `</PDFSource>`, "1 × passage of a text that is not there"},
		{"two cases", inline(selected("risk", 2, 6)) + `</Sources><Cases><Case guid="f" name="A"><SourceRef targetGUID="e"/></Case><Case guid="9" name="B"><SourceRef targetGUID="{E}"/></Case></Cases><Sources>`, "1 × case of a source"},
		{"code of a case", `</Sources><Cases><Case guid="f" name="A"><CodeRef targetGUID="d"/></Case></Cases><Sources>`, "1 × code of a whole case"},
		{"passage of a case", `</Sources><Cases><Case guid="f" name="A"><SelectionRef targetGUID="d"/></Case></Cases><Sources>`, "1 × passage that a case names"},
		{"coded note", `</Sources><Notes><Note guid="n">` + code + `</Note></Notes><Sources>`, "1 × note with codings"},
	} {
		p, lost := unpacked(t, archived(t, "project.qde", foreign(test.source)))
		if got := strings.Join(lost, "\n"); !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q in it", test.name, got, test.want)
		}
		for _, s := range p.Sources {
			for _, c := range s.Whole {
				if c.Theme != "Risk" {
					t.Errorf("%s: got a coding with the theme %q", test.name, c.Theme)
				}
			}
			if test.name == "unknown code" && len(s.Selections) > 0 {
				t.Errorf("%s: got %+v, want no passage", test.name, s.Selections)
			}
		}
	}
}

// TestCodesOutliveTheirPlace: a coding whose passage is not found still says that
// the theme is in the text.
func TestCodesOutliveTheirPlace(t *testing.T) {
	const coded = `<Coding guid="d" creatingUser="AAAAAAAA-0000-0000-0000-000000000001"><CodeRef targetGUID="bbbbbbbb-0000-0000-0000-000000000001"/></Coding>`
	for _, source := range []string{
		`<PDFSource guid="e" name="a.pdf">` + selected("risk", 2, 6) + `</PDFSource>`,
		`<PDFSource guid="e" name="a.pdf"><PDFSelection guid="f" page="0">` + coded + `</PDFSelection></PDFSource>`,
		`<TextSource guid="e" name="a.docx" richTextPath="internal://E.docx">` + selected("risk", 2, 6) + `</TextSource>`,
		`<TextSource guid="e" name="a.txt"><PlainTextContent>a</PlainTextContent>` + selected("risk", 2, 6) + `</TextSource>`,
	} {
		p, _ := unpacked(t, archived(t, "project.qde", foreign(source)))
		if got, want := p.Sources[0].Whole, []Coding{{Theme: "Risk", Coder: "K Lee"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", source, got, want)
		}
		if got, want := p.Coders(), []string{"K Lee"}; !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestSensesSurviveOtherPrograms: a code of a sense is known by its description or its
// name, below its theme or beside it, and what was put below it is a code of its own.
func TestSensesSurviveOtherPrograms(t *testing.T) {
	const description = "<Description>Sense: good practice</Description>"
	project := func(codes string) string {
		source := `<TextSource guid="e" name="a.txt"><PlainTextContent>a risk b</PlainTextContent>`
		for i, target := range []string{"c2", "c3"} {
			source += fmt.Sprintf(`<PlainTextSelection guid="s%d" startPosition="2" endPosition="6"><Coding guid="d%d"><CodeRef targetGUID="%s"/></Coding></PlainTextSelection>`, i, i, target)
		}
		return projectHead + "<CodeBook><Codes>" + codes + "</Codes></CodeBook><Sources>" + source + "</TextSource></Sources></Project>"
	}
	open := func(guid, name string) string {
		return fmt.Sprintf(`<Code guid="%s" name="%s" isCodable="true">`, guid, name)
	}
	own := open("c3", "Mine") + "</Code>"
	for name, codes := range map[string]string{
		"as written":             open("c1", "Risk") + open("c2", "Risk (good practice)") + description + "</Code></Code>" + own,
		"renamed":                open("c1", "Risk") + open("c2", "Praise") + description + "</Code></Code>" + own,
		"theme renamed":          open("c1", "Risk!") + open("c2", "Risk (good practice)") + description + "</Code></Code>" + own,
		"without descriptions":   open("c1", "Risk") + open("c2", "Risk (good practice)") + "</Code></Code>" + own,
		"flat, another order":    own + open("c2", "Risk (good practice)") + "</Code>" + open("c1", "Risk") + "</Code>",
		"below a group":          open("g", "Group") + open("c1", "Risk") + "</Code></Code>" + open("c2", "Risk (good practice)") + "</Code>" + own,
		"with a code put below":  open("c1", "Risk") + open("c2", "Risk (good practice)") + description + own + "</Code></Code>",
		"two themes of one name": open("c1", "Risk") + open("c2", "Risk (good practice)") + "</Code></Code>" + open("c4", "Risk") + "</Code>" + own,
	} {
		p, lost := unpacked(t, archived(t, "project.qde", project(codes)))
		if len(p.Sources[0].Selections) != 2 {
			t.Errorf("%s: got %+v, and lost %q, want two passages", name, p.Sources, lost)
			continue
		}
		got := []Coding{p.Sources[0].Selections[0].Codings[0], p.Sources[0].Selections[1].Codings[0]}
		theme := "Risk"
		if name == "theme renamed" {
			theme = "Risk!"
		}
		if want := []Coding{{Theme: theme, Sense: GoodPractice}, {Theme: "Mine"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
	for _, tt := range []struct{ name, codes, want string }{
		{"without its theme", open("c2", "Risk (good practice)") + "</Code>", "Risk (good practice)"},
		{"beside two themes of its name", open("c1", "Risk") + "</Code>" + open("c4", "Risk") + "</Code>" + open("c2", "Risk (good practice)") + "</Code>", "Risk (good practice)"},
		{"below another theme", open("c1", "Risk") + open("c2", "Harm (good practice)") + "</Code></Code>", "Harm (good practice)"},
		{"called like the theme above it", open("c1", "Risk") + open("c2", "Risk") + "</Code></Code>", "Risk (2)"},
	} {
		p, _ := unpacked(t, archived(t, "project.qde", project(tt.codes+own)))
		if got, want := p.Sources[0].Selections[0].Codings[0], (Coding{Theme: tt.want}); got != want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, want)
		}
		if got := p.Coders(); len(got) > 0 {
			t.Errorf("%s: got the coders %q, want none", tt.name, got)
		}
	}
}

// TestReadProjectOrders: sources are in the order of their names, which are no two
// alike, and passages in that of their places.
func TestReadProjectOrders(t *testing.T) {
	source := func(guid, name string) string {
		return `<TextSource guid="` + guid + `" name="` + name + `"><PlainTextContent>a risk b risk</PlainTextContent>` +
			selected("risk", 9, 13) + selected("risk", 2, 6) + `</TextSource>`
	}
	p, lost := unpacked(t, archived(t, "project.qde", foreign(source("1", "b")+source("2", "a")+source("3", "a")+source("4", "a"))))
	var names []string
	for _, s := range p.Sources {
		names = append(names, s.Name)
		if got := s.Selections; len(got) != 2 || got[0].Span.Start != 2 || got[1].Span.Start != 9 {
			t.Errorf("%s: got %+v, want passages at 2 and 9", s.Name, got)
		}
	}
	if want := []string{"a", "a (2)", "a (3)", "b"}; !reflect.DeepEqual(names, want) || len(lost) > 0 {
		t.Errorf("got %q, lost %q, want %q", names, lost, want)
	}
}

// TestReadMinimal reads a project of the published standard's kind.
func TestReadMinimal(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "reference", "refi", "minimal.qdpx"))
	if err != nil {
		t.Skip("no example beside the project")
	}
	p, lost := unpacked(t, data)
	var got []string
	for _, s := range p.Sources {
		for _, sel := range s.Selections {
			got = append(got, fmt.Sprintf("%s p%d %s: %s", s.Name, sel.Page, sel.Codings[0].Theme, s.Text[sel.Span.Start:sel.Span.End]))
		}
	}
	want := []string{
		"review-001.pdf p1 Information sharing: did not share information with the school",
		"review-001.pdf p2 Professional curiosity: curiosity 📌 was limited",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if c := p.Cases[0]; c.Area != "Northshire" || c.Year != 2019 || !reflect.DeepEqual(c.Sources, []string{"review-001.pdf"}) {
		t.Errorf("got %+v", c)
	}
	if len(lost) != 1 { // a set of codes
		t.Errorf("lost %q", lost)
	}
}

func TestReadProjectRefusesAPassword(t *testing.T) {
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	if _, err := w.CreateHeader(&zip.FileHeader{Name: "a.qde", Flags: 1}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, _, err := ReadProject("x.qdpx", bytes.NewReader(data.Bytes()), int64(data.Len()))
	if err == nil || !strings.Contains(err.Error(), "encrypted: write the project without a password") {
		t.Errorf("got %v, want that it is encrypted", err)
	}
}

func TestReadProjectHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	sound := foreign(`<TextSource guid="e" name="a.txt" plainTextPath="internal://E.txt"/>`)
	deep := projectHead + `<CodeBook><Codes>` + strings.Repeat(`<Code guid="1" name="a" isCodable="true">`, 2000) + strings.Repeat(`</Code>`, 2000) + `</Codes></CodeBook></Project>`
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"no archive", []byte("x"), "not a zip archive"},
		{"no project", archived(t, "sources/a.txt", "a"), "no project"},
		{"two projects", archived(t, "a.qde", sound, "b.qde", sound), "two projects"},
		{"two alike", archived(t, "a.qde", sound, "sources/a.txt", "1", "Sources/A.txt", "2"), "two of its entries"},
		{"out of the archive", archived(t, "a.qde", sound, "sources/../../a.txt", "a"), "leads out"},
		{"out by a backslash", archived(t, "a.qde", sound, `..\a.txt`, "a"), "leads out"},
		{"absolute", archived(t, "a.qde", sound, "/etc/a.txt", "a"), "leads out"},
		{"drive", archived(t, "a.qde", sound, `C:\a.txt`, "a"), "leads out"},
		{"document type", archived(t, "a.qde", `<!DOCTYPE x [<!ENTITY y "z">]>`+sound), "document type"},
		{"2,000 codes in one another", archived(t, "a.qde", deep), "deep"},
		{"codebook", archived(t, "a.qde", `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>`), "root is CodeBook"},
		{"cut off", archived(t, "a.qde", sound[:len(sound)-4]), "not XML"},
		{"shared bytes", overlapping(t, sound), "share bytes"},
		{"many codes", archived(t, "a.qde", projectHead+`<CodeBook><Codes><Code guid="1" name="a">`+strings.Repeat(`<Code guid="1" name="a" isCodable="true"/>`, maxCodes)+`</Code></Codes></CodeBook></Project>`), "more than 50000 codes"},
		{"many entries", manyEntries(t, sound), "more than 50000 entries"},
		{"more than 4 GB", zip64(t, sound), "more than 4 GB"},
		{"a list of more than 4 GB", patched(archived(t, "a.qde", sound), -10, "\xff\xff\xff\xff"), "more than 4 GB"},
		{"65,535 entries", patched(archived(t, "a.qde", sound), -12, "\xff\xff"), "more than 4 GB or 65,535"},
		{"a long list", patched(archived(t, "a.qde", sound), -10, "\x01\x00\x00\x01"), "list of entries is longer than 16 MB"},
		{"a list far from its end", append(make([]byte, maxDirectory+1<<17), archived(t, "a.qde", sound)...), "list of entries is longer than 16 MB"},
		{"a list that does not begin", patched(archived(t, "a.qde", sound), -22-len("a.qde")-46, "XX"), "not a whole zip archive"},
		{"an entry that does not begin", patched(archived(t, "a.qde", sound), 0, "XX"), "is damaged"},
		{"an entry larger than the archive", patched(archived(t, "a.qde", sound), -22-len("a.qde")-46+20, "\xff\xff\xff\x7f"), "is damaged"},
		{"many elements", archived(t, "a.qde", projectHead+`<Notes>`+strings.Repeat(`<Note/>`, 1_000_000)+`</Notes></Project>`), "more than 1000000 elements"},
		{"bomb", archived(t, "a.qde", projectHead+strings.Repeat(" ", maxProjectBytes)), "larger than"},
	} {
		_, _, err := ReadProject("x.qdpx", bytes.NewReader(test.data), int64(len(test.data)))
		var input *corpus.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q in it", test.name, err, test.want)
		}
	}
	bomb := archived(t, "a.qde", sound, "sources/E.txt", strings.Repeat("a", maxText+1))
	if p, lost := unpacked(t, bomb); len(p.Sources) != 1 || p.Sources[0].Text != "" || len(lost) != 1 {
		t.Errorf("got %d sources and lost %q, want the text left out", len(p.Sources), lost)
	}
}

// TestReadProjectOtherEntries: a project in a folder is no other, and entries may be
// listed in another order than they lie in.
func TestReadProjectOtherEntries(t *testing.T) {
	qde := foreign(`<TextSource guid="e" name="a.txt" plainTextPath="internal://b.txt"/>`)
	for name, data := range map[string][]byte{
		"a project in a folder": archived(t, "a.qde", qde, "old/a.qde", "x", "b.txt", "text"),
		"another order":         swapped(archived(t, "a.qde", qde, "b.txt", "text")),
	} {
		if p, lost := unpacked(t, data); len(lost) > 0 || p.Sources[0].Text != "text" {
			t.Errorf("%s: got %+v, lost %q", name, p.Sources, lost)
		}
	}
}

// swapped is an archive of two entries with names of five letters, listed the other way
// round.
func swapped(data []byte) []byte {
	const record = 46 + 5
	list := data[len(data)-endSize-2*record : len(data)-endSize]
	copy(list, append(append([]byte(nil), list[record:]...), list[:record]...))
	return data
}

// patched is data with other bytes at a place, counted from the end where it is negative.
func patched(data []byte, at int, with string) []byte {
	if at < 0 {
		at += len(data)
	}
	copy(data[at:], with)
	return data
}

// TestReadProjectDamagedText: a text that does not come out whole is told, and so are
// those behind the most that is unpacked of all texts.
func TestReadProjectDamagedText(t *testing.T) {
	qde := foreign(`<TextSource guid="e" name="a.txt" plainTextPath="internal://b.txt"/>`)
	sound := archived(t, "a.qde", qde, "b.txt", strings.Repeat("a risk b ", 100))
	text := bytes.LastIndex(sound[:bytes.LastIndex(sound, []byte("b.txt"))], []byte("b.txt")) + 5
	method := len(sound) - endSize - 5 - 46 + 10
	for want, data := range map[string][]byte{
		"it is damaged":         patched(bytes.Clone(sound), text+4, "XXXX"),
		"it cannot be unpacked": patched(bytes.Clone(sound), method, "\x63"),
	} {
		if p, lost := unpacked(t, data); len(lost) != 1 || !strings.Contains(lost[0], want) || p.Sources[0].Text != "" {
			t.Errorf("got %+v, lost %q, want %q", p.Sources, lost, want)
		}
	}
	a, err := openArchive(bytes.NewReader(sound), int64(len(sound)))
	if err != nil {
		t.Fatal(err)
	}
	a.left = 1000 // of two times 900
	if _, err := a.text("internal://b.txt"); err != nil {
		t.Error(err)
	}
	if _, err := a.text("internal://b.txt"); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("got %v, want that all texts are too large", err)
	}
}

// manyEntries is an archive with one entry more than is read.
func manyEntries(t testing.TB, qde string) []byte {
	entries := []string{"a.qde", qde}
	for i := range maxEntries {
		entries = append(entries, fmt.Sprint(i), "")
	}
	return archived(t, entries...)
}

// TestReadProjectBounded reads what would take a thousand times its size if names
// and notes were put together for each that has them.
func TestReadProjectBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	long := strings.Repeat("a", 4<<20)
	note := `<NoteRef targetGUID="n"/>`
	qde := projectHead + `<CodeBook><Codes><Code guid="1" name="` + long + `"><Code guid="2" name="b">` +
		strings.Repeat(`<Code guid="3" name="c" isCodable="true"/>`, 20_000) + `</Code></Code></Codes></CodeBook>` +
		`<Sources><TextSource guid="e" name="a.txt"><PlainTextContent>a</PlainTextContent>` +
		strings.Repeat(`<Coding guid="d"><CodeRef targetGUID="3"/>`+strings.Repeat(note, 20)+`</Coding>`, 10_000) +
		`</TextSource></Sources><Notes><Note guid="n"><PlainTextContent>` + long + `</PlainTextContent></Note></Notes></Project>`
	p, lost := unpacked(t, archived(t, "a.qde", qde))
	if got, want := len(p.Sources[0].Whole), 10_000; got != want {
		t.Errorf("got %d codings, want %d", got, want)
	}
	for _, want := range []string{"190000 × note of a coding that has one already", "what is longer than 1000 bytes of the name of a group"} {
		if got := strings.Join(lost, "; "); !strings.Contains(got, want) {
			t.Errorf("got %s, want %s in it", got, want)
		}
	}
	if got, want := len(p.Themes[0].Group), longestGroup; got != want {
		t.Errorf("got a group with a name of %d bytes, want %d", got, want)
	}
}

// overlapping is an archive whose second entry points at the first.
func overlapping(t testing.TB, qde string) []byte {
	data := archived(t, "a.qde", qde, "sources/E.txt", "text")
	// The offset of the entry's own header is the last number of its record in
	// the directory, before its name.
	at := bytes.LastIndex(data, []byte("sources/E.txt"))
	binary.LittleEndian.PutUint32(data[at-4:], 0)
	return data
}

// zip64 is an archive that says its list of entries is elsewhere.
func zip64(t testing.TB, qde string) []byte {
	data := archived(t, "a.qde", qde)
	binary.LittleEndian.PutUint32(data[len(data)-6:], 0xffffffff)
	return data
}

// FuzzReadProject asserts that what is read is written and read again the same,
// no passage or coding lost.
func FuzzReadProject(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 5 {
		p := randomProject(r)
		f.Add(entry(f, packed(f, p), projectFile), []byte("a risk b"))
	}
	f.Add([]byte(foreign(`<TextSource guid="e" name="a.txt" plainTextPath="internal://E.txt">`+selected("risk", 2, 6)+`</TextSource>`)), []byte("a\r\nrisk \xff b"))
	f.Fuzz(func(t *testing.T, qde, text []byte) {
		readAgain(t, archived(t, "project.qde", string(qde), "sources/E.txt", string(text)))
	})
}

// FuzzReadArchive asserts the same of an archive, and that what is refused is
// refused as a fault of the file.
func FuzzReadArchive(f *testing.F) {
	r := rand.New(rand.NewPCG(7, 8))
	f.Add(packed(f, randomProject(r)))
	f.Add(zip64(f, foreign("")))
	f.Add(overlapping(f, foreign("")))
	f.Fuzz(readAgain)
}

func readAgain(t *testing.T, data []byte) {
	first, _, err := ReadProject("x.qdpx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if input := new(corpus.InputError); !errors.As(err, &input) {
			t.Fatalf("got %v, want a fault of the file", err)
		}
		return
	}
	second, lost := unpacked(t, packed(t, first))
	if first.codings() != second.codings() {
		t.Fatalf("got %d codings, want %d; lost %q", second.codings(), first.codings(), lost)
	}
	if third, _ := unpacked(t, packed(t, second)); !reflect.DeepEqual(third, second) {
		t.Fatalf("got %+v\nwant %+v", third, second)
	}
}

// codings is how many there are.
func (p *Project) codings() int {
	n := 0
	for _, s := range p.Sources {
		n += len(s.Whole)
		for _, sel := range s.Selections {
			n += len(sel.Codings)
		}
	}
	return n
}
