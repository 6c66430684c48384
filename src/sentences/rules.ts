/** A language's data about sentences, compiled for the scan. */

import type { SentenceWords } from '../languages/language.ts';
import { languageOf } from '../languages/lookup.ts';
import { everywhere } from './everywhere.ts';

export type Class = 'joins' | 'numbers' | 'may' | 'times' | 'ends';

export interface Rules {
  readonly classes: ReadonlyMap<string, Class>;
  /** Beginnings of the abbreviations of several parts. */
  readonly prefixes: ReadonlySet<string>;
  /** Length of the longest part of an abbreviation, so that long words need no look. */
  readonly longest: number;
  readonly starters: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly continues: ReadonlySet<string>;
  readonly says: ReadonlySet<string>;
  readonly goesOn: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
  /** Ends of compounds that numbers follow. */
  readonly compounds: readonly string[];
  readonly ordinals: boolean;
  readonly vowelless: boolean;
  readonly marks: string;
}

const CLASSES: readonly Class[] = ['joins', 'numbers', 'may', 'times', 'ends'];

const byLocale = new Map<string, Rules>();
const byLanguage = new Map<SentenceWords, Rules>();

/** The rules for a locale; those common to all where its language has no data. */
export function sentenceRules(locale: string): Rules {
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const own = languageOf(locale).sentences ?? {};
  const rules = byLanguage.get(own) ?? compile(everywhere, own);
  byLanguage.set(own, rules);
  byLocale.set(locale, rules);
  return rules;
}

/** Later languages win over earlier ones, word by word. */
function compile(...languages: readonly SentenceWords[]): Rules {
  const classes = new Map<string, Class>();
  const prefixes = new Set<string>();
  const compounds: string[] = [];
  for (const language of languages)
    for (const kind of CLASSES)
      for (const word of list(language[kind])) {
        if (word.startsWith('-')) compounds.push(word.slice(1));
        else classes.set(word, kind);
        for (let dot = word.indexOf('.'); dot > 0; dot = word.indexOf('.', dot + 1)) prefixes.add(word.slice(0, dot));
      }
  const all = (key: 'starters' | 'openers' | 'continues' | 'says' | 'goesOn' | 'marked' | 'companies') =>
    new Set(languages.flatMap((language) => list(language[key])));
  return {
    classes,
    prefixes,
    longest: Math.max(4, ...[...classes.keys()].map((word) => word.length)),
    starters: all('starters'),
    openers: all('openers'),
    continues: all('continues'),
    says: all('says'),
    goesOn: all('goesOn'),
    marked: all('marked'),
    companies: all('companies'),
    compounds,
    ordinals: languages.some((language) => language.ordinals),
    vowelless: languages.some((language) => language.vowelless),
    marks: languages.map((language) => language.marks ?? '').join(''),
  };
}

function list(words: string | undefined): string[] {
  return words === undefined ? [] : words.trim().split(/\s+/u);
}
