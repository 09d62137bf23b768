// Package web reads HTML files: the main content of a page as headings,
// paragraphs, list items, table rows and definitions, without menus, cookie
// notices, forms and scripts. What the page says in its header and footer is set
// apart. Words that are struck through or hidden are left out, and a warning says how
// many. A web page has no pages of paper: its text is one page.
package web
