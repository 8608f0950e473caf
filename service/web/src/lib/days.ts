// Days as numbers since 1970-01-01, for arithmetic without time zones.

export const months = [
    'January', 'February', 'March', 'April', 'May', 'June',
    'July', 'August', 'September', 'October', 'November', 'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export interface Calendar {
    year: number;
    month: number; // 0 to 11
    day: number;
}

/// Of "2018-03-20" or "2018-03-20T14:05:00Z", its first ten characters; years before Christ are "-0430-01-01".
export function dayNumber(text: string): number {
    const parts = /^(-?\d+)-(\d\d)-(\d\d)/.exec(text);
    if (!parts) return NaN;
    return fromCalendar(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}

export function fromCalendar(year: number, month: number, day: number): number {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return Math.round(date.getTime() / 86_400_000);
}

export function calendar(day: number): Calendar {
    const date = new Date(Math.floor(day) * 86_400_000);
    return {year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate()};
}

export function weekday(day: number): string {
    return weekdays[(((Math.floor(day) + 4) % 7) + 7) % 7] as string;
}

export function isoDay(day: number): string {
    const {year, month, day: date} = calendar(day);
    return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export function yearName(year: number): string {
    return year > 0 ? String(year) : `${1 - year} BC`;
}
