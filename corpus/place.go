package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var (
	placeName = `(?:[A-Z][\p{L}'’.-]+ (?:(?:[A-Z][\p{L}'’.-]+|and|with|of|the|upon|on|&|,) )*)?[A-Z][\p{L}'’.-]+,?`
	onePlace  = Lazily(`^(?:` + placeList + `|` + placeName + `)$`)
	// labelled is the place in a list of what a report is: "Title: … LSCB: Marlshire".
	labelled  = Lazily(`^(?i:title): .*\b(?:LSCB|LSCP): ([A-Z][\p{L}'’-]+(?:,? (?:and|with|of|the|upon|on|&|[A-Z][\p{L}'’-]+))*?)(?: Author| Initials| Date|[.;]|$)`)
	inspected = Lazily(`(?:[Ii]nspection|[Ff]ocused visit|[Mm]onitoring visit)\b.{0,120}?\b(?:of|to|in)\s+(?:the )?(` + placeList + `|(?:[A-Z][\p{L}'’.-]+|and|upon|of|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*)`)
	council   = Lazily(`^(` + placeList + `|(?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*?) (?:City |County |Metropolitan |Borough |District )*Council$`)
	// authority is a council of a place by what it is called; others are of nurses or schools.
	authority = Lazily(`[\p{L}’'-] (?:County|City|Metropolitan|Borough|District) Council$|\bBorough of .* Council$`)
	coroner   = Lazily(`\b(?:Area:?|area of)\s+(` + placeList + `|[A-Z]\p{Ll}[\p{L}'’.-]*(?: \(?[A-Z]\p{Ll}[\p{L}'’.)-]*| and| of| upon)*)`)
	month     = Lazily(`^` + monthName + `\b`)
	// noPlace is what stands before "Safeguarding Board" where no place does.
	noPlace = Lazily(`^(?:(?:.*\b(?:of|to|the|The|your|[Aa]n?) )?(?:Local|LSCB\w*|Regional|Independent|National|New|Statutory|Multi-Agency|Unnamed|Unidentified|Anonymous)(?: Local)?(?: Children['’]s)?|The|the|An?|Our|(?:Public|Child|Adult) Protection|MAPPA|.*\b(?:Manager|Chair|Review|Report|Case)[.,]?(?: LSC[BP])?)$`)
	// areaTail is what follows the name of a place in the name of its council,
	// and areaHead what stands before it.
	areaTail = Lazily(` (?:(?:and |& )?(?:Local|Regional|Strategic|Integrated|Metropolitan|City|County|Royal|London|Borough|District|Area|Council|authority|Child(?:ren)?|Adults?|Multi-[Aa]gency|MAPPA|Public Protection|Partnership|services?)\b.*)$`)
	areaHead = Lazily(`^(?:(?:The|the|Royal|London|Metropolitan|City|County|Borough|Council|District|Safer|Keeping|Bwrdd Diogelu(?: Rhanbarthol)?) |of )+`)
	// innerHead is the same before a place that is not the first. The City of London is one.
	innerHead = Lazily(` (and|&) (?:the )?(?:(?:(?:Royal|London|Metropolitan) )*Borough|County) of `)
	// afterComma is what an alphabetical list of authorities sets behind a name.
	afterComma = Lazily(`, (?:City|County|(?:Royal )?Borough) of$`)
	// inPlace is a place that a title ends in, or ends a part of it in.
	inPlace = Lazily(`\bin (` + placeList + `|[A-Z][\p{L}'’.-]+(?: (?:and|upon|on|of|the|&|[A-Z][\p{L}'’.-]+))*?)(?:$|[:;,.(]|\s+[–(\d-])`)
	// smallWord is a word within the name of a place that has no capital.
	smallWord = Lazily(`[ -](?:Upon|On|And|Of|The)\b`)
)

// isPlace reports whether the text names the council of a place called name, or its
// board.
func (f front) isPlace(name string) bool {
	named := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + ` (?:(?:County|City|Metropolitan|Borough|District|Local) )*(?:Council\b|Safeguarding (?:Children|Adults?|Board|Partnership)\b|LSC[BP]\b)`)
	return name != "" && named.MatchString(f.text.Body)
}

