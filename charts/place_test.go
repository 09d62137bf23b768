package charts

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// TestPlacePDF draws two figures on one page and writes a line between them,
// which must stand in the font that the document asks for.
func TestPlacePDF(t *testing.T) {
	f, err := Bars(BarsData{Reviews: 4, Bars: []Bar{{Label: "A theme", Count: 2}}}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	doc := fpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false)
	doc.AddPage()
	if err := f.PlacePDF(doc, 50, 50, 200); err != nil {
		t.Fatal(err)
	}
	doc.SetFont("Times", "", 8)
	doc.Text(50, 300, "between")
	if err := f.PlacePDF(doc, 50, 400, 400); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	before, _, found := strings.Cut(page, "(between)")
	if !found || !strings.HasSuffix(strings.TrimSpace(before[strings.LastIndex(before, "/"):strings.LastIndex(before, "Tf")]), " 8.00") {
		t.Errorf("the line between the figures is not there, or in another font")
	}
	for _, width := range []float64{200, 400} {
		matrix := fmt.Sprintf("%.5f 0.00000 0.00000", width/float64(f.Width))
		if strings.Count(page, matrix) != 1 {
			t.Errorf("no figure stands in the page with the matrix %s", matrix)
		}
	}
}
