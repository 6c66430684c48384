/**
 * `npm run bench:terms`: the bars of names and terms, on the labelled uses of the public data (`DRAGOMAN_DATA`, else
 * ../shared/data) and on common nouns that stand in no table. `--errors` lists the worst five of each language.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { findTerms } from '../src/glossary/match.ts';
import { repairTerm } from '../src/glossary/repair.ts';
import type { Term } from '../src/glossary/term.ts';
import { inspectTerm, usesTerm } from '../src/glossary/uses.ts';
import { words } from '../src/text.ts';
import { type Labelled, labelled, type Use } from './terms/labelled.ts';
import { slips, stemLength } from './terms/slips.ts';

const root = resolve(import.meta.dirname, '..');
const data = process.env.DRAGOMAN_DATA ?? join(root, '../shared/data');
const TAGS = ['uk', 'ru', 'pl', 'de', 'es', 'fr', 'tr'];
const USED = new Set(['exact', 'inflected', 'compound']);
/** Slips tried of each use. */
const SLIPS = 3;

const percent = (part: number, whole: number) => `${whole === 0 ? '-' : ((100 * part) / whole).toFixed(2)} %`;
const row = (what: string, target: string, figures: readonly string[]) =>
  console.log(`${what.padEnd(46)} ${target.padEnd(9)} ${figures.map((figure) => figure.padStart(8)).join(' ')}`);

if (!existsSync(join(data, 'terms'))) {
  console.log(`no data in ${data} (set DRAGOMAN_DATA)`);
  process.exit(0);
}
const all = new Map(TAGS.map((tag) => [tag, labelled(data, tag)]));
const errors = new Map<string, string[]>(TAGS.map((tag) => [tag, []]));

row('', 'target', TAGS);
row(
  'false alarms',
  '<= 0.5 %',
  TAGS.map((tag) => alarms(tag, () => true)),
);
row(
  '  derived counted as an alarm too',
  '',
  TAGS.map((tag) => alarms(tag, () => true, true)),
);
row(
  '  half of the terms alone',
  '',
  TAGS.map((tag) => alarms(tag, ({ term }) => secondHalf(term))),
);
row('misses', '<= 1.5 %', TAGS.map(misses));
row(
  'one-letter-wrong names accepted',
  '<= 0.5 %',
  TAGS.map((tag) => accepted(tag)),
);
row('common nouns by rule: false alarms', '5 / 2 %', TAGS.map(unseen));
const repairs = TAGS.map(restored);
row(
  'one-letter-wrong names restored',
  '>= 85 %',
  repairs.map(({ right }) => right),
);
row(
  '  wrong edits',
  '<= 0.2 %',
  repairs.map(({ wrong }) => wrong),
);
const { precision, recall } = matching(all.get('uk') as Labelled);
row('source matching: precision, recall', '>= 99.5 %', [precision, recall]);
speed();
if (process.argv.includes('--errors'))
  for (const [tag, list] of errors)
    console.log(
      `\n${tag}\n${
        [...new Set(list)]
          .slice(0, 5)
          .map((line) => `  ${line}`)
          .join('\n') || '  none'
      }`,
    );

function secondHalf(term: string): boolean {
  let sum = 0;
  for (const char of term) sum += char.codePointAt(0) as number;
  return sum % 2 === 1;
}

function alarms(tag: string, which: (use: Use) => boolean, strict = false): string {
  const { uses, termOf } = all.get(tag) as Labelled;
  const present = uses.filter((use) => use.present && which(use));
  const wrong = present.filter((use) => {
    const { verdict } = inspectTerm(use.target, termOf(use), tag);
    const alarm = !USED.has(verdict) && (strict || verdict !== 'derived');
    if (alarm) errors.get(tag)?.push(`false alarm: ${use.approved}, in the text "${use.surface}": ${verdict}`);
    return alarm;
  });
  return percent(wrong.length, present.length);
}

function misses(tag: string): string {
  const { uses, termOf } = all.get(tag) as Labelled;
  const absent = uses.filter((use) => !use.present);
  const wrong = absent.filter((use) => {
    const { verdict, surface } = inspectTerm(use.target, termOf(use), tag);
    if (USED.has(verdict)) errors.get(tag)?.push(`miss: ${use.approved}, taken for it "${surface}" (${use.how})`);
    return USED.has(verdict);
  });
  return percent(wrong.length, absent.length);
}

interface Slip {
  readonly use: Use;
  readonly term: Term;
  readonly wrong: string;
  readonly target: string;
}

