package briefing

import (
	"errors"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestTemplateMistakes(t *testing.T) {
	for _, c := range []struct{ text, at, want string }{
		{"# Title\n\nOf {{revews}}.", "mine.md:3:4", "there is no {{revews}}: within a line choose from areas, "},
		{"{{figure pie}}", "mine.md:1:1", "figure venn"},
		{"  {{nothing}}", "mine.md:1:3", "there is no {{nothing}}"},
		{"- **{{x}}** y", "mine.md:1:5", "there is no {{x}}"},
		{"A {{limits}} here", "mine.md:1:3", "on a line of its own"},
		{"A {{reviews", "mine.md:1:3", "not closed"},
		{"{{finding 0}}", "mine.md:1:1", "there is no {{finding 0}}"},
		{"# A\n# B", "mine.md:2:1", "a title already"},
	} {
		_, err := ParseTemplate("mine.md", c.text, []string{"venn"})
		var input *corpus.InputError
		if !errors.As(err, &input) || input.Path != c.at || !strings.Contains(input.Reason, c.want) {
			t.Errorf("%q: got %v, want %s: … %s", c.text, err, c.at, c.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	text := "# Of {{reviews}} reviews\r\n\r\n## Empty\n\n{{left out}}\n\n## Ours <b>\n**Lead.** One\n{{theme 1}}: {{finding 1}}\n\n- a {{count 99}}\n- b\n\n{{figure venn}}\n---\n## Nothing\n{{table circumstances}}\n---\n{{table themes}}\n"
	template, err := ParseTemplate("mine.md", text, []string{"venn"})
	if err != nil {
		t.Fatal(err)
	}
	if got := template.Figures(); len(got) != 1 || got[0] != "venn" {
		t.Errorf("got the figures %q", got)
	}
	o := options()
	o.Title, o.Template = "", template
	r := newFiction(4, "t0").result(t)
	b := New(r, o)
	if b.Title != "Of 4 reviews" || len(b.Pages) != 2 {
		t.Fatalf("got the title %q and %d pages, want 2", b.Title, len(b.Pages))
	}
	page := b.Pages[0]
	if len(page) != 4 || page[0].Text.Text != "Ours <b>" || page[3].Kind != FigureBlock {
		t.Fatalf("got %+v", page)
	}
	if got := page[1].Text; got.Lead != "Lead." || !strings.HasPrefix(got.Text, "One "+labels[0]+": Practice was found lacking in 100%") {
		t.Errorf("got %+v", got)
	}
	if got := page[2].Items; len(got) != 2 || got[0].Text != "a n/a (there are 6 themes)" || got[1].Text != "b" {
		t.Errorf("got %+v", got)
	}
}

// FuzzParseTemplate holds that a template is parsed to the end or refused at a
// place, and that what is parsed can be filled.
func FuzzParseTemplate(f *testing.F) {
	f.Add(BuiltinTemplate)
	f.Add("# {{together}}\n- **a {{theme 3}}** {{\n---")
	r := newFiction(2, "t0").result(f)
	f.Fuzz(func(t *testing.T, text string) {
		template, err := ParseTemplate("x", text, []string{"venn"})
		var input *corpus.InputError
		if err != nil {
			if !errors.As(err, &input) || strings.Count(input.Path, ":") != 2 {
				t.Fatalf("got %v", err)
			}
			return
		}
		for _, page := range New(r, Options{Template: template}).Pages {
			if len(page) == 0 || page[len(page)-1].Kind == Heading {
				t.Fatalf("a page ends with a heading: %+v", page)
			}
		}
	})
}
