package corpus

import "testing"

// TestCollectionsAreNoAreas holds that the name of a folder is no area where
// the documents in it name other areas.
func TestCollectionsAreNoAreas(t *testing.T) {
	doc := func(file, area string) *Document {
		d := &Document{File: file, Facts: Facts{}}
		if area != "" {
			d.Facts.set(FactArea, Fact{area, Evidence{Page: 1, Quote: area + " Safeguarding Board"}})
		}
		d.Facts.fromPath(file)
		return d
	}
	tests := map[string]struct {
		others map[string]string // areas that they name, by file
		want   string
	}{
		"none names an area":             {map[string]string{"Fenn/a.pdf": "", "Fenn/b.pdf": ""}, "Fenn"},
		"one names another":              {map[string]string{"Fenn/a.pdf": "Marl"}, "Fenn"},
		"two name others":                {map[string]string{"Fenn/a.pdf": "Marl", "Fenn/b.pdf": "Milton"}, ""},
		"two name one other":             {map[string]string{"Fenn/a.pdf": "Marl", "Fenn/b.pdf": "Marl"}, ""},
		"one of them is called like it":  {map[string]string{"Fenn/a.pdf": "Marl", "Fenn/b.pdf": "Milton", "Fenn/c.pdf": "FENN and Ambry"}, "Fenn"},
		"two name others further down":   {map[string]string{"Fenn/2014/a.pdf": "Marl", "Fenn/2015/b.pdf": "Milton"}, ""},
		"two name others somewhere else": {map[string]string{"Ambry/a.pdf": "Marl", "b.pdf": "Milton"}, "Fenn"},
	}
	for name, tt := range tests {
		docs := []*Document{doc("Fenn/silent.pdf", "")}
		for file, area := range tt.others {
			docs = append(docs, doc(file, area))
		}
		got := withoutCollections(docs)
		if area := got[0].Facts.Value(FactArea); area != tt.want {
			t.Errorf("%s: got the area %q, want %q", name, area, tt.want)
		}
		if area := docs[0].Facts.Value(FactArea); area != "Fenn" {
			t.Errorf("%s: the document itself has now the area %q", name, area)
		}
	}
}

// TestFoldersAreSpeltInManyWays holds that a folder called like the area which the
// documents in it name is that area, however it is spelt.
func TestFoldersAreSpeltInManyWays(t *testing.T) {
	for folder, area := range map[string]string{
		"Fenn & Ambry": "Fenn and Ambry", "fenn-and-ambry": "Fenn & Ambry", "Fenn_and_Ambry": "Fenn and Ambry",
		"FennAndAmbry": "Fenn and Ambry", "St. Ambry": "St Ambry", "Ambry": "Royal Borough of Ambry",
	} {
		if !holdsName(folder, area) && !holdsName(area, folder) {
			t.Errorf("%q is not called like %q", folder, area)
		}
	}
	if holdsName("Fenn", "Ambry") {
		t.Error("Fenn is called like Ambry")
	}
}
