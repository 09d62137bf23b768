package charts

import "testing"

// TestPalettedKeepsWhatIsSeen has a picture of more shades of grey, and of blue,
// than a palette holds, large fields that differ by one, and a small red mark.
func TestPalettedKeepsWhatIsSeen(t *testing.T) {
	want := func(x, y int) rgb {
		switch {
		case x == 5 && y == 1:
			return rgb{200, 20, 10}
		case y < 8:
			v := uint8(x/2 + 32*y)
			if x%2 == 0 {
				return rgb{v, v, 255}
			}
			return rgb{v, v, v}
		case y < 16:
			return rgb{0, 90, 180}
		case y < 24:
			return rgb{0, 90, 181}
		}
		return rgb{255, 255, 255}
	}
	b := newBitmap(64, 64, rgb{255, 255, 255})
	for i := range b.dots {
		b.dots[i] = b.number(want(i%64, i/64))
	}
	kept, index := b.reduced()
	if len(kept) > mostColours {
		t.Fatalf("%d colours are kept", len(kept))
	}
	for i, n := range b.dots {
		most := 24 // what a shade may be off
		if i/64 >= 8 {
			most = 0
		}
		got, want := kept[index[n]], b.colours[n]
		for j := range got {
			if off := int(got[j]) - int(want[j]); off > most || off < -most {
				t.Fatalf("at %d, %d: got %v, want about %v", i%64, i/64, got, want)
			}
		}
	}
}
