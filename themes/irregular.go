package themes

import "strings"

// irregularForms: each line is a base and its irregular forms. A form that
// stands on two lines has two readings, the earlier line first.
const irregularForms = `
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
see saw seen
child children
man men
woman women
person people persons
life lives
wife wives
half halves
foot feet
tooth teeth
criterion criteria
crisis crises
analysis analyses
analyse analyses analysed analysing analyzes
hypothesis hypotheses
diagnosis diagnoses
diagnose diagnoses
basis bases
find found
tell told
say said
hear heard
seek sought
think thought
bring brought
buy bought
teach taught
catch caught
fight fought
feel felt
leave left
lose lost
mean meant
meet met
keep kept
sleep slept
deal dealt
hold held
read read
lead led
feed fed
send sent
spend spent
build built
lend lent
bend bent
stand stood
understand understood
misunderstand misunderstood
withstand withstood
make made
take took taken
undertake undertook undertaken
overtake overtook overtaken
mistake mistook mistaken
give gave given
forgive forgave forgiven
write wrote written
rewrite rewrote rewritten
drive drove driven
rise rose risen
arise arose arisen
speak spoke spoken
break broke broken
choose chose chosen
freeze froze frozen
steal stole stolen
wake woke woken
wear wore worn
bear bore borne born
tear tore torn
swear swore sworn
know knew known
grow grew grown
throw threw thrown
withdraw withdrew withdrawn
draw drew drawn
show showed shown
fall fell fallen
eat ate eaten
beat beaten
bite bit bitten
hide hid hidden
forget forgot forgotten
get got gotten
shake shook shaken
begin began begun
drink drank drunk
sing sang sung
sink sank sunk
ring rang rung
run ran
come came
become became
overcome overcame
fly flew flown flies
lie lay lain lies lying lied
lay laid
pay paid pays
die died dies dying
tie tied ties tying
win won
sit sat
sell sold
shoot shot
strike struck
stick stuck
hang hung
dig dug
swim swam swum
cling clung
bind bound
wind wound
grind ground
bleed bled
breed bred
flee fled
foresee foresaw foreseen
oversee oversaw overseen oversees
overhear overheard
overlook overlooks
agree agreed agrees
disagree disagreed disagrees
guarantee guaranteed
free freed
focus focuses focused focusing focussed focussing foci
bias biased biases
visit visits visited visiting
change changes changed changing
range ranges ranged ranging
waste wastes wasted wasting
taste tastes tasted
bath baths
need needs needed needing
use uses used using
programme program programs programmes
gp gps
bus buses
hit hits
miss missed misses missing
shed shed
note notes noted noting
quit quits
rely relied relies relying
parenting parentings
housing housings
upbringing
funding
refer refers referred referring
`

// irregular maps a form to the keys of its one or two bases.
var irregular = func() map[string][2]string {
	m := map[string][2]string{}
	for line := range strings.Lines(irregularForms) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		key := baseKey(words[0])
		for _, w := range words {
			if old, ok := m[w]; ok && old[0] != key {
				old[1] = key
				m[w] = old
			} else if !ok {
				m[w] = [2]string{key, ""}
			}
		}
	}
	return m
}()

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// fixedWords end like an inflection and are none.
var fixedWords = wordSet(`
this his its hers theirs ours yours yes as thus plus gas always perhaps besides afterwards towards
themselves ourselves yourselves hundred sacred naked wicked kindred red bed
during thing something anything nothing everything king string spring morning evening sibling
ceiling wellbeing duckling darling notwithstanding series species news means whereas
rationale morale less unless across process access address assess
`)

// ingNouns are nouns in -ing that are more than the verb: a pattern that names
// one does not match the verb's other forms.
var ingNouns = wordSet(`
meeting parenting training housing building hearing finding nursing safeguarding understanding
upbringing funding screening bruising grooming feeding briefing planning wording setting
counselling offending wording warning learning reading timing belonging
`)
