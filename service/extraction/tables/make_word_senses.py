#!/usr/bin/env python3
"""Writes data/word_senses.tsv, the kinds of senses that WordNet gives to nouns and verbs of news, and
data/event_phrases.tsv, the pairs of words that it lists as one.

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
PHRASES = '''# Two words that tell of an event as one, from WordNet 3.0 (service/extraction/tables/make_word_senses.py): a verb with
# its bare object, and nouns of phenomena, states and spans of time.
# Rows: "verb" or "noun" TAB phrase, its verb in the base form, its second noun in the singular.
'''
PHRASE_NOUNS = {'19', '26', '28'}  # lexicographer files: phenomenon, state, time


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


def phrases(nouns, verbs, known):
    """Rows of data/event_phrases.tsv; of verbs those with a noun that is no adverb as well."""
    adverbs = kinds('adv')
    for phrase in sorted(nouns.keys() | verbs.keys()):
        words = phrase.split('_')
        if len(words) != 2 or not set(words) <= known:
            continue
        if phrase in verbs and words[1] in nouns and words[1] not in adverbs:
            yield 'verb', ' '.join(words)
        if phrase in nouns and nouns[phrase][0] in PHRASE_NOUNS:
            yield 'noun', ' '.join(words)


def main():
    rows = (line.split('\t')[0] for line in open(SERVICE / 'pipeline/data/document_frequency.tsv', encoding='utf-8'))
    known = sorted({row[2:] for row in rows if row.startswith('w:')})
    nouns, verbs = kinds('noun'), kinds('verb')
    with open(SERVICE / 'extraction/data/word_senses.tsv', 'w', encoding='utf-8') as out:
        out.write(HEADER)
        for word in known:
            if word in nouns or word in verbs:
                out.write(f"{word}\t{','.join(nouns.get(word, '-'))}\t{','.join(verbs.get(word, '-'))}\n")
    with open(SERVICE / 'extraction/data/event_phrases.tsv', 'w', encoding='utf-8') as out:
        out.write(PHRASES)
        out.writelines(f'{kind}\t{phrase}\n' for kind, phrase in phrases(nouns, verbs, set(known)))


main()
