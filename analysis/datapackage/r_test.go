package datapackage

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// readInR reads a matrix as people do who work with R, without an edit: the
// themes are whole numbers, none is missing, and they make the matrix of
// numbers that packages such as quanteda and irr take.
const readInR = `
m <- read.csv(commandArgs(TRUE)[1])
x <- as.matrix(m[, -(1:3)])
cat(names(m), "\n")
cat(class(m$case_id), class(m$area), class(m$year), storage.mode(x), anyNA(x), all(x %in% 0:1), "\n")
cat(m$year, "\n")
cat(colSums(x), "\n")
cat(m$area, sep = "|")
`

// TestMatrixInR has R read the matrix, where it is installed.
func TestMatrixInR(t *testing.T) {
	program, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("no R")
	}
	in := analysis.Input{Themes: []analysis.Theme{{ID: "risk", Label: "Risk"}, {ID: "voice_of_child", Label: "Voice, of the child"}}}
	for i, area := range []string{"Ambry", `Upper "Ford", é`, ""} {
		file := string(rune('a'+i)) + ".pdf"
		c := corpus.Case{ID: "review-" + file, Area: area, Year: 2010 + i, Include: true, Files: []string{file}}
		if area == "" {
			c.Year = 0
		}
		in.Cases = append(in.Cases, c)
		in.Files = append(in.Files, analysis.File{File: file, ID: corpus.ID(file), Status: corpus.StatusOK})
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: file, CaseID: c.ID, File: file, Theme: in.Themes[i%2].ID, Status: corpus.Counted, Label: corpus.LabelDeficit,
		})
	}
	r, err := analysis.Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, table := range r.Tables() {
		if table.Name == "matrix" {
			err = table.WriteCSV(&b)
		}
	}
	path := filepath.Join(t.TempDir(), "matrix.csv")
	if err := cmp.Or(err, os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-e", readInR, path)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	want := "case_id area year risk voice_of_child \ncharacter character integer integer FALSE TRUE \n2010 2011 NA \n2 1 \nAmbry|Upper \"Ford\", é|"
	if err != nil || string(out) != want {
		t.Errorf("error %v, got\n%s\nwant\n%s", err, out, want)
	}
}
