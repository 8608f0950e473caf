// edtf (ISO 8601-2): every date reads, and its first and last day are the start and end that the service tells.
import assert from 'node:assert/strict';
import edtf from 'edtf';

const day = bound => (Number.isFinite(bound) ? new Date(bound).toISOString().slice(0, 10) : null);

/// The standard leaves open which months a season has; the reader takes three from January on.
const isSeason = text => /(^|\/)-?\d{4}-(2[1-9]|3[0-2])(?![-\d])/.test(text);

export async function check({dated, undated}) {
    for (const {id, time} of dated) {
        const {min, max} = edtf(time.edtf, {level: 2, seasonIntervals: true});
        if (!isSeason(time.edtf)) assert.deepEqual([id, day(min), day(max)], [id, time.start, time.end], time.edtf);
    }
    for (const {time} of undated) assert.equal(time.edtf, '');
}
