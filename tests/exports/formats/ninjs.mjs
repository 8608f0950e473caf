// ajv with the shape of ninjs 3.1; see the schema's own description.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {oneLine} from '../context.mjs';

const schema = JSON.parse(await readFile(new URL('../ninjs-3.1.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({allErrors: true});
addFormats(ajv);
const valid = ajv.compile(schema);

export async function check({read, events, story}) {
    const {text} = await read('ninjs');
    const item = JSON.parse(text);
    assert.ok(valid(item), ajv.errorsText(valid.errors));
    assert.equal(item.uri, `urn:throughline:story:${story.id}`);
    assert.equal(item.version, String(story.revision));
    assert.deepEqual(item.associations.map(each => each.title), events.map(event => oneLine(event.title)));
    item.associations.forEach((each, n) => {
        const {start, end} = events[n].time;
        const dates = each.eventDetails?.dates ?? {};
        const known = dates.expectedStartDate ?? '';
        if (known.length === 10 || !known) assert.equal(known, start ?? '');
        else assert.ok(start.startsWith(known) && end.startsWith(known));
    });
}
