// The reader's page in Chromium over the sample stories, as people use it.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {getJson} from '../node/service.mjs';
import {accessibilityFaults, openDesk, overflow, schemes, widths} from './desk.mjs';

let desk;
before(async () => { desk = await openDesk(); });
after(() => desk?.stop());

/// Events of the story that most publishers tell of, with the article that quotes them first.
const widest = () => desk.events.reduce((best, event) => (event.source_count > best.source_count ? event : best));
const quoted = async event => (await getJson(desk.service.base, `/v1/events/${event.id}/sources`)).sources[0];

test('a story is found by a word of its title and opens', async () => {
    const page = await desk.open('/');
    const rows = page.locator('.story-row');
    await rows.nth(1).waitFor();

    await page.getByLabel('Find a story').fill('congratulates');
    await page.waitForFunction(() => document.querySelectorAll('.story-row').length === 1);
    assert.match(page.url(), /\?q=congratulates$/);
    await rows.first().locator('h2 a').click();

    await page.locator('.entry').first().waitFor();
    assert.equal(await page.locator('h1').innerText(), desk.story.title);
    assert.equal(await page.locator('.entry').count(), desk.events.length);
    await page.close();
});

test('filters narrow the chronology as the API does, and a shared address shows the same', async () => {
    const {type} = widest();
    const page = await desk.open(`/stories/${desk.story.id}`, '.entry');

    await page.locator('select[name=type]').selectOption(type);
    await page.locator('select[name=min_sources]').selectOption('2');
    await page.waitForURL(/min_sources=2/);
    const {events} = await getJson(desk.service.base, `/v1/stories/${desk.story.id}/timeline?type=${type}&min_sources=2`);
    const ids = () => [...document.querySelectorAll('.entry')].map(entry => entry.id);
    assert.deepEqual(await page.evaluate(ids), events.map(event => event.id));

    const other = await desk.open(new URL(page.url()).pathname + new URL(page.url()).search, '.entry');
    assert.deepEqual(await other.evaluate(ids), events.map(event => event.id));
    assert.equal(await other.locator('select[name=type]').inputValue(), type);
    await other.locator('select[name=max]').selectOption('5');
    await other.waitForURL(/max=5/);
    await Promise.all([page.close(), other.close()]);
});

test('the most important events are those that the service chooses', async () => {
    const page = await desk.open(`/stories/${desk.story.id}?max=10`, '.entry');
    const {events} = await getJson(desk.service.base, `/v1/stories/${desk.story.id}/timeline?max=10`);

    await page.waitForFunction(() => document.querySelectorAll('.entry').length === 10);

    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.entry')].map(entry => entry.id)), events.map(event => event.id));
    await page.close();
});

test('an event shows each source in its own words, and the article marks them', async () => {
    const event = widest();
    const source = await quoted(event);
    const page = await desk.open(`/stories/${desk.story.id}`, `#${event.id}`);

    await page.locator(`#${event.id} h4 a`).click();
    await page.locator('.source').first().waitFor();
    assert.ok((await page.locator('.source mark').first().innerText()).includes(source.mentions[0].quote.exact.slice(0, 40)));
    await page.locator('.source h3 a').first().click();

    await page.locator('.marked-text .stands').first().waitFor();
    const marked = await page.locator('.marked-text .stands').allInnerTexts();
    const words = await page.locator('.marked-text a.own').first().innerText();
    assert.ok(marked.join('').includes(source.mentions[0].quote.exact.slice(0, 20)));
    assert.ok(source.mentions.some(({quote}) => quote.exact.includes(words)));
    await page.locator('.marked-text a.trigger').first().hover();
    await page.locator('#mention-card').waitFor();
    await page.close();
});

test('copies of one report are folded with the reason', async () => {
    const event = desk.events.find(one => one.origin_count < one.source_count);
    const page = await desk.open(`/events/${event.id}`, '.source');

    const copies = page.locator('.copies').first();
    assert.equal(await copies.getAttribute('open'), null);
    await copies.locator('summary').click();

    assert.match(await copies.innerText(), /Counted as a copy, not as a further report: it/);
    await page.close();
});

test('the overview is walked, zoomed and read with the keyboard', async () => {
    const page = await desk.open(`/stories/${desk.story.id}`, '.mark');
    const plot = page.locator('.plot svg');
    const ticks = () => page.locator('.tick').allInnerTexts().then(all => all.join());

    await plot.focus();
    const earlier = await ticks();
    await page.keyboard.press('+');
    await page.waitForFunction(old => [...document.querySelectorAll('.tick')].map(t => t.textContent).join() !== old, earlier);
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    const id = await page.locator('.mark.chosen').getAttribute('data-event');
    await page.keyboard.press('Enter');

    await page.locator(`#${id}.chosen`).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
    await page.close();
});

