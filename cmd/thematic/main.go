// Command thematic finds the professional-practice themes in a folder of
// published case reviews, with a page-cited quotation behind every count.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"thematic/corpus"
	"thematic/internal/project"
	"thematic/themes"
)

// version is the version of the program; it goes into every output.
const version = "0.1.0"

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

func main() {
	if len(os.Args) == 2 && os.Args[1] == readerArgument {
		os.Exit(serveReader())
	}
	keepSmall()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second interrupt ends the program at once
	}()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// memoryAim is what the program keeps its heap to where it can: near that it
// clears up more often. The program itself takes up to 50 MB more.
const memoryAim = 230 << 20

// garbagePercent is how much the heap may grow, in per cent of what is in use,
// before it is cleared, while it is below the aim: a folder of some hundred
// reviews leaves room, and clearing up takes time.
const garbagePercent = 400

// keepSmall sets both, unless the user has set others (GOMEMLIMIT, GOGC).
func keepSmall() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memoryAim)
		leaveRoom(nil)
	}
}

// clearing is lost at once, so that its finalizer runs each time the heap has been
// cleared.
type clearing struct{ _ [64]byte }

// leaveRoom lets the heap grow by a quarter of what was in use when it was last
// cleared, also beyond the aim: of many thousand reviews more than that is in use,
// and the program would do little but clear up.
func leaveRoom(*clearing) {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(inUse)
	room := max(memoryAim, int64(inUse[0].Value.Uint64())/4*5)
	if debug.SetMemoryLimit(-1) != room {
		debug.SetMemoryLimit(room)
	}
	runtime.SetFinalizer(new(clearing), leaveRoom)
}

// run is main with its surroundings passed in; it returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	code := exitCode(err)
	if err != nil && code != exitUnread {
		fmt.Fprintln(stderr, "thematic: "+oneLine(err, code))
	}
	return code
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

// oneLine is what a person reads of err: the thing, and the next step.
func oneLine(err error, code int) string {
	switch code {
	case exitInterrupted:
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
		return fmt.Sprintf("%s (and %s: 'thematic codebook check %s' lists them)",
			problems[0], counted(len(problems)-1, "more mistake"), problems[0].File)
	}
	return flat(err.Error())
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "thematic",
		Short: "Find, count and show the practice themes in published case reviews",
		Long: `thematic reads a folder of published reviews (PDF, DOCX, ODT, RTF, HTML, text),
finds where each says that professional practice was lacking, and counts the themes by
review. Every count has a quotation with its page behind it, and you can overrule
any of it. Everything stays on this machine.

Begin with:  thematic demo`,
		Args:              noArguments,
		RunE:              func(cmd *cobra.Command, args []string) error { return cmd.Help() },
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
		newDoctorCommand(), newQuotationsCommand(), newSearchCommand(), newAgreeCommand(), newSampleCommand(),
	)
	refuseUnknownTopics(root)
	return root
}

// buildVersion is the version with the revision it was built from, where the
// build recorded one.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return version + "+" + s.Value[:12]
		}
	}
	return version
}

// holder says who is at work, for those who come meanwhile.
func holder(cmd *cobra.Command) string {
	return fmt.Sprintf("process %d ('%s', since %s)", os.Getpid(), cmd.CommandPath(), time.Now().Format("15:04 on 2 January"))
}

// buildID is what Go writes at the beginning of an executable: the last of its four
// hashes is of all that is in the file.
var buildID = regexp.MustCompile(`[\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20}`)

// buildIDWithin is in how many bytes of an executable the build ID stands.
const buildIDWithin = 64 << 10

// buildMark tells one build of the program from another, also where the build
// recorded no revision. It is the build ID, or a hash of an executable without one:
// the same source gives the same, built with -trimpath or in the same folder, and
// with -buildvcs=false or at the same commit, which is stamped in.
func buildMark() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	hash := sha256.New()
	start, err := io.ReadAll(io.TeeReader(io.LimitReader(file, buildIDWithin), hash))
	if id := buildID.Find(start); err == nil && id != nil {
		return string(id)
	}
	if _, err := io.Copy(hash, file); err != nil {
		return ""
	}
	return hex.EncodeToString(hash.Sum(nil))
}
