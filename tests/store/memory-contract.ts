/** What every memory holds to, of one checkout's records and of many desks. */

import { describe, expect, test } from 'vitest';
import type { Target, Text } from '../../src/article.ts';
import type { NearSentence } from '../../src/memory/fuzzy-matches.ts';
import type { Lookup } from '../../src/memory/recall.ts';
import type { EditionRecord } from '../../src/memory/record.ts';
import { segmentId, words } from '../../src/text.ts';

export interface MemoryBed {
  /** Takes an edition in, instead of what was known of it. */
  readonly put: (record: EditionRecord) => Promise<unknown>;
  readonly known: (texts: readonly Text[]) => Promise<Lookup>;
  readonly near: (text: Text, most: number) => Promise<NearSentence[]>;
  readonly holding: (words: string, side: 'source' | 'target') => Promise<readonly { readonly slug: string; readonly source: Text }[]>;
}

export const targetOf = (text: string, state: Target['state'] = 'machine', by: Target['origin']['by'] = 'engine'): Target => ({
  text: [text],
  state,
  origin: { by: state === 'machine' ? by : 'person' },
  terms: [],
});

export function recordOfPairs(slug: string, ...pairs: readonly [source: string, target: Target | undefined][]): EditionRecord {
  const segments = pairs.map(([source, target]) => ({ id: segmentId([source], 1), source: [source], ...(target && { target }) }));
  return { slug, sourceLocale: 'en', locale: 'es', blocks: [{ kind: 'paragraph', segments }], additions: [], retired: [] };
}

export const nowhere = { kind: 'paragraph', previous: undefined, next: undefined } as const;

/** @param bed for each test new */
export function remembersAsAgreed(name: string, bed: () => Promise<MemoryBed>): void {
  const said = async ({ known }: MemoryBed, text: string, context: Parameters<Lookup>[1] = nowhere) =>
    (await known([[text]]))([text], context).map((one) => [words(one.target.text), one.target.state, one.slug, one.inContext]);

  describe(`the memory ${name}`, () => {
    test('gives the targets of a sentence, in context before elsewhere, reviewed before machine', async () => {
      const one = await bed();
      await one.put(recordOfPairs('one', ['Before.', targetOf('Antes.')], ['Known.', targetOf('Sabida.')], ['After.', targetOf('Tras.')]));
      await one.put(recordOfPairs('two', ['Known.', targetOf('Conocida.', 'reviewed')], ['Untranslated.', undefined]));
      expect(await said(one, 'Known.')).toEqual([
        ['Conocida.', 'reviewed', 'two', false],
        ['Sabida.', 'machine', 'one', false],
      ]);
      const between = { kind: 'paragraph', previous: ['Before.'], next: ['After.'] } as const;
      expect((await said(one, 'Known.', between))[0]).toEqual(['Sabida.', 'machine', 'one', true]);
      expect(await said(one, 'Untranslated.')).toEqual([]);
      expect(await said(one, 'Unknown.')).toEqual([]);
    });

    test('knows of an edition what it says now', async () => {
      const one = await bed();
      await one.put(recordOfPairs('one', ['Known.', targetOf('Sabida.')], ['Gone.', targetOf('Ida.')]));
      await one.put(recordOfPairs('one', ['Known.', targetOf('Conocida.')]));
      expect(await said(one, 'Known.')).toEqual([['Conocida.', 'machine', 'one', true]]);
      expect(await said(one, 'Gone.')).toEqual([]);
    });

    test('gives no target in doubt, and marks between words as they are', async () => {
      const one = await bed();
      await one.put(recordOfPairs('one', ['Doubtful.', targetOf('Dudosa.', 'needs-review')]));
      expect(await said(one, 'Doubtful.')).toEqual([]);
      const marked: Text = ['The ', { role: 'open', id: '1', source: '**' }, 'port', { role: 'close', id: '1', source: '**' }, " isn't."];
      const record = recordOfPairs('two');
      await one.put({
        ...record,
        blocks: [{ kind: 'paragraph', segments: [{ id: 'x', source: marked, target: { ...targetOf(''), text: marked } }] }],
      });
      const [found] = (await one.known([marked]))(marked, nowhere);
      expect(found).toMatchObject({ source: marked, target: { text: marked } });
    });

    test('finds sentences like one, the likest first', async () => {
      const one = await bed();
      await one.put(
        recordOfPairs(
          'one',
          ['The harbour opens again on Monday.', targetOf('El puerto reabre el lunes.')],
          ['The harbour opens again on Tuesday morning.', targetOf('El puerto reabre el martes por la mañana.')],
          ['Nothing of it is like this.', targetOf('Nada.')],
        ),
      );
      const near = await one.near(['The harbour opens again on Tuesday.'], 5);
      expect(near.map(({ source }) => words(source)).sort()).toEqual([
        'The harbour opens again on Monday.',
        'The harbour opens again on Tuesday morning.',
      ]);
      expect(near.every(({ share }, at) => share >= 0.7 && share <= (near[at - 1]?.share ?? 1))).toBe(true);
      expect(await one.near(['Of quite another kind altogether.'], 5)).toEqual([]);
      expect(await one.near(['...'], 5)).toEqual([]);
    });

    test('shows where words were said, in the source and in the target', async () => {
      const one = await bed();
      await one.put(
        recordOfPairs('one', ['The harbour is closed.', targetOf('El puerto está cerrado.')], ['A road.', targetOf('Una carretera.')]),
      );
      const found = async (query: string, side: 'source' | 'target') =>
        (await one.holding(query, side)).map(({ slug, source }) => `${slug} ${words(source)}`);
      expect(await found('harbour is', 'source')).toEqual(['one The harbour is closed.']);
      expect(await found('puerto est', 'target')).toEqual(['one The harbour is closed.']);
      expect(await found('is harbour', 'source')).toEqual([]);
      expect(await found('nowhere', 'source')).toEqual([]);
    });
  });
}
