package corpus

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// plainly reports whether nothing stands beside the words at the offsets said, in their part
// of a line of the title, but what says whose paper it is, on what and from when: "Minutes of
// the panel", and not "Minutes of the day".
func (j *judging) plainly(line Span, said []int) bool {
	before, behind := j.body[line.Start:said[0]], j.body[said[1]:line.End]
	if cuts := partEnds().FindAllStringIndex(before, -1); cuts != nil {
		before = before[cuts[len(cuts)-1][1]:]
	}
	if cut := partEnds().FindStringIndex(behind); cut != nil {
		behind = behind[:cut[0]]
	}
	beside := before + " " + behind
	if ofMeeting().MatchString(beside) {
		return true
	}
	board := lowerASCII(boardIn(j.first.front).Value)
	for word := range strings.FieldsFuncSeq(beside, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !plainWord().MatchString(word) && !strings.Contains(board, word) {
			return false
		}
	}
	return true
}

var (
	// partEnds parts a line of a title.
	partEnds = Lazily(`[:;,.]| [–-] `)
	// ofMeeting is what a paper is of and no review.
	ofMeeting = Lazily(`\b(?:panel|meeting|sub-?group|conference|seminar|workshop|event)s?\b`)
	plainWord = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:` + strings.Join(plainWords, "|") + `)$`)
	})
)

// plainWords are words that stand in the title of any paper, in small letters: those between
// others and letters, bodies, people, reviews, what they hold, papers, and times.
var plainWords = []string{
	`\pL|an|and|as|at|by|for|from|in|into|it|its|of|on|or|our|re|the|their|this|to|up|with|about|after|following|regarding|respect|since`,
	bodyWord, `(?:task)?groups?|team|agenc(?:y|ies)|single|inter|partners?|organisations?|schools?|local|regional|national|joint|independent`,
	`chair|author|reviewers?|staff|practitioners?|professionals?|managers?|workforce|public|parents?|famil(?:y|ies)|child|children|bab(?:y|ies)|infant|adults?|young|people|person`,
	`reviews?|safeguarding|serious|significant|practice|cases?|domestic|homicide|scrs?|l?csprs?|sars?|dhrs?`,
	`reports?|overview|findings?|recommendations?|lessons?|learn\pL*|themes?|executive|summary|progress|actions?|plans?|process|discussion`,
	`full|final|draft|publi\pL*|quick|short|brief|guide|notes?|pack|key|points?|number|no|issue|part|version|multi|one|five|seven|ten|minutes?`,
	`spring|summer|autumn|winter|st|nd|rd|th|` + strings.ToLower(monthName),
}
