// Which revision of a story this browser last showed, so that it can tell what has changed since.

const name = (story: string) => `throughline.seen.${story}`;

export interface Seen {
    revision: number;
    at: string; // RFC 3339
}

/// As it was when this page was opened: it stays while one goes to and fro.
const before = new Map<string, Seen | null>();

export function lastSeen(story: string): Seen | null {
    if (!before.has(story)) {
        const text = localStorage.getItem(name(story));
        before.set(story, text ? (JSON.parse(text) as Seen) : null);
    }
    return before.get(story) ?? null;
}

export function markSeen(story: string, revision: number): void {
    lastSeen(story);
    localStorage.setItem(name(story), JSON.stringify({revision, at: new Date().toISOString()}));
}
