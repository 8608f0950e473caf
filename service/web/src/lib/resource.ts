// What a view reads from the service: kept while the page is open, so that going back shows it at once.
import {useCallback, useLayoutEffect, useState} from 'preact/hooks';
import {Failure} from './api';

export interface Resource<T> {
    value?: T;
    failure?: Failure;
    loading: boolean;
    reload: () => void;
}

const kept = new Map<string, unknown>();

function keep(key: string, value: unknown): void {
    kept.set(key, value);
    if (kept.size > 40) kept.delete(kept.keys().next().value as string);
}

type Load<T> = (signal: AbortSignal, partly: (value: T) => void) => Promise<T>;

/// Loads when `key` changes and on reload(). What is kept under the key is shown until the answer comes; a failure to
/// renew leaves it in place. `load` may show a first part early.
export function useResource<T>(key: string, load: Load<T>): Resource<T> {
    const [state, set] = useState<{key: string; value?: T; failure?: Failure; loading: boolean}>({key: '', loading: true});
    const [turn, next] = useState(0);
    useLayoutEffect(() => { // before the first paint: the answer travels while the page is drawn
        const stop = new AbortController();
        const known = kept.get(key) as T | undefined;
        set((before) => ({key, value: before.key === key ? before.value : known, loading: true}));
        const show = (value: T, loading: boolean) => {
            if (stop.signal.aborted) return;
            keep(key, value);
            set({key, value, loading});
        };
        load(stop.signal, (value) => kept.has(key) || show(value, true)).then(
            (value) => show(value, false),
            (reason) => {
                if (stop.signal.aborted) return;
                const failure = reason instanceof Failure ? reason : new Failure(0, 'internal', String(reason));
                set((before) => ({...before, key, failure, loading: false}));
            },
        );
        return () => stop.abort();
    }, [key, turn]);
    const reload = useCallback(() => next((n) => n + 1), []);
    if (state.key !== key) return {value: kept.get(key) as T | undefined, loading: true, reload};
    return {value: state.value, failure: state.failure, loading: state.loading, reload};
}
