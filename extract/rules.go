package extract

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"thematic/corpus"
)

//go:embed sections.yaml
var builtinSections []byte

// maxSections is the most bytes of a table of sections.
const maxSections = 64 << 10

// SectionRules tell from a heading which kind of section it opens.
type SectionRules struct {
	covers   []wording     // of which one matches a line of a cover
	imprints []wording     // of which one matches the first line of an imprint
	rules    []sectionRule // tried in their order
}

type sectionRule struct {
	kind     corpus.SectionKind
	match    wording
	unlessIn []corpus.SectionKind
}

// builtinRules parses the rules that come with the program, once.
var builtinRules = sync.OnceValue(func() *SectionRules {
	rules, err := ParseSectionRules("sections.yaml", builtinSections)
	if err != nil {
		panic(err) // a test parses it
	}
	return rules
})

// SectionsHash names the user's table of sections in a record; it is "" where
// there is none.
func (o Options) SectionsHash() string {
	if o.Sections == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(o.Sections))
	return hex.EncodeToString(sum[:])
}

// Resection gives a file that was read before the sections of o's table. Its
// error is that of a table that cannot be used.
func (o Options) Resection(record *corpus.Record) error {
	rules, err := sectionRules(o.Sections)
	if err != nil {
		return err
	}
	fillSections(&record.Text, rules)
	record.Sections = o.SectionsHash()
	return nil
}

// sectionRules are the rules of a user's table, if there is one, and after them
// those that come with the program.
func sectionRules(table string) (*SectionRules, error) {
	if table == "" {
		return builtinRules(), nil
	}
	own, err := ParseSectionRules("the table of sections", []byte(table))
	if err != nil {
		return nil, err
	}
	builtin := builtinRules()
	return &SectionRules{
		covers:   slices.Concat(own.covers, builtin.covers),
		imprints: slices.Concat(own.imprints, builtin.imprints),
		rules:    slices.Concat(own.rules, builtin.rules),
	}, nil
}

// sectionFile is a table of sections as it is written.
type sectionFile struct {
	Cover   *scalar    `yaml:"cover"`
	Imprint *scalar    `yaml:"imprint"`
	Rules   []fileRule `yaml:"rules"`
}

// fileRule is a rule of a table as it is written.
type fileRule struct {
	Kind     scalar   `yaml:"kind"`
	Match    []scalar `yaml:"match"`
	UnlessIn []scalar `yaml:"unless_in"`
}

// scalar is a text in a file of YAML and the place where it stands.
type scalar struct {
	text string // "" where something else than text stands there
	at   *token.Position
}

// UnmarshalYAML implements yaml.NodeUnmarshaler.
func (s *scalar) UnmarshalYAML(n ast.Node) error {
	s.at = n.GetToken().Position
	if _, ok := n.(ast.ScalarNode); !ok {
		return nil
	}
	return yaml.NodeToValue(n, &s.text)
}

// ParseSectionRules reads rules as sections.yaml has them, which also describes
// their form. An unknown key, an unknown kind and a pattern that cannot be
// compiled are errors: a [*corpus.InputError] whose path is name with the line and
// the column, "name:3:5".
func ParseSectionRules(name string, data []byte) (*SectionRules, error) {
	p := sectionParser{name}
	if len(data) > maxSections {
		return nil, p.fault(nil, "larger than %d kB: this is hardly a table of sections", maxSections>>10)
	}
	file, err := parseSections(data)
	if err != nil {
		return nil, p.yaml(err)
	}
	rules := &SectionRules{}
	if rules.covers, err = p.folded(file.Cover); err != nil {
		return nil, err
	}
	if rules.imprints, err = p.folded(file.Imprint); err != nil {
		return nil, err
	}
	for i, r := range file.Rules {
		switch {
		case r.Kind.at == nil && len(r.Match) == 0:
			return nil, p.fault(nil, "rule %d is empty: it wants a kind and a list to match", i+1)
		case r.Kind.at == nil:
			return nil, p.fault(r.Match[0].at, "rule %d wants a kind", i+1)
		case len(r.Match) == 0:
			return nil, p.fault(r.Kind.at, "rule %d wants a list of patterns to match", i+1)
		}
		kinds, err := p.kinds(append([]scalar{r.Kind}, r.UnlessIn...))
		if err != nil {
			return nil, err
		}
		match, err := p.wholeWords(r.Match)
		if err != nil {
			return nil, err
		}
		rules.rules = append(rules.rules, sectionRule{kinds[0], match, kinds[1:]})
	}
	return rules, nil
}

