// Package hostile makes files that are made to harm a program that reads them:
// that loop, nest, grow, lie about their size or break off. It is for tests.
//
// The same kind and seed give the same bytes.
package hostile

import (
	"fmt"
	"math/rand/v2"
)

// File is a file that was made.
type File struct {
	Name string // with the extension of what it pretends to be
	Data []byte
}

// kind is a way of doing harm.
type kind struct {
	name      string
	extension string
	make      func(*rand.Rand) []byte
}

// kinds lists every kind, format by format.
func kinds() []kind {
	var all []kind
	for _, some := range [][]kind{treeKinds(), objectKinds(), streamKinds(), contentKinds(), zipKinds(), xmlKinds(), markupKinds(), textKinds()} {
		all = append(all, some...)
	}
	return all
}

// Make makes file i of a series that never ends: one of each kind, then one
// more of each with another seed, and so on.
func Make(i int) File {
	all := kinds()
	k, seed := all[i%len(all)], i/len(all)
	random := rand.New(rand.NewPCG(uint64(seed), uint64(i%len(all))))
	return File{fmt.Sprintf("%s-%02d.%s", k.name, seed, k.extension), k.make(random)}
}

// Kinds returns how many kinds there are.
func Kinds() int { return len(kinds()) }

// damage changes some bytes of data.
func damage(random *rand.Rand, data []byte, n int) []byte {
	data = append([]byte(nil), data...)
	for range n {
		data[random.IntN(len(data))] = byte(random.UintN(256))
	}
	return data
}

// noise is n bytes of no meaning.
func noise(random *rand.Rand, n int) []byte {
	data := make([]byte, n)
	for i := range data {
		data[i] = byte(random.UintN(256))
	}
	return data
}

// cut is a beginning of data.
func cut(random *rand.Rand, data []byte) []byte { return data[:1+random.IntN(len(data)-1)] }

// one picks one of several strings.
func one(random *rand.Rand, of ...string) string { return of[random.IntN(len(of))] }
