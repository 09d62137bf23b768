package briefing

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestPageStaysLight has a Chromium that darkens every page draw the briefing: charts were drawn
// for white paper, and what they say by colour would be lost.
func TestPageStaysLight(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	folder := t.TempDir()
	page, picture := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.png")
	b := New(smallResult(t), options())
	if err := os.WriteFile(page, written(t, func(w *bytes.Buffer) error { return b.HTML(w) }), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--force-dark-mode",
		"--enable-features=WebContentsForceDark", "--window-size=600,600", "--screenshot="+picture, "file://"+page).Run(); err != nil {
		t.Skipf("chromium does not run: %v", err)
	}
	drawn, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	shot, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := shot.At(5, 400).RGBA(); r>>8 != 0xff || g>>8 != 0xff || b>>8 != 0xff {
		t.Errorf("the paper is #%02x%02x%02x", r>>8, g>>8, b>>8)
	}
}
