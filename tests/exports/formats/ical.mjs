// node-ical: dated events lie on all days they can lie on, undated ones are notes.
import assert from 'node:assert/strict';
import ical from 'node-ical';
import {oneLine, toldTitle} from '../context.mjs';

const local = date => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const dayAfter = day => new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10);

export async function check({read, dated, undated, story}) {
    const {text, headers} = await read('ical');
    assert.match(headers.get('content-type'), /^text\/calendar/);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    const entries = Object.values(ical.parseICS(text));
    const calendar = entries.find(entry => entry.type === 'VCALENDAR');
    assert.equal(calendar['WR-CALNAME'], oneLine(story.title));

    const events = new Map(entries.filter(entry => entry.type === 'VEVENT').map(entry => [entry.uid, entry]));
    assert.equal(events.size, dated.length);
    for (const event of dated) {
        const entry = events.get(`${event.id}@throughline`);
        const first = event.time.start ?? event.time.end;
        const last = event.time.end ?? event.time.start;
        assert.equal(entry.datetype, 'date');
        assert.deepEqual([event.id, local(entry.start), local(entry.end)], [event.id, first, dayAfter(last)]);
        assert.ok(entry.summary.startsWith(toldTitle(event)), `${entry.summary} / ${toldTitle(event)}`);
        assert.equal(entry.status, event.status === 'occurred' ? 'CONFIRMED' : 'TENTATIVE');
    }
    const notes = entries.filter(entry => entry.type === 'VJOURNAL');
    assert.deepEqual(
        notes.map(entry => [entry.uid, entry.summary, entry.start]).sort(),
        undated.map(event => [`${event.id}@throughline`, toldTitle(event), undefined]).sort(),
    );
}
