/**
 * Names: how often the check `names` cries wolf on human translations of news (NTREX-128), and how many names it finds that were
 * replaced in them. Run: npm run bench:names [-- --seed 5] [-- --show false|missed] [-- --locales es,ca] [-- --half even|odd]: every other
 * article alone, so that what is chosen by the ones is measured on the others.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Article, Edition, Target } from '../src/article.ts';
import { namesCheck } from '../src/checks/names.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import { apertiumEngine } from '../src/engines/apertium.ts';
import { type ChrfCounts, chrfCounts, chrfOf } from '../src/language/chrf.ts';
import { fromFragment, segmentId, toFragment, words } from '../src/text.ts';
import { dataFolder } from '../tests/support/data.ts';
import { ntrexLines } from '../tests/support/ntrex.ts';
import { random } from './faults.ts';
import { RENDERINGS } from './names-rendered.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '5' },
    show: { type: 'string' },
    locales: { type: 'string' },
    count: { type: 'string', default: '300' },
    half: { type: 'string' },
  },
});
const data = dataFolder();
if (data === undefined) {
  console.log('bench:names skipped: no public data (DRAGOMAN_DATA)');
  process.exit(0);
}
const MOST_FALSE = 1;
const LEAST_FOUND = 90;
/** Sentences on each side that an engine is told. */
const WINDOW = 3;
/** Of the names that the human translation keeps, so many (%) are to be kept; and the chrF that this engine had before it kept any. */
const APERTIUM: readonly (readonly [to: string, least: number, chrf: number])[] = [
  ['es', 90, 47.75],
  ['ca', 85, 46.7],
];
const LOCALES = options.locales?.split(',') ?? ['ar', 'ca', 'de', 'es', 'fr', 'he', 'hi', 'ja', 'pl', 'ru', 'tr', 'uk', 'zh'];

const order = [...new Set(ntrexLines(data, 'documents'))];
const isChosen = (document: string) => options.half === undefined || order.indexOf(document) % 2 === (options.half === 'odd' ? 1 : 0);
const chosen = ntrexLines(data, 'documents').map(isChosen);
const lines = (name: string) => ntrexLines(data, name).filter((_, at) => chosen[at]);
const english = lines('en');
const documents = lines('documents');

