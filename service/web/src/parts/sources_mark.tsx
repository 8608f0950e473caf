// Sources at a glance: a filled dot for each independent report, a hollow one for each that only repeats.
import {counted} from '../lib/words';

const most = 8;

export function SourcesMark({sources, origins}: {sources: number; origins: number}) {
    const total = Math.max(sources, origins);
    const filled = Math.min(origins, most);
    const hollow = Math.min(total, most) - filled;
    const words = origins < sources ? `${counted(sources, 'source')}, ${origins} independent` : counted(sources, 'source');
    return (
        <span class="sources-mark">
            <span class="pips" aria-hidden="true">
                {'●'.repeat(filled)}<span class="hollow">{'○'.repeat(hollow)}</span>{total > most && '…'}
            </span>{' '}
            {words}
        </span>
    );
}
