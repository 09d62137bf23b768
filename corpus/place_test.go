package corpus

import "testing"

func TestAreasHaveOneSpelling(t *testing.T) {
	for in, want := range map[string]string{
		"Richmond Upon Thames":                   "Richmond upon Thames",
		"Richmond upon Thames":                   "Richmond upon Thames",
		"London Borough of Richmond Upon Thames": "Richmond upon Thames",
		"Kingston Upon Hull":                     "Kingston upon Hull",
		"The Isle Of Wight":                      "Isle of Wight",
		"Stoke-On-Trent City":                    "Stoke-on-Trent",
		"Bath And North East Somerset":           "Bath and North East Somerset",
		"Onslow":                                 "Onslow",
		"East Ontario":                           "East Ontario",
		"Of":                                     "Of",
		"Marlmouth, City of":                     "Marlmouth",
		"Fenn and Ambry, Royal Borough of":       "Fenn and Ambry",
	} {
		if got := trimArea(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestOtherBodies holds the table against its own names.
func TestOtherBodies(t *testing.T) {
	for _, body := range otherBodies {
		if got := factsOfText(testText("# Serious Case Review: Child K", body.ofFenn), KindReview, "x.pdf"); got.Value(FactArea) != "Fenn" || got.Value(FactBoard) != body.ofFenn {
			t.Errorf("%s: got the board %q of %q", body.ofFenn, got.Value(FactBoard), got.Value(FactArea))
		}
		if n := len(Lazily(body.words)().FindAllString(body.ofFenn, -1)); n != 1 {
			t.Errorf("%s: its own words find it %d times", body.ofFenn, n)
		}
	}
}

// TestAreaOfBoardsOnLines has boards of one review on lines of their own.
func TestAreaOfBoardsOnLines(t *testing.T) {
	for _, test := range []struct {
		lines             []string
		wantBoard, wantIn string
	}{
		{[]string{"Fenn Safeguarding Children Board", "and", "Ambry Safeguarding Children Board"}, "Fenn Safeguarding Children Board and Ambry Safeguarding Children Board", "Fenn and Ambry"},
		{[]string{"Fenn Safeguarding Children Board &", "Ambry LSCB"}, "Fenn Safeguarding Children Board & Ambry LSCB", "Fenn and Ambry"},
		{[]string{"Fenn Safeguarding Children Board", "and its partners", "Ambry Safeguarding Children Board"}, "Fenn Safeguarding Children Board", "Fenn"},
		{[]string{"Fenn Safeguarding Children Board", "Ambry Safeguarding Children Board"}, "Fenn Safeguarding Children Board", "Fenn"},
	} {
		facts := factsOfText(testText(append([]string{"# Serious Case Review: Child K"}, test.lines...)...), KindReview, "x.pdf")
		if board, area := facts.Value(FactBoard), facts.Value(FactArea); board != test.wantBoard || area != test.wantIn {
			t.Errorf("%q: got the board %q of %q", test.lines, board, area)
		}
	}
}

// TestAreaOfBoards has the forms in which boards and partnerships are named.
func TestAreaOfBoards(t *testing.T) {
	for board, want := range map[string]string{
		"Fenn and Ambry Safeguarding Partnership Board":                                                  "Fenn and Ambry",
		"Fenn Children and Adults Safeguarding Partnership":                                              "Fenn",
		"Fenn Children Safeguarding Partnership":                                                         "Fenn",
		"Fenn Children and Young People Safeguarding Partnership":                                        "Fenn",
		"Fenn Safeguarding Children and Young People Partnership":                                        "Fenn",
		"Fenn Safeguarding Adults and Children Board":                                                    "Fenn",
		"Fenn Safeguarding People Partnership":                                                           "Fenn",
		"Fenn Safeguarding Vulnerable People Partnership":                                                "Fenn",
		"Fenn Strategic Safeguarding Partnership":                                                        "Fenn",
		"Fenn Integrated Safeguarding Partnership":                                                       "Fenn",
		"Fenn & North East Marl Community Safety and Safeguarding Partnership":                           "Fenn & North East Marl",
		"Fenn and District Safeguarding Children Partnership":                                            "Fenn",
		"Fenn Safeguarding Children Multi-agency Partnership":                                            "Fenn",
		"Fenn Children's Partnership Multi-Agency Safeguarding Arrangements":                             "Fenn",
		"Fenn Area Child Protection Committee":                                                           "Fenn",
		"Fenn Adult and Child Protection Committee":                                                      "Fenn",
		"Fenn Child & Adult Protection Committee":                                                        "Fenn",
		"Fenn Strategic Oversight Group":                                                                 "Fenn",
		"Fenn County Council":                                                                            "Fenn",
		"Safer Fenn Partnership":                                                                         "Fenn",
		"Royal Borough of Fenn and Borough of Ambry Safeguarding Children Board":                         "Fenn and Ambry",
		"Public Protection Chief Officers’ Group":                                                        "",
		"MAPPA Strategic Management Board":                                                               "",
		"NHS England South and Fenn Community Safety Partnership":                                        "Fenn",
		"Safer Communities Partnership":                                                                  "",
		"Bwrdd Diogelu Rhanbarthol Marlwent":                                                             "Marlwent",
		"Bwrdd Diogelu Gogledd Marl":                                                                     "Gogledd Marl",
		"Bwrdd Diogelu Plant Fenn a'r Fro":                                                               "Fenn a'r Fro",
		"Bwrdd Diogelu Rhanbarthol Canol a Gorllewin Marl":                                               "Canol a Gorllewin Marl",
		"Bwrdd Diogelu Rhanbarthol Marlwent Regional Safeguarding Board":                                 "Marlwent",
		"Bwrdd Diogelu Gogledd Marl / North Marl Safeguarding Board":                                     "North Marl",
		"Bwrdd Diogelu Rhanbarthol":                                                                      "",
		"Bwrdd Diogelu Plant":                                                                            "",
		"Y Bwrdd Diogelu Annibynnol Cenedlaethol":                                                        "",
		"Local Safeguarding People Partnership":                                                          "",
		"Fenn Safeguarding Children Partnership and Ambry Safeguarding Children Partnership":             "Fenn and Ambry",
		"Fenn Safeguarding Children Board, Ambry Safeguarding Children Board and Marl SCB":               "Fenn, Ambry and Marl",
		"Fenn Safeguarding Children Board / North Marl Safeguarding Children Board":                      "Fenn and North Marl",
		"Commissioned by Fenn LSCB & Ambry LSCB":                                                         "Fenn and Ambry",
		"The review was held by the Fenn Safeguarding Children Board and the Ambry Protection Committee": "Fenn",
		"Fenn Safeguarding Adults Board and Fenn Community Safety Partnership":                           "Fenn",
		"Fenn Safeguarding Children Board and Safeguarding Adults Board":                                 "Fenn",
		"Fenn Safeguarding Children Board and Fenn County Council":                                       "Fenn",
		"The Safe Partnership":                                                                           "",
	} {
		got := factsOfText(testText("# Serious Case Review: Child K", board), KindReview, "x.pdf")[FactArea]
		if got.Value != want {
			t.Errorf("%s: got area %q, want %q", board, got.Value, want)
		}
	}
}
