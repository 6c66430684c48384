/** What reads text, by the kind of text that it reads. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../src/cli/program.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { usesTerm } from '../../src/glossary/uses.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { sentences } from '../../src/sentences.ts';
import { FILES } from './files.ts';
import { type Repeat, textOf } from './repeats.ts';
import { BODIES, FRONTS, type Shape } from './shapes.ts';

/** What repeats: a shape by its kind and name, or one made by chance. */
export type Repeats = { readonly kind: 'body' | 'front' | 'file'; readonly shape: string } | Repeat;

/** By name, for a text of a length. */
type Readers = (length: number) => Readonly<Record<string, () => unknown>>;

/** The reader that takes away what the others have written. */
export const CLEAR = 'clear';

const TERMS = [
  ['Port Office', 'Oficina del Puerto'],
  ['Port', 'puerto'],
  ['a', 'un'],
  ['a a', 'dos'],
  ['the', 'el'],
  ['ferry', 'ferri'],
  ['one', 'uno'],
  ['Aa', 'Aá'],
  ['A.', 'Á.'],
].map(([source = '', target = '']) => ({ source, target }));

const SRX = `<?xml version="1.0"?><srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="all">
<rule break="no"><beforebreak>\\b(Mr|Mrs|[A-Z])\\.\\s*</beforebreak><afterbreak></afterbreak></rule>
<rule break="no"><beforebreak>(\\w+\\s)*\\d+\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!]+["')]*</beforebreak><afterbreak>\\s+</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>`;

export function readersOf(repeats: Repeats): Readers {
  if ('form' in repeats) return (length) => readersOfText(textOf(repeats, length), repeats.file, repeats.markdown);
  const { kind, shape } = repeats;
  if (kind === 'file') return (length) => FILES[shape]?.(length) ?? {};
  const make = ((kind === 'body' ? BODIES : FRONTS) as Readonly<Record<string, Shape>>)[shape] as Shape;
  if (kind === 'front') return (length) => commandsOver(`---\ntitle: A story\n${make(length)}---\n\nThe ferry is late.\n`);
  return (length) => readersOfText(make(length));
}

function readersOfText(text: string, file?: 'md' | 'mdx', markdown?: Readonly<Record<string, unknown>>): Record<string, () => unknown> {
  const srx = readSrx(SRX, 'rules.srx');
  return {
    ...Object.fromEntries(
      ['en', 'de', 'uk', 'ar', 'ja', 'th'].map((locale) => [`sentences ${locale}`, () => void sentences(text, locale)]),
    ),
    'sentences srx': () => void sentences(text, 'en', srx),
    ...Object.fromEntries(['en', 'uk', 'ar', 'ja'].map((locale) => [`terms ${locale}`, () => void findTerms(text, locale, TERMS)])),
    ...Object.fromEntries(
      ['es', 'uk', 'ja'].map((locale) => [`uses ${locale}`, () => TERMS.forEach((term) => void usesTerm(text, term, locale))]),
    ),
    ...commandsOver(text, file, markdown),
  };
}

/** An engine that gives every second text back without its marks, as bad ones do. */
const MODULE = `export default {
  name: 'mine',
  translate: async ({ texts }) => texts.map((text, at) => (at % 2 === 0 ? text : text.replace(/<[^<>]*>/g, ''))),
};
`;

/** A project of one article, and what its people do with it. */
function commandsOver(
  text: string,
  file: 'md' | 'mdx' = 'md',
  markdown: Readonly<Record<string, unknown>> = {},
): Record<string, () => unknown> {
  const cwd = mkdtempSync(join(tmpdir(), 'dragoman-slow-'));
  const put = (path: string, content: string) => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
  put(
    'dragoman.config.json',
    JSON.stringify({
      sourceLocale: 'en',
      targetLocales: ['es', 'ca'],
      paths: { articles: `articles/{locale}/{slug}.${file}` },
      engine: { default: 'pseudo', ca: 'mine' },
      engines: { mine: { module: './engine.mjs' } },
      markdown,
      publish: { baseUrl: 'https://courier.example' },
    }),
  );
  put('engine.mjs', MODULE);
  put('locales/es/glossary.csv', `source,target\n${TERMS.map(({ source, target }) => `${source},${target}\n`).join('')}`);
  const article = `articles/en/a.${file}`;
  put(article, text.startsWith('---\n') ? text : `# A story\n\n${text}\n`);
  const change = (path: string, by: (text: string) => string) => {
    if (existsSync(join(cwd, path))) put(path, by(readFileSync(join(cwd, path), 'utf8')));
  };
  const run = async (...argv: string[]) => {
    let out = '';
    const screen = { write: (said: string) => (out += said) };
    await runProgram(argv, { cwd, env: {}, stdout: screen, stderr: screen, signal: new AbortController().signal });
    return out
      .split('\n')
      .map((line) => line.slice(0, 200))
      .find((line) => REFUSED.test(line));
  };
  return {
    segment: () => run('segment', article),
    translate: () => run('translate', '--yes', '--to', 'es'),
    'bad answers': () => run('translate', '--yes', '--to', 'ca'),
    check: () => run('check', '--to', 'es'),
    status: () => run('status'),
    'source changed': () => {
      change(article, (said) => `${said}\nA word more.\n`);
      return run('translate', '--yes', '--to', 'es');
    },
    'edition edited': () => {
      change(`articles/es/a.${file}`, (said) => said.replace(/\p{L}+/u, 'otra'));
      return run('translate', '--yes', '--to', 'es');
    },
    'term set': () => run('glossary', 'set', 'es', 'ferry', 'barco'),
    publish: () => run('publish'),
    export: () => run('export', '--layout', 'hugo', '--out', 'exported'),
    // What is compared with its neighbours takes some milliseconds a sentence: linear, and too long for a long text here.
    ...(text.length <= 8_000 && {
      align: () => {
        rmSync(join(cwd, 'locales/es/articles'), { recursive: true, force: true });
        return run('memory', 'align');
      },
    }),
    'glossary suggest': () => run('glossary', 'suggest', '--to', 'es'),
    [CLEAR]: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

/** What is said of an article that is not read, or of the program's own fault. */
const REFUSED = /(?:too (?:large|long|deep|many)|nested|no words|MDX) .*line|fault of the program|RangeError/i;
