/** The page's own words, in the language of who works with it: i18next over `locales/LANGUAGE/edit.json`. */

import { existsSync } from 'node:fs';
import { fileText } from '../files/bytes.ts';
import { type Chrome, createChromes } from '../publish/page/chrome.ts';
import { direction } from '../publish/page/locale-names.ts';
import type { FindingForms } from './finding-says.ts';
import { isolated } from './isolated.ts';

export const LANGUAGES = ['en', 'es', 'ca', 'uk', 'ar', 'ja'] as const;

let chromes: ReturnType<typeof createChromes> | undefined;

/** @param language one of `LANGUAGES` */
export function pageWords(language: string): Chrome {
  chromes ??= createChromes(Object.fromEntries(LANGUAGES.map((locale) => [locale, shipped(locale)])), 'en', LANGUAGES);
  const words = chromes.in(language);
  const look = (key: string, values?: Readonly<Record<string, unknown>>) => words(key, values && isolated(values, direction(language)));
  return Object.assign(look, { locale: words.locale, language: words.language, has: words.has });
}

/** All words of a language for the page's scripts, as JSON that is safe in HTML; English where it has none. */
export function wordsForScripts(language: string): string {
  return JSON.stringify(merged(shipped('en'), shipped(language))).replaceAll('<', '\\u003c');
}

/** The language's own forms of what findings say; none for English, which they are written in. */
export function findingForms(language: string): FindingForms {
  const forms = knownForms.get(language) ?? (shipped(language) as { findings?: FindingForms }).findings ?? {};
  knownForms.set(language, forms);
  return forms;
}

const knownForms = new Map<string, FindingForms>();

type Words = { [key: string]: string | Words };

function merged(base: object, over: object): Words {
  const out: Words = { ...(base as Words) };
  for (const [key, value] of Object.entries(over as Words)) {
    const below = out[key];
    out[key] = typeof value === 'object' && typeof below === 'object' ? merged(below, value) : value;
  }
  return out;
}

function shipped(locale: string): object {
  const file = new URL(`../../locales/${locale}/edit.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(fileText(file)) as object) : {};
}

/**
 * @param chosen what somebody has chosen before
 * @param accepted the header `Accept-Language`
 */
export function languageFor(chosen: string | undefined, accepted: string | undefined): string {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { language: tag.toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1), at };
    })
    .sort((a, b) => b.quality - a.quality || a.at - b.at)
    .map(({ language }) => language);
  return [chosen ?? '', ...wanted].find((one) => LANGUAGES.some((language) => language === one)) ?? 'en';
}
