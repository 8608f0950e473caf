// jsonld: the document expands and becomes RDF without the network; the terms are schema.org's.
import assert from 'node:assert/strict';
import jsonld from 'jsonld';
import {oneLine} from '../context.mjs';

const schema = 'https://schema.org/';
// What of schema.org's context matters here: its vocabulary, and which terms are addresses.
const context = {
    '@context': {
        '@vocab': schema,
        url: {'@type': '@id'},
        eventStatus: {'@type': '@id'},
        archivedAt: {'@type': '@id'},
        startDate: {'@type': `${schema}Date`},
    },
};
const documentLoader = url => {
    assert.equal(url, 'https://schema.org');
    return {document: context, documentUrl: url, contextUrl: null};
};

export async function check({read, events, story}) {
    const {text, headers} = await read('jsonld');
    assert.equal(headers.get('content-type'), 'application/ld+json');
    const [whole, ...rest] = await jsonld.expand(JSON.parse(text), {documentLoader, safe: true});
    assert.equal(rest.length, 0);
    assert.deepEqual(whole['@type'], [`${schema}Collection`, `${schema}ItemList`]);
    assert.equal(whole[`${schema}name`][0]['@value'], oneLine(story.title));

    const told = whole[`${schema}itemListElement`].map(entry => entry[`${schema}item`][0]);
    assert.equal(told.length, events.length);
    told.forEach((item, n) => {
        const {id, time, status, title} = events[n];
        assert.deepEqual(item['@type'], [`${schema}Event`]);
        assert.equal(item['@id'], `urn:throughline:event:${id}`);
        assert.equal(item[`${schema}name`][0]['@value'], oneLine(title));
        const edtf = item['http://purl.org/dc/terms/temporal']?.[0];
        assert.equal(edtf?.['@value'] ?? '', time.edtf);
        if (edtf) assert.equal(edtf['@type'], 'http://id.loc.gov/datatypes/edtf');
        const start = item[`${schema}startDate`]?.[0]['@value'];
        if (start) assert.ok(time.start.startsWith(start) && time.end.startsWith(start), `${start} of ${time.edtf}`);
        const asserted = status === 'occurred' || status === 'planned';
        assert.equal(Boolean(item[`${schema}eventStatus`]), asserted);
    });
    const articles = whole[`${schema}hasPart`] ?? [];
    const known = new Set(articles.map(article => article['@id']));
    for (const article of articles) assert.deepEqual(article['@type'], [`${schema}NewsArticle`]);
    for (const item of told)
        for (const source of item[`${schema}subjectOf`] ?? []) assert.ok(known.has(source['@id']), source['@id']);
    const quads = await jsonld.toRDF(JSON.parse(text), {documentLoader, format: 'application/n-quads'});
    assert.ok(quads.split('\n').length > 5 * events.length);
}
