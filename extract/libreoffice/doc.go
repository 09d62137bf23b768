// Package libreoffice turns old Word files into DOCX with the program
// LibreOffice where it is installed.
//
// What it promises: the program sees a folder of its own with the one file and
// a fresh profile, in which macros are off and nothing that a file points to is
// fetched; where the system allows it there is no network at all. It has a
// limit of time. On Linux it also has limits of memory, of processor time and of
// the size of what it writes, ends with all that it has started, and nothing of
// the folder stays behind.
package libreoffice
