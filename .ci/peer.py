#!/usr/bin/env python3
"""What a script around other people's parts does of the main job, to be timed.

peer.py FOLDER CODEBOOK [context] takes the text of every PDF with pdftotext,
parts sentences and looks for the phrases of a codebook with spaCy and, with
"context", tells with medspaCy's ConText what is denied, possible or of others.
It writes every hit with its sentence, and no more: no page, section, case, count
or chart. It needs poppler-utils, PyYAML and spaCy or medspaCy.
"""
import csv
import glob
import re
import subprocess
import sys

import spacy
import yaml
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

MOST = 60  # phrases of one pattern


def phrases(pattern):
    """The phrases of a pattern, without what may be left out or stands apart."""
    plain = re.sub(r"\[[^\]]*\]|<\d+>|[*=]", "", pattern)
    found = [""]
    for part in re.split(r"(\([^()]*\))", plain):
        choices = part[1:-1].split("|") if part.startswith("(") else [part]
        found = [before + choice for before in found for choice in choices][:MOST]
    return [" ".join(f.split()) for f in found if len(f.strip()) > 3 and not set("@()") & set(f)]


def strings(node):
    """Every string below a node of YAML."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, dict)):
        for part in node.values() if isinstance(node, dict) else node:
            yield from strings(part)


def main(folder, codebook, context):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    with open(codebook, encoding="utf-8") as file:
        for theme in yaml.safe_load(file)["themes"]:
            matcher.add(theme["id"], [nlp.make_doc(p) for s in strings(theme.get("patterns", {})) for p in phrases(s)])
    if context:
        from medspacy.context import ConText
        rules = ConText(nlp)
    out = csv.writer(sys.stdout)
    for path in sorted(glob.glob(folder + "/*.pdf")):
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
        doc = nlp(text.decode("utf-8", "replace"))
        hits = [Span(doc, start, end, label=theme) for theme, start, end in matcher(doc)]
        if context:
            doc.ents = spacy.util.filter_spans(hits)
            hits = rules(doc).ents
        for hit in hits:
            out.writerow([path, hit.label_, hit.text, hit.sent.text])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:] == ["context"])
