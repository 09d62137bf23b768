package extract

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// headings are headings as reports have them, in our own words, by the kind of
// section they open at the top of a report.
var headings = map[corpus.SectionKind][]string{
	corpus.SectionContents: {"Index", "Contents", "Table of Contents", "CONTENTS PAGE"},
	corpus.SectionForeword: {"Board response to the review", "LSCB response", "Response of the safeguarding partners", "A family tribute",
		"A message of condolence", "Foreword", "Preface by the chair", "Statement from the independent chair", "Acknowledgements", "The Partnership's apology"},
	corpus.SectionSummary: {"Executive summary", "Overview", "1. Summary", "Lay summary", "At a glance"},
	corpus.SectionIntroduction: {"Why is this case being reviewed?", "Context to the Serious Case Review", "Initiation of serious case review",
		"A. Introduction", "II. Introduction", "Why this case is being reviewed", "Decision to undertake the SCR", "Rationale for this practice review", "Background to the LCSPR", "Incident leading up to the review", "Circumstances resulting in the review", "Part One: Preliminary", "The review", "What this report is about", "1. Introduction", "Introduction and background", "Reasons for the review", "Why was this case reviewed?", "Why this review was commissioned",
		"Purpose of this report", "Circumstances leading to the review", "Background to the review", "Decision to hold a serious case review"},
	corpus.SectionTermsOfRef: {"Scope questions", "What we wanted to know", "Key areas of focus", "Issues to be addressed", "Specific issues for the review",
		"The remit", "What the panel looked at", "What we asked", "The questions put to the reviewers", "2 Terms of Reference", "Appendix 1 – Terms of reference", "Key lines of enquiry", "Scope of the review", "Scope and period of the review",
		"Questions for the panel", "Research questions", "What this review set out to answer", "Aims and objectives", "Issues to be considered"},
	corpus.SectionMethod: {"Author of the overview report", "Documents reviewed", "Data sources", "Systems methodology", "Naming conventions", "Structure of the report", "Individual Management Reviews (IMRs)", "Reviewing expertise and independence", "Criminal proceedings", "Coronial proceedings and inquest",
		"About the author", "Review team and panel members", "Child Practice Review process", "Adult practice review process", "Time period reviewed and why", "Structure of the review process", "Arrangements for this case review", "The case group", "Media attention", "The SAR process", "Statement of independence", "Publication of this report", "Publication arrangements", "Overview of the methodology", "How we did it", "How the work was done", "How it was carried out", "Methodology", "3.2 The methodology used", "Review process", "Process followed", "How this review was undertaken", "How we carried out the work",
		"The conduct of the serious case review", "About Learning Together", "Introduction to the SILP model", "Parallel proceedings", "Confidentiality and anonymity",
		"Membership of the review team", "Overview author", "Quality of the individual management reviews", "Agencies contributing to the review", "Limitations",
		"Your response", "COPIES AND PUBLICATION", "CORONER’S LEGAL POWERS"},
	corpus.SectionFamily: {"Pen portrait of Mr A", "Brief biography", "Key family members", "The subject child and family",
		"Family situation", "Who was Child K?", "About the twins", "Sam's family", "Persons mentioned", "Sam and those close to him", "Who was who", "Family composition", "The family and household", "Genogram", "Family tree", "Sam and his family", "Details of the family", "Significant people", "Who’s who",
		"Parents' background", "Pen pictures"},
	corpus.SectionChronology: {"Case outline", "Events leading up to the incident", "Key information prior to the period under review", "Relevant history", "Contextual information", "Summary of information known to the agencies", "Summary of services' involvement", "The circumstances", "Narrative account",
		"A brief background prior to the scoped period", "Summary timeline", "Context of the report/Sequence of events", "Child C's life", "Relevant history prior to the period under review", "Synopsis", "The facts: what agencies did", "Factual background", "Overview of what was known", "Significant issues before the birth", "Involvement of other agencies", "Key period 2: the winter", "The course of events", "The story", "Chronology", "Integrated chronology of key events", "Summary of agency contacts", "Brief summary of the case", "Narrative", "Key events", "Timeline",
		"What happened in 2012", "Background information", "Previous involvement with services", "Agency involvement", "The index incident", "INVESTIGATION and INQUEST",
		"CIRCUMSTANCES OF THE DEATH"},
	corpus.SectionAppraisal: {"Practice during the scoped period", "The year in brief, with our comments", "What happened and what we make of it", "Appraisal of practice", "Review team’s appraisal", "Narrative and analysis", "Summary of events and commentary", "Key practice episodes",
		"KPE 3 – the second referral", "Episode 2: the summer holidays", "Key Practice Episode Four"},
	corpus.SectionLivedExperience: {"What was life like for Child K?", "Hearing the voice of the child",
		"What Sam would have told us", "The lived experience of the children", "Voice of the child", "A day in the life of Sam", "The children’s daily lives", "What Sam's life was like", "Wishes and feelings of the children"},
	corpus.SectionFamilyViews: {"Input from the family", "Engagement with family members", "Involvement and perspectives of the family", "Views of Child K",
		"Engagement of the parents in the review process", "Information from the family", "Parental engagement with the review", "Parents' contribution to the serious case review", "How was the family involved in this review?", "Contact with family members and other parties during the review", "The grandfather's view", "Sam's own account", "The views of Ms B and Mr C", "What Sam thinks", "Ms B's contribution", "Family views", "Mother’s and father’s views", "Parents' contribution to the review", "The views of the grandmother", "What Sam told us", "Involvement of the family",
		"Sam's messages for professionals"},
	corpus.SectionPractitioners: {"Practitioner involvement",
		"Practitioner event", "Section 7A: What staff told us", "Practitioners’ views", "What staff told us", "Views of professionals", "Feedback from practitioners", "The learning event"},
	corpus.SectionContext: {"The organisational setting", "Organisational context", "Context", "The local context", "Workforce pressures", "Service context and change"},
	corpus.SectionAnalysis: {"Overall analysis and recommendations", "Root causes", "Revisiting the terms of reference", "Analysis and recommendations",
		"Key learning themes", "Overall response to the SCR terms of reference", "What got in the way", "Reviewer’s comment", "Panel comments", "Strengths and weaknesses", "Good practice and missed opportunities", "What went well, and what did not", "Contributory factors", "What makes this case a window on practice", "Were the children seen alone by anyone?", "How thorough was the assessment?", "What we think this means", "What did not go wrong", "Could this have been prevented?", "Matters on which we make no criticism", "5. Analysis", "Thematic analysis", "Analysis and evaluation", "Evaluation of agency practice", "Key themes", "Themes arising from the review", "Theme 4: thresholds",
		"Learning theme B", "Key issues", "Discussion", "Was the injury predictable?", "Predictability and preventability", "How well did agencies work together?",
		"Responses to the key lines of enquiry", "Multi-agency working", "Case study 1", "Critical reflection"},
	corpus.SectionFindings: {"Findings and recommendations", "Findings, learning and recommendations", "Additional findings",
		"Single agency findings", "Systems findings", "What else did we find?", "What was found", "Findings", "Headline findings", "Summary of key findings", "Main findings of the review", "Finding 3", "Finding 2: Plans are kept when they no longer work",
		"Finding Four. Meetings share facts and not meaning", "Priority finding 1", "What we found", "CORONER’S CONCERNS", "The MATTERS OF CONCERN are as follows", "Overall effectiveness",
		"The experiences and progress of children in care: good"},
	corpus.SectionLessons: {"Learning and recommendations", "Key learning and recommendations",
		"Learning arising from the review", "Points of learning", "Points for learning", "Multi-agency learning", "Organisational learning", "Early learning points", "Early lessons", "What this review tells us", "What does this case tell us?",
		"Application of learning to the wider system", "Identified learning", "Identified learning for agencies", "Learning 3", "Areas for learning", "Key practice messages", "What can we learn?", "Single agency learning", "Practice and organisational learning", "Part Six: What is to be learned", "Lessons learned", "Lessons to be learnt", "Key learning", "Learning points", "Summary of learning", "Learning identified", "What can be learned",
		"Conclusions and learning", "Learning for the partnership", "Learning point 4: bruises"},
	corpus.SectionConclusion: {"The panel's conclusions", "Reviewer’s conclusions", "Conclusions and recommendations", "Concluding discussion",
		"Summary of conclusions", "Conclusion", "9 Conclusions", "Concluding remarks", "Final thoughts", "Summary and conclusions"},
	corpus.SectionStrengths: {"What did we do well?", "What good practice was seen", "Practice which deserves praise", "Credit where it is due", "What went well", "What worked", "Good practice", "Examples of good practice", "Strengths", "Key strengths", "What worked well", "What was done well?", "Practice worthy of praise", "Notable practice",
		"Practice study: highly effective practice", "Case study: effective practice", "Early help strengths"},
	corpus.SectionImprovement: {"Practice improvement points", "Care and service delivery problems", "Areas of practice for development", "Practice that could have been better", "What did not go so well?",
		"What could agencies have done better?", "Poor practice", "Opportunities missed", "What went wrong", "Areas for improvement", "Areas for priority action", "Areas of development", "What needs to improve?", "What needs to improve in this service?¹", "What needed to change",
		"What could have been done better", "Missed opportunities", "Case study: area for improvement", "Practice study: areas for improvement", "Key weaknesses"},
	corpus.SectionActionTaken: {"Progress to date", "Update on actions", "Response of agencies since the review",
		"Implementation of the learning", "Since then", "Already done", "Action already taken", "Actions taken since the review", "What has changed since", "How services have changed", "Developments since the death", "Progress since 2014",
		"Improvements made", "Service developments"},
	corpus.SectionRecommendations: {"Strategies for improving practice and systems", "Multi-agency recommendations", "Suggestions for action", "Key considerations for the partnership",
		"Assurance questions", "What happens next?", "Actions for agencies", "Reflective questions", "Questions to consider in supervision", "What do we need to do differently?", "Messages for practitioners", "Implications for practice", "Considerations for the MSCB", "Improving systems and practice", "What the partners will be asked to do", "Recommendations", "10. Recommendations for the Board", "Challenges for the Board", "Considerations for the partnership", "Questions for the Safeguarding Board",
		"Next steps", "ACTION SHOULD BE TAKEN", "Overview recommendations"},
	corpus.SectionActionPlan: {"Action plan", "Multi-agency action plan", "Single agency recommendations", "Recommendations from the agency reports", "Appendix C: IMR recommendations"},
	corpus.SectionGlossary:   {"Words and initials", "Words", "Glossary", "Appendix 3: Glossary of terms", "Abbreviations", "List of acronyms", "Terms used", "Key to initials", "Definitions", "Abbreviations and acronyms used"},
	corpus.SectionReferences: {"References/further reading", "Footnotes",
		"Background reading/References", "Useful links", "Useful contacts", "Resources and links", "Further resources", "Find out more", "Notes", "References", "Bibliography", "Sources and further reading", "Annex B References", "Endnotes"},
	corpus.SectionResearch: {"Learning arising from previous serious case reviews", "Multi-agency learning from other reviews", "What research tells us", "What the research evidence suggests", "Learning from research", "National learning", "Research", "What does research tell us?", "Messages from research", "Literature review", "National context", "Learning from other reviews"},
	corpus.SectionEquality: {"Cultural considerations", "Cultural and religious identity", "Issues of race and faith", "Equality and diversity", "Race, religion, language and culture", "Protected characteristics"},
	corpus.SectionAppendix: {"Appendix 4", "Annex A", "Appendix D: Letters sent"},
	corpus.SectionUnknown: {"Engagement with families", "Response of the partnership to domestic abuse", "Partners' response to neglect", "Practice that was seen", "Use of language", "Criminal investigation", "Information from the nursery", "Care proceedings", "Views of risk",
		"Identified learning needs", "Early learning", "Early learning needs", "Learning disability service", "Organisational learning needs", "What the evidence shows", "Resources", "Contacts", "Further contacts", "Conduct of the section 47 process", "Overview of the child protection process", "Description of the assessment process", "Arrangements for the looked after review", "Arrangements for the child in need review", "Rationale for closing the case after review", "Rationale for the child protection review", "Significant issues in practice", "Significant issues in information sharing", "Publication date: 2 May 2017", "Publication May 2017", "How the decision to close was arrived at", "Other matters", "The night of the party", "Health visiting", "Leadership and management", "Dates", "", "7."},
}

