package briefing

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// inChromium has Chromium, started with args, write a briefing's page by flag into a file of
// that name, and returns its path. It skips the test where Chromium is not installed or does not run.
func inChromium(t *testing.T, o Options, flag, name string, args ...string) (path string) {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	folder := t.TempDir()
	page, path := filepath.Join(folder, "page.html"), filepath.Join(folder, name)
	b := New(smallResult(t), o)
	if err := os.WriteFile(page, written(t, func(w *bytes.Buffer) error { return b.HTML(w) }), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args = append(args, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), flag+path, "file://"+page)
	if err := exec.CommandContext(ctx, chromium, args...).Run(); err != nil {
		t.Skipf("chromium does not run: %v", err)
	}
	return path
}

// pictured is a picture of a briefing's page in Chromium.
func pictured(t *testing.T, o Options, args ...string) image.Image {
	t.Helper()
	drawn, err := os.ReadFile(inChromium(t, o, "--screenshot=", "page.png", args...))
	if err != nil {
		t.Fatal(err)
	}
	shot, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return shot
}

// TestPageStaysLight has a Chromium that darkens every page draw the briefing: charts were drawn
// for white paper, and what they say by colour would be lost.
func TestPageStaysLight(t *testing.T) {
	shot := pictured(t, options(), "--force-dark-mode", "--enable-features=WebContentsForceDark", "--window-size=600,600")
	if r, g, b, _ := shot.At(5, 400).RGBA(); r>>8 != 0xff || g>>8 != 0xff || b>>8 != 0xff {
		t.Errorf("the paper is #%02x%02x%02x", r>>8, g>>8, b>>8)
	}
}

// TestOneOfTwoDrawingsIsSeen: narrow screens show the drawing for them, others and paper that
// for the page, and none shows both.
func TestOneOfTwoDrawingsIsSeen(t *testing.T) {
	o := options()
	square := func(colour, says string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><rect width="99" height="99" fill="` + colour + `"/><text y="50">` + says + `</text></svg>`
	}
	o.Figures[1].SVG, o.Figures[1].Narrow = square("#0000ff", "broad"), square("#ff0000", "slim")
	for size, want := range map[string][2]bool{"400,5000": {true, false}, "800,5000": {false, true}} {
		shot := pictured(t, o, "--window-size="+size)
		var seen [2]bool // the narrow drawing, and the other
		for x := range shot.Bounds().Dx() {
			for y := range shot.Bounds().Dy() {
				r, g, b, _ := shot.At(x, y).RGBA()
				seen[0] = seen[0] || r>>8 == 0xff && g+b == 0
				seen[1] = seen[1] || b>>8 == 0xff && r+g == 0
			}
		}
		if seen != want {
			t.Errorf("%s: seen %v, want %v", size, seen, want)
		}
	}
	paper := strings.Join(pdfPages(t, inChromium(t, o, "--print-to-pdf=", "page.pdf", "--window-size=400,800")), " ")
	if !strings.Contains(paper, "broad") || strings.Contains(paper, "slim") {
		t.Errorf("on paper stands %q", paper)
	}
}
