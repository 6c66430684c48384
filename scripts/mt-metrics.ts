/**
 * BLEU and chrF++ of a set of translations, as sacreBLEU 2 defines them; held to its values by tests/mt-metrics.test.ts. Both are of the whole
 * set, with one reference, from 0 to 100.
 */

import { type ChrfCounts, chrfCounts, chrfOf } from '../src/language/chrf.ts';

export const CHRF_SIGNATURE = 'nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no';
export const bleuSignature = (locale: string): string => `nrefs:1|case:mixed|eff:no|tok:${isUnspaced(locale) ? 'char' : '13a'}|smooth:exp`;

/** Scripts that write no spaces between words are compared by characters. */
const isUnspaced = (locale: string): boolean => /^(?:zh|ja|th|lo|km|my)\b/.test(locale);

const ORDER = 4;

/** @param locale of both; it chooses the tokens */
export function bleu(translations: readonly string[], references: readonly string[], locale: string): number {
  const tokens = isUnspaced(locale) ? characters : tokens13a;
  const correct = new Array<number>(ORDER).fill(0);
  const total = new Array<number>(ORDER).fill(0);
  let [length, referenceLength] = [0, 0];
  for (const [at, translation] of translations.entries()) {
    const [ours, theirs] = [tokens(translation), tokens(references[at] ?? '')];
    length += ours.length;
    referenceLength += theirs.length;
    for (let order = 1; order <= ORDER; order++) {
      const known = counts(theirs, order);
      for (const [run, count] of counts(ours, order)) {
        correct[order - 1] = (correct[order - 1] as number) + Math.min(count, known.get(run) ?? 0);
        total[order - 1] = (total[order - 1] as number) + count;
      }
    }
  }
  if (correct.every((count) => count === 0)) return 0;
  // "exp": an order without a match counts as half of one match, the next as a quarter ...
  let smooth = 1;
  let logs = 0;
  for (const [at, all] of total.entries()) {
    if (all === 0) return 0;
    if (correct[at] === 0) smooth *= 2;
    logs += Math.log(correct[at] === 0 ? 1 / (smooth * all) : (correct[at] as number) / all);
  }
  const brevity = length >= referenceLength ? 1 : Math.exp(1 - referenceLength / length);
  return 100 * brevity * Math.exp(logs / ORDER);
}

export function chrfPlusPlus(translations: readonly string[], references: readonly string[]): number {
  const all = translations.map((translation, at) => chrfCounts(translation, references[at] ?? '', 2));
  const sums = all.reduce<ChrfCounts>((sum, one) => one.map((three, order) => added(three, sum[order])), []);
  return 100 * chrfOf(sums);
}

type Three = ChrfCounts[number];
const added = (one: Three, other: Three = [0, 0, 0]): Three => [one[0] + other[0], one[1] + other[1], one[2] + other[2]];

function counts(tokens: readonly string[], order: number): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = 0; at + order <= tokens.length; at++) {
    const run = tokens.slice(at, at + order).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const characters = (line: string): string[] => [...line].filter((character) => character.trim() !== '');

/** The tokens of `mteval-v13a.pl`, NIST's script: signs of ASCII are tokens, full stops and commas unless between figures. */
function tokens13a(line: string): string[] {
  const plain = line
    .replaceAll('<skipped>', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  const spaced = ` ${plain.trimEnd()} `
    .replace(/([{-~[-` -&(-+:-@/])/gu, ' $1 ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/gu, '$1 $2 ');
  return spaced.split(/\s+/u).filter((token) => token !== '');
}
