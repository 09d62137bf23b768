package extract

import (
	"path"
	"strings"

	"thematic/extract/pdf"
)

// Password opens encrypted files. It is never written to disk: [Options] leave it
// out of what is stored, and a child process gets it with its file.
type Password struct {
	File string // the name of the one file it is for, with or without folders; "" for any
	Text string
}

// Passwords are tried one after another.
type Passwords []Password

// ParsePasswords reads one password a line, or the name of a file, a tab and its
// password. Empty lines are passed over; spaces count.
func ParsePasswords(text string) Passwords {
	var ps Passwords
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line = strings.TrimRight(line, "\r\n")
		file, password, named := strings.Cut(line, "\t")
		switch {
		case line == "":
		case named:
			ps = append(ps, Password{file, password})
		default:
			ps = append(ps, Password{"", line})
		}
	}
	return ps
}

// For returns the passwords to be tried on the file of a name: first its own,
// then those for any file.
func (ps Passwords) For(name string) []string {
	var own, any []string
	for _, p := range ps {
		switch p.File {
		case "":
			any = append(any, p.Text)
		case name, path.Base(name):
			own = append(own, p.Text)
		}
	}
	return append(own, any...)
}

// Open reports whether ps may open a file that was not read for a reason.
func (ps Passwords) Open(reason string) bool { return len(ps) > 0 && pdf.WantsPassword(reason) }
