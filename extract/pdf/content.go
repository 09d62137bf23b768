package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"
)

// interpreter runs the content of one page and collects its glyphs.
type interpreter struct {
	src      *source
	base     matrix // from page space to points from the top left corner
	page     extent
	glyphs   []glyph
	rules    []rect
	frames   []rect  // painted boxes that may be those of panels
	painted  painted // where something is behind letters
	shades   []rect  // filled boxes that may be those of cells
	dots     []rect  // small shapes that may be bullets
	covers   []rect  // black boxes with nothing lighter over them
	hiding   []hider // those that hide something, and marks for removal
	blacked  int     // shapes filled black
	shapes   int     // of those that are no boxes, as far as they are heeded
	images   float64 // area covered by images, in square points
	pictures []rect  // their boxes
	shows    int     // operators that show text
	comments int     // that somebody wrote about the page
	lost     int     // characters shown whose text is not known
	unseen   int     // glyphs that are not painted
	below    int     // glyphs that were drawn before a picture over most of the page

	unknown []glyph // of those, what is no blank
	ops     int
	chars   []shown // scratch
	marks   []mark
	fault   string // the first fault met, for a person
}

// state is the graphics state.
type state struct {
	ctm      matrix
	font     *font
	size     float64
	char     float64 // Tc
	word     float64 // Tw
	scale    float64 // Tz as a fraction
	leading  float64
	rise     float64
	unseen   bool   // Tr says that text is not painted
	text     matrix // Tm
	line     matrix // Tlm
	colour   uint32
	pale     bool  // the colour is not black
	white    bool  // it is that of paper
	plain    bool  // its space is of red, green and blue, or of inks
	outlined bool  // Tr says that letters have lines around them
	sheer    bool  // what is painted lets through what is below it
	blended  bool  // so does its way of blending
	darkens  bool  // or that makes nothing lighter
	masked   bool  // so does a mask, as of a shadow
	grouped  bool  // so does the group of shapes that is being drawn
	nib      nib   // that draws lines
	clip     *rect // where is painted, nil for everywhere
}

// mark is one level of marked content.
type mark struct {
	artifact bool
	actual   string // replaces the text of what is shown inside
	replaces bool
	first    int // glyph where it began
}

// scope is the resources names are looked up in.
type scope struct {
	resources pdf.Value
	fonts     map[string]*font
	veils     map[string]veil
	plain     map[string]bool // colour spaces, as isPlain says
	refs      map[string]string
	depth     int
}

const (
	maxForms  = 20
	formCost  = 1000 // operators that take as long as beginning a form
	maxStates = 512
	maxGlyphs = 2_000_000 // of one page
	maxRules  = 20_000    // of one page
)

func newScope(resources pdf.Value, depth int) *scope {
	return &scope{resources: resources, fonts: map[string]*font{}, veils: map[string]veil{}, plain: map[string]bool{}, depth: depth}
}

func (in *interpreter) note(format string, args ...any) {
	if in.fault == "" {
		in.fault = fmt.Sprintf(format, args...)
	}
}

// run interprets data. The state it leaves does not reach the caller.
func (in *interpreter) run(data []byte, sc *scope, gs state) {
	l := &lexer{data: string(data)}
	r := run{in: in, sc: sc, gs: gs}
	marks := len(in.marks)
	for t := l.next(); t.kind != kindEnd; t = l.next() {
		if t.kind != kindOperator {
			if t.kind != kindClose && len(r.args) < 64 {
				r.args = append(r.args, t)
			}
			continue
		}
		if in.ops++; in.ops > in.src.limits.OperatorsPage || len(in.glyphs) > maxGlyphs {
			in.note("the page draws more than is read")
			break
		}
		if t.str == "BI" {
			r.inlineImage(l)
		} else {
			r.do(t.str)
		}
		r.args = r.args[:0]
		l.forget()
	}
	for len(in.marks) > marks {
		in.endMark()
	}
}

// run is one content stream being interpreted.
type run struct {
	in    *interpreter
	sc    *scope
	gs    state
	stack []state
	args  []token
	path  path
}

// num returns the i-th operand from the end, 0 where it is missing.
func (r *run) num(fromEnd int) float64 {
	if i := len(r.args) - 1 - fromEnd; i >= 0 {
		return clamp(r.args[i].num, -1e7, 1e7)
	}
	return 0
}

// point returns the operands i and i+1 from the end.
func (r *run) point(fromEnd int) point { return point{r.num(fromEnd + 1), r.num(fromEnd)} }

func (r *run) str(fromEnd int) string {
	if i := len(r.args) - 1 - fromEnd; i >= 0 {
		return r.args[i].str
	}
	return ""
}

