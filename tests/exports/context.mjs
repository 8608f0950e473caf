// A story of a running service as the checks of all formats compare with: its timeline as JSON, its exports as text.
import {getJson, patientFetch} from '../node/service.mjs';

/// {base, id, story, events, dated, undated, read(format)}; `read` answers {text, headers} and throws on any but 200.
export async function readContext(base, id) {
    const events = [];
    let story;
    for (let cursor = ''; cursor !== undefined; ) {
        const after = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const page = await getJson(base, `/v1/stories/${id}/timeline?limit=200${after}`);
        story = page.story;
        events.push(...page.events);
        cursor = page.next_cursor;
    }
    const read = async (format, filters = '') => {
        const answer = await patientFetch(`${base}/v1/stories/${id}/timeline?format=${format}${filters}`);
        const text = await answer.text();
        if (answer.status !== 200) throw new Error(`${format}: ${answer.status} ${text}`);
        return {text, headers: answer.headers};
    };
    const isDated = event => event.time.start !== null || event.time.end !== null;
    return {
        base,
        id,
        story,
        events,
        dated: events.filter(isDated),
        undated: events.filter(event => !isDated(event)),
        read,
    };
}

/// The title as every format tells it: with the status where the event did not simply occur, white space made even.
export function toldTitle(event) {
    const title = oneLine(event.title);
    return event.status === 'occurred' ? title : `${title} (${event.status})`;
}

/// What the formats of one line a text make of it.
export const oneLine = text =>
    text.replace(/[ \t\r\n]+/g, ' ').replace(/[\x00-\x1f\x7f-\x9f\ufffe\uffff]/g, '').trim();

/// What the formats of several lines make of it.
export const clean = text =>
    text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '');
