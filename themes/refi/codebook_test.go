package refi

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"thematic/corpus"
	"thematic/themes"
)

func builtin(t testing.TB, name string) *themes.Codebook {
	t.Helper()
	c, err := themes.Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func written(t testing.TB, c *themes.Codebook) []byte {
	t.Helper()
	var b bytes.Buffer
	lost, err := WriteCodebook(&b, c, "thematic test")
	if err != nil || len(lost) == 0 {
		t.Fatalf("got %v, lost %q", err, lost)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	for _, name := range themes.BuiltinNames() {
		c := builtin(t, name)
		got, lost, err := ReadCodebook("x.qdc", bytes.NewReader(written(t, c)))
		if err != nil || len(lost) > 0 {
			t.Fatalf("%s: got %v, lost %q", name, err, lost)
		}
		byID := map[string]themes.Theme{}
		for _, theme := range got {
			byID[theme.ID] = theme
		}
		for _, want := range c.Themes {
			said := func(t themes.Theme) string {
				return fmt.Sprintf("%s|%s|%s|%v|%s|%q|%q", t.Label, t.Group, t.Colour, t.Headline, t.Definition, t.Include, t.Exclude)
			}
			if got, want := said(byID[want.ID]), said(want); got != want {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	c := builtin(t, "practice")
	if !bytes.Equal(written(t, c), written(t, c)) {
		t.Error("the same codebook was written in two ways")
	}
}

// TestValidBySchema holds what is written to the rules of the schema: order,
// attributes, identifiers, colours and no empty list.
func TestValidBySchema(t *testing.T) {
	for _, name := range themes.BuiltinNames() {
		if err := valid(written(t, builtin(t, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	const head = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0">`
	for _, bad := range []string{
		head + `<Codes/></CodeBook>`,
		head + `<Codes><Code guid="note_1" name="a" isCodable="true"/></Codes></CodeBook>`,
		head + `<Codes><Code guid="95062f28-d620-5600-94e7-b1177f872b23" name="a"/></Codes></CodeBook>`,
		head + `<Codes><Code guid="95062f28-d620-5600-94e7-b1177f872b23" name="a" isCodable="true"><Code guid="95062f28-d620-5600-94e7-b1177f872b24" name="b" isCodable="true"/><Description>late</Description></Code></Codes></CodeBook>`,
		head + `<Codes><Code guid="95062f28-d620-5600-94e7-b1177f872b23" name="a" isCodable="true"/></Codes><Sets/></CodeBook>`,
	} {
		if valid([]byte(bad)) == nil {
			t.Errorf("%s: got no fault", bad)
		}
	}
}

// schema says of each element which children it may have, in their order ("+"
// for at least one, "*" for any number, "?" for at most one), and which
// attributes, those with "!" required.
var schema = map[string]struct{ children, attributes string }{
	"CodeBook":    {"Codes,Sets?", "origin"},
	"Codes":       {"Code+", ""},
	"Code":        {"Description?,Code*", "guid!,name!,isCodable!,color"},
	"Description": {"", ""},
	"Sets":        {"Set+", ""},
	"Set":         {"Description?,MemberCode*", "guid!,name!"},
	"MemberCode":  {"", "guid!"},
}

var attributeForms = map[string]*regexp.Regexp{
	"guid":      regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
	"color":     regexp.MustCompile(`^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$`),
	"isCodable": regexp.MustCompile(`^(true|false)$`),
}

type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
}

func valid(data []byte) error {
	var root element
	if err := xml.Unmarshal(data, &root); err != nil {
		return err
	}
	return root.valid(map[string]bool{})
}

// valid holds an element to the schema; codes are the identifiers of those before it.
func (e element) valid(codes map[string]bool) error {
	rule, ok := schema[e.XMLName.Local]
	if !ok || e.XMLName.Space != codebookSpace {
		return fmt.Errorf("%v is no element of the schema", e.XMLName)
	}
	model := "^" + strings.NewReplacer(",", "", "+", "+", "*", "*").Replace(
		regexp.MustCompile(`([A-Za-z]+)`).ReplaceAllString(rule.children, "(?:<$1>)")) + "$"
	var names strings.Builder
	for _, c := range e.Children {
		fmt.Fprintf(&names, "<%s>", c.XMLName.Local)
	}
	if !regexp.MustCompile(model).MatchString(names.String()) {
		return fmt.Errorf("%s holds %s, the schema wants %s", e.XMLName.Local, names.String(), rule.children)
	}
	given := map[string]bool{}
	for _, a := range e.Attrs {
		if a.Name.Local == "xmlns" {
			continue
		}
		given[a.Name.Local] = true
		if form := attributeForms[a.Name.Local]; form != nil && !form.MatchString(a.Value) {
			return fmt.Errorf("%s=%q", a.Name.Local, a.Value)
		}
		if e.XMLName.Local == "Code" && a.Name.Local == "guid" {
			if codes[a.Value] {
				return fmt.Errorf("two codes are %s", a.Value)
			}
			codes[a.Value] = true
		}
	}
	for _, a := range strings.Split(rule.attributes, ",") {
		name, required := strings.CutSuffix(a, "!")
		if required && !given[name] {
			return fmt.Errorf("%s has no %s", e.XMLName.Local, name)
		}
		delete(given, name)
	}
	if len(given) > 0 {
		return fmt.Errorf("%s has the attributes %v", e.XMLName.Local, given)
	}
	for _, c := range e.Children {
		if err := c.valid(codes); err != nil {
			return err
		}
	}
	return nil
}

// TestPublishedSchema asks a validator with the published schema, where both are
// at hand.
func TestPublishedSchema(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "reference", "refi")
	check := filepath.Join(dir, "xsdlite.py")
	if _, err := os.Stat(check); err != nil {
		t.Skip("no published schema beside the project")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	for _, name := range themes.BuiltinNames() {
		path := filepath.Join(t.TempDir(), name+".qdc")
		if err := os.WriteFile(path, written(t, builtin(t, name)), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, "-c", "import sys; sys.path.insert(0,sys.argv[1]); import xsdlite; e=xsdlite.validate(sys.argv[2],sys.argv[3]); print(e); sys.exit(len(e)>0)",
			dir, filepath.Join(dir, "openqda-Codebook.xsd"), path).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// inUTF16 is a text in UTF-16 with its mark.
func inUTF16(order binary.AppendByteOrder, text string) string {
	data := order.AppendUint16(nil, 0xfeff)
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return string(data)
}

func TestReadForeign(t *testing.T) {
	const space = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0">`
	for _, test := range []struct{ name, in, want string }{
		{"nested", space + `<Codes><Code guid="{95062F28-D620-5600-94E7-B1177F872B23}" name="Practice" isCodable="true" color="#abc"><Code guid="1" name=" Risk " isCodable="true"/></Code></Codes></CodeBook>`,
			"Practice||#aabbcc Risk|Practice|"},
		{"groups in one another", space + `<Codes><Code guid="1" name="A" isCodable="false"><Code guid="2" name="B" isCodable="false"><Code guid="3" name="c" isCodable="true"/></Code></Code></Codes></CodeBook>`, "c|A / B|"},
		{"not codable, and holds none", space + `<Codes><Code guid="1" name="a" isCodable="false"><Description>Said of it</Description></Code></Codes></CodeBook>`, "a||"},
		{"half a unit at the end", inUTF16(binary.LittleEndian, space+`<Codes><Code guid="1" name="a" isCodable="true"/></Codes></CodeBook>`) + " ", "a||"},
		{"byte order mark and a declared code page", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + space + `<Codes><Code guid="1" name="é" isCodable="true"/></Codes></CodeBook>`, "é||"},
		{"UTF-16, the small end first", inUTF16(binary.LittleEndian, `<?xml version="1.0" encoding="utf-16"?>`+space+`<Codes><Code guid="1" name="é📌" isCodable="true"/></Codes></CodeBook>`), "é📌||"},
		{"UTF-16, the big end first", inUTF16(binary.BigEndian, space+`<Codes><Code guid="1" name="é📌" isCodable="true"/></Codes></CodeBook>`), "é📌||"},
		{"another version", `<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes><Code guid="1" name="a" isCodable="true"/></Codes></CodeBook>`, "a||"},
	} {
		got, lost, err := ReadCodebook("x.qdc", strings.NewReader(test.in))
		if err != nil || (len(lost) > 0) != (test.name == "another version") {
			t.Errorf("%s: %v, lost %q", test.name, err, lost)
			continue
		}
		var said []string
		for _, theme := range got {
			said = append(said, theme.Label+"|"+theme.Group+"|"+theme.Colour)
		}
		if strings.Join(said, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.name, said, test.want)
		}
	}
	got, lost, err := ReadCodebook("x.qdc", strings.NewReader(space+`<Codes><Code guid="1" name="a" isCodable="true"/></Codes><Sets><Set guid="2" name="Mine"><MemberCode guid="1"/></Set></Sets></CodeBook>`))
	if err != nil || len(lost) != 1 || !strings.Contains(lost[0], `"Mine"`) || got[0].Headline {
		t.Errorf("got %+v and %v, lost %q, want the set named and no headline", got, err, lost)
	}
	_, lost, err = ReadCodebook("x.qdc", strings.NewReader(space+`<Codes><Code guid="1" name="Group" isCodable="false"><Description>Said of it</Description><Code guid="2" name="a" isCodable="true"/></Code></Codes></CodeBook>`))
	if err != nil || len(lost) != 1 || !strings.Contains(lost[0], `the description of the group "Group"`) {
		t.Errorf("got %v, lost %q, want the description of the group named", err, lost)
	}
}

// TestReadSetsAsProjectsWriteThem: the headline themes are those of their set, whichever
// attribute names a code there.
func TestReadSetsAsProjectsWriteThem(t *testing.T) {
	for _, attribute := range []string{"guid", "targetGUID"} {
		got, lost, err := ReadCodebook("x.qdc", strings.NewReader(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="a" isCodable="true"/><Code guid="2" name="b" isCodable="true"/></Codes>`+
			`<Sets><Set guid="3" name="Headline themes"><MemberCode `+attribute+`="{2}"/></Set></Sets></CodeBook>`))
		if err != nil || len(lost) > 0 || got[0].Headline || !got[1].Headline {
			t.Errorf("%s: got %+v and %v, lost %q", attribute, got, err, lost)
		}
	}
}

// TestLossesAreCounted: of many the first are told one by one, and how many more there are.
func TestLossesAreCounted(t *testing.T) {
	var codes strings.Builder
	for i := range mostSaid + 7 {
		fmt.Fprintf(&codes, `<Code guid="g%d" name="Group %d" isCodable="false"><Description>Said of it</Description><Code guid="%d" name="a" isCodable="true"/></Code>`, i, i, i)
	}
	got, lost, err := ReadCodebook("x.qdc", strings.NewReader(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>`+codes.String()+`</Codes></CodeBook>`))
	if err != nil || len(got) != mostSaid+7 || len(lost) != mostSaid+1 || lost[mostSaid] != "and 7 more" {
		t.Errorf("got %d themes and %v, lost %q", len(got), err, lost)
	}
}

// TestReadDescription takes a description apart, however a program has set its lines.
func TestReadDescription(t *testing.T) {
	const description = "What it\r\n  is.\r\n\r\n  Include: this\r\nExclude: that\r\n Theme id: risk"
	got, lost, err := ReadCodebook("x.qdc", strings.NewReader(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Risk" isCodable="true"><Description>`+
		strings.ReplaceAll(description, "\r", "&#13;")+`</Description><Code guid="2" name="b" isCodable="true"/></Code></Codes></CodeBook>`))
	if err != nil || len(lost) > 0 {
		t.Fatalf("got %v, lost %q", err, lost)
	}
	want := themes.Theme{ID: "risk", Label: "Risk", Definition: "What it is.", Include: []string{"this"}, Exclude: []string{"that"}}
	if !reflect.DeepEqual(got[0], want) {
		t.Errorf("got %+v, want %+v", got[0], want)
	}
}

// TestWriteUnprintable: what XML cannot hold is left out of a name.
func TestWriteUnprintable(t *testing.T) {
	c := &themes.Codebook{Name: "x", Themes: []themes.Theme{{ID: "a", Label: "Seen\x07\ufffe\uffff\tlate"}}}
	got, _, err := ReadCodebook("x.qdc", bytes.NewReader(written(t, c)))
	if err != nil || got[0].Label != "Seen late" {
		t.Errorf("got %+v and %v, want Seen late", got, err)
	}
}

// TestGUID: a thing has the identifier that it had in earlier files, a UUID of version 5.
func TestGUID(t *testing.T) {
	if got, want := guid("theme", "practice", "assessment_risk"), "057798b7-8363-5217-a2ae-064b961d87e2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	const space = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>`
	deep := space + strings.Repeat(`<Code guid="1" name="a" isCodable="true">`, 5000)
	many := space + strings.Repeat(`<Code guid="1" name="a" isCodable="true"/>`, maxElements) + "</Codes></CodeBook>"
	for _, test := range []struct{ name, in, want string }{
		{"document type", `<!DOCTYPE lolz [<!ENTITY lol "lol">]>` + space + `</Codes></CodeBook>`, "document type"},
		{"document type inside", space + `<!DOCTYPE x></Codes></CodeBook>`, "document type"},
		{"deep", deep, "deep"},
		{"many", many, "elements"},
		{"large", space + strings.Repeat(" ", maxBytes), "larger"},
		{"another root", `<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>`, "root is Project"},
		{"a root of another space", `<CodeBook xmlns="urn:other"/>`, "root is CodeBook"},
		{"another root of the space", `<Codes xmlns="urn:QDA-XML:codebook:1.0"/>`, "root is Codes"},
		{"empty", "", "no element"},
		{"cut off", space, "not XML"},
		{"unknown entity", space + `<Code guid="1" name="&lol;" isCodable="true"/></Codes></CodeBook>`, "not XML"},
		{"no code", space + `</Codes></CodeBook>`, "no code"},
	} {
		_, _, err := ReadCodebook("x.qdc", strings.NewReader(test.in))
		var input *corpus.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q in it", test.name, err, test.want)
		}
	}
}

// FuzzReadCodebook asserts that what is read can be written and read again.
func FuzzReadCodebook(f *testing.F) {
	f.Add(written(f, builtin(f, "adults")))
	f.Add([]byte(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="a" isCodable="false"><Code guid="2" name="b" isCodable="1"/></Code></Codes></CodeBook>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, _, err := ReadCodebook("x.qdc", bytes.NewReader(data))
		if err != nil {
			return
		}
		for i := range got {
			got[i].ID = fmt.Sprintf("t%d", i)
		}
		var b bytes.Buffer
		if _, err := WriteCodebook(&b, &themes.Codebook{Name: "x", Themes: got}, "test"); err != nil {
			t.Fatal(err)
		}
		again, _, err := ReadCodebook("x.qdc", &b)
		if err != nil || len(again) != len(got) {
			t.Errorf("got %d themes and %v, want %d", len(again), err, len(got))
		}
	})
}
