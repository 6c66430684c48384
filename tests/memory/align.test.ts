import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/article.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { absorb } from '../../src/memory/absorb.ts';
import { alignEditions } from '../../src/memory/align.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { cutText } from '../../src/sentences.ts';
import { words } from '../../src/text.ts';
import { dataFolder } from '../support/data.ts';
import { adoptionScore, LAG } from '../support/lagging.ts';
import { articleOf } from '../support/paragraphs.ts';

type Paragraphs = readonly (readonly (string | Text)[])[];

/** Each sentence of the source with what the edition says for it, and the paragraphs that have no source. */
function adopted(source: Paragraphs, edition: Paragraphs, locale = 'es') {
  const pair = { article: articleOf(source, 'en'), edition: articleOf(edition, locale), file: 'edition.md' };
  const [aligned] = alignEditions([pair]);
  const segments = aligned?.record.blocks.flatMap((block) => block.segments) ?? [];
  return {
    said: segments.map(({ source, target }) => [words(source), target?.state, words(target?.text ?? [])]),
    additions: aligned?.record.additions.map(({ markdown }) => markdown),
  };
}

const SOURCE = [['The port is closed.', 'A new pier costs 40 million euros.'], ['The mayor resigned on Friday.']];

describe('an edition that lags behind', () => {
  test('says what it says, leaves out the rest, and nothing is guessed', () => {
    const { said } = adopted(SOURCE, [['El puerto está cerrado.']]);
    expect(said[0]?.[2]).toBe('El puerto está cerrado.');
    expect(said.slice(1)).toEqual([
      ['A new pier costs 40 million euros.', 'left-out', ''],
      ['The mayor resigned on Friday.', 'left-out', ''],
    ]);
  });

  test.each<[string, readonly (readonly string[])[]]>([
    ['a recipe', [['Receta de tortilla.', 'Tres huevos y una patata.'], ['Sal al gusto.'], ['Se come fría.']]],
    [
      'a timetable',
      [['El tren no para.', 'Salen cuatro trenes cada hora, con retraso.'], ['La taquilla abre los domingos.'], ['No hay nadie.']],
    ],
  ])('that is no translation at all has nothing that counts as one: %s', (_, edition) => {
    expect(adopted(SOURCE, edition).said.filter(([, state]) => state === 'reviewed')).toEqual([]);
  });

  test('as a whole is reviewed as a whole', () => {
    const edition = [['El puerto está cerrado.', 'Un nuevo muelle cuesta 40 millones de euros.'], ['El alcalde dimitió el viernes.']];
    expect(adopted(SOURCE, edition).said.map(([, state, text]) => [state, text])).toEqual(edition.flat().map((text) => ['reviewed', text]));
  });

  test('keeps its own paragraph as an addition', () => {
    const own = 'Comprar billetes en línea es barato y rápido para todos los turistas.';
    const { said, additions } = adopted(SOURCE, [
      ['El puerto está cerrado.', 'Un nuevo muelle cuesta 40 millones de euros.'],
      [own],
      ['El alcalde dimitió el viernes.'],
    ]);
    expect(said.map(([, , text]) => text)).toEqual([
      'El puerto está cerrado.',
      'Un nuevo muelle cuesta 40 millones de euros.',
      'El alcalde dimitió el viernes.',
    ]);
    expect(additions).toEqual([own]);
  });

  test('a sentence of its own in a paragraph makes the one before it doubtful, and is kept with it', () => {
    const own = 'Comprar billetes en línea es barato y rápido para todos los turistas extranjeros.';
    const { said } = adopted(SOURCE, [
      ['El puerto está cerrado.', 'Un nuevo muelle cuesta 40 millones de euros.', own],
      ['El alcalde dimitió el viernes.'],
    ]);
    expect(said[1]).toEqual(['A new pier costs 40 million euros.', 'needs-review', `Un nuevo muelle cuesta 40 millones de euros. ${own}`]);
  });
});

test('a title is that of its article, however freely it is put; one in the place of a much longer one is doubtful', () => {
  const read = (title: string, body: string, locale: string) =>
    readArticle(`---\ntitle: ${title}\n---\n\n${body}\n`, { slug: 'story', locale, cut: cutText });
  const stateOf = (source: string, target: string) => {
    const pair = { article: read(source, 'The port is closed.', 'en'), edition: read(target, 'El puerto está cerrado.', 'es') };
    const [aligned] = alignEditions([{ ...pair, file: 'edition.md' }]);
    return aligned?.record.blocks.find(({ path }) => path === 'title')?.segments[0]?.target?.state;
  };
  expect(stateOf('Best Practices for Maintainers', 'Consejos para quien cuida de un proyecto')).toBe('reviewed');
  expect(stateOf('What the harbour office says about the storm and what the mayor answers to it', 'TODO')).toBe('needs-review');
});

