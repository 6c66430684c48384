import fc from 'fast-check';
import type { Term } from '../../src/glossary/term.ts';

/** Any text that a cell can hold: not blank, not surrounded by white space. */
export const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const list = fc.option(
  fc.array(
    word.filter((text) => !/[\n\r]/.test(text)),
    { minLength: 1, maxLength: 3 },
  ),
  { nil: undefined },
);

export const term: fc.Arbitrary<Term> = fc
  .record({
    source: word,
    target: word,
    kind: fc.constantFrom(undefined, 'person', 'place', 'organization', 'term'),
    status: fc.constantFrom(undefined, 'preferred', 'admitted', 'forbidden', 'untranslated'),
    case: fc.constantFrom(undefined, 'any', 'exact'),
    forms: list,
    variants: list,
    forbidden: list,
    compounds: fc.constantFrom(undefined, true, false),
    indeclinable: fc.constantFrom(undefined, true, false),
    note: fc.option(word, { nil: undefined }),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Term);

export const terms = fc.array(term, { maxLength: 8 });
