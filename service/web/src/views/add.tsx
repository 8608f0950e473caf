// Adding articles: by pasting or by dropping files; what was read from each, and where it went.
import {useEffect, useRef, useState} from 'preact/hooks';
import {Failure} from '../lib/api';
import {timeName} from '../lib/dates';
import {fromFile, fromPaste, readable, submit, type Body, type Facts} from '../lib/submit';
import type {Article} from '../lib/types';
import {capital, counted, typeName} from '../lib/words';

interface Item {
    key: number;
    name: string;
    stage: 'waiting' | 'sending' | 'reading' | 'done' | 'refused';
    article?: Article;
    failure?: Failure;
}

const stages: Record<Item['stage'], string> = {
    waiting: 'waiting',
    sending: 'being sent',
    reading: 'kept; being read',
    done: 'read',
    refused: 'refused',
};
const atOnce = 3; // requests on their way
const eventsShown = 6;
const noFacts: Facts = {headline: '', publisher: '', published_at: '', url: ''};

function Extracted({article}: {article: Article}) {
    const {events, stories} = article;
    if (article.status === 'failed') return <p class="stale">{article.failure}</p>;
    return (
        <>
            <p>
                {events.length === 0 ? 'No event that is clear enough to stand in a chronology.' : <>{counted(events.length, 'event')}:</>}
            </p>
            <ul>
                {events.slice(0, eventsShown).map((event) => (
                    <li key={event.id}><a href={`/articles/${article.id}?event=${event.id}`}>{event.title}</a> <span class="quiet">{capital(typeName(event.type))}, {timeName(event.time)}</span></li>
                ))}
                {events.length > eventsShown && <li class="quiet">and {events.length - eventsShown} more</li>}
            </ul>
            {stories.map((story) => <p key={story.id}>It went to <a href={`/stories/${story.id}`}>{story.title}</a></p>)}
        </>
    );
}

function Row({item}: {item: Item}) {
    const known = item.article;
    return (
        <li class={`added a-${item.stage}`}>
            <p class="kind">{stages[item.stage]}</p>
            <h3>{known ? <a href={`/articles/${known.id}`}>{known.headline}</a> : item.name}</h3>
            {item.failure && <p role="alert">{item.failure.message}{item.failure.field && <span class="quiet"> ({item.failure.field})</span>}</p>}
            {known && item.stage === 'done' && <Extracted article={known} />}
            {(item.stage === 'sending' || item.stage === 'reading') && <progress aria-label={`${item.name} is ${stages[item.stage]}`} />}
        </li>
    );
}

/// A queue of articles, a few on their way at a time.
function useQueue(): [Item[], (name: string, body: Body | null) => void] {
    const [items, set] = useState<Item[]>([]);
    const waiting = useRef<{key: number; body: Body}[]>([]);
    const running = useRef(0);
    const count = useRef(0);
    const update = (key: number, part: Partial<Item>) => set((all) => all.map((item) => (item.key === key ? {...item, ...part} : item)));
    const next = async () => {
        const job = running.current < atOnce && waiting.current.shift();
        if (!job) return;
        running.current++;
        update(job.key, {stage: 'sending'});
        try {
            const article = await submit(job.body, () => update(job.key, {stage: 'reading'}));
            update(job.key, {stage: 'done', article});
        } catch (reason) {
            const failure = reason instanceof Failure ? reason : new Failure(0, 'internal', String(reason));
            update(job.key, {stage: 'refused', failure});
        }
        running.current--;
        void next();
    };
    const add = (name: string, body: Body | null) => {
        const key = ++count.current;
        if (!body) {
            const failure = new Failure(415, 'unsupported_media', `Files of this kind are not read; these are: ${readable.replaceAll(',', ' ')}`);
            set((all) => [{key, name, stage: 'refused', failure}, ...all]);
            return;
        }
        set((all) => [{key, name, stage: 'waiting'}, ...all]);
        waiting.current.push({key, body});
        void next();
    };
    return [items, add];
}

export function AddPage() {
    const [text, setText] = useState('');
    const [facts, setFacts] = useState(noFacts);
    const [over, setOver] = useState(false);
    const [items, add] = useQueue();
    const files = async (list: FileList | null | undefined) => {
        // The list empties itself when its field is cleared.
        for (const file of [...(list ?? [])]) add(file.name, await fromFile(file));
    };
    useEffect(() => {
        const drag = (event: DragEvent) => {
            if (!event.dataTransfer?.types.includes('Files')) return;
            event.preventDefault();
            setOver(event.type === 'dragover');
            if (event.type === 'drop') void files(event.dataTransfer.files);
        };
        const kinds = ['dragover', 'dragleave', 'drop'] as const;
        for (const kind of kinds) addEventListener(kind, drag);
        return () => kinds.forEach((kind) => removeEventListener(kind, drag));
    }, []);
    const submitPaste = (event: Event) => {
        event.preventDefault();
        if (!text.trim()) return;
        const first = text.trim().split('\n')[0] as string;
        add(facts.headline || (first.startsWith('<') ? 'A pasted page' : first.slice(0, 80)), fromPaste(text, facts));
        setText('');
        setFacts(noFacts);
    };
    const field = (name: keyof Facts, label: string, type: string, hint: string) => (
        <label class="field">{label}
            <input type={type} name={name} value={facts[name]} placeholder={hint} onInput={(e) => setFacts({...facts, [name]: e.currentTarget.value})} />
        </label>
    );
    const done = items.filter((item) => item.stage === 'done' || item.stage === 'refused').length;
    return (
        <main id="main" class={`page add ${over ? 'over' : ''}`}>
            <h1 tabIndex={-1}>Add articles</h1>
            <p class="deck">Paste an article or its page, or drop files anywhere here. Each is read at once and takes its place in a story.</p>
            <form class="paste" onSubmit={submitPaste}>
                <label class="field">Text or HTML
                    <textarea name="text" rows={10} value={text} spellcheck={false} onInput={(e) => setText(e.currentTarget.value)}
                        placeholder="The article’s paragraphs, a blank line between them; or the whole page as HTML" />
                </label>
                <fieldset>
                    <legend>What the text does not say itself</legend>
                    {field('headline', 'Headline', 'text', '')}
                    {field('publisher', 'Publisher', 'text', '')}
                    {field('published_at', 'Published', 'date', '')}
                    {field('url', 'Address', 'url', 'https://')}
                </fieldset>
                <p class="actions">
                    <button type="submit" class="main" disabled={!text.trim()}>Add this article</button>
                    <label class="files">or choose files
                        <input type="file" multiple accept={readable} onChange={(e) => { void files(e.currentTarget.files); e.currentTarget.value = ''; }} />
                    </label>
                </p>
            </form>
            <p role="status" class="progress-line">{items.length > 0 && `${done} of ${counted(items.length, 'article')} done`}</p>
            <ul class="added-list">{items.map((item) => <Row key={item.key} item={item} />)}</ul>
        </main>
    );
}
