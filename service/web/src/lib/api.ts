// Requests to the service: JSON in, JSON out, every failure as a Failure.

export class Failure extends Error {
    constructor(
        readonly status: number, // 0 when no answer came
        readonly code: string, // of the problem document; "offline" when no answer came
        detail: string,
        readonly field?: string,
        readonly retryAfter?: number, // seconds
    ) {
        super(detail);
    }
}

const keyName = 'throughline.key';

export function setKey(key: string): void {
    localStorage.setItem(keyName, key);
}

export function authorization(): Record<string, string> {
    const key = localStorage.getItem(keyName);
    return key ? {Authorization: `Bearer ${key}`} : {};
}

async function problem(answer: Response): Promise<Failure> {
    const told = await answer.json().catch(() => ({}));
    const wait = Number(answer.headers.get('Retry-After')) || undefined;
    return new Failure(answer.status, told.code ?? 'internal', told.detail ?? answer.statusText, told.field, wait);
}

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
    let answer: Response;
    try {
        answer = await fetch(path, {...init, headers: {...authorization(), ...init.headers}});
    } catch (reason) {
        if (init.signal?.aborted) throw reason;
        throw new Failure(0, 'offline', 'The service does not answer.');
    }
    if (!answer.ok) throw await problem(answer);
    return answer;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const answer = await send(path, signal ? {signal} : {});
    return (await answer.json()) as T;
}

/// Every row of a list that is served in pages; `seen` is called after each page with all rows so far.
export async function pages<T>(
    path: string,
    field: string,
    signal?: AbortSignal,
    seen?: (rows: T[], page: Record<string, unknown>) => void,
): Promise<T[]> {
    const rows: T[] = [];
    for (let cursor = ''; ; ) {
        const glue = path.includes('?') ? '&' : '?';
        const target = `${path}${glue}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
        const page = await get<Record<string, unknown>>(target, signal);
        rows.push(...(page[field] as T[]));
        seen?.([...rows], page);
        if (!page.next_cursor) return rows;
        cursor = String(page.next_cursor);
    }
}
