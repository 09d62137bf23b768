package project

import (
	"os/exec"
	"strings"
	"testing"
)

func TestShellWord(t *testing.T) {
	for _, tt := range []struct{ system, word, want string }{
		{"linux", "reviews/2014", "reviews/2014"},
		{"linux", "Zoë", "Zoë"},
		{"linux", "review,executive_summary", "review,executive_summary"},
		{"linux", "", "''"},
		{"linux", "our reviews", "'our reviews'"},
		{"linux", "K's $HOME", `'K'\''s $HOME'`},
		{"linux", `a\b`, `'a\b'`},
		{"windows", `C:\reviews`, `C:\reviews`},
		{"windows", `C:\our reviews`, `"C:\our reviews"`},
		{"windows", `C:\reviews\`, `C:\reviews\`},
		{"windows", `C:\our reviews\`, `"C:\our reviews\\"`},
		{"windows", "K's", `"K's"`},
		{"windows", "", `""`},
	} {
		if got := shellWord(tt.word, tt.system); got != tt.want {
			t.Errorf("%s: %q: got %s, want %s", tt.system, tt.word, got, tt.want)
		}
	}
}

func TestMisquoted(t *testing.T) {
	for _, tt := range []struct {
		system, path string
		want         bool
	}{
		{"windows", `C:\our reviews" --out x`, true},
		{"windows", `C:\our reviews\`, false},
		{"linux", `our "reviews"`, false},
	} {
		if got := misquoted(tt.path, tt.system); got != "" != tt.want {
			t.Errorf("%s: %s: got %q", tt.system, tt.path, got)
		}
	}
}

// FuzzShellWord holds that a shell takes a word for what it was.
func FuzzShellWord(f *testing.F) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		f.Skip("there is no shell here")
	}
	for _, word := range []string{"", "reviews", "our reviews", `K's "own" $HOME`, "a\\b", "-n", "~", "*", "a\nb", "#", "!"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if strings.Contains(word, "\x00") {
			t.Skip("no word of a command has that")
		}
		got, err := exec.Command(sh, "-c", "printf %s "+shellWord(word, "linux")).Output()
		if err != nil || string(got) != word {
			t.Errorf("got %q, %v, want %q", got, err, word)
		}
	})
}
