// Command beam is the reading and coding of package project as a pipeline of
// Apache Beam, for folders that one machine is too small for. It has a module of
// its own, so that the program itself stays free of what Beam needs.
//
// The pipeline promises for each file what a run promises: the same status, the
// same passages, the same ids. It does not join files to reviews, nor find texts
// that are nearly the same: see README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"thematic/corpus"
	"thematic/extract/worker"
)

// readerArgument makes the program a reading process: see package worker.
const readerArgument = "__read"

func main() {
	if len(os.Args) == 2 && os.Args[1] == readerArgument {
		exit(worker.Serve(os.Stdin, os.Stdout, corpus.DefaultLimits()))
	}
	var o options
	flag.StringVar(&o.folder, "folder", "", "folder of the reports: a path, or gs://BUCKET/PREFIX")
	flag.StringVar(&o.match, "match", "*,*/*,*/*/*", "patterns below the folder, parted by commas")
	flag.StringVar(&o.files, "files", "", "list of files to read in place of patterns: paths below the folder, one a line")
	flag.StringVar(&o.codebook, "codebook", "builtin:practice", "codebook file of this machine, or builtin:NAME")
	flag.StringVar(&o.out, "out", "", "folder for the results: an empty one, that every machine reaches")
	flag.IntVar(&o.shards, "shards", 1, "how many files to part the documents into")
	flag.Parse()
	beam.Init() // on the machines of an engine, this does not return
	exit(run(o))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func run(o options) error {
	if o.folder == "" || o.out == "" || o.shards < 1 {
		return errors.New("name the folder of the reports with --folder and one for the results with --out")
	}
	p, scope := beam.NewPipelineWithRoot()
	if err := build(scope, o); err != nil {
		return err
	}
	err := beamx.Run(context.Background(), p)
	if pool, failed := readers(); failed == nil {
		pool.Close() // the job may have run in this process
	}
	return err
}
