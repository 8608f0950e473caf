// Geometry of the overview: which row an event stands in, how wide its date is, which lane keeps it clear of others.
import {dayNumber} from './days';
import type {Event} from './types';
import {familyOf, familyOrder, type Family} from './words';

export interface Row {
    types: string[];
    label: string; // of the type, or "" for the types that share the last row
    family: Family | null; // null: of several
    count: number;
}

/// Day numbers, `to` exclusive.
export interface View {
    from: number;
    to: number;
}

export interface Mark {
    event: Event;
    row: number;
    lane: number;
    x: number; // pixels
    width: number;
    height: number;
    vague: boolean; // the date is much wider than a mark: drawn as a band
    open: '' | 'start' | 'end';
    slots?: number; // places beside each other that the mark may take
}

export const laneHeight = 13;
export const mostLanes = 5;
const slotGap = 2; // pixels between marks of one day
const longestSearch = 60; // marks of a lane that are looked at
const openWidth = 44; // pixels that an open side fades over

export const isDated = (event: Event): boolean => event.time.start !== null || event.time.end !== null;

/// One row a type, those of a family together, the most frequent first; beyond `most` rows the rare ones share one.
export function makeRows(events: Event[], most: number): Row[] {
    const counts = new Map<string, number>();
    for (const event of events) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
    const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const own = byCount.length > most ? byCount.slice(0, most - 1) : byCount;
    const shared = byCount.slice(own.length);
    const place = (type: string) => familyOrder.indexOf(familyOf(type));
    own.sort((a, b) => place(a[0]) - place(b[0]) || b[1] - a[1]);
    const rows: Row[] = own.map(([type, count]) => ({types: [type], label: type, family: familyOf(type), count}));
    if (shared.length > 0) {
        const count = shared.reduce((sum, [, n]) => sum + n, 0);
        rows.push({types: shared.map(([type]) => type), label: '', family: null, count});
    }
    return rows;
}

/// First and last day of an event; an open side is its other side.
function ends(event: Event): [number, number] {
    const {start, end} = event.time;
    return [dayNumber((start ?? end) as string), dayNumber((end ?? start) as string) + 1];
}

function padded(from: number, to: number): View {
    const room = Math.max((to - from) * 0.04, 1);
    return {from: from - room, to: to + room};
}

/// All dated events; a week around today when there are none.
export function fullView(events: Event[]): View {
    const dated = events.filter(isDated).map(ends);
    if (dated.length === 0) {
        const today = Math.floor(Date.now() / 86_400_000);
        return {from: today - 4, to: today + 4};
    }
    return padded(Math.min(...dated.map(([from]) => from)), Math.max(...dated.map(([, to]) => to)));
}

/// Where most of the story lies: background from years before must not press it into a corner.
export function denseView(events: Event[]): View {
    const full = fullView(events);
    const exact = events.filter(isDated).map(ends).filter(([from, to]) => to - from < 200);
    if (exact.length < 8) return full;
    const starts = exact.map(([from]) => from).sort((a, b) => a - b);
    const at = (share: number) => starts[Math.round(share * (starts.length - 1))] as number;
    const room = (at(0.9) - at(0.1)) * 0.25 + 2;
    const from = at(0.1) - room;
    const to = at(0.9) + room;
    const inner = starts.filter((day) => day >= from && day <= to);
    const core = padded(inner[0] as number, (inner.at(-1) as number) + 1);
    return core.to - core.from > (full.to - full.from) * 0.6 ? full : core;
}

function geometry(event: Event, view: View, width: number): Omit<Mark, 'row' | 'lane' | 'event'> {
    const scale = width / (view.to - view.from);
    const [from, to] = ends(event);
    const height = 7 + Math.min(3 * (Math.sqrt(event.origin_count) - 1), 5);
    const x = (from - view.from) * scale;
    const span = (to - from) * scale;
    if (event.time.start === null) return {x: x + span - openWidth, width: openWidth, height, vague: true, open: 'start'};
    if (event.time.end === null) return {x, width: openWidth, height, vague: true, open: 'end'};
    const vague = to - from > 1 && span > 2.2 * height;
    if (vague) return {x, width: span, height, vague, open: ''};
    // Marks of one day stand beside each other within it where it is wide, else they share its middle.
    const slots = Math.max(Math.floor(span / (height + slotGap)), 1);
    return {x: slots > 1 ? x + slotGap : x + (span - height) / 2, width: height, height, vague, open: '', slots};
}

/// The marks that lie in the view. Wide bands take lanes last, so that exact events keep the upper ones.
export function makeMarks(events: Event[], rows: Row[], view: View, width: number): Mark[] {
    const rowOf = new Map<string, number>();
    rows.forEach((row, n) => row.types.forEach((type) => rowOf.set(type, n)));
    const marks: Mark[] = [];
    for (const event of events) {
        if (!isDated(event)) continue;
        const shape = geometry(event, view, width);
        if (shape.x + shape.width < -60 || shape.x > width + 60) continue;
        marks.push({event, row: rowOf.get(event.type) ?? rows.length - 1, lane: 0, ...shape});
    }
    const ordered = [...marks].sort((a, b) => Number(a.vague) - Number(b.vague) || a.x - b.x);
    const taken: [number, number][][][] = rows.map(() => Array.from({length: mostLanes}, () => []));
    for (const mark of ordered) {
        const lanes = taken[mark.row] as [number, number][][];
        const [lane, x] = findPlace(mark, lanes) ?? [hash(mark.event.id) % mostLanes, mark.x];
        mark.lane = lane;
        mark.x = x;
        (lanes[lane] as [number, number][]).push([x, x + mark.width]);
    }
    return marks;
}

/// The first lane, and place in it, that nothing else takes.
function findPlace(mark: Mark, lanes: [number, number][][]): [number, number] | null {
    for (const [n, lane] of lanes.entries())
        for (let slot = 0; slot < (mark.slots ?? 1); slot++) {
            const x = mark.x + slot * (mark.height + slotGap);
            const near = lane.length > longestSearch ? lane.slice(-longestSearch) : lane;
            if (near.every(([a, b]) => x >= b + 1 || x + mark.width <= a - 1)) return [n, x];
        }
    return null;
}

function hash(text: string): number {
    let sum = 0;
    for (let n = 0; n < text.length; n++) sum = (sum * 31 + text.charCodeAt(n)) >>> 0;
    return sum;
}

/// How many lanes each row needs for these marks.
export function laneCounts(rows: Row[], marks: Mark[]): number[] {
    const counts = rows.map(() => 1);
    for (const mark of marks) counts[mark.row] = Math.max(counts[mark.row] as number, mark.lane + 1);
    return counts;
}
