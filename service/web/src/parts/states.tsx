// What stands where content will be, cannot be, or is not.
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {setKey, type Failure} from '../lib/api';

export function Loading({what}: {what: string}) {
    return (
        <div class="state loading" role="status">
            <p class="visually-hidden">Loading {what}</p>
            <div class="bone wide" /><div class="bone" /><div class="bone short" />
            <div class="bone wide" /><div class="bone" />
        </div>
    );
}

export function Empty({title, children}: {title: string; children?: ComponentChildren}) {
    return <div class="state empty"><h2>{title}</h2>{children}</div>;
}

function AskForKey({retry}: {retry: () => void}) {
    const [key, set] = useState('');
    const submit = (event: Event) => {
        event.preventDefault();
        setKey(key.trim());
        retry();
    };
    return (
        <form class="state key" onSubmit={submit}>
            <h2>This service asks for a key</h2>
            <p>Its operator hands out keys. The key stays in this browser.</p>
            <label>Key <input type="password" autocomplete="off" value={key} onInput={(e) => set(e.currentTarget.value)} required /></label>
            <button type="submit">Use this key</button>
        </form>
    );
}

export function Failed({failure, what, retry}: {failure: Failure; what: string; retry: () => void}) {
    if (failure.status === 401) return <AskForKey retry={retry} />;
    if (failure.status === 404) return <Empty title={`There is no such ${what}`}><p>The address may be incomplete. <a href="/">See all stories</a></p></Empty>;
    if (failure.status === 410) return <Empty title={`This ${what} was deleted`}><p><a href="/">See all stories</a></p></Empty>;
    return (
        <div class="state failed" role="alert">
            <h2>{failure.status === 0 ? 'No connection' : `The ${what} could not be read`}</h2>
            <p>{failure.message}{failure.retryAfter ? ` It asks to wait ${failure.retryAfter} seconds.` : ''}</p>
            <button type="button" onClick={retry}>Try again</button>
        </div>
    );
}

/// Above content that could not be renewed.
export function Stale({failure, retry}: {failure?: Failure; retry: () => void}) {
    if (!failure) return null;
    return (
        <p class="stale" role="status">
            {failure.status === 0 ? 'No connection: this is what was last loaded.' : failure.message}{' '}
            <button type="button" class="plain" onClick={retry}>Try again</button>
        </p>
    );
}