// parseSections reads a table as it is written. The parser of YAML panics on some
// tables that have tags.
func parseSections(data []byte) (file sectionFile, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = errors.New("it is no YAML that can be read: leave out tags such as !this one")
		}
	}()
	tree, err := corpus.ParseYAML(data)
	if err != nil {
		return file, err
	}
	if len(tree.Docs) == 0 || !isMapping(tree.Docs[0].Body) {
		return file, errNoTable
	}
	if key := firstUnknown(tree.Docs[0].Body); key != nil {
		return file, key
	}
	err = yaml.NodeToValue(tree.Docs[0].Body, &file, yaml.Strict())
	if err == nil && file.Cover == nil && file.Imprint == nil && len(file.Rules) == 0 {
		err = errNoTable
	}
	return file, err
}

// errNoTable is said of YAML that holds nothing of a table of sections.
var errNoTable = errors.New(`it is no table of sections, which has "rules:" and below it a list of "- kind: lessons" and "match: [PATTERN]"; ` +
	`CODEBOOK.md shows one`)

// unknownKey is the error of a key that a table of sections does not have, worded and
// placed as the parser's errors are, which names any one of several.
type unknownKey struct {
	at   *token.Token
	keys []string // that may stand there
}

func (k *unknownKey) Error() string          { return k.GetMessage() }
func (k *unknownKey) GetToken() *token.Token { return k.at }
func (k *unknownKey) GetMessage() string {
	return fmt.Sprintf("unknown field %q in a table of sections%s", k.at.Value, corpus.Instead(k.at.Value, k.keys))
}

// firstUnknown returns the first key in a table that it does not have, nil where there
// is none.
func firstUnknown(table ast.Node) *unknownKey {
	for _, pair := range pairs(table) {
		if key := unknownOf[sectionFile](pair); key != nil {
			return key
		}
		rules, _ := pair.Value.(*ast.SequenceNode) // of all keys, only rules has a list
		if rules == nil {
			continue
		}
		for _, rule := range rules.Values {
			for _, pair := range pairs(rule) {
				if key := unknownOf[fileRule](pair); key != nil {
					return key
				}
			}
		}
	}
	return nil
}

// unknownOf returns the key of pair where no field of T is named so.
func unknownOf[T any](pair *ast.MappingValueNode) *unknownKey {
	var keys []string
	for field := range reflect.TypeFor[T]().Fields() {
		keys = append(keys, field.Tag.Get("yaml"))
	}
	if key := pair.Key.GetToken(); !slices.Contains(keys, key.Value) {
		return &unknownKey{key, keys}
	}
	return nil
}

func isMapping(n ast.Node) bool {
	_, ok := n.(ast.MapNode)
	return ok
}

// pairs are the keys and values of a mapping, none where n is something else, or
// takes some from elsewhere.
func pairs(n ast.Node) []*ast.MappingValueNode {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	}
	if slices.ContainsFunc(pairs, func(p *ast.MappingValueNode) bool { return p.Key.IsMergeKey() }) {
		return nil
	}
	return pairs
}

// sectionParser words what is wrong with the file of a name.
type sectionParser struct{ name string }

// fault is an error at a place in the file; the place of nil is the file itself.
func (p sectionParser) fault(at *token.Position, format string, args ...any) error {
	path := p.name
	if at != nil {
		path = fmt.Sprintf("%s:%d:%d", p.name, at.Line, at.Column)
	}
	return &corpus.InputError{Path: path, Reason: fmt.Sprintf(format, args...)}
}

