package themes

import (
	"testing"

	"thematic/corpus"
)

// TestListsOfWhatNeedsToImprove holds the items of such a list to the deficit that
// its heading lends, however well they speak of what there should be, and other
// places to what they say themselves.
func TestListsOfWhatNeedsToImprove(t *testing.T) {
	cases := []struct{ heading, item, theme, want string }{
		{"What needs to improve", "The timely access to early help and the consistent application of thresholds.", "thresholds", "counted deficit"},
		{"What needs to improve", "Effective management oversight of services to care leavers.", "supervision_oversight", "counted deficit"},
		{"What needs to improve", "The quality and timeliness of referrals.", "referral_response", "counted deficit"},
		{"What needs to improve", "Timely recording on the files of children who are in care.", "record_keeping", "counted deficit"},
		{"What needs to improve", "Social workers quickly complete good assessments.", "assessment_risk", "counted good_practice"},
		{"What needs to improve", "Workers consistently record good assessments.", "assessment_risk", "counted good_practice"},
		{"What needs to improve", "To quickly complete good assessments.", "assessment_risk", "counted deficit"},
		{"What needs to improve", "The quality of assessments has improved.", "assessment_risk", "counted good_practice"},
		{"What is working well", "Effective management oversight of services to care leavers.", "supervision_oversight", "counted good_practice"},
		{"What is working well", "The quality and timeliness of referrals.", "referral_response", "counted good_practice"},
		{"The front door", "The quality and timeliness of referrals.", "referral_response", "rejected neutral"},
	}
	c := practice(t)
	for _, tt := range cases {
		b := corpus.NewBuilder(corpus.DefaultLimits())
		b.BeginPage(corpus.Page{})
		b.Append(corpus.Block{Kind: corpus.BlockHeading, Level: 1}, tt.heading)
		b.Append(corpus.Block{Kind: corpus.BlockBullet}, tt.item)
		got := ""
		for _, coding := range c.Code(&corpus.Document{Text: b.Finish()}) {
			if coding.Theme == tt.theme && coding.Quote == tt.item {
				got = string(coding.Status) + " " + string(coding.Label)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q: got %q, want %q", tt.heading, tt.item, got, tt.want)
		}
	}
}
