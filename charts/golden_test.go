package charts

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	look   = flag.String("look", "", "also write every test figure as SVG, PNG and PDF to this folder, to be looked at")
)

// TestGolden compares the SVG of every figure with the one looked at before.
func TestGolden(t *testing.T) {
	t.Parallel()
	for _, c := range fictionFigures() {
		t.Run(c.name, func(t *testing.T) {
			f := c.figure(t)
			var got bytes.Buffer
			if err := f.WriteSVG(&got); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.name+".svg")
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s differs from what is drawn now; look at both, then run go test -update", path)
			}
			if *look != "" {
				writeAll(t, f, filepath.Join(*look, c.name))
			}
		})
	}
}

// writeAll writes a figure in every format.
func writeAll(t *testing.T, f *Figure, path string) {
	t.Helper()
	var svg, outlined, png, pdf bytes.Buffer
	for _, err := range []error{f.WriteSVG(&svg), f.WriteOutlinedSVG(&outlined), f.WritePNG(&png, 150), f.WritePDF(&pdf)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for ext, data := range map[string][]byte{".svg": svg.Bytes(), ".outlined.svg": outlined.Bytes(), ".png": png.Bytes(), ".pdf": pdf.Bytes()} {
		if err := os.WriteFile(path+ext, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
