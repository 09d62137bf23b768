package themes

import "thematic/corpus"

// people are the adults last named in a paragraph. It reads on from where it
// was last asked, so that work grows with the length of the paragraph.
type people struct {
	read  int             // of the body
	named map[byte]string // sex -> the adult named since a child was
}

// readTo takes in the words of text up to the byte at end.
func (p *people) readTo(text string, end int) {
	before := text[p.read:end]
	p.read = end
	for _, t := range wordsOf(before) {
		if children[t.norm] {
			clear(p.named)
		} else if sex := adults[t.norm]; sex != 0 {
			p.named[sex] = before[t.start:t.end]
		}
	}
}

// adultBefore returns the adult of the family whom the pronoun that begins s
// most likely stands for: the last person of its sex named before s in the same
// paragraph, where that is an adult. "Mr T worked long hours. He was not seen
// alone." It is false where s begins otherwise, or where the last person named
// is a child or nobody.
func (s *sentence) adultBefore() (string, bool) {
	sex, ok := pronouns[s.tokens[0].norm]
	if !ok {
		return "", false
	}
	s.people.readTo(s.text, s.span.Start)
	name := s.people.named[sex]
	return name, name != ""
}

// pronouns are those that begin a sentence, and the sex they speak of.
var pronouns = map[string]byte{"he": 'm', "his": 'm', "him": 'm', "she": 'f', "her": 'f'}

// adults are the words for a grown person of the family, with their sex.
var adults = map[string]byte{
	"mr": 'm', "father": 'm', "dad": 'm', "stepfather": 'm', "boyfriend": 'm', "husband": 'm', "man": 'm',
	"uncle": 'm', "grandfather": 'm', "lodger": 'm',
	"mrs": 'f', "ms": 'f', "miss": 'f', "mother": 'f', "mum": 'f', "stepmother": 'f', "girlfriend": 'f', "wife": 'f',
	"woman": 'f', "aunt": 'f', "grandmother": 'f',
}

// children are the words for a child.
var children = wordSet(`child baby infant toddler boy girl son daughter brother sister sibling twin pupil teenager`)

// antecedent holds a deficit of a theme about the child where the sentence may
// speak of an adult by a pronoun.
func (v *verdict) antecedent(s *sentence) bool {
	if v.about != AboutChild || v.label != corpus.LabelDeficit {
		return false
	}
	who, ok := s.adultBefore()
	return ok && v.hold("may speak of an adult", who, "antecedent")
}
