/** `init` in repositories of other people: the right layout and languages, and no byte changed but in the two files of git. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nextLines } from '../../src/cli/init/cost-ahead.ts';
import { runInit } from '../../src/cli/init.ts';
import { packageManagerOf } from '../../src/project/detect/surroundings.ts';
import { articles, openProject } from '../../src/project/project.ts';
import { copySite, filesIn, git, siteNames } from '../support/sites.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The command in this process. */
async function init(cwd: string, options: Record<string, string | boolean> = {}) {
  const printed: object[] = [];
  const context = {
    ...{ cwd, json: true, color: false, env: {}, say: () => {}, stderr: { write: () => {} }, signal: new AbortController().signal },
    print: (line: string | object) => printed.push(line as object),
    shown: (file: string) => file,
  };
  const code = await runInit([], { yes: true, ...options }, context);
  // biome-ignore lint/suspicious/noExplicitAny: the summary's shape is what the tests assert
  return { code, printed, summary: printed.at(-1) as any };
}

function put(root: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const configOf = (root: string) => JSON.parse(readFileSync(join(root, 'dragoman.config.json'), 'utf8'));

/** For each site: the target locales, and by collection where sources and editions are. */
const found: Readonly<Record<string, readonly [targets: readonly string[], ...(readonly [source: string, edition: string])[]]>> = {
  'astro-folders': [['es'], ['src/content/blog/en/{slug}.md', 'src/content/blog/{locale}/{slug}.md']],
  docusaurus: [
    ['es'],
    ['blog/{slug}.md', 'i18n/{locale}/docusaurus-plugin-content-blog/{slug}.md'],
    ['docs/{slug}.{md,mdx}', 'i18n/{locale}/docusaurus-plugin-content-docs/current/{slug}.{md,mdx}'],
    ['src/pages/{slug}.md', 'i18n/{locale}/docusaurus-plugin-content-pages/{slug}.md'],
  ],
  'eleventy-folders': [['es'], ['src/en/{slug}.md', 'src/{locale}/{slug}.md']],
  'hugo-bundles': [['es'], ['content/{slug}.md', 'content/{slug}.{locale}.md']],
  'hugo-folders': [['es'], ['content/en/{slug}.md', 'content/{locale}/{slug}.md']],
  'hugo-suffixes': [['es'], ['content/{slug}.md', 'content/{slug}.{locale}.md']],
  'jekyll-folders': [['es'], ['_posts/en/{slug}.md', '_posts/{locale}/{slug}.md']],
  'jekyll-posts': [['es'], ['_posts/{slug}.md', '{locale}/_posts/{slug}.md']],
  starlight: [
    ['es', 'pt-BR'],
    ['src/content/docs/{slug}.{md,mdx}', 'src/content/docs/{locale}/{slug}.{md,mdx}'],
  ],
};

test('every site is known here', () => expect(siteNames).toEqual(Object.keys(found).sort()));

describe.each(siteNames)('%s', (name) => {
  test('is understood, and left as it is', async () => {
    const root = temporaryFolder();
    copySite(name, root);
    const before = filesIn(root);
    expect((await init(root)).code).toBe(0);

    const { targetLocales, sources, markdown } = configOf(root);
    const [targets, ...collections] = found[name] as [string[]];
    expect(targetLocales).toEqual(targets);
    expect(sources.map((one: { source: string; edition: string }) => [one.source, one.edition])).toEqual(collections);
    expect(markdown?.dialect).toBe(
      /^(?:docusaurus|hugo|starlight)/.exec(name)?.[0] ?? (name.startsWith('jekyll') ? 'kramdown' : undefined),
    );
    expect(articles(openProject(root)).map(({ file }) => file)).not.toContain('content/README.md');

    for (const [file, bytes] of filesIn(root)) {
      const was = before.get(file);
      if (was === undefined) expect(['dragoman.config.json', '.gitignore', '.gitattributes']).toContain(file);
      else if (file.startsWith('.git')) expect(bytes.toString().startsWith(was.toString())).toBe(true);
      else expect(bytes.equals(was), file).toBe(true);
    }
    expect(git(root, 'check-ignore', '.dragoman/journal.db').trim()).toBe('.dragoman/journal.db');
    const [article] = articles(openProject(root));
    expect(git(root, 'check-attr', 'merge', article?.file ?? '')).toContain('merge: dragoman');

    // Again, and nothing is added.
    const after = filesIn(root);
    expect((await init(root)).summary).toMatchObject({ written: 0, added: 0 });
    expect(filesIn(root)).toEqual(after);
  });
});

const CHANNELS = '---\ntitle: A\ntags: [Sea, 2026]\nsection: Town\nauthors:\n  - name: Ada\n    role: Reporter\n---\nWords.\n';

describe('other repositories', () => {
  const article = '---\ntitle: A\n---\nWords.\n';
  test.each<[string, Record<string, string>, object]>([
    [
      'an empty folder gets an article to begin with',
      {},
      { sourceLocale: 'en', targetLocales: ['es'], frontMatter: { translate: ['title', 'description'] } },
    ],
    [
      'MkDocs with suffixes',
      {
        'mkdocs.yml':
          'plugins:\n  - i18n:\n      docs_structure: suffix\n      languages:\n        - { locale: fr, default: true }\n        - { locale: en }\n',
        'docs/index.md': article,
        'docs/index.en.md': article,
      },
      { sourceLocale: 'fr', targetLocales: ['en'], sources: [{ source: 'docs/{slug}.md', edition: 'docs/{slug}.{locale}.md' }] },
    ],
    [
      'Next.js with i18n in its configuration, and i18next strings',
      {
        'next.config.js': "module.exports = { i18n: { locales: ['de', 'fr'], defaultLocale: 'de' } };\n",
        'content/de/a.mdx': article,
        'public/locales/de/common.json': '{ "a": "b" }\n',
      },
      {
        sourceLocale: 'de',
        targetLocales: ['fr'],
        sources: [{ source: 'content/de/{slug}.mdx', edition: 'content/{locale}/{slug}.mdx' }],
        strings: [{ edition: 'public/locales/{locale}/{namespace}.json' }],
      },
    ],
    [
      'Hugo with tables of strings',
      { 'hugo.toml': 'defaultContentLanguage = "de"\n', 'content/a.md': article, 'i18n/de.toml': '[more]\nother = "Mehr"\n' },
      { sourceLocale: 'de', strings: [{ edition: 'i18n/{locale}.toml' }] },
    ],
    [
      'Hugo with lists of strings in YAML',
      { 'hugo.toml': 'defaultContentLanguage = "de"\n', 'content/a.md': article, 'i18n/de.yaml': '- id: more\n  translation: Mehr\n' },
      { strings: [{ edition: 'i18n/{locale}.yaml', kind: 'hugo' }] },
    ],
    [
      'Docusaurus with its own strings written out',
      {
        'docusaurus.config.js': "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'es'] } };\n",
        'docs/a.md': article,
        'i18n/en/code.json': '{ "a": { "message": "More" } }\n',
        'i18n/en/docusaurus-theme-classic/navbar.json': '{ "b": { "message": "Docs" } }\n',
      },
      { strings: [{ edition: 'i18n/{locale}/{namespace}.json', kind: 'docusaurus' }] },
    ],
    [
      'Jekyll with data by language, and a plugin with a file a language',
      {
        '_config.yml': 'languages: [en, es]\n',
        '_posts/2026-01-02-a.md': article,
        '_data/en/menu.yml': 'home: Front page\n',
        '_data/authors.yml': 'ana: Ana\n',
        '_i18n/en.yml': 'more: More\n',
      },
      { strings: [{ edition: '_data/{locale}/{namespace}.yml' }, { name: 'i18n', edition: '_i18n/{locale}.yml' }] },
    ],
    [
      'messages of next-intl',
      {
        'next.config.mjs': 'export default {};\n',
        'package.json': '{ "dependencies": { "next-intl": "4.0.0" } }\n',
        'content/en/a.md': article,
        'content/es/a.md': article,
        'messages/en.json': '{ "a": "{n, plural, one {# reply} other {# replies}}" }\n',
      },
      { targetLocales: ['es'], strings: [{ edition: 'messages/{locale}.json', kind: 'icu' }] },
    ],
    [
      'VitePress with a root locale',
      {
        'docs/.vitepress/config.mts':
          "export default { locales: { root: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文' } } }\n",
        'docs/guide/a.md': article,
        'docs/zh-cn/guide/a.md': article,
      },
      {
        targetLocales: ['zh-CN'],
        localeNames: { 'zh-CN': 'zh-cn' },
        sources: [{ source: 'docs/{slug}.md', edition: 'docs/{locale}/{slug}.md' }],
      },
    ],
    [
      'folders of languages without a generator; the source is where most articles are',
      { 'posts/es/a.md': article, 'posts/es/b.md': article, 'posts/en/a.md': article, 'README.md': '# Us\n' },
      { sourceLocale: 'es', targetLocales: ['en'], sources: [{ source: 'posts/es/{slug}.md', edition: 'posts/{locale}/{slug}.md' }] },
    ],
    [
      'Jekyll collections without posts, the originals beside the folders of languages, one of which few sites have',
      {
        '_config.yml': 'collections:\n  guides:\n    output: true\n',
        ...Object.fromEntries(
          ['a', 'b', 'c'].flatMap((name) => [
            [`_guides/${name}.md`, '---\nlang: en\n---\n\nWords.\n'],
            ...['ar', 'es', 'pcm'].map((locale) => [`_guides/${locale}/${name}.md`, `---\nlang: ${locale}\n---\n\nWords.\n`]),
          ]),
        ),
        '_guides/bin/a.md': article,
        '_guides/bin/run.md': article,
        'docs/how-we-work.md': article,
      },
      {
        sourceLocale: 'en',
        targetLocales: ['ar', 'es', 'pcm'],
        sources: [{ source: '_guides/{slug}.md', edition: '_guides/{locale}/{slug}.md', exclude: ['**/README'] }],
      },
    ],
    [
      'Starlight whose folders are called otherwise than its languages: each language is there once, as the folders call it',
      {
        'astro.config.mjs':
          "import starlight from '@astrojs/starlight';\nexport default { locales: { root: { lang: 'en' }, 'pt-br': { lang: 'pt-BR' }, 'zh-cn': { lang: 'zh-CN' } } }\n",
        'src/content/docs/a.md': article,
        'src/content/docs/pt-BR/a.md': article,
        'src/content/docs/zh-cn/a.md': article,
      },
      {
        targetLocales: ['pt-BR', 'zh-CN'],
        localeNames: { 'zh-CN': 'zh-cn' },
        sources: [{ source: 'src/content/docs/{slug}.md', edition: 'src/content/docs/{locale}/{slug}.md' }],
      },
    ],
    [
      'Jekyll with a folder a language, each with its own posts; English is the source though Ukrainian has more',
      {
        '_config.yml': 'permalink: pretty\n',
        'en/news/_posts/2026-01-01-a.md': article,
        'en/about.md': article,
        'uk/news/_posts/2026-01-01-a.md': article,
        'uk/news/_posts/2026-01-02-b.md': article,
        'uk/about.md': article,
        'zh_cn/about.md': article,
      },
      {
        sourceLocale: 'en',
        targetLocales: ['uk', 'zh-CN'],
        localeNames: { 'zh-CN': 'zh_cn' },
        sources: [{ source: 'en/{slug}.md', edition: '{locale}/{slug}.md', exclude: ['**/README'] }],
      },
    ],
    [
      'a key that names the language is set in editions, and words in other keys are found',
      { 'content/a.md': '---\ntitle: A\nlang: en\nstandfirst: Words\nhero:\n  image_alt: A boat\nslug: no-words\n---\nWords.\n' },
      { frontMatter: { translate: ['title', 'description', 'standfirst', 'hero.image_alt'], set: { lang: '{locale}' } } },
    ],
    [
      "topics, sections and authors' roles are words where no generator makes addresses of them",
      { 'articles/en/a.md': CHANNELS, 'articles/es/a.md': CHANNELS },
      { frontMatter: { translate: ['title', 'description', 'tags[]', 'section', 'authors[].role'] } },
    ],
    [
      'where one does they are left alone',
      { 'hugo.toml': 'languageCode = "en"\n', 'content/a.md': CHANNELS },
      { frontMatter: { translate: ['title', 'description'] } },
    ],
  ])('%s', async (_, files, config) => {
    const root = put(temporaryFolder(), files);
    await init(root);
    expect(configOf(root)).toMatchObject(config);
    expect(() => articles(openProject(root))).not.toThrow();
  });

  test('languages may be named, and a workflow asked for', async () => {
    const root = put(temporaryFolder(), { 'content/a.md': article, 'pnpm-lock.yaml': '' });
    await init(root, { from: 'ca', to: 'es,pt-BR', workflow: true });
    expect(configOf(root)).toMatchObject({ sourceLocale: 'ca', targetLocales: ['es', 'pt-BR'] });
    expect(readFileSync(join(root, '.github/workflows/dragoman.yml'), 'utf8')).toContain('pnpm install --frozen-lockfile');
    await expect(init(root, { to: 'klingon' })).resolves.toMatchObject({ summary: { written: 0 } });
  });

  test('a folder of a workspace has the package manager of the lock file above it, in its repository', () => {
    const root = put(temporaryFolder(), {
      '.git/HEAD': '',
      'pnpm-lock.yaml': '',
      'apps/site/package.json': '{}',
      'apps/old/yarn.lock': '',
    });
    const names = ['', 'apps', 'apps/site', 'apps/old'].map((folder) => packageManagerOf(join(root, folder))?.name);
    expect(names).toEqual(['pnpm', 'pnpm', 'pnpm', 'yarn']);
    const alone = put(temporaryFolder(), { 'pnpm-lock.yaml': '', 'site/package.json': '{}' });
    expect(packageManagerOf(join(alone, 'site'))?.name).toBe('npm');
  });

  test('a dry run writes nothing, and what is there is kept', async () => {
    const root = put(temporaryFolder(), { 'content/a.md': article, '.gitignore': 'a\r\nb', '.gitattributes': '*.png binary\n' });
    const before = filesIn(root);
    await init(root, { 'dry-run': true });
    expect(filesIn(root)).toEqual(before);
    const { summary } = await init(root);
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('a\r\nb\r\n.dragoman/\r\n');
    expect(summary).toMatchObject({ written: 1, added: 2, ahead: { articles: 1, characters: 7, locales: ['es'] } });
  });
});

describe('sites of other generators and customs', () => {
  const article = '---\ntitle: Ferries\n---\n\nFerries leave at noon.\n';
  const layoutOf = async (files: Readonly<Record<string, string>>) => {
    const root = put(temporaryFolder(), files);
    expect((await init(root)).code).toBe(0);
    const { sourceLocale, targetLocales, localeNames, sources, markdown } = configOf(root);
    const found = articles(openProject(root)).map(({ file }) => file);
    return {
      sourceLocale,
      targetLocales,
      localeNames,
      sources: sources?.map((one: { source: string; edition: string }) => [one.source, one.edition]),
      markdown,
      found,
    };
  };

  test('Hexo has posts and pages in folders of its own, and is not Jekyll', async () => {
    const site = await layoutOf({
      '_config.yml': 'title: News\nlanguage: [en, es]\n',
      'scaffolds/post.md': article,
      'source/_posts/ferry.md': article,
      'source/about/index.md': article,
      'source/es/about/index.md': article,
    });
    expect(site.targetLocales).toEqual(['es']);
    expect(site.sources).toEqual([
      ['source/_posts/{slug}.md', 'source/_posts/{locale}/{slug}.md'],
      ['source/{slug}.md', 'source/{locale}/{slug}.md'],
    ]);
    expect(site.markdown).toBeUndefined();
    expect(site.found.sort()).toEqual(['source/_posts/ferry.md', 'source/about/index.md']);
  });

  test('Zola has its languages in config.toml and its sections in _index.md', async () => {
    const site = await layoutOf({
      'config.toml': 'base_url = "https://news.example"\ndefault_language = "en"\n[languages.ca]\n[languages.es]\n',
      'content/_index.md': '+++\ntitle = "News"\n+++\n',
      'content/_index.ca.md': '+++\ntitle = "Notícies"\n+++\n',
      'content/ferry.md': '+++\ntitle = "Ferries"\n+++\n\nFerries leave at noon.\n',
    });
    expect([site.sourceLocale, site.targetLocales]).toEqual(['en', ['ca', 'es']]);
    expect(site.sources).toEqual([['content/{slug}.md', 'content/{slug}.{locale}.md']]);
    expect(site.found.sort()).toEqual(['content/_index.md', 'content/ferry.md']);
  });

  test('VitePress: a folder that is rewritten to the root is the source of the root locale', async () => {
    const site = await layoutOf({
      'docs/.vitepress/config.ts':
        "export default { rewrites: { 'en/:rest*': ':rest*' }, locales: { root: { label: 'English', lang: 'en-US' }, es: { label: 'Español' } } };",
      'docs/en/ferry.md': article,
      'docs/en/harbour.md': article,
      'docs/es/ferry.md': article,
    });
    expect([site.sourceLocale, site.targetLocales]).toEqual(['en', ['es']]);
    expect(site.sources).toEqual([['docs/en/{slug}.md', 'docs/{locale}/{slug}.md']]);
  });

  test('MkDocs: a folder of documents that is written with a dot and a slash', async () => {
    const site = await layoutOf({
      'mkdocs.yml':
        'docs_dir: ./docs/\nplugins:\n  - i18n:\n      docs_structure: suffix\n      languages:\n        - locale: en\n          default: true\n        - locale: fr\n',
      'docs/index.md': article,
      'docs/index.fr.md': article,
    });
    expect(site.sources).toEqual([['docs/{slug}.md', 'docs/{slug}.{locale}.md']]);
  });

  test('a folder a language beside the folder of the articles; what is called as a language by chance is none', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`pages/common/${at}.md`, article]));
    const site = await layoutOf({
      ...many,
      'pages/common/get.md': article,
      'pages/common/get.sh.md': article,
      'pages.es/common/1.md': article,
      'pages.pt_BR/common/2.md': article,
    });
    expect(site.targetLocales).toEqual(['es', 'pt-BR']);
    expect(site.localeNames).toEqual({ 'pt-BR': 'pt_BR' });
    expect(site.sources).toEqual([['pages/{slug}.md', 'pages.{locale}/{slug}.md']]);
    const suffixed = await layoutOf({ ...many, 'pages/common/get.md': article, 'pages/common/get.sh.md': article });
    expect(suffixed.targetLocales).not.toContain('sr-Latn');
  });

  test('a language that is called by its country', async () => {
    const site = await layoutOf({ 'content/ferry.md': article, 'content/ferry.cn.md': article, 'content/ferry.es.md': article });
    expect(site.targetLocales).toEqual(['zh-CN', 'es']);
    expect(site.localeNames).toEqual({ 'zh-CN': 'cn' });
  });

  test('papers for machines are no articles, and what cannot be counted is not', async () => {
    const root = put(temporaryFolder(), { 'CLAUDE.md': article, 'AGENTS.md': article });
    const { summary } = await init(root);
    expect(summary.articles ?? 0).toBe(0);
    expect(nextLines({ articles: 0, locales: [], characters: 0, handMade: 0, prices: { Google: 0 } }, 'npx').at(-1)).toMatch(
      /once there are some$/,
    );
  });
});
