// A story with its whole chronology, and what changes in it while it is looked at.
import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import {get, pages} from './api';
import {follow, type LiveState} from './live';
import {useResource, type Resource} from './resource';
import {lastSeen, markSeen, type Seen} from './seen';
import type {Change, Event, Story, StoryDetails} from './types';

export interface StoryData {
    head: Story;
    events: Event[];
    details: StoryDetails | null; // null until it has come
}

/// The first page of the chronology is shown as soon as it is there. No id: nothing is read.
export function useStory(id: string): Resource<StoryData> {
    return useResource(`story ${id}`, async (signal, partly) => {
        if (!id) return nothing;
        let head: Story | null = null;
        const details = get<StoryDetails>(`/v1/stories/${id}`, signal);
        details.catch(() => null); // told by the timeline's own failure
        const events = await pages<Event>(`/v1/stories/${id}/timeline`, 'events', signal, (rows, page) => {
            head = page.story as Story;
            partly({head, events: rows, details: null});
        });
        const told = await details;
        return {head: head ?? told, events, details: told};
    });
}

const nothing: StoryData = {
    head: {id: '', title: '', revision: 0, article_count: 0, publisher_count: 0, event_count: 0, updated_at: ''},
    events: [],
    details: null,
};

export interface Changes {
    since: Seen | null; // what the reader had seen; null on a first visit
    list: Change[]; // newest first
    state: LiveState;
    dismissed: boolean;
    dismiss: () => void;
}

const quiet = 400; // milliseconds in which further changes are gathered before the story is read again

/// Changes since the last look, and then as they happen; `renew` is called when the story should be read again.
export function useChanges(story: Story | undefined, renew: () => void): Changes {
    const [list, setList] = useState<Change[]>([]);
    const [state, setState] = useState<LiveState>('connecting');
    const [dismissed, setDismissed] = useState(false);
    const [since, setSince] = useState<Seen | null>(null);
    const timer = useRef(0);
    const id = story?.id;

    useEffect(() => {
        if (!story || !id) return;
        const stop = new AbortController();
        const seen = lastSeen(id);
        setSince(seen);
        setDismissed(false);
        setList([]);
        if (seen && seen.revision < story.revision)
            pages<Change>(`/v1/stories/${id}/changes?since=${seen.revision}`, 'changes', stop.signal)
                .then((rows) => setList((more) => [...more, ...rows.reverse()]))
                .catch(() => null); // the chronology itself is there; what changed is an extra
        markSeen(id, story.revision);
        const unfollow = follow(id, story.revision, {
            state: setState,
            changed: (revision, changes) => {
                setList((older) => [...[...changes].reverse(), ...older]);
                setDismissed(false);
                markSeen(id, revision);
                clearTimeout(timer.current);
                timer.current = setTimeout(renew, quiet);
            },
        });
        return () => {
            stop.abort();
            clearTimeout(timer.current);
            unfollow();
        };
    }, [id]);

    const dismiss = useCallback(() => setDismissed(true), []);
    return {since, list, state, dismissed, dismiss};
}
