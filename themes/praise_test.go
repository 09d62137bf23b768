package themes

import (
	"testing"

	"thematic/corpus"
)

// TestWhatIsNoPraise holds the rules alone to sentences with the words of praise
// that praise nothing: an order, a plan, a wish, what would have been.
func TestWhatIsNoPraise(t *testing.T) {
	cases := []struct {
		kind        string
		none, sound []string
	}{
		{"improvement asked for", []string{
			"The council was served with an improvement notice about the quality of its assessments.",
			"An improvement notice was issued to the council in 2014 on the quality of assessments.",
			"The improvement board heard in June that assessments were made.",
			"The inspectors made a recommendation for improvement in the recording of visits.",
			"An improvement plan was in place for case recording.",
			"Workers had to show improvement in supervision by the time of the next visit.",
			"The hospital's services require improvement in the quality of their assessments.",
			"Further improvement in information sharing is needed.",
			"There is scope for improvement in the quality of assessments.",
		}, []string{
			"There has been a clear improvement in the quality of assessments.",
			"Inspectors saw improvements in the recording of visits.",
			"Improvements have been made to the timeliness of assessments.",
		}},
		{"what grew in number", []string{
			"The frequency of domestic abuse incidents had increased by the spring.",
			"The frequency of the girl's visits to the hospital had increased.",
		}, []string{
			"The timeliness of assessments has increased.",
		}},
		{"what would have got better", []string{
			"An improvement in information sharing would have led to the bruise being understood.",
			"Supervision would have improved had there been a full team.",
			"Improvements in record keeping might have helped the second social worker.",
			"Supervision had improved on paper only.",
			"The assessment was no better than the first.",
		}, []string{
			"Supervision has improved now that the team is complete.",
		}},
		{"what is planned", []string{
			"There are plans in place to improve the timeliness of assessments.",
			"Managers are working to ensure that referrals are passed on more promptly.",
			"The trust is developing more effective supervision.",
		}, []string{
			"Managers have improved the timeliness of assessments.",
			"Supervision is effective.",
		}},
		{"no evidence of it", []string{
			"The panel saw no evidence that supervision had improved.",
			"We saw no evidence that supervision was regular.",
		}, []string{
			"We saw evidence that supervision was regular.",
		}},
	}
	c := practice(t)
	for _, tt := range cases {
		for _, text := range tt.none {
			if theme := counted(c, text, corpus.LabelGoodPractice); theme != "" {
				t.Errorf("%s: %q: got praise of %s, want none", tt.kind, text, theme)
			}
		}
		for _, text := range tt.sound {
			if counted(c, text, corpus.LabelGoodPractice) == "" {
				t.Errorf("%s: %q: got no praise, want some", tt.kind, text)
			}
		}
	}
}
