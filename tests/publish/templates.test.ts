/** A theme's module: templates in place of pieces of the pages, escaped, in each page's key, with errors that name template and page. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demandTrustedTheme } from '../../src/cli/trust.ts';
import { loadTemplates } from '../../src/publish/build/load-templates.ts';
import { buildSite } from '../../src/publish/build.ts';
import type { Html, HtmlValue } from '../../src/publish/page/html-tag.ts';
import type { ThemeModule } from '../../src/publish/page/template.ts';
import { strictHtml as html } from '../../src/publish/page/template-html.ts';
import { temporaryFolder } from './folder.ts';
import { dayOfNews, siteInput } from './newsroom.ts';

/** A site whose theme has a module of these templates: their code is the module's. */
async function newsroom(make: ThemeModule, before = '', files: Record<string, string> = {}) {
  const root = temporaryFolder();
  const all = dayOfNews(root);
  const drafts = { bees: all.bees ?? {}, 'night-ferry': all['night-ferry'] ?? {} };
  const theme = join(root, 'theme');
  mkdirSync(theme);
  const put = (name: string, text: string) => writeFileSync(join(theme, name), text);
  const write = (module: ThemeModule) => put('templates.ts', `${before}export default ${module};\n`);
  write(make);
  for (const [name, text] of Object.entries(files)) put(name, text);
  const out = join(root, 'site');
  const publish = { theme: { folder: 'theme', templates: 'templates.ts' }, perPage: 1 };
  const corrected = JSON.stringify(drafts).replaceAll(
    'tags: [nature]',
    'tags: [nature]\\ncorrection: Five hives, not four.\\nsection: Town',
  );
  const build = async () => {
    const input = siteInput(root, JSON.parse(corrected), { locales: ['en', 'es'], publish });
    return buildSite(input, { out, templates: await loadTemplates(theme, 'templates.ts') });
  };
  return { build, put, write, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

const NONE: ThemeModule = () => ({});

const PLACES: readonly [name: string, file: string, module: ThemeModule, expected: string][] = [
  [
    ...(['front', 'en/index.html'] as const),
    ({ html }) => ({ front: (view) => html`<b>${view.newspaper}|${view.total}|${view.topics.length}</b>${view.parts.news}` }),
    '<b>The Quillhaven Courier|2|3</b><div class="led',
  ],
  [
    ...(['second front', 'en/page/2/index.html'] as const),
    ({ html }) => ({ front: (view) => html`<b>${view.page} of ${view.pages}</b>${view.stories}${view.parts.pagination}` }),
    '<b>2 of 2</b><article class="story">',
  ],
  [
    ...(['section', 'es/section/town/index.html'] as const),
    ({ html }) => ({ section: (view) => html`<h1>${view.name}, ${view.slug}</h1>${view.stories}` }),
    '<h1>Town, town</h1><article class="story">',
  ],
  [
    ...(['topic', 'en/tag/nature/index.html'] as const),
    ({ html }) => ({ topic: (view) => html`${view.parts.header}<i>${view.path}</i>${view.parts.news}` }),
    '</header><i>/en/tag/nature/</i><div class="stories"',
  ],
  [
    ...(['author', 'es/author/nour-haddad/index.html'] as const),
    ({ html }) => ({ author: (view, original) => html`<i>${view.locale} ${view.direction}</i>${original()}` }),
    '<i>es ltr</i><header class="topic-head">',
  ],
  [
    ...(['notFound', 'es/404.html'] as const),
    ({ html }) => ({ notFound: (view) => html`<a href="${view.home}">${view.word('notFound.home')}</a>` }),
    '<a href="/es/">Ir a la portada</a>',
  ],
  [
    ...(['story', 'es/index.html'] as const),
    ({ html }) => ({ story: (view) => html`<p><a href="${view.href}">${view.headline}</a>${view.badges}</p>` }),
    '<p><a href="/es/night-ferry/">Los transbordadores',
  ],
  [
    ...(['masthead', 'es/bees/index.html'] as const),
    ({ html }) => ({ masthead: (view) => html`<header><a href="${view.home}">${view.newspaper}</a>${view.parts.languages}</header>` }),
    '<header><a href="/es/">The Quillhaven Courier</a><nav class="languages"',
  ],
  [
    ...(['foot', 'en/404.html'] as const),
    ({ html }) => ({ foot: (view) => html`<footer>${view.standing.length}${view.parts.feeds}</footer>` }),
    '<footer>0<nav aria-label="Feeds">',
  ],
  [
    ...(['article', 'en/night-ferry/index.html'] as const),
    ({ html }) => ({
      article: (view, original) =>
        view.state === 'source' && view.path.includes('ferry')
          ? html`${view.authors.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}<time>${view.date(view.published ?? '')}</time>${view.parts.body}`
          : original(),
    }),
    '<a href="/en/author/ada-lindqvist/">Ada Lindqvist</a><a href="/en/author/tom%C3%A0s-ribera/">Tomàs Ribera</a><time>March 22, 2026',
  ],
];

describe('a template', () => {
  it.each(PLACES)('takes the place of the %s on %s', async (_, file, make, expected) => {
    const { build, text } = await newsroom(make);
    await build();
    expect(text(file)).toContain(expected);
  });

  const FILES = [
    'en/index.html',
    'es/bees/index.html',
    'en/section/town/index.html',
    'en/tag/nature/index.html',
    'en/404.html',
    'index.html',
  ];

  it('is given the piece as the site makes it: one that hands it on changes no page', async () => {
    const handed = await newsroom(() => ({
      article: (_, original) => original(),
      front: (_, original) => original(),
      section: (_, original) => original(),
      topic: (_, original) => original(),
      author: (_, original) => original(),
      notFound: (_, original) => original(),
      story: (_, original) => original(),
      masthead: (_, original) => original(),
      foot: (_, original) => original(),
    }));
    const plain = await newsroom(NONE);
    await handed.build();
    await plain.build();
    for (const file of FILES) expect(handed.text(file)).toBe(plain.text(file));
  });

  it('can be put together of the pieces that the page has, without anything lost', async () => {
    const { build, text } = await newsroom(({ html }) => ({
      article: ({ parts }) => html`<article class="full">
${parts.header}
${parts.note}${parts.picture}${parts.contents}${parts.body}
${parts.corrections}${parts.slot}${parts.topics}${parts.share}${parts.related}${parts.next}</article>`,
      topic: ({ parts }) => html`${parts.header}
${parts.news}
${parts.pagination}`,
    }));
    const plain = await newsroom(NONE);
    await build();
    await plain.build();
    for (const file of [...FILES, 'en/night-ferry/index.html', 'es/feed.xml']) expect(text(file)).toBe(plain.text(file));
  });

  it('leaves the policy of the page, its metadata and its language as they are', async () => {
    const { build, text } = await newsroom(({ html }) => ({ article: (_, original) => html`<div class="own">${original()}</div>` }));
    const plain = await newsroom(NONE);
    await build();
    await plain.build();
    const head = (page: string) => page.slice(0, page.indexOf('<main'));
    expect(head(text('es/bees/index.html'))).toBe(head(plain.text('es/bees/index.html')));
    expect(text('es/bees/index.html')).toContain('<main id="Site-main" tabindex="-1">\n<div class="own"><article');
  });

  it('is part of what each page is made of, with what the module imports', async () => {
    const make = '({ html }) => ({ foot: () => html`<footer>' + '$' + '{words}</footer>` })';
    const site = await newsroom(make as unknown as ThemeModule, "import { words } from './words.ts';\n", {
      'words.ts': 'export const words: string = "first";\n',
    });
    await site.build();
    expect((await site.build()).files.written).toEqual([]);
    site.put('words.ts', 'export const words: string = "second";\n');
    expect((await site.build()).files.written).toEqual(expect.arrayContaining(['en/bees/index.html', 'es/index.html', 'en/404.html']));
    expect(site.text('en/bees/index.html')).toContain('<footer>second</footer>');
  });

  it.each<[string, ThemeModule, string, RegExp]>([
    ['throws', () => ({ article: (view) => (view as unknown as { none: Html[] }).none[0] as Html }), 'article', /^TypeError: Cannot read/],
    ['gives text', () => ({ article: (view) => view.headline as unknown as Html }), 'article', /^a string$/],
    ['gives nothing', () => ({ notFound: () => undefined as unknown as Html }), 'notFound', /^undefined$/],
    [
      'is async',
      () => ({ front: (async (_: unknown, original: () => Html) => original()) as unknown as () => Html }),
      'front',
      /^a promise$/,
    ],
    ['leaves out the text', ({ html }) => ({ article: (view) => html`<h1>${view.headline}</h1>` }), 'article', /^a page without it$/],
    ['puts text into a tag', ({ html }) => ({ story: (view) => html`<a href=${view.href}>x</a>` }), 'story', /without quotes around it/],
    ['shows an object', ({ html }) => ({ topic: (view) => html`<p>${view as unknown as Html}</p>` }), 'topic', /an object/],
  ])('that %s ends the build with its name and the page, and the site stays as it was', async (_, make, name, got) => {
    const site = await newsroom(NONE);
    await site.build();
    const before = site.text('en/bees/index.html');
    site.write(make);
    await expect(site.build()).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^The template "${name}" fails on /`)),
      got: expect.stringMatching(got),
    });
    expect(site.text('en/bees/index.html')).toBe(before);
  });

  it.each<[string, string, ThemeModule]>([
    ['note', '/es/bees/', ({ html }) => ({ article: ({ parts }) => html`${parts.header}${parts.body}${parts.corrections}` })],
    ['corrections', '/en/bees/', ({ html }) => ({ article: ({ parts }) => html`${parts.header}${parts.body}${parts.note}` })],
    ['corrected', '/en/bees/', ({ html }) => ({ article: ({ parts }) => html`${parts.body}${parts.note}${parts.corrections}` })],
  ])('may not leave out what readers have to know: %s', async (part, path, make) => {
    const { build } = await newsroom(make);
    await expect(build()).rejects.toMatchObject({
      message: `The template "article" fails on ${path}`,
      expected: `"${part}", which no page may leave out`,
    });
  });

  it('of a story may not leave out its badges', async () => {
    const { build } = await newsroom(({ html }) => ({ story: (view) => html`<a href="${view.href}">${view.headline}</a>` }));
    await expect(build()).rejects.toMatchObject({
      message: 'The template "story" fails on /en/bees/',
      expected: '"badges", which no page may leave out',
    });
  });
});

it('the example of the docs does what it says', async () => {
  const docs = readFileSync(new URL('../../docs/publishing.md', import.meta.url), 'utf8');
  const example = /^`theme\/templates\.ts`:\n\n```ts\n([\s\S]*?)```/m.exec(docs)?.[1] ?? '';
  const site = await newsroom(NONE);
  site.put('templates.ts', example);
  await site.build();
  const page = site.text('en/night-ferry/index.html');
  expect(page.indexOf('<figure class="hero')).toBeLessThan(page.indexOf('<h1>'));
  expect(page.indexOf('<figure class="hero')).toBeGreaterThan(0);
});

describe('a module', () => {
  it.each([
    ['is not there', undefined, 'nothing'],
    ['does not parse', 'export default (', /^SyntaxError/],
    ['has no default export', 'export const a = 1;', 'no default export'],
    ['is no function', 'export default {};', 'a default export that is no function'],
    ['gives no templates', 'export default () => undefined;', 'undefined'],
    ['names a piece that there is not', 'export default () => ({ sidebar: () => 1 });', 'sidebar'],
    ['has a template that is none', 'export default () => ({ story: 1 });', 'number'],
  ])('that %s is told of with its file', async (_, text, got) => {
    const folder = join(temporaryFolder(), 'theme');
    mkdirSync(folder);
    if (text !== undefined) writeFileSync(join(folder, 'own.mjs'), text);
    await expect(loadTemplates(folder, 'own.mjs')).rejects.toMatchObject({
      message: `The theme's module gives no templates: ${join(folder, 'own.mjs')}`,
      got: typeof got === 'string' ? got : expect.stringMatching(got),
    });
  });

  it('is code: that of a fork is not run', () => {
    const fork = { DRAGOMAN_TRUSTED: 'false' };
    expect(() => demandTrustedTheme('theme/own.mjs', {}, fork)).toThrow(
      'This checkout comes from a fork: theme/own.mjs is code, and not run',
    );
    expect(() => demandTrustedTheme('theme/own.mjs', { trusted: true }, fork)).not.toThrow();
    expect(() => demandTrustedTheme('theme/own.mjs', {}, {})).not.toThrow();
  });
});

