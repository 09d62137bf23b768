package corpus

import (
	"strings"
	"testing"
)

func TestReadFactsOfTheReview(t *testing.T) {
	only := []FactName{FactGuidance, FactFrom, FactTo, FactOutcome, FactHarmed, FactDecided, FactCompleted, FactPublished}
	for _, test := range []struct {
		text string // after the cover, which names Child K
		want []string
	}{
		{"Child K died on 4 May 2011.", []string{"outcome=died", "date_of_harm=2011-05-04"}},
		{"Child K, a boy of two, died of his injuries in the spring of 2011.", []string{"outcome=died", "date_of_harm=spring 2011"}},
		{"Child K was born in May 2009 and was killed in June 2011.", []string{"outcome=died", "date_of_harm=2011-06"}},
		{"The Panel considered the death of Child K in June 2011.", []string{"outcome=died", "date_of_harm=2011-06"}},
		{"Child K was four. She drowned in the canal on 4 May 2011.", []string{"outcome=died", "date_of_harm=2011-05-04"}},
		{"On 3rd July 2014, Child K was taken by ambulance to hospital where he was pronounced dead.", []string{"outcome=died", "date_of_harm=2014-07-03"}},
		{"Child K, aged three months, died at home in July, 2014.", []string{"outcome=died", "date_of_harm=2014-07"}},
		{"Child K's father died in May 2009.", nil},
		{"Ms M, who was thirty, was killed in May 2009. Child K saw it.", nil},
		{"K's sister, who was ill, died in 2004.", nil},
		{"A review is held when a child has died and neglect is suspected.", nil},
		{"Child K nearly died.", nil},
		{"The Panel asked whether Child K had died of neglect.", nil},
		{"In May 2011 Child K was admitted to hospital with three fractures.", []string{"outcome=seriously harmed", "date_of_harm=2011-05"}},
		{"Child K was taken to hospital on 4 May 2011. She was found to have a head injury.", []string{"outcome=seriously harmed", "date_of_harm=2011-05-04"}},
		{"On 4 May 2011 an ambulance was called. Child K was found with burns.", []string{"outcome=seriously harmed", "date_of_harm=2011-05-04"}},
		{"Between 2008 and 2010 Child K had been sexually abused by a lodger.", []string{"outcome=seriously harmed"}},
		{"In March 2011 the police were called. Child K had been abused by a lodger.", []string{"outcome=seriously harmed"}},
		{"Child K was taken to hospital with a cough on 4 May 2011.", nil},
		{"Child K's mother was admitted to hospital with burns in May 2011.", nil},
		{"The period under review is 1 May 2009 to 3 June 2011.", []string{"period_from=2009-05-01", "period_to=2011-06-03"}},
		{"The scoped period ran from May 2009, when the pregnancy was known, until 03/06/2011.", []string{"period_from=2009-05", "period_to=2011-06-03"}},
		{"The Board wished the review to look at the time between January and June 2011.", []string{"period_from=2011-01", "period_to=2011-06"}},
		{"Child K died in June 2011. The review covers the period from May 2009 to the date of his death.", []string{"outcome=died", "date_of_harm=2011-06", "period_from=2009-05", "period_to=2011-06"}},
		{"Period under review: 1st January 2012 – 31st December 2013", []string{"period_from=2012-01-01", "period_to=2013-12-31"}},
		{"The timeframe for the review was from the 1st April 2014 to the 30th June 2015.", []string{"period_from=2014-04-01", "period_to=2015-06-30"}},
		{"The review considered agency involvement between 01.01.2014 and 31.12.2015.", []string{"period_from=2014-01-01", "period_to=2015-12-31"}},
		{"The SCR covers the period August 2012 to 5 May 2013, with a summary of earlier events from 2004.", []string{"period_from=2012-08", "period_to=2013-05-05"}},
		{"Child K was seen by nine services in the period from January 2012 to May 2013.", nil},
		{"The review covers the period from May 2009.", []string{"period_from=2009-05"}},
		{"The review covers the period between 3 March and 5 May 2010.", []string{"period_from=2010-03-03", "period_to=2010-05-05"}},
		{"The review covers the period between 31 April and 5 May 2010.", nil},
		{"The review covers the period from 2009.", []string{"period_from=2009"}},
		{"The review covers the period since May 2009.", []string{"period_from=2009-05"}},
		{"The review covers the period since 2009.", nil},
		{"The review covers the period of care in May 2009.", nil},
		{"Child K died in June 2011. The review covers the period from May 2009.", []string{"outcome=died", "date_of_harm=2011-06", "period_from=2009-05"}},
		{"Child K died in June 2011. The review covers the period between May 2009 and his death.", []string{"outcome=died", "date_of_harm=2011-06", "period_from=2009-05", "period_to=2011-06"}},
		{"Child K died in June 2011. The review covers the period between May 2009 and then some.", []string{"outcome=died", "date_of_harm=2011-06"}},
		{"The review covers the period in which the services of the county, those of the town and those of the health trust worked together, from May 2009 to June 2011.", nil},
		{"The review covers the period from May 2009, when the services of the county, those of the town, those of the schools and those of the health trust began to work together, to June 2011.", []string{"period_from=2009-05"}},
		{"The review looked at the four years before Child K was hurt.", []string{"outcome=seriously harmed"}},
		{"The Chair of the Board decided on 7 June 2011 that a review should be held.", []string{"date_decided=2011-06-07"}},
		{"The review was commissioned in June 2011.", []string{"date_decided=2011-06"}},
		{"The LSCB Chair made the decision to conduct a Serious Case Review on 5 May 2014.", []string{"date_decided=2014-05-05"}},
		{"It was agreed on 5 May 2014 that the criteria for a review were met.", []string{"date_decided=2014-05-05"}},
		{"The Chair of the Board decided that a review be held, so that all who had known the family could be brought together and asked what each of them had seen and done, in June 2011.", nil},
		{"The Chair of the Board died in May 2014 and a review was held.", nil},
		{"The Board agreed to review the care of a child who had died in May 2014.", nil},
		{"The Board decided in 2014 that a review be held.", nil},
		{"The Board decided the review of 5 May 2014.", nil},
		{"The family decided on a review on 5 May 2014.", nil},
		{"The Board decided on new premises on 5 May 2014.", nil},
		{"The Panel met on 7 June 2011 and recommended a review to the Chair, who agreed.", nil},
		{"The Board agreed that the review should cover May 2009 to June 2011.", []string{"period_from=2009-05", "period_to=2011-06"}},
		{"The report was accepted by the Board on 2 March 2012.", []string{"date_completed=2012-03-02"}},
		{"The review was signed off by the LSCB on 1 June 2015.", []string{"date_completed=2015-06-01"}},
		{"The assessment was completed on 1 June 2015.", nil},
		{"The report was published on 9 March 2012.", []string{"date_published=2012-03-09"}},
		{"It was carried out under Working Together to Safeguard Children (2010).", []string{"guidance=Working Together 2010"}},
		{"It was conducted in accordance with Chapter 8 of Working Together to Safeguard Children.", []string{"guidance=Working Together, Chapter 8"}},
		{"Work began under Working Together 2010 and ended under the edition of March 2013.", []string{"guidance=Working Together 2010; Working Together 2013"}},
		{"This SCR was conducted in line with Working Together (2015).", []string{"guidance=Working Together 2015"}},
		{"Working Together 2010 has a chapter on information.", nil},
		{"It was carried out under Working Together 2011.", nil},
	} {
		text := testText("# Serious Case Review: Child K", "Marlshire Safeguarding Children Board", "# Introduction [introduction]",
			strings.Repeat("The Board thanks all who took part, the family first among them. ", 3)+test.text)
		checkFacts(t, test.text, factsOfText(text, KindReview, "x.pdf"), only, test.want...)
	}
}

