import { expect, test } from 'vitest';
import { withoutStrayCapitals } from '../../src/engines/apertium/casing.ts';

test.each([
  ['a word behind one that stays', 'Measles is a disease.', 'Measles Es una enfermedad.', 'Measles es una enfermedad.'],
  ['the first word, gone to the middle', 'Across the country, AMs are worried.', 'AMs A través del país.', 'AMs a través del país.'],
  ['not a name in another form', 'The mayor of London spoke.', 'El alcalde de Londres Habló.', 'El alcalde de Londres Habló.'],
  [
    'nor an acronym spelled out',
    'It pushed into the UK market.',
    'Empujó al mercado del Reino Unido.',
    'Empujó al mercado del Reino Unido.',
  ],
  ['nor one behind a quotation', '"He struggles," City said.', '"Lucha," dijo Ciudad.', '"Lucha," dijo Ciudad.'],
  ['nor a name of two words at the start', 'Britain is open.', 'Gran Bretaña es abierta.', 'Gran Bretaña es abierta.'],
  [
    'nor one that belongs to another word',
    'Europe captain Bjorn knows.',
    'El capitán de Europa Bjorn sabe.',
    'El capitán de Europa Bjorn sabe.',
  ],
  ['not the start of a sentence', 'It rained. He left.', 'Llovió. Salió.', 'Llovió. Salió.'],
  ['nor of a quotation', 'He said: "we left" (later).', 'Dijo: "Salimos" (Más tarde).', 'Dijo: "Salimos" (Más tarde).'],
  ['nor what the source has', 'Zinke alleged that.', 'Dijo Zinke Alegado.', 'Dijo Zinke alegado.'],
  ['nor acronyms', 'The union met.', 'La UGT Se reunió.', 'La UGT se reunió.'],
  ['English has one for itself', 'Yesterday I left.', 'Dejé todo Ayer.', 'Dejé todo ayer.'],
])('%s', (_, source, answer, expected) => expect(withoutStrayCapitals([answer], [source])).toEqual([expected]));

test('marks stay where they are', () => {
  const mark = { role: 'alone', id: '1', source: '' } as const;
  expect(withoutStrayCapitals(['Measles', mark, ' Es una'], ['Measles is one'])).toEqual(['Measles', mark, ' es una']);
});
