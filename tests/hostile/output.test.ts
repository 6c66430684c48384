/** What is printed goes to a disk that is full: the work is done all the same, and nobody takes half a report for a whole one. */

import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { checkout } from '../support/checkout.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const FULL = '/dev/full';

it.skipIf(!existsSync(FULL)).each(['translate', 'check', 'status'])('%s', (command) => {
  const { root } = checkout({ 'articles/en/a.md': '---\ntitle: A ferry\n---\n\nThe ferry is late.\n' });
  const full = openSync(FULL, 'w');
  const { status, stderr } = spawnSync(process.execPath, [MAIN, command, '--json'], {
    cwd: root,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^dragoman: not all that was to be printed could be written: .*\n$/);
  expect(existsSync(join(root, 'articles/es/a.md'))).toBe(command === 'translate');
});
