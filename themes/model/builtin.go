package model

import (
	_ "embed"
	"maps"
	"slices"
	"sync"

	"thematic/themes"
)

var (
	//go:embed practice.model
	practice []byte
	//go:embed adults.model
	adults []byte
)

// builtin loads the models that come with the program, by the name of the codebook that
// each was learnt for.
var builtin = map[string]func() *Model{
	"practice": sync.OnceValue(func() *Model { return loaded(practice) }),
	"adults":   sync.OnceValue(func() *Model { return loaded(adults) }),
}

// Builtin returns the model that comes with the program for the codebook of a name, nil
// where there is none.
func Builtin(codebook string) *Model {
	if load, ok := builtin[codebook]; ok {
		return load()
	}
	return nil
}

// For returns [Builtin] to judge beside the rules of a codebook, nil where there is none.
func For(codebook string) themes.Opinion {
	if m := Builtin(codebook); m != nil {
		return m
	}
	return nil // and no nil model, which is an opinion
}

// Codebooks are the names of the codebooks for which there is a model, in order.
func Codebooks() []string { return slices.Sorted(maps.Keys(builtin)) }

func loaded(file []byte) *Model {
	m, err := Load(file)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return m
}
