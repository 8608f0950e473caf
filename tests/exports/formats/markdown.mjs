// markdown-it (CommonMark): the titles come out as they are, one an entry, and nothing else becomes markup.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import {oneLine, toldTitle} from '../context.mjs';

export async function check({read, events, story}) {
    const {text, headers} = await read('markdown');
    assert.match(headers.get('content-type'), /^text\/markdown/);
    const tokens = new MarkdownIt('commonmark').parse(text, {});
    const inline = tokens.filter(token => token.type === 'inline').flatMap(token => token.children);
    for (const token of [...tokens, ...inline])
        assert.ok(!['html_block', 'html_inline', 'fence', 'code_block', 'code_inline', 'image', 'hr'].includes(token.type), token.content);

    const strong = [];
    let depth = 0;
    for (const token of inline) {
        if (token.type === 'strong_open' && ++depth) strong.push('');
        else if (token.type === 'strong_close') --depth;
        else if (depth > 0) strong[strong.length - 1] += token.content;
    }
    assert.deepEqual(strong, events.map(toldTitle).filter(Boolean));
    const headings = tokens.filter((_, n) => tokens[n - 1]?.type === 'heading_open');
    const plain = token => token.children.map(child => child.content).join('');
    assert.equal(plain(headings[0]), oneLine(story.title));
    assert.equal(tokens.filter(token => token.tag === 'h1' && token.nesting === 1).length, 1);
    const quotes = tokens.filter(token => token.type === 'blockquote_open').length;
    assert.equal(quotes, events.length);
    for (const token of inline.filter(token => token.type === 'link_open'))
        assert.match(token.attrGet('href'), /^https?:\/\//);
}
