// Package layers holds the test of the project's structure: which package may
// see which, and which modules the product may be built from.
package layers

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport says which packages of ours each part may import. A part is a top
// folder, or a folder below it that has rules of its own.
var mayImport = map[string][]string{
	"corpus":              {},
	"corpus/demo":         {},
	"extract":             {"corpus", "extract", "extract/pdf", "extract/pdfium", "extract/ocr", "extract/libreoffice"},
	"extract/pdf":         {"corpus"},
	"extract/pdfium":      {"extract/pdf"},
	"extract/ocr":         {"corpus", "extract/pdf"},
	"extract/libreoffice": {"corpus"},
	"themes":              {"corpus", "themes"},
	"analysis":            {"corpus", "themes", "analysis"},
	"charts":              {"charts"},
	"internal/project":    {"corpus", "extract", "themes", "analysis", "charts"},
	"cmd":                 {"corpus", "extract", "extract/ocr", "extract/libreoffice", "themes", "analysis", "charts", "corpus/demo", "internal/project"},
	"corpus/demo/build":   {},
	"internal/hostile":    {},
	"internal/layers":     {},
}

// productModules are the modules the program may be built from, direct and
// indirect. A new one is measured, and its licence and upkeep looked at, first.
var productModules = []string{
	"codeberg.org/go-fonts/liberation", "codeberg.org/go-pdf/fpdf",
	"github.com/deckarep/golang-set",
	"github.com/goccy/go-yaml", "github.com/gofrs/flock",
	"github.com/google/uuid", "github.com/jdkato/prose/v2", "github.com/jolestar/go-commons-pool/v2",
	"github.com/klauspost/compress", "github.com/klippa-app/go-pdfium", "github.com/ledongthuc/pdf", "github.com/mingrammer/commonregex",
	"github.com/mitchellh/colorstring", "github.com/richardlehane/mscfb", "github.com/richardlehane/msoleps",
	"github.com/rivo/uniseg", "github.com/schollz/progressbar/v3", "github.com/spf13/cobra",
	"github.com/spf13/pflag", "github.com/tetratelabs/wazero", "github.com/tiendc/go-deepcopy", "github.com/xuri/efp",
	"github.com/xuri/excelize/v2", "github.com/xuri/nfp", "github.com/inconshreveable/mousetrap",
	"golang.org/x/crypto", "golang.org/x/image", "golang.org/x/net", "golang.org/x/sys",
	"golang.org/x/term", "golang.org/x/text", "golang.org/x/tools", "gonum.org/v1/gonum", "gonum.org/v1/plot",
	"gopkg.in/neurosnap/sentences.v1",
}

// listed is what `go list -json` says of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Module     *struct{ Path string }
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Module"}, args...)...)
	cmd.Dir = filepath.Join("..", "..")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// part returns the longest key of mayImport that holds the package.
func part(path string) string {
	for name := strings.TrimPrefix(path, "thematic/"); name != "."; name = filepath.ToSlash(filepath.Dir(name)) {
		if _, ok := mayImport[name]; ok {
			return name
		}
	}
	return ""
}

func TestPackagesSeeOnlyWhatTheyMay(t *testing.T) {
	packages := list(t, "./...")
	if len(packages) < len(mayImport) {
		t.Fatalf("only %d packages were listed", len(packages))
	}
	for _, p := range packages {
		from := part(p.ImportPath)
		if from == "" {
			t.Errorf("%s belongs to no part of the project", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, "thematic/") {
				continue
			}
			to := part(imported)
			if !slices.Contains(mayImport[from], to) {
				t.Errorf("%s imports %s: %s may not see %s", p.ImportPath, imported, from, to)
			}
		}
	}
}

func TestTheProgramIsBuiltFromKnownModules(t *testing.T) {
	for _, p := range list(t, "-deps", "./cmd/thematic") {
		if p.Module == nil || p.Module.Path == "thematic" {
			continue
		}
		if !slices.Contains(productModules, p.Module.Path) {
			t.Errorf("%s comes from the module %s, which is not on the list", p.ImportPath, p.Module.Path)
		}
	}
}
