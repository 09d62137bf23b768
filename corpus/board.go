package corpus

import "strings"

var (
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
	// beforeBoard is what may stand before the name of a board in a sentence.
	beforeBoard = Lazily(`^(?:.*\bChair of (?:the )?|(?:In|On|By|For|Today)(?: [A-Z]\w+)? the |Dear )`)
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
				return f.part(b, m[0], m[1])
			}
		}
	}
	return Fact{}
}

// goesOnAsBoard reports whether two lines are the name of a board with its place, which
// breaks within what a board is called: "Fenn Safeguarding", "Children Board".
func goesOnAsBoard(first, second string) bool {
	cut := strings.LastIndexByte(first, ' ')
	if cut < 0 || !hasAny(first[cut:], []string{"Safeguarding", "Children", "Adults", "Safety", "Protection"}) || boardName().MatchString(second) {
		return false
	}
	return isBoard(first+" "+second) && !noPlace().MatchString(first) && !noPlace().MatchString(first[:cut])
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
	return f.part(b, start, end)
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

// isBoard reports whether line is the name of a board and nothing else.
func isBoard(line string) bool {
	at := boardName().FindStringIndex(line)
	return at != nil && at[0] == 0 && at[1] == len(line)
}

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
