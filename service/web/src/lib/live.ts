// A story's stream of changes (Server-Sent Events), read by fetch so that it can carry a key. It rests while nobody
// looks, because a browser has few connections to one service, and goes on where it stopped.
import {authorization} from './api';
import type {Change} from './types';

export type LiveState = 'connecting' | 'live' | 'lost' | 'off'; // off: the service streams none

export interface LiveHandlers {
    changed: (revision: number, changes: Change[]) => void;
    state: (state: LiveState) => void;
}

interface Message {
    event: string;
    id: string;
    data: string;
}

/// Messages of a text/event-stream as they complete; comments and other fields are passed over.
export async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    let rest = '';
    let next: Message = {event: 'message', id: '', data: ''};
    for (;;) {
        const {value, done} = await reader.read();
        if (done) return;
        const lines = (rest + value).split(/\r\n|\n|\r/);
        rest = lines.pop() as string;
        for (const line of lines) {
            const [, name, text] = /^([^:]*):? ?(.*)$/.exec(line) as unknown as [string, string, string];
            if (line === '') {
                if (next.data) yield {...next, data: next.data.replace(/\n$/, '')};
                next = {event: 'message', id: next.id, data: ''};
            } else if (name === 'event') next.event = text;
            else if (name === 'id') next.id = text;
            else if (name === 'data') next.data += `${text}\n`;
        }
    }
}

const longestWait = 30_000; // milliseconds between tries

/// Follows the story from `revision` until the function that it returns is called.
export function follow(story: string, revision: number, handlers: LiveHandlers): () => void {
    let last = revision;
    let stop: AbortController | null = null;
    let timer = 0;
    let wait = 1000;
    let ended = false;

    const listen = async (signal: AbortSignal): Promise<boolean> => {
        const headers = {Accept: 'text/event-stream', 'Last-Event-ID': String(last), ...authorization()};
        const answer = await fetch(`/v1/stories/${story}/stream`, {signal, headers, cache: 'no-store'});
        if (answer.status === 404 || answer.status === 410) return false;
        if (!answer.ok || !answer.body) throw new Error(answer.statusText);
        handlers.state('live');
        wait = 1000;
        for await (const message of messages(answer.body)) {
            if (message.event !== 'change') continue;
            const told = JSON.parse(message.data) as {revision: number; changes: Change[]};
            last = told.revision;
            handlers.changed(told.revision, told.changes);
        }
        return true;
    };
    const run = async () => {
        stop = new AbortController();
        const {signal} = stop;
        try {
            ended = !(await listen(signal));
        } catch {
            if (signal.aborted) return;
        }
        if (signal.aborted) return;
        handlers.state(ended ? 'off' : 'lost');
        if (ended) return;
        timer = setTimeout(run, wait);
        wait = Math.min(wait * 2, longestWait);
    };
    const pause = () => {
        clearTimeout(timer);
        stop?.abort();
        stop = null;
    };
    const look = () => {
        if (document.hidden) pause();
        else if (!stop && !ended) void run();
    };
    const retry = () => {
        if (document.hidden || ended) return;
        pause();
        wait = 1000;
        void run();
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('online', retry);
    handlers.state('connecting');
    look();
    return () => {
        ended = true;
        document.removeEventListener('visibilitychange', look);
        removeEventListener('online', retry);
        pause();
    };
}
