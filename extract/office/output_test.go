package office

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestLeftOutIsTold holds that comments are counted, and pictures so large that they may
// show text.
func TestLeftOutIsTold(t *testing.T) {
	picture := func(width, height int) string {
		return fmt.Sprintf(`<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="%d" cy="%d"/>`+
			`<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r></w:p>`, width*360000, height*360000)
	}
	comment := `<w:r><w:commentReference w:id="1"/></w:r>`
	frame := func(size string) string {
		return `<text:p><draw:frame svg:width="` + size + `" svg:height="` + size + `"><draw:image/></draw:frame></text:p>`
	}
	docx := func(body string) string {
		return string(archive(t, "word/document.xml", wordStart+body+wordEnd))
	}
	odt := func(body string) string {
		return string(archive(t, "content.xml", odtHead+`<office:body><office:text>`+body+odtTail))
	}
	tests := []struct {
		name string
		read func(io.ReaderAt, int64, corpus.Limits) (corpus.Text, error)
		data string
		want []string
		lost bool // all that it shows
	}{
		{"docx comments", ReadDOCX, docx(`<w:p>` + run("Seen") + comment + comment + `</w:p>`), []string{corpus.Comments(2)}, false},
		{"docx pictures", ReadDOCX, docx(para("", "Seen") + picture(16, 24) + picture(4, 3)), []string{corpus.LargePictures(1)}, false},
		{"docx of pictures", ReadDOCX, docx(picture(16, 24) + picture(16, 24)), []string{corpus.LargePictures(2)}, true},
		{"docx of a logo", ReadDOCX, docx(picture(4, 3)), nil, false},
		{"docx of an object", ReadDOCX, docx(para("", "Seen") + `<w:p><w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:468pt;height:300pt"><v:imagedata/></v:shape></w:object></w:r></w:p>`), []string{corpus.LargePictures(1)}, false},
		{"rtf pictures", ReadRTF, rtfHead + `Seen{\*\shppict{\pict{\*\picprop}\picwgoal8000\pichgoal6000 0a0b}}{\nonshppict{\pict\picwgoal8000\pichgoal6000 0a0b}}` +
			`{\pict\picscalex20\picscaley20\picwgoal8000\pichgoal6000 0a0b}{\object{\*\objdata 00}{\result{\pict\picwgoal8000\pichgoal6000 0a}}}` +
			`{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict\picwgoal8000\pichgoal6000 0a}}}}{\shprslt{\pict\picwgoal8000\pichgoal6000 0a}}}\par}`, []string{corpus.LargePictures(3)}, false},
		{"odt comments", ReadODT, odt(`<text:p>Seen<office:annotation><text:p>Why?</text:p></office:annotation></text:p>`), []string{corpus.Comments(1)}, false},
		{"odt pictures", ReadODT, odt(`<text:p>Seen</text:p>` + frame("16cm") + frame("3in")), []string{corpus.LargePictures(1)}, false},
		{"odt of pictures", ReadODT, odt(frame("6.5in")), []string{corpus.LargePictures(1)}, true},
		{"rtf comments", ReadRTF, rtfHead + `Seen{\*\atnid KT}{\*\annotation Why?}\par}`, []string{corpus.Comments(1)}, false},
	}
	for _, tt := range tests {
		text, err := tt.read(strings.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
		if err != nil || !slices.Equal(text.Warnings, tt.want) {
			t.Errorf("%s: got warnings %q, %v, want %q", tt.name, text.Warnings, err, tt.want)
		}
		if got := len(text.Pages) > 0 && text.Pages[0].State == corpus.PageFailed; got != tt.lost {
			t.Errorf("%s: its page is failed: %v, want %v", tt.name, got, tt.lost)
		}
	}
}
