/** The page's words in the language of who works with it: the same strings as the server's, which come with the page. */

import type { FindingView } from '../contract.ts';
import { type FindingForms, findingSays } from '../finding-says.ts';
import { isolated } from '../isolated.ts';

type Strings = { readonly [key: string]: string | Strings };

const { lang: language, dir } = document.documentElement;
const strings = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Strings;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/**
 * @param key as in `edit.json`; with a `count` its plural form
 * @returns the key itself where there is no such string
 */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const own = isolated(values, dir);
  const { count } = own;
  const found = (typeof count === 'number' ? (at(`${key}_${plurals.select(count)}`) ?? at(`${key}_other`)) : undefined) ?? at(key) ?? key;
  return found.replace(/\{\{(\w+)(?:, *number)?\}\}/g, (all, name: string) => {
    const value = own[name];
    return value === undefined ? all : typeof value === 'number' ? numbers.format(value) : value;
  });
}

function at(key: string): string | undefined {
  let found: string | Strings | undefined = strings;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** @returns a finding's message, and the language that it is in */
export function saysOf(finding: FindingView): ReturnType<typeof findingSays> {
  return findingSays(finding, language, typeof strings.findings === 'object' ? (strings.findings as FindingForms) : {});
}

/** An amount of US dollars, however small. */
export function dollars(amount: number): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 }).format(amount);
}

/** A moment, as somebody in a hurry reads it. @param at milliseconds since 1970, or ISO 8601 */
export function moment(at: number | string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}
