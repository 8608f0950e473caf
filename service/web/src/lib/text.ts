// Texts cut at positions that count Unicode code points, as the API gives them.
import type {ArticleMention, Position} from './types';

/// Cuts by code points, prepared once for a text.
export class CodePoints {
    private readonly units: number[] = []; // UTF-16 index of each code point, and the end
    constructor(readonly text: string) {
        for (let index = 0; index < text.length; index += (text.codePointAt(index) as number) > 0xffff ? 2 : 1) this.units.push(index);
        this.units.push(text.length);
    }
    get length(): number {
        return this.units.length - 1;
    }
    slice({start, end}: Position): string {
        return this.text.slice(this.units[start], this.units[Math.min(end, this.length)]);
    }
}

export interface Run extends Position {
    text: string;
    evidence: ArticleMention[]; // those in whose evidence the run lies
    trigger: ArticleMention | null; // the one whose trigger it is part of
    time: boolean; // part of a time expression of one of them
}

const inside = (run: Position, span?: Position) => span !== undefined && run.start >= span.start && run.end <= span.end;

/// The text between two positions as runs within which nothing begins or ends.
export function makeRuns(text: CodePoints, within: Position, mentions: ArticleMention[]): Run[] {
    const here = mentions.filter((mention) => mention.position.start < within.end && mention.position.end > within.start);
    const cuts = new Set([within.start, within.end]);
    for (const mention of here)
        for (const span of [mention.position, mention.trigger, mention.time_expression])
            if (span) for (const at of [span.start, span.end]) if (at > within.start && at < within.end) cuts.add(at);
    const ordered = [...cuts].sort((a, b) => a - b);
    return ordered.slice(0, -1).map((start, n) => {
        const run = {start, end: ordered[n + 1] as number};
        return {
            ...run,
            text: text.slice(run),
            evidence: here.filter((mention) => inside(run, mention.position)),
            trigger: here.find((mention) => inside(run, mention.trigger)) ?? null,
            time: here.some((mention) => inside(run, mention.time_expression)),
        };
    });
}

/// Paragraphs as positions; blank lines part them.
export function paragraphs(text: CodePoints): Position[] {
    const found: Position[] = [];
    let start = 0;
    let point = 0;
    let newlines = 0;
    for (const letter of text.text) {
        if (letter === '\n') newlines++;
        else if (newlines >= 2) {
            if (point - newlines > start) found.push({start, end: point - newlines});
            start = point;
            newlines = 0;
        } else newlines = 0;
        point++;
    }
    if (point - newlines > start) found.push({start, end: point - newlines});
    return found;
}
