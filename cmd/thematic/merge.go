package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"thematic/internal/project"
)

func newMergeCommand() *cobra.Command {
	var flags runFlags
	cmd := &cobra.Command{
		Use:   "merge SHARE...",
		Short: "Join the shares of a folder that several machines have read, and count",
		Long: `Joins the shares of a folder that 'thematic run FOLDER --shard 1/2 --out SHARE'
and its like have read, each on a machine of its own, and does the rest of the job.
The results are the same, to the byte, as those of one run over the whole folder.
Nothing is read again, so the reports need not be here.`,
		Example: "  thematic run reviews --shard 1/2 --out share-1\n  thematic run reviews --shard 2/2 --out share-2\n  thematic merge share-1 share-2 --out results",
		Args:    atLeastOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			options, end, err := flags.prepare(cmd, "")
			if err != nil {
				return err
			}
			defer end()
			outcome, err := project.Merge(cmd.Context(), options, args)
			if err != nil {
				return err
			}
			return flags.tell(cmd, outcome)
		},
	}
	flags.addCounting(cmd)
	return cmd
}

// readShare reads one share of the folder and says what came of its files.
func readShare(cmd *cobra.Command, flags runFlags, folder, share string) error {
	shard, err := parseShard(share)
	if err != nil {
		return err
	}
	options, end, err := flags.prepare(cmd, folder)
	if err != nil {
		return err
	}
	statuses, notes, err := project.ReadShard(cmd.Context(), options, shard)
	end()
	if err != nil {
		return err
	}
	read := statusList(statuses)
	if read == "" {
		read = "no file"
	}
	warn(cmd.ErrOrStderr(), notes)
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "share %s read: %s\nWhen every share is read: thematic merge %s ... --out RESULTS\n", shard, read, options.Out)
	return err
}

func parseShard(text string) (project.Shard, error) {
	var s project.Shard
	n, err := fmt.Sscanf(text+"\n", "%d/%d\n", &s.Index, &s.Of)
	if err != nil || n != 2 || s.Index < 1 || s.Index > s.Of {
		return s, usageError{fmt.Errorf("--shard is %q: write which share of how many, such as 2/4", text)}
	}
	return s, nil
}
