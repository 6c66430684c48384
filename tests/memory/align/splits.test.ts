import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../../src/memory/align/document.ts';
import type { Signs } from '../../../src/memory/align/signs.ts';
import { bestSplit, saysAgain, saysMore } from '../../../src/memory/align/splits.ts';
import { articleOf } from '../../support/paragraphs.ts';

function split(source: readonly string[], edition: string, evidence: (own: Signs, part: Signs) => number, locale = 'es') {
  const [document] = documentsOf(articleOf([source], 'en'), articleOf([[edition]], locale));
  const sentence = document?.edition[0];
  return document === undefined || sentence === undefined ? undefined : bestSplit(evidence, evidence, document.source, sentence);
}

const shared = (own: Signs, part: Signs) => [...own.figures].filter((value) => part.figures.has(value)).length - 10 * part.stops;

test('two sentences in one are cut where both parts are most like theirs', () => {
  const edition = 'En 2019 llegaron 40 barcos, en 2020 ninguno y 7 se hundieron';
  expect(split(['In 2019 came 40 ships.', 'None came in 2020, and 7 sank.'], edition, shared)).toEqual([2, 2]);
});

test('the cut is near the share that the first has of both', () => {
  const edition = `40 barcos, ${'palabra '.repeat(20)}fin`;
  // The first source is by far the longer one: its figure is too near the start to be a part by itself.
  const [first] = split([`In the port there were ${'many and more '.repeat(6)}40 ships.`, 'The end.'], edition, shared) ?? [];
  expect(first).toBe(1);
  expect(split(['The end.', `${'Many and more '.repeat(6)}came with 40 ships.`], edition, shared)?.[1]).toBe(0);
});

test('languages that write no spaces are cut between words', () => {
  const edition = '2019年に40隻の船が来て2020年には7隻が沈んだ';
  expect(split(['In 2019 came 40 ships.', 'And 7 sank in 2020.'], edition, shared, 'ja')).toEqual([2, 2]);
});

test('a text of one word is no two', () => {
  expect(split(['Ships came.', 'They sank.'], 'Barcos', shared)).toBeUndefined();
});

test('a headline and the first sentence that has all of its words say one thing; two sentences of a paragraph do not', () => {
  const again = (first: string, second: string) =>
    saysAgain(documentsOf(articleOf([[first], [second]], 'en'), articleOf([['x']], 'es'))[0]?.source ?? []);
  expect(again('Ferries stop at the old harbour', 'Ferries stop at the old harbour from Monday, since its pier has to be renewed.')).toBe(
    true,
  );
  expect(again('The old harbour has been closed since March.', 'Its pier has to be renewed before ferries stop there again.')).toBe(false);
});

describe('a text that ends within a sentence more often than its source', () => {
  const more = (source: string, edition: string, locale = 'es') => {
    const [document] = documentsOf(articleOf([[source]], 'en'), articleOf([[edition]], locale));
    const [own, theirs] = [document?.source[0], document?.edition[0]];
    return own === undefined || theirs === undefined ? Number.NaN : saysMore((a, b) => 4 * sharedLess(a, b), own.signs, theirs);
  };
  const sharedLess = (own: Signs, part: Signs) => 2 * own.figures.intersection(part.figures).size - part.figures.size;

  test('says more, where a part of it alone is the likelier translation', () => {
    expect(more('In 2019 came 40 ships.', '2019年に40隻の船が来た。2020年には7隻が沈んだ。', 'ja')).toBeLessThan(-7);
  });

  test('says more, though its last sentence has no full stop: a quotation that is cut off', () => {
    expect(more('"In 2019 came 40 ships.', '"En 2019 llegaron 40 barcos. En 2020 se hundieron 7"')).toBeLessThan(-7);
  });

  test('says more, where one quotation ends and the next begins at once', () => {
    expect(more('"In 2019 came 40 ships," he said.', '他说：“2019年来了40艘船，”“2020年沉了7艘。', 'zh')).toBeLessThan(-7);
  });

  test('says more, though its source has an abbreviation where a sentence might end', () => {
    expect(more('In 2019 came Sens. John Kennedy and 40 ships.', '2019年に40隻の船が来た。2020年には7隻が沈んだ。', 'ja')).toBeLessThan(-7);
  });

  test('says the same, where all of it is', () => {
    expect(more('In 2019 came 40 ships.', '2019年のことだ。40隻の船が来た。', 'ja')).toBeCloseTo(0, 1);
  });

  test('is not looked at, where the source has as many ends, or the text has none within', () => {
    expect(more('It was 2019! 40 ships came!', '2019年に40隻の船が来た。2020年には7隻が沈んだ。', 'ja')).toBe(0);
    expect(more('In 2019 came 40 ships.', '2019年に40隻、2020年に7隻。', 'ja')).toBe(0);
  });
});
