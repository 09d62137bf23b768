package briefing

import (
	"fmt"
	"strings"

	"thematic/corpus"
)

const (
	presentationML = `http://schemas.openxmlformats.org/presentationml/2006/main`
	slideSpaces    = `xmlns:a="` + drawingML + `main" xmlns:r="` + office + `" xmlns:p="` + presentationML + `"`
	emptyTree      = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>`
	officeTypes    = "application/vnd.openxmlformats-officedocument."
)

// slideLayouts is how many kinds of slide there are: of the title, of a chart, and of text.
const slideLayouts = 3

// presentationTypes names the type of every part.
func presentationTypes(slides int) string {
	var s strings.Builder
	s.WriteString(typesHead)
	part := func(name, kind string) {
		fmt.Fprintf(&s, `<Override PartName="%s" ContentType="%s+xml"/>`+"\n", name, kind)
	}
	part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	part("/docProps/app.xml", officeTypes+"extended-properties")
	part("/ppt/presentation.xml", officeTypes+"presentationml.presentation.main")
	part("/ppt/slideMasters/slideMaster1.xml", officeTypes+"presentationml.slideMaster")
	part("/ppt/notesMasters/notesMaster1.xml", officeTypes+"presentationml.notesMaster")
	for i := range 2 {
		part(fmt.Sprintf("/ppt/theme/theme%d.xml", i+1), officeTypes+"theme")
	}
	for i := range slideLayouts {
		part(fmt.Sprintf("/ppt/slideLayouts/slideLayout%d.xml", i+1), officeTypes+"presentationml.slideLayout")
	}
	for i := range slides {
		part(fmt.Sprintf("/ppt/slides/slide%d.xml", i+1), officeTypes+"presentationml.slide")
		part(fmt.Sprintf("/ppt/notesSlides/notesSlide%d.xml", i+1), officeTypes+"presentationml.notesSlide")
	}
	s.WriteString("</Types>\n")
	return s.String()
}

// presentation lists the slides, whose relations follow those of the masters
// and the theme.
func presentation(slides int) string {
	var s strings.Builder
	s.WriteString(xmlHead + `<p:presentation ` + slideSpaces + `><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
		`<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>`)
	for i := range slides {
		fmt.Fprintf(&s, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, 4+i)
	}
	fmt.Fprintf(&s, `</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`+"\n", emu(slideWidth), emu(slideHeight))
	return s.String()
}

func presentationLinks(slides int) string {
	list := []relation{{"slideMaster", "slideMasters/slideMaster1.xml"}, {"notesMaster", "notesMasters/notesMaster1.xml"}, {"theme", "theme/theme1.xml"}}
	for i := range slides {
		list = append(list, relation{"slide", fmt.Sprintf("slides/slide%d.xml", i+1)})
	}
	return relations(list...)
}

// slideMaster is what all slides share: where the title stands and how it looks.
func slideMaster() string {
	return xmlHead + `<p:sldMaster ` + slideSpaces + `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
		`<p:spTree>` + emptyTree + chartTitle("", slideTitleSize) + `</p:spTree></p:cSld>` +
		`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/><p:sldLayoutId id="2147483651" r:id="rId3"/></p:sldLayoutIdLst>` +
		`<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:defRPr lang="en-GB" sz="2600" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>` +
		`<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>` +
		`<p:bodyStyle><a:lvl1pPr><a:defRPr lang="en-GB" sz="2000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle>` +
		`<p:otherStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr></p:otherStyle></p:txStyles></p:sldMaster>` + "\n"
}

func slideLayout(kind, name, shapes string) string {
	return xmlHead + `<p:sldLayout ` + slideSpaces + ` type="` + kind + `" preserve="1"><p:cSld name="` + name + `"><p:spTree>` + emptyTree + shapes +
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>` + "\n"
}

func slide(shapes string) string {
	return xmlHead + `<p:sld ` + slideSpaces + `><p:cSld><p:spTree>` + emptyTree + shapes +
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>` + "\n"
}

