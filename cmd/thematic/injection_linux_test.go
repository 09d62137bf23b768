package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Payloads are made of a start, by which a spreadsheet may be told that a formula
// follows, and a formula that would show, fetch or start something.
var (
	formulaStarts = []string{
		"=", "+", "-", "@", "=+", "@=", "\t=", "\r=", "\n=", "\v=", "\x00=", "＝", "＋", "－", "＠", "﹦", " =", "  +",
		"\u00a0=", "\u2003@", "\u3000=", "\u200b=", "\ufeff=", "\u202e=", "'=", "''=", " '=", "\"=", ",=", ";=",
	}
	formulas = []string{
		"1+1", "2+3+cmd|' /C calc'!A0", "cmd|' /C calc'!A0", `HYPERLINK("http://127.0.0.1:9/?x="&A1,"see here")`,
		`WEBSERVICE("http://127.0.0.1:9/x")`, `SUM(1,2)*cmd|'/C calc'!A0`, `DDE("soffice";"/etc/passwd";"A1")`,
		`IMPORTXML(CONCAT("http://127.0.0.1:9/?v=",A1),"//a")`, "A1", `'file:///etc/passwd'#$passwd.A1`,
		`MSEXCEL|'\..\..\..\Windows\System32\cmd.exe /c calc.exe'!''`, `REPT("ab",3)`, `INDIRECT("A"&1)`, "{1;2}",
		"1\",\"=1+1", "1+1\"\n\"=1+1\n=1+1", `1<script>alert("x")</script><img src=x onerror=alert(1)>&lt;`,
	}
)

func payloads() []string {
	var list []string
	for _, f := range formulas {
		for _, start := range formulaStarts {
			list = append(list, start+f)
		}
	}
	return list
}

// TestNoTextIsEvaluated puts payloads into everything of a report, of a codebook
// and of a person's decisions that comes into a table, and has LibreOffice open
// every table that the program writes.
func TestNoTextIsEvaluated(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute or two")
	}
	root := t.TempDir()
	all := payloads()
	if len(all) < 500 {
		t.Fatalf("only %d payloads", len(all))
	}
	writeHostileFolder(t, root, all)
	cmd := func(args ...string) []byte { return runHere(t, root, args...) }
	cmd("run", "reports", "--codebook", "hostile.yaml", "--include-kind", "all", "--quiet")
	editCases(t, filepath.Join(root, "thematic-out", "project", "cases.csv"), all)
	commentOn(t, root, all)
	cmd("decisions", "import", "comments.csv")
	cmd("run", "reports", "--codebook", "hostile.yaml", "--include-kind", "all", "--quiet")
	cmd("export", "datapackage", "-o", "exported")
	cmd("export", "xlsx", "-o", "exported.xlsx")
	cmd("sample", "-n", "100", "-o", "sample.xlsx")
	cmd("agree", filepath.Join("thematic-out", "coded.xlsx"), "sample.xlsx", "--csv", "agreement", "--xlsx", "agreement.xlsx")
	for name, args := range map[string][]string{
		"search.csv": {"search", "assessment", "--csv"}, "decisions.csv": {"decisions", "export"},
	} {
		writeAll(t, filepath.Join(root, name), cmd(args...))
	}
	cmd("codebook", "export", "hostile.yaml", "-o", "codebook.csv")

	tables, books := endingIn(t, root, ".csv"), endingIn(t, root, ".xlsx")
	tables = slices.DeleteFunc(tables, func(path string) bool { return filepath.Base(path) == "comments.csv" })
	if len(tables) < 30 || len(books) != 4 {
		t.Fatalf("got %d tables and %d workbooks: %q %q", len(tables), len(books), tables, books)
	}
	for _, path := range tables {
		checkTable(t, path)
	}
	cells := map[string]map[string]sheetCell{} // by workbook
	for _, path := range books {
		cells[path] = cellsOf(t, path)
		checkBook(t, path, cells[path])
	}
	checkPage(t, filepath.Join(root, "thematic-out", "briefing.html"))
	for _, path := range endingIn(t, root, ".svg") {
		checkPicture(t, path)
	}
	opened(t, tables, cells)
}

// writeHostileFolder writes a codebook and a folder with a report for every
// payload, in its name, its title and two passages: one theme is in all of them, each
// of the others in every fifth.
func writeHostileFolder(t *testing.T, root string, all []string) {
	t.Helper()
	words := []string{"completed", "analysed", "shared", "recorded", "supervised", "escalated"}
	for i, p := range all {
		name := strings.NewReplacer("/", "∕", "\x00", "").Replace(p) + fmt.Sprintf(" %d.txt", i)
		text := fmt.Sprintf("%[1]s\n\nOverview Report of the Serious Case Review concerning Child %[2]d\n\nAmbry Safeguarding Children Board, %[3]d\n\n"+
			"1. Introduction\n\nChild %[2]d died.\n\n2. Analysis\n\n%[1]s no risk assessment was completed or %[4]s in the %[2]d days before.\n\n%[1]s\n", p, i, 2001+i%20, words[1+i%5])
		writeAll(t, filepath.Join(root, "reports", name), []byte(text))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "codebook: hostile\nversion: 1.0.0\ntitle: %s\nthemes:\n", quoted(t, all[0]))
	for i, word := range words {
		long := visible(all[i*31])
		p, short := quoted(t, long), quoted(t, long[:min(len(long), 20)])
		fmt.Fprintf(&b, "  - id: theme_%d\n    headline: %v\n    short: %s\n", i, i < 3, short)
		for _, key := range []string{"label", "group", "definition", "child_voice"} {
			fmt.Fprintf(&b, "    %s: %s\n", key, p)
		}
		fmt.Fprintf(&b, "    include:\n      - %s\n    patterns: {deficit: [%q]}\n", p, word)
	}
	writeAll(t, filepath.Join(root, "hostile.yaml"), []byte(b.String()))
}

