package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var (
	placeName = `(?:[A-Z][\p{L}'’.-]+ (?:(?:[A-Z][\p{L}'’.-]+|and|with|of|the|upon|on|&|,) )*)?[A-Z][\p{L}'’.-]+,?`
	boardName = Lazily(`(` + placeName + `) (?:(?:Local )?` + bodyName + `|` + anyOtherBody() + `)`)
	// bodyName is the name of a board or partnership without its place, which may
	// stand on the line before.
	bodyName = `Safeguarding (?:` + safeguarded + `(?: (?:and|&) ` + safeguarded + `)? )?(?:Multi-[Aa]gency |Assurance )?(?:Partnership Board|Board|Partnership|Executive)s?`
	// safeguarded is whom a board is there for.
	safeguarded = `(?:Children|Adults?|Young People|(?:Vulnerable )?People)(?:['’]?s)?`
	// abbreviated is a board by its initials.
	abbreviated = Lazily(`\b([A-Z]{1,3}?)L?SC[BP]\b`)
	// heldBy is what stands before the board that held the review.
	heldBy = Lazily(`\b[Tt]his (?:(?:\w+ ){0,5}(?i:review|report) )(?:was|is|has been) (?:commissioned|published|agreed|held|undertaken|conducted) (?:by|on behalf of) (?:the )?$`)
	// anyBody is what any board is called, and joinedBoard one that a line joins to another.
	anyBody     = Lazily(bodyName + `|` + anyOtherBody())
	joinedBoard = Lazily(`^(?:,? (?:and|&)|[,;]| ?/) ?(?:the )?` + placeName + ` (?:(?:Local )?` + bodyName + `|` + anyOtherBody() + `)`)
	bareBody    = Lazily(`^(?:Local )?` + bodyName + `$`)
	// bareShort is the same in initials, which the place of a name may stand above.
	bareShort = Lazily(`^` + boardInitials + `$`)
	onePlace  = Lazily(`^(?:` + placeList + `|` + placeName + `)$`)
	// labelled is the place in a list of what a report is: "Title: … LSCB: Marlshire".
	labelled = Lazily(`^(?i:title): .*\b(?:LSCB|LSCP): ([A-Z][\p{L}'’-]+(?:,? (?:and|with|of|the|upon|on|&|[A-Z][\p{L}'’-]+))*?)(?: Author| Initials| Date|[.;]|$)`)
	// beforeBoard is what may stand before the name of a board in a sentence.
	beforeBoard = Lazily(`^(?:.*\bChair of (?:the )?|(?:In|On|By|For|Today)(?: [A-Z]\w+)? the |Dear )`)
	inspected   = Lazily(`(?:[Ii]nspection|[Ff]ocused visit|[Mm]onitoring visit)\b.{0,120}?\b(?:of|to|in)\s+(?:the )?(` + placeList + `|(?:[A-Z][\p{L}'’.-]+|and|upon|of|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*)`)
	council     = Lazily(`^(` + placeList + `|(?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&)(?: (?:[A-Z][\p{L}'’.-]+|and|upon|on|of|the|&))*?) (?:City |County |Metropolitan |Borough |District )*Council$`)
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

// otherBoards are names of boards whose place does not stand before them, and what is
// said there else. The first is of a board and its place behind it, the second of a
// partnership against crime, which holds reviews of homicides, the third of a Welsh board.
var otherBoards = []struct {
	name   expression
	unless expression
}{
	{Lazily(`\b(?:Our |Local )?` + bodyName + ` for (?:the )?(` + placeList + `|` + placeName + `)`),
		Lazily(`^(?:Child|Young|Adult|Famil|Vulnerable|All\b)`)},
	{Lazily(`\bSafer (` + placeName + `) Partnership\b`),
		Lazily(`^(?:Stronger|Communit|Neighbour|City\b|Cities|Together|Children|Schools?\b)`)},
	{Lazily(`\bBwrdd Diogelu (?:Rhanbarthol |Plant (?:ac Oedolion )?|Oedolion )?([A-Z][\p{L}'’-]+(?: (?:(?:a|ac|a['’]r|y|yr) )?[A-Z][\p{L}'’-]+)*)`),
		Lazily(`^(?:Rhanbarthol|Plant|Oedolion|Lleol|Annibynnol|Cenedlaethol)\b`)},
}

// boardOf reads the name of the board or partnership from the front. A review of
// one case may name it in its introduction alone, as the board that held it or with
// the initials on its cover.
func boardOf(f front, kind Kind) Fact {
	board := boardIn(f)
	if board.Value != "" || !kind.OfOneCase() {
		return board
	}
	short := f.abbreviations()
	for _, b := range f.text.Blocks {
		if b.Span.Start > maxOpening {
			break
		}
		line := f.text.Slice(b.Span)
		for _, m := range boardsIn(line) {
			place := line[m[2]:m[3]]
			if !noPlace().MatchString(place) && (heldBy().MatchString(line[:m[0]]) || short[initialsOf(trimArea(place))]) {
				return f.boardAt(b, m)
			}
		}
	}
	return Fact{}
}

// abbreviations returns the initials of the places whose boards the cover names by
// initials: "B" for BSCB.
func (f front) abbreviations() map[string]bool {
	short := map[string]bool{}
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		for _, m := range abbreviated().FindAllStringSubmatchIndex(line, -1) {
			short[line[m[2]:m[3]]] = true
		}
	}
	delete(short, "L") // any local board
	return short
}

