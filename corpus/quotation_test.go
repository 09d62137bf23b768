package corpus

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	text := &Text{Body: "No risk-assessment was completed. The ﬁrst plan:\n“Nobody asked.” Nobody asked!\nPart of the plan was Été 2014.\nTheir note² was of 4½ lines.\nThe ﬂat was cold.\n"}
	for _, c := range []struct {
		quote string
		want  []string
	}{
		{"the flat was", []string{"The ﬂat was"}}, {"lat was cold", nil}, {"the f", nil},
		{"no risk assessment was completed", []string{"No risk-assessment was completed"}},
		{"The first plan: nobody", []string{"The ﬁrst plan:\n“Nobody"}},
		{"nobody asked", []string{"Nobody asked", "Nobody asked"}},
		{"art of the plan", nil},
		{"part of the pla", nil},
		{"été 2014", []string{"Été 2014"}},
		{"their note was of 4½", []string{"Their note² was of 4"}},
		{"their note", []string{"Their note"}},
		{"was never there", nil},
		{"…!", nil},
		{"", nil},
	} {
		var got []string
		for _, s := range text.Find(c.quote) {
			got = append(got, text.Slice(s))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.quote, got, c.want)
		}
	}
}

// FuzzFind: what is found has the letters of the quotation, and what stands in
// the text as whole words is found.
func FuzzFind(f *testing.F) {
	f.Add("No risk assessment was done.", 3, 18)
	f.Add("ﬁrst İstanbul ﬂat", 0, 9)
	f.Add("ﬁrsttİstanbul ﬂ", 15, 16)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		text := &Text{Body: body}
		s := Span{start, end}
		quote := text.Slice(s)
		want, _ := flatten(quote)
		found := text.Find(quote)
		for _, span := range found {
			if got, _ := flatten(text.Slice(span)); got != want {
				t.Errorf("found %q for %q", text.Slice(span), quote)
			}
		}
	})
}