// yaml is a fault that the parser of YAML found.
func (p sectionParser) yaml(err error) error {
	var placed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	var other *yaml.UnexpectedNodeTypeError
	var broken *yaml.SyntaxError
	switch {
	case errors.As(err, &broken):
		return p.fault(broken.Token.Position, "%s (a table of sections is YAML, with cover, imprint and rules)", broken.Message)
	case errors.As(err, &other) && other.Expected == ast.SequenceType:
		return p.fault(other.Token.Position, `a list is wanted here: [a, b], or an entry on a line of its own behind "- "`)
	case errors.As(err, &other):
		return p.fault(other.Token.Position, "a rule is wanted here, with kind and match, and unless_in where need be")
	case errors.As(err, &placed) && placed.GetToken() != nil:
		return p.fault(placed.GetToken().Position, "%s", placed.GetMessage())
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return p.fault(nil, "%s", first)
}

func (p sectionParser) kinds(names []scalar) ([]corpus.SectionKind, error) {
	var kinds []corpus.SectionKind
	for _, n := range names {
		kind := corpus.SectionKind(n.text)
		if !slices.Contains(corpus.SectionKinds, kind) {
			return nil, p.fault(n.at, "there is no kind of section %q%s", kind, corpus.Instead(string(kind), corpus.SectionKinds))
		}
		kinds = append(kinds, kind)
	}
	return kinds, nil
}

// folded makes a wording of a pattern whose lines may break after an alternative;
// it returns none for nil.
func (p sectionParser) folded(pattern *scalar) ([]wording, error) {
	if pattern == nil {
		return nil, nil
	}
	pattern.text = strings.ReplaceAll(pattern.text, "| ", "|")
	w, err := p.wholeWords([]scalar{*pattern})
	if err != nil {
		return nil, err
	}
	return []wording{w}, nil
}

// wholeWords makes one wording of patterns.
func (p sectionParser) wholeWords(patterns []scalar) (wording, error) {
	var parts []string
	for _, s := range patterns {
		if _, err := syntax.Parse(s.text, syntax.Perl); err != nil || s.text == "" {
			return wording{}, p.fault(s.at, "the pattern %q cannot be used: %v", s.text, patternFault(err))
		}
		parts = append(parts, s.text)
	}
	w, err := newWording(parts)
	if err != nil {
		return wording{}, p.fault(patterns[0].at, "the patterns cannot be used together: %v", err)
	}
	return w, nil
}

func patternFault(err error) string {
	if err == nil {
		return "a text is wanted, in quotes where it begins with * @ [ { or & or holds \": \""
	}
	return strings.TrimPrefix(err.Error(), "error parsing regexp: ")
}

// ruling is what the rules say of a heading.
type ruling struct {
	rule     *sectionRule // that knows it; nil for none
	appendix bool         // it says so itself
}

// ruling looks for the rule that knows a heading.
func (r *SectionRules) ruling(heading string) ruling {
	name, appendix := headingName(heading)
	for i := range r.rules {
		if name != "" && r.rules[i].match.in(name) {
			return ruling{&r.rules[i], appendix}
		}
	}
	return ruling{nil, appendix}
}

// kind returns the kind of section that the heading opens within sections of the
// given kind: that kind again where its rule gives way to it. It returns false
// where neither a rule nor the heading itself tells.
func (r ruling) kind(in corpus.SectionKind) (corpus.SectionKind, bool) {
	switch {
	case r.rule != nil && slices.Contains(r.rule.unlessIn, in):
		return in, true
	case r.rule != nil:
		return r.rule.kind, true
	case r.appendix:
		return corpus.SectionAppendix, true
	}
	return corpus.SectionUnknown, false
}

// isAny reports whether a line has one of the wordings.
func isAny(wordings []wording, line string) bool {
	name, _ := headingName(line)
	return slices.ContainsFunc(wordings, func(w wording) bool { return w.in(name) })
}

var (
	headingPrefix = regexp.MustCompile(`^(?:(\d{1,2}(?:\.\d{1,3})*[a-z]?)[.):]?\s+|(?:[a-h]|[ivx]{1,4})[.)]\s+)?(?:(section|chapter|part|appendix|appendices|annex|annexe)(?:\s+(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten))?(?:\s*[:.,–—-]+\s*|\s+|$))?`)
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
