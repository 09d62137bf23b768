package workbook

import "testing"

// TestFileNamed finds the file that a person means in the results, or names those that
// may be meant.
func TestFileNamed(t *testing.T) {
	files := []string{"North/Child A overview report.pdf", "North/Child B overview report.pdf", "South/2014/report.pdf", "South/2015/report.pdf", "South/scr-2016.pdf"}
	for name, want := range map[string]struct{ file, reason string }{
		"North/Child A overview report.pdf":  {"North/Child A overview report.pdf", ""},
		`north\child a Overview Report.PDF`:  {"North/Child A overview report.pdf", ""},
		"Child B overview report.PDF":        {"North/Child B overview report.pdf", ""},
		"":                                   {"", "it does not say in which file it stands"},
		"report.pdf":                         {"", `2 files are called "report.pdf": give the folder too`},
		"Nort/Child A overview report.pdf":   {"", `there is no file "Nort/Child A overview report.pdf": did you mean North/Child A overview report.pdf?`},
		"src-2016.pdf":                       {"", `there is no file "src-2016.pdf": did you mean South/scr-2016.pdf?`},
		"North/Child A overview report":      {"North/Child A overview report.pdf", ""},
		"child a overview report":            {"North/Child A overview report.pdf", ""},
		"North/Child overview report":        {"", `there is no file "North/Child overview report": did you mean North/Child A overview report.pdf or North/Child B overview report.pdf?`},
		"report":                             {"", `2 files are called "report": give the folder too`},
		"South/2016/report.pdf":              {"", `there is no file "South/2016/report.pdf": did you mean South/2014/report.pdf or South/2015/report.pdf?`},
		"The board's answer to the review.x": {"", `there is no file "The board's answer to the review.x": write it as the sheet Files has it`},
	} {
		file, reason := fileNamed(name, files)
		if file != want.file || reason != want.reason {
			t.Errorf("%s:\ngot  %q, %s\nwant %q, %s", name, file, reason, want.file, want.reason)
		}
	}
}
