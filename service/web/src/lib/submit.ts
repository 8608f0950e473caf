// Articles on their way into the service: what a paste or a file is, and how far it has come.
import {get, send} from './api';
import type {Article, ArticleState} from './types';

export interface Facts {
    headline: string;
    publisher: string;
    published_at: string;
    url: string;
}

export type Body = {type: 'application/json' | 'text/html' | 'text/markdown' | 'text/plain'; text: string};

const looksLikePage = (text: string) => /^\s*(<!doctype\s+html|<html|<head|<body|<article|<div|<p[\s>])/i.test(text);

function isObject(text: string): boolean {
    if (!text.trimStart().startsWith('{')) return false;
    try {
        return typeof JSON.parse(text) === 'object';
    } catch {
        return false;
    }
}

/// What was pasted, with what the reader knows besides.
export function fromPaste(text: string, facts: Facts): Body {
    if (isObject(text)) return {type: 'application/json', text};
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value.trim() !== ''));
    if (looksLikePage(text)) return {type: 'application/json', text: JSON.stringify({...given, html: text})};
    if (Object.keys(given).length === 0) return {type: 'text/plain', text};
    return {type: 'application/json', text: JSON.stringify({...given, text})};
}

const types: Record<string, Body['type']> = {
    json: 'application/json',
    html: 'text/html',
    htm: 'text/html',
    md: 'text/markdown',
    markdown: 'text/markdown',
    txt: 'text/plain',
};

export const readable = Object.keys(types).map((ending) => `.${ending}`).join(',');

/// A file by its ending; null when it is of no kind that is read.
export async function fromFile(file: File): Promise<Body | null> {
    const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
    return type ? {type, text: await file.text()} : null;
}

const patience = 25; // seconds that one request waits for the reading

/// Sends it and waits until it has been read. `kept` is called once the service has it for good.
export async function submit(body: Body, kept: (state: ArticleState) => void): Promise<Article> {
    const headers = {'Content-Type': body.type, Prefer: 'wait=1'};
    const answer = await send('/v1/articles', {method: 'POST', headers, body: body.text});
    const state = (await answer.json()) as ArticleState;
    kept(state);
    for (let tries = 0; ; tries++) {
        const article = await get<Article>(`/v1/articles/${state.id}`);
        const read = article.status === 'processed' || article.status === 'failed';
        if (read || tries > patience * 4) return article;
        await new Promise((done) => setTimeout(done, 250));
    }
}
