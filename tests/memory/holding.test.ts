import { expect, test } from 'vitest';
import type { EditionRecord } from '../../src/memory/record.ts';
import { openMemory } from '../../src/memory/store.ts';
import { segmentId, words } from '../../src/text.ts';

const record = (...sources: string[]): EditionRecord => ({
  slug: 'a',
  sourceLocale: 'en',
  locale: 'es',
  blocks: [
    {
      kind: 'paragraph',
      segments: sources.map((source) => ({
        id: segmentId([source], 1),
        source: [source],
        target: { text: ['…'], state: 'machine', origin: { by: 'engine' }, terms: [] },
      })),
    },
  ],
  additions: [],
  retired: [],
});

test.each<[string, boolean, string[]]>([
  ['Erdo', false, ['Erdogan said "no".', 'ERDOGAN IN ANKARA']],
  ['UN', true, ['The UN met.']],
  ['Єрус', false, ['У Єрусалимі', 'у єрусалимській']],
  ['%', false, []],
])('segments whose source holds %j', (letters, sameCase, expected) => {
  const memory = openMemory(':memory:');
  const sources = ['Erdogan said "no".', 'ERDOGAN IN ANKARA', 'The UN met.', 'We run under it.', 'У Єрусалимі', 'у єрусалимській'];
  memory.update([{ slug: 'a', path: 'a.xlf' }], () => record(...sources), { of: () => '1', isStill: () => false });
  expect([...memory.holding(letters, sameCase)].map(({ source }) => words(source))).toEqual(expected);
  memory.close();
});
