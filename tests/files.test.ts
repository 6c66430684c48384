import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveOver, writeAtomic } from '../src/files/write.ts';

test('a file that holds the same bytes already is not written again: build tools and stamps see no change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'deep/a.md');
  expect(writeAtomic(path, 'El puerto está cerrado.\n')).toBe(true);
  utimesSync(path, 1_000_000, 1_000_000);
  const { ino, mtimeMs } = statSync(path);
  expect(writeAtomic(path, 'El puerto está cerrado.\n')).toBe(false);
  expect(statSync(path)).toMatchObject({ ino, mtimeMs });
  // As long, and another.
  expect(writeAtomic(path, 'El puente está cerrado.\n')).toBe(true);
  expect([readFileSync(path, 'utf8'), readdirSync(join(folder, 'deep'))]).toEqual(['El puente está cerrado.\n', ['a.md']]);
});

test('what a symbolic link names is written, and the link stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeAtomic(join(folder, 'shared/real.md'), 'before');
  symlinkSync('shared/real.md', join(folder, 'link.md'));
  const link = join(folder, 'link.md');
  const said = () => ({ isLink: lstatSync(link).isSymbolicLink(), text: readFileSync(join(folder, 'shared/real.md'), 'utf8') });
  writeAtomic(link, 'after');
  expect(said()).toEqual({ isLink: true, text: 'after' });
  writeAtomic(join(folder, 'staged'), 'at last');
  moveOver(join(folder, 'staged'), link);
  expect(said()).toEqual({ isLink: true, text: 'at last' });
  expect(readdirSync(join(folder, 'shared'))).toEqual(['real.md']);
});
