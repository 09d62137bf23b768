package extract

// Version names what the readers make of a file. It is raised whenever the
// text, blocks or sections of a file may come out otherwise than before, so
// that files read by an earlier version are read again.
const Version = "48"
