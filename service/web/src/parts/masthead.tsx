// The head of every page.
import {useState} from 'preact/hooks';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const stored = (): Theme => themes.find((theme) => theme === localStorage.getItem('throughline.theme')) ?? 'system';

export function applyTheme(theme: Theme = stored()): void {
    document.documentElement.dataset.theme = theme;
}

export function Masthead({path}: {path: string}) {
    const [theme, set] = useState(stored);
    const choose = (next: Theme) => {
        localStorage.setItem('throughline.theme', next);
        applyTheme(next);
        set(next);
    };
    const here = (target: string) => (path === target ? {'aria-current': 'page' as const} : {});
    return (
        <header class="masthead">
            <a class="skip" href="#main">Skip to the content</a>
            <a class="brand" href="/">Throughline</a>
            <nav aria-label="Main">
                <a href="/" {...here('/')}>Stories</a>
                <a href="/add" {...here('/add')}>Add</a>
                <a href="/docs" {...here('/docs')}>API</a>
            </nav>
            <label class="theme">
                <span class="visually-hidden">Colours</span>
                <select value={theme} onChange={(event) => choose(event.currentTarget.value as Theme)}>
                    <option value="system">Auto</option>
                    <option value="light">Light</option>
                    <option value="dark">Dark</option>
                </select>
            </label>
        </header>
    );
}
