#!/usr/bin/env python3
"""Writes data/word_senses.tsv: the kinds of senses that WordNet gives to nouns and verbs of news.

usage: make_word_senses.py
Needs the Debian package wordnet-base. The same package version gives the same bytes.
"""
import pathlib

WORDNET = pathlib.Path('/usr/share/wordnet')
SERVICE = pathlib.Path(__file__).resolve().parent.parent.parent
HEADER = '''# Kinds of senses from WordNet 3.0 (service/extraction/tables/make_word_senses.py): its lexicographer files by number,
# 4 act, 11 event, 18 person, 30 change and so on, the most frequent sense's first, each once.
# Rows: lemma TAB kinds of the noun or "-" TAB kinds of the verb or "-", comma-separated.
'''


def kinds(part):
    """Word -> numbers of the lexicographer files of its senses."""
    files = {}
    for line in open(WORDNET / f'data.{part}', encoding='latin-1'):
        if not line.startswith(' '):
            offset, number = line.split(maxsplit=2)[:2]
            files[offset] = str(int(number))
    found = {}
    for line in open(WORDNET / f'index.{part}', encoding='latin-1'):
        if line.startswith(' '):
            continue
        field = line.split()
        found[field[0]] = list(dict.fromkeys(files[offset] for offset in field[6 + int(field[3]):]))
    return found


def main():
    rows = (line.split('\t')[0] for line in open(SERVICE / 'pipeline/data/document_frequency.tsv', encoding='utf-8'))
    known = sorted({row[2:] for row in rows if row.startswith('w:')})
    nouns, verbs = kinds('noun'), kinds('verb')
    with open(SERVICE / 'extraction/data/word_senses.tsv', 'w', encoding='utf-8') as out:
        out.write(HEADER)
        for word in known:
            if word in nouns or word in verbs:
                out.write(f"{word}\t{','.join(nouns.get(word, '-'))}\t{','.join(verbs.get(word, '-'))}\n")


main()
