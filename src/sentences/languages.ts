/** The languages that have data, by their tag. */

import { compile, type Language, type Rules } from './language.ts';
import { common } from './languages/common.ts';
import { en } from './languages/en.ts';

const LANGUAGES: Readonly<Record<string, Language>> = { en };

const compiled = new Map<string, Rules>();

/** The rules for a locale; those common to all where its language has no data. */
export function rulesFor(locale: string): Rules {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const tag = locale.split('-')[0]?.toLowerCase() ?? '';
  const rules = compile(common, LANGUAGES[tag] ?? {});
  compiled.set(locale, rules);
  return rules;
}
