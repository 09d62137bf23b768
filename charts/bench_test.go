package charts

import (
	"bytes"
	"fmt"
	"testing"
)

// BenchmarkWrite measures building a figure and writing it, by kind and format;
// "bytes/figure" is the size of the file.
func BenchmarkWrite(b *testing.B) {
	for _, name := range []string{"venn3", "euler3", "bars33", "pictorial33", "upset5", "cooccurrence14", "trend3", "dumbbell33", "matrix33"} {
		for _, format := range []string{"SVG", "SVGOutlined", "PNG300", "PDF"} {
			b.Run(fmt.Sprintf("%s/%s", name, format), func(b *testing.B) {
				c := figureNamed(b, name)
				var out bytes.Buffer
				for b.Loop() {
					out.Reset()
					f := c.figure(b)
					var err error
					switch format {
					case "SVG":
						err = f.WriteSVG(&out)
					case "SVGOutlined":
						err = f.WriteOutlinedSVG(&out)
					case "PNG300":
						err = f.WritePNG(&out, 300)
					case "PDF":
						err = f.WritePDF(&out)
					}
					if err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(out.Len()), "bytes/figure")
			})
		}
	}
}

func figureNamed(b *testing.B, name string) figureCase {
	for _, c := range fictionFigures() {
		if c.name == name {
			return c
		}
	}
	b.Fatalf("no figure is called %q", name)
	return figureCase{}
}