func TestSectionKinds(t *testing.T) {
	rules := builtinRules()
	n := 0
	for want, titles := range headings {
		for _, title := range titles {
			n++
			if got, _ := rules.ruling(title).kind(corpus.SectionUnknown); got != want {
				t.Errorf("%q: got %s, want %s", title, got, want)
			}
		}
	}
	if n < 120 {
		t.Errorf("got %d headings in the table, want 120 at least", n)
	}
}

func TestSectionKindsWithinOthers(t *testing.T) {
	tests := []struct {
		heading string
		in      corpus.SectionKind
		want    corpus.SectionKind
	}{
		{"The child's voice", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"The family's history", corpus.SectionFindings, corpus.SectionFindings},
		{"Race and culture", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"The questions that we were not asked", corpus.SectionFindings, corpus.SectionFindings},
		{"Period two: the spring", corpus.SectionAppraisal, corpus.SectionAppraisal},
		{"Implications for practice", corpus.SectionFindings, corpus.SectionFindings},
		{"Significant issues before the birth", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"Involvement of other agencies", corpus.SectionLessons, corpus.SectionLessons},
		{"How was the family involved in this review?", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"Arrangements for the review", corpus.SectionFindings, corpus.SectionFindings},
		{"Criminal proceedings", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"Relevant history", corpus.SectionFindings, corpus.SectionFindings},
		{"Recommendation 1", corpus.SectionFindings, corpus.SectionRecommendations},
		{"What happened", corpus.SectionAppraisal, corpus.SectionChronology},
		{"Good practice", corpus.SectionAnalysis, corpus.SectionStrengths},
		{"Recommendations made by single agencies", corpus.SectionRecommendations, corpus.SectionActionPlan},
	}
	for _, tt := range tests {
		if got, _ := builtinRules().ruling(tt.heading).kind(tt.in); got != tt.want {
			t.Errorf("%q in %s: got %s, want %s", tt.heading, tt.in, got, tt.want)
		}
	}
}

