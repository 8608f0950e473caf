// Sends a request of the explorer to this service and shows what comes back.
import {useState} from 'preact/hooks';
import {authorization} from '../lib/api';
import type {Endpoint} from '../lib/openapi';

interface Answer {
    line: string;
    body: string;
}

const mostShown = 20_000; // letters of a body

export function TryIt({endpoint}: {endpoint: Endpoint}) {
    const [values, set] = useState<Record<string, string>>({});
    const [body, setBody] = useState('');
    const [answer, setAnswer] = useState<Answer | null>(null);
    const query = new URLSearchParams();
    for (const {name, in: where} of endpoint.parameters) if (where === 'query' && values[name]) query.set(name, values[name]);
    const path = endpoint.path.replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] ? encodeURIComponent(values[name]) : whole));
    const target = path + (query.size ? `?${query}` : '');
    const headers: Record<string, string> = {...authorization()};
    for (const {name, in: where} of endpoint.parameters) if (where === 'header' && values[name]) headers[name] = values[name];
    const withBody = endpoint.operation.requestBody !== undefined;
    if (withBody) headers['Content-Type'] = 'application/json';

    const send = async (event: Event) => {
        event.preventDefault();
        const start = performance.now();
        try {
            const init: RequestInit = {method: endpoint.method, headers};
            if (withBody) init.body = body;
            const got = await fetch(target, init);
            const text = await got.text();
            const time = Math.round(performance.now() - start);
            const pretty = got.headers.get('Content-Type')?.includes('json') && text ? JSON.stringify(JSON.parse(text), null, 2) : text;
            setAnswer({line: `${got.status} ${got.statusText}, ${text.length.toLocaleString('en')} letters in ${time} ms`, body: pretty.slice(0, mostShown)});
        } catch {
            setAnswer({line: 'No connection', body: ''});
        }
    };
    const fields = endpoint.parameters.filter((parameter) => parameter.name !== 'If-None-Match');
    return (
        <form class="try" onSubmit={send}>
            {fields.map(({name, in: where, required}) => (
                <label key={name} class="field">{name}
                    <input type="text" value={values[name] ?? ''} required={required === true || where === 'path'} autocomplete="off"
                        onInput={(e) => set({...values, [name]: e.currentTarget.value})} />
                </label>
            ))}
            {withBody && <label class="field">Body (JSON)<textarea rows={5} value={body} spellcheck={false} onInput={(e) => setBody(e.currentTarget.value)} /></label>}
            <p class="actions"><button type="submit">Send</button> <code>{endpoint.method} {target}</code></p>
            {answer && <div role="status"><p class="kind">{answer.line}</p>{answer.body && <pre tabIndex={0} aria-label="Answer">{answer.body}</pre>}</div>}
        </form>
    );
}
