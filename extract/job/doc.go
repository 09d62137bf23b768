// Package job holds a process on Windows together with whatever that starts: they
// have a limit of memory each, are ended as one, and end with the process that
// holds them, however that ends. Elsewhere it is empty, since process groups and
// limits of the kernel do the same.
package job
