// Package pdfium reads PDF files with PDFium, compiled to WebAssembly and run in
// a sandbox: no file, no clock and no network within its reach, and no more
// memory than it is given. It opens files that are damaged at their root or
// encrypted in old ways, knows more fonts than our own reader, and draws pages
// for recognition.
//
// PDFium is compiled for the machine when it is first needed, which takes
// seconds and some 300 MB. A folder keeps the result: [Prepare] fills it, and an
// [Engine] that finds it filled starts in a tenth of a second with some 45 MB.
//
// What it promises: a fault in a file ends the instance that met it, as an
// error, and no other page. It cannot promise to return.
package pdfium
