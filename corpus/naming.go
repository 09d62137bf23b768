package corpus

// naming is how a review names a child without its name: by a role and a letter,
// or by a name in quotation marks.
var naming = Lazily(`\b(?:Baby|Child|Children|Young Person|Family|Adult|Sibling|Girl|Boy|Subject)(?:\s+[A-Z]{1,3}[0-9]?\b|\s+["“‘'])|['‘"“][A-Z][a-z]+['’"”]`)

// namesChild reports whether text names a child so, as often as least.
func namesChild(text string, least int) bool {
	return len(naming().FindAllStringIndex(text, least)) == least
}
