/** The configuration in every form that it may have. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const json = '{ "sourceLocale": "en", "targetLocales": ["es"] }';

describe('the nearest configuration is read, whatever form it has', () => {
  test.each([
    ['dragoman.config.json', `// comments are allowed\n${json}`],
    ['dragoman.config.yaml', 'sourceLocale: en\ntargetLocales: [es]\n'],
    ['dragoman.config.yml', 'sourceLocale: en # the newsroom\ntargetLocales:\n  - es\n'],
    ['dragoman.config.ts', `const to: readonly string[] = ['es'];\nexport default { sourceLocale: 'en', targetLocales: to };\n`],
    ['dragoman.config.mjs', `export default () => (${json});\n`],
    ['dragoman.config.js', `module.exports = ${json};\n`],
  ])('%s', (name, text) => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'deep/er'), { recursive: true });
    writeFileSync(join(root, name), text);
    const { config, root: found } = openProject(join(root, 'deep/er'));
    expect([found, config.sourceLocale, config.targetLocales]).toEqual([root, 'en', ['es']]);
  });
});

test("--config names one elsewhere: the folder is the project's all the same", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.config'));
  writeFileSync(join(root, '.config/news.yaml'), 'sourceLocale: en\ntargetLocales: [ca]\n');
  const { config, root: found } = openProject(root, '.config/news.yaml');
  expect([found, config.targetLocales]).toEqual([root, ['ca']]);
});

describe('mistakes are told with their place', () => {
  const root = temporaryFolder();
  test.each([
    ['dragoman.config.json', '{\n  "sourceLocale": "en",,\n}', /^dragoman\.config\.json:2: not JSON$/],
    ['dragoman.config.yaml', 'a: 1\nb: [\n', /^dragoman\.config\.yaml:2: not YAML$/],
    ['dragoman.config.yaml', 'sourceLocale: *en\n', /^dragoman\.config\.yaml:1: not YAML$/],
    ['dragoman.config.ts', 'throw new Error("no luck");', /^dragoman\.config\.ts: cannot be loaded$/],
    ['dragoman.config.mjs', 'export default async () => ({});', /^dragoman\.config\.mjs: the configuration is a promise$/],
    ['dragoman.config.yml', 'sourceLocale: 1\ntargetLocales: [es]\n', /^dragoman\.config\.yml: "sourceLocale" is not usable/],
  ])('%s', (name, text, message) => {
    writeFileSync(join(root, name), text);
    try {
      expect(() => openProject(root)).toThrow(message);
    } finally {
      rmSync(join(root, name));
    }
  });

  test('two of them', () => {
    for (const name of ['dragoman.config.json', 'dragoman.config.ts']) writeFileSync(join(root, name), json);
    expect(() => openProject(root)).toThrow(/has two configurations$/);
  });
});
