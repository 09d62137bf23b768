package web

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thematic/corpus"
)

func read(t testing.TB, page string) corpus.Text {
	t.Helper()
	text, err := Read(strings.NewReader(page), int64(len(page)), corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
	return text
}

// outline writes a text as one line per block: kind, level, number, text.
func outline(text corpus.Text) string {
	var b strings.Builder
	for _, block := range text.Blocks {
		b.WriteString(string(block.Kind))
		if block.Level > 0 {
			fmt.Fprint(&b, block.Level)
		}
		if block.Number != "" {
			fmt.Fprintf(&b, " [%s]", block.Number)
		}
		fmt.Fprintf(&b, ": %s\n", strings.ReplaceAll(text.Slice(block.Span), "\t", "|"))
	}
	return b.String()
}

// TestStruckWords holds that words which are struck through are left out, and that
// this is said.
func TestStruckWords(t *testing.T) {
	tests := []struct {
		page, want string
		words      int
	}{
		{`<p>She was <del>never</del> <ins>often</ins> seen.</p>`, "paragraph: She was often seen.\n", 1},
		{`<p>She was <s>ne<b>ver</b> once</s><strike>not</strike> seen.</p>`, "paragraph: She was seen.\n", 3},
		{`<p>She was <span style="color: red; TEXT-DECORATION: line-through red">never</span> seen.</p>`, "paragraph: She was seen.\n", 1},
		{`<p>She was <span style="text-decoration-line: underline line-through">never</span> seen.</p>`, "paragraph: She was seen.\n", 1},
		{`<p>She was <span style="text-decoration: underline; font-family: line-through">never</span> seen.</p>`, "paragraph: She was never seen.\n", 0},
		{`<p><b>The family</b> <s>at home</s></p>`, "heading6: The family\n", 2},
		{`<ol><li style="text-decoration:line-through">Gone <i>for good</i></li><li>Kept</li></ol>`, "bullet1 [2]: Kept\n", 3},
		{`<table><tr><td>a</td><td><s>b</s></td><td>c</td></tr></table>`, "table_row: a||c\n", 1},
		{`<style>/* .a{} */ .cut, p.x { color: red; text-decoration: line-through } b{}</style><p>She <span class="big cut">never</span> was.<p class="x">Gone`, "paragraph: She was.\n", 2},
		{`<style>u{text-decoration:line-through}.no{text-decoration:none}.over{text-decoration-line:line-through}.over{text-decoration:underline}</style>` +
			`<p><u>a</u> <u class="no">b</u> <u style="text-decoration: none">c</u> <i class="over">d</i> <i class="cut">e</i></p>`, "paragraph: b c d e\n", 1},
		{`<style>.x.y{text-decoration:line-through}#z .w, .w:hover{text-decoration:line-through}.v{text-decoration:line-through}p .v{text-decoration:none}</style>` +
			`<p><i class="x">a</i> <i class="y x">b</i> <i class="w">c</i> <i class="v">d</i></p>`, "paragraph: a c d\n", 1},
		{`<style>*{text-decoration:none}.a{text-decoration:line-through}*{text-decoration:none}, .b{text-decoration:none}</style><p><i class="a">a</i> <i class="b">b</i></p>`, "paragraph: b\n", 1},
		{`<style>.a{text-decoration:line-through !important}.b{text-decoration:line-through}p i{text-decoration:none}.c{text-decoration:line-through}.c{text-decoration:none!important}</style>` +
			`<p>The <i class="a" style="text-decoration:none">a</i> <i class="a" style="text-decoration:none !important">b</i> <i class="b">c</i> <u class="c" style="text-decoration:line-through">d</u> <s>e</s>`, "paragraph: The b c d\n", 2},
		{`<style>@import "a"; @media print { .x {text-decoration:line-through} } .y {text-decoration:line-through</style><style media="print">.z{text-decoration:line-through}</style>` +
			`<p><i class="x">a</i> <i class="y">b</i> <i class="z">c</i></p>`, "paragraph: a c\n", 1},
		{`<style>.x{text-decoration:line-through}` + strings.Repeat(".y{text-decoration:none}", maxRules) + `</style><p><i class="x">a</i>`, "paragraph: a\n", 0}, // too many to tell
		{`<nav><s>Menu</s></nav><p>Seen <s> </s>by them.</p>`, "paragraph: Seen by them.\n", 0},
	}
	for _, tt := range tests {
		text := read(t, tt.page)
		var want []string
		if tt.words > 0 {
			want = []string{fmt.Sprintf("words that are struck through were left out: %d", tt.words)}
		}
		if got := outline(text); got != tt.want || !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got\n%s and warnings %q, want\n%s and %q", tt.page, got, text.Warnings, tt.want, want)
		}
	}
}

