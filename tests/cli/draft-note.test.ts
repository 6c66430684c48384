import { expect, test } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import { KnownError } from '../../src/errors.ts';
import { draftNote } from '../../src/session/draft.ts';

test('several locales are installed by one command; letters of a locale within another word stay', () => {
  const engine: Engine = { name: 'apertium', quality: 'draft', translate: async ({ texts }) => [...texts] };
  const choice = (locale: string) => ({
    from: 'en',
    locale,
    usable: [['apertium', engine]] as const,
    refused: [new KnownError('no model', { help: `Run: dragoman engines install ${locale}` })],
  });
  expect(draftNote([choice('es'), choice('ca')])).toBe(
    'Draft quality: es, ca by apertium. A better engine: dragoman engines install es ca',
  );
});
