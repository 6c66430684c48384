/** Sentences like a text in the index of a memory, for people and for engines that take examples. */

import type { DatabaseSync } from 'node:sqlite';
import type { Target, Text } from '../article.ts';
import { words } from '../text.ts';
import { likeness, tokens } from './likeness.ts';
import type { Remembered } from './recall.ts';

export interface NearSentence {
  readonly source: Text;
  readonly target: Target;
  readonly slug: string;
  /** `likeness` of the sources, at least `LEAST_LIKENESS`. */
  readonly share: number;
}

export const LEAST_LIKENESS = 0.7;
/** How many candidates are measured, and how many words find them: a few of the rarest, since common words are in too many sentences. */
const NEAR = { candidates: 60, words: 8, common: 5000, leastWords: 2 };

/** A remembered sentence as the index holds it. */
export interface MemoryRow {
  readonly source: string;
  readonly target: string;
  readonly slug: string;
  readonly near?: number;
}

export function toRemembered({ source, target, slug, near }: MemoryRow): Remembered {
  return { source: JSON.parse(source) as Text, target: JSON.parse(target) as Target, slug, inContext: near === 1 };
}

/** The index of words is only made when someone asks for near sentences. */
export function nearIn(database: DatabaseSync): (text: Text, most: number) => NearSentence[] {
  let indexed = -1;
  /** Ids only grow: what came since the last question is indexed at the next. */
  const index = () => {
    const { newest } = database.prepare('SELECT coalesce(max(id), 0) AS newest FROM segments').get() as { newest: number };
    if (newest === indexed) return;
    indexed = newest;
    const { last } = database.prepare('SELECT coalesce(max(rowid), 0) AS last FROM sources').get() as { last: number };
    const add = database.prepare('INSERT INTO sources (rowid, words) VALUES (?, ?)');
    database.exec('BEGIN');
    for (const row of database.prepare('SELECT id, source FROM segments WHERE id > ? ORDER BY id').iterate(last))
      add.run(row.id as number, wordList(JSON.parse(row.source as string) as Text).join(' '));
    database.exec('COMMIT');
  };
  return (text, most) => {
    index();
    const seen = database.prepare('SELECT doc FROM vocabulary WHERE term = ?');
    const rarest = [...new Set(wordList(text))]
      .flatMap((word) => {
        const doc = seen.get(word)?.doc as number | undefined;
        return doc === undefined ? [] : [{ word, doc }];
      })
      .sort((a, b) => a.doc - b.doc)
      .filter(({ doc }, at) => at < NEAR.leastWords || (at < NEAR.words && doc <= NEAR.common))
      .map(({ word }) => `"${word}"`);
    if (rarest.length === 0) return [];
    const rows = database
      .prepare(
        `SELECT source, target, slug FROM (SELECT rowid FROM sources WHERE sources MATCH ? ORDER BY rank LIMIT ${NEAR.candidates}) AS hit
         JOIN segments ON segments.id = hit.rowid JOIN files ON files.id = file`,
      )
      .all(rarest.join(' OR '));
    const plain = words(text);
    return rows
      .map((row) => {
        const { source, target, slug } = toRemembered(row as unknown as MemoryRow);
        return { source, target, slug, share: likeness(plain, words(source)) };
      })
      .filter(({ share }) => share >= LEAST_LIKENESS)
      .sort((a, b) => b.share - a.share || Number(b.target.state === 'reviewed') - Number(a.target.state === 'reviewed'))
      .slice(0, most);
  };
}

/** Small letters, as an index has them. Signs are left out. */
export function wordList(text: Text): string[] {
  return tokens(words(text).toLowerCase().normalize('NFC'))
    .map((token) => token.trim())
    .filter((token) => /^[\p{L}\p{N}]/u.test(token));
}
