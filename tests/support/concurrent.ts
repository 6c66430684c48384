/** What happens to a project while several commands, people and kill -9 are at it: counted. Real processes throughout. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProcess } from './program.ts';
import type { Random } from './random.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const KILL_AT = resolve(import.meta.dirname, 'kill-at.mjs');

/** Capitals, some time after it is asked; says so on stderr. */
const ENGINE = (delay: number) => `
const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());
export default { name: 'slow', translate: async ({ texts }) => {
  process.stderr.write('asked\\n');
  await new Promise((resolve) => setTimeout(resolve, ${delay}));
  return texts.map(up);
} };
`;

export interface Newsroom {
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
}

interface RunOptions {
  /** Called when the engine has been asked. */
  readonly asked?: () => void;
  /** The change of a file in whose middle the process is killed, counted from 1. */
  readonly killAt?: number;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  // biome-ignore lint/suspicious/noExplicitAny: the summary's shape is what the counts are about
  readonly summary: any;
}

const WORDS = ['harbour', 'mayor', 'bridge', 'ferry', 'school', 'market', 'river', 'tower', 'garden', 'station'];
const sentence = (article: number, at: number, form: string) =>
  `The ${WORDS[at % WORDS.length]} of district ${'x'.repeat(article + 1)} in chapter ${'y'.repeat(at + 1)} is ${form}.`;
/** The first sentence has another form after a change. */
const said = (article: number, form: string) => [0, 1, 2, 3, 4, 5].map((at) => sentence(article, at, at === 0 ? form : 'old'));
const name = (article: number) => `story-${String(article).padStart(3, '0')}`;

/** What is translated: articles, or files of strings. */
export interface Material {
  readonly source: (article: number, form: string) => string;
  /** Of a locale. */
  readonly file: (article: number, locale: string) => string;
  /** Folders of localized files and records. */
  readonly folders: readonly string[];
}

export const ARTICLES: Material = {
  source: (article, form) => {
    const [a, b, c, d, e, f] = said(article, form);
    return `# District ${'x'.repeat(article + 1)}\n\n${a} ${b}\n\n${c} ${d}\n\n${e} ${f}\n`;
  },
  file: (article, locale) => `articles/${locale}/${name(article)}.md`,
  folders: ['articles/es', 'locales/es/articles'],
};

export const STRINGS: Material = {
  source: (article, form) =>
    `${JSON.stringify({ title: `District ${'x'.repeat(article + 1)}`, page: Object.fromEntries(said(article, form).map((text, at) => [`key${at}`, text])) }, undefined, 2)}\n`,
  file: (article, locale) => `locales/${locale}/${name(article)}.json`,
  folders: ['locales/es', 'locales/es/strings'],
};

