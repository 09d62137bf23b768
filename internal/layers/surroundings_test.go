package layers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// surroundings are what a result must not depend on, unless the command line
// hands it down: the clock, the environment, other programs, chance.
var surroundings = []string{
	"time.Now", "time.Since", "time.Until", "os.Getenv", "os.LookupEnv", "os.Environ", "os.Hostname", "os.Getpid",
	"exec.Command", "exec.CommandContext", "exec.LookPath",
	"rand.Int", "rand.IntN", "rand.N", "rand.Uint64", "rand.Float64", "rand.Perm", "rand.Shuffle", "rand.Text", "uuid.New", "uuid.NewString",
}

// nearTheMachine is what some folders take from there all the same: the command line,
// the deadline of a reading process, and the start of other programs.
var nearTheMachine = map[string][]string{
	"cmd/thematic":        {"exec.CommandContext", "os.Getenv", "os.Getpid", "time.Now"},
	"corpus":              {"rand.Text"}, // for the names of unfinished files alone
	"corpus/demo/build":   {"exec.Command"},
	"extract/libreoffice": {"exec.CommandContext", "exec.LookPath", "os.LookupEnv"},
	"extract/ocr":         {"exec.CommandContext", "exec.LookPath", "os.Getenv"}, // for where programs lie on Windows
	"extract/worker":      {"exec.Command", "time.Now"},
}

func TestResultsDependOnNothingAround(t *testing.T) {
	root := os.DirFS("../..")
	files := 0
	used := map[string]bool{} // by folder and word
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && name != "." {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		source, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, name, source, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok && slices.Contains(surroundings, of.Name+"."+s.Sel.Name) {
					word, folder := of.Name+"."+s.Sel.Name, path.Dir(name)
					if used[folder+" "+word] = true; !slices.Contains(nearTheMachine[folder], word) {
						t.Errorf("%s: %s: pass it in from the command line", positions.Position(s.Pos()), word)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder, words := range nearTheMachine {
		for _, word := range words {
			if !used[folder+" "+word] {
				t.Errorf("%s does without %s: take it off the list", folder, word)
			}
		}
	}
	if files < 100 {
		t.Errorf("only %d files were looked at", files)
	}
}
