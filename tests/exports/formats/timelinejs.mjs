// @knight-lab/timelinejs in Chromium: it draws every dated event as a slide with our headline and our words for the date.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startBrowser} from '../../node/browser.mjs';
import {toldTitle} from '../context.mjs';

const dist = fileURLToPath(new URL('../../node_modules/@knight-lab/timelinejs/dist', import.meta.url));
const types = {'.js': 'text/javascript', '.css': 'text/css', '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf'};
const host = 'http://page.test';
const page = `<!doctype html><meta charset="utf-8"><title>Timeline</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>
<div id="timeline" style="width: 1200px; height: 700px"></div>
<script>
    window.timeline = new TL.Timeline('timeline', '/timeline.json', {font: null, hash_bookmark: false});
</script>`;

export async function check({read, dated, story}) {
    const data = await read('timelinejs');
    const browser = await startBrowser();
    try {
        const tab = await browser.newPage({viewport: {width: 1280, height: 800}});
        tab.setDefaultTimeout(120_000); // a loaded machine draws hundreds of slides slowly
        const errors = [];
        const outside = [];
        tab.on('pageerror', error => errors.push(String(error)));
        tab.on('console', message => message.type() === 'error' && errors.push(message.text()));
        await tab.route('**/*', async route => {
            const {hostname, pathname} = new URL(route.request().url());
            if (hostname !== 'page.test') {
                outside.push(route.request().url());
                return route.abort();
            }
            if (pathname === '/') return route.fulfill({body: page, contentType: 'text/html'});
            if (pathname === '/timeline.json')
                return route.fulfill({body: data.text, contentType: data.headers.get('content-type')});
            return route.fulfill({body: await readFile(join(dist, pathname)), contentType: types[extname(pathname)]});
        });
        await tab.goto(`${host}/`);
        await tab.waitForFunction(count => document.querySelectorAll('.tl-slide').length === count, dated.length + 1);
        const drawn = await tab.evaluate(() => ({
            slides: window.timeline.config.events.map(event => {
                const slide = document.getElementById(event.unique_id);
                const text = selector => slide?.querySelector(selector)?.textContent.trim();
                return {headline: text('.tl-headline'), date: text('.tl-headline-date')};
            }),
            title: document.querySelector('.tl-slide-titleslide .tl-headline')?.textContent.trim(),
            markers: document.querySelectorAll('.tl-timemarker').length,
            messages: document.querySelector('.tl-message-full')?.textContent ?? '',
        }));
        const sent = JSON.parse(data.text);
        const words = new Map(sent.events.map(event => [event.unique_id, event.display_date]));

        assert.deepEqual(errors, []);
        assert.deepEqual(outside, []);
        assert.equal(drawn.markers, dated.length);
        assert.equal(drawn.title, story.title.trim());
        assert.deepEqual(
            drawn.slides.map(slide => `${slide.headline} | ${slide.date}`).sort(),
            dated.map(event => `${toldTitle(event)} | ${words.get(event.id)}`).sort(),
        );
    } finally {
        await browser.close();
    }
}