// TestTitlesOpenNoChronology reads what may stand on the first page of a review
// and opens no part of it.
func TestTitlesOpenNoChronology(t *testing.T) {
	for _, title := range []string{"Review of the case of Child W", "A review of the background of Child W"} {
		if kind, known := builtinRules().ruling(title).kind(corpus.SectionUnknown); known {
			t.Errorf("%q: got %s, want none", title, kind)
		}
	}
}

// textOf builds a text from lines: "#" and "##" are headings, "..." an entry of
// the contents, "|" a new page; the rest are paragraphs.
func textOf(lines ...string) corpus.Text {
	b := corpus.NewBuilder(corpus.DefaultLimits())
	for _, line := range lines {
		level := len(line) - len(strings.TrimLeft(line, "#"))
		switch {
		case line == "|":
			b.BeginPage(corpus.Page{})
		case level > 0:
			b.Append(corpus.Block{Kind: corpus.BlockHeading, Level: level}, line[level:])
		case strings.HasPrefix(line, "- "):
			b.Append(corpus.Block{Kind: corpus.BlockBullet}, line[2:])
		case strings.HasPrefix(line, "..."):
			b.Append(corpus.Block{Kind: corpus.BlockContents}, line[3:])
		default:
			b.Append(corpus.Block{Kind: corpus.BlockParagraph}, line)
		}
	}
	return b.Finish()
}

