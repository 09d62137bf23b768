package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"thematic/analysis"
	"thematic/charts"
	"thematic/internal/project"
)

// chartFlags are the flags of the chart command.
type chartFlags struct {
	out     string
	file    string
	size    string
	width   int
	counts  list
	names   list
	themes  list
	reviews selectionFlags
	paths   bool
	replace bool
	looks   presentationFlags
}

func newChartCommand() *cobra.Command {
	var flags chartFlags
	cmd := &cobra.Command{
		Use:   "chart KIND -o FILE.svg|.png|.pdf",
		Short: "Draw one chart from results, for a slide or a page",
		Long: fmt.Sprintf(`Draws one chart from the results of a run, with the decisions brought in since, for
the themes, the area or the years you choose.

%s

Where only counts were published, give them instead: --counts n,A,B,C,ALL draws what
is certain and the range of what is not. A file that is there is then left as it is,
unless you say --replace; for a chart from results, one that is not known as the
program's own is kept under another name, such as venn-yours.svg.

The colours are those of Okabe and Ito, which readers with any kind of colour blindness
tell apart, and no chart says anything by colour alone. --theme gives
others, from a file such as this:

  colours: ["#00539f", "#e87722", "#6cc24a"]
  accent: "#00539f"`, listed("Kinds", project.FigureKinds())),
		Example: "  thematic chart bars --area Northtown --from 2015 -o bars.svg\n" +
			"  thematic chart bars --size column --width 90 -o narrow.pdf\n" +
			"  thematic chart euler --themes thresholds,record_keeping,over_optimism --size slide -o three.png\n" +
			"  thematic chart venn --counts 27,23,17,17,11 --names \"Assessment,Lived experience,Curiosity\" -o published.pdf",
		Args: exactly(1), ValidArgs: project.FigureKinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkCounts(cmd, flags); err != nil {
				return err
			}
			if cmd.Flags().Changed("width") && flags.width == 0 {
				return usageError{errors.New("--width is 0: give millimetres, or leave it out for the width of the size")}
			}
			return chart(cmd, flags, args[0])
		},
	}
	f := cmd.Flags()
	f.StringVarP(&flags.file, "output", "o", "", "`file` to write; its ending says the format")
	addResults(cmd, &flags.out)
	f.StringVar(&flags.size, "size", "auto", "`size`: auto, page, half, slide or column")
	f.IntVar(&flags.width, "width", 0, "another width than that of the size, in `millimetres`; letters stay as large as they are")
	f.Var(&flags.themes, "themes", themesUsage)
	flags.reviews.add(cmd, "draw")
	f.Var(&flags.counts, "counts", "with venn: `numbers` of reviews, three sets and all three together, as published")
	f.Var(&flags.names, "names", "with --counts: the `names` of the three sets")
	f.BoolVar(&flags.paths, "outlined", false, "with .svg: letters as paths, for programs without the font")
	addReplace(cmd, &flags.replace)
	f.Lookup("replace").Usage = "with --counts: " + f.Lookup("replace").Usage
	flags.looks.addLook(cmd)
	return cmd
}

var chartSizes = map[string]charts.Size{
	"auto": charts.Auto, "page": charts.FullPage, "half": charts.HalfPage, "slide": charts.Slide, "column": charts.Column,
}

func chartSize(name string) (charts.Size, error) {
	size, ok := chartSizes[name]
	if !ok {
		return size, usageError{fmt.Errorf("--size is %q: choose auto, page, half, slide or column", name)}
	}
	return size, nil
}

// checkWidth refuses a width in which figures of the size called name cannot be drawn; 0 is
// its own.
func checkWidth(width int, size charts.Size, name string) error {
	least, most := size.Widths()
	if width == 0 || least <= float64(width) && float64(width) <= most {
		return nil
	}
	hint := ""
	if narrow, _ := charts.Column.Widths(); float64(width) < least && float64(width) >= narrow {
		hint = ", or choose --size column for less"
	}
	return usageError{fmt.Errorf("--width is %d: with --size %s give %.0f to %.0f, in millimetres%s", width, name, least, most, hint)}
}

// checkCounts refuses flags that say nothing of a chart drawn from published counts, and
// names for one that is not.
func checkCounts(cmd *cobra.Command, flags chartFlags) error {
	if len(flags.counts) == 0 {
		return idle(cmd, "goes with --counts: of a chart from results, --themes chooses the themes, and the codebook names them", "names")
	}
	return idle(cmd, "goes with a chart from results: one of --counts shows the numbers given, and --names says what they are of",
		"themes", "area", "from", "to", "voice", "out")
}

