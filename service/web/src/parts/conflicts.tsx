// Where the sources do not agree: other events that contradict or deny this one, and different dates, side by side.
import {get} from '../lib/api';
import {timeName} from '../lib/dates';
import type {Linked} from '../lib/links';
import {useResource} from '../lib/resource';
import type {Event, Source} from '../lib/types';
import {capital, typeName} from '../lib/words';
import {Quote} from './quote';

const mostQuotes = 2;

function Column({title, event, sources}: {title: string; event: Event; sources: Source[]}) {
    return (
        <div class="conflict-side">
            <p class="kind">{title}</p>
            <h3><a href={`/events/${event.id}`}>{event.title}</a></h3>
            <p class="quiet">{capital(typeName(event.type))}, {timeName(event.time)}</p>
            {sources.slice(0, mostQuotes).map((source) => source.mentions[0] && (
                <div key={source.article.id}>
                    <Quote mention={source.mentions[0]} />
                    <p class="quiet">{source.article.publisher}, <a href={`/articles/${source.article.id}?event=${event.id}`}>{source.article.headline}</a></p>
                </div>
            ))}
        </div>
    );
}

function Against({event, sources, link}: {event: Event; sources: Source[]; link: Linked}) {
    const others = useResource(`sources ${link.other.id}`, (signal) => get<{sources: Source[]}>(`/v1/events/${link.other.id}/sources?limit=200`, signal));
    return (
        <div class="conflict">
            <Column title="This event" event={event} sources={sources} />
            <Column title={capital(link.words)} event={link.other} sources={others.value?.sources ?? []} />
        </div>
    );
}

/// The exact days that sources give, where they give more than one.
export function differingDays(sources: Source[]): [string, Source[]][] {
    const days = new Map<string, Source[]>();
    for (const source of sources)
        for (const mention of source.mentions) {
            const day = /^\d{4}-\d\d-\d\d/.exec(mention.time_expression?.value ?? '')?.[0];
            if (day && !days.get(day)?.includes(source)) days.set(day, [...(days.get(day) ?? []), source]);
        }
    return days.size > 1 ? [...days].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
}

export function Conflicts({event, sources, links}: {event: Event; sources: Source[]; links: Linked[]}) {
    const against = links.filter((link) => link.relations.some((relation) => relation === 'denies' || relation === 'contradicts')).slice(0, 4);
    const days = differingDays(sources);
    if (against.length === 0 && days.length === 0) return null;
    return (
        <section class="conflicts" aria-labelledby="conflicts-title">
            <h2 id="conflicts-title" class="section-title">Where the sources disagree</h2>
            {against.map((link) => <Against key={link.other.id} event={event} sources={sources} link={link} />)}
            {days.length > 0 && (
                <div class="conflict">
                    {days.map(([day, told]) => (
                        <div key={day} class="conflict-side">
                            <p class="kind">{timeName({start: day, end: day, edtf: day, granularity: 'day', basis: 'expression'})}</p>
                            <ul>{told.map((source) => <li key={source.article.id}>{source.article.publisher || source.article.headline}</li>)}</ul>
                        </div>
                    ))}
                </div>
            )}
        </section>
    );
}
