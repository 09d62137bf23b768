package themes

import (
	"maps"
	"slices"
	"strings"
)

// commonWords are the words met most often in reports of this kind, the most
// frequent first. A pattern is filed under its rarest words; the order is fixed
// here so that every run files them alike.
const commonWords = `
	the was and to of a in children had that for not on with this at by services care their it did as work needs
	from social support who family there they her risk or an workers health review assessment she made his plans
	when no he which agency practice people about case taken what team well local help them report visit young
	records staff seen school information death all safeguarding some one home time authority provide quality
	concerns used mr ensure police experiences should mental place decision area including would leaders two
	professionals managers told known receive identified action these effective improve day out protection lead
	into board said focused but inspectors good meetings parents asked may after leavers found given missing any
	inspection other following partners considered where more most understand referral management met within
	evidence progress how senior left ms shared change impact clear living baby page hospital partnership early
	findings response investigation multi serious went between result harm contact planning number learning
	those however could him timely education improvement practitioners each so mother appropriate abuse can
	ofsted delay life training call through inform supervision carers its weeks trust before further three
	november looked years attended oversight written panel arrangements lack system required officers since up
	inquest nurse address held first relationships completed months access level under january age circumstances
	september adult terms community always exploitation date significant march across recognised too process
	without own gp offer group overview feel views spoke such also high interventions strategy understanding
	together neglect although challenge end move during notes june range letter if came many increased positive
	strong develop new father october discharge visitor because until future issues opportunities means carried
	reduce next both council foster whether patient kept key way individual approach continued heard audit last
	will part domestic remain assessed than analysis effectively hours enquiries respond february placement
	outcomes form line appointment return now right members while steps benefit conclusion telephone detailed
	discussions national account very birth four july safety then enable over questions consistently mash long
	period available thought described show only history agreed joint same development involved undertaken act
	independent every episode five december small subject sexual engage youth august april self example sent
	cause present point safe reference due died medical event brought sought put threshold section incident ward
	check concluded vulnerable appropriately department set regular door emergency failure performance name
	voice front referred six matter meant policy accepted closed skills full assurance author down director
	become conference treatment manage recommendations commissioned contributed emotional initial coroner
	proceedings attendance fully guidance activity chair strengths often prevention we violence face reason
	specialist achieve caseloads direct able capacity happened reviewer occasions pre strengthened curiosity
	injury summary open duty framework another monitoring different like neither relevant unit deceased
	permanence wishes back pas order consistent never read statutory sister interviews regularly strategic
	commenced night limited reflect signs man teacher head prevent
`

// ranks maps the key of a common word to its place in the list.
var ranks = func() map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(commonWords) {
		key, _ := lemmas(w)
		if _, ok := m[key]; !ok {
			m[key] = len(m)
		}
	}
	return m
}()

// rankedKeys are the keys of common words in the order of their letters.
var rankedKeys = slices.Sorted(maps.Keys(ranks))

// cost guesses how often one of the words of a class is met: about its count in
// ten thousand words.
func (x *indexer) cost(class int32) int { return x.costOf(x.lits[class]) }

func (x *indexer) costOf(lits []int) int {
	sum := 1
	for _, id := range lits {
		sum += x.costs[id]
	}
	return sum
}

func literalCost(l literal) int {
	switch l.form {
	case formPrefix:
		sum := 2
		for at, _ := slices.BinarySearch(rankedKeys, l.text); at < len(rankedKeys) && strings.HasPrefix(rankedKeys[at], l.text); at++ {
			sum += rankCost(ranks[rankedKeys[at]])
		}
		return sum
	case formExact:
		if rank, ok := ranks[strings.ToLower(l.text)]; ok {
			return rankCost(rank)
		}
		return 1
	}
	if rank, ok := ranks[l.text]; ok {
		return rankCost(rank)
	}
	return 2
}

func rankCost(rank int) int { return 1 + 1500/(rank+3) }
