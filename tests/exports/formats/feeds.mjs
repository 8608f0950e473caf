// feedsmith reads both feeds and Python's feedparser the Atom one: all entries, with the service's times, not the events'.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {parseAtomFeed, parseJsonFeed} from 'feedsmith';
import {patientFetch} from '../../node/service.mjs';
import {oneLine, toldTitle} from '../context.mjs';

const byId = events => events.map(event => [`urn:throughline:event:${event.id}`, toldTitle(event)]).sort();
const started = Date.now() - 24 * 3600 * 1000;

function checkTimes(published, updated) {
    assert.ok(Date.parse(published) > started, `${published} is no time of the service`);
    assert.ok(Date.parse(updated) >= Date.parse(published), `${updated} lies before ${published}`);
}

function checkOrder(times) {
    assert.deepEqual(times, [...times].sort().reverse());
}

export async function checkJsonFeed({read, events, story}) {
    const {text, headers} = await read('jsonfeed');
    const feed = parseJsonFeed(JSON.parse(text));
    assert.match(headers.get('content-type'), /^application\/feed\+json/);
    assert.equal(feed.title, oneLine(story.title));
    assert.deepEqual(feed.items.map(item => [item.id, item.title]).sort(), byId(events));
    for (const item of feed.items) checkTimes(item.date_published, item.date_modified);
    checkOrder(feed.items.map(item => item.date_modified));
}

export async function checkAtom({read, events, story}) {
    const {text, headers} = await read('atom');
    const feed = parseAtomFeed(text);
    assert.match(headers.get('content-type'), /^application\/atom\+xml/);
    assert.equal(feed.id, `urn:throughline:story:${story.id}`);
    assert.equal(feed.updated, story.updated_at);
    const self = feed.links.find(link => link.rel === 'self');
    assert.equal(await (await patientFetch(self.href)).text(), text);
    assert.deepEqual(feed.entries.map(entry => [entry.id, textOf(entry.title)]).sort(), byId(events));
    for (const entry of feed.entries) checkTimes(entry.published, entry.updated);
    checkOrder(feed.entries.map(entry => entry.updated));
    const edtf = feed.entries.map(entry => entry.dcterms?.temporals?.[0] ?? entry.dcterms?.temporal).filter(Boolean);
    assert.deepEqual(edtf.sort(), events.map(event => event.time.edtf).filter(Boolean).sort());
}

const textOf = title => (typeof title === 'string' ? title : title.value);

// Debian's own Python, which finds Debian's feedparser.
const script = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({'bozo': bool(feed.bozo), 'why': str(feed.get('bozo_exception', '')), 'version': feed.version,
                  'entries': [[e.id, e.title] for e in feed.entries],
                  'years': sorted({e.updated_parsed.tm_year for e in feed.entries})}))`;

export async function checkFeedparser({read, events}) {
    const {text} = await read('atom');
    const ran = spawnSync('/usr/bin/python3', ['-c', script], {input: text, maxBuffer: 64 << 20, encoding: 'utf8'});
    assert.equal(ran.status, 0, ran.stderr);
    const feed = JSON.parse(ran.stdout);
    assert.equal(feed.bozo, false, feed.why);
    assert.equal(feed.version, 'atom10');
    assert.equal(feed.entries.length, events.length);
    assert.deepEqual(feed.entries.map(([id]) => id).sort(), byId(events).map(([id]) => id));
    assert.deepEqual(feed.years, events.length ? [new Date().getUTCFullYear()] : []);
}
