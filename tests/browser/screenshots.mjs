// Pictures of each view over the sample stories, for docs/ and the README: node tests/browser/screenshots.mjs [OUT]
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {getJson, root} from '../node/service.mjs';
import {openDesk} from './desk.mjs';

const out = process.argv[2] ?? join(root, 'docs/screens');
await mkdir(out, {recursive: true});
const desk = await openDesk();
try {
    const event = desk.events.reduce((best, one) => (one.source_count > best.source_count ? one : best));
    const {sources} = await getJson(desk.service.base, `/v1/events/${event.id}/sources`);
    const story = `/stories/${desk.story.id}`;
    const pictures = [
        {name: 'stories', path: '/', ready: '.story-row'},
        {name: 'story', path: story, ready: '.mark'},
        {name: 'story-dark', path: story, ready: '.mark', scheme: 'dark'},
        {name: 'chronology', path: `${story}#${event.id}`, ready: '.entry.chosen'},
        {name: 'event', path: `/events/${event.id}`, ready: '.source'},
        {name: 'article', path: `/articles/${sources[0].article.id}?event=${event.id}`, ready: '.stands'},
        {name: 'add', path: '/add', ready: 'textarea'},
        {name: 'docs', path: '/docs', ready: '.endpoint'},
        {name: 'story-phone', path: story, ready: '.mark', width: 390},
        {name: 'article-phone-dark', path: `/articles/${sources[0].article.id}?event=${event.id}`, ready: '.stands', width: 390, scheme: 'dark'},
    ];
    for (const {name, path, ready, width = 1280, scheme = 'light'} of pictures) {
        const page = await desk.open(path, ready);
        await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
        await page.setViewportSize({width, height: 844});
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(400);
        await page.screenshot({path: join(out, `${name}.png`)});
        await page.close();
        console.log(join(out, `${name}.png`));
    }
} finally {
    await desk.stop();
}
