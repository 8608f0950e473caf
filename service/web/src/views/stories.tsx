// All stories: search, newest first, each with its span, its size and the course of its events.
import {useEffect, useRef, useState} from 'preact/hooks';
import {get} from '../lib/api';
import {ago, spanName} from '../lib/dates';
import {useResource} from '../lib/resource';
import {go, type Place} from '../lib/router';
import type {Story} from '../lib/types';
import {counted} from '../lib/words';
import {Sparkline} from '../parts/sparkline';
import {Empty, Failed, Loading, Stale} from '../parts/states';

interface Page {
    stories: Story[];
    next_cursor?: string;
}

const parts = 40; // bars of a sparkline
const pause = 250; // milliseconds after the last key before a search begins

function listing(words: string, cursor?: string): string {
    const query = new URLSearchParams({activity: String(parts), limit: '30'});
    if (words) query.set('q', words);
    if (cursor) query.set('cursor', cursor);
    return `/v1/stories?${query}`;
}

function StoryRow({story}: {story: Story}) {
    const {activity} = story;
    const span = activity ? spanName(activity.from, activity.to) : spanName(story.first_day, story.last_day);
    return (
        <li class="story-row">
            <div>
                <h2><a href={`/stories/${story.id}`}>{story.title}</a></h2>
                <p class="meta">
                    {counted(story.article_count, 'article')} by {counted(story.publisher_count, 'publisher')}
                    {' · '}updated {ago(story.updated_at)}
                </p>
            </div>
            <div class="story-course">
                {activity && <Sparkline counts={activity.counts} label={`Course of its events, ${span}`} />}
                <p class="meta"><b>{counted(story.event_count, 'event')}</b>{' '}<span>{activity && 'mostly '}{span}</span></p>
            </div>
        </li>
    );
}

export function Stories({place}: {place: Place}) {
    const words = place.query.get('q') ?? '';
    const [typed, type] = useState(words);
    const [more, setMore] = useState<{of: string; stories: Story[]; next?: string}>({of: '', stories: []});
    const field = useRef<HTMLInputElement>(null);
    const list = useResource<Page>(`stories ${words}`, (signal) => get(listing(words), signal));

    useEffect(() => {
        if (typed.trim() === words) return;
        const timer = setTimeout(() => go(typed.trim() ? `/?q=${encodeURIComponent(typed.trim())}` : '/', true), pause);
        return () => clearTimeout(timer);
    }, [typed]);
    useEffect(() => {
        if (document.activeElement !== field.current) type(words);
    }, [words]);
    useEffect(() => {
        const look = () => document.hidden || list.reload();
        const slash = (press: KeyboardEvent) => {
            if (press.key !== '/' || (press.target as Element).matches('input, textarea, select')) return;
            press.preventDefault();
            field.current?.focus();
        };
        document.addEventListener('visibilitychange', look);
        document.addEventListener('keydown', slash);
        return () => {
            document.removeEventListener('visibilitychange', look);
            document.removeEventListener('keydown', slash);
        };
    }, [list.reload]);

    const further = more.of === words ? more : {stories: [], next: undefined};
    const known = new Set(list.value?.stories.map((story) => story.id));
    const stories = [...(list.value?.stories ?? []), ...further.stories.filter((story) => !known.has(story.id))];
    const cursor = further.stories.length > 0 ? further.next : list.value?.next_cursor;
    const loadMore = async () => {
        const page = await get<Page>(listing(words, cursor));
        setMore({of: words, stories: [...further.stories, ...page.stories], next: page.next_cursor});
    };
    return (
        <main id="main" class="page stories">
            <h1 class="visually-hidden" tabIndex={-1}>Stories</h1>
            <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
                <label for="q">Find a story</label>
                <input id="q" ref={field} type="search" value={typed} maxLength={200} placeholder="Words of a title, a name, a headline"
                    autocomplete="off" onInput={(event) => type(event.currentTarget.value)} />
            </form>
            {list.value && <Stale failure={list.failure} retry={list.reload} />}
            {!list.value && list.failure && <Failed failure={list.failure} what="list" retry={list.reload} />}
            {!list.value && !list.failure && <Loading what="stories" />}
            <p class="visually-hidden" role="status">{list.value && `${counted(stories.length, 'story', 'stories')} found`}</p>
            {list.value && stories.length === 0 && (words ? (
                <Empty title={`No story speaks of “${words}”`}><p>Fewer words find more. <a href="/">See all stories</a></p></Empty>
            ) : (
                <Empty title="No stories yet"><p>A story begins with its first articles. <a href="/add">Add some</a></p></Empty>
            ))}
            <ul class="story-list">{stories.map((story) => <StoryRow key={story.id} story={story} />)}</ul>
            {cursor && <p class="more"><button type="button" onClick={loadMore}>Show older stories</button></p>}
        </main>
    );
}
