package charts

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
)

// Figure is a chart ready to be written with [Figure.WriteSVG],
// [Figure.WriteOutlinedSVG], [Figure.WritePNG] or [Figure.WritePDF]. Its texts may
// be replaced or emptied before that, for instance where a document has a heading of
// its own; the chart then takes the space they leave.
type Figure struct {
	Title    string // states the finding
	Subtitle string // what is counted and how it is drawn
	Source   string // where the numbers come from, with n
	Alt      string // what the chart shows, in words, for those who cannot see it

	Width, Height vg.Length // in points

	scale typeScale
	font  *Font // nil: Liberation Sans
	ink   color.NRGBA
	draw  func(s *sheet, area vg.Rectangle)
}

// texts are the words that go with a figure.
type texts struct {
	title, subtitle, source, alt string
}

// invented are the texts where labels are nobody's words, as the remark says.
func (t texts) invented(remark string) texts {
	brackets := strings.NewReplacer("“", "[", "”", "]")
	t.title, t.alt = brackets.Replace(t.title), brackets.Replace(t.alt)+" "+remark
	t.source += " " + remark
	return t
}

// newFigure makes a figure of the style's size. Where the size leaves the
// height open, it is what the texts and a body of the given height need, up to
// the height of a page.
func newFigure(st Style, t texts, body vg.Length, draw func(*sheet, vg.Rectangle)) (*Figure, error) {
	if st.Invented != "" {
		t = t.invented(st.Invented)
	}
	f := &Figure{
		Title:    clean(t.title),
		Subtitle: clean(t.subtitle),
		Source:   clean(t.source),
		Alt:      clean(t.alt),
		scale:    st.Size.typeScale(),
		draw:     draw,
		font:     st.Font,
		ink:      st.Ink,
	}
	if f.font != nil {
		if err := f.font.checkFamily(); err != nil {
			return nil, err
		}
	}
	f.Width, f.Height = st.dimensions()
	if f.Height > 0 {
		return f, nil
	}
	faces, err := newTypeface(f.font)
	if err != nil {
		return nil, err
	}
	f.Height = pageHeight
	f.Height = min(pageHeight, pageHeight-f.room(faces)+body)
	return f, nil
}

// room is the height that the texts of the figure leave.
func (f *Figure) room(faces typeface) vg.Length {
	area := f.sheet(blank{}, faces).frame(f)
	return area.Max.Y - area.Min.Y
}

// Untitled is the figure without its title, and lower by what that took. It fails where
// the font cannot be read.
func (f *Figure) Untitled() (*Figure, error) {
	faces, err := newTypeface(f.font)
	if err != nil {
		return nil, err
	}
	bare := *f
	bare.Title = ""
	bare.Height -= bare.room(faces) - f.room(faces)
	return &bare, nil
}

// name is the title, or what stands for it where there is none.
func (f *Figure) name() string {
	if f.Title != "" {
		return f.Title
	}
	return "Chart"
}

func (f *Figure) sheet(on surface, faces typeface) *sheet {
	return &sheet{surface: on, faces: faces, scale: f.scale, width: f.Width, height: f.Height}
}

// paint draws the figure.
func (f *Figure) paint(on surface) error {
	faces, err := newTypeface(f.font)
	if err != nil {
		return err
	}
	if f.ink.A != 0 {
		on = inked{on, f.ink}
	}
	s := f.sheet(on, faces)
	s.fill(box(0, 0, f.Width, f.Height).Path(), white)
	f.draw(s, s.frame(f))
	return faces.err()
}
