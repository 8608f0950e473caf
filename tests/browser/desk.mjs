// A service with the sample stories and a browser that looks at it; what every browser test needs.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {startBrowser} from '../node/browser.mjs';
import {getJson, largestStory, samples, startService} from '../node/service.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const widths = [360, 768, 1440];
export const schemes = ['light', 'dark'];
const patience = 30_000; // milliseconds; the machine may be busy

/// {service, story, events, live, open(path, ready), stop()}; `live` tells whether the service streams changes. What a page writes to its console, and what it asks of any
/// other host, is gathered in `faults`.
export async function openDesk() {
    const service = await startService();
    await service.ingest(samples);
    const story = await largestStory(service.base);
    const {events} = await getJson(service.base, `/v1/stories/${story.id}/timeline?limit=200`);
    const {paths} = await getJson(service.base, '/openapi.json');
    const live = '/v1/stories/{id}/stream' in paths;
    const browser = await startBrowser();
    const context = await browser.newContext({bypassCSP: false, reducedMotion: 'reduce', viewport: {width: 1440, height: 900}});
    context.setDefaultTimeout(patience);
    const faults = [];
    context.on('console', message => {
        if (!['error', 'warning'].includes(message.type())) return;
        const {url} = message.location();
        if (!live && /\/(stream|changes)/.test(url)) return; // a service that tells of no changes
        faults.push(`console: ${message.text()} ${url}`);
    });
    context.on('weberror', error => faults.push(`error: ${error.error().message}`));
    context.on('request', request => {
        const url = new URL(request.url());
        if (url.origin !== service.base && url.protocol !== 'data:') faults.push(`outside request: ${url}`);
    });
    return {
        service, story, events, live, browser, context, faults,
        async open(path, ready = 'main h1') {
            const page = await context.newPage();
            await page.goto(service.base + path);
            await page.locator(ready).first().waitFor({state: 'attached'});
            return page;
        },
        async stop() {
            await browser.close();
            await service.stop();
        },
    };
}

/// What axe-core finds wrong, as lines. It is run in a world of its own, which the page's policy does not bind.
export async function accessibilityFaults(page) {
    const session = await page.context().newCDPSession(page);
    const {frameTree} = await session.send('Page.getFrameTree');
    const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id});
    const run = expression => session.send('Runtime.evaluate', {expression, contextId: executionContextId, awaitPromise: true, returnByValue: true});
    await run(axeSource);
    const {result, exceptionDetails} = await run(`axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
        rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')))`);
    await session.detach();
    assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
    return result.value;
}

/// Whether the page is wider than the window.
export const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
