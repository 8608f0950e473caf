// validate-web-annotation, and the words themselves: each passage stands where its selectors say.
import assert from 'node:assert/strict';
import validate from 'validate-web-annotation';
import {getJson} from '../../node/service.mjs';

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

export async function check({base, read, events}) {
    const {text, headers} = await read('annotations');
    assert.equal(headers.get('content-type'), 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"');
    const collection = JSON.parse(text);
    const items = collection.first?.items ?? [];
    assert.equal(collection.type, 'AnnotationCollection');
    assert.equal(collection.total, items.length);
    assert.equal(new Set(items.map(item => item.id)).size, items.length);

    const articles = new Map();
    const told = new Set();
    for (const annotation of items) {
        const {created, modified, ...item} = annotation;
        // The validator takes times for days; the standard says xsd:dateTime.
        assert.match(created, dateTime);
        assert.match(modified, dateTime);
        assert.ok(validate({'@context': collection['@context'], ...item}), JSON.stringify(item));
        told.add(item.body[0].source.split('/').at(-1));

        const {cached} = item.target.state;
        if (!articles.has(cached)) {
            assert.ok(cached.startsWith(base));
            articles.set(cached, [...(await getJson('', cached)).text]);
        }
        const [quote, position] = item.target.selector;
        const stored = articles.get(cached);
        assert.equal(stored.slice(position.start, position.end).join(''), quote.exact);
        assert.ok(stored.slice(0, position.start).join('').endsWith(quote.prefix ?? ''));
        assert.ok(stored.slice(position.end).join('').startsWith(quote.suffix ?? ''));
    }
    assert.deepEqual([...told].sort(), events.map(event => event.id).sort());
}
