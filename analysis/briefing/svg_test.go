package briefing

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestMarkup(t *testing.T) {
	const plain = `<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/></g></svg>`
	tests := []struct{ in, want, fault string }{
		{plain, plain, ""},
		{"<?xml version=\"1.0\"?>\n" + plain + "\n", plain, ""},
		{`<svg><use href="#a"/></svg>`, `<svg><use href="#a"/></svg>`, ""},
		{"", "", "cannot be read"},
		{"no markup", "", "cannot be read"},
		{"<svg>", "", "cannot be read"},
		{plain + plain, "", "not one svg"},
		{"<p>text</p>", "", "not one svg"},
		{`<svg><script>x</script></svg>`, "", "the element script"},
		{`<svg><SCRIPT/></svg>`, "", "the element SCRIPT"},
		{`<svg><foreignObject/></svg>`, "", "the element foreignObject"},
		{`<svg onload="x()"/>`, "", "the attribute onload"},
		{`<svg><use href="http://example.org/a"/></svg>`, "", "the attribute href"},
		{`<svg><!--><script>x</script>--></svg>`, "", "comment"},
		{`<svg><title><![CDATA[><script>x</script>]]></title></svg>`, "", "unparsed"},
		{`<!DOCTYPE svg [<!ENTITY a "b">]><svg/>`, "", "document type"},
	}
	for _, tt := range tests {
		got, err := Figure{Name: "venn"}.element(tt.in)
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
		if tt.fault == "" && err != nil || tt.fault != "" && (err == nil || !strings.Contains(err.Error(), tt.fault)) {
			t.Errorf("%q: got error %v, want one about %q", tt.in, err, tt.fault)
		}
	}
}

func TestBadFigureFails(t *testing.T) {
	o := options()
	o.Figures[1].SVG = `<svg><script/></svg>`
	b := New(smallResult(t), o)
	for name, write := range map[string]func(io.Writer) error{"HTML": b.HTML, "DOCX": b.DOCX} {
		if err := write(io.Discard); err == nil || !strings.Contains(err.Error(), "venn") {
			t.Errorf("%s: got %v, want an error that names the figure", name, err)
		}
	}
	o.Figures[1].PNG = []byte("no picture")
	if err := New(smallResult(t), o).PDF(io.Discard); err == nil {
		t.Error("PDF: got no error for a PNG that is none")
	}
}

// FuzzMarkup holds that what is accepted is, to a browser, one svg element in
// which nothing can run.
func FuzzMarkup(f *testing.F) {
	for _, seed := range []string{`<svg/>`, `<svg><title>a</title></svg>`, `<svg><p onclick=""/></svg>`, `<svg><!-- --></svg>`, `<svg a="<"/>`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, err := Figure{}.element(in)
		if err != nil {
			return
		}
		root, err := html.Parse(strings.NewReader("<body>" + got))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" || n.Data == "iframe" {
				t.Errorf("%q: got an element %s", in, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%q: got an attribute %s", in, a.Key)
				}
			}
		}
	})
}
