/** The lines that a project needs in the files of git. */

import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { mergeAttributes, missingLines } from '../../src/project/git-files.ts';

const globs = (config: object) =>
  mergeAttributes(parseConfig({ sourceLocale: 'en', targetLocales: ['es'], ...config }, 'dragoman.config.json'))
    .map((line) => line.replace(' merge=dragoman', ''))
    .filter((glob) => !glob.startsWith('locales/'));

test('records and glossaries, and articles where they are', () => {
  expect(mergeAttributes(parseConfig({ sourceLocale: 'en', targetLocales: ['es'] }, 'dragoman.config.json'))).toEqual([
    'articles/*/**/*.md merge=dragoman',
    'locales/*/articles/**/*.xlf merge=dragoman',
    'locales/*/strings/**/*.xlf merge=dragoman',
    'locales/*/glossary*.csv merge=dragoman',
  ]);
});

test.each<[string, string, string[]]>([
  ['content/{slug}.md', 'content/{slug}.{locale}.md', ['content/**/*.md']],
  ['content/en/{slug}.md', 'content/{locale}/{slug}.md', ['content/*/**/*.md']],
  ['docs/{slug}.{md,mdx}', 'docs/{locale}/{slug}.{md,mdx}', ['docs/**/*.md', 'docs/**/*.mdx']],
  ['blog/{slug}.md', 'i18n/{locale}/blog/{slug}.md', ['blog/**/*.md', 'i18n/*/blog/**/*.md']],
  ['_posts/{slug}.md', '{locale}/_posts/{slug}.md', ['_posts/**/*.md', '*/_posts/**/*.md']],
])('%s and %s', (source, edition, expected) => {
  expect(globs({ sources: [{ source, edition }] })).toEqual(expected);
});

test('lines that are there, however they are written, are not added', () => {
  expect(missingLines('node_modules\r\n/.dragoman\r\n', ['.dragoman/'])).toEqual([]);
  expect(missingLines('a/**/*.md   merge=dragoman\n', ['a/**/*.md merge=dragoman', 'b merge=dragoman'])).toEqual(['b merge=dragoman']);
});
