package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// checkFacts holds got against the facts that a test expects, as "name=value"; what
// is not among them must be missing, of the names given in only, or of all.
func checkFacts(t *testing.T, name string, got Facts, only []FactName, want ...string) {
	t.Helper()
	values := map[FactName]string{}
	for _, pair := range want {
		fact, value, _ := strings.Cut(pair, "=")
		values[FactName(fact)] = value
	}
	for _, fact := range only {
		if got.Value(fact) != values[fact] {
			t.Errorf("%s: got %s %q, want %q (%q)", name, fact, got.Value(fact), values[fact], got[fact].Evidence.Quote)
		}
		if got.Value(fact) != "" && got[fact].Evidence.Quote == "" {
			t.Errorf("%s: the %s has no evidence", name, fact)
		}
		if year := yearOfDate(got.Value(fact)); !strings.Contains(got[fact].Evidence.Quote, year) && fact != FactTo {
			t.Errorf("%s: the %s %s has the evidence %q", name, fact, got.Value(fact), got[fact].Evidence.Quote)
		}
	}
}

// yearOfDate is the year of what is a date, "" of anything else.
func yearOfDate(value string) string {
	if d, ok := parseDate(value); ok {
		return fmt.Sprint(d.year)
	}
	return ""
}

func TestReadFactsOfTheCover(t *testing.T) {
	only := []FactName{FactTitle, FactBoard, FactArea, FactYear, FactSubject, FactReference, FactAuthors, FactType}
	for _, test := range []struct {
		name  string
		kind  Kind
		file  string
		lines []string
		want  []string
	}{
		{"cover of an overview report", KindReview, "x.pdf", []string{
			"# Overview Report of the Serious Case Review", "# concerning Baby Q", "Upper Marl and Fenn Local Safeguarding Children Board",
			"Undertaken under Chapter 8 of Working Together 2006", "Independent author: A. B.", "March 2007",
		}, []string{"title=Overview Report of the Serious Case Review concerning Baby Q", "board=Upper Marl and Fenn Local Safeguarding Children Board",
			"area=Upper Marl and Fenn", "year=2007", "subject=Baby Q", "authors=A. B.", "review_type=serious case review"}},
		{"a name the family chose, published later than agreed", KindReview, "x.pdf", []string{
			"# Serious Case Review: \"Tilly\"", "Marlshire Safeguarding Children Board", "Agreed 7 July 2016", "Published 3 November 2017, after the trial",
		}, []string{"title=Serious Case Review: \"Tilly\"", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "year=2017", "subject=Tilly", "review_type=serious case review"}},
		{"a name behind the kind of review", KindReview, "x.pdf", []string{
			"# Serious Case Review Tilly", "Marlshire Safeguarding Children Board", strings.Repeat("Tilly was seen. ", 6) + "Tilly’s father was not asked.",
		}, []string{"title=Serious Case Review Tilly", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "subject=Tilly", "review_type=serious case review"}},
		{"a name in a title that runs on", KindReview, "x.pdf", []string{
			"Serious Case Review on Tilly Born May 2011, published March 2013", strings.Repeat("Tilly’s mother was not asked. ", 6),
		}, []string{"title=Serious Case Review on Tilly Born May 2011, published March 2013", "year=2013", "subject=Tilly", "review_type=serious case review"}},
		{"a panel behind the kind of review", KindReview, "x.pdf", []string{
			"# Serious Case Review Panel", "Marlshire Safeguarding Children Board", strings.Repeat("The Panel met. ", 6),
		}, []string{"title=Serious Case Review Panel", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "review_type=serious case review"}},
		{"a place behind the kind of review", KindReview, "x.pdf", []string{
			"# Serious Case Review Marlshire", strings.Repeat("Marlshire was asked. ", 6),
		}, []string{"title=Serious Case Review Marlshire", "review_type=serious case review"}},
		{"authors with titles and letters", KindPractice, "x.pdf", []string{
			"# Child Safeguarding Practice Review: Children D, E and F (Case 2021/4)", "Fenn LSCP", "Lead reviewers: Dr Ann O'Dell, Jo van Marl-Hythe MBE and P. Q-R., independent",
		}, []string{"title=Child Safeguarding Practice Review: Children D, E and F (Case 2021/4)", "board=Fenn LSCP", "area=Fenn", "year=2021", "subject=Children D, E and F",
			"case_reference=Case 2021/4", "authors=Dr Ann O'Dell; Jo van Marl-Hythe; P. Q-R.", "review_type=child safeguarding practice review"}},
		{"a Welsh cover in two languages", KindPractice, "x.pdf", []string{
			"# Adolygiad Ymarfer Plant Estynedig", "# Extended Child Practice Review: CPR 3/2019", "Bwrdd Diogelu Rhanbarthol Marlwent", "12 Mai 2020 / 12 May 2020",
		}, []string{"title=Extended Child Practice Review: CPR 3/2019", "board=Bwrdd Diogelu Rhanbarthol Marlwent", "area=Marlwent", "year=2020", "case_reference=CPR 3/2019", "review_type=child practice review"}},
		{"two reviews in one", KindReview, "x.pdf", []string{
			"# Joint Domestic Homicide Review and Serious Case Review: Child P", "Marlshire Community Safety Partnership", "Report by the independent chair and author, G. T.",
		}, []string{"title=Joint Domestic Homicide Review and Serious Case Review: Child P", "board=Marlshire Community Safety Partnership", "area=Marlshire", "subject=Child P", "authors=G. T.",
			"review_type=joint domestic homicide review and serious case review"}},
		{"a review beside which another was held", KindReview, "x.pdf", []string{
			"# Serious Case Review: Child P", "A domestic homicide review is published with it",
		}, []string{"title=Serious Case Review: Child P", "subject=Child P", "review_type=serious case review"}},
		{"a cover in capitals", KindReview, "x.pdf", []string{
			"# SERIOUS CASE REVIEW", "# CHILD T", "# OVERVIEW REPORT", "MARLSHIRE SAFEGUARDING CHILDREN BOARD", "AUTHOR: JANE O'DELL", "SEPTEMBER 2013",
		}, []string{"title=Serious Case Review Child T Overview Report", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "year=2013",
			"subject=Child T", "authors=Jane O'Dell", "review_type=serious case review"}},
		{"qualifications behind the name", KindReview, "x.pdf", []string{
			"# Overview report into the death of Child F", "Marlshire LSCB", "Independent Author: Ann Marl BA (Hons), CQSW", "A serious case review", "Date of Report – June 2014",
		}, []string{"title=Overview report into the death of Child F", "board=Marlshire LSCB", "area=Marlshire", "year=2014", "subject=Child F", "authors=Ann Marl", "review_type=serious case review"}},
		{"a place on a line of its own, and dates of the child", KindReview, "x.pdf", []string{
			"# MARLSHIRE", "# SAFEGUARDING CHILDREN BOARD", "# SERIOUS CASE REVIEW", "# CHILD N", "Date of birth: 2 May 2009", "Date of death: 4 June 2010", "October 2011", "Marlshire County Council was asked.",
		}, []string{"title=Serious Case Review Child N", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "year=2011", "subject=Child N", "review_type=serious case review"}},
		{"dates of the child alone", KindReview, "x.pdf", []string{
			"# Serious Case Review: Child N", "Date of incident: 4 June 2010",
		}, []string{"title=Serious Case Review: Child N", "subject=Child N", "review_type=serious case review"}},
		{"a letter to a board", KindInspection, "x.pdf", []string{"Dear Marlshire Local Safeguarding Partnership", "Our Safeguarding Children Partnership was seen"},
			[]string{"board=Marlshire Local Safeguarding Partnership", "area=Marlshire"}},
		{"a review of an adult", KindReview, "x.pdf", []string{"# Safeguarding Adults Review: Mr B", "May 2021"},
			[]string{"title=Safeguarding Adults Review: Mr B", "year=2021", "subject=Mr B", "review_type=safeguarding adults review"}},
		{"a cover before the story", KindReview, "x.pdf", []string{
			"# Serious Case Review: Child N", "September 2016", "# The circumstances", "Her stepfather was found guilty in January 2015.",
		}, []string{"title=Serious Case Review: Child N", "year=2016", "subject=Child N", "review_type=serious case review"}},
		{"made, and published later", KindReview, "x.pdf", []string{
			"# Serious Case Review: Child N", "Date: September 2015", "Publication date: 14 June 2017",
		}, []string{"title=Serious Case Review: Child N", "year=2017", "subject=Child N", "review_type=serious case review"}},
		{"the first page that a library puts before a review", KindReview, "x.pdf", []string{
			"Title: Serious case review: Family T7. LSCB: Marlshire Author: Ann Marl Date of publication: 2014", "Copyright of this report is with the publisher.",
		}, []string{"title=Serious case review: Family T7", "area=Marlshire", "year=2014", "subject=Family T7", "authors=Ann Marl", "review_type=serious case review"}},
		{"a title that breaks off, with its author below", KindReview, "x.pdf", []string{
			"# Overview report on the", "Serious Case Review", "# Ann Marl BA CQSW", "The copyright is with Fenn LSCB", "Family composition",
		}, []string{"title=Overview report on the Serious Case Review", "board=Fenn LSCB", "area=Fenn", "review_type=serious case review"}},
		{"what the chair says", KindReview, "x.pdf", []string{
			"# Serious Case Review", "Jo Hythe, Chair of the City of London & Fenn Safeguarding Children Board", "For the Local Safeguarding Children Board",
		}, []string{"title=Serious Case Review", "board=City of London & Fenn Safeguarding Children Board", "area=City of London & Fenn", "review_type=serious case review"}},
		{"a page of the web that begins with its contents", KindReview, "x.html", []string{
			"# Contents [contents]", "# 1 Introduction [introduction]", "In May the Marl and Fenn Safeguarding Adults Partnership heard of the death of William.",
		}, []string{"board=Marl and Fenn Safeguarding Adults Partnership", "area=Marl and Fenn"}},
		{"a place in the title, which has a council", KindReview, "x.pdf", []string{
			"Serious Case Review into neglect", "of young children in Upper Marl: what was learned", "Staff of Upper Marl Borough Council were asked.",
		}, []string{"title=Serious Case Review into neglect", "area=Upper Marl", "review_type=serious case review"}},
		{"what is in a title and is no place", KindReview, "x.pdf", []string{
			"Serious Case Review of a death in May 2013", "An injury in Fenn House", "Staff of Marlshire Council were asked, in Fenn House.",
		}, []string{"title=Serious Case Review of a death in May 2013", "review_type=serious case review"}},
		{"a board in the introduction alone", KindReview, "x.pdf", []string{
			"# Serious Case Review", "# Contents", "# Introduction", "This review was held by Marlshire Safeguarding Children Board.", "The Marlshire Safeguarding Children Board met.",
		}, []string{"title=Serious Case Review", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "review_type=serious case review"}},
		{"two boards in the introduction", KindReview, "x.pdf", []string{
			"# Serious Case Review", "# Contents", "# Introduction", "This review was held by Marlshire Safeguarding Children Board.", "Fenn Safeguarding Children Board was asked.",
		}, []string{"title=Serious Case Review", "board=Marlshire Safeguarding Children Board", "area=Marlshire", "review_type=serious case review"}},
		{"a board in the text of an inspection", KindInspection, "x.pdf", []string{
			"# Focused visit to Fenwick children's services", "# Contents", "The work is led by the Marlshire Safeguarding Children Board.",
		}, []string{"title=Focused visit to Fenwick children's services", "area=Fenwick"}},
		{"an inspection of a borough", KindInspection, "x.pdf", []string{
			"4 March 2019", "Ms B", "Dear Ms B", "# Focused visit to London Borough of Fenwick local authority children's services",
		}, []string{"title=Focused visit to London Borough of Fenwick local authority children's services", "area=Fenwick", "year=2019"}},
		{"a coroner's report", KindCoroner, "x.txt", []string{
			"# PREVENTION OF FUTURE DEATHS REPORT", "Ref 1 Date 2018-11-21 Area Greater Marl North",
		}, []string{"title=Prevention of Future Deaths Report", "area=Greater Marl North", "year=2018"}},
		{"a coroner's report that is signed at its end", KindCoroner, "x.txt", []string{
			"# Regulation 28: report to prevent future deaths", "On 12 March 2017 I commenced an investigation into the death of Tilly.", "You must reply by 3 July 2019.", "9 Dated this 8th day of May 2018 Jo Marl",
		}, []string{"title=Regulation 28: report to prevent future deaths", "year=2018"}},
		{"a coroner's report signed with a date in figures", KindCoroner, "x.txt", []string{
			"# Regulation 28: report to prevent future deaths", "On 12 March 2017 I opened the inquest.", "Jo Marl, Senior Coroner, 08/05/2018",
		}, []string{"title=Regulation 28: report to prevent future deaths", "year=2018"}},
		{"a coroner's report that gives its date first", KindCoroner, "x.html", []string{
			"# Prevention of future deaths report", "Date of report: 21/11/2018", "On 12 March 2017 I opened the inquest.", "9 May 2018",
		}, []string{"title=Prevention of future deaths report", "year=2018"}},
		{"a coroner's report without its date", KindCoroner, "x.txt", []string{
			"# Regulation 28: report to prevent future deaths", "On 12 March 2017 I opened the inquest.", "You must reply by 3 July 2019.",
		}, []string{"title=Regulation 28: report to prevent future deaths"}},
		{"nothing said: folders and file name", KindReview, "Fenn/reports 2011/scr-2012.pdf", []string{
			"# A serious case review", "It begins at once with a long paragraph of running text that goes on for more than thirty words and says nothing at all of the board, the place or the year in which it was written or published by anybody.",
		}, []string{"title=A serious case review", "area=Fenn", "year=2012", "review_type=serious case review"}},
		{"a type in initials", KindReview, "x.pdf", []string{"# SCR: Child K"},
			[]string{"title=SCR: Child K", "subject=Child K", "review_type=serious case review"}},
		{"a review after a rapid one", KindReview, "x.pdf", []string{"# Learning Lessons Review: Child K", "It follows a rapid review"},
			[]string{"title=Learning Lessons Review: Child K", "subject=Child K", "review_type=learning review"}},
		{"a review after one of another type", KindReview, "x.pdf", []string{"# Serious Case Review: Child K", "A case management review was held before"},
			[]string{"title=Serious Case Review: Child K", "subject=Child K", "review_type=serious case review"}},
		{"a coroner's report that gives the day of the death alone", KindCoroner, "x.txt", []string{"# Regulation 28: report to prevent future deaths", "Death: 12 March 2017"},
			[]string{"title=Regulation 28: report to prevent future deaths"}},
		{"a coroner's report with a number", KindCoroner, "x.txt", []string{"# Regulation 28: report to prevent future deaths", "Ref 2017-0123"},
			[]string{"title=Regulation 28: report to prevent future deaths"}},
		{"a name below that of the board", KindOther, "x.pdf", []string{"# Fenn Safeguarding Children Board", "# Tilly"},
			[]string{"title=Tilly", "board=Fenn Safeguarding Children Board", "area=Fenn"}},
		{"folders that are no places", KindReview, "Child K/2014/final report.pdf", []string{"# A serious case review"},
			[]string{"title=A serious case review", "year=2014", "review_type=serious case review"}},
		{"nothing to be found", KindOther, "notes.txt", []string{"The local Board meets."}, nil},
	} {
		checkFacts(t, test.name, factsOfText(testText(test.lines...), test.kind, test.file), only, test.want...)
	}
}

