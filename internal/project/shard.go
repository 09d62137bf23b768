package project

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/extract"
)

// Shard is one share of a folder, so that several machines can read it.
type Shard struct {
	Index, Of int // the Index-th of Of shares, counted from 1
}

// String writes a shard as it is given on the command line.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }

// of returns the files of a share. Files with the same bytes lie in one share, so that
// they are read once, under the name of which one run over the whole folder would read
// them. They are dealt out in the order of the list, so that large and small files, which
// often lie together, are spread. Twins are the files that have their size in common with
// others, by their names: only they can be the same.
func (s Shard) of(found []corpus.Found, twins map[string]identified) []corpus.Found {
	var share []corpus.Found
	home := map[string]int{} // the share of all bytes met, counted from 0
	for _, f := range found {
		bytes := cmp.Or(string(twins[f.File].ID), "file "+f.File)
		if _, ok := home[bytes]; !ok {
			home[bytes] = len(home) % s.Of
		}
		if home[bytes] == s.Index-1 {
			share = append(share, f)
		}
	}
	return share
}

// twins identifies the files that have their size in common with others, by their names.
func (o Options) twins(ctx context.Context, root *os.Root, found []corpus.Found) (map[string]identified, error) {
	bySize := map[int64]int{}
	for _, f := range found {
		bySize[f.Size]++
	}
	alike := slices.DeleteFunc(slices.Clone(found), func(f corpus.Found) bool { return bySize[f.Size] == 1 })
	met, err := o.identify(ctx, root, alike, nil)
	if err != nil {
		return nil, err
	}
	twins := make(map[string]identified, len(met))
	for _, f := range met {
		twins[f.File] = f
	}
	return twins, nil
}

// shardName is the file of a project that holds a share and not a whole folder.
const shardName = "shard.json"

// shardRecord says what a share was read from, and how.
type shardRecord struct {
	Shard   Shard           `json:"shard"`
	Folder  string          `json:"folder"`  // as an absolute path
	Listing string          `json:"listing"` // of all files of the folder, see [listing]
	Tool    string          `json:"tool"`
	Reader  string          `json:"reader"`
	Engines extract.Options `json:"engines"`
	Files   []identified    `json:"files"`
}

// ReadShard reads one share of the folder into a project below o.Out and counts
// nothing: the counts of a share would say nothing of the whole. [Merge] joins
// the shares. It returns how many files the share has and what came of them, and what
// there is to say besides, and fails as [Run] does.
func ReadShard(ctx context.Context, o Options, shard Shard) (statuses map[corpus.Status]int, notes []string, err error) {
	root, found, err := o.openFolder()
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	store, err := o.openStore()
	if err != nil {
		return nil, nil, err
	}
	defer store.Close()
	twins, err := o.twins(ctx, root, found)
	if err != nil {
		return nil, nil, err
	}
	met, err := o.identify(ctx, root, shard.of(found, twins), twins)
	if err != nil {
		return nil, nil, err
	}
	documents, _, warned, err := o.read(ctx, root, met, store)
	if err != nil {
		return nil, nil, err
	}
	statuses = map[corpus.Status]int{}
	for _, d := range documents {
		statuses[d.Status]++
	}
	folder, err := filepath.Abs(o.Folder)
	if err != nil {
		return nil, nil, fmt.Errorf("find %s: %w", o.Folder, err)
	}
	err = saveShard(store, shardRecord{
		Shard: shard, Folder: folder, Listing: listing(found, twins), Tool: o.Tool, Reader: extract.Version,
		Engines: o.sharedEngines(), Files: met,
	})
	if err != nil {
		return nil, nil, err
	}
	outdated, err := store.Outdated(extract.Version)
	if err != nil {
		return nil, nil, err
	}
	return statuses, append(warned, outdatedNote(outdated)...), o.drop(outdated)
}

// sharedEngines are the engines without what differs from machine to machine.
func (o Options) sharedEngines() extract.Options {
	engines := o.Engines
	engines.Cache = ""
	return engines
}

// alike reports whether two machines read with the same engines, wherever their
// programs lie.
func alike(a, b extract.Options) bool {
	return a.Second == b.Second && a.NoOCR == b.NoOCR && a.Language == b.Language && (a.Tesseract == "") == (b.Tesseract == "") && a.Sections == b.Sections
}

// listing is a hash of what files are dealt out by: their names, their sizes, and their
// ids where other files have the same size.
func listing(found []corpus.Found, twins map[string]identified) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%q %d %s\n", f.File, f.Size, twins[f.File].ID)
	}
	return hashOf([]byte(b.String()))
}

func saveShard(store *corpus.Store, record shardRecord) error {
	data, err := json.MarshalIndent(record, "", " ")
	if err != nil {
		return fmt.Errorf("note what the share holds: %w", err)
	}
	return store.WriteFile(shardName, append(data, '\n'))
}

