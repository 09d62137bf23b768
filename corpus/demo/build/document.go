package main

import (
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
)

// document is one source: its title, its running header and its body in HTML.
type document struct {
	title, header, body string
}

var (
	titleTag  = regexp.MustCompile(`(?s)<title>(.*?)</title>`)
	headerTag = regexp.MustCompile(`<meta name="header" content="(.*?)"`)
	bodyTag   = regexp.MustCompile(`(?s)<body>(.*)</body>`)
)

func readDocument(path string) (document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return document{}, err
	}
	var parts []string
	for _, tag := range []*regexp.Regexp{titleTag, headerTag, bodyTag} {
		m := tag.FindSubmatch(data)
		if m == nil {
			return document{}, fmt.Errorf("%s has nothing like %s", path, tag)
		}
		parts = append(parts, string(m[1]))
	}
	return document{title: parts[0], header: html.UnescapeString(parts[1]), body: parts[2]}, nil
}

// wrap puts body into a whole page with the given style.
func (d document) wrap(style, body string) string {
	return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + d.title + "</title>\n" +
		style + "</head>\n<body>\n" + strings.TrimSpace(body) + "\n</body>\n</html>\n"
}
