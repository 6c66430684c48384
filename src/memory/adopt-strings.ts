/** A localized file of strings that people made, before Dragoman came or before its source had the same keys. */

import type { Article, Block, Target, Text } from '../article.ts';
import { contentsOf } from '../strings/contents.ts';
import { isEmpty } from '../text.ts';
import { recordMarksIn, withSourceIds } from './mark-ids.ts';
import type { EditionRecord, RecordedBlock } from './record.ts';
import { recordOf } from './renew.ts';

/**
 * The record of such a file: a value belongs to the string of the same key, so that nothing has to be guessed.
 * @param article the source with the plural forms of the locale
 * @param localized the file, read as an article of its own locale
 * @returns a record of every string; keys that the file does not have, or leaves empty, are without a target
 */
export function adoptStrings(article: Article, localized: Article): EditionRecord {
  const adopted = adopting(article, localized);
  const targets = new Map(
    article.blocks.flatMap((block) => {
      const said = adopted(block);
      return said === undefined ? [] : block.segments.map(({ id }) => [id, said] as const);
    }),
  );
  return withValues(recordOf({ article, locale: localized.locale, targets }, undefined), article);
}

/**
 * The record with the strings that a person had put into the file before the source got them. In lists a key says nothing.
 * @param record of the file as it is
 */
export function withKeysOfBefore(record: EditionRecord, article: Article, localized: Article): EditionRecord {
  const known = new Set(record.blocks.map(({ path }) => path));
  const isNew = article.blocks.filter(({ path = '' }) => !known.has(path) && !/(?:^|\.)\d+(?:\.|¶|$)/.test(path));
  if (isNew.length === 0) return record;
  const recordMarks = recordMarksIn(article);
  const adopted = adopting(article, localized);
  const blocks = isNew.flatMap((block): RecordedBlock[] => {
    const { kind, path, note, segments } = block;
    const target = adopted(block);
    if (target === undefined || path === undefined) return [];
    return [
      {
        kind,
        path,
        ...(note !== undefined && { note }),
        segments: segments.map(({ id, text }) => ({ id, source: recordMarks(text), target })),
      },
    ];
  });
  return blocks.length === 0 ? record : { ...record, blocks: [...record.blocks, ...blocks] };
}

/** What the file says for a string of the source, as its person's. */
function adopting(article: Article, localized: Article): (block: Block) => Target | undefined {
  const ours = recordMarksIn(article);
  const theirs = recordMarksIn(localized);
  const { texts } = contentsOf(localized);
  return ({ path = '', segments: [segment] }) => {
    const said = texts.get(path);
    if (said === undefined || isEmpty(said) || segment === undefined) return undefined;
    return asPersons(withSourceIds(theirs(said), said, ours(segment.text)));
  };
}

function asPersons(text: Text): Target {
  return { text, state: 'reviewed', origin: { by: 'person' }, terms: [] };
}

/** The record with the sums of the source's values that are no words, where it has any. */
export function withValues(record: EditionRecord, article: Article): EditionRecord {
  const { values, comments } = contentsOf(article);
  const { front: _, ...rest } = record;
  return values.size + comments.size === 0 ? rest : { ...rest, front: new Map([...values, ...comments]) };
}
