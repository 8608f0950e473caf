#!/usr/bin/env python3
"""Writes data/word_relations.tsv: which verbs and nouns can name one event.

usage: make_tables.py [ECBPLUS_TRAIN.jsonl]
Needs the Debian package wordnet-base. From ECB+ come pairs of trigger words that its annotators took for one event more
than once; without the file there are none. The same inputs give the same bytes.
"""
import collections, json, pathlib, sys

WORDNET = pathlib.Path('/usr/share/wordnet')
HERE = pathlib.Path(__file__).resolve().parent
KNOWN = HERE.parent.parent / 'pipeline/data/document_frequency.tsv'
SENSES = {'noun': 2, 'verb': 3}  # the most frequent senses of a word that count
ENDINGS = {'noun': [('s', ''), ('ses', 's'), ('xes', 'x'), ('ches', 'ch'), ('shes', 'sh'), ('ies', 'y')],
           'verb': [('s', ''), ('es', 'e'), ('es', ''), ('ies', 'y'), ('ed', 'e'), ('ed', ''), ('ing', 'e'), ('ing', '')]}
# Lexicographer files whose nouns name events: act, communication, event, phenomenon, process, state.
EVENT_NOUNS = {4, 10, 11, 19, 22, 26}
HEADER = '''# Words that can name one event, from WordNet 3.0 and pairs seen in ECB+ (service/linking/tables/make_tables.py).
# Rows: lemma TAB the verbs it is derived from or "-" TAB numbers of the sets of synonyms it is in or "-", comma-separated.
'''


def synsets(kind):
    """Offset -> (lexicographer file, words, derivations as (source word, offset, target word))."""
    sets = {}
    for line in open(WORDNET / f'data.{kind}', encoding='latin-1'):
        if line.startswith(' '):
            continue
        field = line.split(' | ')[0].split()
        count = int(field[3], 16)
        words = [word.lower() for word in field[4:4 + 2 * count:2]]
        start = 5 + 2 * count
        links = []
        for i in range(int(field[start - 1])):
            symbol, offset, part, places = field[start + 4 * i:start + 4 * i + 4]
            if symbol == '+' and part == 'v':
                links.append((int(places[:2], 16), offset, int(places[2:], 16)))
        sets[field[0]] = (int(field[1]), words, links)
    return sets


def senses(kind):
    """Word -> offsets of its senses, most frequent first."""
    found = {}
    for line in open(WORDNET / f'index.{kind}', encoding='latin-1'):
        if line.startswith(' '):
            continue
        field = line.split()
        found[field[0]] = field[6 + int(field[3]):]
    return found


def known_words():
    rows = (line.split('\t')[0] for line in open(KNOWN, encoding='utf-8') if line.startswith('w:'))
    return {row[2:] for row in rows}


def exceptions(kind):
    """Irregular form -> its base forms."""
    rows = (line.split() for line in open(WORDNET / f'{kind}.exc', encoding='latin-1'))
    return {row[0]: row[1:] for row in rows}


def base_forms(word, kinds):
    """The base forms that a word of the text can have as a noun or a verb, after WordNet's rules of detachment."""
    forms = set()
    for irregular, entries, endings in kinds:
        found = irregular.get(word, [])
        if not found:
            shorter = [word] + [word[:-len(end)] + base for end, base in endings if word.endswith(end)]
            found = [form for form in shorter if form in entries][-1:]
        forms.update(found)
    return forms


def seen_pairs(path):
    """Pairs of trigger words' base forms of one event -> how many events both were used for."""
    clusters = collections.defaultdict(set)
    kinds = [(exceptions(kind), senses(kind), ENDINGS[kind]) for kind in ENDINGS]
    for line in open(path, encoding='utf-8'):
        document = json.loads(line)
        for mention in document['mentions']:
            if mention['kind'] == 'event' and len(mention['tokens']) == 1 and mention['validated']:
                clusters[mention['cluster']].update(base_forms(mention['text'].lower(), kinds))
    pairs = collections.Counter()
    for words in clusters.values():
        pairs.update((a, b) for a in words for b in words if a < b)
    return pairs


def main():
    known = known_words()
    verbs, nouns = synsets('verb'), synsets('noun')
    roots, synonyms = collections.defaultdict(set), collections.defaultdict(set)
    for lexicon, words, links in nouns.values():
        if lexicon in EVENT_NOUNS:
            for source, offset, target in links:
                roots[words[source - 1]].add(verbs[offset][1][target - 1])
    members = collections.defaultdict(set)
    for kind, sets in (('noun', nouns), ('verb', verbs)):
        for word, offsets in senses(kind).items():
            for offset in offsets[:SENSES[kind]]:
                if word in known and (kind == 'verb' or sets[offset][0] in EVENT_NOUNS):
                    members[(kind, offset)].add(word)
    groups = [sorted(words) for _, words in sorted(members.items()) if len(words) > 1]
    if len(sys.argv) > 1:
        groups += [list(pair) for pair, count in sorted(seen_pairs(sys.argv[1]).items())
                   if count > 1 and set(pair) <= known]
    for number, words in enumerate(groups, 1):
        for word in words:
            synonyms[word].add(number)
    with open(HERE.parent / 'data/word_relations.tsv', 'w', encoding='utf-8') as out:
        out.write(HEADER)
        for word in sorted(known & (set(roots) | set(synonyms))):
            origins = sorted(roots[word] & known)
            numbers = sorted(synonyms[word])
            if origins or numbers:
                out.write(f"{word}\t{','.join(origins) or '-'}\t{','.join(map(str, numbers)) or '-'}\n")


main()
