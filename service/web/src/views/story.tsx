// A story: its shape at a glance, what changed, and its chronology.
import {useCallback, useEffect, useMemo} from 'preact/hooks';
import {get} from '../lib/api';
import {ago, spanName} from '../lib/dates';
import {isFiltered, passes, readFilters, writeFilters, type Filters} from '../lib/filters';
import {linkedEvents} from '../lib/links';
import {useResource} from '../lib/resource';
import {go, type Place} from '../lib/router';
import {useChanges, useStory} from '../lib/story';
import type {Event, StoryDetails} from '../lib/types';
import {counted} from '../lib/words';
import {ChangesPanel} from '../parts/changes_panel';
import {Chronology} from '../parts/chronology';
import {Downloads} from '../parts/downloads';
import {FilterBar} from '../parts/filter_bar';
import {Overview} from '../parts/overview';
import {Empty, Failed, Loading, Stale} from '../parts/states';

const liveNotes = {connecting: 'connecting', live: 'live', lost: 'not connected, trying again', off: 'not live'};

/// The events that pass, in order; which ones are the most important is the service's to say.
function useShown(story: string, revision: number, events: Event[], filters: Filters): Event[] {
    const query = writeFilters(filters);
    const best = useResource(`best ${story} ${revision} ${filters.max ? query : ''}`, async (signal) => {
        if (!filters.max) return null;
        const page = await get<{events: Event[]}>(`/v1/stories/${story}/timeline${query}`, signal);
        return new Set(page.events.map((event) => event.id));
    });
    return useMemo(() => {
        if (!isFiltered(filters)) return events;
        const chosen = filters.max ? best.value : null;
        return events.filter((event) => (chosen ? chosen.has(event.id) : passes(event, filters)));
    }, [events, query, best.value]);
}

function Articles({details}: {details: StoryDetails}) {
    return (
        <details class="story-articles">
            <summary>The {counted(details.article_count, 'article')} behind it</summary>
            <ul>
                {details.articles.map((article) => (
                    <li key={article.id}>
                        <a href={`/articles/${article.id}`}>{article.headline}</a>{' '}
                        <span class="quiet">{[article.publisher, article.published_at.slice(0, 10)].filter(Boolean).join(', ')}</span>
                    </li>
                ))}
            </ul>
        </details>
    );
}

export function StoryPage({id, place}: {id: string; place: Place}) {
    const story = useStory(id);
    const {value, failure, reload} = story;
    const changes = useChanges(value?.head, reload);
    const events = value?.events ?? none;
    const filters = readFilters(place.query);
    const shown = useShown(id, value?.head.revision ?? 0, events, filters);
    const links = useMemo(() => linkedEvents(events), [events]);
    const shownIds = useMemo(() => new Set(shown.map((event) => event.id)), [shown]);
    const fresh = useMemo(() => new Set(changes.dismissed ? [] : changes.list.map((change) => change.into ?? change.event_id)), [changes.list, changes.dismissed]);
    const change = useCallback((next: Filters) => go(`/stories/${id}${writeFilters(next)}`, true), [id]);
    const open = useCallback((event: string) => {
        history.replaceState(history.state, '', `${location.pathname}${location.search}`);
        if (shownIds.has(event)) location.hash = event;
        else go(`/events/${event}`);
    }, [shownIds]);
    const real = value?.head.id; // another than asked for when the story was merged
    useEffect(() => {
        if (real && real !== id) go(`/stories/${real}${location.search}${location.hash}`, true);
        if (value) document.title = `${value.head.title} · Throughline`;
    }, [real, id, value?.head.title]);

    if (!value) return <main id="main" class="page">{failure ? <Failed failure={failure} what="story" retry={reload} /> : <Loading what="story" />}</main>;
    const {head, details} = value;
    return (
        <main id="main" class="page story">
            <header class="story-head">
                <h1 tabIndex={-1}>{head.title}</h1>
                <p class="deck">
                    {counted(head.event_count, 'event')}, {spanName(head.first_day, head.last_day)}
                    <span class="deck-more"> · {counted(head.article_count, 'article')} by {counted(head.publisher_count, 'publisher')} · updated {ago(head.updated_at)}
                        {' · '}<span class={`live l-${changes.state}`}>{liveNotes[changes.state]}</span></span>
                </p>
                {details && details.entities.length > 0 && (
                    <p class="cast">
                        <span class="quiet">With</span>{' '}
                        {details.entities.slice(0, 8).map((person, n) => (
                            <span key={person.key}>{n > 0 && ', '}
                                <a href={`/stories/${id}${writeFilters({...filters, participant: person.name})}`}>{person.name}</a></span>
                        ))}
                    </p>
                )}
            </header>
            <Stale failure={failure} retry={reload} />
            <ChangesPanel changes={changes} />
            {events.length === 0 ? (
                <Empty title="No events yet"><p>The articles of this story tell of no event that is clear enough to stand here.</p></Empty>
            ) : (
                <>
                    <Overview events={events} shown={shownIds} fresh={fresh} onOpen={open}
                        onSpan={(from, to) => change({...filters, from, to})} />
                    <section aria-labelledby="chronology-title">
                        <h2 id="chronology-title" class="section-title">Chronology</h2>
                        <FilterBar events={events} shown={shown.length} filters={filters} change={change} />
                        {shown.length === 0 ? (
                            <Empty title="No event passes these filters"><button type="button" onClick={() => go(`/stories/${id}`, true)}>Show all events</button></Empty>
                        ) : (
                            <Chronology events={shown} links={links} fresh={fresh} chosen={place.hash} />
                        )}
                    </section>
                </>
            )}
            <footer class="story-foot">
                <Downloads story={id} query={writeFilters(filters)} />
                {details && <Articles details={details} />}
            </footer>
        </main>
    );
}

const none: Event[] = [];