func TestFillSections(t *testing.T) {
	long := strings.Repeat("word ", 60)
	sams := strings.Repeat("Sam’s mother was asked. ", 10)
	tests := []struct {
		name  string
		lines []string
		want  string // kind and parent of each section
		kinds string // of the section of each block
	}{
		{"cover, contents and body",
			[]string{"# Serious Case Review: Child A", "A Board", "|", "# Contents", "...Findings 2", "|", "# 1. Introduction", long, "# 2. Findings", "## The move", long},
			"cover -1, contents -1, introduction -1, findings -1, findings 3",
			"cover cover contents contents introduction introduction findings findings findings"},
		{"a title page worded as headings", []string{"# Serious Case", "# Review", "# Circumstances of the death of Child A", "A Board", "|", "# 1. Introduction", long, "# 2. Findings", long},
			"cover -1, introduction -1, findings -1", "cover cover cover cover introduction introduction findings findings"},
		{"a title page of a summary", []string{"# Serious Case Review: Child A", "# Executive summary", "A Board", "|", "# 1. Introduction", long}, "cover -1, summary -1, introduction -1",
			"cover summary summary introduction introduction"},
		{"a first page with text", []string{"# Serious Case Review", "# Review", long, "|", "# Findings", long}, "cover -1, introduction -1, findings -1", "cover introduction introduction findings findings"},
		{"a first page with a finding in one sentence", []string{"# Serious Case Review", "# Findings", "Nobody spoke to the child.", "|", "# Recommendations", long}, "cover -1, findings -1, recommendations -1", "cover findings findings recommendations recommendations"},
		{"a first page with findings in a list", []string{"# Serious Case Review", "# Findings", "- No plan", "- Nobody asked", "|", "# Recommendations", long}, "cover -1, findings -1, recommendations -1", "cover findings findings findings recommendations recommendations"},
		{"headings with colons", []string{"# Serious Case Review", "A Board", "# Executive summary:", long, "# Key findings:", long, "# Recommendations", long},
			"cover -1, summary -1, findings -1, recommendations -1", "cover cover summary summary findings findings recommendations recommendations"},
		{"an author on the cover", []string{"# Serious Case Review", "# Author:", "Ann Marl", "# Introduction:", long, "# Findings:", long},
			"cover -1, introduction -1, findings -1", "cover cover cover introduction introduction findings findings"},
		{"the child's name", []string{"# Serious Case Review: Sam", "A Board", "# 1. Introduction", long, "# 2. Sam", sams, "# 3. Findings", "## Sam", long},
			"cover -1, introduction -1, lived_experience -1, findings -1, findings 3",
			"cover cover introduction introduction lived_experience lived_experience findings findings findings"},
		{"numbers tell depth",
			[]string{"## 5 Analysis", long, "## 5.1 Records", long, "## 5.1.2 Dates", long, "## 5.2 Visits", long, "# 6. Conclusion", long},
			"analysis -1, analysis 0, analysis 1, analysis 0, conclusion -1",
			"analysis analysis analysis analysis analysis analysis analysis analysis conclusion conclusion"},
		{"letters tell depth",
			[]string{"## 6. Analysis", "## 6a. Faith", "## 6b. Danger", "## 7. Recommendations"},
			"analysis -1, analysis 0, analysis 0, recommendations -1",
			"analysis analysis analysis recommendations"},
		{"an imprint", []string{"# Findings", long, "## The front door", long, "If you would like a copy of this document in large print, ask.", "# Our address", "A street"},
			"findings -1, findings 0, cover -1", "findings findings findings findings cover cover cover"},
		{"an imprint before a section", []string{"# Findings", long, "If you would like a copy of this document in large print, ask.", "# Recommendations", long},
			"findings -1, recommendations -1", "findings findings findings recommendations recommendations"},
		{"the words of an imprint in the report", append([]string{"# Findings", "You may re-use this information."}, slices.Repeat([]string{"Short."}, imprintBlocks)...),
			"findings -1", strings.TrimSpace(strings.Repeat("findings ", imprintBlocks+2))},
		{"too many lines for a cover", append(append([]string{"Serious case review"}, slices.Repeat([]string{"Short."}, coverBlocks)...), "# Findings", long), "findings -1",
			strings.Repeat("unknown ", coverBlocks+1) + "findings findings"},
		{"no cover", []string{long, "# Findings", "Short."}, "findings -1", "unknown findings findings"},
		{"letter", []string{"A street", "Dear Ms B", long + long + long, "# Findings"}, "findings -1", "unknown unknown unknown findings"},
		{"contents without a heading", []string{long + long + long, "...Findings 2", "...Lessons 3", long, "# Findings"},
			"contents -1, findings -1", "unknown contents contents unknown findings"},
		{"stacked headings", []string{"# Areas for improvement", "# Leadership", long, "# The front door", long, "# Strengths", long},
			"areas_for_improvement -1, areas_for_improvement 0, areas_for_improvement 0, strengths -1",
			"areas_for_improvement areas_for_improvement areas_for_improvement areas_for_improvement areas_for_improvement strengths strengths"},
		{"numbers below a heading without one", []string{"# Matters of concern", "# 1. The letters", long, "# 2. The car", long, "# Recommendations", long},
			"findings -1, findings 0, findings 0, recommendations -1", "findings findings findings findings findings recommendations recommendations"},
		{"numbers behind the text of a heading without one", []string{"# Foreword", long, "# 1. The letters", long}, "foreword -1, unknown -1", "foreword foreword unknown unknown"},
		{"unnumbered behind numbered", []string{"## 5. Analysis", long, "## Glossary", "A"}, "analysis -1, glossary -1", "analysis analysis glossary glossary"},
		{"unknown behind numbered", []string{"## 5. Recommendations", long, "## For the police", "Ask.", "## For the school", "Ask.", "## 6. Analysis", long, "## Good practice", long},
			"recommendations -1, recommendations 0, recommendations 0, analysis -1, strengths -1",
			"recommendations recommendations recommendations recommendations recommendations recommendations analysis analysis strengths strengths"},
		{"unknown beside known", []string{"## Glossary", "A", "## The night", long}, "glossary -1, unknown -1", "glossary glossary unknown unknown"},
	}
	for _, tt := range tests {
		text := textOf(tt.lines...)
		fillSections(&text, builtinRules())
		if err := text.Validate(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		var sections, kinds []string
		for _, s := range text.Sections {
			sections = append(sections, fmt.Sprintf("%s %d", s.Kind, s.Parent))
		}
		for _, b := range text.Blocks {
			kinds = append(kinds, string(text.SectionOf(b).Kind))
		}
		if got := strings.Join(sections, ", "); got != tt.want {
			t.Errorf("%s: got sections %s, want %s", tt.name, got, tt.want)
		}
		if got := strings.Join(kinds, " "); got != tt.kinds {
			t.Errorf("%s: got blocks in %s, want %s", tt.name, got, tt.kinds)
		}
	}
}

// TestBoxesEndNoSection reads on behind a box in the section that it stands in, whatever
// the heading of the box opened.
func TestBoxesEndNoSection(t *testing.T) {
	const page = `<main><h2>1. Findings</h2><p>Nobody asked.</p>
<aside><h2>Recommendation 1</h2><p>That the board ask.</p><h3>2. Timeline</h3><p>By June.</p></aside>
<p>No plan was made.</p><aside><p>See below.</p></aside><h3>1.1 The school</h3><p>He was hungry.</p>
<aside><aside><h1>Glossary</h1></aside><p>A form.</p></aside><p>Nobody fed him.</p><h2>2. Good practice</h2><p>A teacher did.</p></main>`
	const want = "findings findings recommendations recommendations chronology chronology findings findings findings findings glossary glossary findings strengths strengths"
	text := Read(strings.NewReader(page), int64(len(page)), "page.html", corpus.DefaultLimits()).Text
	var kinds []string
	for _, b := range text.Blocks {
		kinds = append(kinds, string(text.SectionOf(b).Kind))
	}
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
}

func TestParseSectionRulesRefusesMistakes(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"unknown kind", "rules: [{kind: lesson, match: [x]}]", `own.yaml:1:16: there is no kind of section "lesson": did you mean lessons?`},
		{"unknown key", "rules:\n  - kind: lessons\n    matches: [x]", `own.yaml:3:5: unknown field "matches" in a table of sections: did you mean match?`},
		{"unknown keys of a rule", "rules:\n  - matches: [x]\n    kinds: a\n    kind: lessons\n    unless: b", `own.yaml:2:5: unknown field "matches"`},
		{"unknown keys in several places", "cover: x\nrules:\n  - kind: lessons\n    \"kinds\": a\nimprints: x\nrule: []", `own.yaml:4:5: unknown field "kinds"`},
		{"unknown keys at the top", "covers: x\nimprints: y\nrule: []", `own.yaml:1:1: unknown field "covers" in a table of sections: did you mean cover?`},
		{"unknown key at the top", "rule: []", `own.yaml:1:1: unknown field "rule"`},
		{"broken pattern", "rules:\n  - kind: lessons\n    match:\n      - y\n      - (x", `own.yaml:5:9: the pattern "(x" cannot be used: missing closing )`},
		{"no text", "rules: [{kind: lessons, match: [{a: b}]}]", `own.yaml:1:33: the pattern "" cannot be used: a text is wanted`},
		{"no pattern", "rules: [{kind: lessons}]", "own.yaml:1:16: rule 1 wants a list of patterns to match"},
		{"no kind", "rules: [{match: [x]}]", "own.yaml:1:18: rule 1 wants a kind"},
		{"no list", "rules: [{kind: lessons, match: x}]", "own.yaml:1:32: a list is wanted here"},
		{"no list of rules", "rules: {kind: lessons, match: [x]}", "own.yaml:1:8: a list is wanted here"},
		{"no rule", "rules: [lessons]", "own.yaml:1:9: a rule is wanted here"},
		{"a text", "Dear all, here are the minutes.", "own.yaml: it is no table of sections"},
		{"a list", "- kind: lessons", "own.yaml: it is no table of sections"},
		{"nothing", "", "own.yaml: it is no table of sections"},
		{"no rules", "rules:", "own.yaml: it is no table of sections"},
		{"broken cover", "cover: (x", `own.yaml:1:8: the pattern "(x" cannot be used`},
		{"unknown exclude", "rules: [{kind: lessons, match: [x], unless_in: [analyses]}]", `own.yaml:1:49: there is no kind of section "analyses"`},
		{"no YAML", "rules: [", "own.yaml:1:8: sequence end token ']' not found (a table of sections is YAML"},
		{"nested too deep", "rules: " + strings.Repeat("[", 1<<15), "own.yaml:1:58: nested more than 50 deep"},
		{"too large", strings.Repeat("#", maxSections+1), "own.yaml: larger than 64 kB"},
	} {
		_, err := ParseSectionRules("own.yaml", []byte(tt.data))
		var fault *corpus.InputError
		if !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestOwnTableGoesFirst(t *testing.T) {
	const own = `
cover: the fox papers
imprint: ^printed by the fox
rules:
  - kind: findings
    match: [^what the fox saw$]
  - kind: unknown
    match: [^recommendations$]
  - kind: method
    match: [^good practice$]
    unless_in: [analysis]
`
	rules, err := sectionRules(own)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		heading  string
		in, want corpus.SectionKind
	}{
		{"What the fox saw", corpus.SectionUnknown, corpus.SectionFindings},
		{"7. Recommendations", corpus.SectionUnknown, corpus.SectionUnknown},
		{"Good practice", corpus.SectionUnknown, corpus.SectionMethod},
		{"Good practice", corpus.SectionAnalysis, corpus.SectionAnalysis},
		{"Analysis", corpus.SectionUnknown, corpus.SectionAnalysis},
	} {
		if got, known := rules.ruling(tt.heading).kind(tt.in); got != tt.want || !known {
			t.Errorf("%q in %s: got %s, want %s", tt.heading, tt.in, got, tt.want)
		}
	}
	if !isAny(rules.covers, "The Fox Papers") || !isAny(rules.covers, "Serious case review") {
		t.Error("the covers of both tables are not known")
	}
	if !isAny(rules.imprints, "Printed by the Fox Press.") || !isAny(rules.imprints, "You may re-use this information free of charge.") {
		t.Error("the imprints of both tables are not known")
	}
}

