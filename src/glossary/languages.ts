/** The languages with tables, by tag. A language to add: its file in `languages/`, and a line here. */

import type { TermLanguage } from './language.ts';
import { ar } from './languages/ar.ts';
import { ca } from './languages/ca.ts';
import { cs } from './languages/cs.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { he } from './languages/he.ts';
import { hi } from './languages/hi.ts';
import { it } from './languages/it.ts';
import { nl } from './languages/nl.ts';
import { pl } from './languages/pl.ts';
import { pt } from './languages/pt.ts';
import { ru } from './languages/ru.ts';
import { tr } from './languages/tr.ts';
import { uk } from './languages/uk.ts';

const tables = new Map([ar, ca, cs, de, en, es, fr, he, hi, it, nl, pl, pt, ru, tr, uk].map((language) => [language.tag, language]));

/** Scripts that set no spaces between words. */
const UNSPACED = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'km', 'my']);

/** The rules for a locale, by its language: `pt-BR` has those of `pt`. A language without a table has none but the common stem. */
export function languageOf(locale: string): TermLanguage {
  const tag = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return tables.get(tag) ?? { tag, classes: [], unspaced: UNSPACED.has(tag) };
}

/** Whether terms are checked by a table of endings; without one a careful common stem is all there is, and people are told so. */
export function hasTable(locale: string): boolean {
  const language = languageOf(locale);
  return language.unspaced === true || language.classes.length > 0 || language.suffixes !== undefined;
}
