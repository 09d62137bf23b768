package project

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"thematic/corpus"
)

// Typed is how a person asked for a run.
type Typed struct {
	// Command is all of it, to be typed again as it stands; without what changes
	// nothing in the results, without passwords, and without the folder of the
	// results, which may be moved.
	Command string `json:"command,omitempty"`
	// Options are those of Command by their names, each as in "--codebook mine.yaml".
	Options map[string]string `json:"options,omitempty"`
	// Passwords says that there were some, which Command does not have.
	Passwords bool `json:"passwords,omitempty"`
}

// command is how the results in the folder out are asked for again. What a password
// has opened stays read, so that it needs none.
func (t Typed) command(out string) string {
	return cmp.Or(t.Command, "thematic run FOLDER") + " --out " + ShellWord(out)
}

// againIn is what helps where something that the last run kept is gone or damaged.
func againIn(store *corpus.Store) string {
	last, _ := readLastRun(store) // what it does not say is asked for in general words
	if last.Passwords {
		return "run again, with the passwords that it had: " + last.command(outOf(store))
	}
	return "run again: " + last.command(outOf(store))
}

// ofRun is a project of results that was opened, which can say how the run is made
// again that they are of; or what helps where that is not allowed.
func ofRun(store *corpus.Store, err error) (*corpus.Store, error) {
	switch failed := new(fs.PathError); {
	case !errors.As(err, &failed) || corpus.DiskFull(err):
	case failed.Op == "mkdir":
		return nil, &corpus.InputError{Path: failed.Path, Reason: "the results cannot be written there (" + plain(err) + "): choose another folder with --out, or ask whoever owns this one for the right to write in it"}
	case errors.Is(err, fs.ErrPermission):
		return nil, &corpus.InputError{Path: failed.Path, Reason: "it cannot be opened (" + plain(err) + "): ask whoever owns these results for the right to write there, or choose another folder with --out"}
	}
	if err != nil {
		return nil, err
	}
	store.RunAgain = func() string { return againIn(store) }
	return store, nil
}

// Names of the options that change what is counted: those that say by what, and
// those that say of what.
var (
	codebookOptions = []string{"codebook", "beside", "rules-only"}
	readingOptions  = []string{"include-kind", "sections", "ocr", "ocr-language"}
)

// meant is what each option that changes the counts comes to, however it was typed
// and whatever the file holds that it names: equal where it changes nothing.
func (o Options) meant() map[string]string {
	kinds := names(o.Kinds, func(k corpus.Kind) string { return string(k) })
	meant := map[string]string{
		"codebook": o.Codebook.Hash(), "rules-only": o.modelName(), "include-kind": strings.Join(kinds, ","),
		"ocr": fmt.Sprint(!o.Engines.NoOCR), "ocr-language": o.Engines.Language, "sections": hashOf([]byte(o.Engines.Sections)),
	}
	if o.Beside != nil {
		meant["beside"] = o.Beside.Hash()
	}
	return meant
}

// otherThan says in which options that change the counts a run differs from the
// last one, which a person who leaves one out may not mean, and that it finds the
// themes by another codebook.
func (o Options) otherThan(last lastRun) []string {
	var had, has, changed, notes []string
	meant, typed, other := o.meant(), false, false // the codebook is another: as typed, or as typed before
	for _, name := range slices.Concat(codebookOptions, readingOptions) {
		was, is := last.Options[name], o.Typed.Options[name]
		ofCodebook := slices.Contains(codebookOptions, name)
		switch {
		case last.Meant == nil || last.Meant[name] == meant[name]:
		case was != is:
			had, has = appended(had, was), appended(has, is)
			typed = typed || ofCodebook
		case ofCodebook:
			other = other || name != "rules-only" // the model goes with the codebook
		default:
			changed = append(changed, cmp.Or(is, "--"+name))
		}
	}
	const so = ": other passages, themes or reviews may count"
	switch {
	case len(had) > 0 && len(has) > 0:
		notes = append(notes, "the last run had "+corpus.All(had)+", and this one has "+corpus.All(has)+so)
	case len(had) > 0:
		notes = append(notes, "the last run also had "+corpus.All(had)+"; this one did not"+so)
	case len(has) > 0:
		notes = append(notes, "this run has "+corpus.All(has)+", which the last one had not"+so)
	}
	if len(changed) > 0 {
		notes = append(notes, "since the last run "+corpus.All(changed)+" has come to mean something else"+so)
	}
	if (other || !typed) && last.Codebook != "" && last.Codebook != o.codebookID() {
		notes = append(notes, fmt.Sprintf("the last run found themes by another codebook: %s; this one by %s", last.Codebook, o.codebookID()))
	}
	return notes
}

// appended appends an option that was typed.
func appended(list []string, option string) []string {
	if option == "" {
		return list
	}
	return append(list, option)
}
