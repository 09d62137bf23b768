package model

import (
	"slices"
	"testing"

	"thematic/themes"
)

func TestCuesAreReadInTheirOrder(t *testing.T) {
	e := &themes.Evidence{Cues: []*themes.Cue{{ID: "family_actor"}, {ID: "failed_to"}}}
	var got []order
	eachOrder(e, func(o order) { got = append(got, o) })
	want := []order{{"", "family_actor"}, {"family_actor", "failed_to"}, {"failed_to", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
