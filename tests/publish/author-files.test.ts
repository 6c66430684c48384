/** What the files of other generators tell of authors is on their pages, and names that stand in one text are told apart by it. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import { openProject } from '../../src/project/project.ts';
import { buildSite } from '../../src/publish/build.ts';
import { projectSite } from '../../src/publish/project-site.ts';
import { namesApart } from '../../src/publish/survey/joined-names.ts';
import { temporaryFolder } from './folder.ts';

async function site(files: Readonly<Record<string, string>>, config: object = {}) {
  const root = temporaryFolder();
  const written = {
    'dragoman.config.json': JSON.stringify({
      ...{ sourceLocale: 'en', targetLocales: ['es'], paths: { articles: 'news/{locale}/{slug}.md' } },
      publish: { title: 'The Courier', baseUrl: 'https://courier.example' },
      ...config,
    }),
    ...files,
  };
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const input = projectSite(openProject(root), { tools: { recordFormat, checks }, now: Date.parse('2026-03-23T12:00:00Z') });
  const { findings } = await buildSite(input, { out: join(root, 'site') });
  const read = (file: string) => readFileSync(join(root, 'site', file), 'utf8');
  return { findings, page: (path: string) => read(`${path}/index.html`), read };
}

const article = (author: string) => `---\ntitle: The ferry\ndate: 2026-03-20\nauthor: ${author}\n---\n\nWords.\n`;

const YAML = `ada:
  name: Ada Lindqvist
  title: Harbour editor
  bio: Writes of boats.
  avatar: https://pictures.example/ada.png
  email: ada@courier.example
  links:
    - label: Elsewhere
      url: https://social.example/@ada
`;

const FILES: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ['Jekyll', { '_data/authors.yml': YAML }],
  ['Docusaurus', { 'news/en/authors.yml': YAML.replace('bio:', 'description:').replace('avatar:', 'image_url:') }],
  [
    'Hugo, in one file',
    {
      'data/authors.toml':
        '[ada]\nname = "Ada Lindqvist"\nrole = "Harbour editor"\nbio = "Writes of boats."\nemail = "ada@courier.example"\nwebsite = "https://social.example/@ada"\n',
    },
  ],
  ['Hugo, in a file each', { 'data/authors/ada.yaml': YAML.replace('ada:\n', '').replaceAll(/^ {2}/gm, '') }],
  [
    'Eleventy',
    {
      '_data/authors.json': JSON.stringify({
        ada: {
          name: 'Ada Lindqvist',
          role: 'Harbour editor',
          bio: 'Writes of boats.',
          email: 'ada@courier.example',
          socials: { social: 'https://social.example/@ada' },
        },
      }),
    },
  ],
];

describe('a file of authors', () => {
  it.each(FILES)('of %s is told on their pages', async (_, files) => {
    const { page, read, findings } = await site({ ...files, 'news/en/ferry.md': article('ada'), 'news/es/ferry.md': article('ada') });
    const own = page('en/author/ada');
    for (const words of [
      'Ada Lindqvist',
      'Harbour editor',
      'Writes of boats.',
      'href="https://social.example/@ada"',
      'mailto:ada@courier.example',
    ])
      expect(own).toContain(words);
    expect(own).not.toContain('pictures.example');
    expect(page('es/author/ada')).toContain('<p class="bio" lang="en" dir="ltr">Writes of boats.');
    expect(page('en/ferry')).toContain('Ada Lindqvist');
    expect(read('en/feed.xml')).toContain('<name>Ada Lindqvist</name>');
    expect(read('en/feed.json')).toContain('"name": "Ada Lindqvist"');
    // What is told in the source's language alone.
    expect(findings.map(({ check, locale, expected }) => [check, locale, expected?.includes('authors.ada.bio')])).toEqual([
      ['strings', 'es', true],
    ]);
  });

  it('gives way to the configuration and to the newsroom’s own words', async () => {
    const { page } = await site(
      {
        '_data/authors.yml': YAML,
        'locales/en/ui.json': '{ "authors": { "ada": { "bio": "Writes of fish." } } }',
        'news/en/ferry.md': article('ada'),
      },
      { publish: { title: 'C', baseUrl: 'https://courier.example', authors: { ada: { links: ['https://own.example/'] } } } },
    );
    expect(page('en/author/ada')).toContain('Writes of fish.');
    expect(page('en/author/ada')).toContain('href="https://own.example/"');
    expect(page('en/author/ada')).not.toContain('social.example');
  });

  it('beside the editions of a language says it in that language, as Docusaurus has it', async () => {
    const i18n = 'i18n/es/docusaurus-plugin-content-blog';
    const { page, findings } = await site(
      {
        'blog/authors.yml': YAML,
        [`${i18n}/authors.yml`]: 'ada:\n  title: Redactora del puerto\n  description: Escribe de barcos.\n',
        'blog/ferry.md': article('ada'),
        [`${i18n}/ferry.md`]: article('ada'),
      },
      { paths: undefined, sources: [{ source: 'blog/{slug}.md', edition: 'i18n/{locale}/docusaurus-plugin-content-blog/{slug}.md' }] },
    );
    expect(page('es/author/ada')).toContain('<p class="bio">Escribe de barcos.');
    expect(page('es/author/ada')).toContain('Redactora del puerto');
    expect(page('es/author/ada')).toContain('Ada Lindqvist');
    expect(page('en/author/ada')).toContain('Writes of boats.');
    expect(findings.filter(({ check }) => check === 'strings')).toEqual([]);
  });

  it('that is none is passed over', async () => {
    const { page } = await site({
      '_data/authors.yml': 'a: [b',
      '_data/authors.json': '[{ "name": "A" }]',
      'news/en/ferry.md': article('ada'),
    });
    expect(page('en/author/ada')).toContain('ada');
  });
});

describe('names with a word between them', () => {
  const isKnown = (name: string) => ['Ada Lindqvist', 'Nour Haddad', 'Johnson', 'Marks and Sons', 'نور', 'آدا'].includes(name);
  it.each([
    ['en', 'Ada Lindqvist and Nour Haddad', ['Ada Lindqvist', 'Nour Haddad']],
    ['en', 'Ada Lindqvist & Nour Haddad', ['Ada Lindqvist', 'Nour Haddad']],
    ['es', 'Ada Lindqvist y Nour Haddad', ['Ada Lindqvist', 'Nour Haddad']],
    ['de', 'Ada Lindqvist und Nour Haddad', ['Ada Lindqvist', 'Nour Haddad']],
    ['ar', 'آدا ونور', ['آدا', 'نور']],
    ['en', 'Marks and Sons', ['Marks and Sons']],
    ['en', 'Smith and Wesson', ['Smith and Wesson']],
    ['en', 'Ada Lindqvist and Wesson', ['Ada Lindqvist and Wesson']],
  ])('in %s: %s', (locale, text, names) => {
    expect(namesApart([text], locale, isKnown)).toEqual(names);
  });

  it('are apart where a file knows both', async () => {
    const both = '_data/authors.yml';
    const { page } = await site({
      [both]: `${YAML}nour:\n  name: Nour Haddad\n`,
      'news/en/ferry.md': article('Ada Lindqvist and Nour Haddad'),
      'news/en/firm.md': article('Johnson and Johnson'),
    });
    expect(page('en/author/ada-lindqvist')).toContain('Writes of boats.');
    expect(page('en/author/nour-haddad')).toContain('Nour Haddad');
    expect(page('en/author/johnson-and-johnson')).toContain('Johnson and Johnson');
  });
});
