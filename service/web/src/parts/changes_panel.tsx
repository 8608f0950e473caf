// What changed since the reader last looked, and while the page is open, each with its reason.
import {ago} from '../lib/dates';
import type {Changes} from '../lib/story';
import type {Change} from '../lib/types';
import {capital, counted} from '../lib/words';

const kinds: {kind: Change['kind']; title: string}[] = [
    {kind: 'added', title: 'Added'},
    {kind: 'changed', title: 'Changed'},
    {kind: 'merged', title: 'Joined with another'},
    {kind: 'removed', title: 'Removed'},
];
const shownAtOnce = 12;

/// The newest change of each event, so that one that was added and then corrected stands once.
export function latest(changes: Change[]): Change[] {
    const seen = new Map<string, Change>();
    for (const change of changes) {
        const newer = seen.get(change.event_id);
        if (!newer) seen.set(change.event_id, change);
        else if (change.kind === 'added' && newer.kind === 'changed') seen.set(change.event_id, {...newer, kind: 'added'});
    }
    return [...seen.values()];
}

function value(of: unknown): string {
    if (of === null || of === undefined || of === '') return 'nothing';
    if (Array.isArray(of)) return of.map(value).join(', ') || 'nothing';
    return typeof of === 'object' ? Object.values(of).map(value).join(' ') : String(of);
}

function One({change}: {change: Change}) {
    const target = change.kind === 'merged' ? change.into : change.kind === 'removed' ? null : change.event_id;
    return (
        <li>
            {target ? <a href={`#${target}`}>{change.title}</a> : <s>{change.title}</s>}
            {change.fields && change.fields.length > 0 && (
                <ul class="fields">
                    {change.fields.map((field) => (
                        <li key={field.name}>{field.name.replaceAll('_', ' ')}: <del>{value(field.before)}</del> → <ins>{value(field.after)}</ins></li>
                    ))}
                </ul>
            )}
            <p class="quiet">
                {capital(change.reason)}{change.article && <>{' '}
                    <a href={`/articles/${change.article.id}?event=${target ?? change.event_id}`}>{change.article.headline}</a>
                    {change.article.publisher && `, ${change.article.publisher}`}</>}
            </p>
        </li>
    );
}

export function ChangesPanel({changes}: {changes: Changes}) {
    const list = latest(changes.list);
    if (list.length === 0 || changes.dismissed) return <div aria-live="polite" class="changes-none" />;
    const counts = kinds.map(({kind, title}) => ({kind, title, list: list.filter((change) => change.kind === kind)})).filter((row) => row.list.length > 0);
    const summary = counts.map((row) => `${row.list.length} ${row.title.toLowerCase()}`).join(', ');
    return (
        <section class="changes" aria-labelledby="changes-title">
            <div class="changes-head" aria-live="polite">
                <h2 id="changes-title">{changes.since ? `Since you last looked, ${ago(changes.since.at)}` : 'While you are here'}</h2>
                <p>{summary}</p>
            </div>
            <details open={list.length <= 4}>
                <summary>What changed and why</summary>
                {counts.map((row) => (
                    <div key={row.kind} class={`change-kind k-${row.kind}`}>
                        <h3>{row.title}</h3>
                        <ul>
                            {row.list.slice(0, shownAtOnce).map((change) => <One key={change.event_id} change={change} />)}
                        </ul>
                        {row.list.length > shownAtOnce && <p class="quiet">and {counted(row.list.length - shownAtOnce, 'other')}</p>}
                    </div>
                ))}
            </details>
            <button type="button" onClick={changes.dismiss}>I have read this</button>
        </section>
    );
}
