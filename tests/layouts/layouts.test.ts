/** Layouts of real sites: each is said by the configuration, and its files are where the site's generator looks for them. */

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

interface Layout {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Each source, and where its Spanish edition belongs; null where it has none. */
  readonly files: Readonly<Record<string, string | null>>;
  /** A source under a new name, and where its edition belongs then. */
  readonly renamed: readonly [from: string, to: string, edition: string];
}

const layouts: readonly Layout[] = [
  {
    name: 'Hugo, a folder a language',
    config: { sources: [{ source: 'content/en/{slug}.md', edition: 'content/{locale}/{slug}.md' }] },
    files: { 'content/en/posts/a.md': 'content/es/posts/a.md', 'content/en/b.md': 'content/es/b.md' },
    renamed: ['content/en/b.md', 'content/en/posts/c.md', 'content/es/posts/c.md'],
  },
  {
    name: 'Hugo, suffixes, the default language without one',
    config: { sources: [{ source: 'content/{slug}.md', edition: 'content/{slug}.{locale}.md', exclude: [] }] },
    files: {
      'content/a.md': 'content/a.es.md',
      'content/_index.md': 'content/_index.es.md',
      'content/posts/b.md': 'content/posts/b.es.md',
    },
    renamed: ['content/a.md', 'content/c.md', 'content/c.es.md'],
  },
  {
    name: 'Hugo, page bundles with resources',
    config: { sources: [{ source: 'content/{slug}/index.md', edition: 'content/{slug}/index.{locale}.md' }] },
    files: { 'content/posts/a/index.md': 'content/posts/a/index.es.md', 'content/posts/a/notes.md': null, 'content/_content.gotmpl': null },
    renamed: ['content/posts/a/index.md', 'content/posts/b/index.md', 'content/posts/b/index.es.md'],
  },
  {
    name: 'suffixes with an underscore',
    config: { sources: [{ source: 'blog/{slug}.md', edition: 'blog/{slug}_{locale}.md' }] },
    files: { 'blog/a.md': 'blog/a_es.md' },
    renamed: ['blog/a.md', 'blog/b.md', 'blog/b_es.md'],
  },
  {
    name: 'Jekyll, _posts with a folder a language',
    config: { sources: [{ source: '_posts/en/{slug}.md', edition: '_posts/{locale}/{slug}.md' }] },
    files: { '_posts/en/2026-03-02-a.md': '_posts/es/2026-03-02-a.md' },
    renamed: ['_posts/en/2026-03-02-a.md', '_posts/en/2026-03-02-b.md', '_posts/es/2026-03-02-b.md'],
  },
  {
    name: 'Jekyll, _i18n beside _posts',
    config: { sources: [{ source: '_posts/{slug}.md', edition: '_i18n/{locale}/_posts/{slug}.md' }] },
    files: { '_posts/2026-03-02-a.md': '_i18n/es/_posts/2026-03-02-a.md' },
    renamed: ['_posts/2026-03-02-a.md', '_posts/2026-03-02-b.md', '_i18n/es/_posts/2026-03-02-b.md'],
  },
  {
    name: 'Docusaurus, blog and docs and pages',
    config: {
      sources: [
        { name: 'blog', source: 'blog/{slug}.md', edition: 'i18n/{locale}/docusaurus-plugin-content-blog/{slug}.md' },
        { name: 'docs', source: 'docs/{slug}.{md,mdx}', edition: 'i18n/{locale}/docusaurus-plugin-content-docs/current/{slug}.{md,mdx}' },
        { name: 'pages', source: 'src/pages/{slug}.md', edition: 'i18n/{locale}/docusaurus-plugin-content-pages/{slug}.md' },
      ],
    },
    files: {
      'blog/a.md': 'i18n/es/docusaurus-plugin-content-blog/a.md',
      'docs/a.md': 'i18n/es/docusaurus-plugin-content-docs/current/a.md',
      'docs/guide/b.mdx': 'i18n/es/docusaurus-plugin-content-docs/current/guide/b.mdx',
      'docs/_partial.md': null,
      'src/pages/about.md': 'i18n/es/docusaurus-plugin-content-pages/about.md',
    },
    renamed: ['docs/a.md', 'docs/guide/c.md', 'i18n/es/docusaurus-plugin-content-docs/current/guide/c.md'],
  },
  {
    name: 'Starlight, the root locale without a folder',
    config: { sources: [{ source: 'src/content/docs/{slug}.{md,mdx}', edition: 'src/content/docs/{locale}/{slug}.{md,mdx}' }] },
    files: {
      'src/content/docs/index.mdx': 'src/content/docs/es/index.mdx',
      'src/content/docs/guides/a.md': 'src/content/docs/es/guides/a.md',
      // Somebody's French, which nobody has configured.
      'src/content/docs/fr/guides/a.md': null,
      'src/content/docs/fr/index.mdx': null,
    },
    renamed: ['src/content/docs/guides/a.md', 'src/content/docs/guides/b.md', 'src/content/docs/es/guides/b.md'],
  },
  {
    name: 'names of folders that are no locales',
    config: {
      localeNames: { es: 'es_ES', en: 'en_US' },
      sources: [{ source: 'posts/{locale}/{slug}.md', edition: 'posts/{locale}/{slug}.md' }],
    },
    files: { 'posts/en_US/a.md': 'posts/es_ES/a.md' },
    renamed: ['posts/en_US/a.md', 'posts/en_US/b.md', 'posts/es_ES/b.md'],
  },
  {
    name: 'a folder that begins with a dot, and a README',
    config: { sources: [{ source: '.site/{slug}.md', edition: '.site/{locale}/{slug}.md' }] },
    files: { '.site/a.md': '.site/es/a.md', '.site/README.md': null },
    renamed: ['.site/a.md', '.site/b.md', '.site/es/b.md'],
  },
  {
    name: 'include and exclude',
    config: {
      sources: [{ source: 'text/{slug}.md', edition: 'text-{locale}/{slug}.md', include: ['news/**'], exclude: ['news/drafts/**'] }],
    },
    files: { 'text/news/a.md': 'text-es/news/a.md', 'text/news/drafts/b.md': null, 'text/other.md': null },
    renamed: ['text/news/a.md', 'text/news/c.md', 'text-es/news/c.md'],
  },
  {
    name: 'collections with other keys and other locales',
    config: {
      targetLocales: ['es', 'uk'],
      sources: [
        { name: 'news', source: 'news/{slug}.md', edition: 'news-{locale}/{slug}.md', frontMatter: { translate: ['headline'] } },
        { name: 'legal', source: 'legal/{slug}.md', edition: 'legal-{locale}/{slug}.md', locales: ['uk'] },
      ],
    },
    files: { 'news/a.md': 'news-es/a.md', 'legal/a.md': null },
    renamed: ['news/a.md', 'news/b.md', 'news-es/b.md'],
  },
];

