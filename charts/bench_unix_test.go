//go:build unix

package charts

import (
	"bytes"
	"fmt"
	"syscall"
	"testing"
	"time"
)

// BenchmarkWrite measures building a figure and writing it, by kind and format:
// "cpu-ms/figure" is processor time of the whole process, which does not depend on
// what else the machine is doing, and "bytes/figure" the size of the file.
// .ci/charts makes a table of it.
func BenchmarkWrite(b *testing.B) {
	for _, name := range []string{"venn3", "euler3", "bars33", "pictorial33", "upset5", "cooccurrence14", "trend3", "dumbbell33", "matrix33", "circumstances"} {
		for _, format := range []string{"SVG", "outlined", "PNG", "PDF"} {
			b.Run(fmt.Sprintf("%s/%s", name, format), func(b *testing.B) {
				c := figureNamed(b, name)
				var out bytes.Buffer
				before := processorTime(b)
				for b.Loop() {
					out.Reset()
					f := c.figure(b)
					var err error
					switch format {
					case "SVG":
						err = f.WriteSVG(&out)
					case "outlined":
						err = f.WriteOutlinedSVG(&out)
					case "PNG":
						err = f.WritePNG(&out, 300)
					case "PDF":
						err = f.WritePDF(&out)
					}
					if err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64((processorTime(b)-before).Microseconds())/1000/float64(b.N), "cpu-ms/figure")
				b.ReportMetric(float64(out.Len()), "bytes/figure")
			})
		}
	}
}

// processorTime is that of the process so far.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
