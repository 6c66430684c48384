/** Slugs that look like other addresses of the page. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

const ana = 'Ana <ana@example.org>';
const article = (title: string) => `---\ntitle: ${title}\n---\n\nIt opens on Monday.\n`;

async function deskOf(slugs: readonly string[], options: Parameters<typeof deskOver>[1] = {}) {
  const project = checkout(Object.fromEntries(slugs.map((slug) => [`articles/en/${slug}.md`, article(slug)])));
  await inProcess(project.root)('translate');
  return { project, page: await (await deskOver(project.root, options)).enter(ana) };
}

test('an article may end like the address of a sentence, of a draft or of a check', async () => {
  const slugs = ['a', 'b/segments/deadbeef', 'b/segments/deadbeef/draft', 'a/segments/0123456789ab', 'guides/check'];
  const { project, page } = await deskOf(slugs);
  for (const slug of slugs) {
    const address = `/api/editions/es/${slug}`;
    const { status, body } = await page.get(address);
    expect([slug, status, body.slug]).toEqual([slug, 200, slug]);
    expect((await page.get(`/a/es/${slug}`)).status).toBe(200);
    const monday = body.segments.find((one: { source: string }) => one.source.includes('Monday'));
    const saved = await page.send('POST', `${address}/segments/${monday.id}`, { base: monday.base, text: `Abre el lunes: ${slug}.` });
    expect([slug, saved.status]).toEqual([slug, 200]);
    expect(project.read(`articles/es/${slug}.md`)).toContain(`Abre el lunes: ${slug}.`);
  }
});

test('where only reading is allowed, an article that is called "check" is only read too', async () => {
  const { project, page } = await deskOf(['guides/check']);
  const readOnly = await (await deskOver(project.root, { readOnly: true })).enter(ana);
  const { body } = await page.get('/api/editions/es/guides/check');
  const monday = body.segments.find((one: { source: string }) => one.source.includes('Monday'));
  const before = project.read('articles/es/guides/check.md');
  const form = { segment: monday.id, base: monday.base, text: 'Abre el lunes.', action: 'accept' };
  expect((await readOnly.submit('/a/es/guides/check', form)).status).toBe(403);
  expect(project.read('articles/es/guides/check.md')).toBe(before);
  const check = await readOnly.send('POST', `/api/editions/es/guides/check/segments/${monday.id}/check`, { text: 'Abre el lunes.' });
  expect(check.status).toBe(200);
});
