/** What reads text, by the kind of text that it reads. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { runProgram } from '../../src/cli/program.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { usesTerm } from '../../src/glossary/uses.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { sentences } from '../../src/sentences.ts';
import { FILES } from './files.ts';
import { BODIES, FRONTS, type Shape } from './shapes.ts';

export type Kind = 'body' | 'front' | 'file';

/** By name, for a text of a length. */
type Readers = (length: number) => Readonly<Record<string, () => unknown>>;

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

export function readersOf(kind: Kind, shape: string): Readers {
  if (kind === 'file') return (length) => FILES[shape]?.(length) ?? {};
  const make = ((kind === 'body' ? BODIES : FRONTS) as Readonly<Record<string, Shape>>)[shape] as Shape;
  if (kind === 'front') return (length) => commandsOver(`---\ntitle: A story\n${make(length)}---\n\nThe ferry is late.\n`);
  const srx = readSrx(SRX, 'rules.srx');
  return (length) => {
    const text = make(length);
    return {
      ...Object.fromEntries(
        ['en', 'de', 'uk', 'ar', 'ja', 'th'].map((locale) => [`sentences ${locale}`, () => void sentences(text, locale)]),
      ),
      'sentences srx': () => void sentences(text, 'en', srx),
      ...Object.fromEntries(['en', 'uk', 'ar', 'ja'].map((locale) => [`terms ${locale}`, () => void findTerms(text, locale, TERMS)])),
      ...Object.fromEntries(
        ['es', 'uk', 'ja'].map((locale) => [`uses ${locale}`, () => TERMS.forEach((term) => void usesTerm(text, term, locale))]),
      ),
      ...commandsOver(text),
    };
  };
}

/** A project of one article, and what its people do with it. */
function commandsOver(text: string): Readonly<Record<string, () => unknown>> {
  const cwd = mkdtempSync(join(tmpdir(), 'dragoman-slow-'));
  process.on('exit', () => rmSync(cwd, { recursive: true, force: true }));
  const put = (file: string, content: string) => {
    mkdirSync(join(cwd, file, '..'), { recursive: true });
    writeFileSync(join(cwd, file), content);
  };
  put(
    'dragoman.config.json',
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo', publish: { baseUrl: 'https://courier.example' } }),
  );
  put('locales/es/glossary.csv', `source,target\n${TERMS.map(({ source, target }) => `${source},${target}\n`).join('')}`);
  put('articles/en/a.md', text.startsWith('---\n') ? text : `# A story\n\n${text}\n`);
  const change = (file: string, by: (text: string) => string) => {
    if (existsSync(join(cwd, file))) put(file, by(readFileSync(join(cwd, file), 'utf8')));
  };
  const run = async (...argv: string[]) => {
    let out = '';
    const screen = { write: (said: string) => (out += said) };
    await runProgram(argv, { cwd, env: {}, stdout: screen, stderr: screen, signal: new AbortController().signal });
    const failure =
      /articles\/en\/a\.md[^\n]*(?:[Tt]oo (?:large|long|deep|many)|nested|no words|not )[^\n]*|fault of the program[^\n]*|RangeError[^\n]*/.exec(
        out,
      )?.[0];
    return failure?.slice(0, 160);
  };
  return {
    translate: () => run('translate', '--yes'),
    check: () => run('check'),
    'source changed': () => {
      change('articles/en/a.md', (said) => `${said}\nA word more.\n`);
      return run('translate', '--yes');
    },
    'edition edited': () => {
      change('articles/es/a.md', (said) => said.replace(/\p{L}+/u, 'otra'));
      return run('translate', '--yes');
    },
    publish: () => run('publish'),
    // What is compared with its neighbours takes some milliseconds a sentence: linear, and too long for a long text here.
    ...(text.length <= 8_000 && {
      align: () => {
        rmSync(join(cwd, 'locales/es/articles'), { recursive: true, force: true });
        return run('memory', 'align');
      },
    }),
    'glossary suggest': () => run('glossary', 'suggest', '--to', 'es'),
  };
}
