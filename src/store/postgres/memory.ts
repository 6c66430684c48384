/** The memory that desks share, by functions of the database. */

import type { Target, Text } from '../../article.ts';
import type { Clock } from '../../clock.ts';
import { LEAST_LIKENESS, type NearSentence, wordList } from '../../memory/fuzzy-matches.ts';
import { contextKey, indexKey } from '../../memory/keys.ts';
import { likeness } from '../../memory/likeness.ts';
import type { Remembered } from '../../memory/recall.ts';
import { recordSentences } from '../../memory/record-sentences.ts';
import { memoryKey } from '../../text/white-space.ts';
import { words } from '../../text.ts';
import type { LocalePair, SharedEdition, SharedMemory, SharedSentence } from '../shared-memory.ts';
import type { Connection } from './connection.ts';

/**
 * Sentences that are measured, and the words that find them: the rarest, and of those that are in many sentences the fewest. A candidate
 * has two of them, so that the index alone finds it; one where there are few, and these are rare: of six words a sentence with 70 % of
 * them has two in 99 of 100 cases.
 */
const NEAR = { candidates: 60, words: 8, common: 5_000, leastWords: 4, twoOf: 6, rare: 4_000 };
/** Sentences with all words of which those with the words in their order are sought. */
const HOLDING = 400;
/** How long (ms) the list of common words is used. */
const COMMON_FOR = 600_000;

interface Row {
  readonly key: string;
  readonly context: string;
  readonly source: string;
  readonly target: string;
  readonly slug: string;
  readonly desk: string;
  readonly own: boolean;
}

export function sharedMemory(connection: Pick<Connection, 'rows'>, clock: Clock): SharedMemory {
  const common = new Map<string, { readonly at: number; readonly words: Promise<ReadonlyMap<string, number>> }>();

  async function commonWords({ from, to }: LocalePair): Promise<ReadonlyMap<string, number>> {
    const name = `${from} ${to}`;
    const known = common.get(name);
    if (known !== undefined && clock.now() - known.at <= COMMON_FOR) return known.words;
    const rows = connection.rows<{ word: string; sentences: number }>('select * from dragoman.memory_common($1, $2)', [from, to]);
    const words = rows.then((all) => new Map(all.map(({ word, sentences }) => [word, sentences])));
    common.set(name, { at: clock.now(), words });
    // One that fails is asked for again.
    words.catch(() => common.delete(name));
    return words;
  }

  return {
    known: async (pair, texts) => {
      const keys = [...new Set(texts.map((text) => indexKey(memoryKey(text))))];
      const sql = 'select * from dragoman.memory_find($1, $2, $3)';
      const rows = keys.length === 0 ? [] : await connection.rows<Row>(sql, [pair.from, pair.to, keys]);
      const byKey = Map.groupBy(rows, ({ key }) => Number(key));
      return (text, context) => {
        const found = byKey.get(indexKey(memoryKey(text))) ?? [];
        const around = found.length === 0 ? 0 : contextKey(context);
        return found
          .map((row): Remembered => ({ ...sentenceOf(row), inContext: row.own && Number(row.context) === around }))
          .filter(({ source }) => memoryKey(source) === memoryKey(text))
          .sort((a, b) => Number(b.inContext) - Number(a.inContext));
      };
    },
    near: async (pair, text, most) => {
      const { rare, least } = rarest(wordList(text), await commonWords(pair));
      if (rare.length === 0) return [];
      const sql = 'select * from dragoman.memory_near($1, $2, $3, $4, $5)';
      const rows = await connection.rows<Row>(sql, [pair.from, pair.to, rare, least, NEAR.candidates]);
      const plain = words(text);
      return rows
        .map((row): NearSentence => {
          const sentence = sentenceOf(row);
          return { ...sentence, share: likeness(plain, words(sentence.source)) };
        })
        .filter(({ share }) => share >= LEAST_LIKENESS)
        .sort((a, b) => b.share - a.share)
        .slice(0, most);
    },
    holding: async (pair, letters, side, most) => {
      const wanted = letters.trim().toLowerCase().normalize('NFC');
      const asked = wordList([wanted]);
      if (asked.length === 0) return [];
      const sql = 'select * from dragoman.memory_holding($1, $2, $3, $4, $5)';
      const rows = await connection.rows<Row>(sql, [pair.from, pair.to, side === 'target', asked, HOLDING]);
      return rows
        .map(sentenceOf)
        .filter(({ source, target }) =>
          words(side === 'source' ? source : target.text)
            .toLowerCase()
            .normalize('NFC')
            .includes(wanted),
        )
        .slice(0, most);
    },
    share: (edition) => share(connection, edition),
  };
}

async function share(connection: Pick<Connection, 'rows'>, { pair, slug, print, privateUntil, record }: SharedEdition): Promise<boolean> {
  const edition = [pair.from, pair.to, slug, print, timeOf(privateUntil)];
  const [known] = await connection.rows<{ has: boolean }>('select dragoman.memory_has($1, $2, $3, $4, $5) as has', edition);
  if (known?.has === true) return false;
  // What a memory gave as a draft is in it already.
  const sentences = [...recordSentences(record())].filter(({ target }) => target.state === 'reviewed' || target.origin.by !== 'memory');
  const values = [
    sentences.map(({ source }) => indexKey(memoryKey(source))),
    sentences.map(({ context }) => contextKey(context)),
    sentences.map(({ target }) => target.state === 'reviewed'),
    sentences.map(({ source }) => JSON.stringify(source)),
    sentences.map(({ target }) => JSON.stringify(target)),
    sentences.map(({ source }) => indexed(source)),
    sentences.map(({ target }) => indexed(target.text)),
  ];
  const holes = [...edition, ...values].map((_, at) => `$${at + 1}`).join(', ');
  await connection.rows(`select dragoman.memory_share(${holes})`, [...edition, ...values]);
  return true;
}

/** A run of letters without end is no word that anybody looks for, and more than an index takes. */
const LONGEST_WORD = 100;

function indexed(text: Text): string {
  return wordList(text)
    .filter((word) => word.length <= LONGEST_WORD)
    .join(' ');
}

function timeOf(privateUntil: number | undefined): string {
  if (privateUntil === undefined) return '-infinity';
  return privateUntil === Number.POSITIVE_INFINITY ? 'infinity' : new Date(privateUntil).toISOString();
}

function sentenceOf({ source, target, slug, desk, own }: Row): SharedSentence {
  const made = JSON.parse(target) as Target;
  return {
    source: JSON.parse(source) as Text,
    target: own || made.state !== 'reviewed' ? made : { ...made, state: 'machine' },
    slug: own ? slug : `${desk}: ${slug}`,
  };
}

/**
 * @param common in how many sentences a word is, of those that are in many
 * @returns the words, and how many of them a candidate has
 */
function rarest(all: readonly string[], common: ReadonlyMap<string, number>): { rare: string[]; least: 1 | 2 } {
  const count = (word: string) => common.get(word) ?? 0;
  const rare = [...new Set(all)]
    .sort((a, b) => count(a) - count(b) || b.length - a.length)
    .filter((word, at) => at < NEAR.leastWords || (at < NEAR.words && count(word) <= NEAR.common));
  const isFound = rare.length < NEAR.twoOf && rare.reduce((total, word) => total + count(word), 0) <= NEAR.rare;
  return { rare, least: isFound || rare.length < 2 ? 1 : 2 };
}
