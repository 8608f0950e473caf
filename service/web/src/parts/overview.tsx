// The whole story on one time axis: a row a type, the width of a mark the uncertainty of its date, its height how many
// independent reports there are. The chronology beneath says the same in words.
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {makeAxis} from '../lib/axis';
import {timeName} from '../lib/dates';
import {isoDay} from '../lib/days';
import {limited, useGestures, zoomed} from '../lib/gestures';
import {denseView, fullView, isDated, laneCounts, laneHeight, makeMarks, makeRows, mostLanes, type View} from '../lib/layout';
import type {Event} from '../lib/types';
import {capital, counted, statusNames, typeName} from '../lib/words';
import {Legend} from './legend';
import {Mark} from './mark';
import {Tooltip} from './tooltip';

interface Props {
    events: Event[]; // all of the story
    shown: Set<string>; // those that pass the filters
    fresh: Set<string>;
    onOpen: (id: string) => void;
    onSpan: (from: string, to: string) => void; // "read only these dates"
}

const rowGap = 9;
const fewRows = 9;
const axisHeight = 40;

/// Pixels that the rows' names take: beside the marks where there is room, above them where there is not.
const gutterFor = (width: number) => (width >= 640 ? 128 : 0);

function useWidth(): [{current: HTMLDivElement | null}, number] {
    const box = useRef<HTMLDivElement>(null);
    const [width, set] = useState(0);
    useEffect(() => {
        const watch = new ResizeObserver(([entry]) => entry && set(Math.floor(entry.contentRect.width)));
        watch.observe(box.current as HTMLDivElement);
        return () => watch.disconnect();
    }, []);
    return [box, width];
}