const text = (file: string) => `---\ntitle: Of ${file}\nheadline: The head of ${file}\n---\n\nThe words of ${file}.\n`;

describe.each(layouts)('$name', ({ config, files, renamed }) => {
  test('is translated in place, proved fresh, renamed and pruned', async () => {
    const project = checkout(Object.fromEntries(Object.keys(files).map((file) => [file, text(file)])), config);
    const first = await project.run('translate', '--json');
    expect([first.code, first.stderr]).toEqual([0, '']);
    for (const [file, edition] of Object.entries(files)) {
      expect(project.read(file)).toBe(text(file));
      if (edition !== null) expect(project.read(edition)).toContain(`THE WORDS OF ${file.toUpperCase()}.`);
    }
    project.sent();
    expect((await project.run('translate', '--frozen')).code).toBe(0);

    const [from, to, edition] = renamed;
    mkdirSync(dirname(join(project.root, to)), { recursive: true });
    renameSync(join(project.root, from), join(project.root, to));
    const second = await project.run('translate', '--json');
    expect([second.code, second.summary.engine.characters, project.sent()]).toEqual([0, 0, []]);
    expect(project.read(edition)).toContain(`THE WORDS OF ${from.toUpperCase()}.`);
    expect(existsSync(join(project.root, files[from] ?? ''))).toBe(false);

    if (Object.keys(files).length > 1) {
      rmSync(join(project.root, to));
      // What is left of a collection without articles is a mistake of its configuration, told as such.
      const pruned = await project.run('prune', '--json');
      if (pruned.code === 0) expect(existsSync(join(project.root, edition))).toBe(false);
      else expect(pruned.stderr).toContain('matches no file');
    }
  });
});

test('keys and locales of a collection of its own', async () => {
  const { config, files } = layouts.at(-1) as Layout;
  const project = checkout(Object.fromEntries(Object.keys(files).map((file) => [file, text(file)])), config);
  await project.run('translate');
  expect(project.read('news-es/a.md')).toContain('title: Of news/a.md\nheadline: THE HEAD OF NEWS/A.MD');
  expect(project.read('legal-uk/a.md')).toContain('title: OF LEGAL/A.MD\nheadline: The head');
  expect(existsSync(join(project.root, 'legal-es/a.md'))).toBe(false);
  expect((await project.run('status')).stdout).toMatch(/^legal\/a +- +fresh/m);
});

describe('mistakes are told before anything is sent', () => {
  const source = { source: 'a/{slug}.md', edition: 'a-{locale}/{slug}.md' };
  test.each<[string, object, Record<string, string>, string]>([
    ['a pattern that matches nothing', { sources: [{ ...source, source: 'b/{slug}.md' }] }, {}, '"sources.0.source" matches no file'],
    ['two collections without a name', { sources: [source, source] }, {}, '"sources.1.name" is not usable'],
    [
      'two sources with one edition',
      { sources: [source, { ...source, name: 'b', source: 'b/{slug}.md' }] },
      { 'b/x.md': 'Another.\n' },
      'b/x.md: two sources would share one edition or one record',
    ],
    ['names that differ in case', { sources: [source] }, { 'a/X.md': 'Another.\n' }, 'a/X.md: two sources would share one edition'],
    ['a locale that the project has not', { sources: [{ ...source, locales: ['de'] }] }, {}, '"sources.0.locales" is not usable'],
    [
      'one name for two locales',
      { targetLocales: ['es', 'uk'], localeNames: { uk: 'es' } },
      {},
      '"localeNames" gives two locales one name',
    ],
  ])('%s', async (_, config, more, message) => {
    const project = checkout({ 'a/x.md': 'The words.\n', ...more }, config as Record<string, unknown>);
    const { code, stderr } = await project.run('translate');
    expect([code, project.sent()]).toEqual([2, []]);
    expect(stderr).toContain(message);
  });
});
