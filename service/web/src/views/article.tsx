// An article as it is kept, with what was read from it.
import {useEffect, useMemo} from 'preact/hooks';
import {get, pages} from '../lib/api';
import {published, timeName} from '../lib/dates';
import {useResource} from '../lib/resource';
import type {Place} from '../lib/router';
import type {Article, ArticleMention, Position} from '../lib/types';
import {capital, counted, familyOf, siteOf, typeName} from '../lib/words';
import {MarkedText} from '../parts/marked_text';
import {Failed, Loading, Stale} from '../parts/states';

interface Page {
    article: Article;
    mentions: ArticleMention[];
}

const states: Record<Article['status'], string> = {
    queued: 'This article waits to be read.',
    processing: 'This article is being read.',
    processed: '',
    failed: 'This article could not be read.',
};

/// "104-171" of the address, in code points.
function passage(text: string | null): Position | null {
    const parts = /^(\d+)-(\d+)$/.exec(text ?? '');
    return parts && {start: Number(parts[1]), end: Number(parts[2])};
}

export function ArticlePage({id, place}: {id: string; place: Place}) {
    const {value, failure, reload} = useResource<Page>(`article ${id}`, async (signal) => {
        const [article, mentions] = await Promise.all([
            get<Article>(`/v1/articles/${id}`, signal),
            pages<ArticleMention>(`/v1/articles/${id}/mentions`, 'mentions', signal),
        ]);
        return {article, mentions};
    });
    const events = useMemo(() => new Map(value?.article.events.map((event) => [event.id, event])), [value]);
    useEffect(() => {
        if (value) document.title = `${value.article.headline} · Throughline`;
    }, [value?.article.headline]);
    if (!value) return <main id="main" class="page">{failure ? <Failed failure={failure} what="article" retry={reload} /> : <Loading what="article" />}</main>;

    const {article, mentions} = value;
    const chosen = place.query.get('event') ?? '';
    return (
        <main id="main" class="page article">
            {article.stories.map((story) => <p key={story.id} class="back"><a href={`/stories/${story.id}`}>← {story.title}</a></p>)}
            <header>
                <p class="kind">{article.publisher || 'Publisher unknown'} · <time dateTime={article.published_at}>{published(article.published_at)}</time></p>
                <h1 tabIndex={-1}>{article.headline}</h1>
                <p class="meta">
                    {article.authors.length > 0 && <>By {article.authors.join(', ')} · </>}
                    {article.url && <><a href={article.url} rel="noreferrer noopener external">{siteOf(article.url)}</a> · </>}
                    {counted(article.events.length, 'event')}
                    {article.newest_version > 1 && ` · version ${article.version} of ${article.newest_version}`}
                </p>
                {states[article.status] && <p class="stale" role="status">{states[article.status]} {article.failure}</p>}
            </header>
            <Stale failure={failure} retry={reload} />
            <div class="article-columns">
                <section aria-label="Text" lang={article.language}>
                    <MarkedText text={article.text} mentions={mentions} events={events} chosen={chosen} at={passage(place.query.get('at'))} />
                </section>
                <aside aria-labelledby="told-title">
                    <h2 id="told-title" class="section-title">What it tells of</h2>
                    {article.events.length === 0 && <p class="quiet">No event that is clear enough to stand in a chronology.</p>}
                    <ol class="told">
                        {article.events.map((event) => (
                            <li key={event.id} class={event.id === chosen ? 'chosen' : ''}>
                                <p class="kind"><span class={`dot f-${familyOf(event.type)}`} aria-hidden="true" />{capital(typeName(event.type))}, {timeName(event.time)}</p>
                                <a href={`/events/${event.id}`}>{event.title}</a>{' '}
                                <a class="quiet show-words" href={`/articles/${id}?event=${event.id}`} aria-label={`Show the words of: ${event.title}`}>show the words</a>
                            </li>
                        ))}
                    </ol>
                </aside>
            </div>
        </main>
    );
}
