package workbook

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

// quietSheets are those in which nobody answers and nothing is read. What stands in
// them is known by a sum of their texts, which the workbook carries with it: numbers
// are left out, since they follow the decisions.
var quietSheets = []string{
	sheetReadMe, sheetMatrix, sheetCodebook, sheetStatistics, sheetOverlaps, sheetCompared, sheetTrends, sheetFirm,
	sheetTogether, sheetChecked, sheetCharts, sheetBeside, sheetFacts, sheetFiles, sheetLog, sheetSample,
}

// sumsProperty is the property of the workbook with the sum of each of them, such as
// "Log=1f, Matrix=2c".
const sumsProperty = "Texts as written"

// undefined stands where a number is none.
var undefined = analysis.Value{Kind: analysis.UndefinedValue}.String()

// ourSheets are all that the program makes.
var ourSheets = append(slices.Clone(sheetOrder), sheetBeside, sheetBesidePassages, sheetSample)

// textSum is what a text adds to the sum of its sheet, in whatever order they stand:
// nothing for what is no text, or follows the numbers, or for the name of a sheet, which
// a formula gives and some programs leave out.
func textSum(text string) uint64 {
	text = strings.TrimSpace(text)
	_, err := strconv.ParseFloat(text, 64)
	if err == nil || text == "" || text == undefined || slices.Contains(ourSheets, text) || spreadsheetError.MatchString(text) {
		return 0
	}
	hash := fnv.New64a()
	hash.Write([]byte(text)) // never fails
	return hash.Sum64()
}

// noteSums writes the sums into the workbook.
func (b *book) noteSums() error {
	var sums []string
	for _, name := range quietSheets {
		if sum, written := b.sums[name]; written {
			sums = append(sums, fmt.Sprintf("%s=%x", name, sum))
		}
	}
	return b.file.SetCustomProps(excelize.CustomProperty{Name: sumsProperty, Value: strings.Join(sums, ", ")})
}

// rewritten returns the sheets in which nobody answers and that have other texts than
// the program wrote. Where it is not known what it wrote, as of a workbook that another
// program has copied, that is told: known is false.
func rewritten(file *excelize.File) (sheets []string, known bool, err error) {
	properties, err := file.GetCustomProps()
	if err != nil {
		return nil, false, err
	}
	at := slices.IndexFunc(properties, func(p excelize.CustomProperty) bool { return p.Name == sumsProperty })
	if at < 0 {
		return nil, false, nil
	}
	sums, _ := properties[at].Value.(string)
	there := file.GetSheetList()
	for _, entry := range strings.Split(sums, ", ") {
		name, want, _ := strings.Cut(entry, "=")
		if !slices.Contains(there, name) {
			continue
		}
		sum, err := sheetSum(file, name)
		if err != nil {
			return nil, true, fmt.Errorf("sheet %s: %w", name, err)
		}
		if fmt.Sprintf("%x", sum) != want {
			sheets = append(sheets, name)
		}
	}
	return sheets, true, nil
}

// sheetSum adds up the texts of a sheet.
func sheetSum(file *excelize.File, name string) (sum uint64, err error) {
	rows, err := file.Rows(name)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return 0, err
		}
		for _, text := range cells {
			sum += textSum(text)
		}
	}
	return sum, rows.Error()
}
