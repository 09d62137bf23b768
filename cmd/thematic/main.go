// Command thematic finds the professional-practice themes in a folder of
// published case reviews, with a page-cited quotation behind every count.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// The exit codes, which every help text gives.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitUnread      = 3
	exitLocked      = 4
	exitInterrupted = 130
)

const exitCodes = `Exit codes:
  0    done
  1    failed
  2    wrong usage
  3    done, but some files or rows could not be read
  4    another run is at work on the same results
  130  interrupted`

// errUnread says that a run is done but some files could not be read; what
// they are has been printed.
var errUnread = errors.New("some files could not be read")

// usageError is a mistake in how the program was called.
type usageError struct{ error }

// doubleClicked is what Windows shows whoever opens the program by a double click, until
// return is pressed.
const doubleClicked = `thematic is a program to type commands to. Open PowerShell in the folder in which it
lies (Shift and right click in the folder offers it), and type:

    ./thematic demo

`

func main() {
	if len(os.Args) == 3 && os.Args[1] == readerArgument {
		os.Exit(serveReader(os.Args[2]))
	}
	keepSmall()
	cobra.MousetrapHelpText, cobra.MousetrapDisplayDuration = doubleClicked, 0
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second interrupt ends the program at once
	}()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is main with its surroundings passed in; it returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRootCommand()
	printed := &printer{Writer: stdout}
	root.SetArgs(args)
	root.SetOut(printed)
	root.SetErr(stderr)
	misled := guardHelp(root)
	cmd, err := root.ExecuteContextC(ctx)
	err = cmp.Or(err, *misled)
	if err == nil && printed.err != nil { // help says nothing of that
		err = fmt.Errorf("print: %w", printed.err)
	}
	code := exitCode(err)
	if err != nil && code != exitUnread {
		fmt.Fprintln(stderr, "thematic: "+oneLine(cmd, err, code))
	}
	return code
}

// guardHelp has help that cannot be printed say nothing of it: [run] does. Help asked of a
// command that does not exist prints none, and is the mistake returned.
func guardHelp(root *cobra.Command) (misled *error) {
	misled = new(error)
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		if rest := cmd.Flags().Args(); cmd.HasSubCommands() && len(rest) > 0 {
			if err := cmd.ValidateArgs(rest); err != nil {
				*misled = usageError{err}
				return
			}
		}
		root.SetErr(io.Discard)
		help(cmd, args)
	})
	return misled
}

func exitCode(err error) int {
	var usage usageError
	var selection *project.SelectionError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, corpus.ErrLocked):
		return exitLocked
	case errors.Is(err, errUnread):
		return exitUnread
	case errors.As(err, &usage), errors.As(err, &selection):
		return exitUsage
	}
	return exitFailed
}

// oneLine is what a person reads of err, which ended cmd: the thing, and the next step. Of several
// mistakes in a table each has a line of its own.
func oneLine(cmd *cobra.Command, err error, code int) string {
	switch code {
	case exitInterrupted:
		if !slices.Contains([]string{"run", "demo"}, cmd.Name()) {
			return "interrupted; no file is half written, and the command can be typed again"
		}
		_, aside, _ := strings.Cut(err.Error(), context.Canceled.Error())
		return "interrupted; what was read so far is kept, and the next run goes on from there" + aside
	case exitLocked:
		by := "another run"
		if locked := new(corpus.LockedError); errors.As(err, &locked) && locked.Holder != "" {
			by = locked.Holder
		}
		return by + " is at work on these results: wait for it to end, or choose another folder with --out"
	}
	if corpus.DiskFull(err) {
		return flat(err.Error()) + ": make room on the disk and run again; nothing that was kept before is lost"
	}
	var problems themes.Problems
	if errors.As(err, &problems) && len(problems) > 1 {
		more := corpus.Quantity(len(problems)-1, "more mistake")
		if len(problems) == themes.MostProblems {
			more = "at least " + more
		}
		return fmt.Sprintf("%s (and %s: 'thematic codebook check %s' lists them)", problems[0], more, problems[0].File)
	}
	return flatLines(err.Error())
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "thematic",
		Short: "Find, count and show the practice themes in published case reviews",
		Long: `thematic reads a folder of published reviews (PDF, DOCX, ODT, RTF, HTML, text),
finds where each says that professional practice was lacking, and counts the themes by
review. Every count has a quotation with its page behind it, and you can overrule
any of it. Everything stays on this machine.

Begin with:  thematic demo
Your own:    thematic run FOLDER`,
		Args:              noArguments,
		RunE:              func(cmd *cobra.Command, args []string) error { return cmd.Help() },
		PersistentPreRunE: checkValues,
		Version:           version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(flagError)
	root.SetHelpTemplate(root.HelpTemplate() + "\n" + exitCodes + "\n")
	root.AddCommand(
		newRunCommand(), newMergeCommand(), newDemoCommand(), newTextCommand(), newExplainCommand(),
		newChartCommand(), newCompareCommand(), newOverlapsCommand(), newBriefingCommand(), newExportCommand(), newCodebookCommand(), newEvaluateCommand(), newDecisionsCommand(),
		newDoctorCommand(), newQuotationsCommand(), newSearchCommand(), newAgreeCommand(), newSampleCommand(), newUncodedCommand(),
	)
	refuseUnknownTopics(root)
	completeFlags(root)
	return root
}

// holder says who is at work, for those who come meanwhile.
func holder(cmd *cobra.Command) string {
	return fmt.Sprintf("process %d ('%s', since %s)", os.Getpid(), cmd.CommandPath(), time.Now().Format("15:04 on 2 January"))
}