// visible leaves the characters out that no codebook may have in a name.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// typed leaves out what no table of a person's may hold.
func typed(s string) string { return strings.ReplaceAll(s, "\x00", "") }

// quoted writes a text as YAML reads it.
func quoted(t *testing.T, s string) string {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// editCases writes payloads into cases.csv as a person does, unguarded.
func editCases(t *testing.T, path string, all []string) {
	t.Helper()
	rows := readTable(t, path)
	for i, row := range rows[1:] {
		for _, name := range []string{"title", "area", "note"} {
			row[slices.Index(rows[0], name)] = typed(all[i%len(all)])
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	writeAll(t, path, b.Bytes())
}

// commentOn decides on every passage, with payloads for the comment and the name
// of the coder.
func commentOn(t *testing.T, root string, all []string) {
	t.Helper()
	rows := readTable(t, filepath.Join(root, "thematic-out", "tables", "passages.csv"))
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"passage_id", "decision", "comment", "coder"})
	id := slices.Index(rows[0], "passage_id")
	if len(rows) < len(all) {
		t.Fatalf("only %d passages", len(rows)-1)
	}
	for i, row := range rows[1:] {
		w.Write([]string{row[id], "counted", typed(all[i%len(all)]), typed(all[i%len(all)])})
	}
	w.Flush()
	writeAll(t, filepath.Join(root, "comments.csv"), b.Bytes())
}

// startsFormula reports whether a spreadsheet program might take a cell for a
// formula: what it shows begins with a sign of one.
func startsFormula(cell string) bool {
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return false
	}
	shown := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	first, _ := utf8.DecodeRuneInString(shown)
	return shown != "" && strings.ContainsRune("=+-@＝＋－＠﹦", first)
}

func checkTable(t *testing.T, path string) {
	t.Helper()
	bad := 0
	for i, row := range readTable(t, path) {
		for _, cell := range row {
			if startsFormula(cell) {
				if bad++; bad < 4 {
					t.Errorf("%s, row %d: the cell %q starts a formula", filepath.Base(path), i+1, cell)
				}
			}
		}
	}
	if bad > 0 {
		t.Errorf("%s: %d cells start a formula", filepath.Base(path), bad)
	}
}

// ourFormulas are those that the workbook is meant to have: sums, shares and
// links to pages.
var ourFormulas = regexp.MustCompile(`^(SUM|COUNT|COUNTA|COUNTIF|COUNTIFS|SUMPRODUCT|IF|IFERROR|MAX|MIN|ROUND|HYPERLINK)\(|^[A-Z]+\$?\d+(/|$)`)

func checkBook(t *testing.T, path string, cells map[string]sheetCell) {
	t.Helper()
	for at, c := range cells {
		if c.formula == "" {
			continue
		}
		if !ourFormulas.MatchString(c.formula) || startsFormula(c.value) || strings.Contains(c.formula, "cmd|") && !strings.HasPrefix(c.formula, "HYPERLINK(") {
			t.Errorf("%s %s: %q is the formula %q", filepath.Base(path), at, c.value, c.formula)
		}
	}
}

// checkPage looks for anything in a page that would run, or fetch from elsewhere.
func checkPage(t *testing.T, path string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	page, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	policy := ""
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		if n.Data == "meta" && attributes["http-equiv"] == "Content-Security-Policy" {
			policy = attributes["content"]
		}
		checkElement(t, filepath.Base(path), n.Data, attributes)
	}
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script-src") || strings.Contains(policy, "*") {
		t.Errorf("the content security policy is %q", policy)
	}
}

func checkPicture(t *testing.T, path string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for d := xml.NewDecoder(file); ; {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(path), err)
		}
		if start, ok := token.(xml.StartElement); ok {
			attributes := map[string]string{}
			for _, a := range start.Attr {
				attributes[a.Name.Local] = a.Value
			}
			checkElement(t, filepath.Base(path), start.Name.Local, attributes)
		}
	}
}

func checkElement(t *testing.T, in, element string, attributes map[string]string) {
	t.Helper()
	if slices.Contains([]string{"script", "iframe", "object", "embed", "form", "base", "link", "foreignObject"}, element) {
		t.Errorf("%s has an element %s", in, element)
	}
	for key, value := range attributes {
		address := key == "href" || key == "src" || key == "action" || key == "data"
		if strings.HasPrefix(key, "on") || address && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png;base64,") {
			t.Errorf("%s: an element %s has %s=%q", in, element, key, value)
		}
	}
}

func readTable(t *testing.T, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", path, len(rows), err)
	}
	return rows
}

// runHere runs the program in a folder, and returns what it prints.
func runHere(t *testing.T, root string, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("thematic", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("thematic %s: %v\n%s%s", strings.Join(args, " "), err, stdout.Bytes(), stderr.Bytes())
	}
	return stdout.Bytes()
}

func writeAll(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// endingIn lists the files below root whose names end in ending.
func endingIn(t *testing.T, root, ending string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ending) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
