/** MDX that does not parse keeps one article from the site, and no other; what sites write though MDX has it not is read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

/** Articles as `.mdx` files. */
function input(root: string, texts: Readonly<Record<string, string>>) {
  const drafts = Object.fromEntries(
    Object.entries(texts).map(([slug, body]) => [slug, { en: { text: `---\ntitle: ${slug}\n---\n\n${body}\n` } }]),
  );
  const made = siteInput(root, drafts, { locales: ['en'] });
  const mdx = (file: string) => file.replace(/\.md$/, '.mdx');
  const articles = made.articles.map((article) => ({
    ...article,
    files: article.files.map(({ locale, file }) => ({ locale, file: mdx(file) })),
    load: () => {
      const { slug, editions } = article.load();
      return { slug, editions: editions.map((edition) => ({ ...edition, file: mdx(edition.file) })) };
    },
  }));
  return { ...made, articles };
}

it.each([
  ['a tag that is not closed', '<Tabs>\n\ntext', 5],
  ['a tag that is closed too late', 'text\n\n<Tab>\n\na\n\n</Tab><Tab>b</Tab>\n</Tabs>', 11],
  ['a brace that is not closed', 'text {a', 5],
  ['an expression that is none', 'text\n\n{a b}', 7],
  ['details that never end', '<details><summary>S</summary>\n\ntext', 5],
])('%s: the article is told of with its line, and all others are published', async (_, body, line) => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const { findings, articles } = await buildSite(input(root, { bad: body, good: 'Words.' }), { out });
  expect(articles).toBe(1);
  expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
    { slug: 'bad', file: 'articles/en/bad.mdx', line, message: expect.stringMatching(/^MDX that does not parse/) },
    { slug: 'bad', message: 'The edition has 1 finding at error level; it is not published' },
  ]);
  expect(siteFiles(out)).toContain('en/good/index.html');
  expect(siteFiles(out)).not.toContain('en/bad/index.html');
});

it('an article that was good stays as it was, with a link to it', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  await buildSite(input(root, { bad: 'Good words.', good: '[bad](bad.mdx)' }), { out });
  await buildSite(input(root, { bad: '<Tab>', good: '[bad](bad.mdx) again' }), { out });
  expect(readFileSync(join(out, 'en/bad/index.html'), 'utf8')).toContain('<p>Good words.</p>');
  expect(readFileSync(join(out, 'en/good/index.html'), 'utf8')).toContain('<a href="/en/bad/">bad</a> again');
});

it('HTML comments and anchors behind headings are read as sites read them', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const { findings } = await buildSite(input(root, { a: 'One <!-- no { word --> two [x](#own).\n\n## Head {#own}\n\nText.' }), { out });
  expect(findings).toEqual([]);
  const body = /<!--body-->([\s\S]*)<!--\/body-->/.exec(readFileSync(join(out, 'en/a/index.html'), 'utf8'))?.[1];
  expect(body).toBe('<p>One  two <a href="#own">x</a>.</p>\n<h2 id="own">Head</h2>\n<p>Text.</p>');
});
