package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
	"thematic/themes"
)

// Draft is a codebook that is not compiled: what a foreign file holds. Patterns have
// their text as a codebook prints it, a regular expression with "regex: " before it.
type Draft struct {
	Name    string        // no file has one: the caller gives it, before YAML is asked for
	Title   string        // the same
	Counts  themes.Counts // of practice, until [Draft.Settle] finds factors
	Subject themes.Subject
	Sets    []themes.WordList
	Themes  []themes.Theme
}

// patternKinds and testKinds are the lists of a theme, in the order of a file.
var (
	patternKinds = []themes.PatternKind{themes.PatternDeficit, themes.PatternTopic, themes.PatternGood, themes.PatternFactor, themes.PatternUnless}
	testKinds    = []string{"deficit", "good_practice", "factor", "held", "none"}
)

// kindOf names the list of tests that t stands in.
func kindOf(t themes.Test) string {
	switch {
	case t.Status == corpus.Held:
		return "held"
	case t.Label == corpus.LabelNeutral:
		return "none"
	}
	return string(t.Label)
}

// testOf is the reverse of kindOf.
func testOf(kind, text string) themes.Test {
	switch kind {
	case "held":
		return themes.Test{Status: corpus.Held, Text: text}
	case "none":
		return themes.Test{Label: corpus.LabelNeutral, Text: text}
	}
	return themes.Test{Label: corpus.Label(kind), Text: text}
}

// YAML returns d as a codebook file that [themes.Load] reads, if its patterns can be
// read. It must have been settled: see [Draft.Settle].
func (d Draft) YAML() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "codebook: %s\nversion: 0.1.0\nlanguage: en-GB\ntitle: %s\n", quote(oneLine(d.Name)), quote(oneLine(d.Title)))
	if d.Counts == themes.CountsFactors {
		b.WriteString("counts: factors\n")
	}
	if d.Subject == themes.SubjectAdults {
		b.WriteString("subject: adults\n")
	}
	if len(d.Sets) > 0 {
		b.WriteString("\nsets:\n")
	}
	for _, s := range d.Sets {
		fmt.Fprintf(&b, "  %s:\n", quote(s.Name))
		items(&b, "    ", s.Words)
	}
	b.WriteString("\nthemes:\n")
	for _, t := range d.Themes {
		writeTheme(&b, t)
	}
	return b.Bytes()
}

func writeTheme(b *bytes.Buffer, t themes.Theme) {
	fmt.Fprintf(b, "  - id: %s\n", quote(t.ID))
	for _, f := range [][2]string{
		{"label", oneLine(t.Label)}, {"short", oneLine(t.Short)}, {"group", oneLine(t.Group)}, {"colour", t.Colour},
		{"definition", t.Definition}, {"about", t.About}, {"child_voice", t.ChildVoice},
	} {
		if f[1] != "" {
			fmt.Fprintf(b, "    %s: %s\n", f[0], quote(f[1]))
		}
	}
	if t.Headline {
		b.WriteString("    headline: true\n")
	}
	for _, list := range []struct {
		key   string
		items []string
	}{{"include", t.Include}, {"exclude", t.Exclude}, {"near", t.Near}} {
		if len(list.items) > 0 {
			fmt.Fprintf(b, "    %s:\n", list.key)
			items(b, "      ", list.items)
		}
	}
	writePatterns(b, t.Patterns)
	writeTests(b, t.Tests)
}

func writePatterns(b *bytes.Buffer, patterns []themes.Pattern) {
	b.WriteString("    patterns:\n")
	for _, kind := range patternKinds {
		first := true
		for _, p := range patterns {
			if p.Kind != kind {
				continue
			}
			if first {
				fmt.Fprintf(b, "      %s:\n", kind)
			}
			first = false
			fmt.Fprintf(b, "        - %s\n", patternYAML(p))
		}
	}
}

