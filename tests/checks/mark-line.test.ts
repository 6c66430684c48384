import { expect, test } from 'vitest';
import type { Mark, TargetState, Text } from '../../src/article.ts';
import { linksCheck } from '../../src/checks/links.ts';
import { marksCheck } from '../../src/checks/marks.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { articleOf } from '../support/paragraphs.ts';

const mark = (role: 'open' | 'close', id: string, source: string): Mark => ({ role, id, source });
const strong = [mark('open', '1', '**'), mark('close', '1', '**')] as const;

/** Line and column of the findings about marks, of a target that its person has wrapped by hand. */
function places(source: Text, target: Text, output: string, state: TargetState = 'machine') {
  const article = articleOf([[source]]);
  const [segment] = article.blocks[0]?.segments ?? [];
  const targets = new Map([[segment?.id ?? '', { text: target, state, origin: { by: 'person' }, terms: [] } as const]]);
  return runChecks([marksCheck, linksCheck], { article, locale: 'es', targets }, { output }).map(({ check, line, column, got }) => [
    ...(check === 'links' ? [check] : []),
    ...[line, column, got?.[0]],
  ]);
}

test('a finding about a mark names the line of the mark, not that of its sentence', () => {
  const own = [mark('open', 'x', '**'), mark('close', 'x', '**')] as const;
  const source = ['The ', strong[0], 'port', strong[1], ' is closed since May and nobody was hurt.'];
  const target = ['El ', strong[0], 'puerto', strong[1], ' está cerrado desde mayo y ', own[0], 'nadie', own[1], ' resultó herido.'];
  expect(places(source, target, 'El **puerto** está cerrado\ndesde mayo y\n  **nadie** resultó\nherido.\n')).toEqual([
    [3, 3, '**'],
    [3, 10, '**'],
  ]);
  // A person's emphasis is told once.
  expect(places(source, target, 'El **puerto** está cerrado\ndesde mayo y\n  **nadie** resultó\nherido.\n', 'reviewed')).toEqual([
    [3, 3, '**'],
  ]);
});

test('a mark before the first word is on its line', () => {
  const link = [mark('open', 'x', '['), mark('close', 'x', '](/a)')] as const;
  const target = [link[0], 'El puerto', link[1], ' está cerrado.'];
  const placesOf = (state: TargetState) => places(['The port is closed.'], target, '# Puerto\n\n[El puerto\n](/a) está cerrado.\n', state);
  expect(placesOf('machine')).toEqual([
    [3, 1, '['],
    [4, 1, '](/a)'],
    ['links', 4, 1, '/a'],
  ]);
  expect(placesOf('reviewed')).toEqual([['links', 4, 1, '/a']]);
});

test('a mark that is lost has the place of its sentence', () => {
  expect(
    places(['The ', strong[0], 'port', strong[1], ' is closed.'], ['El puerto está cerrado.'], '\nEl puerto\nestá cerrado.\n'),
  ).toEqual([
    [2, 1, undefined],
    [2, 1, undefined],
  ]);
});

test('thousands of marks that the source has not: a hundred findings, each on its line, the last with how many more', () => {
  const target = Array.from({ length: 4_000 }, (_, at) => [
    `puerto ${at}\n`,
    { ...mark('open', `x${at}`, '**'), role: 'alone' as const },
  ]).flat();
  const article = articleOf([['The port is closed.']]);
  const [segment] = article.blocks[0]?.segments ?? [];
  const targets = new Map([[segment?.id ?? '', { text: target, state: 'machine', origin: { by: 'person' }, terms: [] } as const]]);
  const output = target.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('');
  const findings = runChecks([marksCheck], { article, locale: 'es', targets }, { output });
  expect(findings.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
  expect(findings.at(-1)?.message).toMatch(/, and 3,900 more in this sentence$/);
  expect(findings.at(-2)?.message).not.toContain('more in this sentence');
});
