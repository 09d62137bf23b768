package workbook

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// inkColours and fillColours are those that the program gives to texts and to cells.
var (
	inkColours  = []string{ink, faint, white, deep, linkColour, "000000"}
	fillColours = []string{deep, paleBlue, paleOrange, paleGrey, answerFill, white}
)

// marked reports whether cells have colours that the program does not give, or are
// struck out: a person marks passages so.
func marked(file *excelize.File) bool {
	s := file.Styles
	if s == nil || s.CellXfs == nil || s.Fonts == nil || s.Fills == nil {
		return false
	}
	foreign := func(rgb string, ours []string) bool {
		return rgb != "" && !slices.Contains(ours, strings.ToUpper(rgb[max(0, len(rgb)-6):]))
	}
	for _, format := range s.CellXfs.Xf {
		if i := format.FillID; i != nil && *i < len(s.Fills.Fill) {
			fill := s.Fills.Fill[*i]
			if p := fill.PatternFill; fill.GradientFill != nil || p != nil && p.FgColor != nil && p.PatternType != "none" &&
				(foreign(p.FgColor.RGB, fillColours) || p.FgColor.Theme != nil) {
				return true
			}
		}
		if i := format.FontID; i != nil && *i < len(s.Fonts.Font) && s.Fonts.Font[*i] != nil {
			font := s.Fonts.Font[*i]
			if font.Strike != nil && font.Strike.Value() || font.Color != nil &&
				(foreign(font.Color.RGB, inkColours) || font.Color.Theme != nil && *font.Color.Theme > 1) {
				return true
			}
		}
	}
	return false
}
