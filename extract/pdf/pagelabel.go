package pdf

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// labelRange is one entry of /PageLabels: the style of the labels from a page on.
type labelRange struct {
	first  int // index of the page
	style  string
	prefix string
	start  int
}

// pageLabels returns the labels of n pages, nil where the file states none.
func pageLabels(root pdf.Value, n int) (labels []string) {
	defer func() {
		if recover() != nil {
			labels = nil // labels are an ornament: a fault in them costs no page
		}
	}()
	var ranges []labelRange
	collectLabels(root, 0, &ranges)
	if len(ranges) == 0 {
		return nil
	}
	labels = make([]string, n)
	at := -1
	for i := range labels {
		for at+1 < len(ranges) && ranges[at+1].first <= i {
			at++
		}
		if at >= 0 {
			r := ranges[at]
			labels[i] = r.prefix + styledNumber(r.style, r.start+i-r.first)
		}
	}
	return labels
}

func collectLabels(node pdf.Value, depth int, out *[]labelRange) {
	if depth > 8 || len(*out) > 10_000 {
		return
	}
	nums := node.Key("Nums")
	for i := 0; i+1 < nums.Len(); i += 2 {
		d := nums.Index(i + 1)
		start := 1
		if st := d.Key("St"); st.Kind() == pdf.Integer && st.Int64() > 0 && st.Int64() < 1e6 {
			start = int(st.Int64())
		}
		*out = append(*out, labelRange{int(nums.Index(i).Int64()), d.Key("S").Name(), clean(textString(d.Key("P").RawString())), start})
	}
	kids := node.Key("Kids")
	for i := 0; i < kids.Len() && i < 1000; i++ {
		collectLabels(kids.Index(i), depth+1, out)
	}
}

// styledNumber writes n in one of the styles of page labels.
func styledNumber(style string, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "r":
		return strings.ToLower(roman(n))
	case "R":
		return roman(n)
	case "a", "A":
		letter := strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 20))
		if style == "A" {
			letter = strings.ToUpper(letter)
		}
		return letter
	}
	return ""
}