describe('html', () => {
  const evil = '"><script>alert(1)</script>';
  it.each<[string, { markup: string }, string]>([
    ['text', html`<p>${evil}</p>`, '<p>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a quoted value', html`<a title="${'" onclick="x'}" href='${"'"}'>a</a>`, `<a title="&quot; onclick=&quot;x" href='&#39;'>a</a>`],
    ['a list', html`<ul>${['<', '>'].map((one) => html`<li>${one}</li>`)}</ul>`, '<ul><li>&lt;</li><li>&gt;</li></ul>'],
    ['nothing', html`<p>${false}${undefined}${null}${0}</p>`, '<p>0</p>'],
    ['attributes that are markup', html`<a${html` rel="x"`}${false}>a</a>`, '<a rel="x">a</a>'],
    ['a comparison of numbers', html`<p>1 < ${2}</p>`, '<p>1 < 2</p>'],
    [
      'a word that only looks like a handler',
      html`<p>a on= ${'b'}</p><p title="x onload=1">${'c'}</p>`,
      '<p>a on= b</p><p title="x onload=1">c</p>',
    ],
  ])('takes %s', (_, made, markup) => expect(made.markup).toBe(markup));

  it.each<[string, () => unknown]>([
    ['a value without quotes', () => html`<a href=${'x'}>a</a>`],
    ['a name of an attribute', () => html`<a ${'onclick'}="x">a</a>`],
    ['a name of an element', () => html`<p${'x'}>a</p>`],
    ['a value in a list in a tag', () => html`<a${['x']}>a</a>`],
    ['a value in a script', () => html`<script>${'x'}</script>`],
    ['a value in a style sheet', () => html`<style>${'x'}</style>`],
    ['a value in a comment', () => html`<!-- ${'x'} -->`],
    ['a style in an attribute', () => html`<p style="color: red">${'x'}</p>`],
    ['a handler', () => html`<p onclick="x()">a</p>`],
    ['a style element', () => html`<style>p { color: red }</style>`],
    ['a tag that is not closed', () => html`<p class="${'x'}`],
    ['an object', () => html`<p>${{ a: 1 } as unknown as HtmlValue}</p>`],
    ['a function', () => html`<p>${(() => 1) as unknown as HtmlValue}</p>`],
  ])('refuses %s', (_, make) => expect(make).toThrow(TypeError));
});
