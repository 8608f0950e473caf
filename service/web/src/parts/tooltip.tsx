// What the pointer or the keyboard stands on in the overview. Screen readers hear it from the live region beside it.
import {timeName} from '../lib/dates';
import type {Event} from '../lib/types';
import {capital, counted, typeName} from '../lib/words';

const cardWidth = 260;

export function Tooltip({x, y, width, event}: {x: number; y: number; width: number; event: Event}) {
    const left = Math.min(Math.max(x - cardWidth / 2, 0), Math.max(width - cardWidth, 0));
    const people = event.participants.filter((p) => p.role !== 'place').slice(0, 3).map((p) => p.name).join(', ');
    return (
        <div class="tooltip" aria-hidden="true" style={{left: `${left}px`, top: `${y - 8}px`, width: `${cardWidth}px`}}>
            <p class="kind">{capital(typeName(event.type))}{event.status !== 'occurred' && `, ${event.status}`}</p>
            <p class="tooltip-title">{event.title}</p>
            <p class="quiet">{timeName(event.time)} · {counted(event.source_count, 'source')}, {counted(event.origin_count, 'origin')}</p>
            {people && <p class="quiet">{people}</p>}
        </div>
    );
}
