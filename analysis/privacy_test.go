package analysis

import (
	"slices"
	"testing"
)

func TestIdentifying(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The worker did not see the child alone.", nil},
		{"Mr G's warning and Ms E’s account were not written down.", nil},
		{"The Graded Care Profile was not used by Children's Services in October 2012.", nil},
		{"The health visitor in Gannet Sands was not told.", nil},
		{"Robin himself was visited often and observed very little.", nil},
		{"Victoria Climbié was not seen by the worker.", []string{"full name"}},
		{"Nobody spoke to Zbigniew Wolanski about the child.", []string{"full name"}},
		{"Agnieszka Nowak was not asked about the child.", []string{"full name"}},
		{"Mary-Jane Watson was not asked.", []string{"full name"}},
		{"Zoë Müller was not asked.", []string{"full name"}},
		{"It was JOHN SMITH who called.", []string{"full name"}},
		{"THE JOHN SMITH CASE", []string{"full name"}},
		{"THE CHILD WAS ZOË SMITH AND NOBODY ASKED", []string{"full name"}},
		{"Nobody asked John SMITH about it.", []string{"full name"}},
		{"Nobody asked SMITH, John about it.", []string{"full name"}},
		{"THE SAFEGUARDING CHILDREN BOARD", nil},
		{"Although Robin was seen, nobody asked.", nil},
		{"The risks were • However Newham did nothing to plan for the child.", nil},
		{"The SCR and the LSCB did not say.", nil},
		{"Nobody spoke to Dr Okafor about the child.", []string{"full name"}},
		{"The boy, born on 3 May 2010, was not seen.", []string{"date of birth"}},
		{"On his birthday, 12 March 2010, nobody came.", []string{"date of birth"}},
		{"His DOB 03/05/2010 was wrong.", []string{"date of birth"}},
		{"A strategy meeting was held on 3 May 2010.", nil},
		{"They lived at 14 Alma Road without heating.", []string{"address"}},
		{"Nobody went to PE1 1FB again.", []string{"postcode"}},
		{"The number 01632 960001 was never called.", []string{"telephone number"}},
		{"The number +44 7700 900123 was never called.", []string{"telephone number"}},
		{"A letter to a.b@example.org was not answered.", []string{"e-mail address"}},
		{"NHS number 943 476 5919 was on the form.", []string{"NHS number"}},
		{"NHS number 828 836 0750 was on the form.", []string{"NHS number"}}, // the sum is a multiple of 11
		{"Reference 943 476 5918 was on the form.", nil},                     // the check digit is wrong
		{"Her number QQ 12 34 56 C was not asked for.", nil},
		{"Her number AB 12 34 56 C was not asked for.", []string{"National Insurance number"}},
		{"Write to a@example.org or call 01632 960001.", []string{"e-mail address", "telephone number"}},
	} {
		if got := Identifying(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNamesIn checks that no text is passed over in which an expression for names
// finds one.
func TestNamesIn(t *testing.T) {
	for _, text := range []string{
		"Anna Smith", "(McDonald Smith)", "the O’Hara Family", "A-B C", "SMITH, Jane", "J’S", "Jane SMITH", "JANE  SMITH", "of Élise Ångström", "DCI Jones", "Professor Munro said",
	} {
		inRow, inCapitals := namesIn(text)
		if nameRun().MatchString(text) && !inRow {
			t.Errorf("%q has capitals in a row", text)
		}
		if (capitals().MatchString(text) || surnameFirst().MatchString(text)) && !inCapitals {
			t.Errorf("%q has a word in capitals", text)
		}
		if titleName().MatchString(text) && !titled(text) {
			t.Errorf("%q has a title", text)
		}
	}
	if inRow, inCapitals := namesIn("Social workers told the Trust, and nobody the NHS."); inRow || inCapitals {
		t.Error("capitals apart are taken for a name")
	}
}
