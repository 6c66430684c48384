/**
 * Sentences: the golden cases, the line ends of news found again, and speed beside bare Intl.Segmenter.
 * Run: node scripts/bench-sentences.ts [--show golden|extra|sentencex|sentencex-lists|LOCALE]
 *
 * Line ends: lines of NTREX-128 are joined by a space in paragraphs of three. A line end counts where the line ends in a mark
 * that ends sentences (headlines do not). A cut within a line is an error unless the line holds two sentences: a stop other
 * than a full stop, or a full stop behind a word of three letters or a number, where bare Intl.Segmenter cuts as well (it takes 「
 * behind 。 for a closing bracket, so a sign or two further on counts too).
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { sentences } from '../src/sentences.ts';
import { dataFolder } from '../tests/support/data.ts';

const { values: options } = parseArgs({ options: { show: { type: 'string' } } });
const data = dataFolder();
if (data === undefined) process.exit(0);

let failed = 0;
const bar = (name: string, target: string, measured: string, met?: boolean) => {
  if (met === false) failed++;
  const verdict = met === undefined ? '' : met ? 'met' : 'NOT MET';
  console.log(`${name.padEnd(44)} ${target.padEnd(10)} ${measured.padEnd(24)} ${verdict}`);
};
bar('', 'target', 'measured');

interface Case {
  readonly id: string;
  readonly lang: string;
  readonly set: string;
  readonly input: string;
  readonly expected: readonly string[];
}
const cases = readFileSync(join(data, 'sentences/golden.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const tidy = (pieces: readonly string[]) => pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter((piece) => piece !== '');
const right = (one: Case) => {
  const got = tidy(sentences(one.input, one.lang));
  const same = JSON.stringify(got) === JSON.stringify(tidy(one.expected));
  if (!same && options.show === one.set)
    console.log(`${one.id}\n  got      ${JSON.stringify(got)}\n  expected ${JSON.stringify(one.expected)}`);
  return same;
};
const score = (chosen: readonly Case[]) => {
  const count = chosen.filter(right).length;
  return { percent: (100 * count) / chosen.length, text: `${((100 * count) / chosen.length).toFixed(1)} % (${count}/${chosen.length})` };
};
const golden = cases.filter(({ set }) => set === 'golden');
const all = score(golden);
bar('golden cases, all languages', '92 %', all.text, all.percent >= 92);
const english = score(golden.filter(({ lang }) => lang === 'en'));
bar('golden cases, English', '95 %', english.text, english.percent >= 95);
for (const set of ['extra', 'sentencex', 'sentencex-lists'])
  bar(`cases of the set ${set}`, '', score(cases.filter((one) => one.set === set)).text);

const STOPPED = /[\p{STerm}…]["'”“»«’‘)\]」』。]*$/u;
const TWO_SENTENCES = /(?:[^.\s]|(?:\p{L}{3}|[\d%)])["'”“»«’‘)\]]*\.)["'”“»«’‘)\]」』]*\s*$/u;
const BARS: Readonly<Record<string, number>> = { zh: 97, ca: 99 };
for (const locale of ['en', 'uk', 'ru', 'es', 'ca', 'de', 'fr', 'pl', 'tr', 'ar', 'he', 'hi', 'ja', 'ko', 'zh']) {
  let text: string;
  try {
    text = readFileSync(join(data, `ntrex/${locale}.txt`), 'utf8');
  } catch {
    continue;
  }
  const { found, missed, wrong, two, bare } = lineEnds(text.trimEnd().split('\n'), locale);
  const f1 = (200 * found) / (2 * found + missed + wrong);
  const target = BARS[locale] ?? 99;
  bar(`line ends, ${locale} (${two} lines hold two)`, `${target} %`, `${f1.toFixed(2)} % (Segmenter ${bare.toFixed(2)})`, f1 >= target);
}

function lineEnds(lines: readonly string[], locale: string) {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const counts = { found: 0, missed: 0, wrong: 0, two: 0, bare: 0 };
  const bare = { found: 0, missed: 0, wrong: 0 };
  for (let at = 0; at < lines.length; at += 3) {
    const group = lines.slice(at, at + 3).map((line) => line.trim());
    const text = group.join(' ');
    const ends = new Set<number>();
    let end = 0;
    for (const line of group.slice(0, -1)) {
      end += line.length + 1;
      ends.add(end);
    }
    const theirs = new Set([...segmenter.segment(text)].map(({ index }) => index));
    const ours = cutsOf(sentences(text, locale));
    for (const place of ends) {
      if (!STOPPED.test(text.slice(0, place).trimEnd())) continue;
      if (ours.has(place)) counts.found++;
      else {
        counts.missed++;
        if (options.show === locale) console.log(`missed: ${text.slice(Math.max(0, place - 60), place)}|${text.slice(place, place + 40)}`);
      }
      if (theirs.has(place)) bare.found++;
      else bare.missed++;
    }
    const fair = (place: number) =>
      ends.has(place) || ([0, 1, 2].some((more) => theirs.has(place + more)) && TWO_SENTENCES.test(text.slice(0, place)));
    for (const place of ours) {
      if (ends.has(place)) continue;
      if (fair(place)) counts.two++;
      else {
        counts.wrong++;
        if (options.show === locale) console.log(`wrong: ${text.slice(Math.max(0, place - 60), place)}|${text.slice(place, place + 40)}`);
      }
    }
    for (const place of theirs) if (place > 0 && !fair(place)) bare.wrong++;
  }
  counts.bare = (200 * bare.found) / (2 * bare.found + bare.missed + bare.wrong);
  return counts;
}

/** The offsets between pieces. */
function cutsOf(pieces: readonly string[]): Set<number> {
  const cuts = new Set<number>();
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += piece.length;
    cuts.add(at);
  }
  return cuts;
}

for (const locale of ['en', 'uk', 'zh']) {
  const paragraphs = readFileSync(join(data, `ntrex/${locale}.txt`), 'utf8').split('\n');
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const bare = () => {
    for (const text of paragraphs) for (const _ of segmenter.segment(text));
  };
  const ours = () => {
    for (const text of paragraphs) sentences(text, locale);
  };
  const ratio = best(bare) / best(ours);
  bar(`speed beside bare Intl.Segmenter, ${locale}`, '0.5', ratio.toFixed(2), ratio >= 0.5);
}

/** The shortest of some runs, ms: what else the machine does only adds. */
function best(run: () => void): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 15; round++) {
    const began = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - began);
  }
  return shortest;
}

process.exitCode = failed > 0 ? 1 : 0;