// TestHiddenWords holds that words which a page does not show are left out, and that this
// is said of those that are no part of its apparatus.
func TestHiddenWords(t *testing.T) {
	tests := []struct {
		page, want string
		words      int
	}{
		{`<p>She was <span style="display: none">not once</span> seen.</p><p hidden>Nor he.</p><p style="visibility:hidden">Nor they.`, "paragraph: She was seen.\n", 6},
		{`<div hidden>a <p style="display:none">b</p></div><div class="cookies" hidden>c</div><nav><p hidden>d</p></nav><i aria-hidden="true">e</i><p>Seen`, "paragraph: Seen\n", 2},
		{`<details><summary>More</summary><p>Told.</p></details>`, "heading6: More\nparagraph: Told.\n", 0},
		{`<style>.hid{color:red;display:none;mso-hide:all}p.no{display:none}.no.yes{display:block}</style><p>She <b class="hid">never</b> was<p class="hid no">gone away<p class="no yes">here`, "paragraph: She was\nparagraph: here\n", 3},
		{`<style>.hid{display:none}</style><script></script><p class="hid">Shown on a click`, "paragraph: Shown on a click\n", 0},
	}
	for _, tt := range tests {
		text := read(t, tt.page)
		var want []string
		if tt.words > 0 {
			want = []string{corpus.HiddenWords(tt.words)}
		}
		if got := outline(text); got != tt.want || !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got\n%s and warnings %q, want\n%s and %q", tt.page, got, text.Warnings, tt.want, want)
		}
	}
}

// TestWhiteWords holds that words in white are left out where the page is white behind
// them, and nowhere else.
func TestWhiteWords(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		stays      bool
	}{
		{"on paper", `<p>Seen <span style="color:#FFF">Ann</span>.`, false},
		{"by a style sheet", `<style>.w{color:white} p{background:#ffffff}</style><p>Seen <b class="w">Ann</b>.`, false},
		{"by its element", `<p>Seen <font color="#ffffff">Ann</font>.`, false},
		{"in yellow", `<p>Seen <span style="color:#ff0">Ann</span>.`, true},
		{"on a colour", `<p>Seen <span style="color:#fff;background:#246">Ann</span>.`, true},
		{"in a coloured box", `<div style="background-color:navy"><p>Seen <span style="color:#fff">Ann</span>.</div>`, true},
		{"in a coloured cell", `<table><tr><td bgcolor="#204060"><font color="white">Ann</font></td><td>Seen</td></tr></table>`, true},
		{"with a shadow", `<p>Seen <span style="color:#fff;text-shadow:1px 1px black">Ann</span>.`, true},
		{"around black", `<p style="color:#fff"><span style="color:#000">Seen Ann</span></p>`, true},
		{"where a style sheet paints", `<style>h1{background:url(a.png)}</style><p>Seen <span style="color:#fff">Ann</span>.`, true},
		{"where a style sheet is elsewhere", `<link rel="stylesheet" href="a.css"><p>Seen <span style="color:#fff">Ann</span>.`, true},
		{"where the page may be dark", `<meta name="Color-Scheme" content="dark"><p>Seen <span style="color:#fff">Ann</span>.`, true},
		{"where a script may paint", `<script></script><p>Seen <span style="color:#fff">Ann</span>.`, true},
	} {
		text := read(t, tt.page)
		told := slices.Equal(text.Warnings, []string{corpus.HiddenWords(1)})
		if !strings.Contains(text.Body, "Seen") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q", tt.name, text.Body, text.Warnings)
		}
	}
}

