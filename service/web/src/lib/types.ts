// The API's objects as schema/openapi.yaml describes them, as far as the page reads them.

export type Status = 'occurred' | 'planned' | 'denied' | 'alleged';
export type Role = 'actor' | 'recipient' | 'place' | 'other';
export type Relation = 'responds_to' | 'denies' | 'causes' | 'subevent_of' | 'contradicts' | 'about';

export interface Time {
    start: string | null; // first day the event can lie on; null: open
    end: string | null; // last day; null: open
    edtf: string;
    granularity: string;
    basis: 'expression' | 'publication' | 'linked' | 'none';
}

export interface Participant {
    name: string;
    aliases: string[];
    role: Role;
}

export interface Link {
    relation: Relation;
    event_id: string;
}

export interface Event {
    id: string;
    type: string;
    title: string;
    time: Time;
    status: Status;
    participants: Participant[];
    source_count: number; // publishers
    origin_count: number; // independent reports
    salience: number; // 0 to 1
    links: Link[];
}

export interface StoryRef {
    id: string;
    title: string;
}

export interface EventDetails extends Event {
    stories: StoryRef[];
}

export interface Story extends StoryRef {
    revision: number;
    article_count: number;
    publisher_count: number;
    event_count: number;
    first_day?: string;
    last_day?: string;
    updated_at: string;
    activity?: {from: string; to: string; counts: number[]}; // dated events in equal parts of the story's heart
}

export interface ArticleRef {
    id: string;
    version?: number;
    url?: string;
    headline: string;
    publisher?: string;
    published_at: string;
    origin?: string;
}

export interface Person {
    name: string;
    key: string;
    event_count: number;
}

export interface StoryDetails extends Story {
    entities: Person[];
    articles: ArticleRef[];
}

export interface Position {
    start: number; // Unicode code points of the article's text, half-open
    end: number;
}

export interface TimeExpression extends Position {
    text: string;
    value: string;
}

export interface SourceMention {
    quote: {exact: string; prefix: string; suffix: string};
    position: Position;
    trigger: Position;
    time_expression?: TimeExpression;
    attributed_to?: string;
}

export interface Source {
    article: ArticleRef;
    origin: string;
    copy_reason?: string; // why it counts as a copy of another source of the event
    mentions: SourceMention[];
}

export interface ArticleMention {
    event_id: string;
    position: Position;
    trigger: Position;
    time_expression?: TimeExpression;
    attributed_to?: string;
}

export interface Article extends ArticleRef {
    version: number;
    newest_version: number;
    authors: string[];
    language: string;
    text: string;
    status: 'queued' | 'processing' | 'processed' | 'failed';
    failure?: string;
    received_at: string;
    stories: StoryRef[];
    events: Event[];
}

export interface ArticleState {
    id: string;
    status: Article['status'];
    version: number;
    failure?: string;
}

export interface Merge {
    merged: boolean;
    score: number;
    reason: string;
    features: Record<string, number>;
    left: {article_id: string; position: Position};
    right: {article_id: string; position: Position};
}

export interface Change {
    revision: number;
    published_at: string;
    kind: 'added' | 'changed' | 'merged' | 'removed';
    event_id: string;
    title: string;
    into?: string;
    fields?: {name: string; before: unknown; after: unknown}[];
    reason: string;
    article?: {id: string; headline: string; publisher?: string};
}
