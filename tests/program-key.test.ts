import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { programKey } from '../src/program/key.ts';
import { version } from '../src/program/version.ts';

function folder(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { root, write };
}

test('the key of a checkout changes with the version, the lock and any source, and with nothing else', () => {
  const { root, write } = folder({
    'package.json': '{"version":"1.2.3"}',
    'package-lock.json': '{"sanitize":"1.0.0"}',
    'src/markdown/syntax.ts': 'export const table = true;',
    'src/publish/assets/style.css': 'p {}',
    'README.md': 'Read me',
  });
  expect(version(root)).toBe('1.2.3');
  const keys = [programKey(root)];
  write('README.md', 'Read me twice');
  write('tests/syntax.test.ts', 'test()');
  expect(programKey(root)).toBe(keys[0]);
  for (const [file, text] of [
    ['package.json', '{"version":"1.2.4"}'],
    ['package-lock.json', '{"sanitize":"1.0.1"}'],
    ['src/markdown/syntax.ts', 'export const table = null;'],
    ['src/publish/assets/style.css', 'p { }'],
    ['src/another.ts', ''],
  ] as const) {
    write(file, text);
    keys.push(programKey(root));
  }
  expect(new Set(keys).size).toBe(6);
});

test('the key of an installed package changes with the versions that are installed beside it', () => {
  const { root, write } = folder({
    'node_modules/dragoman/package.json': '{"version":"1.2.3"}',
    'node_modules/.package-lock.json': '{"sanitize":"1.0.0"}',
    'src/site.ts': 'a source of the newsroom',
  });
  const of = () => programKey(`${join(root, 'node_modules/dragoman')}/`);
  const before = of();
  write('src/site.ts', 'another');
  expect(of()).toBe(before);
  write('node_modules/.package-lock.json', '{"sanitize":"1.0.1"}');
  expect(of()).not.toBe(before);
});
