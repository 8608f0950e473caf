// An event: who says so, in which words, why these passages are one event, and what stands against it.
import type {ComponentChildren} from 'preact';
import {useEffect, useMemo} from 'preact/hooks';
import {get, pages} from '../lib/api';
import {basisNotes, timeName, weekdayName} from '../lib/dates';
import {linkedEvents, type Linked} from '../lib/links';
import {useResource} from '../lib/resource';
import {go} from '../lib/router';
import {useStory} from '../lib/story';
import type {EventDetails, Merge, Participant, Role, Source} from '../lib/types';
import {capital, counted, familyOf, typeName} from '../lib/words';
import {Conflicts} from '../parts/conflicts';
import {Sources} from '../parts/sources';
import {SourcesMark} from '../parts/sources_mark';
import {Failed, Loading, Stale} from '../parts/states';
import {Why} from '../parts/why';

interface Page {
    event: EventDetails;
    sources: Source[];
    merges: Merge[];
}

const roles: {role: Role; label: string}[] = [
    {role: 'actor', label: 'Who'},
    {role: 'recipient', label: 'To whom'},
    {role: 'other', label: 'Also'},
    {role: 'place', label: 'Where'},
];

function People({all}: {all: Participant[]}) {
    return (
        <dl class="facts">
            {roles.map(({role, label}) => {
                const own = all.filter((person) => person.role === role);
                return own.length > 0 && (
                    <div key={role}>
                        <dt>{label}</dt>
                        <dd>{own.map((person, n) => {
                            const others = person.aliases.filter((alias) => alias !== person.name);
                            return <span key={person.name}>{n > 0 && ', '}{person.name}{others.length > 0 && <span class="quiet"> ({others.join(', ')})</span>}</span>;
                        })}</dd>
                    </div>
                );
            })}
        </dl>
    );
}

function Links({links}: {links: Linked[]}) {
    if (links.length === 0) return null;
    return (
        <ul class="links">
            {links.map(({words, other, relations}) => (
                <li key={other.id} class={relations.map((relation) => `r-${relation}`).join(' ')}>
                    {capital(words)} <a href={`/events/${other.id}`}>{other.title}</a> <span class="quiet">{timeName(other.time)}</span>
                </li>
            ))}
        </ul>
    );
}

/// Links in both directions need the whole story; nothing is read for an event that stands in none.
function useLinks(event: EventDetails): Linked[] {
    const story = event.stories[0]?.id ?? '';
    const {value} = useStory(story);
    return useMemo(() => (value ? (linkedEvents(value.events).get(event.id) ?? none) : none), [value?.events, event.id]);
}

const none: Linked[] = [];

export function EventPage({id}: {id: string}) {
    const page = useResource<Page>(`event ${id}`, async (signal) => {
        const [event, sources, why] = await Promise.all([
            get<EventDetails>(`/v1/events/${id}`, signal),
            pages<Source>(`/v1/events/${id}/sources`, 'sources', signal),
            get<{merges: Merge[]}>(`/v1/events/${id}/why`, signal),
        ]);
        return {event, sources, merges: why.merges};
    });
    const {value, failure, reload} = page;
    const real = value?.event.id;
    useEffect(() => {
        if (real && real !== id) go(`/events/${real}`, true);
        if (value) document.title = `${value.event.title} · Throughline`;
    }, [real, id]);
    if (!value) return <main id="main" class="page">{failure ? <Failed failure={failure} what="event" retry={reload} /> : <Loading what="event" />}</main>;

    return <Told page={value} stale={<Stale failure={failure} retry={reload} />} />;
}

function Told({page, stale}: {page: Page; stale: ComponentChildren}) {
    const {event, sources, merges} = page;
    const links = useLinks(event);
    const story = event.stories[0];
    const weekday = weekdayName(event.time);
    return (
        <main id="main" class="page event">
            {story && <p class="back"><a href={`/stories/${story.id}#${event.id}`}>← {story.title}</a></p>}
            <header class="event-head">
                <p class="kind">
                    <span class={`dot f-${familyOf(event.type)}`} aria-hidden="true" />{capital(typeName(event.type))}
                    {event.status !== 'occurred' && <span class={`status s-${event.status}`}>{event.status}</span>}
                </p>
                <h1 tabIndex={-1}>{event.title}</h1>
                <p class="deck">
                    {weekday && `${weekday}, `}{timeName(event.time)}
                    <span class="quiet"> · {basisNotes[event.time.basis]}</span>
                </p>
                <p class="meta"><SourcesMark sources={event.source_count} origins={event.origin_count} /></p>
                <People all={event.participants} />
                <Links links={links} />
            </header>
            {stale}
            <Conflicts event={event} sources={sources} links={links} />
            <section aria-labelledby="sources-title">
                <h2 id="sources-title" class="section-title">What the sources say</h2>
                <p class="quiet">{counted(sources.length, 'article')}, {counted(new Set(sources.map((source) => source.origin)).size, 'independent report')}. The marked words are those of the source.</p>
                <Sources sources={sources} event={event.id} />
            </section>
            <section aria-labelledby="why-title">
                <h2 id="why-title" class="section-title">Why this is one event</h2>
                <Why merges={merges} sources={sources} />
            </section>
        </main>
    );
}
