package themes

import (
	"testing"

	"thematic/corpus"
)

// TestWhoseClauseItIs holds the rules alone to sentences in which the subject of
// what was lacking, or its verb, stands in another clause.
func TestWhoseClauseItIs(t *testing.T) {
	cases := []struct {
		kind           string
		sound, lacking []string
	}{
		{"a subject taken over", []string{
			"Father knew of the injuries but did not ring the police.",
			"The mother was invited to the core group but did not attend.",
			"The grandmother saw the bruises yet did not tell the social worker.",
			"The mother agreed to the plan but failed to share information with the health visitor.",
			"Neighbours were aware of the shouting but did not contact the police.",
		}, []string{
			"The social worker was told of the injuries but did not contact the police.",
			"The mother told the social worker of the injuries but she did not contact the police.",
			"The health visitor saw the bruises but did not tell the social worker.",
			"The school knew that the mother had left but did not inform children's social care.",
			"Father lived in the home but was not included in the assessment.",
		}},
		{"what somebody did not get", []string{
			"The mother had the child with her but did not tell the social worker.",
		}, []string{
			"The mother was known to services but did not receive an assessment of risk.",
			"Father had a history of violence but did not have a risk assessment.",
			"The mother asked for help but got no assessment.",
			"The mother spoke no English but did not have an interpreter.",
			"Mother had no risk assessment.",
			"The mother was known to services but had several different social workers and no risk assessment.",
		}},
		{"what was not done to somebody", []string{
			"The mother was known to the clinic but failed to share information with the health visitor.",
			"The grandmother saw the bruises but never rang the police.",
		}, []string{
			"The mother was known to be vulnerable but never assessed for risk.",
			"The father was known to be violent but not included in the assessment.",
			"The father was in the home but largely ignored by professionals.",
		}},
		{"a verb after a clause about people", []string{
			"Planning for children who are at risk and are not at school is sound.",
			"The plan names the children who were seen.",
		}, []string{
			"Planning for children who are new to the area is undermined.",
			"Supervision of those who work at night is irregular.",
			"Assessments by workers who have never met the father are not thorough.",
		}},
		{"areas that somebody knows of", []string{
			"Supervisors know the areas that require further work.",
			"Managers have identified areas which need further improvement.",
		}, []string{
			"Supervision and assessment are areas that require further work.",
		}},
		{"what there is besides", []string{
			"Supervision was reflective, but there was a lack of water.",
			"While supervision was reflective, there was a lack of water.",
		}, []string{
			"Supervision was reflective, but it was not regular.",
			"Supervision was reflective, but there was a lack of professional curiosity.",
		}},
		{"the professionals whom somebody had", []string{
			"The mother refused two social workers in two years.",
		}, []string{
			"The family had six social workers in two years.",
			"The children have had three different health visitors since the move.",
		}},
		{"what somebody else is praised for", []string{
			"Supervision was thorough, but the kettle was not read.",
			"Missed appointment, even though they had received no letter.",
		}, []string{
			"Supervision was thorough, but the supervision of agency staff was not.",
			"The response was prompt, but the plan was not clear.",
		}},
		{"what somebody else has made up for", []string{
			"The file which the first worker had not opened was read by the second.",
		}, []string{
			"The file which the first worker had not opened was closed.",
		}},
		{"what would be without it", []string{
			"Without good supervision, workers may get used to poor home conditions.",
			"Without a chronology, patterns can be missed.",
		}, []string{
			"Without supervision, workers got used to poor home conditions.",
		}},
		{"what the review asks, denies or reads", []string{
			"The panel asked why the escalation procedure was not used.",
			"This does not mean that the assessment was inadequate.",
			"Neither the midwife nor the school could have known that the information was not shared.",
			"National reviews have repeatedly found that supervision was inadequate.",
			"Records of the nursery were not made available to the reviewer.",
			"It is well established that fathers are overlooked in assessments.",
		}, []string{
			"Nobody asked why the escalation procedure was not used.",
			"This review found that supervision was inadequate.",
		}},
		{"an earlier inspection", []string{
			"An inspection of the trust two years before had identified weaknesses in supervision.",
		}, []string{
			"The inspection identified weaknesses in supervision.",
		}},
	}
	c := practice(t)
	for _, tt := range cases {
		for _, text := range tt.sound {
			if theme := counted(c, text, corpus.LabelDeficit); theme != "" {
				t.Errorf("%s: %q: got a deficit of %s, want none", tt.kind, text, theme)
			}
		}
		for _, text := range tt.lacking {
			if counted(c, text, corpus.LabelDeficit) == "" {
				t.Errorf("%s: %q: got no deficit, want one", tt.kind, text)
			}
		}
	}
}

