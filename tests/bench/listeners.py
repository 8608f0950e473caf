#!/usr/bin/env python3
"""Many idle readers of a story's stream and a story that changes: memory a reader, time from publication to arrival.
usage: tests/bench/listeners.py [READERS] [CHANGES]     2000 readers, 10 changes; the release build: PRESET=release"""
import json, os, re, resource, select, socket, statistics, sys, time
from datetime import datetime, timezone

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'system'))
from support import Service, call, folder, post


def memory(process):
    """Resident bytes of the process alone."""
    with open(f'/proc/{process.pid}/status') as status:
        return int(re.search(r'VmRSS:\s+(\d+)', status.read())[1]) * 1024


def processor(process):
    """Seconds of processor time that the process has used."""
    with open(f'/proc/{process.pid}/stat') as stat:
        fields = stat.read().rsplit(') ', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def article(number):
    return {'url': 'https://post.example/a', 'headline': 'Harbour city mayor resigns', 'publisher': 'The Harbour Post',
            'published_at': '2018-03-21', 'language': 'en',
            'text': 'The mayor of Eastport, Anna Keller, resigned on Tuesday after weeks of protest.\n\n'
                    'Police arrested two council members on Monday. '
                    f'Keller apologised on March {number + 1}.'}


def listen(base, story):
    host, port = base.split('//')[1].split(':')
    reader = socket.create_connection((host, int(port)))
    reader.sendall(f'GET /v1/stories/{story}/stream HTTP/1.1\r\nHost: {host}\r\n\r\n'.encode())
    head = b''
    while b'\r\n\r\n' not in head or not head.endswith(b'\n\n'):
        head += reader.recv(4096)
    if b' 200 ' not in head:
        raise RuntimeError(head.decode())
    reader.setblocking(False)
    return reader


def arrivals(readers, watch, patience=60):
    """When each reader had its next event whole, and the event's data."""
    waiting, came, data = {r.fileno(): b'' for r in readers}, [], b''
    end = time.time() + patience
    while waiting and time.time() < end:
        for number, _ in watch.poll(1):
            if number not in waiting:
                os.read(number, 65536)
                continue
            waiting[number] += os.read(number, 65536)
            if b'data: ' in waiting[number] and waiting[number].endswith(b'\n\n'):
                came.append(time.time())
                data = waiting.pop(number)
    if waiting:
        raise RuntimeError(f'{len(waiting)} readers heard nothing')
    return came, json.loads(data.split(b'data: ')[1])


def published(base, story, revision):
    _, _, log = call(base, 'GET', f'/v1/stories/{story}/revisions?limit=1')
    assert log['revisions'][0]['revision'] == revision
    moment = datetime.strptime(log['revisions'][0]['published_at'], '%Y-%m-%dT%H:%M:%S.%fZ')
    return moment.replace(tzinfo=timezone.utc).timestamp()


def main():
    count, changes = [int(a) for a in sys.argv[1:3]] + [2000, 10][len(sys.argv) - 1:]
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with folder() as data, Service(data) as service:
        for number in range(3):
            _, _, answer = post(service.base, article(number))
        story = call(service.base, 'GET', f"/v1/articles/{answer['id']}")[2]['stories'][0]['id']
        listen(service.base, story).close()
        before = memory(service.process)
        begun = time.time()
        readers = [listen(service.base, story) for _ in range(count)]
        print(f'{count} readers in {time.time() - begun:.2f} s, '
              f'{(memory(service.process) - before) / count:.0f} bytes of memory each '
              f'({before / 2**20:.1f} MB before, {memory(service.process) / 2**20:.1f} MB after)')
        used = processor(service.process)
        time.sleep(20)
        print(f'idle: {(processor(service.process) - used) / 20 * 100:.2f} % of one core')

        watch = select.epoll()
        for reader in readers:
            watch.register(reader, select.EPOLLIN)
        delays = []
        for number in range(changes):
            call(service.base, 'POST', '/v1/articles', article(number + 3))
            came, told = arrivals(readers, watch)
            moment = published(service.base, story, told['revision'])
            delays += [1000 * (arrival - moment) for arrival in came]
        shares = statistics.quantiles(delays, n=100)
        print(f'{changes} changes, publication to arrival: p50 {shares[49]:.1f} ms, p99 {shares[98]:.1f} ms, '
              f'max {max(delays):.1f} ms; memory {memory(service.process) / 2**20:.1f} MB')
        for reader in readers:
            reader.close()


if __name__ == '__main__':
    main()
