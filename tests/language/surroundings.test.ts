import { expect, test } from 'vitest';
import type { Edition, Target } from '../../src/article.ts';
import { segmentLanguageCheck } from '../../src/checks/segment-language.ts';
import { languageAround } from '../../src/language/surroundings.ts';

const SERBIAN = [
  'Posle sastanka u Beogradu ministar je otišao.',
  'Cene su porasle za pet odsto.',
  'Albanci su manjina u ovoj dolini, rekla je ona za agenciju.',
  'Niko ne zna šta će da se desi.',
];
const CROATIAN = [
  'Poslije sastanka u Zagrebu ministar je otišao.',
  'Cijene su porasle za pet posto.',
  'Albanci su manjina u ovoj dolini, rekla je ona za agenciju.',
  'Nitko ne zna što će se dogoditi.',
];

function editionIn(locale: string, lines: readonly string[]): Edition {
  const target = (text: string): Target => ({ text: [text], state: 'machine', origin: { by: 'engine' }, terms: [] });
  const segments = lines.map((line, index) => ({ id: String(index), span: { start: 0, end: 0 }, text: [line] }));
  return {
    article: {
      id: 'a',
      locale: 'en',
      source: '',
      blocks: [{ kind: 'paragraph', syntax: 'markdown', span: { start: 0, end: 0 }, segments }],
    },
    locale,
    targets: new Map(lines.map((line, index) => [String(index), target(line)])),
  };
}

test('a sentence without a word that tells is in the language of its surroundings', () => {
  expect(languageAround(editionIn('hr', SERBIAN), '2')).toBe('sr');
  expect(languageAround(editionIn('sr-Latn', CROATIAN), '2')).toBe('hr');
  expect(languageAround(editionIn('hr', CROATIAN), '2')).toBeUndefined();
  expect(languageAround(editionIn('sr-Latn', SERBIAN), '2')).toBeUndefined();
});

test('where words speak for the language too, surroundings say nothing', () =>
  expect(languageAround(editionIn('hr', [...SERBIAN.slice(0, 3), CROATIAN[3] ?? '', CROATIAN[1] ?? '']), '2')).toBeUndefined());

test('other languages are told by the sentence alone', () => expect(languageAround(editionIn('es', SERBIAN), '2')).toBeUndefined());

test('the check tells it', () => {
  const edition = editionIn('hr', SERBIAN);
  const [block] = edition.article.blocks;
  const segment = block?.segments[2];
  const targetWords = SERBIAN[2] as string;
  const target = edition.targets.get('2');
  const input = {
    edition,
    article: edition.article,
    block,
    segment,
    target,
    from: 'en',
    to: 'hr',
    sourceWords: 'Albanians',
    targetWords,
    terms: [],
  };
  expect(segmentLanguageCheck.segment(input as never)).toMatchObject([{ got: ['sr'] }]);
});