/** Words that are written small somewhere are no names for sure. */
const small = new Set(english.flatMap((line) => line.match(/(?<![\p{L}'’-])\p{Ll}{3,}/gu) ?? []));

interface Replaced {
  readonly line: number;
  readonly name: string;
  readonly surface: string;
}

let failed = 0;
const rows: string[] = [];
let [foundAll, sownAll] = [0, 0];
let checkSeconds = 0;
for (const locale of LOCALES) {
  const target = lines(locale);
  const loud = findings(locale, target);
  const wrong = (100 * loud.size) / target.length;
  if (wrong > MOST_FALSE) failed++;
  if (options.show === 'false') for (const [line, names] of loud) console.log(`${locale} ${names}\n  ${english[line]}\n  ${target[line]}`);
  const sown = sow(locale, target);
  // A note counts as found: an author who looks for a name sees it; it is no alarm.
  const missed = sown.filter(({ line, text, name }) => {
    const changed = target.with(line, text);
    const told = findings(locale, changed, documents[line]).get(line) ?? [];
    return !told.some((one) => name.includes(one) || one.includes(name));
  });
  if (options.show === 'missed') for (const { line, name, text } of missed) console.log(`${locale} ${name}\n  ${english[line]}\n  ${text}`);
  foundAll += sown.length - missed.length;
  sownAll += sown.length;
  const found = (100 * (sown.length - missed.length)) / sown.length;
  rows.push(
    `${locale.padEnd(6)} ${`${wrong.toFixed(2)} %`.padEnd(16)} ${`${found.toFixed(1)} % of ${sown.length}`.padEnd(18)} ${wrong <= MOST_FALSE ? '' : 'false alarms NOT MET'}`,
  );
}
console.log(`locale false alarms    replaced names found (seed ${options.seed})`);
for (const row of rows) console.log(row);
const found = (100 * foundAll) / sownAll;
if (found < LEAST_FOUND) failed++;
console.log(
  `\nfalse alarms <= ${MOST_FALSE} % of sentences in each; found ${found.toFixed(1)} % of ${sownAll}, target ${LEAST_FOUND} %: ${found >= LEAST_FOUND ? 'met' : 'NOT MET'}`,
);
console.log(`${Math.round((LOCALES.length * english.length) / checkSeconds)} sentences/s (processor time)`);
for (const [to, least, before] of APERTIUM)
  if (options.show === undefined && LOCALES.includes(to)) await throughApertium(to, least, before);
process.exitCode = failed > 0 ? 1 : 0;

/** Names told of each line; the lines of a document are an article. */
function findings(locale: string, target: readonly string[], only?: string): Map<number, readonly string[]> {
  const told = new Map<number, string[]>();
  const began = process.cpuUsage();
  for (let from = 0; from < english.length; ) {
    let to = from;
    while (to < english.length && documents[to] === documents[from]) to++;
    if (only === undefined || documents[from] === only) {
      const { edition, lineOf } = editionOf(locale, target, from, to);
      for (const { segment = '', expected = [] } of runChecks([namesCheck], edition)) {
        const line = lineOf.get(segment) as number;
        told.set(line, [...(told.get(line) ?? []), ...expected]);
      }
    }
    from = to;
  }
  const used = process.cpuUsage(began);
  if (only === undefined) checkSeconds += (used.user + used.system) / 1e6;
  return told;
}

function editionOf(locale: string, target: readonly string[], from: number, to: number): { edition: Edition; lineOf: Map<string, number> } {
  const targets = new Map<string, Target>();
  const lineOf = new Map<string, number>();
  const seen = new Map<string, number>();
  let at = 0;
  const blocks: Article['blocks'] = english.slice(from, to).map((line, index) => {
    const nth = (seen.get(line) ?? 0) + 1;
    seen.set(line, nth);
    const id = segmentId([line], nth);
    const span = { start: at, end: at + line.length };
    at = span.end + 2;
    targets.set(id, { text: [target[from + index] ?? ''], state: 'machine', origin: { by: 'engine' }, terms: [] });
    lineOf.set(id, from + index);
    return { kind: 'paragraph', syntax: 'markdown', span, segments: [{ id, span, text: [line] }] };
  });
  return {
    edition: { article: { id: 'bench', locale: 'en', source: english.slice(from, to).join('\n\n'), blocks }, locale, targets },
    lineOf,
  };
}

/**
 * Names of human translations replaced: by another name of these translations, or by a common noun of them. Which they are: words with
 * a capital within the English sentence that the translation keeps, names of the labelled terms, and names of a list by hand.
 */
function sow(locale: string, target: readonly string[]): (Replaced & { text: string })[] {
  const next = random(Number(options.seed) + locale.charCodeAt(0) * 31 + locale.charCodeAt(1));
  const pick = <One>(list: readonly One[]) => list[Math.floor(next() * list.length)] as One;
  const names = [...kept(target), ...labelled(locale, target), ...rendered(locale, target)];
  const nouns = commonWords(locale, target);
  const out: (Replaced & { text: string })[] = [];
  for (let tries = 0; out.length < Number(options.count) && tries < 5000; tries++) {
    const one = pick(names);
    const before = target[one.line] as string;
    const other = next() < 0.5 ? pick(names).surface : pick(nouns);
    // Said twice, or replaced by itself: nothing is lost.
    if (before.split(one.surface).length !== 2 || (english[one.line] as string).split(one.name).length !== 2) continue;
    if (other.includes(one.surface) || one.surface.includes(other)) continue;
    out.push({ ...one, text: before.replace(one.surface, () => other) });
  }
  return out;
}

function kept(target: readonly string[]): Replaced[] {
  return english.flatMap((line, at) =>
    [...line.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu)]
      .map(([name]) => name)
      .filter((name) => !small.has(name.toLowerCase()))
      .filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(target[at] as string))
      .map((name) => ({ line: at, name, surface: name })),
  );
}

function labelled(locale: string, target: readonly string[]): Replaced[] {
  const file = join(data as string, 'terms', `${locale}.jsonl`);
  if (!existsSync(file)) return [];
  const kinds = new Map(
    readFileSync(file.replace('.jsonl', '.csv'), 'utf8').trim().split('\n').slice(1).map((row) => [row.split(',')[0], row.split(',')[2]]),
  ); // biome-ignore format: one line
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { term: string; source: string; target: string; present: boolean; surface?: string })
    .filter(({ term, present }) => present && ['person', 'place'].includes(kinds.get(term) ?? '') && !/^\p{Lu}[\p{Lu}.]+$/u.test(term))
    .flatMap(({ term, source, target: said, surface = '' }) => {
      const line = english.indexOf(source);
      return line >= 0 && target[line] === said && surface !== '' && said.includes(surface) ? [{ line, name: term, surface }] : [];
    });
}

function rendered(locale: string, target: readonly string[]): Replaced[] {
  return Object.entries(RENDERINGS[locale] ?? {}).flatMap(([name, surfaces]) =>
    english.flatMap((source, line) => {
      const surface = surfaces.find((one) => target[line]?.includes(one));
      return surface !== undefined && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(source) ? [{ line, name, surface }] : [];
    }),
  );
}

function commonWords(locale: string, target: readonly string[]): string[] {
  if (/^(?:ja|zh)$/.test(locale)) {
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return target
      .slice(0, 200)
      .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment).filter((word) => /^\p{Script=Han}{2,}$/u.test(word)));
  }
  return target.flatMap((line) => line.match(/(?<=[\p{L}] )(?!\p{Lu})\p{L}[\p{L}\p{M}]{4,}/gu) ?? []);
}

