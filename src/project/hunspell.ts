/**
 * Hunspell dictionaries that the user installed, to confirm forms of terms. Nothing of it is loaded unless the configuration
 * names a dictionary; none is shipped, since many are GPL (the Ukrainian one is).
 */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { Term } from '../glossary/term.ts';
import type { Project } from './project.ts';

/** By locale: whether a word is a form of a dictionary form. */
export type Dictionaries = ReadonlyMap<string, NonNullable<Term['confirm']>>;

/**
 * The dictionaries of the chosen locales.
 * @throws KnownError where a file or the package is missing
 */
export async function openDictionaries(project: Project, locales: readonly string[]): Promise<Dictionaries> {
  const dictionaries = new Map<string, NonNullable<Term['confirm']>>();
  for (const [locale, files] of Object.entries(project.config.glossary.hunspell)) {
    if (!locales.includes(locale)) continue;
    const { createHunspellFromFiles } = await load();
    const [aff, dic] = [file(project, locale, files, 'aff'), file(project, locale, files, 'dic')];
    const dictionary = await createHunspellFromFiles(aff, dic);
    const stems = new Map<string, ReadonlySet<string>>();
    dictionaries.set(locale, (word, lemma) => {
      // Dictionaries write names with a capital.
      const known =
        stems.get(word) ??
        new Set(
          [word, word.slice(0, 1).toUpperCase() + word.slice(1)]
            .flatMap((one) => dictionary.stemWord(one))
            .map((stem) => stem.toLowerCase()),
        );
      stems.set(word, known);
      return known.has(lemma);
    });
  }
  return dictionaries;
}

async function load(): Promise<typeof import('hunspell-wasm')> {
  try {
    return await import('hunspell-wasm');
  } catch (cause) {
    throw new KnownError('Hunspell is configured, and its package is not installed', {
      expected: 'the package hunspell-wasm',
      got: 'none',
      help: 'Run "npm install hunspell-wasm", or remove "glossary.hunspell" from the configuration.',
      cause,
    });
  }
}

function file(project: Project, locale: string, files: Config['glossary']['hunspell'][string], part: 'aff' | 'dic'): string {
  const path = resolve(project.root, files[part]);
  if (existsSync(path)) return path;
  throw new KnownError(`glossary.hunspell.${locale}.${part}: no such file`, {
    expected: 'a dictionary of Hunspell',
    got: files[part],
    help: 'Correct the path; it is relative to the project.',
  });
}
