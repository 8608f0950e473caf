// The chronology in words, grouped by day or by what is known of it. A long one is written in steps, the part that is
// asked for first, so that the page answers at once.
import {useEffect, useLayoutEffect, useMemo, useState} from 'preact/hooks';
import {timeName, weekdayName} from '../lib/dates';
import {calendar, dayNumber, months, yearName} from '../lib/days';
import {isDated} from '../lib/layout';
import type {Linked} from '../lib/links';
import type {Event, Time} from '../lib/types';
import {counted} from '../lib/words';
import {Entry} from './entry';

interface Props {
    events: Event[]; // chronological, undated last
    links: Map<string, Linked[]>;
    fresh: Set<string>;
    chosen: string; // event that the address names
}

interface Group {
    key: string;
    time: Time;
    month: string; // heading that begins with this group, or ""
    events: Event[];
}

const firstStep = 40; // groups written at once
const nextStep = 120;

function monthOf(time: Time): string {
    const text = time.start ?? time.end;
    if (!text) return 'No date';
    const {year, month} = calendar(dayNumber(text));
    return `${months[month]} ${yearName(year)}`;
}

export function makeGroups(events: Event[]): Group[] {
    const groups: Group[] = [];
    let month = '';
    for (const event of events) {
        const key = isDated(event) ? `${event.time.start}/${event.time.end}` : 'undated';
        const last = groups.at(-1);
        if (last?.key === key) {
            last.events.push(event);
            continue;
        }
        const next = monthOf(event.time);
        groups.push({key, time: event.time, month: next === month ? '' : next, events: [event]});
        month = next;
    }
    return groups;
}

function DateMark({time}: {time: Time}) {
    const exact = time.start !== null && time.start === time.end;
    if (!exact) return <h3 class="date vague">{timeName(time)}</h3>;
    const {year, month, day} = calendar(dayNumber(time.start as string));
    return (
        <h3 class="date">
            <time dateTime={time.edtf || undefined}>
                <span class="date-day">{day}</span>{' '}
                <span class="date-rest">{months[month]} {yearName(year)}<span class="visually-hidden">,</span>{' '}
                    <span class="date-week">{weekdayName(time)}</span></span>
            </time>
        </h3>
    );
}

/// The sixth of the events that matters most is set larger, where there are enough to choose from.
function majorEvents(events: Event[]): Set<string> {
    const count = Math.min(Math.floor(events.length / 6), 40);
    const ranked = [...events].sort((a, b) => b.salience - a.salience).slice(0, count);
    return new Set(ranked.map((event) => event.id));
}

export function Chronology({events, links, fresh, chosen}: Props) {
    const groups = useMemo(() => makeGroups(events), [events]);
    const visible = useMemo(() => new Set(events.map((event) => event.id)), [events]);
    const major = useMemo(() => majorEvents(events), [events]);
    const [written, write] = useState(firstStep);
    const wanted = groups.findIndex((group) => group.events.some((event) => event.id === chosen || (chosen === 'undated' && !isDated(event))));
    const count = Math.max(written, wanted + 5);

    useEffect(() => {
        if (count >= groups.length) return;
        const timer = setTimeout(() => write(count + nextStep), 16);
        return () => clearTimeout(timer);
    }, [count, groups.length]);
    useEffect(() => {
        document.addEventListener('keydown', walk);
        return () => document.removeEventListener('keydown', walk);
    }, []);
    useLayoutEffect(() => {
        const target = chosen && document.getElementById(chosen);
        if (!target) return;
        target.scrollIntoView({block: 'center'});
        target.focus({preventScroll: true});
    }, [chosen, groups.length > 0]);

    return (
        <div class="chronology">
            {groups.slice(0, count).map((group) => (
                <section key={group.key + group.events[0]?.id} class={`day ${group.key === 'undated' ? 'undated' : ''}`}>
                    {group.month && <p class="month" aria-hidden="true"><span>{group.month}</span></p>}
                    {group.key === 'undated' ? (
                        <h3 class="date vague" id="undated" tabIndex={-1}>No date is told <span class="quiet">{counted(group.events.length, 'event')}</span></h3>
                    ) : <DateMark time={group.time} />}
                    <div class="entries">
                        {group.events.map((event) => (
                            <Entry key={event.id} event={event} links={links.get(event.id) ?? none} visible={visible}
                                fresh={fresh.has(event.id)} chosen={event.id === chosen} major={major.has(event.id)} />
                        ))}
                    </div>
                </section>
            ))}
        </div>
    );
}

const none: Linked[] = [];

/// j and k, as in mail readers, go from entry to entry.
function walk(press: KeyboardEvent): void {
    const by = press.key === 'j' ? 1 : press.key === 'k' ? -1 : 0;
    const field = (press.target as Element).matches('input, select, textarea');
    if (by === 0 || field || press.ctrlKey || press.metaKey || press.altKey) return;
    const entries = [...document.querySelectorAll<HTMLElement>('.entry')];
    const now = entries.findIndex((entry) => entry.contains(document.activeElement));
    const next = entries[now < 0 ? 0 : Math.min(Math.max(now + by, 0), entries.length - 1)];
    next?.focus({preventScroll: true});
    next?.scrollIntoView({block: 'nearest'});
}
