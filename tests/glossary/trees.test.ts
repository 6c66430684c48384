/** What a text costs where a glossary has many terms that begin alike: what is compared is counted. */

import { expect, it } from 'vitest';
import { inflectionOf } from '../../src/glossary/inflection.ts';
import { letterTree, termsAt } from '../../src/glossary/letter-tree.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { pattern } from '../../src/glossary/pattern.ts';
import { type Branches, noBranches, nodesFor, plant } from '../../src/glossary/word-tree.ts';
import { type Word, wordsOf } from '../../src/glossary/words.ts';

const planted = (terms: readonly string[], locale: string) => {
  const root = noBranches<string>();
  for (const term of terms) plant(root, pattern(term, inflectionOf(locale), { kind: 'term', changes: true, capitals: false }), term);
  return root;
};
const nodesIn = ({ nodes }: Branches<string>): number => nodes.values().reduce((sum, { next }) => sum + 1 + nodesIn(next), 0);

it.each(['uk', 'ar', 'en', 'tr', 'eu'])('of thousands of terms a word of %s is compared with its own', (locale) => {
  const root = planted(
    Array.from({ length: 2_000 }, (_, at) => `word${at}`),
    locale,
  );
  const [word] = wordsOf('word1234', locale) as [Word];
  const asked = [...nodesFor(root, word, inflectionOf(locale))];
  expect(asked.some(({ ends }) => ends[0]?.[1] === 'word1234')).toBe(true);
  // Where a language has no table a word may have three letters more: `word1`, `word12` and `word123` are asked too.
  expect(asked.length).toBeLessThanOrEqual(5);
});

it('terms within each other have as many nodes as the longest has words, and one more for each last word', () => {
  const within = Array.from({ length: 60 }, (_, at) => 'слово '.repeat(at + 1).trim());
  expect(nodesIn(planted(within, 'uk'))).toBeLessThanOrEqual(2 * 60);
  const found = findTerms(
    'слово '.repeat(60),
    'uk',
    within.map((source) => ({ source })),
  );
  expect(found).toHaveLength((60 * 61) / 2);
  expect(found.filter(({ covered }) => !covered).map(({ start, end }) => [start, end])).toEqual([[0, 359]]);
});

it('of thousands of terms of one beginning a place is compared with those that go on as it does', () => {
  let compared = 0;
  const terms = Array.from({ length: 4_000 }, (_, at) => [`港口${String(at).padStart(4, '0')}`, at] as const);
  const tree = letterTree(
    terms.map((term) =>
      Object.defineProperty([...term] as [string, number], 0, {
        get: () => {
          compared++;
          return term[0];
        },
      }),
    ),
  );
  const at = () => [...termsAt(tree, '到港口1234去', 1)].map(([, value]) => value);
  expect(at()).toEqual([1234]);
  compared = 0;
  expect(at()).toEqual([1234]);
  expect(compared).toBeLessThan(20);
});

it('a term that is there twice is found twice, in the order of the glossary', () => {
  const terms = [
    { source: 'ferry', note: 'a' },
    { source: 'Ferry', kind: 'place' as const },
    { source: 'ferry', note: 'b' },
  ];
  expect(findTerms('Ferry', 'en', terms).map(({ term }) => terms.indexOf(term as (typeof terms)[number]))).toEqual([0, 1, 2]);
});
