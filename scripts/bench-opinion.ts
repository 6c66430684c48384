/**
 * How often the rank of a second opinion is right: of the fifth of the sentences that are furthest from a person's translation (chrF), how many
 * are in the fifth with the highest ranks. Chance is 20 %. The engines are Apertium's direct pair and its way by a third language, which have
 * dictionaries and rules of their own; a neural second engine is further from the first, and so a better judge.
 * Run: npm run bench:opinion
 */

import process from 'node:process';
import { rankOf } from '../src/edition/ranks.ts';
import { apertiumEngine } from '../src/engines/apertium.ts';
import { chrf } from '../src/language/chrf.ts';
import { fromFragment, toFragment, words } from '../src/text.ts';
import { dataFolder } from '../tests/support/data.ts';
import { ntrexLines } from '../tests/support/ntrex.ts';

const BAR = 37;
const data = dataFolder();
if (data === undefined) process.exit(0);
const lines = (locale: string) => ntrexLines(data, locale).map((line) => line.trim());

const source = lines('en');
console.log(`${source.length} sentences; of the worst fifth, in the flagged fifth (bar ${BAR} %, chance 20 %)`);
for (const [to, by] of [
  ['es', 'ca'],
  ['ca', 'es'],
] as const) {
  const refused = apertiumEngine({ via: { [to]: by } }).refuses?.('en', to);
  if (refused !== undefined) {
    console.log(`skipped: ${refused.message}. ${refused.help}`);
    continue;
  }
  const [direct, other] = [await translated({}, to), await translated({ via: { [to]: by } }, to)];
  const reference = lines(to);
  const quality = (answers: readonly string[]) => answers.map((answer, at) => chrf(answer, reference[at] ?? ''));
  const ranksOf = (first: readonly string[], second: readonly string[]) =>
    source.map((words, at) =>
      rankOf({ source: words, target: first[at] ?? '', opinion: second[at] ?? '', from: 'en', to, logProbabilities: [] }),
    );
  const length = direct.map((target, at) => Math.abs(Math.log(target.length / (source[at]?.length ?? 1))));
  row(`en -> ${to} direct, second by way of ${by}`, found(ranksOf(direct, other), quality(direct)));
  row(`en -> ${to} by way of ${by}, second direct`, found(ranksOf(other, direct), quality(other)));
  row('  by the length alone, beside the source', found(length, quality(direct)));
}

function row(what: string, share: number): void {
  console.log(`${what.padEnd(48)} ${share.toFixed(1)} %`);
}

async function translated(options: object, to: string): Promise<string[]> {
  const engine = apertiumEngine({ ...options });
  const texts = source.map((line) => toFragment([line]));
  const signal = new AbortController().signal;
  const answers: string[] = [];
  for (let at = 0; at < texts.length; at += 50)
    answers.push(...(await engine.translate({ texts: texts.slice(at, at + 50), from: 'en', to }, signal)));
  await engine.close?.();
  return answers.map((answer, at) => words(fromFragment(answer, [source[at] ?? ''])));
}

/** @returns per cent */
function found(ranks: readonly number[], quality: readonly number[]): number {
  const fifth = Math.round(ranks.length / 5);
  const by = (value: (at: number) => number) => [...ranks.keys()].sort((a, b) => value(a) - value(b)).slice(0, fifth);
  const worst = new Set(by((at) => quality[at] ?? 0));
  const flagged = by((at) => -(ranks[at] ?? 0));
  return (100 * flagged.filter((at) => worst.has(at)).length) / fifth;
}
