package corpus

import "strings"

// ligatures are characters that join letters, which normal form C leaves alone.
var ligatures = strings.NewReplacer(
	"\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "ft", "\ufb06", "st",
)

// PartLigatures returns s with the letters that ligatures join.
func PartLigatures(s string) string {
	if strings.IndexByte(s, "\ufb00"[0]) < 0 {
		return s
	}
	return ligatures.Replace(s)
}
