package corpus

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sparsePatterns are those that are looked for in texts of many lines, by name.
var sparsePatterns = map[string]sparse{
	"coroner": kindRules[0].front, "inspection": kindRules[1].front, "briefing": kindRules[2].front,
	"review": sureName, "news": newsHead, "question": question, "leaflet": leafletWord, "step": stepWord,
	"web": webWord, "thematic": thematic, "percentage": percentage,
}

// agrees holds what a sparse pattern finds in text against its expression.
func agrees(t *testing.T, name string, s sparse, text string) {
	t.Helper()
	if got, want := s.find(text), s.re().FindStringIndex(text); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got the match %v, want %v in %.80q", name, got, want, text)
	}
	if got, want := s.count(text, -1), len(s.re().FindAllStringIndex(text, -1)); got != want {
		t.Errorf("%s: got %d matches, want %d in %.80q", name, got, want, text)
	}
	if got, want := s.count(text, 1), len(s.re().FindAllStringIndex(text, 1)); got != want {
		t.Errorf("%s: got %d matches, want %d at the most in %.80q", name, got, want, text)
	}
}

func TestSparsePatternsFindWhatTheirExpressionsDo(t *testing.T) {
	lines := []string{
		"prevention of future deaths", "regulation 28: report", "report to prevent future deaths", "regulation 28", "joint targeted area inspection", "inspection of services",
		"a focused visit to them", "monitoring visit", "thematic review", "overview of serious case reviews", "triennial", "biennial",
		"serious case review", "an lcspr", "rapid review", "learning lessons review", "significant incident learning process", "safeguarding adult review",
		"a spokeswoman", "published today", "today published", "the board has today published a", "you can read the full report", "download the review here",
		"what did we find?", "who was told? no one", "leaflet", "frequently asked", "information for parents", "telephone: 0", "further information",
		"within 3 working days of", "actions required", "responsibility of", "responsible for", "step 2", "steps",
		"click here", "last updated", "skip to main content", "view/ download", "please download", "a to z of", "your comment",
		"scrs", "scr's", "scr’s", "practice reviews", "12.5%", "100% of", "nothing of the kind",
	}
	for name, s := range sparsePatterns {
		for i, line := range lines {
			agrees(t, name, s, line)
			agrees(t, name, s, line+"\n"+lines[(i+1)%len(lines)]+" and "+lines[(i+7)%len(lines)]+"\n")
		}
	}
	if at := kindRules[0].front.find("a letter\nregulation 28\nreport\n"); at == nil {
		t.Error("what goes on in the next line is not found")
	}
}

// blockPatterns are those that are looked for in one block at a time.
var blockPatterns = withReviewTypes(map[string]sparse{
	"credit": authorCues[0], "made by": authorCues[1], "report by": authorCues[2], "by author": byAuthor,
	"coroner": kindRules[0].body, "inspector": kindRules[1].body, "plural": kindRules[2].body,
	"summary": summaryName, "lesser name": lesserName, "any name": anyName,
	"death": deathVerb, "harm": harmWord, "harm done": harmVerb,
	"period": periodCue, "published": publishedLine, "was published": publishedSentence,
	"agreed": endingPatterns[0].line, "presented": endingPatterns[1].line, "completed": endingPatterns[2].line,
	"was agreed": endingPatterns[0].sentence, "was presented": endingPatterns[1].sentence, "was completed": endingPatterns[2].sentence,
	"agree": endingPatterns[0].verb, "present": endingPatterns[1].verb, "complete": endingPatterns[2].verb,
	"decided": decidedBy, "about a review": aboutReview, "board": boardName, "inspected": inspected, "council": council, "area": coroner,
	"subject": subjectOf, "number": numbered, "letter": lettered, "quoted": quotedName, "adult": titled, "author's line": roleBehind, "board for": otherBoards[0].name, "safer": otherBoards[1].name, "bwrdd": otherBoards[2].name, "reference": caseNumber,
	"dated": dated, "iso": isoDate, "in numbers": inNumbers, "published in": publishedIn, "made in": madeIn, "labelled": labelled, "in place": inPlace,
})

