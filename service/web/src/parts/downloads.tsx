// The chronology in the formats that others publish it in.

const formats: {name: string; label: string; note: string}[] = [
    {name: 'timelinejs', label: 'TimelineJS', note: 'interactive timeline of Knight Lab'},
    {name: 'markdown', label: 'Markdown', note: 'to write from'},
    {name: 'csv', label: 'CSV', note: 'spreadsheets'},
    {name: 'ical', label: 'iCalendar', note: 'calendars'},
    {name: 'atom', label: 'Atom', note: 'feed readers'},
    {name: 'jsonfeed', label: 'JSON Feed', note: 'feed readers'},
    {name: 'jsonld', label: 'JSON-LD', note: 'schema.org, search engines'},
    {name: 'ninjs', label: 'ninjs', note: 'news systems'},
    {name: 'annotations', label: 'Web Annotations', note: 'every quotation with its place'},
    {name: 'json', label: 'JSON', note: 'the API itself'},
];

/// `query` is that of the filters: what is downloaded is what is shown.
export function Downloads({story, query}: {story: string; query: string}) {
    const target = (name: string) => `/v1/stories/${story}/timeline${query}${query ? '&' : '?'}format=${name}`;
    return (
        <details class="downloads">
            <summary>Take it with you</summary>
            <ul>
                {formats.map(({name, label, note}) => (
                    <li key={name}><a href={target(name)} download>{label}</a> <span class="quiet">{note}</span></li>
                ))}
            </ul>
        </details>
    );
}