// TestEvidenceIsQuotedAsItIsWritten: what is read in small letters is quoted in
// capitals where it stands in these.
func TestEvidenceIsQuotedAsItIsWritten(t *testing.T) {
	text := testText("# SERIOUS CASE REVIEW", "# CHILD T", "MARLSHIRE SAFEGUARDING CHILDREN BOARD", "AUTHOR: JANE O'DELL", "SEPTEMBER 2013")
	facts := factsOfText(text, KindReview, "x.pdf")
	for _, name := range []FactName{FactTitle, FactBoard, FactYear, FactSubject, FactAuthors} {
		fact := facts[name]
		if fact.Value == "" || fact.Evidence.Page != 1 || !strings.Contains(text.Body, fact.Evidence.Quote) || fact.Evidence.Quote != strings.ToUpper(fact.Evidence.Quote) {
			t.Errorf("%s: got %+v, want a quotation in capitals of page 1", name, fact)
		}
	}
}

func TestReadFactsOfDoubtfulCovers(t *testing.T) {
	only := []FactName{FactTitle, FactBoard, FactArea, FactSubject}
	scr, fenn := "title=Serious Case Review", []string{"board=Fenn Safeguarding Children Board", "area=Fenn"}
	text := func(sentence string) string { return strings.Repeat(sentence+" ", 7) }
	for _, test := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"offices before a board", []string{"# Serious Case Review", "Jo Hythe, Independent Chair and Author, Fenn Safeguarding Children Board"}, append(fenn, scr)},
		{"one office before a board", []string{"# Serious Case Review", "Jo Hythe, Scrutineer, Fenn Safeguarding Children Board"}, append(fenn, scr)},
		{"others before a board", []string{"# Serious Case Review", "Sent to: NHS England, Fenn LSCB"}, []string{scr, "board=Fenn LSCB", "area=Fenn"}},
		{"an office before two places", []string{"# Serious Case Review", "Chair, Marl and Fenn Safeguarding Children Board"}, []string{scr, "board=Marl and Fenn Safeguarding Children Board", "area=Marl and Fenn"}},
		{"Child A above an author", []string{"# Serious Case Review", "# Child A", "Independent author: Jo Hythe"}, []string{scr + " Child A", "subject=Child A"}},
		{"Baby A in capitals above a note", []string{"# SERIOUS CASE REVIEW", "# BABY A", "Do not copy this"}, []string{scr + " Baby A", "subject=Baby A"}},
		{"a title that breaks off at an article", []string{"# Serious Case Review of a", "baby in Fenn"}, []string{scr + " of a baby in Fenn"}},
		{"a summary above a bare board", []string{"# Serious Case Review", "# Child K", "# Executive Summary", "Local Safeguarding Children Board"}, []string{scr + " Child K Executive Summary", "subject=Child K"}},
		{"a child above a bare board", []string{"# Serious Case Review", "Baby Rose", "Local Safeguarding Children Board"}, []string{scr, "subject=Baby Rose"}},
		{"a board on two lines", []string{"# Serious Case Review", "Fenn Safeguarding", "Children Board"}, append(fenn, scr)},
		{"an author below a title of two lines", []string{"# Independent Investigation", "# into the", "# Care of Mr. K", "Report authored by Jo Hythe"}, []string{"title=Independent Investigation into the Care of Mr. K", "subject=Mr. K"}},
		{"the Nursing and Midwifery Council", []string{"# Serious Case Review", "Nursing and Midwifery Council"}, []string{scr}},
		{"the Health and Care Professions Council", []string{"# Serious Case Review", "Health and Care Professions Council"}, []string{scr}},
		{"the Youth Justice Council", []string{"# Serious Case Review", "Youth Justice Council"}, []string{scr}},
		{"the General Medical Council", []string{"# Serious Case Review", "General Medical Council"}, []string{scr}},
		{"the Sentencing Council", []string{"# Serious Case Review", "Sentencing Council"}, []string{scr}},
		{"the Economic and Social Research Council", []string{"# Serious Case Review", "Economic and Social Research Council"}, []string{scr}},
		{"the The County Council", []string{"# Serious Case Review", "The County Council"}, []string{scr}},
		{"the Ambry Town Council", []string{"# Serious Case Review", "Ambry Town Council"}, []string{scr}},
		{"a council of a place", []string{"# Serious Case Review", "Nursing Council", "Ambry Borough Council"}, []string{scr, "area=Ambry"}},
		{"a council of a place where something lies", []string{"# Serious Case Review", "Ambry Council", text("She lived in Ambry.")}, []string{scr, "area=Ambry"}},
		{"a board without a place on two lines", []string{"# Serious Case Review", "Independent Safeguarding", "Children Board"}, []string{scr}},
		{"a council below a board", []string{"# Serious Case Review", "Fenn Safeguarding Children Board", "Ambry Council"}, append(fenn, scr)},
		{"a person called by a letter", []string{"# Serious Case Review", "# Circumstances of the death of L, aged three"}, []string{scr + " Circumstances of the death of L, aged three", "subject=L"}},
		{"a family called by its name", []string{"# Serious Case Review: the Hythe family", text("Mr Hythe was asked.")}, []string{scr + ": the Hythe family", "subject=Hythe family"}},
		{"two children and a sign for and", []string{"# Serious Case Review", "Tilly & Kit", text("Tilly was born in May. Kit was born in June.")}, []string{scr, "subject=Tilly & Kit"}},
		{"three children", []string{"# Serious Case Review", "Tilly, Kit and Joe", text("Tilly was born in May. Kit was born in June. Joe was born in July.")}, []string{scr, "subject=Tilly, Kit and Joe"}},
		{"two children and a place", []string{"# Serious Case Review", "Tilly, Kit and Fenn", text("Tilly was born in May. Kit was born in June. Fenn was asked.")}, []string{scr}},
		{"a child and when she died", []string{"# Serious Case Review", "Tilly, who died in March", text("Tilly was born in May.")}, []string{scr, "subject=Tilly"}},
		{"an officer", []string{"# Serious Case Review", "The murder of PC, aged 30"}, []string{scr}},
		{"a place above the initials of its board", []string{"# SERIOUS CASE REVIEW", "AMBRY", "LSCB", text("Ambry was asked of those who live in Ambry.")}, []string{scr, "board=Ambry LSCB", "area=Ambry"}},
		{"an author above the initials of a board", []string{"# SERIOUS CASE REVIEW", "HYTHE", "LSCB", text("Hythe was asked.")}, []string{scr}},
		{"a short name in capitals", []string{"# SERIOUS CASE REVIEW: SAM", text("Sam was born in May.")}, []string{scr + ": Sam", "subject=Sam"}},
		{"a short name in capitals on a line", []string{"# SERIOUS CASE REVIEW", "SAM", text("Sam was born in May.")}, []string{scr, "subject=Sam"}},
		{"a name in capitals and quotation marks", []string{"# SERIOUS CASE REVIEW", "# ‘ZOË’ AND “LILY”", "FENN SAFEGUARDING CHILDREN'S BOARD", text("Zoë was born in May. Lily was born in June.")}, []string{scr + " ‘Zoë’ and “Lily”", "board=Fenn Safeguarding Children's Board", "area=Fenn", "subject=Lily"}},
		{"letters in capitals on a line", []string{"# SERIOUS CASE REVIEW", "ESAB", text("The board met.")}, []string{scr}},
		{"a name of a review on two lines", []string{"# LOCAL CHILD SAFEGUARDING", "# PRACTICE REVIEW", "# CHILD K"}, []string{"title=Local Child Safeguarding Practice Review Child K", "subject=Child K"}},
		{"a child above the name of a review", []string{"# Child K", "# Serious Case Review"}, []string{scr, "subject=Child K"}},
		{"two deaths", []string{"# Serious Case Review", "The Deaths of Tilly and Kit", text("Tilly was born in May. Kit was born in June.")}, []string{scr, "subject=Tilly and Kit"}},
		{"a child whose case it was", []string{"# Serious Case Review", "The case of Tilly, who died at home", text("Tilly was born in May.")}, []string{scr, "subject=Tilly"}},
		{"a child before others without a name", []string{"# Serious Case Review", "Tilly and her siblings Kit and Joe", text("Tilly was born in May.")}, []string{scr, "subject=Tilly"}},
		{"children in the name of a partnership", []string{"# Serious Case Review", "Held by the Hythe Children and Families Partnership", text("Hythe was asked.")}, []string{scr, "board=Hythe Children and Families Partnership", "area=Hythe"}},
		{"the children of a place", []string{"# Serious Case Review: the Hythe children", text("Hythe County Council was asked.")}, []string{scr + ": the Hythe children"}},
		{"a family of a sort", []string{"# Serious Case Review: the Traveller family", text("She was a Traveller. Traveller families were asked.")}, []string{scr + ": the Traveller family"}},
		{"children of a sort", []string{"# Serious Case Review of the Foster children", text("Foster carers were asked. The Foster team came.")}, []string{scr + " of the Foster children"}},
		{"a family that the text does not name", []string{"# Serious Case Review: the whole family"}, []string{scr + ": the whole family"}},
		{"several families", []string{"# Serious Case Review", "Families A, B and C"}, []string{scr, "subject=Families A, B and C"}},
		{"what is said of a child behind its name", []string{"# Serious Case Review", "A serious incident relating to Tilly, a child in care", text("Tilly was born in May.")}, []string{scr, "subject=Tilly"}},
		{"a child who had services", []string{"# Case review: services provided to Tilly and her family", text("Tilly was born in May.")}, []string{"title=Case review: services provided to Tilly and her family", "subject=Tilly"}},
		{"an author above a bare board", []string{"# Serious Case Review", "Author:", "Jo Hythe", "Safeguarding Children Board"}, []string{scr}},
		{"a note above a bare board", []string{"# Serious Case Review", "Confidential", "Safeguarding Children Board"}, []string{scr}},
		{"an abbreviation", []string{"# Serious Case Review", "LSCB: Local Safeguarding Children Board"}, []string{scr}},
		{"an abbreviation before an office", []string{"# Serious Case Review", "LSCB: Independent Chair"}, []string{scr}},
		{"a library that knows no place", []string{"Title: Serious Case Review. LSCB: Unnamed Author: Jo Hythe"}, []string{scr}},
		{"a dash before a place", []string{"# Serious Case Review – Fenn", text("Neglect was seen in Fenn.")}, []string{scr + " – Fenn"}},
		{"a colon before a place", []string{"# Serious Case Review: Fenn", text("Fenn’s family support team was asked, and Fenn told the Panel.")}, []string{scr + ": Fenn"}},
		{"a place alone on its line", []string{"# Serious Case Review", "Fenn", text("Fenn was found wanting.")}, []string{scr}},
		{"a dash before a child", []string{"# Serious Case Review – Tilly", text("Tilly was born in May.")}, []string{scr + " – Tilly", "subject=Tilly"}},
		{"a colon before a child", []string{"# Serious Case Review: Tilly", text("Tilly’s mother was asked.")}, []string{scr + ": Tilly", "subject=Tilly"}},
		{"a name behind that of the review, told twice more", []string{"# Serious Case Review in respect of Tilly", "Tilly was 37. Tilly was admitted in May."}, []string{scr + " in respect of Tilly", "subject=Tilly"}},
		{"the same, told once more", []string{"# Serious Case Review in respect of Tilly", "Tilly was admitted in May."}, []string{scr + " in respect of Tilly"}},
		{"two names behind an abbreviation", []string{"# SAR Tilly and Bo", text("Tilly’s mother and Bo’s mother were asked.")}, []string{"title=SAR Tilly and Bo", "subject=Tilly and Bo"}},
		{"a name with an age", []string{"# Serious Case Review", "Tilly", text("Tilly, 9, slept there.")}, []string{scr, "subject=Tilly"}},
		{"a name that is a boy's", []string{"# Serious Case Review", "Bo", text("Bo was a cheerful young boy.")}, []string{scr, "subject=Bo"}},
		{"a home for the elderly", []string{"# Serious Case Review in respect of Thornfield", "Those at Thornfield lived in small rooms. Of the beds, Thornfield was 12 miles from the town. Thornfield’s death rate was high."}, []string{scr + " in respect of Thornfield"}},
		{"a child in whose life", []string{"# Serious Case Review in respect of Tilly", "In Tilly’s life there were many homes. Tilly had none of her own."}, []string{scr + " in respect of Tilly", "subject=Tilly"}},
		{"a child alone on her line", []string{"# Serious Case Review", "Tilly", text("Tilly’s mother was asked.")}, []string{scr, "subject=Tilly"}},
		{"a child with the beginning of another word", []string{"# Serious Case Review", "# Child Courtney"}, []string{scr + " Child Courtney", "subject=Child Courtney"}},
		{"a baby with the beginning of another word", []string{"# Serious Case Review", "# Baby Treena"}, []string{scr + " Baby Treena", "subject=Baby Treena"}},
		{"a child called by a number", []string{"# Serious Case Review", "# Child 17/3"}, []string{scr + " Child 17/3", "subject=Child 17/3"}},
		{"an age", []string{"# Serious Case Review", "# Child 2 years old"}, []string{scr + " Child 2 years old"}},
		{"what a child is known as", []string{"# Serious Case Review", "The child known as Tilly", text("Tilly’s mother was asked.")}, []string{scr, "subject=Tilly"}},
		{"two children before a colon", []string{"# Tilly and Bo: serious case review", text("Tilly’s mother and Bo’s mother were asked.")}, []string{"title=Tilly and Bo: serious case review", "subject=Tilly and Bo"}},
		{"what is no child", []string{"# Serious Case Review", "Family Court", "Child Deaths"}, []string{scr}},
		{"initials that are a word", []string{"# SERIOUS CASE REVIEW", "# CHILD AS"}, []string{scr + " Child AS", "subject=Child AS"}},
		{"words that could be initials", []string{"# SERIOUS CASE REVIEW OF AN INJURY AT HOME", "# BABY RE"}, []string{scr + " of an Injury at Home Baby RE", "subject=Baby RE"}},
		{"initials that are a degree", []string{"# Serious Case Review", "# Child BA"}, []string{scr + " Child BA", "subject=Child BA"}},
		{"a partnership of many agencies", []string{"# Serious Case Review", "Fenn Safeguarding Children Multi-Agency Partnership"}, []string{scr, "board=Fenn Safeguarding Children Multi-Agency Partnership", "area=Fenn"}},
		{"a partnership that assures", []string{"# Serious Case Review", "Marl, Fenn and Ambry Children’s Safeguarding Assurance Partnership"}, []string{scr, "board=Marl, Fenn and Ambry Children’s Safeguarding Assurance Partnership", "area=Marl, Fenn and Ambry"}},
		{"a board for an adult", []string{"# Serious Case Review", "Marl and Fenn Adult Safeguarding Board"}, []string{scr, "board=Marl and Fenn Adult Safeguarding Board", "area=Marl and Fenn"}},
		{"a board of many agencies", []string{"# Serious Case Review", "Fenn Multi-Agency Safeguarding Adults Board"}, []string{scr, "board=Fenn Multi-Agency Safeguarding Adults Board", "area=Fenn"}},
		{"an executive", []string{"# Serious Case Review", "Fenn Safeguarding Children Executive"}, []string{scr, "board=Fenn Safeguarding Children Executive", "area=Fenn"}},
		{"a partnership that works together in small letters", []string{"# Serious Case Review", "Fenn Partnership: working together to safeguard children"}, []string{scr, "board=Fenn Partnership: working together to safeguard children", "area=Fenn"}},
		{"a partnership that works together", []string{"# Serious Case Review", "The Fenn Partnership – Working Together to Safeguard Children"}, []string{scr, "board=The Fenn Partnership – Working Together to Safeguard Children", "area=Fenn"}},
		{"an adult and a chair whose initial is given", []string{"# Safeguarding Adults Review", "Mr J Hythe, Chair", "Mrs A and Mr B"}, []string{"title=Safeguarding Adults Review", "subject=Mrs A and Mr B"}},
		{"an adult in quotation marks", []string{"# Safeguarding Adults Review", "‘Mrs Y’"}, []string{"title=Safeguarding Adults Review", "subject=Mrs Y"}},
		{"a review of adults by its name", []string{"# Safeguarding Adult Review"}, []string{"title=Safeguarding Adult Review"}},
		{"an infant", []string{"# Serious Case Review", "# Infant B"}, []string{scr + " Infant B", "subject=Infant B"}},
		{"a young woman", []string{"# Serious Case Review", "# Young Woman T"}, []string{scr + " Young Woman T", "subject=Young Woman T"}},
		{"a letter in quotation marks", []string{"# Serious Case Review: ‘K’"}, []string{scr + ": ‘K’", "subject=K"}},
		{"a family behind a dash", []string{"# Serious Case Review – The Z Family"}, []string{scr + " – The Z Family", "subject=Z Family"}},
		{"siblings by a name that was chosen", []string{"# Serious Case Review", "# The Harrow Siblings", text("The Harrow children were seen.")}, []string{scr + " The Harrow Siblings", "subject=The Harrow Siblings"}},
		{"a child before a dash", []string{"# Tilly – Serious Case Review", text("Tilly’s mother was asked.")}, []string{"title=Tilly – Serious Case Review", "subject=Tilly"}},
		{"a place before a dash", []string{"# Fenn – Serious Case Review", text("Fenn was found wanting.")}, []string{"title=Fenn – Serious Case Review"}},
		{"a regional board", []string{"# Serious Case Review", "Fenn Marl Regional Safeguarding Children Board"}, []string{scr, "board=Fenn Marl Regional Safeguarding Children Board", "area=Fenn Marl"}},
		{"an agency for the child and family", []string{"# Serious Case Review", "Marl Child and Family Agency"}, []string{scr}},
		{"an unnamed board", []string{"# Serious Case Review", "For an Unnamed Local Safeguarding Children Board"}, []string{scr}},
		{"a board without a place, and the author's", []string{"# Serious Case Review", "For the family", "# Introduction [introduction]",
			"It was held by the Local Safeguarding Children Board. The author had been manager of Fenn Safeguarding Children Board."}, []string{scr}},
		{"a board without a place, and another on a line", []string{"# Serious Case Review", "For the Local Safeguarding Children Board", "Fenn Safeguarding Children Board"}, append(fenn, scr)},
		{"a place behind its board", []string{"# Serious Case Review", "Jo Hythe, Independent Chair, Our Safeguarding Children Partnership for Fenn and the Isles of Marl"}, []string{scr, "board=Our Safeguarding Children Partnership for Fenn and the Isles of Marl", "area=Fenn and the Isles of Marl"}},
		{"what else a board is for", []string{"# Serious Case Review", "The Local Safeguarding Board for Children and Young People"}, []string{scr}},
		{"words of a board in another order", []string{"# Serious Case Review", "For the family", "# Introduction [introduction]", "For the Local Children’s Safeguarding Board."}, []string{scr}},
		{"the author's board in the introduction", []string{"# Serious Case Review", "# Contents", "# Introduction [introduction]", "Jo Hythe was for ten years the manager of Fenn Safeguarding Children Board."}, []string{scr}},
		{"another review in the introduction", []string{"# Serious Case Review", "# Contents", "# Introduction [introduction]", "A like review by Fenn Safeguarding Children Board was read."}, []string{scr}},
		{"this review in the introduction", []string{"# Serious Case Review", "# Contents", "# Introduction [introduction]", "This Serious Case Review was commissioned by the Chair of Fenn Safeguarding Children Board."}, append(fenn, scr)},
		{"initials on the cover", []string{"# Serious Case Review", "Jo Hythe, Independent Chair of FSCB", "# Contents", "# Introduction [introduction]", "Ambry Safeguarding Children Board and the chair of Fenn Safeguarding Children Board agreed."}, append(fenn, scr)},
		{"initials of any board", []string{"# Serious Case Review", "For the LSCB", "# Contents", "# Introduction [introduction]", "Jo Hythe was manager of Leatham Safeguarding Children Board."}, []string{scr}},
		{"a heading of a section below the title", []string{"# Serious Case Review", "# What happened [chronology]", "Nobody asked."}, []string{scr}},
		{"a date below the title", []string{"# Serious Case Review", "# Ref 7 2018-11-21", "Nobody asked."}, []string{scr}},
		{"a season below the title", []string{"# Serious Case Review", "# Published: Spring 2018", "Nobody asked."}, []string{scr}},
		{"a date in numbers below the title", []string{"# Serious Case Review", "# Approved by the Board on 05-11-2018", "Nobody asked."}, []string{scr}},
		{"a service in the title", []string{"Serious Case Review: harm in Education", "The Education Safeguarding Team was asked."}, []string{scr + ": harm in Education"}},
		{"a place in the title", []string{"Serious Case Review: harm in Fenn", "They asked the Fenn Safeguarding Partnership."}, []string{scr + ": harm in Fenn", "board=Fenn Safeguarding Partnership", "area=Fenn"}},
	} {
		checkFacts(t, test.name, factsOfText(testText(test.lines...), KindReview, "x.pdf"), only, test.want...)
	}
}

