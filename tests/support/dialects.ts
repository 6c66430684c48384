/** Sources in the dialects of generators, with the words in them, and the structure that markdown-it and its plugins see. */

import { readdirSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import abbr from 'markdown-it-abbr';
import attrs from 'markdown-it-attrs';
import bracketedSpans from 'markdown-it-bracketed-spans';
import container from 'markdown-it-container';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import alerts from 'markdown-it-github-alerts';
import ins from 'markdown-it-ins';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { words } from '../../src/text.ts';
import { editionOf, pseudo } from './markdown.ts';

export interface DialectCase {
  readonly name: string;
  readonly source: string;
  /** The words of each block, in order; marks leave nothing. */
  readonly words: readonly string[];
}

/** `@@ name`, the source, and a line `@> words` a block; `| top` after the name: it has its meaning at the start of a file alone. */
function casesOf(table: string): { test: DialectCase; top: boolean }[] {
  return table
    .split(/^@@ /m)
    .slice(1)
    .map((text) => {
      const [title = '', ...rest] = text.trimEnd().split('\n');
      const [name = '', tag] = title.split(' | ');
      const source = `${rest.filter((line) => !line.startsWith('@> ')).join('\n')}\n`;
      return {
        test: { name, source, words: rest.filter((line) => line.startsWith('@> ')).map((line) => line.slice(3)) },
        top: tag === 'top',
      };
    });
}

const indented = (first: string, rest: string) => (source: string) =>
  source
    .trimEnd()
    .split('\n')
    .map((line, index) => (line === '' && rest.trim() === '' ? '' : `${(index === 0 ? first : rest) + line}`.trimEnd()))
    .join('\n')
    .concat('\n');

/** Where a construct may be: alone, between paragraphs, in a quotation, in an item. */
const PLACES: readonly {
  readonly name: string;
  readonly place: (source: string) => string;
  readonly around: readonly [string[], string[]];
}[] = [
  { name: 'alone', place: (source) => source, around: [[], []] },
  {
    name: 'between paragraphs',
    place: (source) => `Words before it.\n\n${source}\nWords after it.\n`,
    around: [['Words before it.'], ['Words after it.']],
  },
  { name: 'in a quotation', place: indented('> ', '> '), around: [[], []] },
  { name: 'in an item', place: indented('- ', '  '), around: [[], []] },
];

/** More of them, for figures: a test of all would be a long one. */
const MORE_PLACES: typeof PLACES = [
  { name: 'at the end of the file', place: (source) => `Words before it.\n\n${source.trimEnd()}`, around: [['Words before it.'], []] },
  { name: 'in an item in a quotation', place: indented('> - ', '>   '), around: [[], []] },
  { name: 'in a quotation in an item', place: indented('- > ', '  > '), around: [[], []] },
  {
    name: 'below the words of a numbered item',
    place: (source) => `1. Words before it.\n\n${indented('   ', '   ')(source)}`,
    around: [['Words before it.'], []],
  },
];

/**
 * Every case of the tables in every place.
 * @param all in the places that are for figures, too
 */
export function dialectCases(all = false): DialectCase[] {
  const folder = new URL('../markdown/dialects/', import.meta.url);
  const places = all ? [...PLACES, ...MORE_PLACES] : PLACES;
  return readdirSync(folder)
    .toSorted()
    .flatMap((table) => casesOf(readFileSync(new URL(table, folder), 'utf8')))
    .flatMap(({ test, top }) =>
      places.slice(0, top ? 1 : undefined).map(({ name, place, around: [before, after] }) => ({
        name: `${test.name}, ${name}`,
        source: place(test.source),
        words: [...before, ...test.words, ...after],
      })),
    );
}

/** The words that a source offers, block by block. */
export function offered(source: string, extensions: readonly string[] = []): string[] {
  return readArticle(source, { slug: 'case', locale: 'en', extensions, cut: (text) => [text] }).blocks.map(({ segments }) =>
    segments
      .map(({ text }) => words(text))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Its edition whose every target is its own text. */
export function identityEdition(source: string, extensions: readonly string[] = []): string {
  return writeEdition(
    editionOf(readArticle(source, { slug: 'case', locale: 'en', extensions }), (text) =>
      text.map((piece) => (typeof piece === 'string' ? piece : { ...piece })),
    ),
  );
}

/** Its edition with an accent on every vowel. */
export function pseudoEdition(source: string, extensions: readonly string[] = []): string {
  return writeEdition(editionOf(readArticle(source, { slug: 'case', locale: 'en', extensions }), pseudo));
}

const parser = new MarkdownIt({ html: true, linkify: false })
  .use(footnote)
  .use(deflist)
  .use(abbr)
  .use(bracketedSpans)
  .use(attrs)
  .use(sub)
  .use(sup)
  .use(mark)
  .use(ins)
  .use(alerts);
for (const name of 'note tip info warning danger details'.split(' ')) parser.use(container, name);

interface Token {
  readonly type: string;
  readonly tag: string;
  readonly attrs: readonly (readonly [string, string])[] | null;
  readonly markup: string;
  readonly info: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

/** Values that are words, in Markdown and in tags. */
const WORDS = new Set(['title', 'alt']);
const TAG_WORDS = /(?<=\s(?:title|alt|text)=)"[^"]*"/g;

/** Types, attributes and markup of what markdown-it makes of a source; words are masked. */
export function markdownItTokens(source: string): string[] {
  const out: string[] = [];
  const add = (line: string) => {
    // A run of words, however it is wrapped.
    if (line !== 'words' || out.at(-1) !== 'words') out.push(line);
  };
  const visit = ({ type, tag, attrs, markup, info, content, children }: Token) => {
    if (type === 'inline') return (children ?? []).forEach(visit);
    // An abbreviation is found again only where its own letters are.
    if (type === 'softbreak' || type === 'abbr_open' || type === 'abbr_close') return;
    if (type === 'text') return content.trim() === '' ? undefined : add('words');
    const values = (attrs ?? []).map(([name, value]) => `${name}=${WORDS.has(name) ? '' : value}`).join(' ');
    // An indented block is code, or the body of an admonition of which these plugins know nothing.
    const own = type === 'code_inline' || type === 'fence' ? content : type === 'html_inline' ? content.replace(TAG_WORDS, '""') : '';
    add([type, tag, markup, info.trim().split(/\s+/)[0], values, own].join(' ').trim());
    if (type === 'image') (children ?? []).forEach(visit);
  };
  const env: { abbreviations?: Record<string, string>; references?: Record<string, { href: string }> } = {};
  (parser.parse(source.replace(/^\uFEFF/, ''), env) as Token[]).forEach(visit);
  return [
    ...out,
    ...Object.keys(env.abbreviations ?? {}),
    ...Object.entries(env.references ?? {}).map(([label, { href }]) => `${label} ${href}`),
  ];
}