// TestReaderKeepsToItsTable changes the table between files.
func TestReaderKeepsToItsTable(t *testing.T) {
	const page = "<html><body><h1>What the fox saw</h1><p>Nobody visited the family at home.</p></body></html>"
	var reader Reader
	defer reader.Close()
	for _, tt := range []struct {
		table string
		want  corpus.SectionKind
	}{
		{"", corpus.SectionUnknown},
		{"rules: [{kind: findings, match: [fox]}]", corpus.SectionFindings},
		{"rules: [{kind: lessons, match: [fox]}]", corpus.SectionLessons},
		{"", corpus.SectionUnknown},
	} {
		reader.Options.Sections = tt.table
		got := reader.Read(strings.NewReader(page), int64(len(page)), "page.html", corpus.DefaultLimits())
		if len(got.Text.Sections) != 1 || got.Text.Sections[0].Kind != tt.want {
			t.Errorf("table %q: got sections %+v, want one %s", tt.table, got.Text.Sections, tt.want)
		}
		record := corpus.Record{Text: got.Text}
		if err := (Options{Sections: "rules: [{kind: method, match: [fox]}]"}).Resection(&record); err != nil || record.Text.Sections[0].Kind != corpus.SectionMethod || record.Sections == "" {
			t.Errorf("sections told again: got %+v, %v", record.Text.Sections, err)
		}
	}
	reader.Options.Sections = "rules: ["
	if got := reader.Read(strings.NewReader(page), int64(len(page)), "page.html", corpus.DefaultLimits()); got.Status != corpus.StatusFailed {
		t.Errorf("broken table: got %s", got.Status)
	}
}

