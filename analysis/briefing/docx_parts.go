package briefing

import (
	"slices"

	"thematic/corpus"
)

const (
	wordML     = `http://schemas.openxmlformats.org/wordprocessingml/2006/main`
	namespaces = `xmlns:w="` + wordML + `" xmlns:r="` + office + `" xmlns:wp="` + drawingML + `wordprocessingDrawing" ` +
		`xmlns:a="` + drawingML + `main" xmlns:pic="` + drawingML + `picture"`
)

const contentTypes = typesHead + `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>
`

// numbering is one list, of bullets.
const numbering = xmlHead + `<w:numbering xmlns:w="` + wordML + `"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="280" w:hanging="220"/></w:pPr></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
`

const settings = xmlHead + `<w:settings xmlns:w="` + wordML + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>
`

// tableHead begins a table; it takes its width and its description. Its first row and the
// first cell of each row head it, for programs that read aloud: 06A0 stands for the same
// in older ones.
const tableHead = `<w:tbl><w:tblPr><w:tblStyle w:val="FiguresTable"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
	`<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
	`<w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`

// drawing is a picture in a line of its own; see [document.figure].
const drawing = `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">` +
	`<wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/>` +
	`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
	`<a:graphic><a:graphicData uri="` + drawingML + `picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>` +
	`<pic:blipFill><a:blip r:embed="%s">%s</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
	`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
	`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

// related are the parts that the document refers to before its pictures: rId1,
// rId2 and so on.
var related = []relation{
	{"footer", "footer1.xml"}, {"styles", "styles.xml"}, {"numbering", "numbering.xml"},
	{"settings", "settings.xml"}, {"fontTable", "fontTable.xml"}, {"theme", "theme/theme1.xml"},
}

// links lists what the document refers to.
func (d *document) links() string {
	list := slices.Clone(related)
	for _, m := range d.media {
		list = append(list, relation{"image", m.path})
	}
	return relations(list...)
}

// footer holds the page number and the title.
func footer(b *Briefing) string {
	field := func(code string) string {
		return `<w:fldSimple w:instr=" ` + code + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	}
	return xmlHead + `<w:ftr ` + namespaces + `><w:p><w:pPr><w:pStyle w:val="` + footerStyle.id + `"/></w:pPr>` +
		`<w:r>` + text("Page ") + `</w:r>` + field("PAGE") + `<w:r>` + text(" of ") + `</w:r>` + field("NUMPAGES") +
		`<w:r><w:tab/></w:r><w:r>` + text(corpus.Shorten(b.Title, 90)) + `</w:r></w:p></w:ftr>` + "\n"
}

// text is the text of a run.
func text(s string) string { return `<w:t xml:space="preserve">` + attribute(s) + `</w:t>` }
