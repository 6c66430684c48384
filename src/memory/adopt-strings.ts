/** A localized file of strings that people made, before Dragoman came. */

import type { Article, Target } from '../article.ts';
import type { Finding } from '../finding.ts';
import { words } from '../text.ts';
import { recordMarksIn, withSourceIds } from './mark-ids.ts';
import type { EditionRecord } from './record.ts';
import { recordOf } from './renew.ts';

/**
 * The record of such a file: a value belongs to the string of the same key, so that nothing has to be guessed.
 * @param article the source with the plural forms of the locale
 * @param localized the file, read as an article of its own locale
 * @returns a record of every string; keys that the file does not have, or leaves empty, are without a target
 */
export function adoptStrings(article: Article, localized: Article): EditionRecord {
  const ours = recordMarksIn(article);
  const theirs = recordMarksIn(localized);
  const byPath = new Map(localized.blocks.map(({ path, segments }) => [path, segments[0]?.text]));
  const targets = new Map<string, Target>();
  for (const { path, segments } of article.blocks)
    for (const { id, text } of segments) {
      const said = byPath.get(path);
      if (said === undefined) continue;
      const adopted = withSourceIds(theirs(said), said, ours(text));
      targets.set(id, { text: adopted, state: 'reviewed', origin: { by: 'person' }, terms: [] });
    }
  return recordOf({ article, locale: localized.locale, targets }, undefined);
}

/** Keys of a localized file that its source does not have: they go when it is written. */
export function withoutSource(article: Article, localized: Article, place: Pick<Finding, 'slug' | 'locale' | 'file'>): Finding[] {
  const known = new Set(article.blocks.map(({ path }) => path));
  return localized.blocks
    .filter(({ path }) => !known.has(path))
    .map(({ path = '', span, segments }) => ({
      check: 'edit-not-kept',
      level: 'warning',
      message: `The source has nothing to translate at ${path}: its value is not kept.`,
      ...place,
      line: localized.source.slice(0, span.start).split('\n').length,
      got: segments.map(({ text }) => words(text)),
    }));
}
