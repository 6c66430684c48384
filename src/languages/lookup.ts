/** A language's file, loaded when something is first asked of the language. A language to add is a file `<tag>.ts` beside this one. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import type { Language } from './language.ts';

const require = createRequire(import.meta.url);
/** `.ts` in a checkout, `.js` in the package. */
const EXTENSION = extname(import.meta.filename);

/** Tags of one language, or of one that is written like another in all that the files tell. */
// biome-ignore format: a table
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id', ji: 'yi', sh: 'sr', yue: 'zh', cmn: 'zh', tl: 'fil' };

const byLocale = new Map<string, Language>();
const byTag = new Map<string, Language>();

/**
 * What the program knows of a locale's language; nothing where it has no file. One language is one object.
 * @param locale BCP 47, or with underscores as gettext writes it
 */
export function languageOf(locale: string): Language {
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const tag = tagOf(locale);
  const file = SAME[tag] ?? tag;
  const language = byTag.get(file) ?? read(file);
  byTag.set(file, language);
  byLocale.set(locale, language);
  return language;
}

/** Whether a locale's language is written in Latin letters, as one of which nothing else is known. */
export function isInLatin(locale: string): boolean {
  return (languageOf(locale).scripts ?? ['Latin']).includes('Latin');
}

/** The language of a locale, in lower case: `pt` of `pt-BR`. */
export function tagOf(locale: string): string {
  // Asked for each word of a sentence; most locales are a tag.
  if (locale.length === 2) return locale.toLowerCase();
  return /^[^-_]*/.exec(locale)?.[0].toLowerCase() ?? '';
}

/**
 * Whether what is said in one locale can be read in the other: one language, in one script. `es-MX` is `es`; `zh-TW` is not `zh`, and
 * `sr-Latn` not `sr`, by the likely script of each (CLDR).
 */
export function isSameLanguage(one: string, other: string): boolean {
  return tagOf(one) === tagOf(other) && scriptOf(one) === scriptOf(other);
}

function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).maximize().script;
  } catch {
    return undefined;
  }
}

/** The region of a locale: `CH` of `fr-CH`; undefined where it names none. */
export function regionOf(locale: string): string | undefined {
  return /[-_]([a-z]{2}|\d{3})(?![a-z\d])/i.exec(locale)?.[1]?.toUpperCase();
}

/** At once, since sentences, terms and checks are plain functions that cannot wait for `import()`. */
function read(tag: string): Language {
  if (!/^[a-z]{2,3}$/.test(tag) || !existsSync(`${import.meta.dirname}/${tag}${EXTENSION}`)) return {};
  return (require(`./${tag}${EXTENSION}`) as { language: Language }).language;
}
