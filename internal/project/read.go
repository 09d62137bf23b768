package project

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/worker"
)

// read gives every file met a document, in the order of met: read now, or
// kept from an earlier run. kept counts the latter. The texts stay in the
// store. What it warns of is this machine's and no part of the results.
func (o Options) read(ctx context.Context, root *os.Root, met []identified, store *corpus.Store) (documents []*corpus.Document, kept int, warned []string, err error) {
	key, err := o.judgeKey()
	if err != nil {
		return nil, 0, nil, err
	}
	pool := worker.New(worker.Options{Command: o.Reader, Engines: o.Engines, Workers: o.Workers, Limits: o.Limits})
	reading := &reading{root: root, store: store, pool: pool, limits: o.Limits, engines: o.Engines, judged: loadJudged(store, o.Disk, key), names: namesToRead(met, o.Engines.Passwords)}

	documents = make([]*corpus.Document, len(met))
	var mu sync.Mutex // guards done, kept and calls of Progress
	done := 0
	order := largestFirst(met)
	err = forEach(ctx, o.inHand(), len(met), func(k int) error {
		i := order[k]
		doc, known, err := reading.document(ctx, met[i])
		if err != nil {
			return err
		}
		documents[i] = doc
		mu.Lock()
		defer mu.Unlock()
		done++
		if known {
			kept++
		}
		if o.Progress != nil {
			o.Progress(Progress{Done: done, Total: len(met), File: met[i].File})
		}
		return nil
	})
	var closing sync.WaitGroup
	closing.Go(pool.Close)
	defer closing.Wait()
	if err == nil && reading.anew.Load() {
		err = saveJudged(store, key, documents)
	}
	warned = reading.again.notes()
	if cause := pool.Unprepared(); cause != nil {
		warned = append(warned, fmt.Sprintf("PDFium cannot be kept ready, and is slower to start: %v", cause))
	}
	return documents, kept, warned, err
}

// namesToRead returns the name under which the bytes of each file are read, of several
// that hold the same the first for which there are most passwords: what a reader says of
// a name is then the same whichever of them its turn comes to first.
func namesToRead(met []identified, passwords extract.Passwords) map[corpus.ID]string {
	names := make(map[corpus.ID]string, len(met))
	for _, f := range met {
		if name, ok := names[f.ID]; !ok || len(passwords.For(f.File)) > len(passwords.For(name)) {
			names[f.ID] = f.File
		}
	}
	return names
}

// inHand is how many files are worked on at once that are put on the disk: while
// some wait for it, others are made.
func (o Options) inHand() int { return o.Workers + o.Workers/2 }

// largestFirst is the order in which files are read: a large one that came last
// would be read alone.
func largestFirst(met []identified) []int {
	order := make([]int, len(met))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(met[b].Size, met[a].Size) })
	return order
}

// reading is what the reading of one file needs.
type reading struct {
	root    *os.Root
	store   *corpus.Store
	pool    *worker.Pool
	limits  corpus.Limits
	engines extract.Options
	judged  judgements
	names   map[corpus.ID]string // see [namesToRead]
	anew    atomic.Bool          // a text was judged by this run
	fresh   sync.Map             // ids of the records saved by this run
	held    sync.Map             // a lock for every id: the same bytes are read once
	again   readAgain
}

// document reads one file, or takes what was read of the same bytes before;
// known says that it was an earlier run which did. Its error is one of the store
// or of a cancelled run; a fault of the file is in the document.
func (r *reading) document(ctx context.Context, f identified) (doc *corpus.Document, known bool, err error) {
	if f.Status != "" {
		return unread(f.Found), false, nil
	}
	if doc, ok := r.known(f); ok {
		return doc, true, nil
	}
	lock, _ := r.held.LoadOrStore(f.ID, &sync.Mutex{})
	lock.(*sync.Mutex).Lock()
	defer lock.(*sync.Mutex).Unlock()
	record, ok := r.store.Load(f.ID, extract.Version)
	why := r.engines.Outdated(&record, r.limits)
	_, fresh := r.fresh.Load(f.ID)
	if ok && (why == "" || fresh) {
		if err := r.resection(&record); err != nil {
			return nil, false, err
		}
		return r.judge(f, record), !fresh, nil
	}
	data, err := r.bytes(f)
	if err != nil {
		f.Status, f.Reason = corpus.StatusFailed, unopened(f.Path, err)
		return unread(f.Found), false, nil
	}
	got, err := r.pool.Read(ctx, r.names[f.ID], bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, false, err
	}
	if ok {
		r.again.add(why, f.File)
	}
	record = r.record(f.ID, got, record.Crashed)
	if err := r.store.Save(record); err != nil {
		return nil, false, err
	}
	r.fresh.Store(f.ID, true)
	return r.judge(f, record), false, nil
}

// record keeps what came of reading a file, on which a reader has crashed so many times
// before.
func (r *reading) record(id corpus.ID, got extract.Result, crashed int) corpus.Record {
	record := corpus.Record{
		ID: id, Reader: extract.Version, Format: string(got.Format),
		Status: got.Status, Reason: got.Reason, Engine: got.Engine, Sections: r.engines.SectionsHash(), Language: r.engines.Language,
		Recognised: r.engines.Recognises(), Text: got.Text,
	}
	if got.Crashed {
		record.Crashed = crashed + 1
	}
	if got.Late {
		record.Late = r.limits.TimeOCR
	}
	return record
}

// judge says what the file of a record is.
func (r *reading) judge(f identified, record corpus.Record) *corpus.Document {
	doc := withoutText(corpus.NewDocument(f.File, f.Size, record))
	if doc.Readable() {
		r.anew.Store(true)
	}
	return doc
}

// known returns a document as an earlier run has judged it, where its record is
// still the same and whole.
func (r *reading) known(f identified) (*corpus.Document, bool) {
	if j, ok := r.judged[f.File]; !ok || j.Document.TryAgain {
		return nil, false
	}
	record, ok := r.store.Sum(f.ID, extract.Version)
	if !ok {
		return nil, false
	}
	return r.judged.document(f, record)
}

// resection brings the sections of a file that was read before up to date with
// the table of sections of this run.
func (r *reading) resection(record *corpus.Record) error {
	if record.Sections == r.engines.SectionsHash() {
		return nil
	}
	if err := r.engines.Resection(record); err != nil {
		return err
	}
	return r.store.Save(*record)
}

// bytes reads a file that is still what it was when it was identified.
func (r *reading) bytes(f identified) ([]byte, error) {
	file, err := r.root.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := make([]byte, f.Size+1) // one more than there is, unless it has grown
	n, err := io.ReadFull(file, data)
	switch {
	case err == nil:
		return nil, errChanged
	case err != io.EOF && err != io.ErrUnexpectedEOF:
		return nil, err
	case hashOf(data[:n]) != string(f.ID):
		return nil, errChanged
	}
	return data[:n], nil
}

// unread is the document of a file that is not read, with the reason.
func unread(f corpus.Found) *corpus.Document {
	return &corpus.Document{File: f.File, Size: f.Size, Status: f.Status, Reason: f.Reason}
}

// withoutText lets d hold no part of its text, all of which would be kept in
// memory with it.
func withoutText(d *corpus.Document) *corpus.Document {
	d.Text = corpus.Text{}
	for name, fact := range d.Facts {
		fact.Value, fact.Evidence.Quote = strings.Clone(fact.Value), strings.Clone(fact.Evidence.Quote)
		d.Facts[name] = fact
	}
	return d
}
