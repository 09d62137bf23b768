// Package worker reads files in child processes that can be stopped. Some files
// make a reader loop for ever, exhaust memory or overflow the stack; in Go none
// of these can be recovered from, so the program runs itself again as a child
// that does nothing but read the files it is handed, one at a time.
//
// The parent ([Pool]) streams a file's bytes to a child, never a path, and owns
// the deadline. A child ([Serve]) confines itself before the first byte: address
// space, processor time, stack, no core dump, no file written. When a child dies
// or is stopped, the file is tried once more in a fresh child, and then it has
// its verdict. No child outlives its parent. Old Word files are the one kind
// that the parent has another program convert first, confined as package
// libreoffice says: for that, files must be written.
//
// The protocol on the two pipes: the child says hello; then, for each file, the
// parent sends a length (8 bytes, big endian), a JSON header of that length and
// the bytes of the file, and the child answers with a length and the JSON of an
// [extract.Result]. Every length is checked against a cap before it is believed.
package worker
