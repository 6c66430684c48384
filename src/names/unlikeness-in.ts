/** How unlike a name the nearest words of a target are. */

import { languageOf, tagOf } from '../languages/lookup.ts';
import type { ScriptTable } from '../languages/scripts/script.ts';
import { type Costs, costsOf, latinCosts, soundsOf, unlikeness } from './likeness.ts';
import { readingOf, tableOf } from './reading.ts';

const WORD = /[\p{L}\p{M}]+/gu;
/** A word written small that makes an adjective of a name is less than the name. */
const SMALL = 0.1;
/** Two words for one: `Jong-un`, `Чен Ин`. */
const JOINED = 0.05;

const costsOfTable = new WeakMap<ScriptTable, Costs>();

function costsFor(table: ScriptTable | undefined): Costs {
  if (table === undefined) return latinCosts;
  const known = costsOfTable.get(table) ?? costsOf(table.sounds);
  costsOfTable.set(table, known);
  return known;
}

/**
 * @param from,to locales of the name and the target
 * @returns 0 where the target keeps the name, about 1 where nothing is like it
 */
export function unlikenessIn(name: string, target: string, from: string, to: string): number {
  if (target.includes(name)) return 0;
  const parts = name.split('-').filter((part) => part.length > 2 && /^\p{Lu}/u.test(part));
  const whole = nearest(name, target, from, to);
  return parts.length < 2 ? whole : Math.min(whole, Math.max(...parts.map((part) => nearest(part, target, from, to))));
}

function nearest(name: string, target: string, from: string, to: string): number {
  const tag = tagOf(to);
  const sounds = soundsOf(readingOf(name, tagOf(from)).replaceAll(' ', ''));
  const table = tableOf(target);
  const manner = { costs: costsFor(table), clitics: table?.abjad === true };
  const { unspaced } = languageOf(to);
  if (unspaced === true) return unlikeness(sounds, readingOf(target, tag), { ...manner, within: true });
  let best = 1;
  let last: { reading: string; end: number } | undefined;
  for (const match of target.matchAll(WORD)) {
    const [word] = match;
    const reading = readingOf(word, tag).replaceAll(' ', '');
    // A name kept in Latin letters within another script.
    const costs = table !== undefined && /^[A-Za-z]/.test(word) ? latinCosts : manner.costs;
    const small = /^\p{Ll}/u.test(word);
    if (!small || word.length > 4) best = Math.min(best, unlikeness(sounds, reading, { ...manner, costs }) + (small ? SMALL : 0));
    if (last !== undefined && match.index - last.end === 1)
      best = Math.min(best, unlikeness(sounds, last.reading + reading, { ...manner, costs }) + JOINED);
    if (best === 0) return 0;
    last = { reading, end: match.index + word.length };
  }
  return best;
}
