package extract

import (
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"thematic/corpus"
)

//go:embed sections.yaml
var builtinSections []byte

// SectionRules tell from a heading which kind of section it opens.
type SectionRules struct {
	cover *regexp.Regexp
	rules []sectionRule
}

type sectionRule struct {
	kind     corpus.SectionKind
	match    *regexp.Regexp
	unlessIn []corpus.SectionKind
}

// builtinRules parses the rules that come with the program, once.
var builtinRules = sync.OnceValue(func() *SectionRules {
	rules, err := ParseSectionRules(builtinSections)
	if err != nil {
		panic("sections.yaml: " + err.Error()) // a test parses it
	}
	return rules
})

// ParseSectionRules reads rules as sections.yaml has them, which also describes
// their form. An unknown key, an unknown kind and a pattern that cannot be
// compiled are errors.
func ParseSectionRules(data []byte) (*SectionRules, error) {
	var file struct {
		Cover string `yaml:"cover"`
		Rules []struct {
			Kind     corpus.SectionKind   `yaml:"kind"`
			Match    []string             `yaml:"match"`
			UnlessIn []corpus.SectionKind `yaml:"unless_in"`
		} `yaml:"rules"`
	}
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("reading section rules: %w", err)
	}
	// A folded line may break after an alternative.
	cover, err := wholeWords([]string{strings.ReplaceAll(file.Cover, "| ", "|")})
	if err != nil {
		return nil, fmt.Errorf("reading section rules: cover: %w", err)
	}
	rules := &SectionRules{cover: cover}
	for i, r := range file.Rules {
		for _, kind := range append(slices.Clone(r.UnlessIn), r.Kind) {
			if !slices.Contains(corpus.SectionKinds, kind) {
				return nil, fmt.Errorf("reading section rules: rule %d: there is no kind of section %q", i+1, kind)
			}
		}
		match, err := wholeWords(r.Match)
		if err != nil {
			return nil, fmt.Errorf("reading section rules: rule %d (%s): %w", i+1, r.Kind, err)
		}
		rules.rules = append(rules.rules, sectionRule{r.Kind, match, r.UnlessIn})
	}
	return rules, nil
}

// wholeWords compiles patterns into one that matches where any of them matches
// whole words.
func wholeWords(patterns []string) (*regexp.Regexp, error) {
	if len(patterns) == 0 {
		return nil, errors.New("there is no pattern")
	}
	for _, p := range patterns {
		if _, err := regexp.Compile(p); err != nil {
			return nil, err
		}
	}
	// A boundary that is no \b: a pattern may begin or end in punctuation.
	return regexp.Compile(`(?:^|[^\pL\pN])(?:` + strings.Join(patterns, "|") + `)(?:[^\pL\pN]|$)`)
}

// kind returns the kind of section a heading opens within sections of the given
// kind, and false where no rule knows it.
func (r *SectionRules) kind(heading string, in corpus.SectionKind) (corpus.SectionKind, bool) {
	name, appendix := headingName(heading)
	for _, rule := range r.rules {
		if name != "" && rule.match.MatchString(name) {
			if slices.Contains(rule.unlessIn, in) {
				return in, true
			}
			return rule.kind, true
		}
	}
	if appendix {
		return corpus.SectionAppendix, true
	}
	return corpus.SectionUnknown, false
}

// isCover reports whether a line is of the kind that stands on a cover.
func (r *SectionRules) isCover(line string) bool {
	name, _ := headingName(line)
	return r.cover.MatchString(name)
}

var (
	headingPrefix = regexp.MustCompile(`^(?:(\d{1,2}(?:\.\d{1,3})*[a-z]?)[.):]?\s+)?(?:(section|chapter|part|appendix|appendices|annex|annexe)(?:\s+(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten))?(?:\s*[:.,–—-]+\s*|\s+|$))?`)
	headingQuotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "&", "and")
)

// headingName reduces a heading to what the rules are matched against, and
// reports whether it is that of an appendix.
func headingName(heading string) (name string, appendix bool) {
	name = headingQuotes.Replace(strings.ToLower(strings.Join(strings.Fields(heading), " ")))
	if m := headingPrefix.FindStringSubmatch(name); m != nil {
		appendix = strings.HasPrefix(m[2], "app") || strings.HasPrefix(m[2], "annex")
		name = name[len(m[0]):]
	}
	return strings.Trim(name, " .,:;?!\"*¹²³⁴⁵–—-"), appendix
}
