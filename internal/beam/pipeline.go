package main

import (
	"context"
	"os"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/filter"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"thematic/themes"
)

// Beam finds the steps of a pipeline by their types on the machines that run it.
func init() {
	register.DoFn3x1[context.Context, string, func(string), error](&listFn{})
	register.DoFn3x1[context.Context, string, func(string, string), error](&codeFn{})
	register.DoFn3x1[string, func(*string) bool, func(string), error](&foldFn{})
	register.DoFn2x1[string, func(string), error](&countFn{})
	register.DoFn1x2[string, int, string](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
	register.DoFn3x1[context.Context, []byte, func(*string) bool, error](&totalFn{})
	register.Function2x1(total)
	register.Emitter1[string]()
	register.Emitter2[string, string]()
	register.Iter1[string]()
}

// options say what to read, how to code it and where to put the results.
type options struct {
	folder, match, files string
	codebook             string
	out                  string
	shards               int
}

// build adds the whole job to a pipeline:
//
//	patterns > paths > (text, document) > documents, copies marked > shards
//	                                                                > counts
func build(s beam.Scope, o options) error {
	name, source, err := codebookSource(o.codebook)
	if err != nil {
		return err
	}
	folder := strings.TrimSuffix(o.folder, "/") + "/"
	// Distinct also parts the work anew: without it, all files would be read by
	// the machine that has listed them.
	paths := filter.Distinct(s, listed(s, folder, o))
	coded := beam.ParDo(s, &codeFn{Folder: folder, Name: name, Codebook: source}, paths)
	documents := beam.ParDo(s, &foldFn{}, beam.GroupByKey(s, coded))

	shards := beam.ParDo(s, &shardFn{Of: o.shards}, documents)
	beam.ParDo0(s, &writeFn{Out: o.out, Of: o.shards}, beam.GroupByKey(s, shards))

	counts := beam.ParDo(s, total, stats.Count(s, beam.ParDo(s, &countFn{}, documents)))
	beam.ParDo0(s, &totalFn{Out: o.out}, beam.Impulse(s), beam.SideInput{Input: counts})
	return nil
}

// listed are the paths of the files to read.
func listed(s beam.Scope, folder string, o options) beam.PCollection {
	if o.files != "" {
		return textio.Read(s, o.files)
	}
	return beam.ParDo(s, &listFn{Folder: folder}, beam.CreateList(s, strings.Split(o.match, ",")))
}

// listFn lists the files below a folder that match a pattern, as paths below it.
// It asks for nothing but names: the size of a million files takes a million
// requests, which the reading does not need.
type listFn struct {
	Folder string
}

func (f *listFn) ProcessElement(ctx context.Context, pattern string, emit func(string)) error {
	files, err := filesystem.New(ctx, f.Folder)
	if err != nil {
		return err
	}
	defer files.Close()
	found, err := files.List(ctx, f.Folder+pattern)
	if err != nil {
		return err
	}
	for _, name := range found {
		if !strings.HasSuffix(name, "/") { // what stands for a folder in a store of objects
			emit(strings.TrimPrefix(name, f.Folder))
		}
	}
	return nil
}

// codebookSource returns the name of a codebook and its text, which travels with
// the pipeline; none for a built-in one, which every machine has.
func codebookSource(name string) (file, text string, err error) {
	var codebook *themes.Codebook
	if own, ok := strings.CutPrefix(name, builtin); ok {
		file = name
		codebook, err = themes.Builtin(own)
	} else {
		var data []byte
		if data, err = os.ReadFile(name); err != nil {
			return "", "", err
		}
		file, text = path.Base(name), string(data)
		codebook, err = themes.Load(name, data)
	}
	if err == nil {
		err = codebook.OfPractice()
	}
	return file, text, err
}
