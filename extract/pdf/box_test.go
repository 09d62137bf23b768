package pdf

import "testing"

// A box beside a text stands after the paragraph beside it, whenever it is drawn.
func TestBoxBesideText(t *testing.T) {
	head := at("F2", 14, 72, 760, "Introduction") + down("F1", 72, 740,
		"The review was asked for by the partnership in the summer, and it heard from all who knew the", "family.") +
		at("F2", 14, 72, 700, "Findings")
	text := down("F1", 72, 680,
		"Nobody saw the child alone on any of the visits that", "were made to the home in the first year, and what", "she said of the dark room was never",
		"written down by those who heard it, as the school", "had asked of them when they came to speak to the", "head teacher about the days on which the child") +
		down("F1", 72, 596, "was away, so that nobody who read the notes could know what those who wrote them knew.") +
		down("F1", 72, 570, "Information was held in five places and was brought together in none of them.")
	foot := at("F2", 14, 72, 540, "Recommendations") + down("F1", 72, 520,
		"The partnership should see to it that each child is seen alone by somebody whom the", "child knows.")
	box := down("F1", 390, 680, "What can be learnt here is that", "practitioners need the time to", "speak with a child alone, and", "the courage to write down what", "the child said in her own words", "for others to read.")
	for name, content := range map[string]string{
		"first": box + head + text + foot, "before its text": head + box + text + foot, "last": head + text + foot + box,
	} {
		t.Run(name, func(t *testing.T) {
			wantOutline(t, readOne(t, content),
				"heading |Introduction", "paragraph |The review was asked for by the partnership in the summer, and it heard from all who knew the family.",
				"heading |Findings",
				"paragraph |Nobody saw the child alone on any of the visits that were made to the home in the first year, and what she said of the dark room was never written down by those who heard it, as the school had asked of them when they came to speak to the head teacher about the days on which the child was away, so that nobody who read the notes could know what those who wrote them knew.",
				"paragraph |What can be learnt here is that practitioners need the time to speak with a child alone, and the courage to write down what the child said in her own words for others to read.",
				"paragraph |Information was held in five places and was brought together in none of them.",
				"heading |Recommendations", "paragraph |The partnership should see to it that each child is seen alone by somebody whom the child knows.")
		})
	}
}
