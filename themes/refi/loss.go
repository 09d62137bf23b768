package refi

import "fmt"

// mostSaid is how many losses are told one by one.
const mostSaid = 50

// losses are what could not be kept, in the order in which it was met.
type losses struct {
	words   []string
	more    int
	counted []string
	counts  map[string]int
}

func (l *losses) say(format string, args ...any) {
	if len(l.words) == mostSaid {
		l.more++
		return
	}
	l.words = append(l.words, fmt.Sprintf(format, args...))
}

func (l *losses) count(what string) { l.add(what, 1) }

func (l *losses) add(what string, n int) {
	if n == 0 {
		return
	}
	if l.counts == nil {
		l.counts = map[string]int{}
	}
	if l.counts[what] == 0 {
		l.counted = append(l.counted, what)
	}
	l.counts[what] += n
}

func (l *losses) list() []string {
	list := l.words
	if l.more > 0 {
		list = append(list, fmt.Sprintf("and %d more", l.more))
	}
	for _, what := range l.counted {
		list = append(list, fmt.Sprintf("%d × %s", l.counts[what], what))
	}
	return list
}
