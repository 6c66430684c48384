/** What reads text, by the kind of text that it reads. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findTerms } from '../../src/glossary/match.ts';
import { usesTerm } from '../../src/glossary/uses.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { sentences } from '../../src/sentences.ts';
import { FILES } from './files.ts';
import { INPUTS } from './inputs.ts';
import { projectOf, TERMS } from './project.ts';
import { type Repeat, textOf } from './repeats.ts';
import { BODIES, FRONTS } from './shapes.ts';

/** By the kind of file that repeats something: all of its shapes. */
export const SHAPES = { body: BODIES, front: FRONTS, edition: BODIES, file: FILES, input: INPUTS } as const;
export type ShapeKind = keyof typeof SHAPES;

/** What repeats: a shape by its kind and name, or one made by chance. */
export type Repeats = { readonly kind: ShapeKind; readonly shape: string } | Repeat;

/** By name, for a text of a length. */
type Readers = (length: number) => Readonly<Record<string, () => unknown>>;

/** The reader that takes away what the others have written. */
export const CLEAR = 'clear';
/** Whether it is refused is asked first, where there is such a reader. */
export const FIRST = 'segment';
/** What still meets an article that is refused: a reader of each way to it. */
export const OF_REFUSED: ReadonlySet<string> = new Set(['translate', 'status', 'publish', 'export']);

const SRX = `<?xml version="1.0"?><srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="all">
<rule break="no"><beforebreak>\\b(Mr|Mrs|[A-Z])\\.\\s*</beforebreak><afterbreak></afterbreak></rule>
<rule break="no"><beforebreak>(\\w+\\s)*\\d+\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!]+["')]*</beforebreak><afterbreak>\\s+</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>`;

export function readersOf(repeats: Repeats): Readers {
  if ('form' in repeats) return (length) => readersOfText(textOf(repeats, length), repeats.file, repeats.markdown);
  const { kind, shape } = repeats;
  const made = (length: number) => madeOf(kind, shape, length);
  switch (kind) {
    case 'file':
      return (length) => FILES[shape]?.(length) ?? {};
    case 'input':
      return (length) => INPUTS[shape]?.(length) ?? {};
    case 'front':
      return (length) => commandsOver(articleOf(kind, shape, length));
    case 'edition':
      return (length) => commandsOverEdition(made(length));
    case 'body':
      return (length) => readersOfText(made(length));
  }
}

const madeOf = (kind: ShapeKind, shape: string, length: number) =>
  (SHAPES[kind] as Readonly<Record<string, (length: number) => string>>)[shape]?.(length) ?? '';

/** The text of an article whose body or front matter repeats something. */
export function articleOf(kind: ShapeKind, shape: string, length: number): string {
  const made = madeOf(kind, shape, length);
  return kind === 'front' ? `---\ntitle: A story\n${made}---\n\nThe ferry is late.\n` : `# A story\n\n${made}\n`;
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

/** A project of one article, and what its people do with it. */
function commandsOver(
  text: string,
  file: 'md' | 'mdx' = 'md',
  markdown: Readonly<Record<string, unknown>> = {},
): Record<string, () => unknown> {
  const article = `articles/en/a.${file}`;
  const { cwd, change, run, clear } = projectOf(
    { [article]: text.startsWith('---\n') ? text : `# A story\n\n${text}\n` },
    { paths: { articles: `articles/{locale}/{slug}.${file}` }, markdown },
  );
  return {
    [FIRST]: () => run('segment', article),
    translate: () => run('translate', '--yes', '--to', 'es'),
    'bad answers': () => run('translate', '--yes', '--to', 'ca'),
    check: () => run('check', '--to', 'es'),
    status: () => run('status'),
    // As `watch` does when a file is saved.
    'source changed': () => {
      change(article, (said) => `${said}\nA word more.\n`);
      return run('translate', '--yes', '--to', 'es');
    },
    'edition edited': () => {
      change(`articles/es/a.${file}`, (said) => said.replace(/\p{L}+/u, 'otra'));
      return run('translate', '--yes', '--to', 'es');
    },
    'record edited': () => {
      change('locales/es/articles/a.xlf', (said) => said.replace(/(<target\b[^>]*>)/, '$1Otra '));
      return run('translate', '--yes', '--to', 'es');
    },
    'term set': () => run('glossary', 'set', 'es', 'ferry', 'barco'),
    review: () => run('review', 'a', '--to', 'es'),
    publish: () => run('publish'),
    export: () => run('export', '--layout', 'hugo', '--out', 'exported'),
    'export to another dialect': () => run('export', '--layout', 'docusaurus', '--out', 'exported-mdx'),
    // What is compared with its neighbours takes some milliseconds a sentence: linear, and too long for a long text here.
    ...(text.length <= 8_000 && {
      align: () => {
        rmSync(join(cwd, 'locales/es/articles'), { recursive: true, force: true });
        return run('memory', 'align');
      },
    }),
    'glossary suggest': () => run('glossary', 'suggest', '--to', 'es'),
    'memory export': () => run('memory', 'export', 'memory.tmx', '--to', 'es'),
    [CLEAR]: clear,
  };
}

/** An edition that a person, or another tool, has put in the place of what was written. */
function commandsOverEdition(text: string): Record<string, () => unknown> {
  const { put, change, run, clear } = projectOf({
    'articles/en/a.md': '# A story\n\nThe ferry is late. It waits in the **harbour**.\n\nNobody knows why.\n',
  });
  return {
    check: async () => {
      await run('translate', '--yes', '--to', 'es');
      put('articles/es/a.md', `# Una historia\n\n${text}\n`);
      return run('check', '--to', 'es');
    },
    translate: () => run('translate', '--yes', '--to', 'es'),
    'source changed': () => {
      change('articles/en/a.md', (said) => said.replace('late', 'very late'));
      return run('translate', '--yes', '--to', 'es');
    },
    publish: () => run('publish'),
    [CLEAR]: clear,
  };
}
