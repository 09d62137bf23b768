package model

import (
	_ "embed"
	"sync"
)

//go:embed practice.model
var practice []byte

// Builtin returns the model that comes with the program, for the built-in
// practice codebook.
var Builtin = sync.OnceValue(func() *Model {
	m, err := Load(practice)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return m
})
