package project

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"thematic/charts"
	"thematic/corpus"
)

func TestLoadTheme(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "own.ttf"), liberationsansregular.TTF, 0o644); err != nil {
		t.Fatal(err)
	}
	text := "colours: [\"#0072B2\", \"#e69f00\"]\nink: \"#000000\"\nfont:\n  family: Own Sans\n  regular: own.ttf\n"
	theme, err := LoadTheme(filepath.Join(dir, "theme.yaml"), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(theme.Warnings) != 0 || theme.Colours[1].R != 0xe6 || theme.Colours[2].A != 0 || theme.Ink.A != 0xff || theme.Accent.A != 0 {
		t.Errorf("got %v, %v, %v, warnings %q", theme.Colours, theme.Ink, theme.Accent, theme.Warnings)
	}
	style := Presentation{Theme: theme}.Style(charts.Slide)
	if style.Font.Family != "Own Sans" || style.Colours != theme.Colours || style.Size != charts.Slide {
		t.Errorf("got the style %v %v", style.Font.Family, style.Colours)
	}
	if look := theme.look(); look.Family != "Own Sans" || !slices.Equal(look.Bold, look.Regular) {
		t.Error("without bold letters the regular ones must stand for them")
	}
}

func TestThemeMistakes(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "no.ttf"), []byte("no font"), 0o644); err != nil {
		t.Fatal(err)
	}
	huge, err := os.Create(filepath.Join(dir, "huge.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(huge.Truncate(mostFont+1), huge.Close()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, at, want string }{
		{"", ":1", "the file is empty"},
		{"- a", ":1", "this should be colours, ink, accent and font"},
		{"ink: \"#000000\"\ninq: 1", ":2", `a theme has no "inq"`},
		{"ink: red", ":1", `"red" is no colour`},
		{"colours: [\"#000000\",\n \"#00\"]", ":2", `"#00" is no colour`},
		{"ink: \"#000000\"\ncolours: [#00539f, #e87722]", ":2", `write colours as "#rrggbb", between quotation marks`},
		{"colours: [1, 2, 3, 4]", ":1", "up to three"},
		{"font:\n  family: X", ":2", "needs its family and the file"},
		{"font:\n  family: X\n  regular: missing.ttf", ":3", "there is no font file"},
		{"font:\n  family: X\n  regular: no.ttf", ":2", "it is no TrueType font"},
		{"colours: \"#000000\"", ":1", "colours is a list"},
		{"ink: \"x000000\"", ":1", `"x000000" is no colour`},
		{"ink: \"#00000g\"", ":1", `"#00000g" is no colour`},
		{"ink: \"#0000000\"", ":1", `"#0000000" is no colour`},
		{"font:\n  family: X\n  regular: .", ":3", "is no font file"},
		{"font:\n  family: X\n  regular: huge.ttf", ":3", "is no font file"},
		{"ink: \"#000000\"\n\tx: 1", ":2", ""},
	} {
		path := filepath.Join(dir, "theme.yaml")
		_, err := LoadTheme(path, []byte(c.text))
		var input *corpus.InputError
		if !errors.As(err, &input) || input.Path != path+c.at || !strings.Contains(input.Reason, c.want) {
			t.Errorf("%q: got %v, want %s: … %s", c.text, err, c.at, c.want)
		}
	}
}

func TestThemeContrast(t *testing.T) {
	theme, err := LoadTheme("theme.yaml", []byte("ink: \"#999999\"\naccent: \"#767676\"\ncolours: [\"#ffffee\", \"#0072b2\", \"#0072b2\"]"))
	if err != nil {
		t.Fatal(err)
	}
	// The contrast of #999999 with white is 2.85, of #767676 4.54 (WCAG 2.2).
	want := []string{"theme.yaml: ink has a contrast of 2.8 to 1", "colour 1 has a contrast of 1.0 to 1", "colours 2 and 3 are the same", "colours 1, 2 and 3 lie over one another"}
	if len(theme.Warnings) != len(want) {
		t.Fatalf("got %q", theme.Warnings)
	}
	for i, w := range want {
		if !strings.Contains(theme.Warnings[i], w) {
			t.Errorf("got %q, want %q", theme.Warnings[i], w)
		}
	}
}

// TestThemeContrastOfOverlaps: numbers stand on what the colours of sets give where
// they lie over one another.
func TestThemeContrastOfOverlaps(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{ink: "#222222", colours: ["#AA0000", "#00AA00", "#0000AA"]}`,
			"theme.yaml: where colours 1, 2 and 3 lie over one another in a Venn diagram, numbers in ink have a contrast of 2.7 to 1"},
		{`{colours: ["#000000", "#FFFFF0", "#000033"]}`, "theme.yaml: where colours 1 and 3 lie over"},
		{`{colours: ["#000000", "#000033", "#FFFFF0"]}`, "theme.yaml: where colours 1 and 2 lie over"},
		{`{ink: "#222222"}`, ""},
		{`{ink: "#000000", colours: ["#66AADD", "#E6AF40", "#DD99BB"]}`, ""},
	} {
		theme, err := LoadTheme("theme.yaml", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(theme.Warnings, "; "); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzLoadTheme(f *testing.F) {
	f.Add([]byte("colours: [\"#0072B2\", \"#e69f00\"]\nink: \"#000000\"\naccent: \"#ffffff\"\n"))
	f.Add([]byte("font:\n  family: Own Sans\n  regular: own.ttf\n"))
	f.Add([]byte("colours: &a [*a]\nink: !tag\n? b"))
	path := filepath.Join(f.TempDir(), "theme.yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		theme, err := LoadTheme(path, data)
		var input *corpus.InputError
		switch {
		case err != nil && !errors.As(err, &input):
			t.Errorf("%v is no InputError", err)
		case err == nil && theme.Font != nil:
			t.Error("a font from a folder without one")
		}
	})
}
