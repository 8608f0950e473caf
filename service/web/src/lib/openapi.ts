// The contract as /openapi.json gives it, as far as the explorer shows it.

export interface Schema {
    $ref?: string;
    type?: string | string[];
    format?: string;
    enum?: string[];
    description?: string;
    properties?: Record<string, Schema>;
    required?: string[];
    items?: Schema;
    minimum?: number;
    maximum?: number;
    default?: unknown;
}

export interface Parameter {
    $ref?: string;
    name: string;
    in: 'query' | 'path' | 'header';
    description?: string;
    required?: boolean;
    schema?: Schema;
    example?: unknown;
}

type Content = Record<string, {schema?: Schema}>;

export interface Response {
    $ref?: string;
    description: string;
    content?: Content;
}

export interface Operation {
    operationId: string;
    tags: string[];
    summary: string;
    description?: string;
    parameters?: Parameter[];
    requestBody?: {content: Content};
    responses: Record<string, Response>;
}

export interface Contract {
    info: {title: string; version: string; summary: string; description: string};
    tags: {name: string}[];
    paths: Record<string, Record<string, Operation | Parameter[]>>;
    components: Record<string, Record<string, unknown>>;
}

export interface Endpoint {
    method: string;
    path: string;
    operation: Operation;
    parameters: Parameter[];
}

/// What "#/components/…" stands for, or the value itself.
export function resolve<T extends {$ref?: string}>(contract: Contract, value: T): T {
    if (!value.$ref) return value;
    const [, , kind, name] = value.$ref.split('/') as [string, string, string, string];
    return contract.components[kind]?.[name] as T;
}

export const schemaName = (schema: Schema): string => schema.$ref?.split('/').at(-1) ?? '';

export function endpoints(contract: Contract): Endpoint[] {
    return Object.entries(contract.paths).flatMap(([path, methods]) => {
        const shared = (methods.parameters ?? []) as Parameter[];
        return Object.entries(methods).filter(([method]) => method !== 'parameters').map(([method, operation]) => {
            const own = (operation as Operation).parameters ?? [];
            const parameters = [...shared, ...own].map((parameter) => resolve(contract, parameter));
            return {method: method.toUpperCase(), path, operation: operation as Operation, parameters};
        });
    });
}

/// "string, a date", "integer from 1 to 200", "array of Event".
export function typeText(contract: Contract, schema: Schema | undefined): string {
    if (!schema) return '';
    if (schema.$ref) return schemaName(schema);
    if (schema.items) return `array of ${typeText(contract, schema.items)}`;
    if (schema.enum) return schema.enum.join(' | ');
    const name = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any');
    const format = schema.format ? `, ${schema.format}` : '';
    const from = schema.minimum !== undefined ? ` from ${schema.minimum}` : '';
    const to = schema.maximum !== undefined ? ` to ${schema.maximum}` : '';
    return name + format + from + to;
}