// TestSectionsToldTwice holds that sections told again are those told first.
func TestSectionsToldTwice(t *testing.T) {
	text := textOf("A cover", "Serious case review", "|", "# Contents", "...Findings 2", "# Findings", "A finding.", "# Who was met", "A list.")
	fillSections(&text, builtinRules())
	again := text
	again.Blocks = slices.Clone(text.Blocks)
	fillSections(&again, builtinRules())
	if !reflect.DeepEqual(text, again) {
		t.Errorf("got %+v, want %+v", again, text)
	}
}

// TestNamedSections: a heading names its section where a rule knows it, and does
// not give way to what is around it.
func TestNamedSections(t *testing.T) {
	text := textOf("# Findings", "A finding.", "## The move", "A finding.", "## Lived experience", "A finding.", "## Good practice", "A finding.")
	fillSections(&text, builtinRules())
	for i, want := range []bool{true, false, false, true} {
		if got := text.Sections[i]; got.Named != want {
			t.Errorf("%s: got %v", got.Title, got.Named)
		}
	}
}

// TestHeadingsOfChildren: a heading is the child's where the cover gives it that
// name, and not where it has the same word.
func TestHeadingsOfChildren(t *testing.T) {
	for _, tt := range []struct {
		cover, heading string
		want           corpus.SectionKind
	}{
		{"Serious Case Review: Sam", "Sam", corpus.SectionLivedExperience},
		{"Serious Case Review Sam", "SAM", corpus.SectionLivedExperience},
		{"Serious Case Review: Baby Sam", "Sam", corpus.SectionLivedExperience},
		{"SERIOUS CASE REVIEW CHILD A", "Child A", corpus.SectionLivedExperience},
		{"Serious Case Review: Child A and Baby B", "Baby B", corpus.SectionLivedExperience},
		{"Serious Case Review: Child A and Baby B", "B", corpus.SectionUnknown},
		{"Serious Case Review Child AB", "Child A", corpus.SectionUnknown},
		{"Serious Case Review Marlham", "Marlham", corpus.SectionUnknown},
		{"Serious Case Review: what was done", "What was done", corpus.SectionUnknown},
	} {
		text := textOf("# "+tt.cover, "A Board", "# 1. Introduction", "# 2. "+tt.heading,
			strings.Repeat("Sam’s mother was asked what Marlham did. ", 10), "# 3. Findings", "## "+tt.heading)
		fillSections(&text, builtinRules())
		if got := text.Sections[2]; got.Kind != tt.want || text.Sections[4].Kind != corpus.SectionFindings {
			t.Errorf("%q under the cover %q: got %s and, in the findings, %s", tt.heading, tt.cover, got.Kind, text.Sections[4].Kind)
		}
	}
	headed := textOf("# Sam", "A Board", "# Sam", strings.Repeat("Sam’s mother was asked. ", 10))
	fillSections(&headed, builtinRules())
	if got := headed.Sections[0].Kind; got != corpus.SectionUnknown {
		t.Errorf("without a cover: got %s", got)
	}
}