/** Targets whose one use of a name has a slip in it. */
function* slipped(tag: string): Generator<Slip> {
  const { uses, termOf } = all.get(tag) as Labelled;
  const slip = slips(tag);
  for (const use of uses) {
    const term = termOf(use);
    const { surface } = use;
    if (!use.present || surface === undefined || term.kind === 'term') continue;
    if (usesTerm(use.target.split(surface).join('…'), term, tag) !== 'missing') continue;
    const stem = stemLength(surface, use.approved);
    for (let nth = 0; nth < SLIPS && stem > 1; nth += 1) {
      const wrong = slip(surface, stem);
      if (wrong.toLowerCase() === surface.toLowerCase()) continue;
      yield { use, term, wrong, target: use.target.replace(surface, () => wrong) };
    }
  }
}

function accepted(tag: string): string {
  let count = 0;
  let taken = 0;
  for (const { use, term, wrong, target } of slipped(tag)) {
    // Where the name stands twice the other use is right.
    if (use.target.split(use.surface as string).length > 2) continue;
    count += 1;
    if (!USED.has(usesTerm(target, term, tag))) continue;
    taken += 1;
    errors.get(tag)?.push(`slip accepted: "${wrong}" for ${use.surface}`);
  }
  return percent(taken, count);
}

function restored(tag: string): { right: string; wrong: string } {
  const counts = { all: 0, right: 0, wrong: 0 };
  for (const { use, term, wrong, target } of slipped(tag)) {
    if (usesTerm(target, term, tag) !== 'missing') continue;
    counts.all += 1;
    const repair = repairTerm([target], term, tag);
    if (repair === undefined) continue;
    const isRight = words(repair.text) === use.target;
    counts[isRight ? 'right' : 'wrong'] += 1;
    if (!isRight) errors.get(tag)?.push(`wrong repair: "${wrong}" for ${use.surface} became "${repair.to}"`);
  }
  return { right: percent(counts.right, counts.all), wrong: percent(counts.wrong, counts.all) };
}

/** Each form counts as often as it stands in the news of `ntrex/`. */
function unseen(tag: string): string {
  const folder = join(root, 'tests/glossary/nouns');
  const news = join(data, 'ntrex', `${tag}.txt`);
  if (!readdirSync(folder).includes(`${tag}.txt`) || !existsSync(news)) return '-';
  const standing = new Map<string, number>();
  for (const word of readFileSync(news, 'utf8').match(/[\p{L}\p{M}'’]+/gu) ?? []) standing.set(word, (standing.get(word) ?? 0) + 1);
  let count = 0;
  let wrong = 0;
  for (const line of readFileSync(join(folder, `${tag}.txt`), 'utf8')
    .trim()
    .split('\n')) {
    const [target = '', forms = ''] = line.split(': ');
    for (const form of [target, ...forms.split(' ')]) {
      const times = standing.get(form) ?? 0;
      count += times;
      if (!USED.has(usesTerm(form, { target, kind: 'term' }, tag))) wrong += times;
    }
  }
  return percent(wrong, count);
}

function matching({ uses, glossary }: Labelled): { precision: string; recall: string } {
  const wanted = Map.groupBy(uses, (use) => use.source);
  const counts = { both: 0, found: 0, wanted: 0 };
  for (const [source, group] of wanted) {
    const gold = new Set(group.map((use) => use.term));
    const open = findTerms(source, 'en', glossary).filter((match) => !match.covered);
    const found = new Set(open.map((match) => match.term.source));
    counts.both += gold.intersection(found).size;
    counts.found += found.size;
    counts.wanted += gold.size;
  }
  return { precision: percent(counts.both, counts.found), recall: percent(counts.both, counts.wanted) };
}

function speed(): void {
  const segments = readFileSync(join(data, 'ntrex/en.txt'), 'utf8').trim().split('\n');
  const vocabulary = [...new Set(segments.join(' ').match(/\p{L}{4,}/gu))];
  const pick = (at: number) => vocabulary[(at * 7919) % vocabulary.length] as string;
  const terms = Array.from({ length: 10_000 }, (_, at) => ({
    source: at % 2 === 0 ? `${pick(at)} ${pick(at + 1)}` : `${pick(at)}${pick(at + 2).slice(0, 3)}`,
  }));
  const timed = (run: () => void) => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  };
  const index = timed(() => findTerms('', 'en', terms));
  const rounds = 20;
  const matched = timed(() => {
    for (let round = 0; round < rounds; round += 1) for (const segment of segments) findTerms(segment, 'en', terms);
  });
  const { uses, termOf } = all.get('uk') as Labelled;
  const cases = uses.map((use) => ({ target: use.target, term: termOf(use) }));
  const checked = timed(() => {
    for (let round = 0; round < rounds; round += 1) for (const { target, term } of cases) usesTerm(target, term, 'uk');
  });
  row('10,000 terms: index', '<= 0.3 s', [`${index.toFixed(2)} s`]);
  row('  segments matched a second', '20000', [`${Math.round((segments.length * rounds) / matched)}`]);
  row('  checks a second (uk)', '10000', [`${Math.round((cases.length * rounds) / checked)}`]);
}