func chart(cmd *cobra.Command, flags chartFlags, kind string) error {
	stderr := cmd.ErrOrStderr()
	if err := project.CheckFigure(kind); err != nil {
		return err
	}
	size, err := chartSize(flags.size)
	if err != nil {
		return err
	}
	write, err := chartWriter(flags.file)
	if err != nil {
		return err
	}
	if flags.paths {
		if !strings.EqualFold(filepath.Ext(flags.file), ".svg") {
			return usageError{errors.New("--outlined goes with a file that ends in .svg")}
		}
		write = (*charts.Figure).WriteOutlinedSVG
	}
	if err := flags.check(kind); err != nil {
		return err
	}
	if err := checkWidth(flags.width, size, flags.size); err != nil {
		return err
	}
	looks, err := flags.looks.load()
	if err != nil {
		return err
	}
	warn(stderr, looks.Warnings())
	figure, err := drawChart(stderr, flags, kind, looks, size)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := write(figure, &b); err != nil {
		return err
	}
	if len(flags.counts) > 0 {
		return project.WriteFile(flags.file, b.Bytes(), flags.replace)
	}
	return exportFile(cmd, flags.out, flags.file, b.Bytes())
}

// check refuses flags that contradict themselves or the kind of chart.
func (flags chartFlags) check(kind string) error {
	if err := flags.reviews.check(); err != nil {
		return err
	}
	if flags.replace && len(flags.counts) == 0 {
		return usageError{errors.New("--replace goes with --counts: of a chart from results, a file that is there and not known as the program's own is kept under another name")}
	}
	if kind == "circumstances" && len(flags.themes) > 0 {
		return usageError{errors.New("--themes chooses themes of practice, and the circumstances chart shows none")}
	}
	if n := len(flags.themes); (kind == "venn" || kind == "euler") && n > 3 {
		return usageError{fmt.Errorf("--themes names %d: the %s chart shows two or three themes, and upset shows more", n, kind)}
	}
	return nil
}

func drawChart(stderr io.Writer, flags chartFlags, kind string, looks project.Presentation, size charts.Size) (*charts.Figure, error) {
	if len(flags.counts) > 0 {
		if kind != "venn" {
			return nil, usageError{errors.New("--counts goes with the kind venn")}
		}
		return publishedVenn(flags, flags.style(looks, size))
	}
	result, warnings, err := project.Results(flags.out, flags.reviews.of(flags.themes))
	if err != nil {
		return nil, err
	}
	if len(result.Matrix.Cases) == 0 {
		return nil, flags.reviews.nothingTo("draw")
	}
	if err := looks.Check(result.Themes); err != nil {
		return nil, err
	}
	warn(stderr, warnings)
	result = looks.Shown(result)
	if !strings.EqualFold(filepath.Ext(flags.file), ".svg") || flags.paths {
		unshown, err := looks.Unshown(result)
		if err != nil {
			return nil, err
		}
		warn(stderr, unshown)
	}
	return project.DrawFigure(kind, result, flags.style(looks, size))
}

// style is how the chart is drawn.
func (flags chartFlags) style(looks project.Presentation, size charts.Size) charts.Style {
	style := looks.Style(size)
	style.Width = float64(flags.width)
	return style
}

// chartWriter chooses the format by the ending of file.
func chartWriter(file string) (func(*charts.Figure, io.Writer) error, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".svg":
		return (*charts.Figure).WriteSVG, nil
	case ".pdf":
		return (*charts.Figure).WritePDF, nil
	case ".png":
		return func(f *charts.Figure, w io.Writer) error { return f.WritePNG(w, project.PrintDPI) }, nil
	}
	if file == "" {
		return nil, usageError{errors.New("name the file to write with -o, ending in .svg, .png or .pdf")}
	}
	return nil, checkEnding(file, ".svg", ".png", ".pdf")
}

// publishedVenn draws what published counts leave possible.
func publishedVenn(flags chartFlags, style charts.Style) (*charts.Figure, error) {
	numbers := make([]int, len(flags.counts))
	for i, cell := range flags.counts {
		n, err := strconv.Atoi(cell)
		if err != nil {
			return nil, usageError{fmt.Errorf("--counts: %q is not a number", cell)}
		}
		numbers[i] = n
	}
	if len(numbers) != 5 {
		return nil, usageError{fmt.Errorf("--counts takes five numbers: reviews, three sets, all three together; not %d", len(numbers))}
	}
	names := []string{"First theme", "Second theme", "Third theme"}
	if len(flags.names) > 0 {
		names = flags.names
	}
	if len(names) != 3 {
		return nil, usageError{fmt.Errorf("--names takes three names, not %d", len(names))}
	}
	for i, name := range names {
		if name == "" {
			return nil, usageError{errors.New("--names has a name that is empty: give all three")}
		}
		if slices.Contains(names[:i], name) {
			return nil, usageError{fmt.Errorf("--names has %q twice: nobody could tell the two apart", name)}
		}
	}
	counts := analysis.Published{Reviews: numbers[0], Names: [3]string(names), Sets: [3]int(numbers[1:4]), Together: numbers[4]}
	possible, err := counts.Regions()
	if err != nil {
		return nil, usageError{err}
	}
	if possible.Solutions == 0 {
		return nil, usageError{errors.New("--counts: these numbers contradict one another: no sets of reviews could give them")}
	}
	style.Invented = "" // the sets have the names given
	return charts.VennRanges(charts.VennRangesData{
		Sets: names, Reviews: counts.Reviews, Totals: counts.Sets[:],
		Low: possible.Low[:], High: possible.High[:], Solutions: possible.Solutions, Source: "Published counts",
	}, style)
}