// TestWordsAround holds that words of menus and the like, and of what stands beside the
// text, are counted where they are more than a few.
func TestWordsAround(t *testing.T) {
	const menu = `<nav><a href="/a">About us</a> <a href="/b">Our reviews and news</a></nav>`
	const article = `<main><h1>Review</h1><p>Nobody had asked what the child had seen, or who had slept in the house at the time of the visit.</p></main>`
	for _, tt := range []struct {
		name, page string
		words      int
	}{
		{"a menu", menu + article, 6},
		{"a few words", `<nav>Home News</nav>` + article, 0},
		{"a hidden menu", `<nav style="display:none">One two three four five</nav>` + article, 0},
		{"beside the text", `<div><p>Sign up for our letter now.</p></div>` + article, 6},
		{"header and footer, which are kept apart", `<header>The Thornmere Safeguarding Children Partnership</header>` + article + `<footer>The Thornmere Safeguarding Children Partnership</footer>`, 0},
		{"code", `<script>var one = two || three + four</script>` + article, 0},
	} {
		text := read(t, tt.page)
		var want []string
		if tt.words > 0 {
			want = []string{fmt.Sprintf("words of menus, forms and the like around the text were left out: %d", tt.words)}
		}
		if !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got %q, want %q", tt.name, text.Warnings, want)
		}
	}
}

