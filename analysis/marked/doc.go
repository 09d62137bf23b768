// Package marked writes the reviews themselves: each as a web page, with its passages
// marked where they stand and, beside them, their themes and why they count or not.
//
// Promises: every passage of the review stands on its page, and so does every word
// of its texts. A page needs nothing else: there is no script in it, its content
// security policy lets nothing be loaded, and what a report says is escaped. The same
// review gives the same bytes.
package marked
