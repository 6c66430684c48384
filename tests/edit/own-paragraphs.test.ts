/** A paragraph of the edition's own, from the page. */

import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

test('a paragraph is put behind a sentence, said otherwise, and taken out; one that is not there is told', async () => {
  const project = checkout({ 'articles/en/a.md': 'The harbour opens.\n\nNobody came.\n' });
  await inProject(project.root);
  const { enter } = await deskOver(project.root);
  const ana = await enter('Ana <ana@example.org>');
  const [segment] = (await ana.get('/api/editions/es/a')).body.segments;
  const put = async (body: object) => {
    const answer = await ana.send('POST', `/api/editions/es/a/segments/${segment.id}/own`, body);
    return [answer.status, answer.body];
  };
  const own = (markdown: string) => ({ own: [{ after: segment.id, markdown }] });
  expect(await put({ markdown: 'Una nota.' })).toEqual([200, own('Una nota.')]);
  expect(project.read('articles/es/a.md')).toBe('THE HARBOUR OPENS.\n\nUna nota.\n\nNOBODY CAME.\n');
  expect(await put({ was: 'Otra.', markdown: 'x' })).toEqual([409, { ...own('Una nota.'), refused: 'gone' }]);
  expect(await put({ was: 'Una nota.', markdown: 'Dos notas.' })).toEqual([200, own('Dos notas.')]);
  expect(await put({ was: 'Dos notas.', markdown: '' })).toEqual([200, { own: [] }]);
  expect(project.read('articles/es/a.md')).toBe('THE HARBOUR OPENS.\n\nNOBODY CAME.\n');
});

const inProject = (root: string) => inProcess(root)('translate');

test('without scripts, by the form of the sentence that it follows', async () => {
  const project = checkout({ 'articles/en/a.md': '- The harbour opens.\n- Nobody came.\n' });
  await inProject(project.root);
  const { enter } = await deskOver(project.root);
  const ana = await enter('Ana <ana@example.org>');
  const [first, second] = (await ana.get('/api/editions/es/a')).body.segments;
  const form = { segment: first.id, base: first.base, text: '' };
  // Below the whole list, whichever of its sentences was meant.
  expect((await ana.submit('/a/es/a', { ...form, action: 'own', markdown: 'Una nota.\r\n\r\nY otra.' })).status).toBe(303);
  expect(project.read('articles/es/a.md')).toBe('- THE HARBOUR OPENS.\n- NOBODY CAME.\n\nUna nota.\n\nY otra.\n');
  expect((await ana.get('/a/es/a')).body).toContain(`<a href="?s=${second.id}#own">Change it</a>`);
  const page = await ana.get(`/a/es/a?s=${second.id}`);
  expect(page.body).toContain('<input type="hidden" name="was" value="Una nota.\n\nY otra.">');
  const own = { ...form, segment: second.id, was: 'Una nota.\r\n\r\nY otra.' };
  const late = await ana.submit('/a/es/a', { ...own, was: 'Otra.', action: 'own', markdown: 'Mi texto.' });
  expect([late.status, late.body.includes('Mi texto.')]).toEqual([409, true]);
  expect((await ana.submit('/a/es/a', { ...own, action: 'own-remove', markdown: '' })).status).toBe(303);
  expect(project.read('articles/es/a.md')).toBe('- THE HARBOUR OPENS.\n- NOBODY CAME.\n');
});

test('several of one place are in the order in which they were written', async () => {
  const project = checkout({ 'articles/en/a.md': 'The harbour opens.\n\nNobody came.\n' });
  await inProject(project.root);
  const { enter } = await deskOver(project.root);
  const ana = await enter('Ana <ana@example.org>');
  const [{ id }] = (await ana.get('/api/editions/es/a')).body.segments;
  const put = (markdown: string) => ana.send('POST', `/api/editions/es/a/segments/${id}/own`, { markdown });
  await put('Una nota.');
  await put('Otra nota.\n\nY más.');
  const form = { segment: id, base: '', text: '', action: 'own' };
  expect((await ana.submit('/a/es/a', { ...form, markdown: 'La última.', at: '2' })).status).toBe(303);
  const own = ['Una nota.', 'Otra nota.\n\nY más.', 'La última.'];
  expect(project.read('articles/es/a.md')).toBe(`THE HARBOUR OPENS.\n\n${own.join('\n\n')}\n\nNOBODY CAME.\n`);
  expect((await put('La última.')).body.own).toHaveLength(4);
  // What was not saved is in the field of its own place alone.
  const late = await ana.submit('/a/es/a', { ...form, was: 'Nada.', markdown: 'Mi texto.', at: '1' });
  expect([late.status, [...String(late.body).matchAll(/>([^<]*)<\/textarea>/g)].map(([, text]) => text)]).toEqual([
    409,
    expect.arrayContaining(['Una nota.', 'Mi texto.', 'La última.', '']),
  ]);
  expect(late.body).not.toContain('>Otra nota.\n\nY más.</textarea>');
});
