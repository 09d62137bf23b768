package worker

import (
	"fmt"
	"strings"
	"time"

	"thematic/corpus"
	"thematic/extract"
)

// death tells how a child ended that should not have.
type death struct {
	cause  error // what the parent met
	exit   error // what the system says, from Wait
	late   bool  // the parent stopped it at the deadline
	killed bool  // the parent stopped it because it broke the protocol
	longer bool  // it was at work on more than the text layer
	stderr *scraps
}

func (d *death) Error() string { return "the reader ended: " + d.words() }

// reason says for a person what became of the file.
func (d *death) reason(limit time.Duration) string {
	words := d.words()
	const advice = ": open it and save it anew as PDF"
	const slow = advice + ", or allow more with --time"
	switch {
	case d.late:
		return fmt.Sprintf("reading it took more than %s%s", seconds(limit), slow)
	case d.outOfTime():
		return fmt.Sprintf("reading it took more than %s of computing%s", seconds(limit), slow)
	case outOfMemory(words), !d.killed && killedFromOutside(d.exit):
		return "reading it ran out of memory" + advice
	}
	return "the reader crashed on it (" + words + ")" + advice
}

// outOfTime reports whether the child was stopped because it took too long.
func (d *death) outOfTime() bool { return d.late || strings.Contains(d.words(), cpuMessage) }

// noteIn says in a result how the child died on its file.
func (d *death) noteIn(r *extract.Result) {
	r.Late = d.outOfTime()
	r.Crashed = !r.Late
}

// outOfMemory knows the ways in which a Go program says that it has no memory,
// or no room for another thread.
func outOfMemory(words string) bool {
	for _, sign := range []string{memoryMessage, "out of memory", "cannot allocate memory", "failed to create new OS thread", "pthread_create failed"} {
		if strings.Contains(words, sign) {
			return true
		}
	}
	return false
}

// words are the line of the child's last output that says most.
func (d *death) words() string {
	if line := d.stderr.verdict(); line != "" {
		return line
	}
	if d.exit != nil && !d.killed {
		return corpus.CleanLine(d.exit.Error())
	}
	return corpus.CleanLine(d.cause.Error())
}

func seconds(d time.Duration) string {
	if d < time.Second {
		return d.String()
	}
	return fmt.Sprintf("%.0f s", d.Seconds())
}

// scrapBytes is how much of each end of a child's standard error is kept.
const scrapBytes = 4 << 10

// scraps keeps the beginning and the end of what is written to it: a crash says
// why at its beginning, a program that gives up says it at its end.
type scraps struct{ head, tail []byte }

func (s *scraps) Write(p []byte) (int, error) {
	n := len(p)
	if room := scrapBytes - len(s.head); room > 0 {
		s.head = append(s.head, p[:min(room, n)]...)
	}
	s.tail = append(s.tail, p...)
	if over := len(s.tail) - scrapBytes; over > 0 {
		s.tail = append(s.tail[:0], s.tail[over:]...)
	}
	return n, nil
}

// verdict returns the line that says why: that of the Go runtime where there
// is one, otherwise the last. It is read after the child has ended.
func (s *scraps) verdict() string {
	last := ""
	for _, part := range [][]byte{s.head, s.tail} {
		for line := range strings.Lines(string(part)) {
			line = corpus.CleanLine(line)
			if strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "SIG") {
				return line
			}
			if line != "" {
				last = line
			}
		}
	}
	return last
}
