// What is shown, as a sentence that can be changed. All of it stands in the address.
import {useMemo} from 'preact/hooks';
import {familyLabel, familyOf, familyOrder, capital, counted, typeName} from '../lib/words';
import {isFiltered, noFilters, type Filters} from '../lib/filters';
import type {Event} from '../lib/types';

interface Props {
    events: Event[]; // all of the story
    shown: number;
    filters: Filters;
    change: (filters: Filters) => void;
}

const sourceSteps = [2, 3, 4, 5, 7, 10];
const maxSteps = [5, 10, 20, 30, 50, 100, 200];
const mostPeople = 60;

function tally(names: Iterable<string>): [string, number][] {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

export function FilterBar({events, shown, filters, change}: Props) {
    const types = useMemo(() => tally(events.map((event) => event.type)), [events]);
    const people = useMemo(() => tally(events.flatMap((event) => event.participants.map((p) => p.name))), [events]);
    const set = (part: Partial<Filters>) => change({...filters, ...part});
    const named = people.slice(0, mostPeople);
    const unlisted = filters.participant && !named.some(([name]) => name === filters.participant);
    return (
        <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
            <div class="filter-line">
                <label>Show
                    <select name="type" value={filters.type} onChange={(e) => set({type: e.currentTarget.value})}>
                        <option value="">all types</option>
                        {familyOrder.map((family) => {
                            const own = types.filter(([type]) => familyOf(type) === family);
                            return own.length > 0 && (
                                <optgroup key={family} label={familyLabel(family)}>
                                    {own.map(([type, count]) => <option key={type} value={type}>{capital(typeName(type))} ({count})</option>)}
                                </optgroup>
                            );
                        })}
                    </select>
                </label>
                <label>with
                    <select name="participant" value={filters.participant} onChange={(e) => set({participant: e.currentTarget.value})}>
                        <option value="">anyone</option>
                        {unlisted && <option value={filters.participant}>{filters.participant}</option>}
                        {named.map(([name, count]) => <option key={name} value={name}>{name} ({count})</option>)}
                    </select>
                </label>
                <label>from
                    <input type="date" name="from" value={filters.from} onChange={(e) => set({from: e.currentTarget.value})} />
                </label>
                <label>to
                    <input type="date" name="to" value={filters.to} onChange={(e) => set({to: e.currentTarget.value})} />
                </label>
                <label>told by
                    <select name="min_sources" value={String(filters.min_sources)} onChange={(e) => set({min_sources: Number(e.currentTarget.value)})}>
                        <option value="0">any source</option>
                        {[...new Set([...sourceSteps, filters.min_sources].filter((n) => n > 0))].sort((a, b) => a - b)
                            .map((n) => <option key={n} value={n}>at least {counted(n, 'source')}</option>)}
                    </select>
                </label>
                <label>keep
                    <select name="max" value={String(filters.max)} onChange={(e) => set({max: Number(e.currentTarget.value)})}>
                        <option value="0">every event</option>
                        {[...new Set([...maxSteps, filters.max].filter((n) => n > 0))].sort((a, b) => a - b)
                            .map((n) => <option key={n} value={n}>the {n} most important</option>)}
                    </select>
                </label>
            </div>
            <p class="filter-result" role="status">
                {isFiltered(filters) ? `${shown} of ${counted(events.length, 'event')}` : counted(events.length, 'event')}
                {isFiltered(filters) && <button type="button" class="plain" onClick={() => change(noFilters)}>Show all</button>}
            </p>
        </form>
    );
}