// withReviewTypes adds the pattern of each type of review, by its name.
func withReviewTypes(patterns map[string]sparse) map[string]sparse {
	for i, name := range sureNames {
		if name.called != "" {
			patterns[name.called] = saidOf()[i]
		}
	}
	return patterns
}

// realTexts are the texts that lie beside the repository.
func realTexts(t *testing.T) []string {
	t.Helper()
	var texts []string
	files, err := filepath.Glob("../../shared/gold/dev/text/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("../shared/gold is not there")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// inBlock holds what a pattern finds in a block against its expression, and
// reports whether it finds something.
func inBlock(t *testing.T, name, block string) bool {
	t.Helper()
	s := blockPatterns[name]
	got, want := s.submatch(block), s.re().FindStringSubmatchIndex(block)
	if !slices.Equal(got, want) {
		t.Errorf("%s: got the match %v, want %v in %.80q", name, got, want, block)
	}
	return got != nil
}

func TestBlockPatternsFindWhatTheirExpressionsDo(t *testing.T) {
	blocks := []string{
		"Overview Report of the Serious Case Review: Child A (Case 2012/3)", "Report by Ann Smith", "Report author: Ann Smith", "Written by Dr A. B. Smith",
		"It was written by Ann Smith, the independent reviewer", "Marl Safeguarding Children Board", "Marl County Council", "Area: Marl", "Title: A review LSCB: Marl", "Published May 2012", "Inspection of services in Marl",
		"The R Children", "Child 1", "“Tilly”", "3 May 2012", "2012-05-03", "3.5.2012", "Date of report: May 2012", "Executive summary", "minutes of the board", "executive summary", "a case study",
		"Single Unified Safeguarding Review", "independent review into", "Domestic Homicide Review", "Domestic Abuse Related Death Review", "Safeguarding Adult Review", "Safeguarding Practice Review", "Child Practice Review", "Significant Case Review", "Adult Practice Review", "Mr A and Mrs B", "Ann Smith, Independent Author", "Safeguarding Board for Marl", "Safer Marl Partnership", "Bwrdd Diogelu Marl", "local review", "Case Management Review", "A rapid review", "Learning lessons review",
		"Agreed on ", "Presented on ", "Report date ", "Published ", "the review was agreed by the Board on ", "The report was presented in ", "the review was completed on the ",
		"The report was published in ", "the period under review", "it was decided", "a decision", "the review was initiated", "by partners", "the criteria", "the threshold", "He died", "she had suffered a fracture", "in my opinion", "inspectors", "serious case reviews",
	}
	for name := range blockPatterns {
		found := false
		for _, block := range blocks {
			found = inBlock(t, name, block) || found
			inBlock(t, name, strings.ToUpper(block))
		}
		if !found {
			t.Errorf("%s finds nothing", name)
		}
	}
}

func TestBlockPatternsInRealTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("matches every expression against every line")
	}
	for _, text := range realTexts(t) {
		for line := range strings.Lines(text) {
			for name := range blockPatterns {
				inBlock(t, name, strings.TrimRight(line, "\r\n"))
			}
		}
	}
}

func TestFoldedSeesWhatAnExpressionDoes(t *testing.T) {
	re := regexp.MustCompile(`(?i)risks`)
	for _, text := range []string{"RISKS", "riſKs", "ris\u212As", "rißks", "rısks", "Risk s"} {
		if got, want := strings.Contains(folded(text), "risks"), re.MatchString(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func FuzzSparse(f *testing.F) {
	f.Add("The overview report was agreed, presented, completed and published on 3 May 2012 by Ann Smith, independent author, for Marl LSCB, Case 4, Child A; she was injured, died")
	f.Add("scrs\n5% of reviews within 5 days of step 1\nwhat is it?\n")
	f.Fuzz(func(t *testing.T, text string) {
		block, _, _ := strings.Cut(text, "\n")
		for name := range blockPatterns {
			inBlock(t, name, block)
		}
		for _, name := range []string{"inspection", "briefing", "review", "news", "leaflet", "step", "web", "thematic", "percentage"} {
			agrees(t, name, sparsePatterns[name], text)
		}
	})
}
