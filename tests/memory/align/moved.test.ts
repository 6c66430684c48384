import { expect, test } from 'vitest';
import { type Document, documentsOf } from '../../../src/memory/align/document.ts';
import { movedBlocks } from '../../../src/memory/align/moved.ts';
import { words } from '../../../src/text.ts';
import { articleOf } from '../../support/paragraphs.ts';

/** Paragraphs named by letters; the edition has the same letters. */
function documentOf(source: string, edition: string): Document {
  const paragraphs = (letters: string) => [...letters].map((letter) => [letter]);
  return documentsOf(articleOf(paragraphs(source), 'en'), articleOf(paragraphs(edition), 'es'))[0] as Document;
}

function moved(source: string, edition: string, inPlace: string, worth: (letter: string) => number) {
  const document = documentOf(source, edition);
  const beads = [...inPlace].map((letter) => ({ source: [source.indexOf(letter)], target: [edition.indexOf(letter)], sure: 1, trust: 1 }));
  const letters = (one: Document, side: 'source' | 'edition') =>
    one[side].map((place) => words('segment' in place ? place.segment.text : place.sentence.recorded)).join('');
  const found = movedBlocks(document, beads, (one) =>
    letters(one, 'source') === letters(one, 'edition') ? worth(letters(one, 'source')) : -5,
  );
  return found.map((one) => letters(one, 'edition'));
}

test('a block elsewhere that is surely the same has been moved', () => {
  expect(moved('abcd', 'acdb', 'acd', () => 12)).toEqual(['b']);
});

test('what may be another is left where it is', () => {
  expect(moved('abcd', 'acdb', 'acd', () => 4)).toEqual([]);
});

test('what follows a moved block on both sides has been moved with it, though it says little by itself', () => {
  expect(moved('abcdefg', 'aefgbcd', 'aefg', (letter) => (letter === 'c' ? 12 : 5))).toEqual(['bcd']);
  expect(moved('abcdefg', 'aefgdcb', 'aefg', (letter) => (letter === 'c' ? 12 : 5))).toEqual(['c']);
});

test('two that are as like are none', () => {
  const document = documentOf('abc', 'cab');
  expect(movedBlocks(document, [], () => 12)).toEqual([]);
});
