// The page that is committed is what its sources give, and it is small.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {root} from '../node/service.mjs';

const dist = join(root, 'service/web/dist');
const most = 150_000; // bytes of everything, as sent

test('building the page again gives the same bytes', {timeout: 300_000}, () => {
    execFileSync(join(root, 'service/web/build'), ['--check'], {stdio: 'inherit'});
});

test('the page, its script, style and fonts are sent in 150 kB', () => {
    const files = [join(dist, 'index.html'), ...readdirSync(join(dist, 'assets')).map(name => join(dist, 'assets', name))];
    const sent = files.map(file => (file.endsWith('.woff2') ? readFileSync(file) : gzipSync(readFileSync(file))).length);
    const sum = sent.reduce((all, bytes) => all + bytes, 0);

    console.log(`${(sum / 1000).toFixed(1)} kB in ${files.length} files`);
    assert.ok(sum <= most, `${sum} bytes`);
});