/** @param folder empty */
export function newsroom(folder: string, delay: number): Newsroom {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('engine.mjs', ENGINE(delay));
  const config = {
    ...{ sourceLocale: 'en', targetLocales: ['es'], engine: 'slow', engines: { slow: { module: './engine.mjs' } } },
    ...{ checks: { untranslated: 'off', language: 'off' }, publish: { baseUrl: 'https://example.org' } },
  };
  write('dragoman.config.json', JSON.stringify(config));
  const run: Newsroom['run'] = (args, { asked, killAt } = {}) =>
    new Promise((finish) => {
      const flags = killAt === undefined ? [] : ['--import', KILL_AT];
      const env = { ...process.env, ...(killAt !== undefined && { KILL_AT: String(killAt) }) };
      const child = spawn(process.execPath, [...flags, MAIN, ...args, '--json'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const texts = ['', ''];
      child.stdout.on('data', (data) => {
        texts[0] += data;
      });
      child.stderr.on('data', (data) => {
        if (!texts[1]?.includes('asked') && String(data).includes('asked')) asked?.();
        texts[1] += data;
      });
      child.on('close', (code) => {
        const last = texts[0]?.trim().split('\n').at(-1) ?? '';
        finish({ code, output: texts.join(''), summary: last.startsWith('{') ? JSON.parse(last) : undefined });
      });
    });
  return { write, read: (file) => readFileSync(join(folder, file), 'utf8'), run };
}

/** `status`, `check` and `publish` again and again beside runs over changed articles. */
export async function readersBeside(
  folder: string,
  { runs, articles, of = ARTICLES }: { readonly runs: number; readonly articles: number; readonly of?: Material },
) {
  const { write, run } = newsroom(folder, 5);
  const counts = { runs, failed: 0, readings: 0, readersFailed: 0, falsePersons: 0 };
  for (let nth = 0; nth < runs; nth++) {
    for (let at = 0; at < articles; at++) write(of.file(at, 'en'), of.source(at, `in form ${'z'.repeat(nth + 1)}`));
    let isOver = false;
    const loop = async (args: readonly string[]) => {
      while (!isOver) {
        const { code, output } = await run(args);
        counts.readings++;
        // Articles without an edition yet are findings, and no failure.
        if (code !== 0 && code !== 1) {
          counts.readersFailed++;
          console.error(args.join(' '), code, output.slice(0, 2000));
        }
      }
    };
    const readers = [['status'], ['check'], ['publish', '--out', 'site']].map(loop);
    const { code, summary, output } = await run(['translate']);
    isOver = true;
    await Promise.all(readers);
    if (code !== 0) {
      counts.failed++;
      console.error(output.slice(-2000));
    }
    counts.falsePersons += summary?.segments.reviewed ?? 0;
    const { code: frozen } = await run(['translate', '--frozen']);
    if (frozen !== 0) counts.failed++;
  }
  return counts;
}

/** Terms set at the same moment. */
export async function termsAtOnce(folder: string, terms: number) {
  const { write, read, run } = newsroom(folder, 5);
  for (let at = 0; at < 3; at++) write(ARTICLES.file(at, 'en'), ARTICLES.source(at, 'old'));
  await run(['translate']);
  const all = await Promise.all(WORDS.slice(0, terms).map((word) => run(['glossary', 'set', 'es', word, `${word}-es`])));
  const csv = existsSync(join(folder, 'locales/es/glossary.csv')) ? read('locales/es/glossary.csv') : '';
  return {
    failed: all.filter(({ code }) => code !== 0 && code !== 1).length,
    lost: WORDS.slice(0, terms).filter((word) => !csv.includes(`${word},${word}-es`)).length,
  };
}

/** Sentences saved in an edition, or in its record, at random moments of a run that waits for its engine. */
export async function savesDuring(
  folder: string,
  { runs, delay, dice, of = ARTICLES }: { readonly runs: number; readonly delay: number; readonly dice: Random; readonly of?: Material },
) {
  const { write, read, run } = newsroom(folder, delay);
  const counts = { runs, failed: 0, lost: 0, falsePersons: 0 };
  const edition = of.file(0, 'es');
  write(of.file(0, 'en'), of.source(0, 'old'));
  await run(['translate']);
  let mine = '';
  for (let nth = 0; nth < runs; nth++) {
    write(of.file(0, 'en'), of.source(0, `in form ${'z'.repeat(nth + 1)}`));
    const words = `Frase ${'p'.repeat(nth + 1)} de una persona.`;
    const save = () => {
      // The last sentence is theirs; what the run is about is the first.
      const text = read(edition);
      write(edition, mine === '' ? text.replace(/THE \w+ OF DISTRICT X IN CHAPTER Y{6} IS OLD\./, words) : text.replace(mine, words));
    };
    let saved: Promise<void> | undefined;
    const { code, output } = await run(['translate'], {
      asked: () => {
        saved = sleep(dice.below(delay * 2)).then(save);
      },
    });
    if (saved === undefined) save();
    await saved;
    mine = words;
    if (code !== 0) {
      counts.failed++;
      console.error(output.slice(-2000));
    }
    const { summary } = await run(['translate']);
    if (!read(edition).includes(words)) counts.lost++;
    counts.falsePersons += Math.max(0, (summary?.segments.reviewed ?? 1) - 1);
  }
  return counts;
}

/** A kill in the middle of each change of a file that a run makes, each followed by a person's edit and a run. */
export async function placedKills(folder: string, kills: number, of: Material = ARTICLES) {
  const counts = { kills: 0, failed: 0, lost: 0, falsePersons: 0, leftovers: 0 };
  // A run changes five files for an edition, and then some.
  const articles = Array.from({ length: Math.max(2, Math.ceil(kills / 5)) }, (_, at) => at);
  for (let place = 1; place <= kills; place++) {
    const root = join(folder, String(place));
    const { write, read, run } = newsroom(root, 1);
    // Only the run that is killed needs a process of its own.
    const here = inProcess(root);
    for (const at of articles) write(of.file(at, 'en'), of.source(at, 'old'));
    await here('translate');
    for (const at of articles) write(of.file(at, 'en'), of.source(at, 'new'));
    if ((await run(['translate'], { killAt: place })).code === null) counts.kills++;
    const edition = of.file(place % articles.length, 'es');
    const words = 'Frase de una persona.';
    write(edition, read(edition).replace(/THE \w+ OF DISTRICT X+ IN CHAPTER Y{6} IS OLD\./, words));
    const { code, summary, stdout, stderr } = await here('translate', '--json');
    if (code !== 0) {
      counts.failed++;
      console.error(place, `${stdout}${stderr}`.slice(-2000));
    }
    if (!read(edition).includes(words) || !read(edition).includes('IS NEW.')) counts.lost++;
    counts.falsePersons += Math.max(0, (summary?.segments.reviewed ?? 1) - 1);
    if ((await here('translate', '--frozen')).code !== 0) counts.failed++;
    for (const left of [...of.folders, '.dragoman/staged'])
      if (existsSync(join(root, left)))
        counts.leftovers += readdirSync(join(root, left)).filter((file) => !/^(?:story-\d+\.(?:md|json|xlf)|strings)$/.test(file)).length;
  }
  return counts;
}
