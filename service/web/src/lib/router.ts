// Addresses: real paths, links taken over by the page, the place on a page kept when one comes back to it.
import {useEffect, useState} from 'preact/hooks';

export interface Place {
    path: string[]; // "/stories/s_1" is ["stories", "s_1"]
    query: URLSearchParams;
    hash: string; // without "#"
}

const listeners = new Set<() => void>();

function here(): Place {
    const path = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return {path, query: new URLSearchParams(location.search), hash: location.hash.slice(1)};
}

function tell(): void {
    for (const listener of listeners) listener();
}

/// `replace` changes the address without a new step in the history.
export function go(target: string, replace = false): void {
    if (!replace) history.replaceState({...history.state, top: scrollY}, '');
    history[replace ? 'replaceState' : 'pushState']({}, '', target);
    tell();
    if (!replace && !location.hash) scrollTo(0, 0);
}

/// Writes the fragment without moving or rendering: coming back leads to that element.
export function remember(id: string): void {
    history.replaceState({...history.state}, '', `${location.pathname}${location.search}#${id}`);
}

function ours(anchor: HTMLAnchorElement): boolean {
    const own = anchor.origin === location.origin && !anchor.target && !anchor.hasAttribute('download');
    return own && !/^\/(v1|assets|openapi\.json|healthz|readyz|metrics)/.test(anchor.pathname);
}

/// Called once, by main.
export function watchLinks(): void {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => {
        tell();
        const top = history.state?.top;
        if (!location.hash && top !== undefined) requestAnimationFrame(() => scrollTo(0, top));
    });
    document.addEventListener('click', (click) => {
        const anchor = (click.target as Element).closest?.('a');
        if (!anchor || !anchor.hasAttribute('href') || click.defaultPrevented || click.button !== 0) return;
        if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey || !ours(anchor)) return;
        if (anchor.hash && anchor.pathname === location.pathname && anchor.search === location.search) return;
        click.preventDefault();
        go(anchor.pathname + anchor.search + anchor.hash);
    });
}

export function usePlace(): Place {
    const [place, set] = useState(here);
    useEffect(() => {
        const listener = () => set(here());
        listeners.add(listener);
        addEventListener('hashchange', listener);
        return () => {
            listeners.delete(listener);
            removeEventListener('hashchange', listener);
        };
    }, []);
    return place;
}
