"""An ontology file of the user's own."""
import json, os, subprocess, time, unittest

from support import PROGRAM, ROOT, Service, folder, pages, post

ARTICLE = {'url': 'https://post.example/ship', 'headline': 'Queen christens ferry in Eastport', 'publisher': 'The Harbour Post',
           'published_at': '2018-03-21', 'language': 'en',
           'text': 'Queen Margarethe christened the new ferry in Eastport on Tuesday.\n\nThe mayor, Anna Keller, thanked her on Wednesday.'}


def own_ontology(place, change):
    """The built-in file after `change(parsed)`; its path."""
    with open(f'{ROOT}/schema/ontology.json', encoding='utf-8') as file:
        ontology = json.load(file)
    change(ontology)
    path = os.path.join(place, 'mine.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(ontology, file, indent=1)
    return path


def add_naming(ontology):
    ontology['types'].append({'name': 'naming_ceremony', 'definition': 'A ship gets its name.',
                              'example': 'The queen christened the ferry.', 'verbs': ['christen']})


class OwnOntology(unittest.TestCase):
    def test_a_type_of_ones_own_is_found_and_filtered_by(self):
        with folder() as place:
            path = own_ontology(place, add_naming)
            with Service(place, options=('--ontology', path)) as service:
                self.assertEqual(post(service.base, ARTICLE)[0], 201)
                story = next(pages(service.base, '/v1/stories', 'stories'))
                timeline = f"/v1/stories/{story['id']}/timeline?type=naming_ceremony"
                events = list(pages(service.base, timeline, 'events'))
                self.assertEqual([event['time']['edtf'] for event in events], ['2018-03-20'])

    def test_articles_read_before_are_read_again(self):
        with folder() as place:
            with Service(place) as service:
                self.assertEqual(post(service.base, ARTICLE)[0], 201)
                story = next(pages(service.base, '/v1/stories', 'stories'))
                timeline = f"/v1/stories/{story['id']}/timeline?type=naming_ceremony"
                self.assertEqual(list(pages(service.base, timeline, 'events')), [])
            with Service(place, options=('--ontology', own_ontology(place, add_naming))) as service:
                end = time.time() + 60
                while not list(pages(service.base, timeline, 'events')):
                    self.assertLess(time.time(), end, 'the article was not read again')
                    time.sleep(0.1)

    def test_a_file_that_breaks_the_format_stops_the_start_with_its_line(self):
        with folder() as place:
            def break_it(ontology):
                ontology['types'][0]['verbs'].insert(0, {'lemma': 'christen', 'colour': ['red']})
            path = own_ontology(place, break_it)
            with open(path, encoding='utf-8') as file:
                line = next(number for number, text in enumerate(file, 1) if 'colour' in text)
            started = subprocess.run([PROGRAM, 'serve', '--port', '0', '--data-dir', place, '--ontology', path],
                                     capture_output=True, text=True, timeout=60)
            self.assertNotEqual(started.returncode, 0)
            self.assertIn(f'mine.json:{line}:', started.stderr)
            self.assertIn('colour', started.stderr)


if __name__ == '__main__':
    unittest.main()
