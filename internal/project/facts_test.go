package project

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

// stated are the facts that a reader finds in the reviews of the demonstration:
// by file and name, from testdata/facts.csv.
func stated(t *testing.T) map[string]map[corpus.FactName]string {
	t.Helper()
	data, err := os.ReadFile("testdata/facts.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]map[corpus.FactName]string{}
	for _, row := range rows[1:] {
		if facts[row[0]] == nil {
			facts[row[0]] = map[corpus.FactName]string{}
		}
		facts[row[0]][corpus.FactName(row[1])] = row[2]
	}
	return facts
}

// TestFactsOfTheDemonstration holds what is read of each review against what a
// reader finds in it: nothing may be read that is not so, and little be missed.
// Every quotation must stand on its page.
func TestFactsOfTheDemonstration(t *testing.T) {
	takesLong(t)
	o := testOptions(t, unpack(t))
	right, missed := 0, 0
	for file, want := range stated(t) {
		record, err := ReadFile(context.Background(), o.Reader, extract.Options{}, filepath.Join(o.Folder, filepath.FromSlash(file)), o.Limits)
		if err != nil {
			t.Fatal(err)
		}
		doc := corpus.NewDocument(file, 0, record)
		for _, name := range corpus.FactNames {
			fact := doc.Facts[name]
			switch {
			case fact.Value == want[name]:
				if fact.Value != "" {
					right++
				}
			case fact.Value == "":
				missed++
				t.Logf("%s: %s %q was missed", file, name, want[name])
			default:
				t.Errorf("%s: got %s %q, want %q (%q)", file, name, fact.Value, want[name], fact.Evidence.Quote)
			}
			if page := fact.Evidence.Page; page > 0 && !strings.Contains(record.Text.Slice(record.Text.Pages[page-1].Span), fact.Evidence.Quote) {
				t.Errorf("%s: %s: %q does not stand on page %d", file, name, fact.Evidence.Quote, page)
			}
		}
	}
	t.Logf("%d facts read, %d missed", right, missed)
	if recall := float64(right) / float64(right+missed); recall < 0.95 {
		t.Errorf("got %.3f of the facts, want .95", recall)
	}
}

// TestKindsOfRealDocuments reads the inspections and the fictional reviews that
// lie beside the repository and holds what they are taken for against what they
// are.
func TestKindsOfRealDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a hundred files")
	}
	for pattern, want := range map[string][]corpus.Kind{
		"../../../shared/reports/*.pdf":                   {corpus.KindInspection},
		"../../../shared/gold/scr/*.pdf":                  {corpus.KindReview, corpus.KindSummary, corpus.KindPractice},
		"../../../shared/gold/dev/text/DP*.txt":           {corpus.KindCoroner},
		"../../../shared/gold/train/text/T[PQR]*.txt":     {corpus.KindCoroner},
		"../../../shared/gold/train/text/T[FGHIJKM]*.txt": {corpus.KindInspection},
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Logf("%s is not there", pattern)
			continue
		}
		for _, file := range files {
			data, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			info, err := data.Stat()
			if err != nil {
				t.Fatal(err)
			}
			got := extract.Read(data, info.Size(), file, corpus.DefaultLimits())
			data.Close()
			doc := corpus.NewDocument(file, info.Size(), corpus.Record{Status: got.Status, Format: string(got.Format), Text: got.Text})
			if !doc.Kind.In(want) {
				t.Errorf("%s: got %s (%s), want one of %v", filepath.Base(file), doc.Kind, doc.KindReason, want)
			}
		}
	}
}

// BenchmarkNewDocument judges and reads the facts of texts that are known, as a
// run over unchanged files does for each of them.
func BenchmarkNewDocument(b *testing.B) {
	files, err := filepath.Glob("../../../shared/reports/*.pdf")
	if err != nil || len(files) == 0 {
		b.Skip("../shared/reports is not there")
	}
	var records []corpus.Record
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		got := extract.Read(bytes.NewReader(data), int64(len(data)), file, corpus.DefaultLimits())
		records = append(records, corpus.Record{Format: string(got.Format), Status: got.Status, Text: got.Text})
	}
	for b.Loop() {
		for _, record := range records {
			corpus.NewDocument("Marl/report.pdf", 0, record)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*len(records)), "ms/file")
}
