package briefing

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write the golden files anew")

// written returns what a writer of the briefing gives, and checks that it
// gives the same again.
func written(t *testing.T, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := write(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two writes differ")
	}
	return first.Bytes()
}

func TestHTMLGolden(t *testing.T) {
	b := New(smallResult(t), options())
	got := written(t, func(w *bytes.Buffer) error { return b.HTML(w) })
	path := filepath.Join("testdata", "briefing.html")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the change and run go test -update", path)
	}
}

// elements returns the names of all elements, and the attributes of all.
func elements(t *testing.T, page []byte) (names map[string]int, attributes []html.Attribute) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	names = map[string]int{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			names[n.Data]++
			attributes = append(attributes, n.Attr...)
		}
	}
	return names, attributes
}

func TestHTMLKeepsHostileTextAsText(t *testing.T) {
	b := spoilt(t)
	page := written(t, func(w *bytes.Buffer) error { return b.HTML(w) })
	names, attributes := elements(t, page)
	for _, name := range []string{"script", "b", "img", "iframe"} {
		if names[name] > 0 {
			t.Errorf("got %d elements %s, want none", names[name], name)
		}
	}
	for _, a := range attributes {
		if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" {
			t.Errorf("got the attribute %s=%q", a.Key, a.Val)
		}
	}
	if !bytes.Contains(page, []byte("&lt;script&gt;alert(1)&lt;/script&gt;")) {
		t.Error("the hostile text is gone")
	}
}

func TestHTMLLoadsNothing(t *testing.T) {
	b := New(smallResult(t), options())
	page := written(t, func(w *bytes.Buffer) error { return b.HTML(w) })
	if !bytes.Contains(page, []byte(`content="default-src 'none'; style-src 'unsafe-inline'`)) {
		t.Error("there is no content security policy")
	}
	names, _ := elements(t, page)
	want := map[string]int{"h1": 1, "main": 1, "figure": 2, "svg": 2, "table": 1, "section": 5, "link": 0, "img": 0}
	for name, n := range want {
		if names[name] != n {
			t.Errorf("%s: got %d, want %d", name, names[name], n)
		}
	}
}

// TestNarrowScreensHaveTheirFigure: where a figure has an SVG for narrow screens, the page
// has both, of which the style shows one, and no other figure is hidden anywhere.
func TestNarrowScreensHaveTheirFigure(t *testing.T) {
	o := options()
	o.Figures[1].Narrow = `<svg xmlns="http://www.w3.org/2000/svg"><title>slim</title></svg>`
	page := string(written(t, func(w *bytes.Buffer) error { return New(smallResult(t), o).HTML(w) }))
	for part, want := range map[string]int{`<div class="narrow">`: 1, `class="scroll wide"`: 1, "<title>slim</title>": 1, "<svg": 3} {
		if got := strings.Count(page, part); got != want {
			t.Errorf("%s: got %d, want %d", part, got, want)
		}
	}
	o.Figures[1].Narrow = `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`
	if err := New(smallResult(t), o).HTML(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), "script") {
		t.Errorf("got %v, want the script refused", err)
	}
}
