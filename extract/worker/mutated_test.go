package worker

import (
	"flag"
	"io/fs"
	"os"
	"testing"

	"thematic/corpus/demo"
	"thematic/extract"
	"thematic/internal/hostile"
)

var mutations = flag.Int("mutations", 200, "how many mutated reports to read")

// TestPoolReadsMutatedReports reads real reports, and those of the
// demonstration, that came to harm, with PDFium behind the text layer.
func TestPoolReadsMutatedReports(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	var sound []hostile.File
	for _, folder := range []fs.FS{demo.Reviews(), os.DirFS(shared + "/reports")} {
		err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(folder, name)
			if len(data) > 1 { // a shorter one is not sound
				sound = append(sound, hostile.File{Name: entry.Name(), Data: data})
			}
			return err
		})
		if err != nil && len(sound) == 0 { // the real reports may be missing
			t.Fatal(err)
		}
	}
	options := Options{
		Command: []string{os.Args[0], "serve-with-pdfium"}, Limits: pdfiumLimits(),
		Engines: extract.Options{Second: true, Cache: extract.UserCache()},
	}
	survives(t, *mutations, options, func(i int) hostile.File { return hostile.Mutated(i, sound) })
}
