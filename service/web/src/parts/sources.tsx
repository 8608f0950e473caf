// The sources of an event, copies of one report folded under the first of them.
import {published} from '../lib/dates';
import type {Source} from '../lib/types';
import {counted} from '../lib/words';
import {Quote} from './quote';

export interface Report {
    origin: string;
    first: Source;
    copies: Source[];
}

/// Sources by origin, in the order in which each origin was first published.
export function byOrigin(sources: Source[]): Report[] {
    const reports = new Map<string, Report>();
    for (const source of sources) {
        const known = reports.get(source.origin);
        if (known) known.copies.push(source);
        else reports.set(source.origin, {origin: source.origin, first: source, copies: []});
    }
    return [...reports.values()];
}

function Head({source, event}: {source: Source; event: string}) {
    const {article} = source;
    return (
        <header>
            <p class="kind">{article.publisher || 'Publisher unknown'} · <time dateTime={article.published_at}>{published(article.published_at)}</time></p>
            <h3><a href={`/articles/${article.id}?event=${event}`}>{article.headline}</a></h3>
        </header>
    );
}

export function Sources({sources, event}: {sources: Source[]; event: string}) {
    return (
        <ol class="sources">
            {byOrigin(sources).map(({origin, first, copies}) => (
                <li key={origin} class="source">
                    <Head source={first} event={event} />
                    <div>
                    {first.mentions.map((mention, n) => <Quote key={n} mention={mention} />)}
                    {copies.length > 0 && (
                        <details class="copies">
                            <summary>
                                {counted(copies.length, 'copy', 'copies')} of this report: {copies.map((copy) => copy.article.publisher || copy.article.headline).join(', ')}
                            </summary>
                            <ul>
                                {copies.map((copy) => (
                                    <li key={copy.article.id}>
                                        <Head source={copy} event={event} />
                                        <p class="quiet">Counted as a copy, not as a further report: {copy.copy_reason ?? 'it goes back to the same report'}.</p>
                                        {copy.mentions.map((mention, n) => <Quote key={n} mention={mention} />)}
                                    </li>
                                ))}
                            </ul>
                        </details>
                    )}
                    </div>
                </li>
            ))}
        </ol>
    );
}