// areaOf reads the place from the name of the board, or from what was
// inspected, or from the coroner's area; without any, from the title.
func areaOf(f front, kind Kind, board Fact) Fact {
	switch kind {
	case KindInspection:
		for _, pattern := range []expression{inspected, council} {
			if fact := firstMatch(f, pattern(), 1); fact.Value != "" && !month().MatchString(fact.Value) {
				return Fact{trimArea(fact.Value), fact.Evidence}
			}
		}
	case KindCoroner:
		fact := firstMatch(f, coroner(), 1)
		return Fact{strings.TrimRight(fact.Value, "."), fact.Evidence}
	}
	place := placeOf(board.Value)
	if place == "" {
		fact := firstMatch(f, labelled(), 1)
		if fact.Value == "" || noPlace().MatchString(fact.Value) {
			if area := titleArea(f); area.Value != "" || !kind.OfOneCase() {
				return area
			}
			return councilOf(f)
		}
		return Fact{trimArea(fact.Value), fact.Evidence}
	}
	return Fact{place, board.Evidence}
}

// placeOf returns the place in the name of a board, and of several boards each once: "Fenn",
// "Fenn, Ambry and Marl". It is "" where there is none.
func placeOf(board string) string {
	bodies := anyBody().FindAllStringIndex(board, -1)
	if len(bodies) < 2 {
		return placeOfOne(board)
	}
	var places []string
	start := 0
	for _, body := range bodies {
		one := strings.TrimLeft(board[start:body[1]], " ,;/&")
		if place := placeOfOne(strings.TrimPrefix(strings.TrimPrefix(one, "and "), "the ")); place != "" && !slices.Contains(places, place) {
			places = append(places, place)
		}
		start = body[1]
	}
	return All(places)
}

// placeOfOne returns the place in the name of one board.
func placeOfOne(board string) string {
	m := boardName().FindStringSubmatchIndex(board)
	if m != nil && !noPlace().MatchString(board[m[2]:m[3]]) {
		return trimArea(board[listStart(board, m[2], m[3]):m[3]])
	}
	for _, other := range otherBoards {
		if m = other.name().FindStringSubmatchIndex(board); m != nil {
			return trimArea(board[m[2]:m[3]])
		}
	}
	return ""
}

// councilOf reads the place from the first council of one that stands on a line of the
// cover by itself, as that of one which held a review without a board.
func councilOf(f front) Fact {
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		m := council().FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		name := trimArea(line[m[2]:m[3]])
		if !noPlace().MatchString(name) && (authority().MatchString(line) || f.liesIn(name)) {
			return Fact{name, f.part(b, m[2], m[3]).Evidence}
		}
	}
	return Fact{}
}

// liesIn reports whether the text says of something that it is in what is called name.
func (f front) liesIn(name string) bool {
	return name != "" && regexp.MustCompile(`\bin `+regexp.QuoteMeta(name)+`\b`).MatchString(f.text.Body)
}

// titleArea reads the place from a title that says where something was ("Child
// sexual exploitation in Marlshire"), if the text names the council of that place
// or its board: a title may speak of a school or a month as well.
func titleArea(f front) Fact {
	for _, span := range f.titleLines() {
		m := inPlace().FindStringSubmatchIndex(f.text.Slice(span))
		if m == nil {
			continue
		}
		at := Span{span.Start + m[2], span.Start + m[3]}
		name := trimArea(f.text.Slice(at))
		if f.isPlace(name) {
			return Fact{name, f.text.evidence(at)}
		}
	}
	return Fact{}
}

// trimArea takes off what stands around the name of a place in the name of its
// council or board: "Royal Borough of Fenwick" is Fenwick, but "City of London &
// Fenn" is two places. Of a list it is taken off each.
func trimArea(name string) string {
	name = afterComma().ReplaceAllString(strings.Trim(name, " ,."), "")
	if first, rest, listed := strings.Cut(name, ", "); listed {
		return trimArea(first) + ", " + trimArea(rest)
	}
	bare := areaHead().ReplaceAllString(innerHead().ReplaceAllString(name, " $1 "), "")
	if strings.HasPrefix(bare, "& ") || strings.HasPrefix(bare, "and ") {
		return name
	}
	name = areaTail().ReplaceAllString(bare, "")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s")
	name = smallWord().ReplaceAllStringFunc(name, strings.ToLower)
	return strings.Trim(name, " ,.")
}