/** Names that Apertium keeps, and its chrF: each document an article, sentences with their neighbours. */
async function throughApertium(to: string, least: number, before: number): Promise<void> {
  const engine = apertiumEngine();
  if (engine.refuses?.('en', to) !== undefined) {
    console.log(`Apertium en-${to}: not installed, skipped`);
    return;
  }
  const reference = lines(to);
  const around = (from: number, end: number, at: number) =>
    english
      .slice(from, end)
      .filter((_, line) => documents[from + line] === documents[at])
      .join(' ');
  const answers = await engine.translate(
    {
      texts: english.map((line) => toFragment([line])),
      contexts: english.map((_, at) => ({ before: around(Math.max(0, at - WINDOW), at, at), after: around(at + 1, at + 1 + WINDOW, at) })),
      from: 'en',
      to,
    },
    new AbortController().signal,
  );
  await engine.close?.();
  const texts = answers.map((answer) => words(fromFragment(answer, [])));
  const named = english.flatMap((line, at) =>
    [...line.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu)]
      .map(([name]) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u'))
      .filter((name) => name.test(reference[at] as string))
      .map((name) => name.test(texts[at] as string)),
  );
  const kept = (100 * named.filter(Boolean).length) / named.length;
  const counts = texts.map((text, at) => chrfCounts(text, reference[at] as string));
  const sum = counts.reduce((all, one) =>
    all.map((row, order) => row.map((count, column) => count + (one[order]?.[column] ?? 0)) as unknown as ChrfCounts[number]),
  );
  const score = 100 * chrfOf(sum);
  const met = kept >= least && score >= before - 0.05;
  if (!met) failed++;
  console.log(
    `Apertium en-${to}: names kept ${kept.toFixed(1)} % of ${named.length}, target ${least} %; chrF ${score.toFixed(2)}, before ${before}: ${met ? 'met' : 'NOT MET'}`,
  );
}