func writeTests(b *bytes.Buffer, tests []themes.Test) {
	if len(tests) > 0 {
		b.WriteString("    tests:\n")
	}
	for _, kind := range testKinds {
		var texts []string
		for _, test := range tests {
			if kindOf(test) == kind {
				texts = append(texts, test.Text)
			}
		}
		if len(texts) > 0 {
			fmt.Fprintf(b, "      %s:\n", kind)
			items(b, "        ", texts)
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func items(b *bytes.Buffer, indent string, list []string) {
	for _, item := range list {
		fmt.Fprintf(b, "%s- %s\n", indent, quote(item))
	}
}

// spread is how a pattern of several phrases is written on one line.
var spread = regexp.MustCompile(`^(near|then) \((.*)\) within (?:a )?(\d+|sentence)$`)

// patternYAML writes one pattern: text, or a mapping where it is more.
func patternYAML(p themes.Pattern) string {
	strength := ""
	if p.Strength != themes.StrengthStrong {
		strength = ", strength: " + string(p.Strength)
	}
	if expression, ok := strings.CutPrefix(p.Text, regexMark); ok {
		return "{regex: " + quote(expression) + strength + "}"
	}
	if m := spread.FindStringSubmatch(p.Text); m != nil {
		var parts []string
		for _, part := range strings.Split(m[2], "; ") {
			parts = append(parts, quote(part))
		}
		return fmt.Sprintf("{%s: [%s], within: %s%s}", m[1], strings.Join(parts, ", "), m[3], strength)
	}
	if strength != "" {
		return "{pattern: " + quote(p.Text) + strength + "}"
	}
	return quote(p.Text)
}

// regexMark stands before a regular expression in a format that has text only.
const regexMark = "regex: "

// quote writes s as a YAML scalar in double quotes, which JSON strings are, with blanks
// for control characters, which no codebook may hold: word processors leave some.
func quote(s string) string {
	s = strings.Map(func(r rune) rune {
		if themes.IsStray(r) {
			return ' '
		}
		return r
	}, s)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""` // a string always encodes
	}
	return strings.TrimSpace(b.String())
}

// Settle gives every theme what a codebook file asks for: an id of its own, a
// label, a short label and a pattern; and a draft with patterns of factors counts
// factors. What a theme is near has its new id, or goes where it is none. Settle
// returns what it made up, in words.
func (d *Draft) Settle() []string {
	if slices.ContainsFunc(d.Themes, statesFactors) {
		d.Counts = themes.CountsFactors
	}
	var made []string
	settled := d.settleNames()
	for i := range d.Themes {
		made = append(made, d.complete(&d.Themes[i])...)
	}
	for i := range d.Themes {
		made = append(made, settleNear(&d.Themes[i], settled)...)
	}
	return made
}

// statesFactors reports whether a theme has a pattern of a factor.
func statesFactors(t themes.Theme) bool {
	return slices.ContainsFunc(t.Patterns, func(p themes.Pattern) bool { return p.Kind == themes.PatternFactor })
}

// settleNames gives every theme a label and an id of its own, and returns the ids by
// what they were, that of the first theme where several had the same.
func (d *Draft) settleNames() map[string]string {
	seen := map[string]int{} // how often an id was asked for
	settled := map[string]string{}
	for i := range d.Themes {
		t := &d.Themes[i]
		was := t.ID
		t.Label = cmp.Or(oneLine(t.Label), t.ID, "untitled")
		base := cmp.Or(slug(t.ID), slug(t.Label), "theme")
		for t.ID = base; seen[t.ID] > 0; t.ID = fmt.Sprintf("%s_%d", base, seen[base]) {
			seen[base]++
		}
		seen[t.ID]++
		if settled[was] == "" {
			settled[was] = t.ID
		}
	}
	return settled
}

// complete gives a theme a short label and a pattern where it lacks them, and returns
// what it made up.
func (d *Draft) complete(t *themes.Theme) (made []string) {
	if t.Short == "" && utf8.RuneCountInString(t.Label) > maxShort {
		t.Short = corpus.Shorten(t.Label, maxShort)
		made = append(made, fmt.Sprintf("%s: the short label for charts was cut from the label: %q", t.ID, t.Short))
	}
	if len(t.Patterns) == 0 {
		kind := themes.PatternTopic
		if d.Counts == themes.CountsFactors {
			kind = themes.PatternFactor
		}
		t.Patterns = []themes.Pattern{{Kind: kind, Text: cmp.Or(plainWords(t.Label), strings.ReplaceAll(t.ID, "_", " "))}}
		made = append(made, fmt.Sprintf("%s: it came without patterns and got its label for one: write better ones", t.ID))
	}
	return made
}

// settleNear gives the themes that t is near their settled ids, and returns which of
// them are none.
func settleNear(t *themes.Theme, settled map[string]string) (made []string) {
	var near []string
	for _, id := range t.Near {
		switch now := settled[id]; now {
		case t.ID:
			made = append(made, fmt.Sprintf("%s: it was near itself, and is not now", t.ID))
		case "":
			made = append(made, fmt.Sprintf("%s: it was near %q, which is no theme, and is not now", t.ID, id))
		default:
			near = append(near, now)
		}
	}
	t.Near = near
	return made
}

// maxShort is the longest short label that a codebook file may have.
const maxShort = 24

// slug makes an id of a name: lower-case letters without accents, digits and _.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(corpus.Unaccented(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	const longest = 40
	s := b.String()
	return strings.Trim(s[:min(len(s), longest)], "_")
}

// plainWords keeps the letters, digits and spaces of s, so that it is a pattern.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}), " ")
}
