/** What this checkout has written, for when git brings back one of the two files and not the other. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../src/project/project.ts';
import { rememberPairs, writtenPairs } from '../../src/project/written.ts';
import { checkout } from '../support/checkout.ts';

const pair = (at: number) => ({ record: `record ${at}`, localized: `edition ${at}` });

test('the last states of an edition, newest first, each once; nothing where nothing was written', () => {
  const project = openProject(checkout({}).root);
  expect(writtenPairs(project, 'a.md')).toEqual([]);
  rememberPairs(project, 'a.md', [pair(1), pair(2)]);
  rememberPairs(project, 'a.md', [pair(2), pair(3)]);
  rememberPairs(project, 'b.md', [{ record: undefined, localized: 'own' }]);
  expect(writtenPairs(project, 'a.md')).toEqual([pair(3), pair(2), pair(1)]);
  expect(writtenPairs(project, 'b.md')).toEqual([{ record: undefined, localized: 'own' }]);
  for (let at = 4; at < 20; at++) rememberPairs(project, 'a.md', [pair(at)]);
  expect(writtenPairs(project, 'a.md')).toHaveLength(6);
});

test('a broken file is made anew', () => {
  const project = openProject(checkout({}).root);
  rememberPairs(project, 'a.md', [pair(1)]);
  writeFileSync(
    join(project.root, '.dragoman/written.db'),
    'no database at all, but longer than a header of SQLite, which is 100 bytes long '.repeat(3),
  );
  expect(writtenPairs(project, 'a.md')).toEqual([]);
  rememberPairs(project, 'a.md', [pair(2)]);
  expect(writtenPairs(project, 'a.md')).toEqual([pair(2)]);
});
