/** What every engine must do, whatever it is: run by each engine's own test. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Mark, Text } from '../../src/article.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/errors.ts';
import { fromFragment, marks, toFragment, words } from '../../src/text.ts';

export interface ContractOptions {
  /** The pair to translate; default en -> es. */
  readonly from?: string;
  readonly to?: string;
  /** How many random texts to try; an engine with a process or a server behind it takes few. */
  readonly runs?: number;
}

/** @param open makes a new engine; the suite closes it */
export function engineContract(name: string, open: () => Engine | Promise<Engine>, options: ContractOptions = {}): void {
  const { from = 'en', to = 'es', runs = 20 } = options;
  let opened: Promise<Engine> | undefined;
  const engine = () => (opened ??= Promise.resolve(open()));
  const translate = async (...texts: string[]) => (await engine()).translate({ texts, from, to }, new AbortController().signal);
  const one = async (text: string) => (await translate(text))[0] ?? '';

  describe(`${name}: the contract of engines`, () => {
    afterAll(async () => (await opened)?.close?.());

    test('has a name', async () => expect((await engine()).name).not.toBe(''));

    test('answers one text for each, in order', async () => {
      const answers = await translate('The number is 11.', 'The number is 22.', 'The number is 33.');
      expect(answers.map((answer) => answer.match(/\d+/)?.[0])).toEqual(['11', '22', '33']);
    });

    test('answers equal texts and a text among others alike', async () => {
      const [first, , third] = await translate('The river is long.', 'Nothing happened on 5 May.', 'The river is long.');
      expect(third).toBe(first);
      expect(await one('The river is long.')).toBe(first);
    });

    test('no texts, no answers', async () => expect(await translate()).toEqual([]));

    test('an empty text and white space stay as they are', async () => expect(await translate('', ' ')).toEqual(['', ' ']));

    test.each([
      'The <g id="1">prime minister</g> spoke.',
      '<g id="1">The whole sentence is strong.</g>',
      'The <g id="1">big <g id="2">red</g> house</g> burned.',
      'Run <x id="1"/> and read <x id="2"/>.',
      '<x id="1"/>',
      '<g id="1"><x id="2"/></g> shows the bridge.',
      'A note<x id="1"/> and <g id="2">two</g> <g id="3">links</g>.',
      'A <x id="open-1"/>half open mark and a half<x id="close-2"/> closed one.',
      'Read <g id="1">the report</g>, <g id="2">the reply</g> and <g id="3">the ruling</g>.',
    ])('keeps the marks of %s', async (text) => expect(tags(await one(text))).toEqual(tags(text)));

    test('a mark of words is never left empty', async () => {
      for (const text of [
        'She will <g id="1">not</g> come.',
        'He <g id="1">will</g> come.',
        '<g id="1">It</g> rained.',
        'He <g id="1">does</g> not know.',
      ])
        expect(await one(text)).not.toMatch(/<g id="1">\s*<\/g>/);
    });

    test('keeps edge white space and the spaces around marks', async () => {
      expect(await one(' The river is long. ')).toMatch(/^ \S.*\S $/);
      expect(await one('The river<x id="1"/> is <x id="2"/> long.')).toMatch(/\S<x id="1"\/>.* <x id="2"\/> /);
    });

    test('entities are decoded once: what stands escaped in the text stands escaped in the answer', async () => {
      const answer = await one('The code &amp;lt;b&amp;gt; and 3 &lt; 5 &amp; 7 &gt; 2.');
      expect(plain(answer)).toContain('&lt;');
      expect(plain(answer)).toMatch(/3 < 5.*7 > 2/);
      expect(toFragment(fromFragment(answer, []))).toBe(answer);
    });

    test.each([
      ['emoji and characters beyond the BMP', 'The goal 👩‍👩‍👧 was late 😀 and 𝒜 won.', ['👩‍👩‍👧', '😀', '𝒜']],
      ['bidirectional text', 'The word שלום and the word العالم ended.', ['שלום', 'العالم']],
      ['accents and combining letters', 'São Tomé and Zoë met Wx\u0303.', ['Wx\u0303']],
      [
        'signs that mean something to some format',
        'The signs ^ $ @ [ ] { } \\ * # ~ | _ ` = + stay.',
        ['^', '$', '@', '[', ']', '{', '}', '\\', '*', '#', '~', '|', '_', '`', '=', '+'],
      ],
      ['quotation marks', '“We won,” she said.', ['“', '”']],
      ['figures and currencies', 'It cost €40,000 in 2019.', ['€', '40,000', '2019']],
      [
        'addresses',
        'Write to desk@example.org or see https://example.org/a?b=c_d#e today.',
        ['desk@example.org', 'https://example.org/a?b=c_d#e'],
      ],
      ['no-break spaces', 'It was 10\u00a0km away.', ['10\u00a0km']],
    ])('keeps %s', async (_, text, kept) => {
      const answer = plain(await one(toFragment([text])));
      for (const part of kept) expect(answer).toContain(part);
    });

    test('new lines do not shift texts', async () => {
      const answers = await translate('The number\nis 11.', 'The number is 22.\n', '\n\nThe number is 33.');
      expect(answers.map((answer) => answer.match(/\d+/)?.[0])).toEqual(['11', '22', '33']);
    });

    test('a long text comes back whole', async () => {
      const long = Array.from({ length: 120 }, (_, at) => `The train number ${at + 1000} left the station.`).join(' ');
      const answer = await one(long);
      for (let at = 0; at < 120; at++) expect(answer).toContain(String(at + 1000));
    });

    test('any text comes back with its marks, well formed', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 4 }), async (texts) => {
          const fragments = texts.map(toFragment);
          const answers = await translate(...fragments);
          expect(answers).toHaveLength(texts.length);
          for (const [at, answer] of answers.entries()) {
            expect(tags(answer), fragments[at]).toEqual(tags(fragments[at] ?? ''));
            expect(toFragment(fromFragment(answer, []))).toBe(answer);
            if (words(texts[at] as Text).trim() !== '') expect(plain(answer).trim()).not.toBe('');
          }
        }),
        { numRuns: runs, seed: 4 },
      );
    });

    test('an aborted signal rejects with kind aborted, and the engine works on', async () => {
      const started = await engine();
      const before = started.translate({ texts: ['The river is long.'], from, to }, AbortSignal.abort());
      await expect(before).rejects.toMatchObject({ kind: 'aborted' });
      const control = new AbortController();
      const during = started.translate({ texts: Array(50).fill('The river is long and the road is short.'), from, to }, control.signal);
      control.abort();
      // An engine that works at once may have answered already.
      const outcome = await during.catch((error: unknown) => error);
      if (!Array.isArray(outcome)) {
        expect(outcome).toBeInstanceOf(EngineError);
        expect(outcome).toMatchObject({ kind: 'aborted' });
      }
      expect((await one('The number is 44.')).match(/\d+/)?.[0]).toBe('44');
    });
  });
}

