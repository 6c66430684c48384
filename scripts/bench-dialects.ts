/**
 * `npm run bench:dialects`: what is kept of the structure that generators see, and whether words alone are offered, on the tables in
 * tests/markdown/dialects: in markdown-it with plugins, in Hugo's goldmark and in kramdown, the two of them Debian's programs.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { MARKDOWN_DIALECTS } from '../src/markdown/dialects.ts';
import { type DialectCase, dialectCases, identityEdition, markdownItTokens, offered, pseudoEdition } from '../tests/support/dialects.ts';

const cases = dialectCases(true);
const failed: string[] = [];

function row(what: string, target: string, bad: readonly string[]): void {
  failed.push(...bad.map((name) => `${what}: ${name}`));
  const share = ((cases.length - bad.length) / cases.length) * 100;
  console.log(
    `${what.padEnd(52)}  ${target.padEnd(8)}  ${share.toFixed(share === 100 ? 0 : 2)} %  (${cases.length - bad.length} of ${cases.length})`,
  );
}

const failing = (holds: (one: DialectCase) => boolean) => cases.filter((one) => !holds(one)).map(({ name }) => name);

/** Turns documents into HTML, all in one run of a program; undefined where it is not installed. */
type Program = (documents: readonly string[]) => readonly string[] | undefined;

function runs(program: string, args: readonly string[], input = ''): string | undefined {
  try {
    return execFileSync(program, args, { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const kramdown: Program = (documents) => {
  const script = `puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, auto_ids: false).to_html })`;
  const html = runs('ruby', ['-Eutf-8:utf-8', '-rjson', '-rkramdown', '-e', script], JSON.stringify(documents));
  return html === undefined ? undefined : (JSON.parse(html) as string[]);
};

const HUGO = `baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]
[markup.goldmark.parser]
autoHeadingID = false
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.renderer]
unsafe = true
`;

const MOST_REFUSED = 40;

const hugo: Program = (documents) => {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-hugo-'));
  try {
    for (const folder of ['content', 'layouts/_default', 'layouts/shortcodes']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'config.toml'), HUGO);
    writeFileSync(join(root, 'layouts/_default/single.html'), '{{ .Content }}');
    const all = documents.join('\n');
    const closed = new Set([...all.matchAll(/\{\{[<%]\s*\/\s*([\w-]+)/g)].map((match) => match[1]));
    for (const [, name = ''] of all.matchAll(/\{\{[<%]\s*([\w-]+)/g))
      writeFileSync(join(root, `layouts/shortcodes/${name}.html`), closed.has(name) ? '<div>{{ .Inner }}</div>' : '<i></i>');
    const file = (index: number) => join(root, `content/c${index}.md`);
    documents.forEach((text, index) => {
      writeFileSync(file(index), `---\ntitle: x\n---\n${text}`);
    });
    // Hugo stops at the first source that it refuses: those that no site of its kind has are left empty, source and edition.
    for (let refused = 0; ; refused++) {
      try {
        if (runs('hugo', ['--quiet', '--source', root, '--destination', join(root, 'public')]) === undefined) return undefined;
        if (refused > 0) console.log(`${refused} sources are none of Hugo's.`);
        break;
      } catch (error) {
        const index = Number(/content\/c(\d+)\.md/.exec(String((error as Error).message))?.[1] ?? Number.NaN);
        if (Number.isNaN(index) || refused === MOST_REFUSED) throw error;
        for (const twin of [index, (index + cases.length) % documents.length]) writeFileSync(file(twin), '---\ntitle: x\n---\nx\n');
      }
    }
    return documents.map((_, index) => readFileSync(join(root, `public/c${index}/index.html`), 'utf8'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** Values that are words. */
const WORDS = new Set(['title', 'alt', 'aria-label', 'text']);

/** Elements and attributes of HTML; words are masked, code is not. */
function structure(html: string): string {
  const out: string[] = [];
  const visit = (node: DefaultTreeAdapterMap['node'], code?: 'span' | 'block') => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterMap['textNode'];
      const line = code === 'span' ? value : value.trim() === '' ? '' : 'words';
      if (line !== '' && (code === 'span' || out.at(-1) !== 'words')) out.push(line);
      return;
    }
    const { tagName, attrs = [], childNodes = [] } = node as DefaultTreeAdapterMap['element'];
    // An abbreviation is found again only where its own letters are.
    const shown = tagName !== undefined && tagName !== 'abbr';
    if (shown) out.push(`<${tagName} ${attrs.map(({ name, value }) => `${name}=${WORDS.has(name) ? '' : value}`).join(' ')}>`);
    // An indented block is code, or the body of an admonition of which this program knows nothing.
    for (const child of childNodes) visit(child, tagName === 'pre' ? 'block' : tagName === 'code' && code !== 'block' ? 'span' : code);
    if (shown) out.push(`</${tagName}>`);
  };
  visit(parseFragment(html));
  return out.join('\n');
}

const editions = cases.map(({ source }) => pseudoEdition(source));

row(
  'words alone are offered, and all',
  '>= 99.5',
  failing(({ source, words }) => offered(source).join('\n') === words.join('\n')),
);
row(
  'identity',
  '100',
  failing(({ source }) => identityEdition(source) === source),
);
row(
  'identity in CRLF',
  '100',
  failing(({ source }) => identityEdition(source.replaceAll('\n', '\r\n')) === source.replaceAll('\n', '\r\n')),
);
row(
  'identity behind a byte order mark',
  '100',
  failing(({ source }) => identityEdition(`\uFEFF${source}`) === `\uFEFF${source}`),
);
for (const dialect of MARKDOWN_DIALECTS)
  row(
    `identity, ${dialect}`,
    '100',
    failing(({ source }) => identityEdition(source, [dialect]) === source),
  );
row(
  'the same structure in markdown-it with plugins',
  '>= 99',
  cases.flatMap(({ name, source }, index) =>
    markdownItTokens(source).join('\n') === markdownItTokens(editions[index] as string).join('\n') ? [] : [name],
  ),
);
for (const [name, program] of [
  ['kramdown', kramdown],
  ['Hugo', hugo],
] as const) {
  const html = program([...cases.map(({ source }) => source), ...editions]);
  if (html === undefined) {
    console.log(`Skipped: ${name} is not installed.`);
    continue;
  }
  const bad = cases.flatMap((one, index) => {
    const [before, after] = [structure(html[index] as string), structure(html[index + cases.length] as string)];
    return before === after ? [] : [`${one.name}\n--- source\n${html[index]}\n--- edition\n${html[index + cases.length]}`];
  });
  row(`the same structure in ${name}`, '>= 99', bad);
}
for (const line of failed.slice(0, process.argv.includes('--show') ? undefined : 40)) console.log(`not: ${line}`);
