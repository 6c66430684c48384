/** What the page hears of others: an engine that is asked, and files that change beside it. */

import { expect, test } from 'vitest';
import type { ServerEvent } from '../../src/edit/contract.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

async function desk(options: Parameters<typeof deskOver>[1] = {}, config: Readonly<Record<string, unknown>> = {}) {
  const project = checkout({ 'articles/en/a.md': 'The harbour opens. Nobody was **hurt**.\n' }, config);
  await inProcess(project.root)('translate');
  const opened = await deskOver(project.root, options);
  const ana = await opened.enter('Ana <ana@example.org>');
  const { body } = await ana.get('/api/editions/es/a');
  const [, hurt] = body.segments;
  return { ...opened, project, ana, hurt, path: `/api/editions/es/a/segments/${hurt.id}` };
}

test('an engine is asked for one sentence, with its marks; what it says is written nowhere', async () => {
  const { ana, hurt, path, project } = await desk();
  project.sent();
  const before = project.read('articles/es/a.md');
  expect((await ana.get(`${path}/help`)).body.engines).toEqual([{ engine: 'capitals', characters: 30, cost: 0 }]);
  expect((await ana.send('POST', `${path}/alternatives`, { engine: 'capitals' })).body).toMatchObject({
    engine: 'capitals',
    text: 'NOBODY WAS <g id="1">HURT</g>.',
  });
  const { body } = await ana.submit('/a/es/a', { segment: hurt.id, base: hurt.base, text: 'Nadie <1>', action: 'ask capitals' });
  expect(body).toContain('<h2>capitals says</h2>');
  expect(body).toContain('>Nadie &lt;1&gt;</textarea>');
  expect(project.read('articles/es/a.md')).toBe(before);
});

test('an engine that is not to be had, and a budget that is used, are told', async () => {
  const { ana, hurt, path } = await desk();
  expect((await ana.send('POST', `${path}/alternatives`, { engine: 'nobody' })).status).toBe(409);
  const page = await ana.submit('/a/es/a', { segment: hurt.id, base: hurt.base, text: 'x', action: 'ask nobody' });
  expect([page.status, page.body.includes('nobody gave no answer')]).toEqual([200, true]);
  const poor = await desk({}, { budget: { charactersPerRun: 5 } });
  expect((await poor.ana.send('POST', `${poor.path}/alternatives`, { engine: 'capitals' })).status).toBe(402);
});

test('a file that somebody else changes is told, and what the page has written itself is not', async () => {
  const { ana, editor, hurt, path, project } = await desk({ watches: true });
  const events: ServerEvent[] = [];
  // What is known of the list of articles is told when it is; that is another matter.
  editor.listen((event) => event.type !== 'states' && events.push(event));
  await ana.send('POST', path, { base: hurt.base, text: 'Nadie <g id="1">sufrió</g>.' });
  project.write('articles/es/a.md', project.read('articles/es/a.md').replace('THE HARBOUR OPENS.', 'Abre el puerto.'));
  await expect.poll(() => events.map(({ type }) => type), { timeout: 30_000 }).toEqual(['saved', 'files']);
  expect((await ana.get('/api/editions/es/a')).body.segments[0].target).toBe('Abre el puerto.');
});

test('a change is told whoever finds it first: a request that comes before the watch has looked', async () => {
  const { ana, editor, project } = await desk();
  const events: ServerEvent[] = [];
  editor.listen((event) => event.type === 'files' && events.push(event));
  project.write('articles/en/a.md', project.read('articles/en/a.md').replace('opens', 'closes'));
  for (const _ of 'twice') await ana.get('/api/editions/es/a');
  expect(events).toEqual([{ type: 'files', locale: 'es', slug: 'a' }]);
});
