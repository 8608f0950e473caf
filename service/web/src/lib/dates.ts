// Dates in words, never more exact than what is known: "late April 2018", "before 18 March 2018".
import {calendar, dayNumber, fromCalendar, months, weekday, yearName} from './days';
import type {Time} from './types';

const seasons: Record<string, string> = {21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter'};
const quarters: Record<string, string> = {33: 'first', 34: 'second', 35: 'third', 36: 'fourth'};

export function dayName(day: number, withYear = true): string {
    const {year, month, day: date} = calendar(day);
    return `${date} ${months[month]}${withYear ? ` ${yearName(year)}` : ''}`;
}

const monthLength = (year: number, month: number) => fromCalendar(year, month + 1, 1) - fromCalendar(year, month, 1);

/// The name of a whole unit that the days fill exactly, or "".
function wholeUnit(first: number, last: number): string {
    const from = calendar(first);
    const to = calendar(last);
    const month = `${months[from.month]} ${yearName(from.year)}`;
    if (from.year === to.year && from.month === to.month) {
        const length = monthLength(from.year, from.month);
        if (from.day === 1 && to.day === length) return month;
        if (from.day === 1 && to.day === 10) return `early ${month}`;
        if (from.day === 11 && to.day === 20) return `mid-${month}`;
        if (from.day === 21 && to.day === length) return `late ${month}`;
    }
    const monthEnd = from.day === 1 && to.day === monthLength(to.year, to.month);
    if (monthEnd && from.year === to.year) {
        const span = `${from.month}-${to.month}`;
        const names: Record<string, string> = {'0-11': '', '0-3': 'early ', '4-7': 'mid-', '8-11': 'late '};
        if (span in names) return names[span] + yearName(from.year);
    }
    if (monthEnd && from.month === 0 && to.month === 11 && from.year > 0) {
        if (from.year % 10 === 0 && to.year === from.year + 9) return `the ${from.year}s`;
        if (from.year % 100 === 0 && to.year === from.year + 99) return `the ${from.year}s`;
    }
    return '';
}

function range(first: number, last: number): string {
    const from = calendar(first);
    const to = calendar(last);
    if (from.year !== to.year) return `${dayName(first)} – ${dayName(last)}`;
    if (from.month !== to.month) return `${dayName(first, false)} – ${dayName(last)}`;
    return `${from.day}–${dayName(last)}`;
}

/// As short as it can be said: a month that ends is "March 2018", a day "18 March 2018".
function edge(day: number): string {
    const {year, month, day: date} = calendar(day);
    if (date !== 1) return dayName(day);
    return month === 0 ? yearName(year) : `${months[month]} ${yearName(year)}`;
}

export function timeName(time: Time): string {
    if (!time.start && !time.end) return 'date unknown';
    if (!time.start) return `before ${edge(dayNumber(time.end as string) + 1)}`;
    const first = dayNumber(time.start);
    if (!time.end) return `${edge(first)} or later`;
    const last = dayNumber(time.end);
    if (first === last) return dayName(first);
    const coded = /^(-?\d{4})-(\d\d)$/.exec(time.edtf);
    const season = coded && seasons[coded[2] as string];
    const quarter = coded && quarters[coded[2] as string];
    if (season) return `${season} ${coded[1]}`;
    if (quarter) return `${quarter} quarter of ${coded[1]}`;
    if (time.granularity === 'week' && last - first === 6) return `week of ${dayName(first)}`;
    return wholeUnit(first, last) || range(first, last);
}

/// "Tuesday" for an exact day, else "".
export function weekdayName(time: Time): string {
    return time.start && time.start === time.end ? weekday(dayNumber(time.start)) : '';
}

export const basisNotes: Record<Time['basis'], string> = {
    expression: 'dated by the words of the text',
    linked: 'dated by another event of the text',
    publication: 'dated only by when it was published',
    none: 'no date is told',
};

/// "14 – 26 March 2018" of a story.
export function spanName(first?: string, last?: string): string {
    if (!first || !last) return 'undated';
    return first === last ? dayName(dayNumber(first)) : range(dayNumber(first), dayNumber(last));
}

/// "2018-03-21" or an RFC 3339 time as a day in words.
export function published(text: string): string {
    const day = dayNumber(text);
    return Number.isNaN(day) ? text : dayName(day);
}

/// "3 minutes ago".
export function ago(moment: string, now = Date.now()): string {
    const seconds = Math.max(0, (now - Date.parse(moment)) / 1000);
    const format = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
    if (seconds < 45) return 'just now';
    if (seconds < 45 * 60) return format.format(-Math.round(seconds / 60), 'minute');
    if (seconds < 22 * 3600) return format.format(-Math.round(seconds / 3600), 'hour');
    if (seconds < 26 * 86_400) return format.format(-Math.round(seconds / 86_400), 'day');
    return dayName(Math.floor(Date.parse(moment) / 86_400_000));
}