// initialsOf returns the capitals that the words of a place begin with.
func initialsOf(place string) string {
	initials := ""
	for word := range strings.FieldsSeq(place) {
		if 'A' <= word[0] && word[0] <= 'Z' {
			initials += word[:1]
		}
	}
	return initials
}

// boardIn reads the first name of a board, of which the place may stand on a line
// of its own. Behind a board without a place the next may be any other, unless it
// stands alone on its line. Where none has its place before it, one may behind.
func boardIn(f front) Fact {
	anonymous := false
	for i, b := range f.blocks {
		line := f.text.Slice(b.Span)
		if i > 0 && (bareBody().MatchString(line) || bareShort().MatchString(line)) {
			if place := f.text.Slice(f.blocks[i-1].Span); onePlace().MatchString(place) && (f.isPlace(place) || bareShort().MatchString(line) && f.liesIn(place)) {
				return Fact{place + " " + line, f.evidence(f.blocks[i-1])}
			}
		}
		if i > 0 && goesOnAsBoard(f.text.Slice(f.blocks[i-1].Span), line) {
			return Fact{f.text.Slice(f.blocks[i-1].Span) + " " + line, f.evidence(f.blocks[i-1])}
		}
		for _, m := range boardsIn(line) {
			if noPlace().MatchString(line[m[2]:m[3]]) {
				anonymous = true
			} else if !anonymous || isBoard(line) {
				return f.withBoardsBelow(i, f.boardAt(b, m))
			}
		}
	}
	for _, other := range otherBoards {
		for _, b := range f.blocks {
			line := f.text.Slice(b.Span)
			if m := other.name().FindStringSubmatchIndex(line); m != nil && !other.unless().MatchString(line[m[2]:]) {
				at := Span{b.Span.Start + m[0], b.Span.Start + m[1]}
				return Fact{strings.Trim(f.text.Slice(at), " ,"), f.text.evidence(at)}
			}
		}
	}
	return Fact{}
}

// goesOnAsBoard reports whether two lines are the name of a board with its place, which
// breaks within what a board is called: "Fenn Safeguarding", "Children Board".
func goesOnAsBoard(first, second string) bool {
	words := strings.Fields(first)
	return len(words) > 1 && hasAny(words[len(words)-1], []string{"Safeguarding", "Children", "Adults", "Safety", "Protection"}) &&
		!boardName().MatchString(first) && !boardName().MatchString(second) && !bareBody().MatchString(second) &&
		isBoard(first+" "+second) && !noPlace().MatchString(first) && !noPlace().MatchString(strings.Join(words[:len(words)-1], " "))
}

// boardsIn returns the matches of boardName in line. What goes on to another board ends with
// the first: see [joinedEnd].
func boardsIn(line string) [][]int {
	found := boardName().FindAllStringSubmatchIndex(line, -1)
	for i, m := range found {
		if body := anyBody().FindStringIndex(line[m[2]:m[1]]); body != nil && m[2]+body[1] < m[3] {
			if first := boardName().FindStringSubmatchIndex(line[:m[2]+body[1]]); first != nil && first[0] == m[0] {
				found[i] = first
			}
		}
	}
	return found
}

// boardAt returns the board that boardName found at m in b, with those that the line joins
// to it.
func (f front) boardAt(b Block, m []int) Fact {
	line := f.text.Slice(b.Span)
	start, end := listStart(line, m[0]+len(beforeBoard().FindString(line[m[0]:m[1]])), m[3]), joinedEnd(line, m[1])
	return Fact{strings.Trim(line[start:end], " ,"), f.text.evidence(Span{b.Span.Start + start, b.Span.Start + end})}
}

// joinedEnd returns where the boards end that line joins to the one that ends at the given
// offset.
func joinedEnd(line string, end int) int {
	for {
		more := joinedBoard().FindString(line[end:])
		if more == "" {
			return end
		}
		end += len(more)
	}
}

// mostBelow is how many lines joined boards may go over, behind the first: "Fenn Safeguarding
// Children Board", "and", "Ambry Safeguarding Children Board".
const mostBelow = 2

// withBoardsBelow adds to the board of a block those that the lines below join to it.
func (f front) withBoardsBelow(i int, board Fact) Fact {
	lines := f.text.Slice(f.blocks[i].Span)
	for _, b := range f.blocks[i+1 : min(i+1+mostBelow, len(f.blocks))] {
		lines += " " + f.text.Slice(b.Span)
	}
	if at := strings.Index(lines, board.Value); at >= 0 {
		board.Value = lines[at:joinedEnd(lines, at+len(board.Value))]
	}
	return board
}

// isPlace reports whether the text names the council of a place called name, or its
// board.
func (f front) isPlace(name string) bool {
	named := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + ` (?:(?:County|City|Metropolitan|Borough|District|Local) )*(?:Council\b|Safeguarding (?:Children|Adults?|Board|Partnership)\b|LSC[BP]\b)`)
	return name != "" && named.MatchString(f.text.Body)
}

// isBoard reports whether line is the name of a board and nothing else.
func isBoard(line string) bool {
	at := boardName().FindStringIndex(line)
	return at != nil && at[0] == 0 && at[1] == len(line)
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
		if fact.Value == "" || noPlace().MatchString(fact.Value) || bareBody().MatchString(fact.Value) {
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
	if last := len(places) - 1; last > 0 {
		return strings.Join(places[:last], ", ") + " and " + places[last]
	}
	return strings.Join(places, "")
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
			return Fact{name, f.text.evidence(Span{b.Span.Start + m[2], b.Span.Start + m[3]})}
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