export function Overview({events, shown, fresh, onOpen, onSpan}: Props) {
    const [box, width] = useWidth();
    const plot = useRef<SVGSVGElement>(null);
    const [allRows, setAllRows] = useState(false);
    const full = useMemo(() => fullView(events), [events]);
    const dense = useMemo(() => denseView(events), [events]);
    const [moved, setMoved] = useState<View | null>(null);
    const [chosen, choose] = useState<string | null>(null);
    const view = limited(moved ?? dense, full);
    useGestures(plot, view, full, setMoved);

    const gutter = gutterFor(width);
    const inner = Math.max(width - gutter, 1);
    const typeCount = useMemo(() => new Set(events.map((event) => event.type)).size, [events]);
    const rows = useMemo(() => makeRows(events, allRows ? 1000 : fewRows), [events, allRows]);
    const lanes = useMemo(() => laneCounts(rows, makeMarks(events, rows, dense, inner)), [rows, dense, inner]);
    const marks = useMemo(() => makeMarks(events, rows, view, inner), [rows, view.from, view.to, inner]);
    const axis = useMemo(() => makeAxis(view.from, view.to, inner), [view.from, view.to, inner]);

    const nameRoom = gutter ? 0 : 16;
    const tops: number[] = [];
    let bottom = 6;
    for (const count of lanes) {
        tops.push(bottom + nameRoom);
        bottom += nameRoom + Math.min(count, mostLanes) * laneHeight + rowGap;
    }
    const at = (day: number) => ((day - view.from) / (view.to - view.from)) * inner;
    const undated = events.filter((event) => !isDated(event)).length;
    const before = events.filter((event) => (event.time.end ?? event.time.start ?? '9') < isoDay(view.from)).length;
    const after = events.filter((event) => isDated(event) && (event.time.start ?? event.time.end ?? '') > isoDay(view.to)).length;

    const inOrder = useMemo(() => [...marks].sort((a, b) => a.x - b.x || a.row - b.row), [marks]);
    const picked = marks.find((mark) => mark.event.id === chosen);
    const step = (by: number) => {
        const list = inOrder.filter((mark) => shown.has(mark.event.id) && mark.x >= 0 && mark.x <= inner);
        const index = list.findIndex((mark) => mark.event.id === chosen);
        const next = list[index < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(index + by, 0), list.length - 1)];
        if (next) choose(next.event.id);
    };
    const span = view.to - view.from;
    const shift = (share: number) => setMoved(limited({from: view.from + share * span, to: view.to + share * span}, full));
    const keys: Record<string, () => void> = {
        ArrowRight: () => step(1),
        ArrowLeft: () => step(-1),
        PageDown: () => shift(0.8),
        PageUp: () => shift(-0.8),
        '+': () => setMoved(zoomed(view, 0.6, 0.5, full)),
        '=': () => setMoved(zoomed(view, 0.6, 0.5, full)),
        '-': () => setMoved(zoomed(view, 1.6, 0.5, full)),
        '0': () => setMoved(full),
        Escape: () => choose(null),
        Enter: () => chosen && onOpen(chosen),
    };
    const onKeyDown = (press: KeyboardEvent) => {
        const act = keys[press.key];
        if (!act || press.ctrlKey || press.metaKey || press.altKey) return;
        press.preventDefault();
        act();
    };
    const markAt = (target: EventTarget | null) => (target as Element).closest('[data-event]')?.getAttribute('data-event') ?? null;

    return (
        <figure class="overview" aria-label="Overview of all events on a time axis">
            <div class="overview-bar">
                <p class="overview-keys" id="overview-help">
                    Drag to move, Ctrl and wheel to zoom; with the keyboard arrow keys walk, + and − zoom, Enter reads.
                </p>
                <div class="zoom" role="group" aria-label="Zoom">
                    <button type="button" onClick={() => setMoved(zoomed(view, 0.6, 0.5, full))} aria-label="Zoom in">+</button>
                    <button type="button" onClick={() => setMoved(zoomed(view, 1.6, 0.5, full))} aria-label="Zoom out">−</button>
                    <button type="button" onClick={() => setMoved(dense)}>Heart of the story</button>
                    <button type="button" onClick={() => setMoved(full)}>All dates</button>
                    <button type="button" onClick={() => onSpan(isoDay(view.from + 0.999), isoDay(view.to - 0.001))}>
                        Read only these dates
                    </button>
                </div>
            </div>
            <div class="plot" ref={box}>
                <svg
                    ref={plot}
                    width={width}
                    height={bottom + axisHeight}
                    role="application"
                    tabindex={0}
                    aria-label={`${counted(events.length, 'event')} by type and date`}
                    aria-describedby="overview-help"
                    onKeyDown={onKeyDown}
                    onMouseOver={(over) => choose(markAt(over.target))}
                    onMouseLeave={() => choose(null)}
                    onClick={(press) => {
                        const id = markAt(press.target);
                        if (id) onOpen(id);
                    }}
                >
                    <Gradients />
                    <clipPath id="plot-clip">
                        <rect x={0} y={0} width={inner} height={bottom + axisHeight} />
                    </clipPath>
                    {rows.map((row, n) => (
                        <text key={row.label} class={`row-name ${row.family ? `f-${row.family}` : ''}`} x={0}
                            y={gutter ? (tops[n] as number) + laneHeight / 2 + 4 : (tops[n] as number) - 3}>
                            {row.label ? capital(typeName(row.label)) : counted(row.types.length, 'other type')}
                            <tspan class="row-count" dx="5">{row.count}</tspan>
                        </text>
                    ))}
                    <g transform={`translate(${gutter} 0)`} clip-path="url(#plot-clip)">
                        {axis.coarse.map((tick) => <line key={`c${tick.at}`} class="rule strong" x1={at(tick.at)} x2={at(tick.at)} y1={0} y2={bottom + axisHeight} />)}
                        {axis.fine.map((tick) => <line key={tick.at} class="rule" x1={at(tick.at)} x2={at(tick.at)} y1={0} y2={bottom + 4} />)}
                        {rows.map((row, n) => <line key={row.label} class="row-line" x1={0} x2={inner} y1={(tops[n] as number) - rowGap / 2 - nameRoom} y2={(tops[n] as number) - rowGap / 2 - nameRoom} />)}
                        {axis.fine.map((tick) => <text key={tick.at} class="tick" x={at(tick.at) + 3} y={bottom + 15}>{tick.label}</text>)}
                        {axis.coarse.map((tick, n) => {
                            const x = Math.max(at(tick.at), 0) + 3;
                            const next = axis.coarse[n + 1];
                            const crowded = next && at(next.at) - x < 60 && n === 0;
                            return crowded ? null : <text key={`c${tick.at}`} class="tick coarse" x={x} y={bottom + 33}>{tick.label}</text>;
                        })}
                        {marks.map((mark) => (
                            <Mark key={mark.event.id} shape={mark} top={tops[mark.row] as number} ghost={!shown.has(mark.event.id)}
                                chosen={mark.event.id === chosen} fresh={fresh.has(mark.event.id)} />
                        ))}
                    </g>
                </svg>
                {picked && <Tooltip x={gutter + picked.x + picked.width / 2} width={width}
                    y={(tops[picked.row] as number) + picked.lane * laneHeight} event={picked.event} />}
            </div>
            <p class="outside">
                {before > 0 && <button type="button" class="plain" onClick={() => setMoved(full)}>← {counted(before, 'event')} earlier</button>}
                {undated > 0 && <a href="#undated">{counted(undated, 'event')} without a date</a>}
                {after > 0 && <button type="button" class="plain" onClick={() => setMoved(full)}>{counted(after, 'event')} later →</button>}
            </p>
            <p class="visually-hidden" aria-live="polite">
                {picked && `${picked.event.title}, ${timeName(picked.event.time)}, ${statusNames[picked.event.status]}`}
            </p>
            <Legend rows={rows} />
            {typeCount > fewRows && (
                <button type="button" class="plain" aria-expanded={allRows} onClick={() => setAllRows(!allRows)}>
                    {allRows ? 'Show the most frequent types' : `Show all ${typeCount} types`}
                </button>
            )}
        </figure>
    );
}

/// Open sides fade out: nothing is known beyond.
function Gradients() {
    return (
        <defs>
            {['said', 'dealt', 'harm', 'law', 'office'].flatMap((family) => ['start', 'end'].map((side) => (
                <linearGradient key={family + side} id={`fade-${family}-${side}`} class={`f-${family}`}>
                    <stop offset="0" class={side === 'start' ? 'none' : 'full'} />
                    <stop offset="1" class={side === 'start' ? 'full' : 'none'} />
                </linearGradient>
            )))}
        </defs>
    );
}
