// The quoted words of a source in their context: the trigger set strong, the words of time underlined.
import {CodePoints, makeRuns} from '../lib/text';
import type {SourceMention} from '../lib/types';

export function Quote({mention}: {mention: SourceMention}) {
    const {quote, position} = mention;
    const text = new CodePoints(quote.exact);
    const own = (span?: {start: number; end: number}) =>
        span && {start: Math.max(span.start - position.start, 0), end: Math.min(span.end - position.start, text.length)};
    const time = mention.time_expression;
    const inner = {
        event_id: '',
        position: {start: 0, end: text.length},
        trigger: own(mention.trigger) as {start: number; end: number},
        ...(time && {time_expression: {...time, ...(own(time) as {start: number; end: number})}}),
    };
    return (
        <blockquote class="quote">
            <p>
                <span class="context">{quote.prefix && `…${quote.prefix}`}</span>
                <mark>
                    {makeRuns(text, inner.position, [inner]).map((run) => {
                        if (run.trigger) return <strong key={run.start}>{run.text}</strong>;
                        return run.time ? <span key={run.start} class="time-words">{run.text}</span> : run.text;
                    })}
                </mark>
                <span class="context">{quote.suffix && `${quote.suffix}…`}</span>
            </p>
            {(mention.attributed_to || time) && (
                <footer>
                    {mention.attributed_to && <span>According to {mention.attributed_to}</span>}
                    {mention.attributed_to && time && ' · '}
                    {time && <span class="quiet">“{time.text}” read as {time.value}</span>}
                </footer>
            )}
        </blockquote>
    );
}
