package office

import (
	"bytes"
	"strings"
	"testing"

	"thematic/corpus"
)

func TestRefusals(t *testing.T) {
	deep := strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200)
	tests := []struct{ name, part, content, want string }{
		{"no text", "word/other.xml", "", "it has the form of a Word document and no text part: ask for a new copy"},
		{"document type", "word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`,
			"it declares a document type of its own, which no word processor does: it is not read"},
		{"deep", "word/document.xml", wordStart + deep + wordEnd, "its elements are nested too deeply: save it anew as PDF"},
		{"not XML", "word/document.xml", "<<<", "its part word/document.xml is damaged: open it, let the program repair it, and save it anew"},
		{"bomb", "word/document.xml", wordStart + para("", strings.Repeat("a", 40<<20)) + wordEnd,
			"its part word/document.xml inflates to more than"},
	}
	for _, tt := range tests {
		_, err := readDOCX(t, tt.part, tt.content)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestRefusalsOfODT(t *testing.T) {
	tests := []struct{ name, part, content, want string }{
		{"no text", "styles.xml", "<x/>", "it has the form of an OpenDocument text and no content: ask for a new copy"},
		{"a password", "META-INF/manifest.xml", "<manifest:encryption-data/>", "it is locked with a password: open it and save a copy without one"},
		{"bomb", "content.xml", strings.Repeat("a", 40<<20), "its part content.xml inflates to more than"},
	}
	for _, tt := range tests {
		parts := []string{tt.part, tt.content}
		if tt.name == "a password" {
			parts = append(parts, "content.xml", "<x/>")
		}
		data := archive(t, parts...)
		_, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestBrokenOffKeepsTheBeginning(t *testing.T) {
	text, err := readDOCX(t, "word/document.xml", wordStart+para("", "Kept.")+"<w:p><w:r><w:t>Lost")
	if err != nil || text.Body != "Kept.\nLost\n" || text.Pages[0].State != corpus.PageFailed {
		t.Errorf("got %q, %+v, %v", text.Body, text.Pages, err)
	}
}
