/** One locale may be written in several ways; files of another of its names are not taken for those of a dropped locale. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { KnownError } from '../../src/errors.ts';
import { orphansOf } from '../../src/project/orphans.ts';
import { openProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function newsroom(config: object, ...files: readonly string[]): string {
  const root = temporaryFolder();
  const all = {
    'dragoman.config.json': JSON.stringify({ engine: 'pseudo', ...config }),
    ...Object.fromEntries(files.map((file) => [file, ''])),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), text);
  }
  return root;
}

const refusal = (root: string): KnownError | undefined => {
  try {
    openProject(root);
    return undefined;
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
};

test.each<[string, object, readonly string[], string]>([
  ['a code of three letters', { sourceLocale: 'en', targetLocales: ['es', 'cat'] }, ['locales/ca/articles/a.xlf'], 'Did you mean "ca"?'],
  ['an old code', { sourceLocale: 'en', targetLocales: ['iw'] }, ['articles/he/a.md'], 'Did you mean "he"?'],
  ['another case', { sourceLocale: 'en', targetLocales: ['ES-es'] }, ['articles/es-ES/a.md'], 'Did you mean "es-ES"?'],
  ['the source’s', { sourceLocale: 'eng', targetLocales: ['es'] }, ['articles/en/a.md'], 'Did you mean "en"?'],
  [
    'a folder with an underscore',
    { sourceLocale: 'en', targetLocales: ['pt-BR'] },
    ['articles/pt_BR/a.md'],
    'Add "localeNames": { "pt-BR": "pt_BR" }.',
  ],
  [
    'a collection of its own',
    { sourceLocale: 'en', targetLocales: ['ind'], sources: [{ source: 'content/en/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
    ['content/id/a.md'],
    'Did you mean "id"?',
  ],
])('a locale without a folder is refused where another name of it has one: %s', (_, config, files, help) => {
  expect(refusal(newsroom(config, ...files))?.help).toContain(help);
});

test.each<[string, object, readonly string[]]>([
  ['its own folder is there', { sourceLocale: 'en', targetLocales: ['zh-cn'] }, ['articles/zh-cn/a.md', 'articles/zh-CN/a.md']],
  ['both are configured', { sourceLocale: 'en', targetLocales: ['tl', 'fil'] }, ['articles/fil/a.md']],
  [
    'its folder has the name that is said',
    { sourceLocale: 'en', targetLocales: ['zh-CN'], localeNames: { 'zh-CN': 'zh_CN' } },
    ['articles/zh_CN/a.md'],
  ],
  ['the folder is of another locale', { sourceLocale: 'en', targetLocales: ['es-MX'] }, ['articles/es/a.md']],
  ['the other folder is empty', { sourceLocale: 'en', targetLocales: ['he'] }, ['articles/iw/2026/']],
  ['nothing is there yet', { sourceLocale: 'en', targetLocales: ['cat'] }, []],
])('it is not where %s', (_, config, files) => {
  expect(refusal(newsroom(config, ...files))).toBeUndefined();
});

test('what is not translated under the new name of its locale is nothing to prune', () => {
  const files = [
    'articles/en/a.md',
    'articles/en/b.md',
    'locales/cat/articles/a.xlf',
    'locales/cat/articles/b.xlf',
    'locales/eu/articles/a.xlf',
  ];
  const root = newsroom({ sourceLocale: 'en', targetLocales: ['ca'] }, ...files, 'locales/ca/articles/b.xlf');
  expect(orphansOf(openProject(root)).map(({ recordFile }) => recordFile)).toEqual([
    'locales/cat/articles/b.xlf',
    'locales/eu/articles/a.xlf',
  ]);
});

test.each([
  ['pt_BR', 'pt-BR'],
  ['en_us', 'en-US'],
  ['jp', 'ja'],
  ['ua', 'uk'],
  ['cz', 'cs'],
])('"%s" is no locale, and "%s" is meant', (written, meant) => {
  expect(() => parseConfig({ sourceLocale: 'fr', targetLocales: [written], engine: 'pseudo' }, 'dragoman.config.json')).toThrow(
    expect.objectContaining({ expected: `a BCP 47 locale; did you mean "${meant}"?` }),
  );
});
