// An article's text with every mention marked and linked to its event; what one points at is told in a card beside it.
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {CodePoints, makeRuns, paragraphs} from '../lib/text';
import type {ArticleMention, Event, Position} from '../lib/types';
import {capital, familyOf, typeName} from '../lib/words';
import {timeName} from '../lib/dates';

interface Props {
    text: string;
    mentions: ArticleMention[];
    events: Map<string, Event>;
    chosen: string; // event whose evidence stands out
    at: Position | null; // a passage that stands out
}

interface Pointed {
    mention: ArticleMention;
    x: number;
    y: number;
    width: number;
}

function Card({pointed, event}: {pointed: Pointed; event: Event}) {
    const {mention} = pointed;
    const left = Math.min(Math.max(pointed.x, 0), Math.max(pointed.width - 280, 0));
    return (
        <div class="tooltip card" id="mention-card" role="tooltip" style={{left: `${left}px`, top: `${pointed.y}px`}}>
            <p class="kind"><span class={`dot f-${familyOf(event.type)}`} aria-hidden="true" />{capital(typeName(event.type))}{event.status !== 'occurred' && `, ${event.status}`}</p>
            <p class="tooltip-title">{event.title}</p>
            <p class="quiet">{timeName(event.time)}{mention.time_expression && <> — “{mention.time_expression.text}” read as {mention.time_expression.value}</>}</p>
            {event.participants.length > 0 && <p class="quiet">{event.participants.map((person) => person.name).join(', ')}</p>}
            {mention.attributed_to && <p class="quiet">According to {mention.attributed_to}</p>}
        </div>
    );
}

export function MarkedText({text, mentions, events, chosen, at}: Props) {
    const box = useRef<HTMLDivElement>(null);
    const [pointed, point] = useState<Pointed | null>(null);
    const points = useMemo(() => new CodePoints(text), [text]);
    const blocks = useMemo(() => paragraphs(points).map((block) => ({block, runs: makeRuns(points, block, mentions)})), [points, mentions]);
    const stands = (run: Position & {evidence: ArticleMention[]}) =>
        (chosen !== '' && run.evidence.some((mention) => mention.event_id === chosen)) || (at !== null && run.start >= at.start && run.end <= at.end);
    const own = (mention: ArticleMention | null) => mention !== null && mention.event_id === chosen;

    useEffect(() => {
        if (chosen || at) box.current?.querySelector('.stands')?.scrollIntoView({block: 'center'});
    }, [chosen, at?.start, mentions]);
    const show = (target: EventTarget | null) => {
        const anchor = (target as Element).closest<HTMLElement>('a[data-mention]');
        const mention = anchor && mentions[Number(anchor.dataset.mention)];
        if (!anchor || !mention) return point(null);
        const area = (box.current as HTMLElement).getBoundingClientRect();
        const line = anchor.getBoundingClientRect();
        point({mention, x: line.left - area.left, y: line.bottom - area.top + 6, width: area.width});
    };
    const event = pointed && events.get(pointed.mention.event_id);
    return (
        <div class="marked-text" ref={box} onMouseOver={(e) => show(e.target)} onMouseLeave={() => point(null)}
            onFocusCapture={(e) => show(e.target)} onBlurCapture={() => point(null)}
            onKeyDown={(press) => press.key === 'Escape' && point(null)}>
            {blocks.map(({block, runs}) => (
                <p key={block.start}>
                    {runs.map((run) => {
                        const classes = [run.evidence.length > 0 && 'evidence', run.time && 'time-words', stands(run) && 'stands', own(run.trigger) && 'own'].filter(Boolean).join(' ');
                        if (!run.trigger) return classes ? <span key={run.start} class={classes}>{run.text}</span> : run.text;
                        const told = events.get(run.trigger.event_id);
                        const index = mentions.indexOf(run.trigger);
                        const described = pointed?.mention === run.trigger ? 'mention-card' : undefined;
                        return (
                            <a key={run.start} class={`trigger ${classes} f-${told ? familyOf(told.type) : 'office'}`} data-mention={index}
                                href={`/events/${run.trigger.event_id}`} aria-describedby={described}>{run.text}</a>
                        );
                    })}
                </p>
            ))}
            {pointed && event && <Card pointed={pointed} event={event} />}
        </div>
    );
}