func TestReadFactsOfDatesOnTheCover(t *testing.T) {
	only := []FactName{FactCompleted, FactPublished}
	for _, test := range []struct {
		line string
		want []string
	}{
		{"Agreed by the Partnership: 14 October 2019. Published: 2 December 2019", []string{"date_completed=2019-10-14", "date_published=2019-12-02"}},
		{"Presented to the Board on 1 May 2014, agreed 3rd June 2014", []string{"date_completed=2014-06-03"}},
		{"Review completed: October 2018", []string{"date_completed=2018-10"}},
		{"Final Report – approved by the LSCB on 12th March 2015", []string{"date_completed=2015-03-12"}},
		{"Board sign-off: 9 September 2022", []string{"date_completed=2022-09-09"}},
		{"Ratified by LSCB: June 2015", []string{"date_completed=2015-06"}},
		{"Date Published: 20/05/2016", []string{"date_published=2016-05-20"}},
		{"Date of publication: 5 June 2014", []string{"date_published=2014-06-05"}},
		{"Not to be published before 5 June 2014", nil},
		{"Published: 2014", nil},
		{"Completed in 2014", nil},
		{"September 2010", nil},
	} {
		checkFacts(t, test.line, factsOfText(testText("# Serious Case Review: Child K", test.line), KindReview, "x.pdf"), only, test.want...)
	}
}

func TestReadFactsOfLists(t *testing.T) {
	for _, line := range []string{
		"The review covers the period from May 2009 to June 2011.",
		"The Board decided on 7 June 2011 that a review should be held.",
	} {
		for _, mark := range []string{"- ", ""} {
			facts := factsOfText(testText("# Serious Case Review: Child K", "Marlshire Safeguarding Children Board", "# Introduction [introduction]", mark+line), KindReview, "x.pdf")
			if said := facts.Value(FactFrom)+facts.Value(FactDecided) != ""; said != (mark == "") {
				t.Errorf("%q: got the period from %q, decided %q", mark+line, facts.Value(FactFrom), facts.Value(FactDecided))
			}
		}
	}
}
