import fc from 'fast-check';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeStrings } from '../../src/strings/write.ts';
import { editionOf, readSample, type Sample } from './contract.ts';

const YAML = `plain: one   # a comment
single: 'one'
double: "one"
flow: { a: one, b: [one, 'one'] }
literal: |-
  one
folded: >-
  one
last: one`;

const TOML = `basic = "one" # a comment
literal = 'one'
lines = """
one"""
raw = '''
one'''
table = { a = "one", b = ['one'] }
`;

/** Any words, with what is syntax somewhere; a value has no line ends and no white space at its edges. */
const anyWords = fc
  .string({ unit: fc.constantFrom(...'aé ,:#\'"\\[]{}&*!|>%@`-?~=0\u{1f600}<'), minLength: 1, maxLength: 10 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

function values(sample: Sample, words: string): string {
  return writeStrings(editionOf(readSample(sample), 'es', () => [words]));
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

test('any words in a value of YAML are what its parsers read, 1.2 and 1.1', () => {
  const sample: Sample = { file: 'x.yml', source: YAML };
  fc.assert(
    fc.property(anyWords, (words) => {
      const output = values(sample, words);
      expect(leaves(parse(output))).toEqual(Array(9).fill(words));
      expect(leaves(parse(output, { version: '1.1' }))).toEqual(Array(9).fill(words));
      expect(output).toContain('# a comment');
    }),
    { numRuns: 300 },
  );
});

test('any words in a value of TOML are what its parser reads', () => {
  const sample: Sample = { file: 'x.toml', source: TOML };
  fc.assert(
    fc.property(anyWords, (words) => {
      const output = values(sample, words);
      expect(leaves(getStaticTOMLValue(parseTOML(output)))).toEqual(Array(6).fill(words));
      expect(output).toContain('# a comment');
    }),
    { numRuns: 300 },
  );
});
