package main

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// list is a flag of values parted by commas, with or without spaces around them. A
// value that has a comma stands in quotation marks, and marks within a value are
// part of it; the flag can be given again.
type list []string

// themesUsage says what a list of themes holds.
const themesUsage = "`names` or ids of themes, parted by commas; a name that holds one by its id"

// Set takes in the values of one flag.
func (l *list) Set(s string) error {
	r := csv.NewReader(strings.NewReader(s))
	r.TrimLeadingSpace, r.LazyQuotes = true, true
	values, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil
	}
	for _, v := range values {
		*l = append(*l, strings.TrimSpace(v))
	}
	return err
}

func (l *list) String() string { return strings.Join(*l, ",") }

// Type is what the help calls a value that has no name.
func (l *list) Type() string { return "values" }
