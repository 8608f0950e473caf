// Links between events in both directions: the API names those that an event makes, a reader wants those made to it too.
import type {Event, Relation} from './types';
import {relationNames} from './words';

export interface Linked {
    relations: Relation[];
    words: string; // "responds to", "denied by"; several are parted by commas
    other: Event;
}

/// For each event its links, those it makes first; one for each other event.
export function linkedEvents(events: Event[]): Map<string, Linked[]> {
    const byId = new Map(events.map((event) => [event.id, event]));
    const linked = new Map<string, Linked[]>();
    const add = (id: string, relation: Relation, words: string, other: Event) => {
        const links = linked.get(id) ?? [];
        const known = links.find((link) => link.other === other);
        if (!known) linked.set(id, [...links, {relations: [relation], words, other}]);
        else if (!known.words.split(', ').includes(words)) {
            known.relations.push(relation);
            known.words += `, ${words}`;
        }
    };
    for (const event of events)
        for (const {relation, event_id} of event.links) {
            const other = byId.get(event_id);
            if (other) add(event.id, relation, relationNames[relation].to, other);
        }
    for (const event of events)
        for (const {relation, event_id} of event.links)
            if (byId.has(event_id)) add(event_id, relation, relationNames[relation].from, event);
    return linked;
}