// placeholder is a text, its paragraphs in XML, at a place that the layout knows by its kind.
func placeholder(id int, name, kind string, x, y, width, height float64, body, look, paragraphs string) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr>`+
		`<p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`+
		`<p:txBody>%s<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr%s/></a:lvl1pPr></a:lstStyle>%s</p:txBody></p:sp>`,
		id, name, kind, emu(x), emu(y), emu(width), emu(height), body, look, paragraphs)
}

// chartTitle is the title over a chart, of so many points.
func chartTitle(title string, size float64) string {
	return placeholder(2, "Title", `type="title"`, slideMargin, slideTitleTop, slideWidth-2*slideMargin, slideTitleHeight,
		`<a:bodyPr lIns="0" rIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr>`, fmt.Sprintf(` sz="%.0f"`, 100*size), slideParagraph(title))
}

// titleShapes are the texts of the first slide, its title of so many points.
func titleShapes(title string, size float64, subtitle string) string {
	return placeholder(2, "Title", `type="ctrTitle"`, slideMargin, 130, slideWidth-2*slideMargin, deckTitleHeight, `<a:bodyPr lIns="0" rIns="0" anchor="b"><a:normAutofit/></a:bodyPr>`,
		fmt.Sprintf(` sz="%.0f"`, 100*size), slideParagraph(title)) +
		placeholder(3, "Subtitle", `type="subTitle" idx="1"`, slideMargin, 290, slideWidth-2*slideMargin, 90, `<a:bodyPr lIns="0" rIns="0" anchor="t"><a:normAutofit/></a:bodyPr>`, ` sz="2000"`, slideParagraph(subtitle))
}

// limitsShapes are a title and a list below it.
func limitsShapes(title string, items []string) string {
	var list strings.Builder
	for _, item := range items {
		list.WriteString(`<a:p><a:pPr marL="266700" indent="-266700"><a:spcAft><a:spcPts val="1200"/></a:spcAft><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>` +
			strings.TrimPrefix(slideParagraph(corpus.CleanLine(item)), `<a:p>`))
	}
	if len(items) == 0 {
		list.WriteString(slideParagraph(""))
	}
	return chartTitle(title, slideTitleSize) + placeholder(3, "Text", `type="body" idx="1"`, slideMargin, pictureTop, slideWidth-2*slideMargin, PictureHeight,
		`<a:bodyPr lIns="0" rIns="0" anchor="t"><a:normAutofit/></a:bodyPr>`, ` sz="2000"`, list.String())
}

func slideParagraph(text string) string {
	if text == "" {
		return `<a:p><a:endParaRPr lang="en-GB"/></a:p>`
	}
	return `<a:p><a:r><a:rPr lang="en-GB"/><a:t>` + attribute(text) + `</a:t></a:r></a:p>`
}

// slidePicture takes the alternative text, the SVG beside the PNG, place and size.
const slidePicture = `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Chart" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
	`<p:blipFill><a:blip r:embed="rId3">%s</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
	`<p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`

// The page of notes: the slide above, what to say below.
const (
	notesImage = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>` +
		`<p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
	notesText = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>` +
		`<p:spPr><a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
		`<p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>`
	notesSlide = xmlHead + `<p:notes ` + slideSpaces + `><p:cSld><p:spTree>` + emptyTree + notesImage + notesText +
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>` + "\n"
)

var notesMaster = xmlHead + `<p:notesMaster ` + slideSpaces + `><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>` + emptyTree + notesImage +
	fmt.Sprintf(notesText, `<a:p><a:endParaRPr lang="en-GB"/></a:p>`) + `</p:spTree></p:cSld>` +
	`<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
	`<p:notesStyle><a:lvl1pPr><a:defRPr lang="en-GB" sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>` + "\n"
