// Checks the exports of a story of a running service: node tests/exports/check.mjs BASE [STORY]; the largest without STORY.
import {largestStory} from '../node/service.mjs';
import {checks} from './checks.mjs';
import {readContext} from './context.mjs';

const [base, story] = process.argv.slice(2);
const context = await readContext(base, story ?? (await largestStory(base)).id);
console.log(`${context.story.title}: ${context.events.length} events`);
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
    const begin = performance.now();
    const failure = await check(context).then(() => null, error => error);
    failed += failure ? 1 : 0;
    console.log(`${failure ? 'FAILED' : 'ok'} ${name} (${Math.round(performance.now() - begin)} ms)`);
    if (failure) console.log(failure.message);
}
process.exitCode = failed ? 1 : 0;
