// Why the mentions of an event were taken for one, and which were nearly joined.
import type {Merge, Source} from '../lib/types';
import {capital, counted} from '../lib/words';

const atOnce = 6;

function Side({place, sources}: {place: Merge['left']; sources: Source[]}) {
    const source = sources.find((one) => one.article.id === place.article_id);
    const mention = source?.mentions.find((one) => one.position.start === place.position.start);
    if (!source || !mention) return <p class="side"><a href={`/articles/${place.article_id}?at=${place.position.start}-${place.position.end}`}>A passage of another article</a></p>;
    return <p class="side"><q>{mention.quote.exact}</q> <span class="quiet">{source.article.publisher}</span></p>;
}

function features(of: Merge): string {
    return Object.entries(of.features)
        .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
        .slice(0, 5)
        .map(([name, weight]) => `${name.replaceAll('_', ' ')} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`)
        .join(', ');
}

function Decision({merge, sources}: {merge: Merge; sources: Source[]}) {
    const share = Math.round(merge.score * 100);
    return (
        <li class="decision">
            <p><b>{capital(merge.reason)}</b> <span class="quiet">{share}% sure that they are one</span></p>
            <meter min={0} max={1} value={merge.score} aria-label="How sure">{share}%</meter>
            <div class="sides"><Side place={merge.left} sources={sources} /><Side place={merge.right} sources={sources} /></div>
            <p class="quiet features">{features(merge)}</p>
        </li>
    );
}

export function Why({merges, sources}: {merges: Merge[]; sources: Source[]}) {
    const joined = merges.filter((merge) => merge.merged);
    const apart = merges.filter((merge) => !merge.merged);
    if (merges.length === 0) return <p class="quiet">One passage alone tells of this event: nothing had to be joined.</p>;
    const list = (title: string, rows: Merge[], open: boolean) => rows.length > 0 && (
        <details open={open}>
            <summary>{title}</summary>
            <ul class="decisions">{rows.slice(0, atOnce).map((merge, n) => <Decision key={n} merge={merge} sources={sources} />)}</ul>
            {rows.length > atOnce && <p class="quiet">and {counted(rows.length - atOnce, 'more decision')}</p>}
        </details>
    );
    return (
        <div class="why">
            {list(`Joined: ${counted(joined.length, 'decision')}`, joined, joined.length <= 3)}
            {list(`Nearly joined, kept apart: ${apart.length}`, apart, false)}
        </div>
    );
}
