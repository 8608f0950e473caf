"""The commands of the README, as a user types them."""
import json, os, subprocess, unittest

from support import PROGRAM, ROOT, Service, call, folder, pages

SAMPLES = f'{ROOT}/deploy/samples'


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120, **options)


class CommandLine(unittest.TestCase):
    def test_version_and_help(self):
        self.assertRegex(run('--version').stdout, r'\d+\.\d+\.\d+')
        overview = run('--help')
        self.assertEqual(overview.returncode, 0)
        for command in ('serve', 'ingest', 'timeline', 'analyze', 'migrate'):
            self.assertIn(command, overview.stdout)

    def test_an_unknown_command_is_an_error(self):
        self.assertNotEqual(run('frobnicate').returncode, 0)

    def test_the_samples_become_one_chronology_and_a_second_ingest_changes_nothing(self):
        with folder() as data, Service(data) as service:
            first = run('ingest', SAMPLES, '--base', service.base)
            self.assertEqual(first.returncode, 0, first.stderr)
            stories = list(pages(service.base, '/v1/stories', 'stories'))
            again = run('ingest', SAMPLES, '--base', service.base)
            self.assertEqual(again.returncode, 0, again.stderr)
            self.assertEqual(list(pages(service.base, '/v1/stories', 'stories')), stories)

            main = max(stories, key=lambda story: story['article_count'])
            self.assertGreaterEqual(main['article_count'], 6)
            told = run('timeline', main['id'], '--base', service.base)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn('2018', told.stdout)
            as_json = json.loads(run('timeline', main['id'], '--base', service.base, '--format', 'json').stdout)
            self.assertTrue(any(event['source_count'] > 1 for event in as_json['events']))
            self.assertTrue(any(event['origin_count'] < event['source_count'] for event in as_json['events']))

    def test_every_quote_stands_where_it_says(self):
        with folder() as data, Service(data) as service:
            run('ingest', SAMPLES, '--base', service.base)
            quotes = 0
            for story in pages(service.base, '/v1/stories', 'stories'):
                for event in pages(service.base, f"/v1/stories/{story['id']}/timeline", 'events'):
                    for source in pages(service.base, f"/v1/events/{event['id']}/sources", 'sources'):
                        text = call(service.base, 'GET', f"/v1/articles/{source['article']['id']}")[2]['text']
                        for mention in source['mentions']:
                            place, quote = mention['position'], mention['quote']
                            self.assertEqual(text[place['start']:place['end']], quote['exact'])
                            self.assertTrue(text[:place['start']].endswith(quote['prefix']))
                            self.assertTrue(text[place['end']:].startswith(quote['suffix']))
                            quotes += 1
            self.assertGreater(quotes, 20)

    def test_analyze_shows_what_the_pipeline_sees(self):
        with folder() as place:
            path = os.path.join(place, 'note.txt')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('President Anna Lindqvist called Prime Minister Peter Hoffmann on Tuesday.\n')
            seen = run('analyze', path, '--format', 'json', '--published', '2019-03-07')
            self.assertEqual(seen.returncode, 0, seen.stderr)
            self.assertIn('2019-03-05', seen.stdout)
            self.assertIn('Lindqvist', seen.stdout)

    def test_analyze_goes_through_a_folder(self):
        with folder() as place:
            for name, text in (('a.txt', 'Ministers met in Oslo on Monday.'), ('b.md', '# Talks\n\nThey talked.'),
                               ('notes.pdf', 'not read')):
                with open(os.path.join(place, name), 'w', encoding='utf-8') as file:
                    file.write(text + '\n')
            seen = run('analyze', place, '--published', '2019-03-07')
            self.assertEqual(seen.returncode, 0, seen.stderr)
            self.assertLess(seen.stdout.index('a.txt'), seen.stdout.index('b.md'))
            self.assertNotIn('notes.pdf', seen.stdout)
            trees = run('analyze', place, '--format', 'conllu', '--published', '2019-03-07')
            self.assertEqual(trees.stdout.count('# newdoc id = '), 2)
            lines = run('analyze', place, '--format', 'json', '--published', '2019-03-07').stdout.splitlines()
            self.assertEqual([json.loads(line)['published'] for line in lines], ['2019-03-07'] * 2)

    def test_ingest_without_a_service_says_so(self):
        failed = run('ingest', SAMPLES, '--base', 'http://127.0.0.1:9')
        self.assertNotEqual(failed.returncode, 0)
        self.assertIn('127.0.0.1:9', failed.stderr + failed.stdout)

    def test_a_database_that_cannot_be_is_named_as_the_reason(self):
        garbage = run('serve', '--port', '0', env=os.environ | {'DATABASE_URL': 'garbage'})
        self.assertEqual(garbage.returncode, 2)
        self.assertIn('DATABASE_URL', garbage.stderr)
        nobody = run('migrate', env=os.environ | {'DATABASE_URL': 'postgresql://127.0.0.1:9/none'})
        self.assertEqual(nobody.returncode, 3)
        self.assertIn('127.0.0.1', nobody.stderr)

    def test_serve_refuses_a_directory_in_use(self):
        with folder() as data, Service(data):
            second = run('serve', '--port', '0', '--data-dir', data)
            self.assertNotEqual(second.returncode, 0)
            self.assertIn('in use', second.stderr + second.stdout)


if __name__ == '__main__':
    unittest.main()
