// One event of the chronology.
import {memo} from 'preact/compat';
import {basisNotes} from '../lib/dates';
import type {Linked} from '../lib/links';
import {remember} from '../lib/router';
import type {Event, Participant} from '../lib/types';
import {capital, counted, familyOf, typeName} from '../lib/words';
import {SourcesMark} from './sources_mark';

interface Props {
    event: Event;
    links: Linked[];
    visible: Set<string>; // events that stand on the page, to which a link can jump
    fresh: boolean;
    chosen: boolean;
    major: boolean; // among the most important of the story
}

const mostNamed = 5;
const mostLinks = 4;

function People({all}: {all: Participant[]}) {
    const people = all.filter((person) => person.role !== 'place');
    const places = all.filter((person) => person.role === 'place').map((place) => place.name);
    if (all.length === 0) return null;
    return (
        <p class="people">
            {people.slice(0, mostNamed).map((person, n) => (
                <span key={person.name}>{n > 0 && ', '}{person.name}{person.role === 'recipient' && <span class="role"> (recipient)</span>}</span>
            ))}
            {people.length > mostNamed && <span class="quiet"> and {people.length - mostNamed} more</span>}
            {places.length > 0 && <span class="place">{people.length > 0 && ' · '}{places.join(', ')}</span>}
        </p>
    );
}

export const Entry = memo(function Entry({event, links, visible, fresh, chosen, major}: Props) {
    const weak = event.time.basis === 'publication' || event.time.basis === 'linked';
    return (
        <article class={`entry s-${event.status} ${major ? 'major' : ''} ${fresh ? 'fresh' : ''} ${chosen ? 'chosen' : ''}`}
            id={event.id} tabIndex={-1} aria-labelledby={`t-${event.id}`}>
            <p class="kind">
                <span class={`dot f-${familyOf(event.type)}`} aria-hidden="true" />
                {capital(typeName(event.type))}
                {event.status !== 'occurred' && <span class={`status s-${event.status}`}>{event.status}</span>}
                {fresh && <span class="status new">new</span>}
            </p>
            <h4 id={`t-${event.id}`}>
                <a href={`/events/${event.id}`} onClick={() => remember(event.id)}>{event.title}</a>
            </h4>
            <People all={event.participants} />
            <p class="meta">
                <SourcesMark sources={event.source_count} origins={event.origin_count} />
                {weak && <span class="basis"> · {basisNotes[event.time.basis]}</span>}
            </p>
            {links.length > 0 && (
                <ul class="links">
                    {links.slice(0, mostLinks).map(({words, other, relations}) => (
                        <li key={other.id} class={relations.map((relation) => `r-${relation}`).join(' ')}>
                            {capital(words)}{' '}
                            <a href={visible.has(other.id) ? `#${other.id}` : `/events/${other.id}`}>{other.title}</a>
                        </li>
                    ))}
                    {links.length > mostLinks && <li><a href={`/events/${event.id}`} onClick={() => remember(event.id)}>{counted(links.length - mostLinks, 'more link')}<span class="visually-hidden"> of {event.title}</span></a></li>}
                </ul>
            )}
        </article>
    );
});
