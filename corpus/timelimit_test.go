package corpus

import "testing"

func TestTimesTaken(t *testing.T) {
	for _, test := range []struct {
		name                                  string
		harmed, decided, completed, published string
		quote                                 string
		toComplete, toPublish, fromEvent      string
	}{
		{name: "within six months to the day", decided: "2011-08-31", completed: "2012-02-29", quote: "Agreed 29 February 2012",
			toComplete: "6 months, within six: from decided (2011-08-31) to agreed (2012-02-29)"},
		{name: "a day more", decided: "2011-05-04", completed: "2011-11-05", quote: "Agreed 5 November 2011",
			toComplete: "6 months, more than six, within nine: from decided (2011-05-04) to agreed (2011-11-05)"},
		{name: "months leave it open", decided: "2011-05", completed: "2011-11-05", quote: "Completed 5 November 2011",
			toComplete: "5 to 6 months: from decided (2011-05) to completed (2011-11-05)"},
		{name: "published, since nobody says when it was done", decided: "2011-05-04", published: "2012-03",
			toComplete: "9 to 10 months, more than nine: from decided (2011-05-04) to published (2012-03)"},
		{name: "publication after 28 days", completed: "2012-02-01", published: "2012-02-29", quote: "Agreed 1 February 2012",
			toPublish: "28 days, within 28: from agreed (2012-02-01) to published (2012-02-29)"},
		{name: "publication in some later month", completed: "2012-02-01", published: "2012-04", quote: "Presented 1 February 2012",
			toPublish: "60 to 89 days, more than 28: from presented (2012-02-01) to published (2012-04)"},
		{name: "completion is no sign-off", completed: "2012-02", published: "2012-04", quote: "Completed February 2012"},
		{name: "from the event", harmed: "2010-01-01", published: "2012-01",
			fromEvent: "24 months, more than nine: from the event (2010-01-01) to published (2012-01)"},
		{name: "a season is no date to reckon with", harmed: "spring 2010", published: "2012-01"},
		{name: "the wrong way round", decided: "2012-05-04", completed: "2012-05-03", quote: "Agreed 3 May 2012"},
	} {
		facts := Facts{}
		facts.set(FactHarmed, Fact{Value: test.harmed})
		facts.set(FactDecided, Fact{Value: test.decided})
		facts.set(FactCompleted, Fact{test.completed, Evidence{1, test.quote}})
		facts.set(FactPublished, Fact{Value: test.published})
		facts.timesTaken()
		for name, want := range map[FactName]string{FactTaken: test.toComplete, FactToPublish: test.toPublish, FactFromEvent: test.fromEvent} {
			if got := facts.Value(name); got != want {
				t.Errorf("%s: got %s %q, want %q", test.name, name, got, want)
			}
		}
	}
}
