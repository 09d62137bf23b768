package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"thematic/corpus"
)

// Program is an installed Tesseract.
type Program struct {
	Path     string
	Language string // as Tesseract names languages: "eng", "eng+cym"; "" for English
}

// Find looks for Tesseract where programs are looked for and where it installs
// itself. It returns "" where it is not installed.
func Find() string {
	for _, name := range places(os.Getenv) {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// places are the names of the program: on Windows its installer does not tell the
// system where it is. Folders that are not set are left out.
func places(variable func(string) string) []string {
	names := []string{"tesseract"}
	for _, place := range []struct{ variable, below string }{{"ProgramFiles", ""}, {"LOCALAPPDATA", "Programs"}, {"LOCALAPPDATA", ""}} {
		if folder := variable(place.variable); folder != "" {
			names = append(names, filepath.Join(folder, place.below, "Tesseract-OCR", "tesseract.exe"))
		}
	}
	return names
}

// Hint says in one line how to install Tesseract on this system.
func Hint() string {
	switch runtime.GOOS {
	case "darwin":
		return "install Tesseract (brew install tesseract)"
	case "windows":
		return "install Tesseract (winget install UB-Mannheim.TesseractOCR)"
	}
	return "install Tesseract (sudo apt install tesseract-ocr)"
}

// maxOutput is the most bytes of an answer: a page has some thousand words.
const maxOutput = 16 << 20

// read hands a picture to the program and returns what it answers: a table of
// boxes, one in a line.
func (p Program) read(picture *image.Gray, dpi float64, limit time.Duration) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	language := p.Language
	if language == "" {
		language = "eng"
	}
	cmd := exec.CommandContext(ctx, p.Path, "stdin", "stdout", "-l", language, "--dpi", fmt.Sprintf("%.0f", dpi), "tsv")
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.WaitDelay = time.Second
	contain(cmd)
	header := fmt.Sprintf("P5\n%d %d\n255\n", picture.Rect.Dx(), picture.Rect.Dy())
	cmd.Stdin = io.MultiReader(strings.NewReader(header), bytes.NewReader(picture.Pix))
	var out, said bounded
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, &corpus.InputError{Late: true, Reason: fmt.Sprintf("recognising it took more than %g s: allow more with --time", limit.Seconds())}
	case err != nil:
		return nil, fmt.Errorf("it was not read by Tesseract: %s", said.firstLine(err))
	case out.full:
		return nil, errors.New("more was seen on it than a page can hold")
	}
	return out.kept.Bytes(), nil
}

// bounded keeps the first [maxOutput] bytes of what is written to it.
type bounded struct {
	kept bytes.Buffer
	full bool
}

func (b *bounded) Write(p []byte) (int, error) {
	room := maxOutput - b.kept.Len()
	if len(p) > room {
		b.full = true
	}
	b.kept.Write(p[:min(len(p), room)])
	return len(p), nil
}

// firstLine is the first line that was said, and the error where nothing was.
func (b *bounded) firstLine(err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(b.kept.String()), "\n")
	if line == "" {
		return err.Error()
	}
	return line[:min(len(line), 200)]
}
