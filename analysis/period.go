package analysis

import "fmt"

// Period is a range of years of publication, both ends included.
type Period struct{ First, Last int }

// String returns "2006–2012", or "2006" for a single year.
func (p Period) String() string {
	if p.First == p.Last {
		return fmt.Sprint(p.First)
	}
	return fmt.Sprintf("%d–%d", p.First, p.Last)
}
