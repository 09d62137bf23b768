package corpus

import (
	"strings"
)

var (
	placeName = `(?:(?:[A-Z][\p{L}'’.-]+|and|with|of|the|upon|on|&|,) )*[A-Z][\p{L}'’.-]+,?`
	boardName = sparsely("Safeguarding|SCB|SCP", `(`+placeName+`) (?:(?:Local )?Safeguarding (?:(?:Children|Adults?)(?:['’]?s)? )?(?:and Adults )?(?:Board|Partnership)s?|(?:LSCB|LSCP|SCB|SCP)\b)`)
	inspected = sparsely("nspection|ocused visit|onitoring visit", `(?:[Ii]nspection|[Ff]ocused visit|[Mm]onitoring visit)\b.{0,120}?\b(?:of|to|in)\s+(?:the )?((?:[A-Z][\p{L}'’.-]+|and|upon|of|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*)`)
	council   = sparsely("Council", `^((?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*?) (?:City |County |Metropolitan |Borough |District )*Council$`)
	coroner   = sparsely("Area", `\bArea:?\s+([A-Z]\p{Ll}[\p{L}'’.-]*(?: \(?[A-Z]\p{Ll}[\p{L}'’.)-]*| and| of| upon)*)`)
	month     = Lazily(`^` + monthName + `\b`)
	// noPlace is what stands before "Safeguarding Board" where no place does.
	noPlace = Lazily(`^(?:(?:The |the |your )?(?:Local|LSCB\w*|Independent|National|New|Statutory|Multi-Agency)|The|the|.*(?:Manager|Chair),?)$`)
	// areaTail is what follows the name of a place in the name of its council,
	// and areaHead what stands before it.
	areaTail = Lazily(` (?:(?:Local|Metropolitan|City|County|Royal|London|Borough|District|Council|authority|Children’s|Children's|services?)\b.*)$`)
	areaHead = Lazily(`^(?:(?:The|the|Dear|Royal|London|Metropolitan|City|County|Borough|Council|District) |of )+`)
	// smallWord is a word within the name of a place that has no capital.
	smallWord = Lazily(`[ -](?:Upon|On|And|Of|The)\b`)
)

// boardOf reads the name of the board or partnership.
func boardOf(f front) Fact {
	for _, b := range f.blocks {
		line := f.text.Slice(b.Span)
		if at := boardName.find(line); at != nil {
			return Fact{strings.Trim(line[at[0]:at[1]], " ,"), f.text.evidence(Span{b.Span.Start + at[0], b.Span.Start + at[1]})}
		}
	}
	return Fact{}
}

// isBoard reports whether line is the name of a board and nothing else.
func isBoard(line string) bool {
	at := boardName.find(line)
	return at != nil && at[0] == 0 && at[1] == len(line)
}

// areaOf reads the place from the name of the board, or from what was
// inspected, or from the coroner's area.
func areaOf(f front, kind Kind, board Fact) Fact {
	switch kind {
	case KindInspection:
		for _, pattern := range []sparse{inspected, council} {
			if fact := firstMatch(f, pattern, 1); fact.Value != "" && !month().MatchString(fact.Value) {
				return Fact{trimArea(fact.Value), fact.Evidence}
			}
		}
	case KindCoroner:
		return firstMatch(f, coroner, 1)
	}
	if board.Value == "" {
		return Fact{}
	}
	m := boardName.re().FindStringSubmatch(board.Value)
	if m == nil || noPlace().MatchString(m[1]) {
		return Fact{}
	}
	return Fact{trimArea(m[1]), board.Evidence}
}

func trimArea(name string) string {
	name = strings.Trim(name, " ,.")
	name = areaHead().ReplaceAllString(name, "")
	name = areaTail().ReplaceAllString(name, "")
	name = smallWord().ReplaceAllStringFunc(name, strings.ToLower)
	return strings.Trim(name, " ,.")
}
