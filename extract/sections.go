package extract

import "thematic/corpus"

func fillSections(text *corpus.Text) {}
