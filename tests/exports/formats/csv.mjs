// Python's csv module reads every row; no cell of text begins like a formula.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {clean} from '../context.mjs';

const script = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
print(json.dumps(list(csv.DictReader(io.StringIO(text, newline=''), strict=True))))`;

const texts = ['type', 'title', 'participants', 'publishers', 'quote', 'url'];

export async function check({read, events}) {
    const {text, headers} = await read('csv');
    assert.match(headers.get('content-type'), /^text\/csv/);
    const ran = spawnSync('python3', ['-c', script], {input: text, maxBuffer: 64 << 20, encoding: 'utf8'});
    assert.equal(ran.status, 0, ran.stderr);
    const rows = JSON.parse(ran.stdout);
    assert.equal(rows.length, events.length);
    rows.forEach((row, n) => {
        const {id, time, title, status, source_count} = events[n];
        assert.deepEqual(
            [row.id, row.start, row.end, row.edtf, row.basis, row.status, row.source_count],
            [id, time.start ?? '', time.end ?? '', time.edtf, time.basis, status, String(source_count)],
        );
        assert.equal(row.title.replace(/^'/, ''), clean(title).replace(/^'/, ''));
        for (const name of texts) assert.doesNotMatch(row[name], /^\s*[=+\-@\t＝＋－＠]/, `${name} of ${id}`);
    });
}
