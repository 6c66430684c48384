/**
 * Learns what sounds cost for each other in a script, from names in human translations of news (NTREX-128), and prints the `sounds` of its
 * table. Run: node scripts/learn-sounds.ts he [--half]; half of the articles are left out, so that the other half can be measured.
 */

import process from 'node:process';
import { parseArgs } from 'node:util';
import { languageOf } from '../src/languages/lookup.ts';
import { han } from '../src/languages/scripts/han.ts';
import { kana } from '../src/languages/scripts/kana.ts';
import { type Costs, costsOf, latinCosts } from '../src/names/costs.ts';
import { soundsOf, spellingsOf, unlikeness } from '../src/names/likeness.ts';
import { regionsIn } from '../src/names/places.ts';
import { readingOf } from '../src/names/reading.ts';
import { nameEvidence, namesIn } from '../src/names/source-names.ts';
import { dataFolder } from '../tests/support/data.ts';
import { ntrexLines } from '../tests/support/ntrex.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { half: { type: 'boolean', default: false } } });
const data = dataFolder();
if (data === undefined) process.exit(0);
const lines = (name: string) => ntrexLines(data, name);
const english = lines('en');
const documents = lines('documents');
const order = [...new Set(documents)];
const ROUNDS = 5;
const VOWELS = 'aeiou';
/** The natural logarithm that counts as 1. */
const DEAR = 4;
/** How many times one is taken to have seen what the costs between Latin letters say. */
const BELIEF = 3;
const table = positionals.includes('ja') ? kana : positionals.includes('zh') ? han : undefined;
const isSyllabic = table !== undefined;
const SIGNS = [...'abcdefghijklmnopqrstuvwxyzSCTFGKJNQZIUOAE', ...(isSyllabic ? 'WYDXHVRLMB' : '')];
const hundredths = (share: number) => Math.round((100 * -Math.log(Math.min(1, share))) / DEAR);
const priorOf = (sign: string, letter: string) =>
  letter === '_'
    ? (prior.left[sign.charCodeAt(0)] as number)
    : ((prior.change[sign.charCodeAt(0)] as Float64Array)[letter.charCodeAt(0)] as number);

const signsOf = isSyllabic ? soundsOf : spellingsOf;

interface Pair {
  readonly name: string;
  readonly words: readonly string[];
}

const pairs: Pair[] = positionals.flatMap((locale) => {
  const target = lines(locale);
  return english.flatMap((line, at) => {
    if (values.half && order.indexOf(documents[at] as string) % 2 === 1) return [];
    const document = english.filter((_, other) => documents[other] === documents[at]);
    const regions = regionsIn(line, 'en');
    const readings = languageOf(locale).unspaced
      ? readingOf(target[at] as string, locale)
          .split(' ')
          .filter((run) => run.length > 1)
      : [...(target[at] as string).matchAll(/[\p{L}\p{M}]+/gu)]
          .filter(([word]) => !/\p{Script=Latin}/u.test(word) && !/^\p{Ll}/u.test(word))
          .map(([word]) => readingOf(word, locale));
    return namesIn(line, 'en', nameEvidence(document, 'en'))
      .filter(({ certainty, start }) => certainty !== 'likely' && !regions.some((region) => region.start <= start && start < region.end))
      .map(({ text }) => ({ name: signsOf(readingOf(text.split('-')[0] as string, 'en').replaceAll(' ', '')), words: readings }));
  });
});
const isWithin = positionals.some((locale) => languageOf(locale).unspaced === true);
const clitics = positionals.some((locale) => /^(?:he|ar|fa|ur)$/.test(locale));

/** Where each consonant has a vowel, and l is r. */
const prior: Costs = isWithin
  ? { ...latinCosts, change: latinCosts.change.map((row) => row.slice()), left: latinCosts.left.slice(), put: latinCosts.put.slice() }
  : latinCosts;
