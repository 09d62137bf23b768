package extract

import (
	"path"
	"slices"
	"strings"

	"thematic/extract/libreoffice"
)

// Format is a kind of file, told from its content.
type Format string

// The formats that are read.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx"
	ODT  Format = "odt"
	RTF  Format = "rtf"
	HTML Format = "html"
	Text Format = "text"
)

// The formats that are recognised and not read.
const (
	Empty        Format = "empty"
	Zeros        Format = "zeros" // what a copy or a download that broke off leaves
	OldWord      Format = "doc"
	OldOffice    Format = "ole"
	LockedOffice Format = "locked_office"
	Email        Format = "email"
	WebArchive   Format = "web_archive"
	Archive      Format = "archive"
	Spreadsheet  Format = "spreadsheet"
	Slides       Format = "slides"
	EBook        Format = "ebook"
	Image        Format = "image"
	Media        Format = "media"
	PostScript   Format = "postscript"
	Data         Format = "data"
	Shortcut     Format = "shortcut"
	Elsewhere    Format = "elsewhere" // of Pages, XPS, OneNote and the like
	Program      Format = "program"
	Unknown      Format = "unknown"
)

// andAgain ends what is said of an old Word file that nothing here reads, on any system.
const andAgain = " and run again, or save it as DOCX"

const saveAsPDF = "save it as PDF"

// knownFormat is what is said of a format in the middle of a sentence, what a person can do
// with a file of one that is not read, and which endings of names promise it.
type knownFormat struct {
	Format
	noun, advice string
	extensions   []string
}

var formats = []knownFormat{
	{PDF, "a PDF", "", []string{"pdf"}},
	{DOCX, "a Word document", "", []string{"docx", "docm", "dotx"}},
	{ODT, "an OpenDocument text", "", []string{"odt", "ott"}},
	{RTF, "a rich text file (.rtf)", "", []string{"rtf"}},
	{HTML, "a web page", "", []string{"html", "htm", "xhtml"}},
	{Text, "plain text", "", []string{"txt", "text", "md", "markdown", "log"}},
	{Empty, "an empty file", "", nil},
	{Zeros, "a file that begins with nothing but zeros", "copy or download it again, since it did not come whole", nil},
	{OldWord, "an old Word file (.doc)", libreoffice.Hint() + andAgain, []string{"doc", "dot"}},
	{OldOffice, "an old Office file", saveAsPDF, nil},
	{LockedOffice, "an Office file locked with a password", "open it with its password and save a copy without one", nil},
	{Email, "an e-mail", "save the report that is attached to it, or print the message to PDF", []string{"eml", "msg"}},
	{WebArchive, "a saved web archive (.mht)", saveAsPDF, []string{"mht", "mhtml"}},
	{Archive, "an archive", "unpack it first", []string{"zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz"}},
	{Spreadsheet, "a spreadsheet", "only reports are read; if it holds one, save it as PDF", []string{"xls", "xlsx", "xlsm", "ods", "csv", "tsv"}},
	{Slides, "a set of slides", saveAsPDF, []string{"ppt", "pptx", "odp"}},
	{EBook, "an e-book", saveAsPDF, []string{"epub"}},
	{Image, "a picture", "if it shows a page of a report, put it into a PDF: pages that are pictures are read where Tesseract is installed",
		[]string{"png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp", "heic", "svg"}},
	{Media, "a sound or video file", "only written reports are read; add what is said in it as text",
		[]string{"mp3", "m4a", "wav", "ogg", "flac", "wma", "mp4", "mov", "avi", "mkv", "wmv"}},
	{PostScript, "a PostScript file", saveAsPDF, nil},
	{Data, "a data file", "", []string{"json", "jsonl", "xml", "yaml", "yml"}},
	{Shortcut, "a shortcut", "copy or download what it leads to into the folder to have it read", []string{"lnk", "url", "webloc", "gdoc"}},
	{Elsewhere, "a document of another program", saveAsPDF, []string{"pages", "key", "numbers", "xps", "oxps", "one", "wpd"}},
	{Program, "a program", "", nil},
	{Unknown, "not a kind of document that is known here", "if it is a report, save it as PDF", nil},
}

// known is what formats say of f.
func (f Format) known() knownFormat {
	for _, k := range formats {
		if k.Format == f {
			return k
		}
	}
	return Unknown.known()
}

// noun names the format in the middle of a sentence.
func (f Format) noun() string { return f.known().noun }

// advice says what a person can do with a file of a format that is not read.
// It is "" where there is nothing to do.
func (f Format) advice() string { return f.known().advice }

// extensionOf returns the ending of a file name in lower case, without its full stop.
func extensionOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

// named tells the format that a file's extension promises, "" where the
// extension says nothing.
func named(ext string) Format {
	for _, k := range formats {
		if slices.Contains(k.extensions, ext) {
			return k.Format
		}
	}
	return ""
}
