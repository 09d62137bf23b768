package corpus

import (
	"slices"
	"strings"
)

var (
	edition  = Lazily(`Working Together(?: to Safeguard Children)?,? ?(?:\(|of |in )?(?:(?:` + monthName + `) )?(` + yearNumber + `)|\bunder the edition of (?:` + monthName + ` )?(` + yearNumber + `)`)
	chapter8 = Lazily(`Chapter 8 of Working Together(?: to Safeguard Children)?`)
	// underIt is how a sentence says that the review followed the guidance, and
	// not only that the guidance says something.
	underIt = Lazily(`(?i)\bunder\b|accordance|criteri|principles in|carried out|conducted|undertaken|commissioned|requirements of|in line with|as (?:set out|defined|required) (?:in|by)`)
)

// editions are the years in which Working Together was issued anew.
var editions = []string{"1999", "2006", "2010", "2013", "2015", "2018", "2023"}

// guidanceOf reads which editions of Working Together a review was done under.
// One that is named by its Chapter 8 alone, the chapter on serious case reviews
// of 2006 and 2010, is given as that.
func guidanceOf(t *Text, opening []statement) Fact {
	var years []string
	var evidence, chapter Evidence
	for _, s := range opening {
		if !strings.Contains(s.text, "Working Together") || !underIt().MatchString(s.text) {
			continue
		}
		for _, m := range edition().FindAllStringSubmatchIndex(s.text, -1) {
			year := s.text[m[1]-len("2006") : m[1]]
			if len(years) > 0 && m[4] < 0 || !slices.Contains(editions, year) || slices.Contains(years, "Working Together "+year) {
				continue
			}
			years = append(years, "Working Together "+year)
			if evidence.Page == 0 {
				evidence = t.evidence(s.part(m[0], m[1]))
			}
		}
		if at := chapter8().FindStringIndex(s.text); at != nil && chapter.Page == 0 {
			chapter = t.evidence(s.part(at[0], at[1]))
		}
	}
	if len(years) == 0 && chapter.Page > 0 {
		return Fact{"Working Together, Chapter 8", chapter}
	}
	return Fact{strings.Join(years, "; "), evidence}
}