if (isWithin) {
  for (const vowel of VOWELS) prior.put[vowel.charCodeAt(0)] = 0.08;
  prior.left['r'.charCodeAt(0)] = 0.1;
  for (const [one, other] of ['lr', 'rl', 'td', 'dt', 'pb', 'bp'])
    (prior.change[(one as string).charCodeAt(0)] as Float64Array)[(other as string).charCodeAt(0)] = 0.05;
}
/** Letters of a table's own, and what they stand for. */
for (const [weak, full] of Object.entries(table?.weak ?? {})) {
  for (const sign of SIGNS) {
    const row = prior.change[sign.charCodeAt(0)] as Float64Array;
    row[weak.charCodeAt(0)] = row[full.charCodeAt(0)] as number;
  }
  if (VOWELS.includes(full)) prior.put[weak.charCodeAt(0)] = 0.02;
}
let costs: Costs = prior;
let sounds: Record<string, string> = {};
for (let round = 0; round < ROUNDS; round++) {
  const changes = new Map<string, Map<string, number>>();
  const puts = new Map<string, number>();
  const letters = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let used = 0;
  for (const { name, words } of pairs) {
    const best = words
      .map((word) => ({ word, cost: unlikeness(name, word, { costs, clitics, within: isWithin }) }))
      .sort((a, b) => a.cost - b.cost)[0];
    if (best === undefined || best.cost > (round === 0 ? 0.3 : 0.35) || name.length < 3) continue;
    used++;
    for (const [sign, letter] of aligned(name, best.word)) {
      if (letter !== '_') add(letters, letter);
      if (sign === '+') add(puts, letter);
      else add(changes.get(sign) ?? changes.set(sign, new Map()).get(sign) ?? new Map(), letter);
    }
  }
  sounds = {};
  for (const sign of [...new Set([...changes.keys(), ...SIGNS])].sort()) {
    const counts = changes.get(sign) ?? new Map<string, number>();
    const believed = (letter: string) => BELIEF * Math.exp(-DEAR * priorOf(sign, letter));
    const most = Math.max(0, ...counts.values()) + BELIEF;
    sounds[sign] = [...'abcdefghijklmnopqrstuvwxyz_']
      .map((letter) => [letter, hundredths(((counts.get(letter) ?? 0) + believed(letter)) / most)] as const)
      .filter(([, cost]) => cost < 90)
      .sort((one, other) => one[1] - other[1])
      .map(([letter, cost]) => letter + cost)
      .join(' ');
  }
  sounds['+'] = [...'abcdefghijklmnopqrstuvwxyz']
    .map((letter) => {
      const believed = BELIEF * Math.exp(-DEAR * (prior.put[letter.charCodeAt(0)] as number));
      return [letter, Math.max(8, hundredths(((puts.get(letter) ?? 0) + believed) / ((letters.get(letter) ?? 0) + BELIEF)))] as const;
    })
    .sort((one, other) => one[1] - other[1])
    .filter(([, cost]) => cost < 90)
    .map(([letter, cost]) => letter + cost)
    .join(' ');
  costs = costsOf(sounds);
  console.error(`round ${round}: ${used} of ${pairs.length}`);
}
console.log(
  Object.entries(sounds)
    .map(([sign, told]) => `    ${/^[A-Za-z]$/.test(sign) ? sign : `'${sign}'`}: '${told}',`)
    .join('\n'),
);

/** The cheapest alignment. */
function aligned(name: string, word: string): [string, string][] {
  const table: number[][] = [];
  const put = (at: number) => (word[at] === ' ' ? 1 : word[at] === word[at - 1] ? 0.02 : (costs.put[word.charCodeAt(at)] as number));
  for (let one = 0; one <= name.length; one++) {
    const row: number[] = [];
    for (let other = 0; other <= word.length; other++) {
      if (one === 0) row.push(other === 0 || isWithin ? 0 : (row[other - 1] as number) + (clitics && other <= 3 ? 0.05 : put(other - 1)));
      else {
        const code = name.charCodeAt(one - 1);
        const up = (table[one - 1] as number[])[other] as number;
        const options = [up + (costs.left[code] as number)];
        if (other > 0) {
          options.push(
            ((table[one - 1] as number[])[other - 1] as number) +
              ((costs.change[code] as Float64Array)[word.charCodeAt(other - 1)] as number),
          );
          options.push((row[other - 1] as number) + put(other - 1));
        }
        row.push(Math.min(...options));
      }
    }
    table.push(row);
  }
  const last = table[name.length] as number[];
  let other = word.length;
  const score = (end: number) =>
    (last[end] as number) + (isWithin ? 0 : word.length - end <= 3 ? 0.1 * (word.length - end) : 0.35 + (word.length - end > 8 ? 9 : 0));
  for (let end = 0; end <= word.length; end++) if (score(end) < score(other)) other = end;
  const out: [string, string][] = [];
  for (let one = name.length; one > 0; ) {
    const here = (table[one] as number[])[other] as number;
    const code = name.charCodeAt(one - 1);
    if (Math.abs(here - ((table[one - 1] as number[])[other] as number) - (costs.left[code] as number)) < 1e-9)
      out.push([name[--one] as string, '_']);
    else if (other > 0 && Math.abs(here - (((table[one] as number[])[other - 1] as number) + put(other - 1))) < 1e-9)
      out.push(['+', word[--other] as string]);
    else out.push([name[--one] as string, word[--other] as string]);
  }
  return out;
}