// part is a project that holds a share, opened to look at.
type part struct {
	shardRecord
	out   string
	store *corpus.Store
}

func openPart(out string) (*part, error) {
	dir := projectFolder(out)
	if isFile(out) {
		return nil, &corpus.InputError{Path: out, Reason: "this is a file: name the folder of a share"}
	}
	data, err := os.ReadFile(filepath.Join(dir, shardName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &corpus.InputError{Path: out, Reason: "there is no share here: read one with 'thematic run FOLDER --shard 1/2 --out " + out + "'"}
	}
	if err != nil {
		return nil, &corpus.InputError{Path: out, Reason: plain(err)}
	}
	p := &part{out: out}
	if err := json.Unmarshal(data, &p.shardRecord); err != nil {
		return nil, &corpus.InputError{Path: out, Reason: "its " + shardName + " is damaged: read the share again"}
	}
	p.store, err = corpus.ReadStore(corpus.SystemDisk{}, dir)
	return p, err
}

// Merge joins the shares in parts, each the folder of results of a [ReadShard],
// and does the rest of the job: the results are those of one [Run] over the
// whole folder. It refuses shares that do not make one whole, with a
// [*corpus.InputError] that names one of them, and fails as [Run] does.
func Merge(ctx context.Context, o Options, parts []string) (*Outcome, error) {
	var shares []*part
	for _, out := range parts {
		inside, err := within(out, o.Out)
		if err != nil {
			return nil, err
		}
		if inside {
			return nil, &corpus.InputError{Path: o.Out, Reason: "the results would lie in the folder of a share: choose another folder with --out"}
		}
		p, err := openPart(out)
		if err != nil {
			return nil, err
		}
		defer p.store.Close()
		shares = append(shares, p)
	}
	if err := oneWhole(shares); err != nil {
		return nil, err
	}
	o.Folder, o.Engines = shares[0].Folder, shares[0].Engines
	store, err := o.openStore()
	if err != nil {
		return nil, err
	}
	defer store.Close()
	documents, met, err := o.join(ctx, shares, store)
	if err != nil {
		return nil, err
	}
	key, err := o.judgeKey()
	if err == nil {
		err = saveJudged(store, key, documents)
	}
	if err != nil {
		return nil, err
	}
	written, err := o.written(met, store)
	if err != nil {
		return nil, err
	}
	return o.count(ctx, o.coder, met, documents, written, store)
}

// oneWhole refuses shares of different wholes, and a whole with a share missing
// or there twice.
func oneWhole(shares []*part) error {
	first := shares[0]
	seen := map[int]string{}
	for _, p := range shares {
		refuse := func(format string, args ...any) error {
			return &corpus.InputError{Path: p.out, Reason: fmt.Sprintf(format, args...)}
		}
		switch {
		case p.Reader != extract.Version:
			return refuse("another version of the program has read it: read the shares again, or join them with that version")
		case p.Shard.Of != first.Shard.Of:
			return refuse("it holds share %s, and %s holds share %s: join shares of one division", p.Shard, first.out, first.Shard)
		case seen[p.Shard.Index] != "":
			return refuse("it holds share %s, and so does %s: name each share once", p.Shard, seen[p.Shard.Index])
		case p.Listing != first.Listing:
			return refuse("the folder held other files than when %s was read: read the shares again", first.out)
		case p.Tool != first.Tool || !alike(p.Engines, first.Engines):
			return refuse("it was read with another version, or other options, than %s: read the shares again with the same", first.out)
		}
		seen[p.Shard.Index] = p.out
	}
	for i := 1; i <= first.Shard.Of; i++ {
		if seen[i] == "" {
			return &corpus.InputError{Path: first.out, Reason: fmt.Sprintf("share %s is missing: read it, or name its folder too", Shard{i, first.Shard.Of})}
		}
	}
	return nil
}

// join copies what the shares have read into store, each record verified, and
// returns the documents and files in the order in which a run meets them.
func (o Options) join(ctx context.Context, shares []*part, store *corpus.Store) ([]*corpus.Document, []identified, error) {
	var met []identified
	home := map[string]*part{}
	for _, p := range shares {
		for _, f := range p.Files {
			met = append(met, f)
			home[f.File] = p
		}
	}
	slices.SortFunc(met, func(a, b identified) int { return strings.Compare(a.Path, b.Path) })
	documents := make([]*corpus.Document, len(met))
	err := forEach(ctx, o.Workers, len(met), func(i int) error {
		f := met[i]
		if f.Status != "" {
			documents[i] = unread(f.Found)
			return nil
		}
		record, ok := home[f.File].store.Load(f.ID, extract.Version)
		if !ok {
			return &corpus.InputError{Path: home[f.File].out, Reason: f.File + " is missing from the share or damaged in it: read the share again"}
		}
		documents[i] = withoutText(corpus.NewDocument(f.File, f.Size, record))
		return store.Save(record)
	})
	return documents, met, err
}
