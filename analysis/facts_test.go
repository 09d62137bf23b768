package analysis

import (
	"testing"

	"thematic/corpus"
)

func TestFactsTable(t *testing.T) {
	in := fixtureInput()
	in.Cases[0].Facts = []corpus.CaseFact{
		{Name: corpus.FactArea, Fact: corpus.Fact{Value: "Ambry", Evidence: corpus.Evidence{Quote: "Ambry/a.pdf"}}, File: "a.pdf"},
		{Name: corpus.FactOutcome, Fact: corpus.Fact{Value: corpus.OutcomeDied, Evidence: corpus.Evidence{Page: 3, Quote: "Child K, who was two, died."}}, File: "a.pdf"},
	}
	id := in.Cases[0].ID
	want := "case_id,fact,value,page,quote,file\n" +
		id + ",area,Ambry,,Ambry/a.pdf,a.pdf\n" +
		id + ",outcome,died,3,\"Child K, who was two, died.\",a.pdf\n"
	if got := csvOf(t, analysed(t, in), "facts"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
