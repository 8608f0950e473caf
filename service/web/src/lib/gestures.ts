// Moving and zooming a time axis by pointer, wheel and touch.
import {useEffect, useRef} from 'preact/hooks';
import type {View} from './layout';

const shortest = 3; // days in a view

/// The view kept between the whole story and three days.
export function limited(view: View, full: View): View {
    const span = Math.min(Math.max(view.to - view.from, shortest), full.to - full.from);
    const from = Math.min(Math.max(view.from, full.from), full.to - span);
    return {from, to: from + span};
}

/// Zooms so that the day at `share` of the width stays where it is.
export function zoomed(view: View, factor: number, share: number, full: View): View {
    const span = Math.min(Math.max((view.to - view.from) * factor, shortest), full.to - full.from);
    const at = view.from + (view.to - view.from) * share;
    return limited({from: at - span * share, to: at - span * share + span}, full);
}

interface Touches {
    points: Map<number, number>; // pointer to x
    moved: boolean;
}

/// `change` receives each new view; `box` is the element whose width stands for the view. Plain wheel turns scroll the
/// page: with Ctrl or ⌘ they zoom, sideways they move.
export function useGestures(box: {current: Element | null}, view: View, full: View, change: (view: View) => void): void {
    const now = useRef({view, full, change});
    now.current = {view, full, change};
    useEffect(() => {
        const element = box.current as HTMLElement;
        const touch: Touches = {points: new Map(), moved: false};
        const share = (x: number) => {
            const area = element.getBoundingClientRect();
            return (x - area.left) / area.width;
        };
        const shift = (pixels: number) => {
            const {view: seen, full: all, change: tell} = now.current;
            const days = (pixels / element.getBoundingClientRect().width) * (seen.to - seen.from);
            tell(limited({from: seen.from + days, to: seen.to + days}, all));
        };
        const zoom = (factor: number, at: number) => {
            const {view: seen, full: all, change: tell} = now.current;
            tell(zoomed(seen, factor, at, all));
        };
        const wheel = (turn: WheelEvent) => {
            if (turn.ctrlKey || turn.metaKey) {
                turn.preventDefault();
                zoom(Math.exp(turn.deltaY / 240), share(turn.clientX));
            } else if (Math.abs(turn.deltaX) > Math.abs(turn.deltaY)) {
                turn.preventDefault();
                shift(turn.deltaX);
            }
        };
        const down = (press: PointerEvent) => {
            if (press.button !== 0) return;
            touch.points.set(press.pointerId, press.clientX);
            touch.moved = false;
        };
        const move = (step: PointerEvent) => {
            const before = touch.points.get(step.pointerId);
            if (before === undefined || before === step.clientX) return;
            const others = [...touch.points].filter(([id]) => id !== step.pointerId);
            if (others.length === 0) {
                if (!touch.moved && Math.abs(before - step.clientX) < 4) return;
                if (!touch.moved) element.setPointerCapture(step.pointerId);
                shift(before - step.clientX);
            } else {
                const other = (others[0] as [number, number])[1];
                const factor = Math.max(Math.abs(before - other), 8) / Math.max(Math.abs(step.clientX - other), 8);
                zoom(factor, share((step.clientX + other) / 2));
            }
            touch.moved = true;
            touch.points.set(step.pointerId, step.clientX);
        };
        const up = (lift: PointerEvent) => touch.points.delete(lift.pointerId);
        const click = (end: MouseEvent) => {
            if (touch.moved) end.stopPropagation(); // a drag is no click
            touch.moved = false;
        };
        element.addEventListener('wheel', wheel, {passive: false});
        element.addEventListener('pointerdown', down);
        element.addEventListener('pointermove', move);
        element.addEventListener('pointerup', up);
        element.addEventListener('pointercancel', up);
        element.addEventListener('click', click, {capture: true});
        return () => {
            element.removeEventListener('wheel', wheel);
            element.removeEventListener('pointerdown', down);
            element.removeEventListener('pointermove', move);
            element.removeEventListener('pointerup', up);
            element.removeEventListener('pointercancel', up);
            element.removeEventListener('click', click, {capture: true});
        };
    }, []);
}
