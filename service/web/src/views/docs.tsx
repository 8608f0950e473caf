// The API explorer: the contract that the service serves, readable and to be tried.
import {useState} from 'preact/hooks';
import {get} from '../lib/api';
import {endpoints, resolve, schemaName, typeText, type Contract, type Endpoint, type Schema} from '../lib/openapi';
import {useResource} from '../lib/resource';
import {capital} from '../lib/words';
import {Failed, Loading} from '../parts/states';
import {TryIt} from '../parts/try_it';

function Members({contract, schema, depth = 0}: {contract: Contract; schema: Schema; depth?: number}) {
    const whole = resolve(contract, schema);
    const inner = whole.items ? resolve(contract, whole.items) : whole;
    const members = Object.entries(inner.properties ?? {});
    if (members.length === 0 || depth > 4) return null;
    return (
        <ul class="members">
            {members.map(([name, member]) => {
                const target = resolve(contract, member.items ?? member);
                const nested = target.properties !== undefined;
                const line = <><code>{name}</code> <span class="quiet">{typeText(contract, member)}{!inner.required?.includes(name) && ', optional'}</span>{member.description && <> — {member.description}</>}</>;
                return <li key={name}>{nested ? <Nested line={line} contract={contract} schema={member} depth={depth} /> : line}</li>;
            })}
        </ul>
    );
}

function Nested({line, ...rest}: {line: preact.ComponentChildren; contract: Contract; schema: Schema; depth: number}) {
    const [open, set] = useState(false);
    return (
        <details open={open} onToggle={(event) => set(event.currentTarget.open)}>
            <summary>{line}</summary>
            {open && <Members contract={rest.contract} schema={rest.schema} depth={rest.depth + 1} />}
        </details>
    );
}

function Responses({contract, endpoint}: {contract: Contract; endpoint: Endpoint}) {
    return (
        <ul class="responses">
            {Object.entries(endpoint.operation.responses).map(([status, given]) => {
                const response = resolve(contract, given);
                const content = Object.entries(response.content ?? {});
                const schema = content[0]?.[1].schema;
                return (
                    <li key={status}>
                        <b>{status}</b> {response.description}{' '}
                        <span class="quiet">{content.map(([type]) => type).join(', ')} {schema && schemaName(schema)}</span>
                        {schema && status.startsWith('2') && <Members contract={contract} schema={schema} />}
                    </li>
                );
            })}
        </ul>
    );
}

function Told({contract, endpoint}: {contract: Contract; endpoint: Endpoint}) {
    const [open, set] = useState(location.hash === `#${endpoint.operation.operationId}`);
    const {operation, method, path, parameters} = endpoint;
    const body = operation.requestBody?.content['application/json']?.schema;
    return (
        <details class="endpoint" id={operation.operationId} open={open} onToggle={(event) => set(event.currentTarget.open)}>
            <summary><span class={`method m-${method.toLowerCase()}`}>{method}</span> <code>{path}</code> <span>{operation.summary}</span></summary>
            {open && (
                <div class="endpoint-body">
                    {operation.description && <p>{operation.description}</p>}
                    {parameters.length > 0 && <h3>Parameters</h3>}
                    <ul class="members">
                        {parameters.map((parameter) => (
                            <li key={parameter.name}><code>{parameter.name}</code> <span class="quiet">{parameter.in}, {typeText(contract, parameter.schema)}</span>{parameter.description && <> — {parameter.description}</>}</li>
                        ))}
                    </ul>
                    {body && <><h3>Body</h3><Members contract={contract} schema={body} /></>}
                    <h3>Answers</h3>
                    <Responses contract={contract} endpoint={endpoint} />
                    <h3>Try it</h3>
                    <TryIt endpoint={endpoint} />
                </div>
            )}
        </details>
    );
}

export function DocsPage() {
    const {value, failure, reload} = useResource<Contract>('contract', (signal) => get('/openapi.json', signal));
    if (!value) return <main id="main" class="page">{failure ? <Failed failure={failure} what="contract" retry={reload} /> : <Loading what="the contract" />}</main>;
    const all = endpoints(value);
    return (
        <main id="main" class="page docs">
            <h1 tabIndex={-1}>The HTTP API</h1>
            <p class="deck">{value.info.summary}. Version {value.info.version}; the contract as a file: <a href="/openapi.json">openapi.json</a></p>
            {value.info.description.trim().split(/\n\s*\n/).map((text) => <p key={text} class="prose">{text}</p>)}
            {value.tags.map(({name}) => (
                <section key={name} aria-labelledby={`tag-${name}`}>
                    <h2 id={`tag-${name}`} class="section-title">{capital(name)}</h2>
                    {all.filter(({operation}) => operation.tags.includes(name)).map((endpoint) => <Told key={endpoint.operation.operationId} contract={value} endpoint={endpoint} />)}
                </section>
            ))}
        </main>
    );
}
