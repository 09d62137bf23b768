package charts

// Fictional reviews, made for the tests: 27 reviews of two areas, in which
// three headline themes overlap as a published briefing reported and thirty
// others are found in 3 to 16 reviews.
const (
	fictionReviews = 27
	fictionSource  = "27 fictional reviews of Northmere and Eastvale, published 2006–2019"
)

func fictionVenn() VennData {
	return VennData{
		Sets: []string{
			"Assessment poor or missing",
			"Child’s lived experience not described",
			"Lack of professional curiosity",
		},
		Regions: []int{1, 4, 1, 4, 1, 4, 1, 11},
		Source:  fictionSource,
	}
}

// fictionThemes are 33 themes, not in order.
func fictionThemes() []ranked {
	return []ranked{
		{"Assessment poor or missing", 23},
		{"Child’s lived experience not described", 17},
		{"Lack of professional curiosity", 17},
		{"Information not shared in time", 16},
		{"Agencies not working as one", 15},
		{"Records incomplete or inaccurate", 9},
		{"Supervision and management oversight weak", 12},
		{"Professionals did not challenge or escalate", 11},
		{"Thresholds misunderstood or applied unevenly", 10},
		{"Disguised compliance and resistance not seen through", 9},
		{"Over-optimism about change", 8},
		{"Case treated as if it had just begun (start again)", 4},
		{"Focus on the adults, child out of sight", 14},
		{"Fathers and other men in the household not engaged", 13},
		{"Adult and children’s services did not think family", 7},
		{"Neglect unrecognised, drift and delay", 13},
		{"Family history and chronology not considered", 12},
		{"Pre-birth assessment and planning late or absent", 6},
		{"Bruising in babies who cannot yet move not explained", 5},
		{"Strategy discussions and section 47 enquiries", 8},
		{"Child protection plan, conference and core group", 10},
		{"Stepped down or closed too soon", 7},
		{"Missing episodes, exploitation and risk outside the home", 3},
		{"Culture, ethnicity, faith, language and use of interpreters", 4},
		{"Disabled children, SEND and complex health needs", 5},
		{"Response to domestic abuse, parental mental health and substance misuse", 16},
		{"Staff turnover, workload and capacity", 9},
		{"Training, knowledge and confidence", 8},
		{"Policies and procedures not followed or unclear", 11},
		{"Quality of referrals and response to them", 10},
		{"Missed appointments not understood as “was not brought”", 6},
		{"Transfers, transitions and moves between areas", 7},
		{"Elective home education, school attendance and exclusion", 3},
	}
}
