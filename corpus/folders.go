package corpus

import (
	"maps"
	"path"
	"strings"
)

// withoutCollections returns docs, of which those that took their area from a
// folder have none any more where the folder is a collection and no place: two
// documents in it at least name areas of their own, and none is called like it.
// The documents themselves stay as they are.
func withoutCollections(docs []*Document) []*Document {
	named, alike := map[string]int{}, map[string]bool{}
	for _, d := range docs {
		area, taken := d.area()
		if area == "" || taken {
			continue
		}
		for _, dir := range foldersOf(d.File) {
			named[dir]++
			alike[dir] = alike[dir] || holdsName(area, path.Base(dir)) || holdsName(path.Base(dir), area)
		}
	}
	list := make([]*Document, len(docs))
	for i, d := range docs {
		list[i] = d
		area, taken := d.area()
		for _, dir := range foldersOf(d.File) {
			if taken && path.Base(dir) == area && named[dir] > 1 && !alike[dir] {
				unplaced := *d
				unplaced.Facts = maps.Clone(d.Facts)
				delete(unplaced.Facts, FactArea)
				list[i] = &unplaced
				break
			}
		}
	}
	return list
}

// area is that of a document, and whether it is the name of a folder.
func (d *Document) area() (area string, taken bool) {
	fact := d.Facts[FactArea]
	return fact.Value, fact.Evidence.Page == 0 && fact.Evidence.Quote == d.File
}

// holdsName reports whether a name holds another, in whichever spelling.
func holdsName(name, other string) bool { return strings.Contains(nameKey(name), nameKey(other)) }

// foldersOf returns the paths of the folders that a file lies in, the nearest first.
func foldersOf(file string) []string {
	var folders []string
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		folders = append(folders, dir)
	}
	return folders
}
