import { parse } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Text } from '../../src/article.ts';
import { readStrings } from '../../src/strings/read.ts';
import { writeStrings } from '../../src/strings/write.ts';
import { marks, words } from '../../src/text.ts';
import { editionOf, readSample, type Sample } from './contract.ts';

const icu = (message: string): Sample => ({ file: 'm.json', format: { kind: 'icu' }, source: JSON.stringify({ a: message }) });

/** The message in a language, with what `translate` makes of each passage. */
function message(source: string, to: string, translate: (text: Text, path: string) => Text): string {
  return (JSON.parse(writeStrings(editionOf(readSample(icu(source), to), to, translate))) as { a: string }).a;
}

const said = (source: string, locale: string) =>
  readStrings(JSON.stringify({ a: source }), { locale, namespace: 'm', file: 'm.json', format: { kind: 'icu' } }).blocks.map(
    ({ segments }) => words(segments[0]?.text ?? []),
  );

test('an apostrophe before what is filled in is two; one within a word is as it was', () => {
  const french = message('the {name} is', 'fr', ([, name]) => ["l'", name as string, " n'est pas"]);
  expect(french).toBe("l''{name} n'est pas");
  expect(said(french, 'fr')).toEqual(["l' n'est pas"]);
});

test('what is syntax is quoted, # in a branch too', () => {
  const output = message('{n, plural, one {# item} other {# items}} left', 'es', (text) =>
    text.map((piece) => (typeof piece === 'string' ? ' #1 {x} ' : piece)),
  );
  expect(output).toBe("{n, plural, one {# '#'1 '{'x'}' } many {# '#'1 '{'x'}' } other {# '#'1 '{'x'}' }} #1 '{'x'}' ");
  expect(() => parse(output)).not.toThrow();
});

test('a branch that is made has the branches within it', () => {
  const source = '{n, plural, one {a {g, select, f {she} other {they}}} other {all {g, select, f {she} other {they}}}}';
  const output = message(source, 'uk', (text) => text.map((piece) => (typeof piece === 'string' ? piece.toUpperCase() : piece)));
  const branch = (first: string) => `{${first} {g, select, f {SHE} other {THEY}}}`;
  expect(output).toBe(`{n, plural, one ${branch('A')} few ${branch('ALL')} many ${branch('ALL')} other ${branch('ALL')}}`);
});

test('law: any words are written so that they are read back, with every placeholder', () => {
  const SOURCE = 'x {n, plural, =0 {none} one {# y {name}} other {# z}} {name} <b>t</b>';
  const any = fc.string({ unit: fc.constantFrom('a', ' ', "'", '{', '}', '#', '<', '>', 'é', '"', '\\', '|'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(any, fc.constantFrom('uk', 'ja', 'es'), (text, to) => {
      const own = `a${text}a`;
      const output = message(SOURCE, to, (passage) => passage.map((piece) => (typeof piece === 'string' ? own : piece)));
      const read = readStrings(JSON.stringify({ a: output }), { locale: to, namespace: 'm', file: 'm.json', format: { kind: 'icu' } });
      for (const { segments } of read.blocks) {
        const back = segments[0]?.text ?? [];
        // Words that look like a tag or a reference are read as one, and say the same.
        const whole = back.map((piece) =>
          typeof piece === 'string' ? piece : /^[<&]/.test(piece.source) && !/^<\/?b>$/.test(piece.source) ? piece.source : '\0',
        );
        expect(
          whole
            .join('')
            .split('\0')
            .every((part) => part === '' || part === own),
        ).toBe(true);
      }
      const names = read.blocks.flatMap(({ segments }) => marks(segments[0]?.text ?? []).map(({ source }) => source));
      expect(names.filter((name) => name === '{name}').length).toBe(to === 'ja' ? 1 : 2);
    }),
    // A tag between two words of quoted braces: read as one `{{...}}`, it was lost.
    { numRuns: 200, examples: [['}}{{', 'uk']] },
  );
});
