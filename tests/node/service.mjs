// Runs the built program as a user would and talks to it over HTTP, for the tests under Node.
import {execFile, spawn} from 'node:child_process';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {logAnswersOf} from '../contract/log-answers.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = join(root, 'build', process.env.PRESET ?? 'dev', 'throughline');
export const samples = join(root, 'deploy/samples');

const execute = promisify(execFile);

/// Runs one command of the program; {stdout, stderr}. Rejects when its exit code is not 0.
export const command = (...given) => execute(program, given, {maxBuffer: 64 << 20, timeout: 300_000});

/// A service on a free port with a database of its own: {base, ingest(path), stop()}.
export async function startService() {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-node-'));
    await chmod(folder, 0o711); // the account of the private PostgreSQL enters it as well
    const environment = {...process.env};
    delete environment.DATABASE_URL;
    const running = spawn(program, ['serve', '--port', '0', '--data-dir', folder], {env: environment});
    const ended = new Promise(resolve => running.once('close', resolve));
    let log = '';
    running.stderr.on('data', chunk => (log = (log + chunk).slice(-5000)));
    const base = await new Promise((resolve, reject) => {
        let out = '';
        running.stdout.on('data', chunk => {
            out += chunk;
            const told = /^listening on (\S+)$/m.exec(out);
            if (told) resolve(told[1]);
        });
        running.once('error', reject);
        running.once('close', () => reject(new Error(`the service did not start: ${log}`)));
    });
    logAnswersOf(base);
    return {
        base,
        ingest: path => command('ingest', path, '--base', base),
        async stop() {
            running.kill('SIGTERM');
            await ended;
            await rm(folder, {recursive: true, force: true});
        },
    };
}

/// A GET that is asked again while the service says 503 with Retry-After, as on a machine under load.
export async function patientFetch(address, options) {
    for (let tries = 1; ; ++tries) {
        const answer = await fetch(address, options);
        if (answer.status !== 503 || tries === 10) return answer;
        await new Promise(resolve => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? 1)));
    }
}

/// The parsed body of a GET; throws on any status but 200.
export async function getJson(base, path) {
    const answer = await patientFetch(base + path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
}

/// The story with most articles.
export async function largestStory(base) {
    const {stories} = await getJson(base, '/v1/stories?limit=200');
    return stories.reduce((best, story) => (story.article_count > best.article_count ? story : best));
}
