/** The forms of one word: its dictionary form with the closed endings of its language. */

import type { Language } from './language.ts';
import { lowerWord } from './words.ts';

/** How a word of a text stands to a dictionary form. */
export type Fit = 'exact' | 'inflected';

export interface WordForms {
  /** Lower case. */
  readonly lemma: string;
  /** Every form from closed endings, lower case, the lemma itself included. */
  readonly all: ReadonlySet<string>;
  /** Stems that `Language.suffixes` may follow. */
  readonly stems: readonly string[];
}

/**
 * @param word the dictionary form
 * @param name whether it is a name: names keep their stem but for the changes that names do undergo
 * @param changes whether it changes at all
 */
export function wordForms(word: string, language: Language, name: boolean, changes = true): WordForms {
  const lemma = lowerWord(word, language.tag);
  const all = new Set([lemma]);
  if (!changes || /\p{N}/u.test(lemma)) return { lemma, all, stems: [] };
  const only = name ? 'common' : 'name';
  for (const { ends, stem, endings, only: use } of language.classes) {
    if (use === only || !ends.test(lemma)) continue;
    const base = lemma.replace(ends, stem ?? '');
    // One letter and an ending would be any short word.
    if (base.length < 2 && lemma.length > 2) continue;
    for (const ending of endings.split(' ')) all.add(ending === '-' ? base : base + ending);
  }
  const stems =
    language.suffixes === undefined
      ? []
      : [
          lemma,
          ...(language.stems ?? [])
            .filter(({ ends, only: use }) => use !== only && ends.test(lemma))
            .map(({ ends, stem }) => lemma.replace(ends, stem))
            .filter((stem) => stem.length > 2),
        ];
  if (stems.length > 1) for (const stem of stems) all.add(stem);
  return { lemma, all, stems };
}

/**
 * How a word of a text (lower case) stands to a dictionary form; undefined where it is another word.
 * @param apostrophe whether suffixes must be set off by an apostrophe, as Turkish does with names
 */
export function fit(word: string, forms: WordForms, language: Language, apostrophe: boolean): Fit | undefined {
  if (word === forms.lemma) return 'exact';
  if (forms.all.has(word)) return 'inflected';
  if (language.apostrophe !== undefined) {
    const at = word.lastIndexOf("'");
    if (at > 0 && language.apostrophe.test(word.slice(at + 1)) && forms.all.has(word.slice(0, at))) return 'inflected';
  }
  if (language.suffixes !== undefined) {
    for (const stem of forms.stems) {
      if (!word.startsWith(stem)) continue;
      const rest = word.slice(stem.length);
      if (apostrophe && !rest.startsWith("'")) continue;
      if (language.suffixes.test(rest)) return 'inflected';
    }
  }
  if (language.classes.length === 0 && language.suffixes === undefined && sharesStem(word, forms.lemma)) return 'inflected';
  return undefined;
}

/**
 * The rule for a language without a table: the whole dictionary form, but for a last vowel, stands at the start, and at
 * most three letters follow. It takes no word with another letter in the stem.
 */
function sharesStem(word: string, lemma: string): boolean {
  if (lemma.length < 4) return false;
  const stem = lemma.length > 4 ? lemma.replace(/[\p{L}](?<=[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøąęőűăîіиаоуеєяюыэ])$/u, '') : lemma;
  return word.startsWith(stem) && word.length - stem.length <= 3;
}
