// The reader's page: which view an address shows.
import {render} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {usePlace, watchLinks, type Place} from './lib/router';
import {applyTheme, Masthead} from './parts/masthead';
import {Empty} from './parts/states';
import {AddPage} from './views/add';
import {ArticlePage} from './views/article';
import {DocsPage} from './views/docs';
import {EventPage} from './views/event';
import {Stories} from './views/stories';
import {StoryPage} from './views/story';
import './style/main.css';

const titles: Record<string, string> = {'': 'Stories', add: 'Add articles', docs: 'API'};

function View({place}: {place: Place}) {
    const [first = '', id, ...rest] = place.path;
    if (rest.length === 0) {
        if (first === '' && !id) return <Stories place={place} />;
        if (first === 'stories' && id) return <StoryPage key={id} id={id} place={place} />;
        if (first === 'events' && id) return <EventPage key={id} id={id} />;
        if (first === 'articles' && id) return <ArticlePage key={id} id={id} place={place} />;
        if (first === 'add' && !id) return <AddPage />;
        if (first === 'docs' && !id) return <DocsPage />;
    }
    return <main id="main" class="page"><Empty title="There is nothing at this address"><p><a href="/">See all stories</a></p></Empty></main>;
}

function useOffline(): boolean {
    const [offline, set] = useState(!navigator.onLine);
    useEffect(() => {
        const look = () => set(!navigator.onLine);
        addEventListener('online', look);
        addEventListener('offline', look);
        return () => {
            removeEventListener('online', look);
            removeEventListener('offline', look);
        };
    }, []);
    return offline;
}

function App() {
    const place = usePlace();
    const offline = useOffline();
    const path = `/${place.path.join('/')}`;
    const first = useRef(true);
    useEffect(() => {
        const title = titles[place.path[0] ?? ''];
        if (title !== undefined) document.title = `${title} · Throughline`;
        // A new page is read from its heading on; the first one from where the browser begins.
        if (!first.current && !place.hash) document.querySelector<HTMLElement>('main h1')?.focus({preventScroll: true});
        first.current = false;
    }, [path]);
    return (
        <>
            <Masthead path={path} />
            {offline && <p class="offline" role="status">This device is offline. What was loaded stays readable; new events come when the connection is back.</p>}
            <View place={place} />
        </>
    );
}

applyTheme();
watchLinks();
render(<App />, document.getElementById('app') as HTMLElement);
