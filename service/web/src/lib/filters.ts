// What a reader narrows a chronology to. It stands in the address, so that it can be shared, and means what the same
// parameters of /v1/stories/{id}/timeline mean.
import {dayNumber} from './days';
import type {Event} from './types';

export interface Filters {
    type: string;
    participant: string;
    from: string; // YYYY-MM-DD or ""
    to: string;
    min_sources: number; // 0: no such condition
    max: number; // the most important so many; 0: all
}

export const noFilters: Filters = {type: '', participant: '', from: '', to: '', min_sources: 0, max: 0};

const aDay = /^\d{4}-\d\d-\d\d$/;

function whole(text: string | null, most: number): number {
    const number = Number(text);
    return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 0;
}

export function readFilters(query: URLSearchParams): Filters {
    const date = (name: string) => (aDay.test(query.get(name) ?? '') ? (query.get(name) as string) : '');
    return {
        type: query.get('type') ?? '',
        participant: query.get('participant') ?? '',
        from: date('from'),
        to: date('to'),
        min_sources: whole(query.get('min_sources'), 10_000),
        max: whole(query.get('max'), 200),
    };
}

/// "?type=call&max=20", or "" when nothing is filtered.
export function writeFilters(filters: Filters): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value));
    const text = query.toString();
    return text && `?${text}`;
}

export function isFiltered(filters: Filters): boolean {
    return writeFilters(filters) !== '';
}

/// All conditions but `max`, which the service decides.
export function passes(event: Event, filters: Filters): boolean {
    if (filters.type && event.type !== filters.type) return false;
    if (event.source_count < filters.min_sources) return false;
    const {start, end} = event.time;
    if ((filters.from || filters.to) && !start && !end) return false;
    if (filters.from && end && dayNumber(end) < dayNumber(filters.from)) return false;
    if (filters.to && start && dayNumber(start) > dayNumber(filters.to)) return false;
    if (!filters.participant) return true;
    const wanted = filters.participant.toLowerCase();
    return event.participants.some((p) => [p.name, ...p.aliases].some((name) => name.toLowerCase() === wanted));
}
