package corpus

import (
	"strings"
	"testing"
)

const (
	welsh = "Ni welwyd y plentyn ar ei phen ei hun gan y gweithiwr cymdeithasol, ac ni ofynnodd neb sut beth oedd byw yn y cartref. Nid oedd gweithwyr yn rhannu gwybodaeth â'i gilydd yn amserol. Roedd goruchwyliaeth y gweithiwr yn anaml, ac nid oedd llais y plentyn yn amlwg yn y cofnodion."

	irish = "Níor labhair aon oibrí leis an leanbh ina haonar, agus is léir nach raibh an maoirseacht rialta. Is iomaí tuairisc a rinneadh faoin teaghlach, ach níor cuireadh an t-eolas le chéile as na foinsí éagsúla. Bhí an scoil buartha faoin leanbh ach níor éist aon duine leo in am."

	polish = "Nikt nie rozmawiał z dzieckiem na osobności, a pracownicy nie zapytali, kto jeszcze przebywa w domu. Informacje nie były przekazywane między szkołą, lekarzem i opieką społeczną. Nadzór nad pracownikiem był nieregularny i nikt nie zauważył, że plan ochrony dziecka nie jest realizowany."

	urdu = "کسی کارکن نے بچے سے اکیلے میں بات نہیں کی اور کسی نے نہیں پوچھا کہ گھر میں اس کی زندگی کیسی ہے۔ اسکول، ڈاکٹر اور پولیس کے درمیان معلومات کا تبادلہ وقت پر نہیں ہوا۔ خطرے کا مکمل جائزہ نہیں لیا گیا حالانکہ پولیس کو تین بار گھر بلایا گیا تھا۔"

	english = "Nobody spoke with the child alone, and nobody asked what it was like to live there. The school, the doctor and the police did not share what each of them knew in time. No assessment was made of the risk, though the police had been called to the house three times that winter."

	index = "assessment, 4, 31; bruising, 12; care plans, 7-9; drug misuse, 15; early help, 3; foster carers, 22; health visitors, 5, 18; injuries, 11; learning disability, 27; midwives, 6; neglect, 14; observation, 30; referrals, 8; supervision, 29; thresholds, 16; voices unheard, 21."

	contacts = "Fenn Council: telephone, fax, e-mail, post. Marlshire police: switchboard, textphone, website."
)

func TestForeign(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  []string // the stretches
	}{
		{"English", []string{"# Findings", english, english, english}, nil},
		{"Welsh", []string{"# Canfyddiadau", welsh}, []string{"Canfyddiadau\n" + welsh + "\n"}},
		{"Irish", []string{irish}, []string{irish + "\n"}},
		{"Polish", []string{polish}, []string{polish + "\n"}},
		{"Urdu", []string{urdu}, []string{urdu + "\n"}},
		{"English, then Welsh", []string{english, english, "# Crynodeb", welsh, welsh, welsh},
			[]string{"Crynodeb\n" + strings.Repeat(welsh+"\n", 3)}},
		{"Welsh on both sides of English", []string{welsh, welsh, english, english, welsh, welsh},
			[]string{welsh + "\n" + welsh + "\n", welsh + "\n" + welsh + "\n"}},
		{"a list of names and numbers", []string{contacts, contacts, contacts}, nil},
		{"an index", []string{index, index, index, index}, nil},
		{"capitals", []string{strings.ToUpper(welsh)}, nil},
		{"nothing", nil, nil},
	} {
		text := testText(test.lines...)
		stretches, words := text.Foreign()
		var got []string
		for _, s := range stretches {
			got = append(got, text.Slice(s))
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%s: foreign are %q, want %q", test.name, got, test.want)
		}
		if all := CountWords(strings.Join(got, "")); (words == 0) != (got == nil) || words > all || 2*words < all {
			t.Errorf("%s: %d foreign words in stretches of %d", test.name, words, all)
		}
	}
}
