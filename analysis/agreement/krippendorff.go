package agreement

// Alpha returns Krippendorff's coefficient for nominal data, 1-Do/De, for any
// number of coders and with ratings missing. With n the ratings of the units
// that two coders or more judged and n(k) those of category k,
//
//	De = 1 - sum of n(k)(n(k)-1) / (n(n-1))
//
// and Do is the share of pairs within units that differ, a pair of a unit with
// m ratings counting 1/(m-1): K. Krippendorff, Content Analysis, 4th edition,
// 2018, chapter 12. It has no interval of its own: see [Bootstrap].
func Alpha(r Ratings) Coefficient { return plain(tallied(r).alpha()) }

func (t *tally) alpha() (float64, string) {
	if reason := t.comparable(); reason != "" {
		return 0, reason
	}
	n, same, matched := 0.0, 0.0, 0.0
	for k, given := range t.ratings {
		n += given
		same += given * (given - 1)
		matched += t.matched[k]
	}
	return corrected(matched/n, same/(n*(n-1))), ""
}
