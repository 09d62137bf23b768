package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// chainWriter writes explanations as an analyst reads them: each sentence once,
// under it its themes, and under each the chain that led to the verdict.
type chainWriter struct {
	places bool              // say where each sentence stands
	labels map[string]string // of themes
	rules  map[string]string // what to say of a pattern or cue, by its id; nothing of the model
}

func newChainWriter(codebook *themes.Codebook, places bool) *chainWriter {
	w := &chainWriter{places: places, labels: map[string]string{}, rules: map[string]string{corpus.RuleModel: ""}}
	for _, t := range codebook.Themes {
		w.labels[t.ID] = t.Label
		for _, p := range t.Patterns {
			w.rules[p.ID] = fmt.Sprintf("%s, line %d: %s", p.ID, p.Line, shortened(p.Text))
		}
	}
	for _, c := range codebook.Context.Cues {
		w.rules[c.ID] = "cue " + c.ID + reach(c)
		if len(c.Until) > 0 {
			w.rules[c.ID] += ", until " + inMarks(c.Until)
		}
	}
	return w
}

// reach says of which words a cue speaks, where it is not the whole sentence.
func reach(c themes.Cue) string {
	if !c.Sets.Reaches() {
		return ""
	}
	words := ", for up to " + corpus.Quantity(c.Within, "word")
	switch c.Direction {
	case themes.Forward:
		return words + " after it"
	case themes.Backward:
		return words + " before it"
	case themes.Both:
		return words + " on either side"
	}
	return ""
}

// shortened cuts a long pattern where one of its words ends.
func shortened(pattern string) string {
	const most = 100 // bytes
	if len(pattern) <= most {
		return pattern
	}
	end := strings.LastIndexAny(pattern[:most], " |")
	if end < 0 {
		return "…"
	}
	return pattern[:end] + " …"
}

func (w *chainWriter) write(out io.Writer, list []themes.Explanation) error {
	var b strings.Builder
	if len(list) == 0 {
		b.WriteString("No theme was named.\n")
	}
	for i, e := range list {
		if i == 0 || e.Span != list[i-1].Span {
			w.sentence(&b, e)
		}
		fmt.Fprintf(&b, "%s: %s, %s\n", e.Theme, spaced(e.Label), e.Status)
		line(&b, "theme", w.labels[e.Theme])
		w.chain(&b, e)
		b.WriteByte('\n')
	}
	if !w.places && slices.ContainsFunc(list, byModel) {
		b.WriteString("The model also weighs the sentences around: 'thematic explain FILE:PAGE' shows the verdict in a report.\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// byModel reports whether the model had its say on e.
func byModel(e themes.Explanation) bool {
	return slices.ContainsFunc(e.Steps, func(s themes.Step) bool { return s.Rule == corpus.RuleModel })
}

// sentence begins a new sentence, and says where it stands.
func (w *chainWriter) sentence(b *strings.Builder, e themes.Explanation) {
	if w.places {
		at := e.Citation()
		fmt.Fprintf(b, "%s, %s", at, spaced(e.Section))
		if !strings.Contains(at, e.Heading) {
			fmt.Fprintf(b, " (%s)", e.Heading)
		}
		if e.Confidence > 0 {
			fmt.Fprintf(b, ", recognised with a confidence of %.0f: compare it with the page", e.Confidence)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "  %s\n\n", e.Quote)
}

// chain writes the steps to a verdict. A pattern that says by itself which way it
// speaks is not quoted again as the answer to that.
func (w *chainWriter) chain(b *strings.Builder, e themes.Explanation) {
	var pattern themes.Step
	for _, s := range e.Steps {
		name := cmp.Or(questions[s.Question], s.Question)
		switch {
		case s.Question == "pattern":
			pattern = s
		case s.Question == "valence" && s.Words == pattern.Words && s.Rule == pattern.Rule:
			continue
		case s.Question == "valence" && s.Rule == corpus.RuleModel:
			name = corpus.RuleModel
		}
		line(b, name, w.answer(s))
	}
	end := verdictWords[e.Status]
	if e.Status != corpus.Rejected {
		end += spaced(e.Label)
	}
	line(b, "verdict", end)
}

// questions are what an analyst calls them, where that is not their own name.
var questions = map[string]string{"scope": "read in", "valence": "which way", "decision": "but"}

// verdictWords are what is said of a status.
var verdictWords = map[corpus.CodingStatus]string{
	corpus.Counted: "counts as ", corpus.Held: "held for a person, as ", corpus.Rejected: "does not count",
}

// line writes what is said under a name.
func line(b *strings.Builder, name, text string) { fmt.Fprintf(b, "  %-12s %s\n", name, text) }

// answer puts one link of a chain into words: what was found, the words of the
// sentence that say so, and the rule.
func (w *chainWriter) answer(s themes.Step) string {
	words := []string{s.Words}
	switch {
	case s.Question == "section" && s.Rule == string(corpus.SectionUnknown):
		return "of no known kind: " + s.Answer
	case s.Question == "section" && s.Words == "":
		return spaced(s.Rule) + ": " + s.Answer
	case s.Question == "decision" && s.Rule == corpus.RuleModel:
		return s.Answer // the words stand in the links before it
	case s.Rule == corpus.RuleModel:
		words = strings.Split(s.Words, ", ")
	}
	text := strings.TrimPrefix(s.Answer, "the model ")
	if s.Words != "" {
		text += ": " + inMarks(words)
	}
	rule, ok := w.rules[s.Rule]
	if !ok {
		rule = s.Rule
	}
	if rule != "" {
		text += "  [" + rule + "]"
	}
	return text
}

// inMarks puts each of words between quotation marks, and makes those within them
// single.
func inMarks(words []string) string {
	single := strings.NewReplacer("“", "‘", "”", "’", `"`, "'")
	var out []string
	for _, w := range words {
		out = append(out, "“"+single.Replace(w)+"”")
	}
	return strings.Join(out, ", ")
}