func TestReadBlocks(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"headings", `<h1>The  review</h1><h2>2. Findings</h2><p>No <b>plan</b> was<br>made.</p>`,
			"heading1: The review\nheading2 [2]: Findings\nparagraph: No plan was made.\n"},
		{"several notes", `<p>Nobody asked<sup>1,2</sup> or came<sup><a href="#a">[3]</a>, <a href="#b">[4]</a></sup> on the 1<sup>st</sup>.</p>`, "paragraph: Nobody asked or came on the 1st.\n"},
		{"comments of the page", `<p>No plan<!-- why --> was <![if !supportLists]>ever<![endif]> made.</p>`, "paragraph: No plan was ever made.\n"},
		{"lists", `<ul><li>one<ul><li>deeper</li></ul></li></ul><ol start="3"><li><p>third</p></li><li>fourth</li></ol>`,
			"bullet1: one\nbullet2: deeper\nbullet1 [3]: third\nbullet1 [4]: fourth\n"},
		{"lists of Google Docs", `<ul class="c1 lst-kix_ab3-0 start"><li>one</li></ul><ul class="lst-kix_ab3-1 start"><li>deeper</li></ul><ul><li aria-level="2">said so</li><li>two</li></ul>`,
			"bullet1: one\nbullet2: deeper\nbullet2: said so\nbullet1: two\n"},
		{"typed bullets", `<p>• one</p><p>•two</p><p>• 1.1</p>`, "bullet1: one\nparagraph: •two\nbullet1: 1.1\n"},
		{"table", `<table><tr><th>Person</th><th>Age</th></tr><tr><td>M<br>T</td><td>20</td></tr></table>`,
			"table_row: Person|Age\ntable_row: M T|20\n"},
		{"layout table", `<table><tr><td><h2>Findings</h2><p>One.</p></td><td>Side.</td></tr></table>`,
			"heading2: Findings\nparagraph: One.\nparagraph: Side.\n"},
		{"form", `<table><tr><td></td><td>To: the Trust</td></tr><tr><td>1</td><td><p>POWERS</p><p>I report.</p></td></tr><tr><td>2.</td><td><b>The</b> concerns<br>Nobody <p>asked</p></td></tr><tr><td>3</td><td>They should.</td></tr></table>`,
			"paragraph: To: the Trust\nheading6 [1]: POWERS\nparagraph: I report.\nheading6 [2]: The concerns\nparagraph: Nobody\nparagraph: asked\nparagraph: They should.\n"},
		{"form around a table", `<table><tr><td>1</td><td>POWERS<p>I report.</p><table><tr><td>3</td><td>LATE<p>Seen once.</p></td></tr></table></td></tr><tr><td>2</td><td>CONCERNS<p>Nobody asked.</p></td></tr></table>`,
			"paragraph: 1\nparagraph: POWERS\nparagraph: I report.\ntable_row: 3|LATE Seen once.\nparagraph: 2\nparagraph: CONCERNS\nparagraph: Nobody asked.\n"},
		{"several paragraphs in a cell", `<table><caption>Visits</caption><tr><td><p>a<p>b<p>c<p>d</td><td>e</td></tr></table>`, "paragraph: Visits\nparagraph: a\nparagraph: b\nparagraph: c\nparagraph: d\nparagraph: e\n"},
		{"caption", `<table><caption>Visits</caption><tr><td>May</td><td>None</td></tr></table>`, "paragraph: Visits\ntable_row: May|None\n"},
		{"two breaks in lines of their own", "One<br>\n <br>\nTwo", "paragraph: One\nparagraph: Two\n"},
		{"contents with lists in it", `<ul><li> <!-- 1 --><a href="#a">Findings</a><ul><li><a href="#b">Visits</a></li></ul></li></ul>`, "contents: Findings\ncontents: Visits\n"},
		{"terms of one definition", `<dl><dt>CP</dt><dt>CPP</dt><dd>child protection</dd></dl>`, "paragraph: CP\ntable_row: CPP|child protection\n"},
		{"numbered rows", `<table><tr><td>1</td><td>They should ask.<br>They should listen.</td></tr><tr><td>2</td><td>The Board<br>should see to it</td></tr></table>`,
			"table_row: 1|They should ask. They should listen.\ntable_row: 2|The Board should see to it\n"},
		{"numbered rows in lines", `<table><tr><td>1</td><td>The Board should ask<br> <em>whether</em> it is done</td></tr><tr><td>2</td><td>The Trust should say<br>what it does</td></tr></table>`,
			"table_row: 1|The Board should ask whether it is done\ntable_row: 2|The Trust should say what it does\n"},
		{"definitions", `<dl><dt>CIN</dt><dd>child in need</dd><dt>alone</dt></dl>`, "table_row: CIN|child in need\nparagraph: alone\n"},
		{"definitions within one", `<dl><dt>Agency</dt><dd>Health<dl><dt>GP</dt><dd>No plan.</dd></dl></dd><div><dt>B</dt><dd>b</dd></div></dl>`,
			"table_row: Agency|Health GP No plan.\ntable_row: B|b\n"},
		{"blocks in a cell", `<table><tr><td>Health<div>School</div><b>pl</b>an</td><td>No plan was made<p>by</p>them</td></tr></table>`,
			"table_row: Health School plan|No plan was made by them\n"},
		{"bare text", `One<br><br>Two <span>and</span><div>Three</div>Four`, "paragraph: One\nparagraph: Two and\nparagraph: Three\nparagraph: Four\n"},
		{"bold line", `<p><b>The family</b></p><p><b>It</b> is</p>`, "heading6: The family\nparagraph: It is\n"},
		{"notes", `<p>English.<sup>1</sup></p><p class="fn">1 A source.</p>`, "paragraph: English.\nfootnote: 1 A source.\n"},
		{"contents", `<ul><li><a href="#a">Findings</a></li></ul><p>Lessons<span>..........</span>12</p>`,
			"contents: Findings\ncontents: Lessons..........12\n"},
		{"hidden", `<p>seen</p><p hidden>a</p><div style="display: none">b</div><script>c()</script><style>d{}</style>`, "paragraph: seen\n"},
		{"details", `<details><summary>More</summary><p>Inside.</p></details>`, "heading6: More\nparagraph: Inside.\n"},
		{"details under a heading", `<details><summary><h2>More</h2></summary><p>Inside.</p></details>`, "heading2: More\nparagraph: Inside.\n"},
		{"a long summary", `<details><summary>` + strings.Repeat("word ", 15) + `</summary><p>Inside.</p></details>`, "paragraph: " + strings.Repeat("word ", 14) + "word\nparagraph: Inside.\n"},
		{"folded", `<h2><button aria-expanded="false" aria-controls="f">Findings<span data-nosnippet>Show</span></button></h2><div id="f" hidden><p>No plan.</p></div><div hidden="until-found">Found</div>` +
			`<button aria-expanded="false" aria-controls="l">Lessons</button><div id="l" style="display:none"><p>Plan.</p></div><button>Close</button>` +
			`<a role="tab" aria-controls="t" href="#t">Views</a><div id="t" aria-hidden="true"><p>Asked.</p></div><button aria-expanded="false" aria-controls="m">Menu</button><nav id="m">Home</nav>`,
			"heading2: Findings\nparagraph: No plan.\nparagraph: Found\nheading6: Lessons\nparagraph: Plan.\nheading6: Views\nparagraph: Asked.\n"},
		{"tabs", `<ul role="tablist"><li role="tab" aria-controls="a">Good practice</li><li><a role="tab" aria-controls="c"><i role="tab" aria-controls="c2">Gaps</i><b></b></a></li></ul>` +
			`<div id="a"><p>Seen.</p></div><div id="c" hidden><h2>Gaps</h2><p id="c2">No plan.</p></div><div role="tab" aria-controls="d"><p id="d">Odd.</p></div>`,
			"heading6: Good practice\nparagraph: Seen.\nheading2: Gaps\nparagraph: No plan.\nparagraph: Odd.\n"},
		{"not for readers to the blind", `<div aria-hidden="true"><p>Nobody asked <i aria-hidden="true">expand_more</i>what he saw.</p></div><div role="dialog">Cookies</div>`, "paragraph: Nobody asked what he saw.\n"},
		{"not for search engines", `<div data-nosnippet><p>Nobody asked.</p></div>`, "paragraph: Nobody asked.\n"},
	}
	for _, tt := range tests {
		if got := outline(read(t, tt.page)); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestReadMainContent(t *testing.T) {
	const article = `<h1>Review</h1><p>No plan was made for the child, and nobody asked who else slept in the house.</p>`
	const want = "heading1: Review\nparagraph: No plan was made for the child, and nobody asked who else slept in the house.\n"
	const links = `<ul><li><a href="/a">Home</a></li><li><a href="/b">About us</a></li><li><a href="/c">Contact us</a></li></ul>`
	tests := []struct{ name, page string }{
		{"main", `<header>The Board</header><nav>Menu</nav><main><header>` + article + `</header></main><p>Outside</p><footer>Crown</footer>`},
		{"role", `<div class="top">Menu</div><div role="main">` + article + `</div>`},
		{"article", `<aside>News</aside><article>` + article + `</article><div>Outside</div>`},
		{"named", `<div>Outside</div><div id="page-content">` + article + `</div>`},
		{"body", `<div>` + links + `</div><div>` + article + `</div><form>Search <input></form>`},
		{"one of two articles", `<article>` + article[:len("<h1>Review</h1>")] + `</article><article>` + article[len("<h1>Review</h1>"):] + `</article>`},
		{"cookies", article + `<div class="cookie-banner"><p>We use cookies.</p></div><div id="breadcrumb">Home</div>`},
	}
	for _, tt := range tests {
		if got := outline(read(t, tt.page)); got != want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, want)
		}
	}
}

