import { expect, test } from 'vitest';
import { findingLine } from '../../src/cli/finding-line.ts';
import type { Finding } from '../../src/finding.ts';

const screen = { color: false, shown: (file: string) => file };
const finding: Finding = {
  check: 'links',
  level: 'note',
  message: 'The footnote [^n] is not in the source',
  slug: 'a',
  file: 'es/a.md',
  line: 3,
};

test.each<[Partial<Finding>, string]>([
  [{ expected: ['/a/'], got: ['/b/', '/c/'] }, '\n    expected /a/; got /b/, /c/'],
  [{ expected: [], got: ['[^n]'] }, '\n    got [^n]'],
  [{ expected: ['[^n]'], got: [] }, '\n    expected [^n]'],
  [{ expected: [], got: [] }, ''],
])('of what was expected and got, a line shows what there is: %j', (sides, shown) => {
  expect(findingLine({ ...finding, ...sides }, screen)).toBe(`es/a.md:3  note  links: The footnote [^n] is not in the source${shown}`);
});
