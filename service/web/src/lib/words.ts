// Words for the API's names and addresses, and counted nouns.
import families from './families.json';
import type {Relation, Status} from './types';

export type Family = keyof typeof families;

export const familyOrder = Object.keys(families) as Family[];
export const familyLabel = (family: Family): string => families[family].label;

const familyByType = new Map<string, Family>();
for (const family of familyOrder) for (const type of families[family].types) familyByType.set(type, family);

export function familyOf(type: string): Family {
    return familyByType.get(type) ?? 'office';
}

export function typeName(type: string): string {
    return type === 'other' ? 'other event' : type.replaceAll('_', ' ');
}

export function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/// "1 source", "2 sources", "1,024 sources".
export function counted(count: number, one: string, many = `${one}s`): string {
    return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export const statusNames: Record<Status, string> = {
    occurred: 'occurred',
    planned: 'planned',
    denied: 'denied',
    alleged: 'alleged',
};

/// How an event stands to the one it links to, and how that one stands to it.
export const relationNames: Record<Relation, {to: string; from: string}> = {
    responds_to: {to: 'responds to', from: 'answered by'},
    denies: {to: 'denies', from: 'denied by'},
    causes: {to: 'led to', from: 'came of'},
    subevent_of: {to: 'part of', from: 'includes'},
    contradicts: {to: 'contradicts', from: 'contradicted by'},
    about: {to: 'speaks of', from: 'spoken of in'},
};

/// The site of an address; the address itself when a browser cannot read it.
export function siteOf(address: string): string {
    try {
        return new URL(address).hostname;
    } catch {
        return address;
    }
}