// TestACodebookAddsToWhatIsReceived holds that a cue of a codebook's own says what
// is for others to do.
func TestACodebookAddsToWhatIsReceived(t *testing.T) {
	const book = "codebook: x\nthemes:\n  - {id: a, label: A, patterns: {deficit: [no tea]}}\n"
	const cue = "context: {cues: [{id: drank, sets: received, words: [=drank]}]}\n"
	for data, want := range map[string]bool{book: false, book + cue: true} {
		cb, err := Load("x.yaml", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		c, err := NewCoder(cb, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := counted(c, "Mother drank no tea.", corpus.LabelDeficit) != ""; got != want {
			t.Errorf("%s: counted is %t, want %t", data, got, want)
		}
	}
}

// TestPraiseWithoutItsWords holds the rules alone to sentences that praise by what
// was done, and to much the same words that praise nothing.
func TestPraiseWithoutItsWords(t *testing.T) {
	c := practice(t)
	for text, want := range map[string]bool{
		"An interpreter was booked for every appointment.":                          true,
		"The assessment was thorough and set what the parents said against it.":     true,
		"No interpreter was booked for every appointment.":                          false,
		"The assessment was thorough, the parents said.":                            false,
		"The improvement board was told that assessments were made in good time.":   false,
		"The scrutiny board was informed that assessments were completed promptly.": false,
		"The assessment noted that the father shouted at every visit.":              false,
		"Appointments were missed at every appointment with the interpreter.":       false,
		"The mother, in her own words, hid the drinking from the assessment.":       false,
		"The assessment recorded what he feared in his own words.":                  true,
		"The child was seen alone at every visit.":                                  true,
	} {
		if got := counted(c, text, corpus.LabelGoodPractice) != ""; got != want {
			t.Errorf("%q: praise is %t, want %t", text, got, want)
		}
	}
}

func TestWhatPartsClauses(t *testing.T) {
	for gap, want := range map[string]bool{
		"": false, " ": false, ", ": false, "-": false, ";": false, " (": false, " -": false, " 'twas ": false,
		"; ": true, ": ": true, " – ": true, "–": true, " - ": true, "—": true, " — ": true,
	} {
		if got := breaksClause(gap); got != want {
			t.Errorf("%q: got %t", gap, got)
		}
	}
}

// TestAndBeginsAClause where a noun and a verb follow it within a few words, and there
// was a verb before.
func TestAndBeginsAClause(t *testing.T) {
	r := newReader(practice(t))
	for text, want := range map[string]int{
		"She was seen and the worker was late.":                          2,
		"She was seen and a plan of one page was kept.":                  2,
		"She was seen and a plan of one short page was kept.":            1,
		"She was seen and was heard.":                                    1, // without a subject of its own
		"The mother and the worker were seen.":                           1, // no verb before it
		"She was seen and the workers, to be sure, were late in coming.": 1,
	} {
		one := &sentence{text: text, span: corpus.Span{End: len(text)}}
		r.tokenise(one)
		if got := len(r.context(one).clauses()); got != want {
			t.Errorf("%q: got %d clauses, want %d", text, got, want)
		}
	}
}
