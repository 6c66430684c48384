import { expect, test } from 'vitest';
import type { Engine } from '../../src/engines/engine.ts';
import { KnownError } from '../../src/errors.ts';
import { draftLocales, draftNote, standingNote } from '../../src/session/draft.ts';

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

test('drafts stand, and are told, also where a better engine is first: it was away, or came later', () => {
  const apertium: Engine = { name: 'apertium', quality: 'draft', translate: async ({ texts }) => [...texts] };
  const bergamot: Engine = { name: 'bergamot', translate: async ({ texts }) => [...texts] };
  const usable = [['bergamot', bergamot] as const, ['apertium', apertium] as const];
  const choices = ['es', 'ca'].map((locale) => ({ from: 'en', locale, usable, refused: [] }));
  const made = [
    { locale: 'es', engine: 'apertium', sentences: 2 },
    { locale: 'ca', engine: 'bergamot', sentences: 5 },
  ];
  expect(draftLocales(choices, made)).toEqual(['es']);
  expect(standingNote(choices, made)).toBe(
    'Draft quality: 2 sentences of es by apertium; "dragoman translate --again --from-engine apertium" has them made again.',
  );
  expect(standingNote(choices, made.slice(1))).toBeUndefined();
  // Where the draft engine is the first choice the run says so already.
  const alone = [{ from: 'en', locale: 'es', usable: usable.slice(1), refused: [] }];
  expect([draftLocales(alone, made), standingNote(alone, made)]).toEqual([['es'], undefined]);
});
