// One event in the overview: filled when it happened, hollow and dashed when planned, struck when denied.
import {memo} from 'preact/compat';
import {laneHeight, type Mark as Shape} from '../lib/layout';
import {familyOf} from '../lib/words';

interface Props {
    shape: Shape;
    top: number; // of its row, pixels
    ghost: boolean; // filtered out
    chosen: boolean;
    fresh: boolean;
}

const band = 5; // height of a band that stands for a vague date

export const Mark = memo(function Mark({shape, top, ghost, chosen, fresh}: Props) {
    const {event, x, width, vague, open} = shape;
    const height = vague ? Math.min(band, shape.height) : shape.height;
    const middle = top + shape.lane * laneHeight + laneHeight / 2;
    const classes = [
        'mark', `f-${familyOf(event.type)}`, `s-${event.status}`,
        vague && 'vague', open && `open-${open}`, ghost && 'ghost', chosen && 'chosen', fresh && 'fresh',
    ].filter(Boolean).join(' ');
    const box = {x: x.toFixed(1), y: (middle - height / 2).toFixed(1), width: width.toFixed(1), height, rx: height / 2};
    const strike = event.status === 'denied';
    return (
        <g class={classes} data-event={event.id}>
            <rect {...box} />
            {strike && (
                <line class="strike" x1={x - 2} x2={x + width + 2} y1={middle + height / 2 + 1} y2={middle - height / 2 - 1} />
            )}
        </g>
    );
}, (a, b) => a.shape.x === b.shape.x && a.shape.width === b.shape.width && a.shape.lane === b.shape.lane && a.top === b.top
    && a.shape.event === b.shape.event && a.ghost === b.ghost && a.chosen === b.chosen && a.fresh === b.fresh);
