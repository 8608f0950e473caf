// What the marks of the overview mean.
import type {Row} from '../lib/layout';
import {familyLabel, familyOrder} from '../lib/words';

const samples: {name: string; classes: string; width: number; height: number}[] = [
    {name: 'a known day', classes: 's-occurred', width: 7, height: 7},
    {name: 'told by several independent reports', classes: 's-occurred', width: 12, height: 12},
    {name: 'somewhere in these days', classes: 's-occurred vague', width: 34, height: 5},
    {name: 'planned', classes: 's-planned', width: 8, height: 8},
    {name: 'alleged', classes: 's-alleged', width: 8, height: 8},
    {name: 'denied', classes: 's-denied', width: 8, height: 8},
];

export function Legend({rows}: {rows: Row[]}) {
    const families = familyOrder.filter((family) => rows.some((row) => row.family === family));
    return (
        <figcaption class="legend">
            <ul aria-label="Colours">
                {families.map((family) => (
                    <li key={family}><span class={`dot f-${family}`} aria-hidden="true" /> {familyLabel(family)}</li>
                ))}
            </ul>
            <ul aria-label="Shapes">
                {samples.map(({name, classes, width, height}) => (
                    <li key={name}>
                        <svg width={width + 4} height={14} aria-hidden="true">
                            <g class={`mark f-plain ${classes}`}>
                                <rect x={2} y={7 - height / 2} width={width} height={height} rx={height / 2} />
                                {classes === 's-denied' && <line class="strike" x1={0} x2={width + 4} y1={13} y2={1} />}
                            </g>
                        </svg> {name}
                    </li>
                ))}
            </ul>
        </figcaption>
    );
}
