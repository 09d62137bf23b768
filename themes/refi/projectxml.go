package refi

import "encoding/xml"

// projectSpace is the XML name space of a project.
const projectSpace = "urn:QDA-XML:project:1.0"

// projectXML is the root of a .qde file. The fields of this and of what it holds
// are in the order of the schema. What is a pointer to a list is absent where the
// list is empty, since an empty one is not valid.
type projectXML struct {
	XMLName   xml.Name     `xml:"urn:QDA-XML:project:1.0 Project"`
	Name      string       `xml:"name,attr"`
	Origin    string       `xml:"origin,attr,omitempty"`
	Users     *userList    `xml:"Users"`
	CodeBook  *projectBook `xml:"CodeBook"`
	Variables *variables   `xml:"Variables"`
	Cases     *caseList    `xml:"Cases"`
	Sources   *sourceList  `xml:"Sources"`
	Notes     *noteList    `xml:"Notes"`
	Links     *struct {
		Links []struct{} `xml:"Link"`
	} `xml:"Links"`
	Sets   *setList `xml:"Sets"`
	Graphs *struct {
		Graphs []struct{} `xml:"Graph"`
	} `xml:"Graphs"`
	NoteRefs []reference `xml:"NoteRef"`
}

type reference struct {
	Target string `xml:"targetGUID,attr"`
}

type userList struct {
	Users []user `xml:"User"`
}

type user struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
}

type projectBook struct {
	Codes []code `xml:"Codes>Code"`
}

type variables struct {
	Variables []variable `xml:"Variable"`
}

type variable struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
	Type string `xml:"typeOfVariable,attr"`
}

// variableValue has one of its values.
type variableValue struct {
	Variable reference `xml:"VariableRef"`
	Text     *string   `xml:"TextValue"`
	Boolean  *string   `xml:"BooleanValue"`
	Integer  *string   `xml:"IntegerValue"`
	Float    *string   `xml:"FloatValue"`
	Date     *string   `xml:"DateValue"`
	DateTime *string   `xml:"DateTimeValue"`
}

// String returns the value, whichever it is.
func (v variableValue) String() string {
	for _, s := range []*string{v.Text, v.Boolean, v.Integer, v.Float, v.Date, v.DateTime} {
		if s != nil {
			return *s
		}
	}
	return ""
}

type caseList struct {
	Cases []caseXML `xml:"Case"`
}

type caseXML struct {
	GUID        string          `xml:"guid,attr"`
	Name        string          `xml:"name,attr,omitempty"`
	Description string          `xml:"Description,omitempty"`
	Codes       []reference     `xml:"CodeRef"`
	Values      []variableValue `xml:"VariableValue"`
	Sources     []reference     `xml:"SourceRef"`
	Selections  []reference     `xml:"SelectionRef"`
}

type sourceList struct {
	Texts    []textSource  `xml:"TextSource"`
	Pictures []otherSource `xml:"PictureSource"`
	PDFs     []pdfSource   `xml:"PDFSource"`
	Audios   []otherSource `xml:"AudioSource"`
	Videos   []otherSource `xml:"VideoSource"`
}

// otherSource is a source that shows no text.
type otherSource struct {
	Name string `xml:"name,attr"`
}

// audit says who made a thing, and when.
type audit struct {
	User string `xml:"creatingUser,attr,omitempty"`
	Time string `xml:"creationDateTime,attr,omitempty"`
}

// textSource is a source, the text of a PDF or a note.
type textSource struct {
	GUID      string `xml:"guid,attr"`
	Name      string `xml:"name,attr,omitempty"`
	RichPath  string `xml:"richTextPath,attr,omitempty"`
	PlainPath string `xml:"plainTextPath,attr,omitempty"`
	audit
	Description string          `xml:"Description,omitempty"`
	Content     *string         `xml:"PlainTextContent"`
	Selections  []textSelection `xml:"PlainTextSelection"`
	Codings     []coding        `xml:"Coding"`
	NoteRefs    []reference     `xml:"NoteRef"`
	Values      []variableValue `xml:"VariableValue"`
}

type textSelection struct {
	GUID  string `xml:"guid,attr"`
	Name  string `xml:"name,attr,omitempty"`
	Start int    `xml:"startPosition,attr"`
	End   int    `xml:"endPosition,attr"`
	audit
	Description string      `xml:"Description,omitempty"`
	Codings     []coding    `xml:"Coding"`
	NoteRefs    []reference `xml:"NoteRef"`
}

type pdfSource struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
	Path string `xml:"path,attr,omitempty"`
	audit
	Description string          `xml:"Description,omitempty"`
	Areas       []pdfSelection  `xml:"PDFSelection"`
	Text        *textSource     `xml:"Representation"`
	Codings     []coding        `xml:"Coding"`
	NoteRefs    []reference     `xml:"NoteRef"`
	Values      []variableValue `xml:"VariableValue"`
	// Misplaced are selections that belong below the representation: some
	// programs write them here.
	Misplaced []textSelection `xml:"PlainTextSelection"`
}

// pdfSelection is a rectangle on a page.
type pdfSelection struct {
	Codings []coding `xml:"Coding"`
}

type coding struct {
	GUID string `xml:"guid,attr"`
	audit
	Code     reference   `xml:"CodeRef"`
	NoteRefs []reference `xml:"NoteRef"`
}

type noteList struct {
	Notes []textSource `xml:"Note"`
}
