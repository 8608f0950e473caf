// Bundles src/ into dist/, the same bytes every time: usage: node build.mjs [OUT]
import {build} from 'esbuild';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';

const out = process.argv[2] ?? 'dist';
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});

const {metafile} = await build({
    entryPoints: {app: 'src/main.tsx'},
    outdir: join(out, 'assets'),
    publicPath: '/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: {'preact/compat': 'preact/compat'},
    loader: {'.woff2': 'file'},
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
});

const names = Object.keys(metafile.outputs).map((path) => basename(path)).sort();
const named = (pattern) => names.filter((name) => pattern.test(name));
const preload = named(/^(libre-franklin|newsreader-latin-600).*\.woff2$/);
const head = [
    ...named(/\.css$/).map((name) => `<link rel="stylesheet" href="/assets/${name}">`),
    ...preload.map((name) => `<link rel="preload" href="/assets/${name}" as="font" type="font/woff2" crossorigin>`),
    ...named(/\.js$/).map((name) => `<script type="module" src="/assets/${name}"></script>`),
];
const page = readFileSync('src/index.html', 'utf8').replace('{{head}}', head.join('\n'));
writeFileSync(join(out, 'index.html'), page);
