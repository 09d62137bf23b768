package agreement

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestAlike holds the passages of quotations against those that comparing every
// quotation with every other one gives.
func TestAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields("nobody asked who else lived there and why the child was never seen")
	for range 50 {
		together := &alike{byRun: make(map[uint64][]int)}
		var got, want []int
		var passages [][][]string
		for range 60 {
			from := random.IntN(len(words))
			quote := slices.Clone(words[from : from+random.IntN(len(words)-from+1)])
			if random.IntN(3) == 0 && len(quote) > 0 {
				quote[random.IntN(len(quote))] = "otherwise"
			}
			at := slices.IndexFunc(passages, func(p [][]string) bool {
				return slices.ContainsFunc(p, func(w []string) bool { return sameWords(w, quote) })
			})
			got = append(got, together.place(quote, len(passages)))
			if at < 0 {
				at = len(passages)
				passages = append(passages, nil)
			}
			passages[at] = append(passages[at], quote)
			want = append(want, at)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	}
}
