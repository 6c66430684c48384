/** Terms that begin or end with a sign: the sign is part of the name, in the source, in the target and where a term is corrected. */

import { describe, expect, test } from 'vitest';
import { findTerms } from '../../src/glossary/match.ts';
import { repairTerm } from '../../src/glossary/repair.ts';
import { usesTerm } from '../../src/glossary/uses.ts';

const found = (text: string, sources: readonly string[], locale = 'en') =>
  findTerms(
    text,
    locale,
    sources.map((source) => ({ source })),
  )
    .filter(({ covered }) => !covered)
    .map(({ surface }) => surface);

describe('found in the source', () => {
  test.each([
    ['Canal+ pays, Canal does not.', ['Canal+'], ['Canal+']],
    ['Canal+ pays, Canal does not.', ['Canal'], ['Canal']],
    ['Canal+ pays, Canal does not.', ['Canal', 'Canal+'], ['Canal+', 'Canal']],
    ['He writes F#, C++ and C.', ['F#'], ['F#']],
    ['He writes F#, C++ and C.', ['C++'], ['C++']],
    ['He writes F#, C++ and C.', ['C'], ['C']],
    ['They use .NET and the NET channel.', ['.NET'], ['.NET']],
    ['ASP.NET runs, and ann@home is an address.', ['.NET', '@home'], []],
    ['Toys “R” Us and Toys "R" Us closed.', ['Toys "R" Us'], ['Toys “R” Us', 'Toys "R" Us']],
    ['They use .NET and the NET channel.', ['NET'], ['NET']],
    ['Wham! sang, and Wham was loud.', ['Wham!'], ['Wham!']],
    ['H&M and H & M are one; HM is not.', ['H&M'], ['H&M', 'H & M']],
    ['The Bond Note (BN) fell; the bond note rose.', ['Bond Note (BN)'], ['Bond Note (BN)']],
    ['Guns N’ Roses played.', ["Guns N' Roses"], ['Guns N’ Roses']],
    ['P!nk and Ke$ha sang.', ['P!nk', 'Ke$ha'], ['P!nk', 'Ke$ha']],
    ['An add-on can add a lot.', ['add'], ['add']],
    ['A check-in is quick; check it.', ['check'], ['check']],
    ['A part-time job, or part time work.', ['part time'], ['part-time', 'part time']],
    ['A part-time job, or part time work.', ['part-time'], ['part-time', 'part time']],
    ['A cancer-related death.', ['cancer'], ['cancer']],
    ['The Trump-backed bill.', ['Trump'], ['Trump']],
    ['Apple Inc. is here, Apple Inc too.', ['Apple Inc.'], ['Apple Inc', 'Apple Inc']],
    ['A Lego® brick.', ['Lego'], ['Lego']],
    ['A 3+3 rule and 2C+1.', ['C'], []],
  ])('%s · %j', (text, sources, expected) => {
    expect(found(text, sources)).toEqual(expected);
  });

  test('in a script without spaces', () => {
    expect(found('彼はC++とCを使う。', ['C'], 'ja')).toEqual(['C']);
    expect(found('彼はC++とCを使う。', ['C++'], 'ja')).toEqual(['C++']);
  });
});

describe('used in the target', () => {
  test.each([
    ['La cadena Canal+ cerró.', 'Canal+', 'es', 'exact'],
    ['La cadena Canal cerró.', 'Canal+', 'es', 'missing'],
    ['La cadena Canal+ cerró.', 'Canal', 'es', 'missing'],
    ['Er schreibt C++.', 'C', 'de', 'missing'],
    ['Er schreibt C++.', 'C++', 'de', 'exact'],
    ['El bono (BN) cayó.', 'bono (BN)', 'es', 'exact'],
    ['Працює на .NET щодня.', '.NET', 'uk', 'exact'],
    ['Le groupe Guns N’ Roses a joué.', "Guns N' Roses", 'fr', 'exact'],
  ])('%s · %s', (target, term, locale, verdict) => {
    expect(usesTerm(target, { target: term, source: term }, locale)).toBe(verdict);
  });
});

describe('corrected', () => {
  test.each([
    ['La cadena Canal cerró.', 'Canal+', 'Canal Plus', undefined],
    ['La cadena Canal+ cerró.', 'Canal+', 'Canal Plus', 'La cadena Canal Plus cerró.'],
    ['Usa Google Plus a diario.', 'Google Plus', 'Google+', 'Usa Google+ a diario.'],
    ['Usa C Sharp a diario.', 'C Sharp', 'C#', 'Usa C# a diario.'],
    ['El bono nacional cayó.', 'bono nacional', 'bono (BN)', 'El bono (BN) cayó.'],
    ['El Bono (BN) cayó.', 'Bono (BN)', 'Bono nacional', 'El Bono nacional cayó.'],
  ])('%s · %s → %s', (target, previous, term, expected) => {
    const repair = repairTerm([target], { target: term, source: term, kind: 'organization' }, 'es', { previous: [previous] });
    expect(repair?.text.join('')).toBe(expected);
  });
});
