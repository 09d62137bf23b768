// Package model judges beside the rules of package themes: it is a pair of
// linear models, learnt from coded passages, that says how likely a careful
// reader would code a sentence.
//
// The first factor asks whether a sentence is a finding that practice was
// lacking, or was sound, once as in a review of one case and once as in other
// texts, and which of the two it is likely of; the second of which themes a finding
// speaks, by its own words and those of the sentence before and the heading above.
// Their product, what the rules say, whether one of the two sentences before spoke
// of the theme, by how much it leads the other themes, and how readily that theme is
// coded become a chance that is calibrated on texts the factors were not trained on,
// case reviews apart from others. All of it is sums of weights, so that
// [Model.Reason] can name the words that decided. Where one side of a sentence that
// turns round is likely praise and the other a deficit, each is scored by itself: of
// 60 sentences written for it, most of two sides, .84 of what counts is then right
// and .51 found (TestApartSides); where the whole of a sentence was scored, these
// were .69 and .38.
//
// [Train] makes a model from texts and their codings, [Load] reads one, and
// [Builtin] is the one that comes with the program. The package promises: the
// same training data give the same bytes on the same kind of machine; a model
// holds only words, pairs of words and marks that stand in at least [LeastTexts]
// training texts, so that no name and no sentence of theirs is in it; judging
// allocates nothing and its work grows with the length of the sentence.
package model
