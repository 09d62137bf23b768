package pdf

import "testing"

// TestAddressees has lines as full as those of the text, so that nothing but what
// they say and where they begin parts one addressee from the next.
func TestAddressees(t *testing.T) {
	list := down("F1", 72, 760, "3 May 2018", "Jo Hythe, Director of Children's Services, Marlshire Council and Fenn Council", "Ann O'Dell-Fenn QPM, Chief Constable of Marlshire") +
		at("F1", 11, 72, 718, "Dr Kim Ambry, Independent Chair, Safeguarding Children Partnership for") + at("F1", 11, 86, 704, "Marlshire and Fenn") +
		at("F1", 11, 72, 690, "Lee Bourne, Chief Nurse, Marlshire Clinical Commissioning Group")
	text := "When a child is hurt the partners meet, and what they say is written down for"
	letter := down("F1", 72, 634, text, text, "Kim Ambry, Independent Chair, said so.")
	paragraph := "paragraph |" + text + " " + text + " Kim Ambry, Independent Chair, said so."
	wantOutline(t, readOne(t, list+at("F1", 11, 72, 662, "Dear partners")+letter),
		"paragraph |3 May 2018", "paragraph |Jo Hythe, Director of Children's Services, Marlshire Council and Fenn Council",
		"paragraph |Ann O'Dell-Fenn QPM, Chief Constable of Marlshire",
		"paragraph |Dr Kim Ambry, Independent Chair, Safeguarding Children Partnership for Marlshire and Fenn",
		"paragraph |Lee Bourne, Chief Nurse, Marlshire Clinical Commissioning Group",
		"paragraph |Dear partners", paragraph)
}
