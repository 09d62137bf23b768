package pdf

import "github.com/ledongthuc/pdf"

// veil is what the dictionary of a graphics state says of whether what is painted lets
// through what is below it.
type veil struct {
	alpha pdf.Value // of filled shapes, null where it says nothing
	lines pdf.Value // the same of lines
	blend string    // "" where it says nothing
	mask  pdf.Value // that lets through parts of everything, None for none
	width pdf.Value // of lines
	dash  pdf.Value // of lines: an array of the pattern and where it begins
}

// veilNamed returns the veil that a name stands for in sc, which is read once.
func (sc *scope) veilNamed(name string) veil {
	v, ok := sc.veils[name]
	if !ok {
		dict := sc.resources.Key("ExtGState").Key(name)
		v = veil{dict.Key("ca"), dict.Key("CA"), dict.Key("BM").Name(), dict.Key("SMask"), dict.Key("LW"), dict.Key("D")}
		sc.veils[name] = v
	}
	return v
}

// heed takes in v: what is painted through is no cover.
func (gs *state) heed(v veil) {
	if v.mask.Kind() != pdf.Null {
		gs.masked = v.mask.Kind() != pdf.Name
	}
	if v.width.Kind() != pdf.Null {
		gs.nib.width = v.width.Float64()
	}
	if v.dash.Kind() != pdf.Null {
		gs.nib.dashed = v.dash.Index(0).Len() > 0
	}
	if v.alpha.Kind() != pdf.Null {
		gs.sheer = v.alpha.Float64() < 1
	}
	if v.lines.Kind() != pdf.Null {
		gs.nib.sheer = v.lines.Float64() < 1
	}
	if v.blend != "" {
		gs.darkens = v.blend == "Multiply" || v.blend == "Darken" // black stays so, and covers
		gs.blended = v.blend != "Normal" && v.blend != "Compatible" && !gs.darkens
	}
}

// letsThrough reports whether what is below shows through all that is painted, however
// opaque its colour.
func (gs *state) letsThrough() bool { return gs.blended || gs.masked || gs.grouped }

// nib is what lines are drawn with.
type nib struct {
	width  float64 // in the units of the user's space
	pale   bool    // its colour is not black
	sheer  bool    // it lets through what is below
	dashed bool
}
