#!/usr/bin/env python3
"""What one article more costs a story that grows: time to its finished timeline, and where it goes.
usage: tests/bench/story_growth.py TOPIC.jsonl SIZES [PROBES]     the release build: PRESET=release
TOPIC.jsonl holds a news article a line with date, source and text, in the order of their days; SIZES are the articles
in store before each round of PROBES (20) articles that are posted one by one with Prefer: wait, as 100,500,1000.
Uses DATABASE_URL where it is set, a private cluster that is thrown away otherwise."""
import concurrent.futures, json, os, re, statistics, sys, time, urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'system'))
from support import Service, call, folder, pages, post

# Marks of the Penn Treebank and the spaces before punctuation, as tokenized corpora have them.
TREEBANK = [(' -LRB- ', ' ('), (' -RRB- ', ') '), ('`` ', '"'), (" ''", '"'), (' ,', ','), (' .', '.'), (" 's", "'s")]


def body(line):
    article = json.loads(line)
    text = article['text']
    for mark, sign in TREEBANK:
        text = text.replace(mark, sign)
    return {'url': 'https://example.org/' + article['id'], 'headline': text.split('\n')[0][:80],
            'publisher': article['source'], 'published_at': article['date'], 'language': 'en', 'text': text}


def processor(process):
    """Seconds of processor time that the service has used, its database not counted."""
    with open(f'/proc/{process.pid}/stat') as stat:
        fields = stat.read().rsplit(') ', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def job_seconds(base):
    """Seconds spent so far in jobs of each kind."""
    metrics = urllib.request.urlopen(base + '/metrics').read().decode()
    found = re.findall(r'^throughline_job_seconds_sum\{kind="(\w+)"\} (\S+)', metrics, re.M)
    return {kind: float(seconds) for kind, seconds in found}


def fill(service, articles):
    """Takes the articles in as fast as they go."""
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        ids = list(pool.map(lambda article: post(service.base, article, wait=0)[2]['id'], articles))
    service.settle(ids, patience=3600)


def probe(service, articles):
    """Posts them one by one; milliseconds of each, in the order of time taken."""
    taken = []
    for article in articles:
        begun = time.time()
        status, _, answer = post(service.base, article)
        taken.append((time.time() - begun) * 1000)
        if status >= 300 or answer['status'] != 'processed':
            raise RuntimeError(f'{status}: {answer}')
    return sorted(taken)


def main():
    with open(sys.argv[1], encoding='utf-8') as lines:
        articles = [body(line) for line in lines]
    sizes = [int(size) for size in sys.argv[2].split(',')]
    probes = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    print('stored  largest story  median ms  p95 ms  max ms  cpu ms  ms in jobs of each kind', flush=True)
    with folder() as data, Service(data, os.environ.get('DATABASE_URL')) as service:
        done = 0
        for size in sizes:
            fill(service, articles[done:size])
            largest = max(story['article_count'] for story in pages(service.base, '/v1/stories?limit=200', 'stories'))
            jobs, used = job_seconds(service.base), processor(service.process)
            taken = probe(service, articles[size:size + probes])
            used = processor(service.process) - used
            kinds = {kind: round((seconds - jobs.get(kind, 0)) / probes * 1000)
                     for kind, seconds in job_seconds(service.base).items()}
            done = size + probes
            print(f'{size:6}  {largest:13}  {statistics.median(taken):9.0f}  {taken[int(probes * .95) - 1]:6.0f}  '
                  f'{taken[-1]:6.0f}  {used / probes * 1000:6.0f}  {kinds}', flush=True)


if __name__ == '__main__':
    main()
