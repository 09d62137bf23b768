package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// glyphText returns the text that a glyph name stands for, by the rules of the
// Adobe Glyph List specification, and "" for a name without meaning. Parts after
// a full stop are variants; parts joined by underscores are ligatures.
func glyphText(name string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if !strings.Contains(name, "_") {
		return glyphPart(name)
	}
	var b strings.Builder
	for _, part := range strings.Split(name, "_") {
		b.WriteString(glyphPart(part))
	}
	return b.String()
}

func glyphPart(name string) string {
	if r, ok := glyphNames[name]; ok {
		return r
	}
	if len(name) == 1 {
		return name
	}
	if s := hexGlyph(name); s != "" {
		return s
	}
	return accentedGlyph(name)
}

// hexGlyph reads uni followed by groups of four digits, and u followed by four
// to six.
func hexGlyph(name string) string {
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) >= 4 && len(digits)%4 == 0 {
		var out []rune
		for i := 0; i < len(digits); i += 4 {
			x, err := strconv.ParseUint(digits[i:i+4], 16, 32)
			if err != nil {
				return ""
			}
			out = append(out, rune(x))
		}
		return string(out)
	}
	if digits, ok := strings.CutPrefix(name, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		if x, err := strconv.ParseUint(digits, 16, 32); err == nil && x <= 0x10FFFF {
			return string(rune(x))
		}
	}
	return ""
}

// accents are the combining characters behind the endings of glyph names.
var accents = []struct {
	suffix string
	mark   rune
}{
	{"acute", 0x301}, {"grave", 0x300}, {"circumflex", 0x302}, {"dieresis", 0x308}, {"tilde", 0x303},
	{"ring", 0x30A}, {"caron", 0x30C}, {"cedilla", 0x327}, {"commaaccent", 0x326}, {"ogonek", 0x328},
	{"macron", 0x304}, {"breve", 0x306}, {"dotaccent", 0x307}, {"hungarumlaut", 0x30B}, {"dotbelow", 0x323},
}

// accentedGlyph composes names such as eacute and Scedilla.
func accentedGlyph(name string) string {
	for _, a := range accents {
		base, ok := strings.CutSuffix(name, a.suffix)
		if !ok || base == "" {
			continue
		}
		if len(base) > 1 {
			if base = glyphNames[base]; base == "" {
				continue
			}
		}
		return norm.NFC.String(base + string(a.mark))
	}
	return ""
}

// glyphNames gives the text of the names that are neither single letters nor
// letters with an accent: those of the Latin and Symbol fonts, and the bullets.
var glyphNames = func() map[string]string {
	m := make(map[string]string, 400)
	fields := strings.Fields(glyphList)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	m["space"], m["nbspace"], m["nonbreakingspace"] = " ", "\u00a0", "\u00a0"
	m["hyphen"], m["minus"], m["sfthyphen"], m["softhyphen"] = "-", "\u2212", "\u00ad", "\u00ad"
	m["numbersign"], m["grave"] = "#", "`"
	return m
}()

const glyphList = `
exclam ! quotedbl " dollar $ percent % ampersand & quotesingle ' quoteright ’ parenleft ( parenright )
asterisk * plus + comma , period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7
eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \
bracketright ] asciicircum ^ underscore _ quoteleft ‘ braceleft { bar | braceright } asciitilde ~
exclamdown ¡ cent ¢ sterling £ fraction ⁄ yen ¥ florin ƒ section § currency ¤ quotedblleft “ guillemotleft «
guilsinglleft ‹ guilsinglright › fi fi fl fl ff ff ffi ffi ffl ffl endash – dagger † daggerdbl ‡
periodcentered · middot · paragraph ¶ bullet • quotesinglbase ‚ quotedblbase „ quotedblright ” guillemotright »
ellipsis … perthousand ‰ questiondown ¿ acute ´ circumflex ˆ tilde ˜ macron ¯ breve ˘ dotaccent ˙ dieresis ¨
ring ˚ cedilla ¸ hungarumlaut ˝ ogonek ˛ caron ˇ emdash — AE Æ ordfeminine ª Lslash Ł Oslash Ø OE Œ
ordmasculine º ae æ dotlessi ı lslash ł oslash ø oe œ germandbls ß onesuperior ¹ twosuperior ² threesuperior ³
foursuperior ⁴ fivesuperior ⁵ sixsuperior ⁶ sevensuperior ⁷ eightsuperior ⁸ ninesuperior ⁹ zerosuperior ⁰
brokenbar ¦ copyright © registered ® logicalnot ¬ degree ° plusminus ± mu µ onequarter ¼ onehalf ½
threequarters ¾ multiply × divide ÷ Eth Ð eth ð Thorn Þ thorn þ trademark ™ Euro € euro € estimated ℮
Dcroat Đ dcroat đ Hbar Ħ hbar ħ kgreenlandic ĸ Eng Ŋ eng ŋ Tbar Ŧ tbar ŧ IJ Ĳ ij ĳ longs ſ
Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ
Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ
epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς
tau τ upsilon υ phi φ chi χ psi ψ omega ω theta1 ϑ phi1 ϕ omega1 ϖ Upsilon1 ϒ
universal ∀ existential ∃ suchthat ∋ asteriskmath ∗ congruent ≅ therefore ∴ perpendicular ⊥ similar ∼
minute ′ second ″ lessequal ≤ greaterequal ≥ infinity ∞ club ♣ diamond ♦ heart ♥ spade ♠
arrowboth ↔ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ arrowdblboth ⇔ arrowdblleft ⇐ arrowdblup ⇑
arrowdblright ⇒ arrowdbldown ⇓ proportional ∝ partialdiff ∂ notequal ≠ equivalence ≡ approxequal ≈
carriagereturn ↵ aleph ℵ circlemultiply ⊗ circleplus ⊕ emptyset ∅ intersection ∩ union ∪ propersuperset ⊃
reflexsuperset ⊇ notsubset ⊄ propersubset ⊂ reflexsubset ⊆ element ∈ notelement ∉ angle ∠ gradient ∇
product ∏ radical √ dotmath ⋅ logicaland ∧ logicalor ∨ lozenge ◊ angleleft 〈 angleright 〉 summation ∑
integral ∫ registerserif ® copyrightserif © trademarkserif ™ registersans ® copyrightsans © trademarksans ™
Ifraktur ℑ Rfraktur ℜ weierstrass ℘ figuredash ‒ afii61289 ℓ afii61352 № commaaccent ,
H18533 ■ H18543 ▪ H18551 ▫ H22073 □ filledbox ■ blacksquare ■ square □ openbullet ◦ whitebullet ◦ triagrt ►
filledcircle ● blackcircle ● circle ○ checkmark ✓ a20 ✔ a19 ✓ a73 ■ a74 ❏ a71 ● a203 ❥ a76 ▲ a77 ▼ a78 ◆
`
