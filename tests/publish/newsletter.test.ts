/** The letter of a locale: for programs for mail, and with what readers must know of each text. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { dayOfNews, siteInput } from './newsroom.ts';
import { deadLinks } from './pages.ts';

async function built(newsletter: boolean) {
  const root = temporaryFolder();
  const all = dayOfNews(root);
  const out = join(root, 'site');
  const words = {
    en: '---\ntitle: Pinned\ndate: 2026-03-01\npinned: true\ncorrection: We were wrong.\n---\n\nWords.\n',
    ar: '---\ntitle: مثبت\n---\n\nكلمات.\n',
  };
  await buildSite(siteInput(root, { pinned: words, 'night-ferry': all['night-ferry'] ?? {} }), { out, newsletter });
  return { out, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

it('has the articles as the front page has them, with whole addresses and no style of the site', async () => {
  const { text, out } = await built(true);
  const letter = text('en/newsletter/index.html');
  expect([...letter.matchAll(/<h2[^>]*><a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://courier.example/en/pinned/',
    'https://courier.example/en/night-ferry/',
  ]);
  for (const [, address] of letter.matchAll(/(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^https:\/\/courier\.example\//);
  expect(letter).not.toMatch(/<script|<link rel="stylesheet"|class="/);
  expect(deadLinks(out, 'https://courier.example')).toEqual([]);
});

it('says which texts nobody has read, and what was corrected, in the language of the letter', async () => {
  const { text } = await built(true);
  const letter = text('ar/newsletter/index.html');
  expect(letter).toContain('<html lang="ar" dir="rtl">');
  expect(letter.match(/تُرجم هذا المقال آليًا ولم يراجعه محرر/g)).toHaveLength(2);
  // The correction is the source's, until it is translated.
  expect(letter).toContain(`<strong>مصوَّب</strong>: <span lang="en" dir="ltr">We were wrong.</span>`);
  expect(text('en/newsletter/index.html')).toContain('<strong>Corrected</strong>: <span>We were wrong.</span>');
});

it('marks the words that its language lacks', async () => {
  const root = temporaryFolder();
  const text = '---\ntitle: A\ncorrection: We were wrong.\n---\n\nWords.\n';
  const out = join(root, 'site');
  await buildSite(siteInput(root, { a: { en: text, sl: text } }, { locales: ['en', 'sl'] }), { out, newsletter: true });
  const letter = readFileSync(join(out, 'sl/newsletter/index.html'), 'utf8');
  expect(letter).toContain('<strong><span lang="en" dir="ltr">Corrected</span></strong>: ');
});

it('is valid HTML, and there only where it is asked for', async () => {
  const { out } = await built(true);
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'no-inline-style': 'off' } });
  for (const locale of ['en', 'ar', 'ja']) {
    const { results } = await validator.validateFile(join(out, locale, 'newsletter/index.html'));
    expect(results.flatMap(({ messages }) => messages.map((one) => `${one.line} ${one.ruleId}: ${one.message}`))).toEqual([]);
  }
  expect(existsSync(join((await built(false)).out, 'en/newsletter'))).toBe(false);
});