// TestAsides reads a box within the content, and leaves out what belongs to the page.
func TestAsides(t *testing.T) {
	const said = `<p>No plan was made for the child, and nobody asked who else slept in the house.</p>`
	const box = `<aside><h2>Finding 1</h2><p>Nobody saw the child alone. <a href="/p">The procedure</a> asks for it.</p></aside>`
	const paragraph = "paragraph: No plan was made for the child, and nobody asked who else slept in the house.\n"
	const boxed = "heading2: Finding 1\nparagraph: Nobody saw the child alone. The procedure asks for it.\n"
	for _, tt := range []struct{ name, page, want string }{
		{"in main", `<main>` + said + box + `</main>`, paragraph + boxed},
		{"in an article, by its role", `<article>` + said + strings.ReplaceAll(strings.Replace(box, "<aside", `<div role="complementary"`, 1), "/aside", "/div") + `</article>`, paragraph + boxed},
		{"in another", `<main>` + said + `<aside>` + box + `</aside></main>`, paragraph + boxed},
		{"outside", `<main>` + said + `</main>` + box, paragraph},
		{"of links", `<main>` + said + `<aside><h2>More</h2><a href="/a">A review of 2011</a></aside></main>`, paragraph},
		{"named", `<main>` + said + `<aside class="related-reading"><p>Read our newsletter.</p></aside></main>`, paragraph},
	} {
		if got := outline(read(t, tt.page)); got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestReadPageSavedFromASite reads a page with all that a site puts around a
// report, in the encoding of old Windows.
func TestReadPageSavedFromASite(t *testing.T) {
	page := "<!DOCTYPE html>\n<!-- saved from url=(0033)https://board.example/reviews/e -->\n" +
		`<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><base href="https://board.example/"><title>Child E</title></head><body>
		<div id="CybotCookiebotDialog"><p>This website uses cookies.</p></div><div id="ccc"><p>Cookie Control</p></div>
		<a class="skip-link" href="#content">Skip to content</a>
		<div id="site-header"><p>The Board</p></div><nav><ul><li><a href="/">Home</a></li></ul></nav>
		<div class="layout"><div class="sidebar"><h2>News</h2><p>A conference.</p></div>
		<div id="content"><h1>Child E</h1>
		<ul><li><a href="https://board.example/reviews/e#f">Findings</a></li><li><a href="https://board.example/reviews/e#l">Lessons</a></li><li><a href="https://board.example/reviews/e#r">Replies</a></li></ul>
		<h2 id="f">Findings</h2>` + "<p>The child\x92s caf\xe9 visit was not recorded, and \x93nobody asked\x94 why.</p>" + `
		<aside><p>Related reading.</p></aside><h2 id="l">Lessons</h2><p>Records are to be kept, and they are to be read by those who come after.</p></div></div>
		<div class="related"><p>See also.</p></div><footer><p>Published 2014</p></footer><script>track()</script></body></html>`
	text := read(t, page)
	want := "heading1: Child E\ncontents: Findings\ncontents: Lessons\ncontents: Replies\nheading2: Findings\n" +
		"paragraph: The child’s café visit was not recorded, and “nobody asked” why.\nheading2: Lessons\n" +
		"paragraph: Records are to be kept, and they are to be read by those who come after.\n"
	if got := outline(text); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := strings.Join(text.Pages[0].Furniture, "|"), "Published 2014"; got != want {
		t.Errorf("furniture: got %q, want %q", got, want)
	}
}

func TestReadPropertiesAndFurniture(t *testing.T) {
	text := read(t, `<html><head><title>A  review</title><meta name="author" content="D.W."><meta property="og:site_name" content="The Board"></head>
		<body><header><a href="/">The Board</a></header><p>Text.</p><footer>Published 2014</footer></body></html>`)
	for name, want := range map[string]string{"title": "A review", "author": "D.W.", "site": "The Board"} {
		if got := text.Properties[name]; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if got, want := strings.Join(text.Pages[0].Furniture, "|"), "The Board|Published 2014"; got != want {
		t.Errorf("furniture: got %q, want %q", got, want)
	}
}

func TestReadEncodings(t *testing.T) {
	const want = "paragraph: the child’s café\n"
	for name, page := range map[string]string{
		"declared":   "<meta charset=\"windows-1252\"><p>the child\x92s caf\xe9</p>",
		"undeclared": "<p>the child\x92s caf\xe9</p>",
		"utf-8":      "<p>the child’s café</p>",
		"utf-16":     "\xff\xfe" + wide("<p>the child\u2019s caf\u00e9</p>"),
	} {
		if got := outline(read(t, page)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestReadRefusesDeepNesting(t *testing.T) {
	page := strings.Repeat("<div>", 100_000)
	if _, err := Read(strings.NewReader(page), int64(len(page)), corpus.DefaultLimits()); err == nil {
		t.Error("got no error")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<main><h1>a</h1><ul><li>b<table><tr><td>c</table></ul>")
	f.Add("<dl><dt>a<dd>b</dl><p><b>c</b><br><br>d")
	f.Add("<p>a\x00b</p><sup>1</sup><svg><title>x")
	f.Fuzz(func(t *testing.T, page string) {
		limits := corpus.DefaultLimits()
		limits.TextBytes = 300
		text, err := Read(strings.NewReader(page), int64(len(page)), limits)
		if err != nil {
			return
		}
		if err := text.Validate(); err != nil {
			t.Error(err)
		}
		if len(text.Body) > limits.TextBytes {
			t.Errorf("%d bytes of text", len(text.Body))
		}
	})
}

// TestLargePictures tells of pictures that may show text, by the size that the page gives
// or that they have themselves.
func TestLargePictures(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 500, 400))); err != nil {
		t.Fatal(err)
	}
	data := "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture.Bytes())
	for _, tt := range []struct {
		page string
		want int
	}{
		{`<p>Seen.<img src="a.png" width="600" height="400px"><img src="b.png" width="60" height="40">`, 1},
		{`<p>Seen.<table><tr><td><img src="a.png" style="border:0; width: 16cm; HEIGHT: 4in"></table>`, 1},
		{`<p>Seen.<img src="` + data + `"><img src="` + data + `" width=100><img src="` + data + `" height=300>`, 1},
		{`<p>Seen.<img src="a.png"><img src="a.png" width="100%" height="400"><img src="data:image/png;base64,x">`, 0},
		{`<p>Seen.<footer><img src="a.png" width="600" height="400"></footer>`, 0},
	} {
		text := read(t, tt.page)
		var want []string
		if tt.want > 0 {
			want = []string{corpus.LargePictures(tt.want)}
		}
		if !slices.Equal(text.Warnings, want) || text.Body != "Seen.\n" {
			t.Errorf("%.80s: got %q and %q, want %q", tt.page, text.Warnings, text.Body, want)
		}
	}
	if page := read(t, `<img src="a.png" width="600" height="400">`).Pages[0]; page.State != corpus.PageFailed {
		t.Errorf("a page that is a picture: got %s", page.State)
	}
}

// TestSignIsFoundAtOnce holds that a long text is not put together to see that it is no
// sign: where elements marked so stand in each other, each would put it together anew.
func TestSignIsFoundAtOnce(t *testing.T) {
	page, err := html.Parse(strings.NewReader(`<div aria-hidden="true">` + strings.Repeat("<p>Nobody asked.</p>", 1000) + `</div>`))
	if err != nil {
		t.Fatal(err)
	}
	marked := page.FirstChild.LastChild.FirstChild
	if isForMachines(marked) {
		t.Error("a text was taken for a sign")
	}
	if got := testing.AllocsPerRun(10, func() { isForMachines(marked) }); got > 2 {
		t.Errorf("got %v pieces of memory taken, want none for the text", got)
	}
}
