package refi

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// variableOrder names the variables of a review: what is shown of it in tables.
var variableOrder = []variable{
	{Name: "area", Type: "Text"}, {Name: "year", Type: "Integer"}, {Name: "kind", Type: "Text"},
}

func variableGUID(name string) string { return guid("variable", name) }

func (b *projectBuilder) caseOf(c Case) error {
	out := caseXML{GUID: guid("case", c.ID), Name: printable(c.ID), Description: printable(c.Title), Values: c.values()}
	for _, source := range c.Sources {
		if !b.names[source] {
			return fmt.Errorf("its source %q is not there", source)
		}
		out.Sources = append(out.Sources, reference{guid("source", source)})
	}
	b.cases = append(b.cases, out)
	return nil
}

// values returns what is known of a case.
func (c Case) values() []variableValue {
	var list []variableValue
	if c.Area != "" {
		list = append(list, variableValue{Variable: reference{variableGUID("area")}, Text: content(c.Area)})
	}
	if c.Year != 0 {
		year := strconv.Itoa(c.Year)
		list = append(list, variableValue{Variable: reference{variableGUID("year")}, Integer: &year})
	}
	if c.Kind != "" {
		list = append(list, variableValue{Variable: reference{variableGUID("kind")}, Text: content(c.Kind)})
	}
	return list
}

// valuesOf returns what is known of the case of a source: some programs read the
// variables of cases, and some those of sources.
func (b *projectBuilder) valuesOf(source string) []variableValue {
	for _, c := range b.project.Cases {
		if slices.Contains(c.Sources, source) {
			return c.values()
		}
	}
	return nil
}

// finish puts the project together.
func (b *projectBuilder) finish() projectXML {
	p := b.project
	out := projectXML{Name: printable(p.Name), Origin: printable(p.Origin), Variables: &variables{}}
	for _, v := range variableOrder {
		v.GUID = variableGUID(v.Name)
		out.Variables.Variables = append(out.Variables.Variables, v)
	}
	if names := slices.Sorted(maps.Keys(b.users)); len(names) > 0 {
		out.Users = &userList{}
		for _, name := range names {
			out.Users.Users = append(out.Users.Users, user{guid("user", name), printable(name)})
		}
	}
	if len(p.Themes) > 0 {
		out.CodeBook = &projectBook{b.withSenses(codesOf(p.Codebook, p.Themes))}
	}
	if len(b.cases) > 0 {
		out.Cases = &caseList{b.cases}
	}
	if len(b.names) > 0 {
		out.Sources = &b.sources
	}
	if p.Record != "" {
		record := textSource{GUID: guid("record"), Name: recordName, audit: audit{Time: undated}, Content: content(p.Record)}
		b.notes = append(b.notes, record)
		out.NoteRefs = []reference{{record.GUID}}
	}
	if len(b.notes) > 0 {
		out.Notes = &noteList{b.notes}
	}
	out.Sets = setsOf(p.Codebook, p.Themes, func(guid string) member { return member{Target: guid} })
	return out
}

// recordName names the note on how the work was made.
const recordName = "How this was made"

// senseLine begins the line of a description that says the sense of a code.
const senseLine = "Sense: "

// senseName is the name of the code of a sense of the theme called name.
func senseName(name string, sense Sense) string { return fmt.Sprintf("%s (%s)", name, sense) }

// senseOrder is the order of the codes below a theme.
var senseOrder = []Sense{GoodPractice, Neutral, Held, Rejected}

// withSenses adds below each theme a code for every sense that occurs of it.
func (b *projectBuilder) withSenses(codes []code) []code {
	themeOf := map[string]string{} // by the identifier of its code
	for _, t := range b.project.Themes {
		themeOf[guid("theme", b.project.Codebook, t.ID)] = t.ID
	}
	for i, c := range codes {
		theme, isTheme := themeOf[c.GUID]
		if !isTheme {
			codes[i].Codes = b.withSenses(c.Codes)
			continue
		}
		for _, sense := range senseOrder {
			if !b.senses[themeSense{theme, sense}] {
				continue
			}
			codes[i].Codes = append(codes[i].Codes, code{
				GUID: b.codeGUID(theme, sense), Name: senseName(c.Name, sense), IsCodable: true, Color: c.Color,
				Description: senseLine + string(sense),
			})
		}
	}
	return codes
}
