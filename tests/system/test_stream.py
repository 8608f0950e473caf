"""Several processes, one story: whoever follows it over either hears every revision once, and its past can be seen again."""
import json, re, socket, threading, unittest

from support import Service, call, folder, log, post


def article(number):
    return {'url': 'https://post.example/a', 'headline': 'Harbour city mayor resigns', 'publisher': 'The Harbour Post',
            'published_at': '2018-03-21', 'language': 'en',
            'text': 'The mayor of Eastport, Anna Keller, resigned on Tuesday after weeks of protest.\n\n'
                    f'Police arrested two council members on Monday. Keller apologised on March {number + 1}.'}


class Reader:
    """A reader of a stream: its events as (name, id, data)."""

    def __init__(self, base, path, last_id=None):
        host, port = base.split('//')[1].split(':')
        self.path, self.text = path, b''
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        come_again = f'Last-Event-ID: {last_id}\r\n' if last_id else ''
        self.socket.sendall(f'GET {path} HTTP/1.1\r\nHost: {host}\r\n{come_again}\r\n'.encode())
        self.head = self.until(b'\r\n\r\n')

    def until(self, marker):
        while marker not in self.text:
            more = self.socket.recv(65536)
            if not more:
                return None
            self.text += more
        found, self.text = self.text.split(marker, 1)
        return found.decode()

    def next(self):
        """None when the stream has ended."""
        while (block := self.until(b'\n\n')) is not None:
            fields = dict(re.findall(r'^(event|id|data): (.*)$', block, re.M))
            if 'data' in fields:
                log({'method': 'GET', 'target': self.path, 'event': fields['event'], 'data': fields['data']})
                return fields['event'], fields.get('id'), json.loads(fields['data'])
        return None

    def close(self):
        self.socket.close()


def replay(events, changes, shown):
    """Applies changes to events by id; what was added is looked up in what is shown."""
    for change in changes:
        if change['kind'] == 'added':
            events[change['event_id']] = shown[change['event_id']]
        elif change['kind'] == 'changed':
            for field in change['fields']:
                if field['name'] != 'sources':
                    assert events[change['event_id']][field['name']] == field['before']
                    events[change['event_id']][field['name']] = field['after']
        else:
            del events[change['event_id']]


class Stream(unittest.TestCase):
    changes = 8

    def test_readers_of_two_processes_hear_every_revision_and_the_past_is_kept(self):
        with folder() as data, Service(data) as one:
            url = f'postgresql:///throughline?user=throughline&host={data}/socket'
            with Service(data, url) as other:
                first = post(one.base, article(0))[2]
                story = call(one.base, 'GET', f"/v1/articles/{first['id']}")[2]['stories'][0]['id']
                path = f'/v1/stories/{story}'
                revision = call(one.base, 'GET', path)[2]['revision']
                writer = threading.Thread(target=lambda: [post(one.base, article(n + 1)) for n in range(self.changes)])
                writer.start()
                heard, last = [], revision
                while len(heard) < self.changes:                    # a reader that is cut off all the time
                    reader = Reader((one, other)[len(heard) % 2].base, f'{path}/stream', last)
                    name, last, told = reader.next()
                    reader.close()
                    self.assertEqual(name, 'change')
                    heard.append(told['revision'])
                writer.join()
                self.assertEqual(heard, list(range(revision + 1, revision + self.changes + 1)))

                events = None
                for number in range(revision, heard[-1] + 1):
                    past = call(other.base, 'GET', f'{path}/timeline?limit=200&as_of={number}')[2]
                    self.assertEqual(past['story']['revision'], number)
                    shown = {event['id']: {k: v for k, v in event.items() if k != 'salience'} for event in past['events']}
                    if events is not None:
                        changes = call(other.base, 'GET', f'{path}/changes?since={number - 1}&limit=200')[2]['changes']
                        replay(events, [change for change in changes if change['revision'] == number], shown)
                        self.assertEqual(events, shown)
                    events = json.loads(json.dumps(shown))
                now = call(one.base, 'GET', f'{path}/timeline?limit=200')[2]
                self.assertEqual(now, call(one.base, 'GET', f'{path}/timeline?limit=200&as_of={heard[-1]}')[2])

                reader = Reader(other.base, f'{path}/stream')
                self.assertIn(' 200 ', reader.head)
                self.assertEqual(other.stop(), 0)
                self.assertIsNone(reader.next())
                reader.close()


if __name__ == '__main__':
    unittest.main()
