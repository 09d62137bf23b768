package themes

import "math/bits"

// vocabulary is the forms that a reader has met, so that what must be known of
// a word is worked out once for each form and not at each place. Short forms
// stand in a plain table of slots, at most half of them full, in which a form
// stands at the first free slot from the one that its letters point to.
type vocabulary struct {
	slots []slot // a power of two
	count int    // of the slots that are full
	long  map[string]*entry
	fresh []entry // the entries to come
}

// slot is free where it has no entry.
type slot struct {
	letters letters
	entry   *entry
}

// entry is one word as it is written. A form such as "didn't" is two words: the
// second is its tail. It is of 64 bytes, which are fetched from memory at once.
type entry struct {
	word   word // for the themes
	cue    word // for the cues
	tail   *entry
	norm   string
	key    *string // for a model
	number int32   // by which a model knows the key
	traits trait
}

// letters are the bytes of a short form, with nothing after the last.
type letters [2]uint64

const (
	shortForm     = 16 // bytes
	maxVocabulary = 200_000
	entriesAtOnce = 1024 // enough to lie where memory is fetched from, with nothing before them
)

func newVocabulary() vocabulary {
	return vocabulary{slots: make([]slot, 1<<12), long: map[string]*entry{}}
}

// forget empties v where it has grown beyond what texts of this kind need.
func (v *vocabulary) forget() {
	if v.count+len(v.long) > maxVocabulary {
		*v = newVocabulary()
	}
}

// find returns the entry of the form that stands in text from start to end, nil
// where it has not been met.
func (v *vocabulary) find(text string, start, end int) *entry {
	if end-start > shortForm {
		return v.long[text[start:end]]
	}
	return v.at(lettersOf(text, start, end)).entry
}

// at returns the slot of a short form, or the free one in which it belongs.
func (v *vocabulary) at(l letters) *slot {
	mask := uint64(len(v.slots) - 1)
	high, low := bits.Mul64(l[0]^0x9E3779B97F4A7C15, l[1]^0xD1B54A32D192ED03)
	for i := (high ^ low) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.letters == l || s.entry == nil {
			return s
		}
	}
}

// put keeps the entry of a form that has not been met.
func (v *vocabulary) put(surface string, e *entry) {
	if len(surface) > shortForm {
		v.long[surface] = e
		return
	}
	if v.count++; 2*v.count > len(v.slots) {
		v.grow()
	}
	l := lettersOf(surface, 0, len(surface))
	*v.at(l) = slot{l, e}
}

func (v *vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.entry != nil {
			*v.at(s.letters) = s
		}
	}
}

// newEntry returns room for one more entry, beside the one before it.
func (v *vocabulary) newEntry() *entry {
	if len(v.fresh) == 0 {
		v.fresh = make([]entry, entriesAtOnce)
	}
	e := &v.fresh[0]
	v.fresh = v.fresh[1:]
	return e
}

// lettersOf returns the letters of text from start to end, at most shortForm.
func lettersOf(text string, start, end int) letters {
	if start+shortForm > len(text) {
		var room [shortForm]byte
		copy(room[:], text[start:end])
		return letters{eight(string(room[:8])), eight(string(room[8:]))}
	}
	l := letters{eight(text[start : start+8]), 0}
	n := end - start
	if n <= 8 {
		l[0] &= ^uint64(0) >> (64 - 8*n)
		return l
	}
	l[1] = eight(text[start+8:start+16]) & (^uint64(0) >> (128 - 8*n))
	return l
}

// eight returns the first eight bytes of s as a number.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
