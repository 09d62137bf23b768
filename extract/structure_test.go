package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"thematic/corpus"
)

// Reports are not ours to print, so that the truth for them holds hashes of
// their lines. It was written down by people looking at the pages, before what
// is found was compared with it, for every fifth report in the order of names.
// One half of them, every other one, may be looked at when the reader is mended;
// the other half is only measured.
const truthOfReports = "testdata/structure/reports.tsv"

var transcription = flag.String("transcription", "", "make the truth for reports of this file: tab-separated report, page, role, level, kind of section, line")

func hashOf(report, key string) string {
	sum := sha256.Sum256([]byte(report + "\n" + key))
	return hex.EncodeToString(sum[:8])
}

// TestTranscription turns a transcription, which stays private, into hashes.
func TestTranscription(t *testing.T) {
	if *transcription == "" {
		t.Skip("no -transcription is given")
	}
	out := "# report\thalf\tpage\trole\tlevel\tkind of section\thash\n"
	halves := map[string]string{}
	for _, row := range readTSV(t, *transcription) {
		report, number := row[0], ""
		if halves[report] == "" {
			halves[report] = []string{"tuned", "measured"}[len(halves)%2]
		}
		r, level := role(row[2]), row[3]
		if r == "title" {
			r = roleHeading
		}
		if r == roleNumbered {
			number, level = level, "-"
		}
		hash := hashOf(report, keyOf(r, number, row[5]))
		out += strings.Join([]string{report, halves[report], row[1], string(r), level, row[4], hash}, "\t") + "\n"
	}
	if err := os.WriteFile(truthOfReports, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestStructure compares what is found in files whose structure is known.
func TestStructure(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every report")
	}
	const least = 0.95 // of every precision and recall
	sets := []struct {
		name  string
		score score
	}{
		{"fictional reviews", scoreGold(t)},
		{"demonstration", scoreDemo(t)},
		{"reports, tuned half", scoreReports(t, "tuned")},
		{"reports, measured half", scoreReports(t, "measured")},
	}
	for _, set := range sets {
		set.score.hold(t, set.name, least, nil)
	}
}

// hold logs a score and fails the test where a precision or recall is below the
// floor; a measure in but has a floor of its own.
func (s score) hold(t *testing.T, name string, floor float64, but map[string]float64) {
	t.Helper()
	for _, m := range measures {
		got := s[m]
		if got.found+got.truth == 0 {
			continue
		}
		t.Logf("%-24s %-24s P %.3f R %.3f (%d right of %d found, %d true)", name, m, got.precision(), got.recall(), got.right, got.found, got.truth)
		least, ok := but[m]
		if !ok {
			least = floor
		}
		if got.precision() < least || got.recall() < least {
			t.Errorf("%s, %s: got precision %.3f, recall %.3f, want %.2f", name, m, got.precision(), got.recall(), least)
		}
	}
}

// compare adds a file to a score and, where MISSES is set, says what differs.
func (s score) compare(t *testing.T, name string, found, truth []element) {
	for _, m := range s.add(found, truth) {
		if os.Getenv("MISSES") != "" {
			t.Log(name, m)
		}
	}
}

func readReport(t *testing.T, path string) corpus.Text {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return Read(file, info.Size(), filepath.Base(path), corpus.DefaultLimits()).Text
}

func scoreGold(t *testing.T) score {
	total := score{}
	kinds := readKinds(t)
	sources, _ := filepath.Glob("../../shared/gold/scr/*.html")
	if len(sources) == 0 {
		t.Log("../shared/gold/scr is missing")
	}
	for _, path := range sources {
		s := readSource(t, path, kinds)
		text := readReport(t, strings.TrimSuffix(path, ".html")+".pdf")
		for i := range text.Pages {
			s.furniture(s.printedFurniture(i, len(text.Pages)), i+1)
		}
		total.compare(t, s.name, elementsOf(&text, false), s.elements)
	}
	return total
}

// madeLeaf is a line of the list of files in corpus/demo/build.
var madeLeaf = regexp.MustCompile(`\{"([^"]+)", "([^"]+)", (.+)\},`)

func scoreDemo(t *testing.T) score {
	total := score{}
	kinds := readKinds(t)
	list, err := os.ReadFile("../corpus/demo/build/main.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, leaf := range madeLeaf.FindAllStringSubmatch(string(list), -1) {
		name, file, made := leaf[1], leaf[2], leaf[3]
		if made == "scan" || strings.HasPrefix(made, "copyOf") {
			continue
		}
		s := readSource(t, "../corpus/demo/source/"+name+".html", kinds)
		s.withContents(made)
		text := readReport(t, "../corpus/demo/reviews/"+file)
		for i := range text.Pages {
			s.furniture(s.demoFurniture(made, i, len(text.Pages)), i+1)
		}
		total.compare(t, s.name, elementsOf(&text, false), s.elements)
	}
	return total
}

func scoreReports(t *testing.T, half string) score {
	total := score{}
	truth := map[string][]element{}
	var reports []string
	for _, row := range readTSV(t, truthOfReports) {
		if row[1] != half {
			continue
		}
		page, err := strconv.Atoi(row[2])
		if err != nil {
			t.Fatal(err)
		}
		e := element{role: role(row[3]), page: page, key: row[6], level: unjudged}
		if level, err := strconv.Atoi(row[4]); err == nil {
			e.level = level
		}
		if row[5] != "-" {
			e.kind = corpus.SectionKind(row[5])
		}
		if truth[row[0]] == nil {
			reports = append(reports, row[0])
		}
		truth[row[0]] = append(truth[row[0]], e)
	}
	for _, report := range reports {
		paths, _ := filepath.Glob(fmt.Sprintf("../../shared/reports/%s_*.pdf", report))
		if len(paths) != 1 {
			t.Log("../shared/reports is missing")
			return score{}
		}
		text := readReport(t, paths[0])
		found := elementsOf(&text, true)
		for i := range found {
			found[i].key = hashOf(report, found[i].key)
			if found[i].parent != "" {
				found[i].parent = hashOf(report, found[i].parent)
			}
		}
		setParents(truth[report])
		total.compare(t, report, found, truth[report])
	}
	return total
}
