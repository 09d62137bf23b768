package corpus

// CaseFact is a fact of a case, with the file that states it.
type CaseFact struct {
	Name FactName `json:"name"`
	Fact
	File string `json:"file"`
}

// caseFacts returns what docs say of their case in the order of [FactNames],
// each from the first of them that says it, and how long the review took by
// the dates that they state between them.
func caseFacts(docs []*Document) []CaseFact {
	merged, file := Facts{}, map[FactName]string{}
	for _, d := range docs {
		for name, fact := range d.Facts {
			if d.Pages == 0 { // that the file does not say where its pages end
				fact.Evidence.Page = 0
			}
			if _, said := merged[name]; !said {
				merged[name], file[name] = fact, d.File
			}
		}
	}
	merged.timesTaken()
	file[FactTaken], file[FactToPublish], file[FactFromEvent] = file[FactCompleted], file[FactPublished], file[FactPublished]
	if file[FactTaken] == "" {
		file[FactTaken] = file[FactPublished]
	}
	var list []CaseFact
	for _, name := range FactNames {
		if fact, said := merged[name]; said {
			list = append(list, CaseFact{name, fact, file[name]})
		}
	}
	return list
}
