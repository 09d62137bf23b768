package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/extract/libreoffice"
	"thematic/extract/ocr"
)

func newDoctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Check what this machine has for reading reports",
		Long: `Looks for the programs that read scanned pages and old Word files, tries them, and
says what is missing and how to install it. Nothing is installed or changed, except
that the compiled form of PDFium is kept for later runs.`,
		Example: "  thematic doctor",
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return examine(cmd.Context(), cmd.OutOrStdout())
		},
	}
}

// finding is one line of what doctor says.
type finding struct{ what, state string }

func examine(ctx context.Context, w io.Writer) error {
	findings := []finding{
		{"thematic", fmt.Sprintf("%s, %s on %s/%s, %s", buildVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH, corpus.Quantity(runtime.NumCPU(), "processor"))},
		{"PDF, DOCX, ODT, RTF, HTML, text", "read by the program itself"},
		{"damaged and unusual PDF", pdfiumState(ctx)},
		{"scanned pages", tesseractState(ctx)},
		{"old Word files (.doc)", libreOfficeState(ctx)},
	}
	for _, f := range findings {
		if _, err := fmt.Fprintf(w, "%-34s %s\n", f.what, f.state); err != nil {
			return fmt.Errorf("print the findings: %w", err)
		}
	}
	return nil
}

func pdfiumState(ctx context.Context) string {
	if err := engines().Prepare(ctx); err != nil {
		return "PDFium cannot be kept ready, and is slower to start: " + flat(err.Error())
	}
	return "PDFium, which comes with the program, is ready"
}

func tesseractState(ctx context.Context) string {
	path := ocr.Find()
	if path == "" {
		return "not read: " + ocr.Hint()
	}
	version, err := answer(ctx, path, "--version")
	if err != nil {
		return fmt.Sprintf("not read: %s does not work (%v)", path, err)
	}
	languages, err := languagesOf(ctx, path)
	if err != nil {
		return fmt.Sprintf("not read: %s does not list its languages (%v)", path, err)
	}
	return fmt.Sprintf("%s (%s), languages: %s", version[0], path, strings.Join(languages, ", "))
}

// languagesOf are those that the Tesseract at path can read, by its names.
func languagesOf(ctx context.Context, path string) ([]string, error) {
	lines, err := answer(ctx, path, "--list-langs")
	if err != nil {
		return nil, err
	}
	for i := range lines { // on Windows they end otherwise
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines[1:], nil
}

// checkLanguage refuses languages, such as "eng+cym", of which Tesseract lacks one:
// every scanned page would be left unread. Where Tesseract is not installed or does
// not say what it has, the pages say so.
func checkLanguage(ctx context.Context, asked string) error {
	path := ocr.Find()
	if path == "" {
		return nil
	}
	known, err := languagesOf(ctx, path)
	if err != nil {
		return nil
	}
	for _, language := range strings.Split(asked, "+") {
		if !slices.Contains(known, language) {
			return usageError{fmt.Errorf("--ocr-language is %q, and Tesseract has no language %q here: install it, or choose from %s", asked, language, strings.Join(known, ", "))}
		}
	}
	return nil
}

func libreOfficeState(ctx context.Context) string {
	path := libreoffice.Find()
	if path == "" {
		return "not read: " + libreoffice.Hint()
	}
	version, err := answer(ctx, path, "--version")
	if err != nil {
		return fmt.Sprintf("not read: %s does not work (%v)", path, err)
	}
	return fmt.Sprintf("%s (%s)", version[0], path)
}

// patience is how long a program may take to say which it is.
const patience = 20 * time.Second

// answer runs a program and returns the lines that it prints, at least one.
func answer(ctx context.Context, path string, args ...string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, path, args...).CombinedOutput()
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if lines[0] == "" {
		return nil, errors.New("it says nothing")
	}
	return lines, nil
}