test('a paragraph that a person has moved is adopted where it is, and what is between stays as it is', () => {
  const source = [
    ['The port of Barcelona closed on 3 May 2019.'],
    ['Ana Torres said "the pier costs 40 million euros" in the newspaper El Faro.'],
    ['Jürgen Klopp visited 17 schools in Liverpool and Manchester.'],
    ['Nobody was hurt in the fire at Camden Market.'],
  ];
  const own = 'Con información de la agencia.';
  const edition = [
    ['El puerto de Barcelona cerró el 3 de mayo de 2019.'],
    ['Jürgen Klopp visitó 17 escuelas en Liverpool y Manchester.'],
    [own],
    ['Ana Torres dijo que «el muelle cuesta 40 millones de euros» en el periódico El Faro.'],
    ['Nadie resultó herido en el incendio de Camden Market.'],
  ];
  const { said, additions } = adopted(source, edition);
  expect(said.map(([, , text]) => text)).toEqual([edition[0], edition[3], edition[1], edition[4]].flat());
  expect(said.every(([, state]) => state !== 'left-out')).toBe(true);
  expect(additions).toEqual([own]);
  const pair = { article: articleOf(source, 'en'), edition: articleOf(edition, 'es'), file: 'edition.md' };
  const [aligned] = alignEditions([pair]);
  expect(absorb(aligned?.record as EditionRecord, pair.edition, 'edition.md')).toEqual({ record: aligned?.record, findings: [], edits: 0 });
});

const data = dataFolder();
const folder = join(data ?? '', 'ntrex');

describe.skipIf(data === undefined)('public news', () => {
  test('editions with sentences left out, merged and replaced: next to no wrong pair is reviewed, no empty target invented', () => {
    const { right, wrong, invented } = adoptionScore(folder, 'es', 1, LAG, (document) => document < 12);
    expect(wrong / (right + wrong)).toBeLessThan(0.01);
    expect(invented).toBe(0);
  });

  test('one edition alone is adopted as surely as among others where the records of the others teach its words', () => {
    const one = (isKnown: boolean) => adoptionScore(folder, 'uk', 1, LAG, (document) => document === 4, isKnown);
    const [alone, taught] = [one(false), one(true)];
    expect(alone).toMatchObject({ wrong: 0, invented: 0 });
    expect(taught).toMatchObject({ wrong: 0, invented: 0 });
    expect(taught.right / taught.said).toBeGreaterThan(0.95);
    expect(taught.doubtful).toBeLessThanOrEqual(alone.doubtful);
  });
});

test('an adopted edition that joins and cuts paragraphs of its source reads as nobody has touched it', () => {
  const source = [
    ['The port is closed.', 'A new pier costs 40 million euros.'],
    ['The mayor resigned on Friday.'],
    ['Nobody was hurt in 2021.'],
  ];
  const edition = articleOf(
    [
      ['El puerto está cerrado.'],
      ['Un nuevo muelle cuesta 40 millones de euros.', 'El alcalde dimitió el viernes.'],
      ['Nadie resultó herido en 2021.'],
    ],
    'es',
  );
  const [aligned] = alignEditions([{ article: articleOf(source, 'en'), edition, file: 'edition.md' }]);
  const record = aligned?.record as EditionRecord;
  expect(absorb(record, edition, 'edition.md')).toEqual({ record, findings: [], edits: 0 });
});

test('a mark at the start of its sentence, in another delimiter or with another destination is the mark of the source', () => {
  const link = (id: string, words: string, to: string): Text => [
    { role: 'open', id, source: '[' },
    words,
    { role: 'close', id, source: `](${to})` },
  ];
  const emphasis = (id: string, words: string, delimiter: string): Text => [
    { role: 'open', id, source: delimiter },
    words,
    { role: 'close', id, source: delimiter },
  ];
  const source: Text = ['Last year ', ...link('1', 'Ana Torres', '/ana'), ' left the ', ...emphasis('2', 'old', '*'), ' quay in 2021.'];
  const edition: Text = [...link('1', 'Ana Torres', '/es/ana'), ' dejó en 2021 el muelle ', ...emphasis('2', 'viejo', '_'), '.'];
  const pair = { article: articleOf([[source]], 'en'), edition: articleOf([[edition]], 'es'), file: 'edition.md' };
  const [aligned] = alignEditions([pair]);
  expect(aligned?.record.blocks[0]?.segments[0]?.target?.text).toEqual(edition);
  expect(absorb(aligned?.record as EditionRecord, pair.edition, 'edition.md').edits).toBe(0);
});
