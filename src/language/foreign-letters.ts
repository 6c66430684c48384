/** Letters that a text of one language can only have from another: of the source's script, which the target's language is not written in. */

import { languageOf } from '../languages/lookup.ts';

/** Scripts that are written together, by their name in a locale (ISO 15924). */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

const known = new Map<string, RegExp | undefined>();

/**
 * @param from locale of the source
 * @param to locale of the target
 * @returns what such a letter is; undefined where the target's language has all scripts of the source's. Latin is at home everywhere.
 */
export function foreignLetter(from: string, to: string): RegExp | undefined {
  const pair = `${from} ${to}`;
  if (!known.has(pair)) known.set(pair, patternOf(from, to));
  return known.get(pair);
}

function patternOf(from: string, to: string): RegExp | undefined {
  const own = [...scriptsOf(to), 'Latn'];
  const foreign = scriptsOf(from).filter((script) => !own.includes(script));
  if (foreign.length === 0) return undefined;
  // A language in two scripts has a file that says so.
  const more = (languageOf(to).scripts ?? []).map(ofScript).join('');
  return new RegExp(`${more === '' ? '' : `(?![${more}])`}[${foreign.map(ofScript).join('')}]`, 'u');
}

const ofScript = (script: string) => `\\p{Script=${script}}`;

function scriptsOf(locale: string): readonly string[] {
  const script = new Intl.Locale(locale.replaceAll('_', '-')).maximize().script ?? 'Latn';
  return PARTS[script] ?? [script];
}
