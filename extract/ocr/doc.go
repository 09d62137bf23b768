// Package ocr recognises the text of pages that are pictures, with the program
// Tesseract where it is installed. The page is drawn, handed to the program
// through a pipe and comes back as words with boxes and confidences; no file is
// written. Lines that run askew on a crooked scan are set straight, so that the
// layout sees them as it sees printed ones.
//
// What it promises: the program has one thread, a limit of time, and ends with
// the process that runs it. Recognised text is never passed off as read: its
// pages carry the confidence.
package ocr
