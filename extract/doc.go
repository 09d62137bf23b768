// Package extract turns the bytes of a file into a [corpus.Text]. What a file is
// is told from its content, and each format has its own reader below this
// package; then the headings are read for the sections they open.
//
// [Read] promises a verdict for any input: it does not panic and returns no
// error, but a status and a reason that a person understands. It cannot promise
// to come back in time, or at all, from a file made to hang or to exhaust
// memory: package worker runs it in a child process that can be stopped.
package extract
