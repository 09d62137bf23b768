package web

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestSavedByWordProcessors reads pages as Word, Google Docs and LibreOffice save them: what
// their classes and styles show as a heading, an item or a note is one, and comments and
// the marks of notes are no part of the text.
func TestSavedByWordProcessors(t *testing.T) {
	const gap = `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>`
	for _, tt := range []struct{ name, page, want string }{
		{"word", `<body><div class=WordSection1><p class=MsoTitle>Review of Child R</p><p class=MsoToc1><a href="#_Toc1">Findings 3</a></p>` +
			`<p>They met<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> twice<a class=msocomanchor href="#_msocom_1">[A1]</a>.</p>` +
			`<p><span style='font-weight:bold'>What was seen</span></p><p><b style="font-weight:normal">Nobody came</b></p>` +
			`<p class=MsoListParagraph><span style='font-family:Wingdings'>v` + gap + `</span>One thing.</p><p>(b)` + gap + `Another.</p><p>2.1` + gap + `A third.</p>` +
			`<table><tr><td><p><b>Lessons</b></p></td></tr><tr><td><p>Nobody asked.</p><p>Nobody came.</p></td></tr></table></div>` +
			`<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><span>[1]</span></a> A note.</p></div>` +
			`<div><hr class=msocomoff><div><div id="_com_1" class=msocomtxt><a name="_msocom_1"></a><p class=MsoCommentText><span>&nbsp;<a href="#_msoanchor_1">[A1]</a></span>Is it so?</p><p>I doubt it.</p></div></div></div>`,
			"heading1: Review of Child R\ncontents: Findings 3\nparagraph: They met twice.\nheading6: What was seen\nparagraph: Nobody came\nbullet1: One thing.\nbullet1 [b]: Another.\nparagraph [2.1]: A third.\n" +
				"heading6: Lessons\nparagraph: Nobody asked.\nparagraph: Nobody came.\nfootnote: A note.\n"},
		{"google docs", `<head><style>.c1{font-weight:700}.c0{font-weight:400}</style></head><body class="doc-content"><p class="c2 title"><span class="c0">Review of Child R</span></p><p class="c2"><span class="c1">Background</span></p>` +
			`<p class="c2"><span class="c0">They met</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span class="c0"> twice</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p>` +
			`<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A note.</span></p></div><div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is it so?</span></p><p><span>I doubt it.</span></p></div>`,
			"heading1: Review of Child R\nheading6: Background\nparagraph: They met twice.\nfootnote: A note.\n"},
		{"google docs, put into a page of other text", `<body><div>They met <span><a href="#cmnt1">[a]</a></span>.<p><a href="#cmnt_ref1">[a]</a>Is it so?</p><p>It was late.</p></div>`,
			"paragraph: They met .\nparagraph: It was late.\n"},
		{"libreoffice", `<body><p>They met<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>.</p><div id="sdfootnote1"><p class="sdfootnote"><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>A note.</p></div>`,
			"paragraph: They met.\nfootnote: A note.\n"},
		{"a page of no word processor", `<body><p>See <a href="#cmnt1">what the panel said</a> and <a href="#_ftn1">note</a>.</p><div><a href="#cmnt_ref1">Back to the text</a> That is how it was. <p>They met twice.</p></div>` +
			`<p>Nobody <span style='font:7.0pt "Times New Roman"'>ever</span> asked.</p><p>All who were asked had come to the meeting<span style='font:7.0pt "Times New Roman"'> </span>twice.</p>`,
			"paragraph: See what the panel said and note.\nparagraph: Back to the text That is how it was.\nparagraph: They met twice.\nparagraph: Nobody ever asked.\nparagraph: All who were asked had come to the meeting twice.\n"},
	} {
		text, err := Read(strings.NewReader(tt.page), int64(len(tt.page)), corpus.DefaultLimits())
		if got := outline(text); got != tt.want || err != nil {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
		told, commented := slices.Equal(text.Warnings, []string{corpus.Comments(1)}), tt.name != "libreoffice" && tt.name != "a page of no word processor"
		if told != commented {
			t.Errorf("%s: got the warnings %q", tt.name, text.Warnings)
		}
	}
}