test('with the keyboard alone one finds a story, walks its entries and opens one', async () => {
    const page = await desk.open('/', '.story-row');

    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
    await page.keyboard.press('/');
    await page.keyboard.type('congratulates');
    await page.waitForURL(/q=congratulates/);
    await page.waitForFunction(() => document.querySelectorAll('.story-row').length === 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.entry').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const entry = await page.evaluate(() => document.activeElement.id);
    assert.equal(entry, desk.events[1].id);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.waitForURL(new RegExp(`/events/${entry}$`));
    await page.locator('.event h1').waitFor();
    await page.goBack();
    await page.locator(`#${entry}.chosen`).waitFor();
    await page.close();
});

test('an article added in one tab changes the story in another, with the reason', async t => {
    if (!desk.live) return t.skip('the service streams no changes');
    const reader = await desk.open(`/stories/${desk.story.id}`, '.entry');
    await reader.locator('.live.l-live').waitFor();
    const writer = await desk.open('/add');

    await writer.getByLabel('Text or HTML').fill(
        'President Donald Trump called President Vladimir Putin of Russia on Tuesday and congratulated him on his re-election.\n\n' +
        'The White House dismissed an adviser on Thursday over the leaked briefing note about the call with Putin.');
    await writer.getByLabel('Headline').fill('White House Dismisses Adviser Over Leaked Putin Note');
    await writer.getByLabel('Publisher').fill('Evening Register');
    await writer.getByLabel('Published').fill('2018-03-23');
    await writer.getByRole('button', {name: 'Add this article'}).click();
    await writer.locator('.a-done').waitFor();
    assert.match(await writer.locator('.a-done').innerText(), /It went to/);

    await reader.locator('.changes').waitFor();
    await reader.locator('.entry.fresh').first().waitFor();
    await reader.waitForFunction(() => document.querySelector('.changes').textContent.includes('Evening Register'));
    await Promise.all([reader.close(), writer.close()]);
});

test('who comes back reads what changed since the last look, until it is put away', async t => {
    if (!desk.live) return t.skip('the service streams no changes');
    const page = await desk.open('/add');
    const seen = JSON.stringify({revision: desk.story.revision, at: '2020-01-01T00:00:00Z'});
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), [`throughline.seen.${desk.story.id}`, seen]);

    await page.goto(`${desk.service.base}/stories/${desk.story.id}`);
    await page.locator('.changes h2', {hasText: 'Since you last looked, 1 January 2020'}).waitFor();
    assert.match(await page.locator('.changes').evaluate(panel => panel.textContent), /Evening Register/);
    await page.getByRole('button', {name: 'I have read this'}).click();

    await page.locator('.changes').waitFor({state: 'detached'});
    await page.close();
});

test('files are read when chosen, and one of an unknown kind is refused by name', async () => {
    const page = await desk.open('/add');

    await page.locator('input[type=file]').setInputFiles([
        {name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Bridge closes\n\nMarch 3, 2019\n\nThe mayor of Eastport closed the old bridge on Friday.')},
        {name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3])},
    ]);

    await page.locator('.added').nth(1).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.a-done, .a-refused').length === 2);
    assert.match(await page.locator('.a-refused', {hasText: 'photo.png'}).innerText(), /not read/);
    await page.close();
});

test('an address that leads nowhere, a failure and a lost connection each say what can be done', async () => {
    const nothing = await desk.open('/nothing/here/at/all', 'body');
    await nothing.close();
    const page = await desk.open('/stories/s_0000000000000000', '.state h2');
    assert.match(await page.locator('.state').innerText(), /no such story/);
    await page.route('**/v1/stories*', route => route.abort());
    await page.goto(`${desk.service.base}/`);
    await page.locator('.failed').waitFor();
    assert.match(await page.locator('.failed').innerText(), /No connection/);
    await page.unroute('**/v1/stories*');
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('.story-row').first().waitFor();
    await desk.context.setOffline(true);
    await page.locator('.offline').waitFor();
    await desk.context.setOffline(false);
    await page.locator('.offline').waitFor({state: 'detached'});
    await page.close();
    // These failures were made; the browser tells of each on the console.
    desk.faults.splice(0, desk.faults.length, ...desk.faults.filter(fault => !/Failed to load resource/.test(fault)));
});

test('axe-core finds nothing on any view, light and dark, at any width, and nothing is cut off', async () => {
    const event = widest();
    const source = await quoted(event);
    const views = {
        stories: ['/', '.story-row'],
        story: [`/stories/${desk.story.id}?max=12`, '.mark'],
        event: [`/events/${event.id}`, '.source'],
        article: [`/articles/${source.article.id}?event=${event.id}`, '.stands'],
        add: ['/add', 'textarea'],
        docs: ['/docs', '.endpoint'],
        empty: ['/?q=nothingofthekind', '.empty'],
    };
    for (const [name, [path, ready]] of Object.entries(views)) {
        const page = await desk.open(path, ready);
        if (name === 'docs') await page.locator('.endpoint > summary').nth(1).click();
        for (const colorScheme of schemes) {
            await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
            for (const width of widths) {
                await page.setViewportSize({width, height: 900});
                assert.deepEqual(await accessibilityFaults(page), [], `${name} ${colorScheme} ${width}`);
                assert.ok((await overflow(page)) <= 0, `${name} is wider than ${width}`);
            }
        }
        await page.close();
    }
});

test('no page wrote an error to the console or asked another host for anything', () => {
    assert.deepEqual(desk.faults, []);
});
