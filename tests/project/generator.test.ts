import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generatorOf } from '../../src/project/generator.ts';

const root = mkdtempSync(join(tmpdir(), 'dragoman-generator-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['docusaurus.config.ts', 'docusaurus'],
  ['mkdocs.yml', 'mkdocs'],
  ['myst.yml', 'myst'],
  ['hugo.toml', 'hugo'],
  ['_config.yml', 'kramdown'],
  ['package.json', undefined],
])('a folder with %s is %s', (file, dialect) => {
  const folder = join(root, file.replaceAll('.', '-'));
  mkdirSync(folder);
  writeFileSync(join(folder, file), '');
  expect(generatorOf(folder)?.dialect).toBe(dialect);
});
