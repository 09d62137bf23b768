// Package layers holds the test of the project's structure: which package may
// see which, and which modules the product may be built from.
package layers

import (
	"cmp"
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

// table returns what each package sees, as ARCHITECTURE.md says, in order.
func table(t *testing.T) map[string]string {
	t.Helper()
	document, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(document), "\n| package | owns | sees |\n|---|---|---|\n")
	section, _, _ = strings.Cut(section, "\n\n")
	sees := map[string]string{}
	for row := range strings.SplitSeq(section, "\n") {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		for name := range strings.SplitSeq(cells[0], ", ") {
			sees[strings.Trim(name, "`")] = cells[len(cells)-1]
		}
	}
	return sees
}

func TestPackagesSeeWhatTheTableSays(t *testing.T) {
	sees := table(t)
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, "thematic/")
		want, listed := sees[name]
		delete(sees, name)
		var ours []string
		for _, imported := range p.Imports {
			if imported, own := strings.CutPrefix(imported, "thematic/"); own {
				ours = append(ours, imported)
			}
		}
		got := cmp.Or(strings.Join(ours, ", "), "nothing")
		if !listed || got != want && want != "all" {
			t.Errorf("%s sees %s, and ARCHITECTURE.md says %q", name, got, want)
		}
	}
	for name := range sees {
		t.Errorf("ARCHITECTURE.md speaks of %s, which is not there", name)
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
