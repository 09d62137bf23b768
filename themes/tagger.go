package themes

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"
)

// tagger is an averaged perceptron with the weights that come with prose, which
// gives words their part of speech from left to right. It is not changed once it
// is read.
type tagger struct {
	classes []string
	class   map[string]int
	sure    map[string]string // words that always are the same
	// pairs are the weights as prose keeps them, encoded by gob: a map from classes
	// to weights for each feature, of which weights says where it begins. To decode
	// them all takes five times as long as to find where each begins, and four times the memory.
	pairs   []byte
	weights map[string]int
}

// theTagger reads the tagger when it is first asked for.
var theTagger = sync.OnceValue(func() *tagger {
	t, err := readTagger()
	if err != nil {
		panic(err) // the weights are part of the program, and a test reads them
	}
	return t
})

// Prepare reads what the first documents would have to wait for. It is safe to
// call at any time, and needs not be called.
func Prepare() { theTagger() }

func readTagger() (*tagger, error) {
	t := &tagger{class: map[string]int{}, sure: map[string]string{}, weights: map[string]int{}}
	classes, err := weightsOf("classes.gob")
	if err != nil {
		return nil, err
	}
	for range classes.uint() {
		name := classes.string()
		t.class[name] = len(t.classes)
		t.classes = append(t.classes, name)
	}
	sure, err := weightsOf("tags.gob")
	if err != nil {
		return nil, err
	}
	for range sure.uint() {
		word := sure.string()
		t.sure[word] = sure.string()
	}
	weights, err := weightsOf("weights.gob")
	if err != nil {
		return nil, err
	}
	n := weights.uint()
	t.pairs, t.weights = weights.data, make(map[string]int, n)
	for range n {
		feature := weights.string()
		t.weights[feature] = weights.at
		for range weights.uint() {
			weights.bytes()
			weights.uint()
		}
	}
	if len(t.classes) > maxClasses || classes.broken || sure.broken || weights.broken {
		return nil, errors.New("the weights of the tagger are damaged")
	}
	return t, nil
}

// weightsOf returns one of the files of prose's tagger from where its value
// begins, past the definitions of types.
func weightsOf(name string) (*gobReader, error) {
	data, err := prose.Asset("model/AveragedPerceptron/" + name)
	if err != nil {
		return nil, fmt.Errorf("the weights of the tagger: %w", err)
	}
	r := &gobReader{data: data}
	for !r.broken {
		length := r.uint()
		next := r.at + int(length)
		if isDefinition := r.uint()&1 != 0; !isDefinition {
			r.uint() // stands before a value that is no struct
			break
		}
		r.at = next
	}
	return r, nil
}

// gobReader reads values as encoding/gob writes them. Past the end, or of what is
// no gob, it gives zeros and is broken.
type gobReader struct {
	data   []byte
	at     int
	broken bool
}

// uint reads a number: a byte below 128, or the bytes of the number, big end
// first, after one that says how many, negated.
func (r *gobReader) uint() uint64 {
	if r.at >= len(r.data) {
		r.broken = true
		return 0
	}
	first := r.data[r.at]
	r.at++
	if first < 0x80 {
		return uint64(first)
	}
	n := -int(int8(first))
	if n > 8 || r.at+n > len(r.data) {
		r.broken = true
		return 0
	}
	var whole [8]byte
	copy(whole[8-n:], r.data[r.at:r.at+n])
	r.at += n
	return binary.BigEndian.Uint64(whole[:])
}

// float reads a number with a fraction, whose bytes gob turns round.
func (r *gobReader) float() float64 { return math.Float64frombits(bits.ReverseBytes64(r.uint())) }

func (r *gobReader) bytes() []byte {
	n := r.uint()
	if n > uint64(len(r.data)-r.at) {
		r.broken = true
		return nil
	}
	r.at += int(n)
	return r.data[r.at-int(n) : r.at]
}

func (r *gobReader) string() string { return string(r.bytes()) }

// tags returns the part of speech of each of words, which have letters, digits and
// apostrophes or are one punctuation mark.
func (t *tagger) tags(words []string) []string {
	normal := []string{"-START-", "-START2-"}
	for _, word := range words {
		normal = append(normal, normalise(word))
	}
	normal = append(normal, "-END-", "-END2-")
	tags := make([]string, len(words))
	before, beforeThat := normal[0], normal[1]
	for i, word := range words {
		tag, sure := t.sure[word]
		switch {
		case word == "0":
			tag = "-NONE-"
		case !sure:
			tag = t.likeliest(word, normal[i:i+5], before, beforeThat)
		}
		tags[i] = tag
		before, beforeThat = tag, before
	}
	return tags
}

// normalise takes years together, and other numbers, and letters in either case.
func normalise(word string) string {
	if word[0] < '0' || word[0] > '9' {
		return strings.ToLower(word)
	}
	if len(word) == 4 && strings.Trim(word, "0123456789") == "" {
		return "!YEAR"
	}
	return "!DIGITS"
}

// likeliest returns the class with the highest sum of weights for a word, with two
// words before it and two after it in around and the classes of those before it.
// Of equals it is the one that is named first.
func (t *tagger) likeliest(word string, around []string, before, beforeThat string) string {
	var sum score
	t.add(&sum, "bias")
	t.add(&sum, "i suffix ", ending(word))
	t.add(&sum, "i pref1 ", string(rune(word[0])))
	t.add(&sum, "i-1 tag ", before)
	t.add(&sum, "i-2 tag ", beforeThat)
	t.add(&sum, "i tag+i-2 tag ", before, " ", beforeThat)
	t.add(&sum, "i word ", around[2])
	t.add(&sum, "i-1 tag+i word ", before, " ", around[2])
	t.add(&sum, "i-1 word ", around[1])
	t.add(&sum, "i-1 suffix ", ending(around[1]))
	t.add(&sum, "i-2 word ", around[0])
	t.add(&sum, "i+1 word ", around[3])
	t.add(&sum, "i+1 suffix ", ending(around[3]))
	t.add(&sum, "i+2 word ", around[4])
	best := -1
	for i := range t.classes {
		if sum.met[i] && (best < 0 || sum.of[i] > sum.of[best]) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return t.classes[best]
}

// maxClasses is how many classes there may be: the Treebank has 45.
const maxClasses = 64

// score is the sum of weights of each class that any weight was met for.
type score struct {
	of  [maxClasses]float64
	met [maxClasses]bool
}

// add adds the weights of a feature, which is given in parts.
func (t *tagger) add(sum *score, parts ...string) {
	var room [64]byte
	feature := room[:0]
	for _, part := range parts {
		feature = append(feature, part...)
	}
	at, known := t.weights[string(feature)]
	if !known {
		return
	}
	r := gobReader{data: t.pairs, at: at}
	for range r.uint() {
		class := t.class[string(r.bytes())]
		sum.of[class] += r.float()
		sum.met[class] = true
	}
}

// ending is the last three bytes of a word.
func ending(word string) string { return word[len(word)-min(len(word), 3):] }
