// How soon Chromium shows a long story, and how evenly it scrolls.
// usage: node tests/bench/page.mjs [FOLDER]     a folder of articles of one story; without it, articles made here
// PRESET=bench measures the optimised build. Each view is opened three times in a fresh context; medians are printed.
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startBrowser} from '../node/browser.mjs';
import {getJson, largestStory, startService} from '../node/service.mjs';

const deeds = ['criticized', 'met', 'sued', 'praised', 'called', 'threatened', 'visited', 'accused', 'congratulated', 'condemned'];
const rivals = ['Nora Lindqvist', 'Pavel Dvorak', 'Ines Carvalho', 'Tomas Reyes', 'Greta Hofmann'];
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const rounded = number => Math.round(number);

/// `count` articles about one quarrel, twenty days and ten dated deeds each.
async function makeArticles(folder, count) {
    for (let number = 0; number < count; ++number) {
        const day = offset => new Date(Date.UTC(2018, 0, 1 + number * 4 + offset));
        const told = deeds.map((deed, place) => {
            const date = day(place % 4).toLocaleDateString('en-US', {month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC'});
            return `Mayor Anna Keller of Eastport ${deed} ${rivals[(number + place) % rivals.length]} on ${date}.`;
        });
        const article = {
            url: `https://post${number % 7}.example/${number}`, headline: `Eastport harbour dispute: Keller faces ${rivals[number % 5]}`,
            publisher: `Post ${number % 7}`, published_at: day(4).toISOString().slice(0, 10), language: 'en',
            text: `The dispute over the harbour of Eastport went on.\n\n${told.join(' ')}`,
        };
        await writeFile(join(folder, `${number}.json`), JSON.stringify(article));
    }
}

/// Milliseconds from navigation to first paint, first mark of the overview, first entry, and all entries.
async function firstView(page, address, events) {
    await page.addInitScript(() => {
        window.seen = {};
        const watch = new MutationObserver(() => {
            for (const [name, selector] of [['overview', '.plot .mark'], ['entry', '.entry']])
                if (!(name in window.seen) && document.querySelector(selector)) window.seen[name] = performance.now();
        });
        watch.observe(document, {childList: true, subtree: true});
    });
    await page.goto(address);
    await page.locator('.plot .mark').first().waitFor({state: 'attached'});
    await page.waitForFunction(wanted => document.querySelectorAll('.entry').length >= wanted, events);
    return page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime, ...window.seen, whole: performance.now(),
    }));
}

/// Scrolls with the wheel, as a hand does, for four seconds: milliseconds between frames, and how far it went.
async function scroll(page) {
    await page.evaluate(() => {
        window.gaps = [];
        let last = performance.now();
        const frame = now => {
            window.gaps.push(now - last);
            last = now;
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    });
    await page.mouse.move(700, 600);
    const turns = 80;
    for (let turn = 0; turn < turns; ++turn) {
        await page.mouse.wheel(0, 300);
        await page.waitForTimeout(50);
    }
    await page.waitForTimeout(500);
    return page.evaluate(sent => {
        const gaps = window.gaps.toSorted((a, b) => a - b);
        const end = document.documentElement.scrollHeight - innerHeight;
        return {median: gaps[gaps.length >> 1], p95: gaps[Math.floor(gaps.length * 0.95)], arrived: scrollY >= Math.min(end, sent * 300) - 2};
    }, turns);
}

const service = await startService();
const made = process.argv[2] ? undefined : await mkdtemp(join(tmpdir(), 'throughline-page-'));
const browser = await startBrowser();
try {
    if (made) await makeArticles(made, 30);
    await service.ingest(made ?? process.argv[2]);
    const {id, title} = await largestStory(service.base);
    const views = [300, 1000].map(count => ({name: `${count} events`, count}));
    console.log(`"${title}"`);
    for (const {name, count} of views) {
        const times = [], scrolls = [];
        for (let run = 0; run < 3; ++run) {
            const context = await browser.newContext({viewport: {width: 1440, height: 900}});
            const page = await context.newPage();
            await resize(page, id, count);
            times.push(await firstView(page, `${service.base}/stories/${id}`, count));
            scrolls.push(await scroll(page));
            await context.close();
        }
        const of = key => rounded(median(times.map(time => time[key])));
        console.log(`${name}: paint ${of('paint')} ms, first entry ${of('entry')} ms, overview ${of('overview')} ms, all entries ${of('whole')} ms`);
        console.log(`${' '.repeat(name.length)}  scrolling: a frame every ${rounded(median(scrolls.map(s => s.median)))} ms, ` +
            `p95 ${rounded(median(scrolls.map(s => s.p95)))} ms, ${scrolls.every(s => s.arrived) ? 'no wheel step lost' : 'WHEEL STEPS LOST'}`);
    }
} finally {
    await browser.close();
    await service.stop();
    if (made) await rm(made, {recursive: true, force: true});
}

/// Answers the page's reading of the timeline with `count` events: the story's own, repeated.
async function resize(page, story, count) {
    const events = [];
    let head, cursor = '';
    do {
        const part = await getJson(service.base, `/v1/stories/${story}/timeline?limit=200${cursor && `&cursor=${cursor}`}`);
        head = part.story;
        events.push(...part.events);
        cursor = part.next_cursor;
    } while (cursor);
    const many = [];
    for (let copy = 0; many.length < count; ++copy)
        for (const event of events.slice(0, count - many.length))
            many.push({...event, id: `${event.id}_${copy}`, links: event.links.map(link => ({...link, event_id: `${link.event_id}_${copy}`}))});
    many.sort((a, b) => (a.time.first ?? '').localeCompare(b.time.first ?? ''));
    await page.route('**/timeline*', route => route.fulfill({json: {story: {...head, event_count: count}, events: many}}));
}