// TestReadFactsBehindTheContents lets a text begin with its contents, of which the
// entries name reviews as a title does.
func TestReadFactsBehindTheContents(t *testing.T) {
	text := testText("# Contents [contents]", "1. The serious case review process", "2. Recommendations of the review", "# Overview Report: Child K", "Fenn LSCB")
	for i := 1; i < 3; i++ {
		text.Blocks[i].Kind = BlockContents
	}
	checkFacts(t, "contents first", factsOfText(text, KindReview, "x.html"), []FactName{FactTitle, FactBoard, FactSubject},
		"title=Overview Report: Child K", "board=Fenn LSCB", "subject=Child K")
}

func TestReadFactsOfTheTitleOfAPage(t *testing.T) {
	page := webPage("Domestic Homicide Review Case 7 – Marlshire Community Safety Partnership", "# The death of Child Q", "Child Q was seen.")
	checkFacts(t, "web page", factsOfText(page, KindReview, "x.html"), []FactName{FactTitle, FactType, FactSubject},
		"title=Domestic Homicide Review Case 7", "subject=Child Q", "review_type=domestic homicide review")
}

// FuzzReadFacts holds every quotation behind a fact against the page that it
// names.
func FuzzReadFacts(f *testing.F) {
	f.Add("Serious Case Review: Child K\nMarl Safeguarding Children Board\nAgreed 3 May 2011. Published June 2011\fChild K died on 4 May 2010, aged two. The period under review is May 2009 to the date of her death.\nThe Chair decided in June 2010 that a review be held under Working Together 2010.")
	f.Add("The R Children\nExecutive summary\fName\tWho\nAnna\tSubject\n“Anna” was found\fon 3 April 2012 to have injuries. Author: A. B-C.")
	f.Add("1 2019-02-30 31/02/2011 in the spring of 2010 to 99 May 1999, Dr. X.\x00")
	f.Fuzz(func(t *testing.T, s string) {
		b := NewBuilder(DefaultLimits())
		for i, page := range strings.Split(s, "\f") {
			lines := strings.Split(page, "\n")
			if i > 0 {
				b.Continue(Page{}, lines[0])
				lines = lines[1:]
			} else {
				b.BeginPage(Page{})
			}
			for k, line := range lines {
				kind := BlockParagraph
				switch {
				case strings.Contains(line, "\t"):
					kind = BlockTableRow
				case k == 0:
					kind = BlockHeading
				}
				b.Append(Block{Kind: kind}, line)
			}
		}
		text := b.Finish()
		facts := factsOfText(&text, KindReview, "Marl/2012.pdf")
		facts.set(FactKind, Fact{"x", judgeText(&text, "pdf").Evidence})
		for name, fact := range facts {
			if fact.Value == "" {
				t.Errorf("%s is kept without a value", name)
			}
			if fact.Evidence.Page == 0 {
				continue
			}
			page := text.Pages[fact.Evidence.Page-1]
			if quote := fact.Evidence.Quote; quote == "" || !strings.Contains(text.Slice(page.Span), quote) {
				t.Errorf("%s: %q does not stand on page %d", name, quote, page.Number)
			}
		}
	})
}

// factsOfText reads the facts of t from its first page.
func factsOfText(t *Text, kind Kind, file string) Facts { return readFirstPage(t).facts(kind, file) }
