package briefing

import (
	"fmt"
	"strings"
)

// styles is the part of a DOCX file that says how each kind of text is set.
func styles() string {
	var s strings.Builder
	s.WriteString(xmlHead + `<w:styles xmlns:w="` + wordML + `"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/>` +
		`<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` + "\n" +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` + "\n" +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` + "\n")
	for _, st := range []struct {
		style
		paragraph string // properties, in the order of the schema before spacing
		after     string // and after it
	}{
		{titleStyle, `<w:keepNext/>`, `<w:outlineLvl w:val="0"/>`},
		{subtitleStyle, `<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="4" w:color="` + accent.hex() + `"/></w:pBdr>`, ""},
		{headingStyle, `<w:keepNext/><w:keepLines/>`, `<w:outlineLvl w:val="1"/>`},
		{bodyStyle, `<w:widowControl/>`, ""},
		{bulletStyle, `<w:widowControl/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, `<w:ind w:left="280" w:hanging="220"/>`},
		{quoteStyle, `<w:keepNext/><w:keepLines/>` + quoteBorder, quoteIndented},
		{citeStyle, `<w:keepLines/>` + quoteBorder, quoteIndented},
		{captionStyle, `<w:keepNext/><w:keepLines/>`, ""},
		{figureStyle, "", `<w:jc w:val="center"/>`},
		{cellStyle, "", ""},
		{noteStyle, "", ""},
		{footerStyle, fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(textWidth)), ""},
	} {
		s.WriteString(st.definition(st.paragraph, st.after))
	}
	s.WriteString(tableStyle() + `</w:styles>` + "\n")
	return s.String()
}

// How a quotation is set apart.
var (
	quoteBorder   = fmt.Sprintf(`<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="%s"/></w:pBdr>`, rule.hex())
	quoteIndented = fmt.Sprintf(`<w:ind w:left="%d"/>`, twips(quoteIndent))
)

// definition is a paragraph style. Lines are at least as high as in PDF.
func (s style) definition(before, after string) string {
	line := ""
	if s.line > 0 {
		line = fmt.Sprintf(` w:line="%d" w:lineRule="atLeast"`, twips(s.line))
	}
	bold := ""
	if s.bold {
		bold = `<w:b/><w:bCs/>`
	}
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/>`+
		`<w:pPr>%s<w:spacing w:before="%d" w:after="%d"%s/>%s</w:pPr><w:rPr>%s<w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`+"\n",
		s.id, s.name, before, twips(s.before), twips(s.after), line, after, bold, s.colour.hex(), int(2*s.size), int(2*s.size))
}

// tableStyle is a table with rules between the rows and a tinted header.
func tableStyle() string {
	return fmt.Sprintf(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="FiguresTable"><w:name w:val="Figures Table"/><w:basedOn w:val="TableNormal"/>`+
		`<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="%[1]s"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="%[1]s"/></w:tblBorders>`+
		`<w:tblCellMar><w:top w:w="%[2]d" w:type="dxa"/><w:left w:w="%[3]d" w:type="dxa"/><w:bottom w:w="%[2]d" w:type="dxa"/><w:right w:w="%[3]d" w:type="dxa"/></w:tblCellMar></w:tblPr>`+
		`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="%[4]s"/></w:tcBorders>`+
		`<w:shd w:val="clear" w:color="auto" w:fill="%[5]s"/></w:tcPr></w:tblStylePr></w:style>`+"\n",
		rule.hex(), twips(cellLead), twips(cellPadding), accent.hex(), tint.hex())
}

func (c colour) hex() string { return fmt.Sprintf("%02X%02X%02X", c.r, c.g, c.b) }
