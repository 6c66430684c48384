import { expect, test } from 'vitest';
import { splice } from '../src/splice.ts';

const over = (start: number, end: number, text: string) => ({ span: { start, end }, text });

test('edits in any order; everything between them stays', () => {
  expect(splice('abcdef', [over(4, 5, 'X'), over(0, 1, 'Y'), over(2, 2, '+')])).toBe('Yb+cdXf');
  expect(splice('abcdef', [over(12, 13, 'X')], 10)).toBe('abXdef');
});

test('an edit within one that is made already is left out: the outer one has its bytes', () => {
  expect(splice('abcdef', [over(1, 5, '...'), over(2, 3, 'X'), over(5, 6, '!')])).toBe('a...!');
});