// do carries out one operator. Those that neither move nor show text, nor draw
// lines that may part the cells of a table, are passed over.
func (r *run) do(op string) {
	gs := &r.gs
	switch op {
	case "q":
		if len(r.stack) < maxStates {
			r.stack = append(r.stack, r.gs)
		}
	case "Q":
		if n := len(r.stack); n > 0 {
			r.gs, r.stack = r.stack[n-1], r.stack[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(r.args); ok {
			if m = m.mul(gs.ctm); m.sound() {
				gs.ctm = m
			}
		}
	case "Do":
		r.object(r.str(0))
	case "BDC":
		r.beginMark(r.str(1), r.args)
	case "BMC":
		r.beginMark(r.str(0), nil)
	case "EMC":
		r.in.endMark()
	case "g", "rg", "k", "sc", "scn":
		gs.plain = gs.plain || op[0] != 's' // an operator of its own names the space
		gs.colour, gs.pale = r.colour(), !r.blackInk(op)
		gs.white = gs.pale && r.whiteInk(op)
	case "cs":
		gs.white, gs.plain = false, r.sc.isPlain(r.str(0))
		gs.pale = false // black in the spaces of devices; in others a colour follows
	case "G", "RG", "K", "SC", "SCN":
		gs.nib.pale = !r.blackInk(op)
	case "CS":
		gs.nib.pale = false
	case "w":
		gs.nib.width = r.num(0)
	case "d":
		gs.nib.dashed = len(r.args) > 1 && len(r.args[0].items) > 0
	case "sh":
		r.uncoverClip()
	case "gs":
		gs.heed(r.sc.veilNamed(r.str(0)))
	default:
		if !r.textOperator(op) {
			r.pathOperator(op)
		}
	}
}

// colour makes one number of the operands: equal colours give equal numbers.
func (r *run) colour() uint32 {
	h := uint32(2166136261)
	for _, a := range r.args {
		h = (h ^ uint32(int32(a.num*255))) * 16777619
	}
	return h
}

func (r *run) textOperator(op string) bool {
	gs := &r.gs
	switch op {
	case "BT":
		gs.text, gs.line = identity, identity
	case "ET":
	case "Tf":
		gs.font, gs.size = r.in.fontNamed(r.sc, r.str(1)), r.num(0)
	case "Tc":
		gs.char = r.num(0)
	case "Tw":
		gs.word = r.num(0)
	case "Tz":
		gs.scale = r.num(0) / 100
	case "TL":
		gs.leading = r.num(0)
	case "Ts":
		gs.rise = r.num(0)
	case "Tr":
		gs.unseen = r.num(0) == 3 || r.num(0) == 7
		gs.outlined = r.num(0) != 0 && r.num(0) != 4
	case "Td":
		gs.move(r.num(1), r.num(0))
	case "TD":
		gs.leading = -r.num(0)
		gs.move(r.num(1), r.num(0))
	case "Tm":
		if m, ok := matrixOf(r.args); ok {
			gs.text, gs.line = m, m
		}
	case "T*":
		gs.move(0, -gs.leading)
	case "Tj":
		r.show(r.str(0))
	case "'":
		gs.move(0, -gs.leading)
		r.show(r.str(0))
	case "\"":
		gs.word, gs.char = r.num(2), r.num(1)
		gs.move(0, -gs.leading)
		r.show(r.str(0))
	case "TJ":
		r.showArray()
	default:
		return false
	}
	return true
}

func (gs *state) move(x, y float64) {
	if m := (matrix{1, 0, 0, 1, x, y}).mul(gs.line); m.sound() {
		gs.line, gs.text = m, m
	}
}

// advance moves the pen by (x, y) in text space.
func (gs *state) advance(x, y float64) {
	gs.text[4] += x*gs.text[0] + y*gs.text[2]
	gs.text[5] += x*gs.text[1] + y*gs.text[3]
}

func (r *run) showArray() {
	if len(r.args) == 0 {
		return
	}
	for _, item := range r.args[len(r.args)-1].items {
		switch item.kind {
		case kindString:
			r.show(item.str)
		case kindNumber:
			shift := -clamp(item.num, -1e6, 1e6) / 1000 * r.gs.size
			if r.gs.font != nil && r.gs.font.vertical {
				r.gs.advance(0, shift)
			} else {
				r.gs.advance(shift*r.gs.scale, 0)
			}
		}
	}
}

// show places the characters of s.
func (r *run) show(s string) {
	in, gs := r.in, &r.gs
	if s != "" {
		in.shows++
	}
	if gs.font == nil || !gs.text.sound() {
		in.lost += len(s)
		return
	}
	in.chars = gs.font.decode(s, in.chars[:0])
	if gs.unseen {
		in.unseen += len(in.chars)
	}
	p := newPen(gs, in.inArtifact())
	for _, c := range in.chars {
		spacing := gs.char
		if c.space {
			spacing += gs.word
		}
		width, advance := c.width*gs.size*gs.scale, (c.width*gs.size+spacing)*gs.scale
		if gs.font.vertical {
			width, advance = 0, -gs.size+spacing
		}
		in.place(&p, c, width, advance)
	}
	gs.text[4], gs.text[5] = p.at[0], p.at[1]
}

// pen is what the characters of one string have in common, and where the next
// one stands.
type pen struct {
	glyph        // all but its text and its place
	m     matrix // from text space to the page
	at    point  // in the user's space
	step  point  // by which it moves there for 1 in text space
	rise  float64
	pale  bool
}

func newPen(gs *state, artifact bool) pen {
	m := gs.text.mul(gs.ctm)
	p := pen{m: m, at: point{gs.text[4], gs.text[5]}, step: point{gs.text[0], gs.text[1]}, rise: gs.rise, pale: gs.pale}
	if gs.font.vertical {
		p.step = point{gs.text[2], gs.text[3]}
	}
	sign := math.Copysign(1, gs.size)
	p.glyph = glyph{
		// Type drawn tall and narrow is taken for no larger than its breadth allows.
		size: math.Abs(gs.size) * min(length(m[2], m[3]), 1.6*gs.scale*length(m[0], m[1])),
		font: gs.font, colour: gs.colour, dir: directionOf(m[0]*sign, m[1]*sign),
		artifact: artifact, white: gs.isWhite() && !gs.outlined && !gs.font.drawn,
	}
	return p
}

// advance moves the pen by n in text space.
func (p *pen) advance(n float64) {
	p.at[0], p.at[1] = p.at[0]+n*p.step[0], p.at[1]+n*p.step[1]
	if p.font.vertical {
		p.m[4], p.m[5] = p.m[4]+n*p.m[2], p.m[5]+n*p.m[3]
		return
	}
	p.m[4], p.m[5] = p.m[4]+n*p.m[0], p.m[5]+n*p.m[1]
}

// place adds the glyph of c, whose own width is width and which moves the pen
// by advance, both in text space.
func (in *interpreter) place(p *pen, c shown, width, advance float64) {
	x, y := p.m.apply(0, p.rise)
	ex, ey := p.m.apply(width, p.rise)
	p.advance(advance)
	nx, ny := x, y
	if !p.font.vertical {
		nx, ny = p.m.apply(0, p.rise)
	}
	if c.text == "" {
		in.lost++
	}
	if !(p.size > 0.1 && p.size < 5000) || !(math.Abs(x) < 1e6 && math.Abs(y) < 1e6) {
		return
	}
	g := p.glyph
	g.text = c.text
	g.left, g.base = p.dir.turn(in.page, x, y)
	g.right, _ = p.dir.turn(in.page, ex, ey)
	g.next, _ = p.dir.turn(in.page, nx, ny)
	g.right = max(g.right, g.left)
	if !p.pale {
		g.hidden = in.hidden(&g, c.space || g.blank())
	}
	switch {
	case c.text != "":
		in.glyphs = append(in.glyphs, g)
	case !c.space && len(in.unknown) < maxGlyphs:
		in.unknown = append(in.unknown, g)
	}
}

func (in *interpreter) inArtifact() bool {
	return len(in.marks) > 0 && in.marks[len(in.marks)-1].artifact
}

// beginMark opens marked content. The dictionary may stand in the stream or in
// the resources.
func (r *run) beginMark(tag string, args []token) {
	in := r.in
	m := mark{first: len(in.glyphs), artifact: in.inArtifact()}
	if len(args) > 0 {
		props := args[len(args)-1]
		if props.kind == kindName {
			v := r.sc.resources.Key("Properties").Key(props.str)
			if a := v.Key("ActualText"); a.Kind() == pdf.String {
				m.actual, m.replaces = a.Text(), true
			}
			m.artifact = m.artifact || tag == "Artifact" && v.Key("Type").Name() == "Pagination"
		} else {
			if a := props.get("ActualText"); a.kind == kindString {
				m.actual, m.replaces = textString(a.str), true
			}
			m.artifact = m.artifact || tag == "Artifact" && props.get("Type").str == "Pagination"
		}
	}
	if len(in.marks) < maxStates {
		in.marks = append(in.marks, m)
	}
}

// endMark closes marked content and puts its replacement text, where it has
// one, in place of what was shown.
func (in *interpreter) endMark() {
	n := len(in.marks)
	if n == 0 {
		return
	}
	m := in.marks[n-1]
	in.marks = in.marks[:n-1]
	if !m.replaces || m.first >= len(in.glyphs) {
		return
	}
	g := in.glyphs[m.first]
	last := in.glyphs[len(in.glyphs)-1]
	if last.dir == g.dir && math.Abs(last.base-g.base) < g.size/2 && last.right > g.left {
		g.right, g.next = last.right, last.next
	}
	g.white = !slices.ContainsFunc(in.glyphs[m.first:], func(g glyph) bool { return !g.white })
	g.text = shownOf(strings.TrimRight(m.actual, "\r\n"))
	in.glyphs = append(in.glyphs[:m.first], g)
}
