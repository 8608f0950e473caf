// The exports of the demo's story and of a hostile one, each read by somebody else's software.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {command, getJson, largestStory, patientFetch, samples, startService} from '../node/service.mjs';
import {checks} from './checks.mjs';
import {readContext} from './context.mjs';
import {hostileArticles} from './hostile.mjs';

const names = ['timelinejs', 'jsonfeed', 'atom', 'ical', 'csv', 'markdown', 'jsonld', 'ninjs', 'annotations'];
let service;
let demo;
let hostile;

before(async () => {
    service = await startService();
    await service.ingest(samples);
    const ids = [];
    for (const article of hostileArticles) {
        const answer = await fetch(`${service.base}/v1/articles`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', Prefer: 'wait=60'},
            body: JSON.stringify(article),
        });
        assert.ok([200, 201].includes(answer.status), await answer.clone().text());
        ids.push((await answer.json()).id);
    }
    demo = await readContext(service.base, (await largestStory(service.base)).id);
    const article = await getJson(service.base, `/v1/articles/${ids[0]}`);
    hostile = await readContext(service.base, article.stories[0].id);
});
after(() => service?.stop());

const get = (path, headers = {}, method = 'GET') =>
    patientFetch(service.base + path, {method, headers});
const timeline = () => `/v1/stories/${demo.id}/timeline`;

describe('the demo story', () => {
    for (const [name, check] of Object.entries(checks)) test(name, () => check(demo));
});

describe('a story of hostile headlines, names and words', () => {
    for (const [name, check] of Object.entries(checks)) test(name, () => check(hostile));
});

describe('content negotiation', () => {
    const types = {
        json: 'application/json',
        timelinejs: 'application/x.timelinejs+json',
        jsonfeed: 'application/feed+json',
        atom: 'application/atom+xml',
        ical: 'text/calendar',
        csv: 'text/csv;q=0.9, text/html;q=0.1',
        markdown: 'image/png, text/markdown;q=0.5',
        jsonld: 'application/ld+json',
        ninjs: 'application/x.ninjs+json',
        annotations: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    };

    test('Accept and ?format= give the same bytes, whose tag tells the formats apart', async () => {
        const tags = new Set();
        for (const [format, accept] of Object.entries(types)) {
            const byAccept = await get(timeline(), {Accept: accept});
            const byName = await get(`${timeline()}?format=${format}`);
            assert.equal(byAccept.status, 200, format);
            assert.equal(await byAccept.text(), await byName.text(), format);
            assert.equal(byAccept.headers.get('content-type'), byName.headers.get('content-type'));
            assert.match(byAccept.headers.get('vary'), /\bAccept\b(?!-)/);
            tags.add(byAccept.headers.get('etag'));
        }
        assert.equal(tags.size, Object.keys(types).length);
    });

    test('what is not there is refused with a list of what is', async () => {
        const refused = await get(timeline(), {Accept: 'image/png'});
        const problem = await refused.json();
        assert.equal(refused.status, 406);
        assert.equal(problem.code, 'not_acceptable');
        for (const name of ['json', ...names]) assert.ok(problem.detail.includes(name), name);

        const unknown = await get(`${timeline()}?format=pdf`);
        assert.equal(unknown.status, 400);
        assert.equal((await unknown.json()).field, 'format');
    });

    test('a browser and a plain client get JSON', async () => {
        for (const accept of ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', '*/*', 'application/*'])
            assert.equal((await get(timeline(), {Accept: accept})).headers.get('content-type'), 'application/json');
    });

    test('HEAD, If-None-Match, gzip and a file name work for each format', async () => {
        for (const name of names) {
            const path = `${timeline()}?format=${name}`;
            const whole = await get(path, {'Accept-Encoding': 'identity'});
            const body = await whole.text();
            const head = await get(path, {'Accept-Encoding': 'identity'}, 'HEAD');
            assert.equal(head.headers.get('content-length'), String(Buffer.byteLength(body)));
            assert.equal((await head.text()).length, 0);
            const same = await get(path, {'If-None-Match': whole.headers.get('etag')});
            assert.equal(same.status, 304);
            const packed = await get(path, {'Accept-Encoding': 'gzip'});
            assert.equal(packed.headers.get('content-encoding'), 'gzip');
            assert.equal(await packed.text(), body);
            assert.match(whole.headers.get('content-disposition'), /^inline; filename="[a-z0-9-]+\.[a-z.]+"$/);
        }
    });
});

describe('filters', () => {
    test('narrow an export as they narrow the timeline', async () => {
        for (const filter of ['&min_sources=2', '&max=3', '&type=call', '&participant=Trump', '&from=2018-03-20&to=2018-03-20']) {
            const {events} = await getJson(service.base, `${timeline()}?limit=200${filter}`);
            assert.ok(events.length > 0 && events.length < demo.events.length, filter);
            const {text} = await demo.read('jsonfeed', filter);
            const ids = JSON.parse(text).items.map(item => item.id.split(':').at(-1));
            assert.deepEqual(ids.sort(), events.map(event => event.id).sort(), filter);
        }
    });

    test('an export has no pages', async () => {
        const refused = await get(`${timeline()}?format=csv&limit=3`);
        assert.equal(refused.status, 400);
        assert.equal((await refused.json()).field, 'limit');
    });
});

describe('the command line', () => {
    test('prints what the service serves', async () => {
        for (const name of names) {
            const {stdout} = await command('timeline', demo.id, '--format', name, '--max', '4', '--base', service.base);
            assert.equal(stdout, (await demo.read(name, '&max=4')).text, name);
        }
    });

    test('names a filter that makes no sense and exits with 2', async () => {
        const failed = await command('timeline', demo.id, '--from', 'May', '--base', service.base).catch(error => error);
        assert.equal(failed.code, 2);
        assert.match(failed.stderr, /from/);
    });
});
