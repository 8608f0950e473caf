// Ticks of a time axis: the finest unit of the calendar whose labels have room, and the unit above it.
import {calendar, fromCalendar, months, yearName} from './days';

export interface Tick {
    at: number; // day number
    label: string;
}

export interface Axis {
    fine: Tick[];
    coarse: Tick[]; // starts of the unit above; the first may lie before the axis
}

type Unit = {days: number; step: (from: number) => Generator<number>; label: (at: number) => string; coarse: 'year' | 'month' | 'none'};

function* steps(years: number, monthStep: number, from: number): Generator<number> {
    const {year, month} = calendar(from);
    let y = years ? Math.floor(year / years) * years : year;
    let m = years ? 0 : Math.floor(month / monthStep) * monthStep;
    for (;;) {
        yield fromCalendar(y, m, 1);
        if (years) y += years;
        else m += monthStep;
    }
}

/// Every `count`th day of each month, so that days keep their place when the axis moves.
function* daySteps(count: number, from: number): Generator<number> {
    let {year, month} = calendar(from);
    for (; ; month++) {
        const next = fromCalendar(year, month + 1, 1);
        const first = fromCalendar(year, month, 1);
        const room = count > 1 ? count / 2 : 0;
        for (let at = first; at < next - room; at += count) yield at;
    }
}

const short = (at: number) => (months[calendar(at).month] as string).slice(0, 3);
const year = (at: number) => yearName(calendar(at).year);
const date = (at: number) => String(calendar(at).day);

const dayUnit = (count: number): Unit => ({days: count, step: (from) => daySteps(count, from), label: date, coarse: 'month'});
const monthUnit = (count: number): Unit => ({days: 30.4 * count, step: (from) => steps(0, count, from), label: short, coarse: 'year'});
const yearUnit = (count: number): Unit => ({days: 365.25 * count, step: (from) => steps(count, 0, from), label: year, coarse: 'none'});

const units: Unit[] = [
    ...[1, 2, 5, 10].map(dayUnit),
    ...[1, 3, 6].map(monthUnit),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(yearUnit),
];

function collect(from: number, to: number, step: Generator<number>, label: (at: number) => string): Tick[] {
    const ticks: Tick[] = [];
    for (const at of step) {
        if (at > to) break;
        ticks.push({at, label: label(at)});
    }
    return ticks.filter((tick, n) => tick.at >= from || (ticks[n + 1]?.at ?? Infinity) > from);
}

/// `from` and `to` are day numbers, `width` pixels for them.
export function makeAxis(from: number, to: number, width: number): Axis {
    const perDay = width / Math.max(to - from, 1e-6);
    const room = (unit: Unit) => (unit.coarse === 'month' ? 26 : 44);
    const unit = units.find((candidate) => candidate.days * perDay >= room(candidate)) ?? (units.at(-1) as Unit);
    const fine = collect(from, to, unit.step(from), unit.label).filter((tick) => tick.at >= from);
    if (unit.coarse === 'none') return {fine, coarse: []};
    const ofMonth = unit.coarse === 'month';
    const coarseStep = ofMonth ? steps(0, 1, from) : steps(1, 0, from);
    const label = (at: number) => (ofMonth ? `${months[calendar(at).month]} ${year(at)}` : year(at));
    return {fine, coarse: collect(from, to, coarseStep, label)};
}
