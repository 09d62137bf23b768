package corpus

import "strings"

// boardInitials are those of a board without its place.
const boardInitials = `(?:LSCB|LSCP|SCB|SCP|LSAB|SAB)`

// otherBodies are what a board, or a partnership that holds reviews, is called behind its
// place, other than Safeguarding Board or the like, each with one of Fenn.
var otherBodies = []struct{ words, ofFenn string }{
	{`Community Safety (?:(?:and|&) Safeguarding )?Partnership`, "Fenn Community Safety and Safeguarding Partnership"},
	{`(?:Child(?: (?:and|&) Adult)?|Adult(?: Support (?:and|&)| (?:and|&) Child)?|Public) Protection Committee`, "Fenn Adult Support and Protection Committee"},
	{`(?:Public Protection )?Chief Officers['’]? Group`, "Fenn Public Protection Chief Officers’ Group"},
	{`(?:MAPPA )?Strategic (?:Oversight Group|Management Board)`, "Fenn MAPPA Strategic Management Board"},
	{`Protecting People Partnership`, "Fenn Protecting People Partnership"},
	{`Safeguarding Together\b`, "Fenn Safeguarding Together"},
	{`Safe Partnership`, "Keeping Fenn Safe Partnership"},
	{`Children (?:and|&) Families Partnership`, "Fenn Children & Families Partnership"},
	{`Multi-[Aa]gency (?:Safeguarding Arrangements|Resilience and Safeguarding Board)`, "Fenn Children’s Multi-Agency Resilience and Safeguarding Board"},
	{`Partnership(?: [–-]|[:,])? [Ww]orking [Tt]ogether to [Ss]afeguard [Cc]hildren`, "Fenn Partnership: working together to safeguard children"},
	{boardInitials + `\b`, "Fenn SAB"},
}

// anyOtherBody is an expression of them all.
func anyOtherBody() string {
	var all []string
	for _, body := range otherBodies {
		all = append(all, body.words)
	}
	return strings.Join(all, "|")
}
