package corpus

import "time"

// Limits bound the work that one file may cause. They hold for every format;
// a file that passes one of them ends as failed or partial, with the limit
// named in its reason. A size read from a file is compared with these and with
// the bytes that are left before anything is allocated.
type Limits struct {
	FileBytes     int64         // size of a file that is opened at all
	Pages         int           // pages of one file
	StreamBytes   int64         // one decoded stream or archive entry
	TotalBytes    int64         // all decoded streams or archive entries of one file
	TextBytes     int           // text of one file
	Entries       int           // entries of an archive
	Depth         int           // nesting of objects, forms and elements
	OperatorsPage int           // drawing operators on one page
	Time          time.Duration // wall clock for one file, recognition aside
	PagesOCR      int           // pages of one file that are recognised
	TimeOCR       time.Duration // wall clock for recognising one page
	TimeOffice    time.Duration // wall clock for converting an old Word file
	Memory        int64         // bytes of address space above the start of a worker
}

// TimesAsLong returns l with n times the time for each piece of work.
func (l Limits) TimesAsLong(n int) Limits {
	factor := time.Duration(n)
	l.Time, l.TimeOCR, l.TimeOffice = factor*l.Time, factor*l.TimeOCR, factor*l.TimeOffice
	return l
}

// DefaultLimits are far above any published report.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:     256 << 20,
		Pages:         10_000,
		StreamBytes:   64 << 20,
		TotalBytes:    512 << 20,
		TextBytes:     64 << 20,
		Entries:       10_000,
		Depth:         100,
		OperatorsPage: 5_000_000,
		Time:          60 * time.Second,
		PagesOCR:      500,
		TimeOCR:       60 * time.Second,
		TimeOffice:    60 * time.Second,
		Memory:        1536 << 20,
	}
}
