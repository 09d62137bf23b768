package briefing

// theme gives the colours and fonts that a word processor offers for what is
// added to the briefing: those of the charts (Okabe and Ito, 2008).
const theme = xmlHead + `<a:theme xmlns:a="` + drawingML + `main" name="Briefing"><a:themeElements>
<a:clrScheme name="Briefing"><a:dk1><a:srgbClr val="1F1F1F"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>` +
	`<a:dk2><a:srgbClr val="00527A"/></a:dk2><a:lt2><a:srgbClr val="F2F6F8"/></a:lt2>` +
	`<a:accent1><a:srgbClr val="0072B2"/></a:accent1><a:accent2><a:srgbClr val="E69F00"/></a:accent2><a:accent3><a:srgbClr val="CC79A7"/></a:accent3>` +
	`<a:accent4><a:srgbClr val="009E73"/></a:accent4><a:accent5><a:srgbClr val="D55E00"/></a:accent5><a:accent6><a:srgbClr val="56B4E9"/></a:accent6>` +
	`<a:hlink><a:srgbClr val="00527A"/></a:hlink><a:folHlink><a:srgbClr val="555555"/></a:folHlink></a:clrScheme>
<a:fontScheme name="Briefing"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>` +
	`<a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>
<a:fmtScheme name="Briefing"><a:fillStyleLst>` + threeFills + `</a:fillStyleLst>` +
	`<a:lnStyleLst>` + themeLine + themeLine + themeLine + `</a:lnStyleLst>` +
	`<a:effectStyleLst>` + noEffect + noEffect + noEffect + `</a:effectStyleLst>` +
	`<a:bgFillStyleLst>` + threeFills + `</a:bgFillStyleLst></a:fmtScheme>
</a:themeElements></a:theme>
`

// What a theme must hold three of.
const (
	themeFill  = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	threeFills = themeFill + themeFill + themeFill
	themeLine  = `<a:ln w="9525">` + themeFill + `</a:ln>`
	noEffect   = `<a:effectStyle><a:effectLst/></a:effectStyle>`
)

// fonts says what stands for the font where it is missing.
const fonts = xmlHead + `<w:fonts xmlns:w="` + wordML + `"><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>` +
	`<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>
`
