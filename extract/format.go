package extract

import (
	"path"
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

// noun names the format in the middle of a sentence.
func (f Format) noun() string {
	switch f {
	case PDF:
		return "a PDF"
	case DOCX:
		return "a Word document"
	case ODT:
		return "an OpenDocument text"
	case HTML:
		return "a web page"
	case Text:
		return "plain text"
	case Empty:
		return "an empty file"
	case OldWord:
		return "an old Word file (.doc)"
	case OldOffice:
		return "an old Office file"
	case LockedOffice:
		return "an Office file locked with a password"
	case RTF:
		return "a rich text file (.rtf)"
	case Email:
		return "an e-mail"
	case WebArchive:
		return "a saved web archive (.mht)"
	case Archive:
		return "an archive"
	case Spreadsheet:
		return "a spreadsheet"
	case Slides:
		return "a set of slides"
	case EBook:
		return "an e-book"
	case Image:
		return "a picture"
	case Media:
		return "a sound or video file"
	case PostScript:
		return "a PostScript file"
	case Data:
		return "a data file"
	case Program:
		return "a program"
	case Shortcut:
		return "a shortcut"
	case Elsewhere:
		return "a document of another program"
	}
	return "not a kind of document that is known here"
}

// andAgain ends what is said of an old Word file that nothing here reads, on any system.
const andAgain = " and run again, or save it as DOCX"

// advice says what a person can do with a file of a format that is not read.
// It is "" where there is nothing to do.
func (f Format) advice() string {
	switch f {
	case OldWord:
		return libreoffice.Hint() + andAgain
	case OldOffice, Slides, EBook, WebArchive, PostScript, Elsewhere:
		return "save it as PDF"
	case LockedOffice:
		return "open it with its password and save a copy without one"
	case Email:
		return "save the report that is attached to it, or print the message to PDF"
	case Archive:
		return "unpack it first"
	case Shortcut:
		return "copy or download what it leads to into the folder to have it read"
	case Image:
		return "if it shows a page of a report, put it into a PDF: pages that are pictures are read where Tesseract is installed"
	case Spreadsheet:
		return "only reports are read; if it holds one, save it as PDF"
	case Unknown:
		return "if it is a report, save it as PDF"
	case Media:
		return "only written reports are read; add what is said in it as text"
	}
	return ""
}

// extensionOf returns the ending of a file name in lower case, without its full stop.
func extensionOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

// named tells the format that a file's extension promises, "" where the
// extension says nothing.
func named(ext string) Format {
	switch ext {
	case "pdf":
		return PDF
	case "docx", "docm", "dotx":
		return DOCX
	case "odt", "ott":
		return ODT
	case "html", "htm", "xhtml":
		return HTML
	case "txt", "text", "md", "markdown", "log":
		return Text
	case "doc", "dot":
		return OldWord
	case "rtf":
		return RTF
	case "eml", "msg":
		return Email
	case "mht", "mhtml":
		return WebArchive
	case "zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz":
		return Archive
	case "xls", "xlsx", "xlsm", "ods", "csv", "tsv":
		return Spreadsheet
	case "ppt", "pptx", "odp":
		return Slides
	case "epub":
		return EBook
	case "lnk", "url", "webloc", "gdoc":
		return Shortcut
	case "pages", "key", "numbers", "xps", "oxps", "one", "wpd":
		return Elsewhere
	case "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp", "heic", "svg":
		return Image
	case "mp3", "m4a", "wav", "ogg", "flac", "wma", "mp4", "mov", "avi", "mkv", "wmv":
		return Media
	case "json", "jsonl", "xml", "yaml", "yml":
		return Data
	}
	return ""
}
