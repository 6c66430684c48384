/** Sentences joined and taken apart, by the page's contract and by its forms. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

const FILES = ['articles/es/a.md', 'locales/es/articles/a.xlf'];

async function newsroom() {
  const project = checkout({ 'articles/en/a.md': 'It opens on Monday. Nobody was **hurt**.\n' });
  await inProcess(project.root)('translate');
  const { enter } = await deskOver(project.root);
  const [ana, bo] = [await enter('Ana <ana@example.org>'), await enter('Bo <bo@example.org>')];
  const segments = async () => (await ana.get('/api/editions/es/a')).body.segments;
  const [first, second] = await segments();
  const address = `/api/editions/es/a/segments/${first.id}`;
  return { project, ana, bo, segments, first, second, address };
}

test('one save of both; what both say of it; taken back to the byte', async () => {
  const { project, ana, first, second, segments, address } = await newsroom();
  const before = FILES.map(project.read);
  expect(first.joins).toBe(second.id);
  expect(second.joins).toBeUndefined();
  const joined = await ana.send('POST', `${address}/join`, { base: first.base, text: 'Abre el lunes y', next: second.base });
  expect(joined).toMatchObject({ status: 200, body: { target: 'Abre el lunes y NOBODY WAS <g id="1">HURT</g>.', state: 'reviewed' } });
  expect(joined.body.changed).toEqual([first.id, second.id]);
  expect(project.read('articles/es/a.md')).toBe('Abre el lunes y NOBODY WAS **HURT**.\n');
  const [says, said] = await segments();
  expect(says).toMatchObject({ says: [second.id], marks: [{ id: '1', role: 'pair', look: 'strong' }] });
  expect(said).toMatchObject({ saidIn: first.id, target: '', state: 'reviewed' });
  // Once more is nothing that could be done.
  expect((await ana.send('POST', `${address}/join`, { base: joined.body.base, text: 'x', next: second.base })).status).toBe(410);
  const undone = await ana.send('POST', `${address}/undo`, { undo: joined.body.undo });
  expect(undone).toMatchObject({ status: 200, body: { state: 'machine' } });
  expect(FILES.map(project.read)).toEqual(before);
  expect((await ana.get('/commit')).body).not.toContain('Commit 2 sentences');
});

test('over other texts than those that somebody had before them nothing is written', async () => {
  const { project, ana, bo, first, second, segments, address } = await newsroom();
  await bo.send('POST', `/api/editions/es/a/segments/${second.id}`, { base: second.base, text: 'Nadie <g id="1">herido</g>.' });
  const late = await ana.send('POST', `${address}/join`, { base: first.base, text: 'x', next: second.base });
  expect(late).toMatchObject({ status: 409, body: { text: 'Nadie <g id="1">herido</g>.' } });
  const [, now] = await segments();
  const joined = await ana.send('POST', `${address}/join`, { base: first.base, text: 'Abre y', next: now.base });
  const { base, undo } = joined.body;
  expect(await ana.send('POST', `${address}/split`, { base: first.base, text: 'x', rest: 'y' })).toMatchObject({ status: 409 });
  expect(await ana.send('POST', `${address}/split`, { base, text: 'Abre.', rest: 'Nadie.' })).toMatchObject({
    status: 422,
    body: { missing: ['1'], wrong: [], isEmpty: false },
  });
  // Another person's step is not theirs to take back, and what has changed since is not either.
  expect((await bo.send('POST', `${address}/undo`, { undo })).status).toBe(410);
  const split = await ana.send('POST', `${address}/split`, { base, text: 'Abre.', rest: '<g id="1">Nadie</g>.' });
  expect(split).toMatchObject({ status: 200, body: { target: 'Abre.' } });
  expect(project.read('articles/es/a.md')).toBe('Abre. **Nadie**.\n');
  expect((await ana.send('POST', `${address}/undo`, { undo })).status).toBe(409);
});

test('without scripts, by the forms of the sentence', async () => {
  const { project, ana, first, second } = await newsroom();
  const before = project.read('articles/es/a.md');
  expect((await ana.get(`/a/es/a?s=${first.id}`)).body).toContain('Join with the next sentence');
  const form = { segment: first.id, base: first.base, text: 'IT OPENS ON MONDAY.', next: second.base };
  const joined = await ana.submit('/a/es/a', { ...form, action: 'join' });
  expect(joined.body).toContain('It says the next sentence of the source too.');
  const undo = /value="(undo [^"]+)"/.exec(joined.body)?.[1] ?? '';
  const base = /name="base" value="([^"]+)"/.exec(joined.body)?.[1] ?? '';
  const split = await ana.submit('/a/es/a', {
    ...{ segment: first.id, base, text: 'Abre el lunes. Nadie <1>herido</1>.', rest: 'Nadie <1>herido</1>.', action: 'split' },
  });
  expect(split.body).toContain('Split in two.');
  expect(project.read('articles/es/a.md')).toBe('Abre el lunes. Nadie **herido**.\n');
  expect((await ana.submit('/a/es/a', { segment: first.id, base: '', text: '', action: undo })).status).toBe(409);
  const back = /value="(undo [^"]+)"/.exec(split.body)?.[1] ?? '';
  expect((await ana.submit('/a/es/a', { segment: first.id, base: '', text: '', action: back })).body).toContain('Taken back.');
  expect(project.read('articles/es/a.md')).toBe(before);
});

test('without scripts a sentence that was accepted too early is as it was, from the next one or from its own form', async () => {
  const { project, ana, bo, first } = await newsroom();
  const before = FILES.map(project.read);
  const accept = async (base: string, text: string) => {
    const { headers } = await ana.submit('/a/es/a', { segment: first.id, base, text, action: 'next' });
    return String((await ana.get((headers.get('location') ?? '').replace(/#.*/, ''))).body);
  };
  const form = { segment: first.id, base: '', text: '' };
  const next = await accept(first.base, 'Abre el lunes.');
  expect(next).toContain('Sentence 1 is saved.');
  const fromNext = /value="(undo [^"]+)"/.exec(next)?.[1] ?? '';
  expect((await ana.submit('/a/es/a', { ...form, action: fromNext })).body).toContain('Taken back.');
  expect(FILES.map(project.read)).toEqual(before);
  await accept(first.base, 'Abre el martes.');
  const undo = async () => /value="(undo [^"]+)"/.exec(String((await ana.get(`/a/es/a?s=${first.id}`)).body))?.[1];
  // It is nobody else's to take back, and not there once somebody else has changed the sentence.
  expect((await bo.get(`/a/es/a?s=${first.id}`)).body).not.toContain('value="undo ');
  const [now] = (await bo.get('/api/editions/es/a')).body.segments;
  expect(await undo()).toBeDefined();
  await bo.send('POST', `/api/editions/es/a/segments/${first.id}`, { base: now.base, text: 'Abre hoy.' });
  expect(await undo()).toBeUndefined();
});
