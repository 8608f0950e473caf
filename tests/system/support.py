"""Runs the built program as a user would and talks to it over HTTP. Python's standard library alone."""
import contextlib, glob, json, os, pathlib, shutil, signal, subprocess, tempfile, threading, time, urllib.error, urllib.parse, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, 'build', os.environ.get('PRESET', 'dev'), 'throughline')


def log(entry):
    """Writes an answer down for tests/contract, where THROUGHLINE_RECORD names a file; one write, one line."""
    if 'THROUGHLINE_RECORD' in os.environ:
        with open(os.environ['THROUGHLINE_RECORD'], 'ab', buffering=0) as file:
            file.write(json.dumps(entry).encode() + b'\n')


def call(base, method, path, body=None, headers=None, timeout=120):
    """Status, headers and parsed JSON of one request; HTTP errors are answers, not exceptions."""
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(base + path, data=data, method=method,
                                     headers={'Content-Type': 'application/json', **(headers or {})})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            status, head, text = answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        status, head, text = error.code, dict(error.headers), error.read()
    log({'method': method, 'target': path, 'status': status, 'body': text.decode(),
         'headers': {name.lower(): value for name, value in head.items()}})
    return status, head, json.loads(text) if text else None


def post(base, article, wait=60):
    return call(base, 'POST', '/v1/articles', article, {'Prefer': f'wait={wait}'})


def pages(base, path, field):
    """All rows of a list that is served in pages."""
    cursor = None
    while True:
        glue = '&' if '?' in path else '?'
        _, _, page = call(base, 'GET', path + (f'{glue}cursor={urllib.parse.quote(cursor)}' if cursor else ''))
        yield from page[field]
        cursor = page.get('next_cursor')
        if not cursor:
            return


@contextlib.contextmanager
def folder():
    """A folder that the account of the private PostgreSQL may enter as well."""
    path = tempfile.mkdtemp(prefix='throughline-system-')
    os.chmod(path, 0o711)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


class Service:
    """`throughline serve` on a free port."""

    def __init__(self, data_dir, database_url=None, options=(), settings=None):
        environment = {k: v for k, v in os.environ.items() if k != 'DATABASE_URL'} | (settings or {})
        if database_url:
            environment['DATABASE_URL'] = database_url
        self.log = tempfile.TemporaryFile(mode='w+')
        self.process = subprocess.Popen([PROGRAM, 'serve', '--port', '0', '--data-dir', data_dir, *options], env=environment,
                                        stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith('listening on '):
            self.process.wait(10)
            self.log.seek(0)
            raise RuntimeError(f'the service did not start: {line}{self.log.read()[-3000:]}')
        self.base = line.split()[-1]
        # Whatever else it prints must not fill the pipe.
        self.reader = threading.Thread(target=self.process.stdout.read, daemon=True)
        self.reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
        self.close()

    def stop(self):
        """Ends it as an operator does; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def kill(self):
        self.process.kill()
        self.process.wait(60)
        self.close()

    def close(self):
        self.reader.join()
        self.process.stdout.close()
        self.log.close()

    def settle(self, keys, patience=180):
        """Waits until each of the articles, given by id, is processed."""
        end = time.time() + patience
        waiting = list(keys)
        while waiting:
            waiting = [i for i in waiting if call(self.base, 'GET', f'/v1/articles/{i}')[2]['status'] != 'processed']
            if waiting and time.time() > end:
                raise AssertionError(f'{len(waiting)} articles are not processed: {waiting[:3]}')
            if waiting:
                time.sleep(0.2)


def state(base):
    """All stories and timelines without ids and revisions: what must not depend on how the articles came in."""
    stories = []
    for story in pages(base, '/v1/stories?limit=200', 'stories'):
        events = list(pages(base, f"/v1/stories/{story['id']}/timeline?limit=200", 'events'))
        number = {event['id']: n for n, event in enumerate(events)}
        told = []
        for event in events:
            sources = [[s['article'].get('url'), s['article']['headline'], s['mentions']]
                       for s in pages(base, f"/v1/events/{event['id']}/sources", 'sources')]
            links = sorted([link['relation'], number[link['event_id']]] for link in event.get('links', []))
            told.append({**{k: v for k, v in event.items() if k != 'id'}, 'links': links, 'sources': sources})
        stories.append({'title': story['title'], 'articles': story['article_count'], 'events': told})
    return sorted(stories, key=lambda story: json.dumps(story, sort_keys=True))


def ids(base):
    """The paths of all stories and events that are served."""
    paths = set()
    for story in pages(base, '/v1/stories?limit=200', 'stories'):
        paths.add(f"/v1/stories/{story['id']}")
        paths |= {f"/v1/events/{event['id']}" for event in pages(base, f"/v1/stories/{story['id']}/timeline?limit=200", 'events')}
    return paths


def lost(base, paths):
    """Those of the paths that lead nowhere, also not to a successor. An event that no timeline shows any more is gone."""
    answers = {path: call(base, 'GET', path)[0] for path in sorted(paths)}
    return {path: status for path, status in answers.items()
            if status != 200 and not (status == 410 and path.startswith('/v1/events/'))}


def samples():
    """The demo's articles that are JSON bodies."""
    return [json.loads(pathlib.Path(name).read_text('utf-8')) for name in sorted(glob.glob(f'{ROOT}/deploy/samples/*.json'))]


PLACES = [('Varland', 'Osten'), ('Morvia', 'Kell'), ('Tessaly', 'Brunn'), ('Carpathia', 'Orlo'), ('Ruritania', 'Strelsau')]
PEOPLE = ['Anna Lindqvist', 'Peter Hoffmann', 'Maria Costa', 'John Whitaker', 'Elena Petrova', 'David Okafor',
          'Sofia Marino', 'James Calloway', 'Ingrid Solberg', 'Tomas Novak']


def load(count):
    """`count` short articles of several invented stories, the same ones every time."""
    articles = []
    for n in range(count):
        (land, city), day = PLACES[n % len(PLACES)], 5 + n % 20
        first, second = PEOPLE[(n % 5) * 2], PEOPLE[(n % 5) * 2 + 1]
        text = (f'{city} — President {first} of {land} on Tuesday called Prime Minister {second} about the border dispute.\n\n'
                f'{second.split()[-1]} criticized the new tariffs and demanded an inquiry into the harbour blockade of {land}.\n\n'
                f'The foreign ministry in {city} denied the accusation and said that talks were planned for next week.\n\n'
                f'Reporter number {n} saw {n + 3} trucks waiting at the crossing, and police arrested {n % 7 + 2} protesters.')
        articles.append({'url': f'https://paper{n % 6}.example/{land.lower()}/{n}', 'headline': f'{land} leader calls {second} over border',
                         'publisher': f'Paper {n % 6}', 'published_at': f'2019-03-{day:02}', 'language': 'en', 'text': text})
    return articles