/** The marks, sorted; each closing tag counts. */
function tags(fragment: string): string[] {
  return marks(fromFragment(fragment, []))
    .map((mark) => `${mark.role} ${mark.id}`)
    .sort();
}

const plain = (fragment: string) => words(fromFragment(fragment, []));

const anyWords = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('the', 'red', 'house', 'said', 'minister', 'of', 'London', 'quickly', '3.5%', 'will', 'not', "it's"),
      },
      { weight: 2, arbitrary: fc.constantFrom('$5', 'a/b', '[', '*', '\\', '&', '<', '😀', 'é', '"', '—', '^', '.', '?', 'X-12') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !/\p{Cc}/u.test(text)) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));

/** A text whose pairs nest. */
const anyText: fc.Arbitrary<Text> = fc
  .array(fc.oneof(anyWords, fc.constant('('), fc.constant(')'), fc.constant('alone')), { minLength: 1, maxLength: 7 })
  .map((list) => {
    const text: (string | Mark)[] = [];
    const open: string[] = [];
    let count = 0;
    for (const piece of list) {
      if (piece === '(') {
        open.push(String(++count));
        text.push({ role: 'open', id: String(count), source: '' });
      } else if (piece === ')') {
        const id = open.pop();
        if (id !== undefined) text.push({ role: 'close', id, source: '' });
      } else if (piece === 'alone') text.push({ role: 'alone', id: String(++count), source: '' });
      else text.push(piece, ' ');
    }
    for (const id of open.reverse()) text.push({ role: 'close', id, source: '' });
    return text;
  });
