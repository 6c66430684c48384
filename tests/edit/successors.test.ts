/** What somebody has written for a sentence goes with it when its source changes. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

async function newsroom() {
  const project = checkout({ 'articles/en/a.md': 'It opens on Monday.\n\nNobody came.\n' });
  await inProject(project.root);
  const { enter } = await deskOver(project.root);
  const ana = await enter('Ana <ana@example.org>');
  const segments = async () => (await ana.get('/api/editions/es/a')).body.segments;
  const [first] = await segments();
  const change = () => project.write('articles/en/a.md', 'It opens on Monday at noon.\n\nNobody came.\n');
  return { project, ana, segments, first, change, address: `/api/editions/es/a/segments/${first.id}` };
}

const inProject = (root: string) => inProcess(root)('translate');
const texts = (drafts: { text: string }[]) => drafts.map(({ text }) => text);

test('a draft is at the sentence that has taken the place of its own, and beside what that says', async () => {
  const { ana, segments, first, change, address } = await newsroom();
  await ana.send('PUT', `${address}/draft`, { base: first.base, text: 'Abre el lunes.' });
  change();
  const [now] = await segments();
  expect(now.id).not.toBe(first.id);
  expect(texts(now.drafts)).toEqual(['Abre el lunes.']);
  expect(now.drafts[0].base).not.toBe(now.base);
  // One of its own stays.
  await ana.send('PUT', `/api/editions/es/a/segments/${now.id}/draft`, { base: now.base, text: 'Abre a mediodía.' });
  await ana.send('PUT', `${address}/draft`, { base: first.base, text: 'Otra.' });
  expect(texts((await segments())[0].drafts)).toEqual(['Abre a mediodía.']);
});

test('so is a text that was accepted too late', async () => {
  const { ana, segments, first, change, address } = await newsroom();
  change();
  const answer = await ana.send('POST', address, { base: first.base, text: 'Abre el lunes.' });
  const [now] = await segments();
  expect([answer.status, answer.body.segment]).toEqual([410, now.id]);
  expect(texts(now.drafts)).toEqual(['Abre el lunes.']);
});

test('a page that still has the sentence goes on writing: the last of it is what goes there', async () => {
  const { ana, segments, first, change, address } = await newsroom();
  await ana.send('PUT', `${address}/draft`, { base: first.base, text: 'Abre' });
  change();
  expect(texts((await segments())[0].drafts)).toEqual(['Abre']);
  await ana.send('PUT', `${address}/draft`, { base: first.base, text: 'Abre el lunes.' });
  expect(texts((await segments())[0].drafts)).toEqual(['Abre el lunes.']);
});

test('the address of the sentence leads to the one that has taken its place', async () => {
  const { ana, segments, first, change } = await newsroom();
  change();
  const [now] = await segments();
  const answer = await ana.get(`/a/es/a?s=${first.id}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/a/es/a?s=${now.id}#t-${now.id}`]);
  expect((await ana.get('/a/es/a?s=0123456789abcdef')).status).toBe(200);
});
