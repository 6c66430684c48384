/** Sentences on their way from the page into the files: what is written, and what is said where nothing can be. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/project/lock.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

const SOURCE = '---\ntitle: The harbour\n---\n\nIt opens on Monday. Nobody was **hurt**.\n\nSee the [plan](/plan) & `map`.\n';

async function desk(options: Parameters<typeof deskOver>[1] = {}) {
  const project = checkout({ 'articles/en/a.md': SOURCE });
  const run = inProcess(project.root);
  await run('translate');
  const opened = await deskOver(project.root, options);
  const [ana, bo] = [await opened.enter('Ana <ana@example.org>'), await opened.enter('Bo <bo@example.org>')];
  const edition = async () => (await ana.get('/api/editions/es/a')).body;
  const segmentOf = async (source: string) => (await edition()).segments.find((one: { source: string }) => one.source.includes(source));
  const path = (segment: { id: string }) => `/api/editions/es/a/segments/${segment.id}`;
  return { ...opened, project, run, ana, bo, edition, segmentOf, path };
}

test('an accepted sentence is on disk, with the same bytes as by hand and a run; the answer has the new base', async () => {
  const page = await desk();
  const hurt = await page.segmentOf('hurt');
  const { status, body } = await page.ana.send('POST', page.path(hurt), { base: hurt.base, text: 'Nadie <g id="1">resultó herido</g>.' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ target: 'Nadie <g id="1">resultó herido</g>.', state: 'reviewed', findings: [] });
  expect((await page.segmentOf('hurt')).base).toBe(body.base);

  const hand = checkout({ 'articles/en/a.md': SOURCE });
  await inProcess(hand.root)('translate');
  hand.write('articles/es/a.md', hand.read('articles/es/a.md').replace('NOBODY WAS **HURT**.', 'Nadie **resultó herido**.'));
  await inProcess(hand.root)('translate');
  for (const file of ['articles/es/a.md', 'locales/es/articles/a.xlf']) expect(page.project.read(file)).toBe(hand.read(file));
  expect((await page.run('translate', '--frozen')).code).toBe(0);
});

test('an unchanged sentence is reviewed, and no byte of the edition changes', async () => {
  const page = await desk();
  const before = page.project.read('articles/es/a.md');
  const one = await page.segmentOf('Monday');
  expect((await page.ana.send('POST', page.path(one), { base: one.base, text: one.target })).body.state).toBe('reviewed');
  expect(page.project.read('articles/es/a.md')).toBe(before);
  expect(page.project.read('locales/es/articles/a.xlf')).toContain('state="final"');
  await page.run('review', 'a', '--to', 'es', '--undo');
  expect((await page.segmentOf('Monday')).state).toBe('machine');
});

test('two people over one sentence: the second is told what the first wrote, and keeps her own as a draft', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  const [first, second] = await Promise.all([
    page.bo.send('POST', page.path(one), { base: one.base, text: 'Abre el lunes.' }),
    page.ana.send('POST', page.path(one), { base: one.base, text: 'Se abre este lunes.' }),
  ]);
  expect(first.status).toBe(200);
  expect([second.status, second.body]).toEqual([
    409,
    { base: first.body.base, text: 'Abre el lunes.', state: 'reviewed', by: 'Bo <bo@example.org>' },
  ]);
  expect(page.project.read('articles/es/a.md')).toContain('Abre el lunes.');
  const now = await page.segmentOf('Monday');
  expect(now.drafts).toMatchObject([{ text: 'Se abre este lunes.', base: one.base, isMine: true, isWaiting: false }]);
  expect((await page.ana.send('POST', page.path(one), { base: second.body.base, text: 'Se abre este lunes.' })).status).toBe(200);
  expect((await page.segmentOf('Monday')).drafts).toEqual([]);
});

test('an edit of the file meanwhile is a conflict too, and an answer that got lost is given again', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  page.project.write('articles/es/a.md', page.project.read('articles/es/a.md').replace('IT OPENS ON MONDAY.', 'Abre el lunes.'));
  const conflict = await page.ana.send('POST', page.path(one), { base: one.base, text: 'Se abre.' });
  expect([conflict.status, conflict.body.text]).toEqual([409, 'Abre el lunes.']);
  const saved = { base: conflict.body.base, text: 'Se abre.' };
  expect((await page.ana.send('POST', page.path(one), saved)).status).toBe(200);
  expect((await page.ana.send('POST', page.path(one), saved)).status).toBe(200);
});

test('a sentence whose source has changed is gone, with what has taken its place', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  page.project.write('articles/en/a.md', SOURCE.replace('on Monday', 'on Tuesday'));
  const { status, body } = await page.ana.send('POST', page.path(one), { base: one.base, text: 'Abre el lunes.' });
  expect([status, body]).toEqual([410, { segment: (await page.segmentOf('Tuesday')).id, source: 'It opens on Tuesday.' }]);
  expect((await page.segmentOf('Tuesday')).was).toEqual({ diff: 'It opens on [-Monday-]{+Tuesday+}.', target: 'IT OPENS ON MONDAY.' });
});

test('marks that are missing, foreign or crossed, and a text without words are refused, and kept', async () => {
  const page = await desk();
  const plan = await page.segmentOf('plan');
  const refused = async (text: string) => {
    const { status, body } = await page.ana.send('POST', page.path(plan), { base: plan.base, text });
    return [status, body.missing, body.wrong, body.isEmpty];
  };
  expect(await refused('Vea el plan &amp; <x id="2"/>.')).toEqual([422, ['1'], [], false]);
  expect(await refused('Vea el <g id="1">plan</g> &amp; <x id="2"/><x id="2"/>.')).toEqual([422, [], ['2'], false]);
  expect(await refused('Vea el <g id="1">plan</g> &amp; <x id="2"/> <g id="9">y</g>.')).toEqual([422, [], ['9'], false]);
  expect(await refused('  ')).toEqual([422, ['1', '2'], [], true]);
  expect((await page.segmentOf('plan')).drafts).toHaveLength(1);
  expect((await page.ana.send('POST', `${page.path(plan)}/check`, { text: 'Vea el plan.' })).body).toMatchObject({
    missing: ['1', '2'],
    wrong: [],
  });
  const text = 'Vea el <g id="1">plan</g> &amp; el <x id="2"/>.';
  expect((await page.ana.send('POST', page.path(plan), { base: plan.base, text })).status).toBe(200);
  expect(page.project.read('articles/es/a.md')).toContain('Vea el [plan](/plan) & el `map`.');
});

test('a sentence is left out, and a finding that is right as it is is waived', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  expect((await page.ana.send('POST', page.path(one), { base: one.base, text: '', remove: true })).status).toBe(200);
  expect(page.project.read('articles/es/a.md')).toContain('\n\nNOBODY WAS **HURT**.');
  const hurt = await page.segmentOf('hurt');
  const text = 'Nadie, ni uno de 40, <g id="1">resultó herido</g>.';
  const { body } = await page.ana.send('POST', page.path(hurt), { base: hurt.base, text });
  expect(body.findings).toMatchObject([{ check: 'numbers' }]);
  const waived = await page.ana.send('POST', `${page.path(hurt)}/waive`, { check: 'numbers', reason: 'the crew is counted' });
  expect([waived.status, waived.body.findings]).toEqual([200, []]);
  expect(page.project.read('locales/es/articles/a.xlf')).toContain('the crew is counted');
});

test('a waiver is taken back with the step that gave it, and comes back with the text that it was given for', async () => {
  const page = await desk();
  const record = () => page.project.read('locales/es/articles/a.xlf');
  const take = async (undo: string) => (await page.ana.send('POST', `${page.path(await page.segmentOf('hurt'))}/undo`, { undo })).status;
  const hurt = await page.segmentOf('hurt');
  const text = 'Nadie, ni uno de 40, <g id="1">resultó herido</g>.';
  await page.ana.send('POST', page.path(hurt), { base: hurt.base, text });
  const without = record();
  const waived = await page.ana.send('POST', `${page.path(hurt)}/waive`, { check: 'numbers', reason: 'the crew is counted' });
  const withIt = record();
  // Another text is another finding.
  const other = await page.ana.send('POST', page.path(hurt), {
    base: waived.body.base,
    text: 'Nadie de 50, <g id="1">resultó herido</g>.',
  });
  expect(other.body.findings).toMatchObject([{ check: 'numbers' }]);
  expect(await take(other.body.undo)).toBe(200);
  expect(record()).toBe(withIt);
  expect((await page.segmentOf('hurt')).findings).toEqual([]);
  expect(await take(waived.body.undo)).toBe(200);
  expect(record()).toBe(without);
  expect((await page.segmentOf('hurt')).findings).toMatchObject([{ check: 'numbers' }]);
});

test('while another command holds the lock the sentence waits, also through a kill of the server', async () => {
  const page = await desk({ patience: 20 });
  const release = await takeLock(join(page.project.root, '.dragoman'), 'translate');
  const one = await page.segmentOf('Monday');
  const { status, body } = await page.ana.send('POST', page.path(one), { base: one.base, text: 'Abre el lunes.' });
  expect([status, body.waiting]).toEqual([202, expect.stringMatching(/^"translate", process \d+$/)]);
  expect((await page.segmentOf('Monday')).drafts).toMatchObject([{ text: 'Abre el lunes.', isWaiting: true }]);
  await page.close();
  release();
  const again = await deskOver(page.project.root);
  const ana = await again.enter('Ana <ana@example.org>');
  await expect.poll(() => page.project.read('articles/es/a.md')).toContain('Abre el lunes.');
  await expect.poll(async () => (await ana.get(page.path(one))).body.drafts).toEqual([]);
});

test('drafts come back, are told from those of others, and an empty one is forgotten', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  expect((await page.ana.send('PUT', `${page.path(one)}/draft`, { base: one.base, text: 'Abr' })).status).toBe(204);
  await page.bo.send('PUT', `${page.path(one)}/draft`, { base: one.base, text: 'El lunes' });
  await page.close();
  const again = await deskOver(page.project.root);
  const [ana, bo] = [await again.enter('Ana <ana@example.org>'), await again.enter('Bo <bo@example.org>')];
  const drafts = async () => (await ana.get(page.path(one))).body.drafts;
  expect((await drafts()).map((one: { text: string; isMine: boolean }) => [one.text, one.isMine])).toEqual([
    ['Abr', true],
    ['El lunes', false],
  ]);
  await bo.send('PUT', `${page.path(one)}/draft`, { base: one.base, text: '' });
  expect(await drafts()).toHaveLength(1);
});

test('a broken file is told, and what was written is kept', async () => {
  const page = await desk();
  const one = await page.segmentOf('Monday');
  writeFileSync(join(page.project.root, 'locales/es/articles/a.xlf'), '<xliff');
  const { status, body } = await page.ana.send('POST', page.path(one), { base: one.base, text: 'Abre el lunes.' });
  expect([status, body.error]).toEqual([409, 'file']);
  rmSync(join(page.project.root, 'locales/es/articles/a.xlf'));
  expect(page.editor.drafts.ofEdition('es', 'a')).toMatchObject([{ text: 'Abre el lunes.' }]);
  expect(page.faults).toEqual([]);
});

test('a text that the file does not take is not told as saved, and is kept', async () => {
  const project = checkout({ 'articles/en/a.md': '| Ticket | Price |\n| --- | --- |\n| Adult | Three euros |\n' });
  await inProcess(project.root)('translate');
  // A row of signs has no cell that a sentence could be written into.
  project.write('articles/es/a.md', project.read('articles/es/a.md').replace('ADULT', '---'));
  const { enter, editor } = await deskOver(project.root);
  const ana = await enter('Ana <ana@example.org>');
  const find = async () => (await ana.get('/api/editions/es/a')).body.segments.find(({ source }: { source: string }) => source === 'Adult');
  const adult = await find();
  const { status, body } = await ana.send('POST', `/api/editions/es/a/segments/${adult.id}`, { base: adult.base, text: 'Adulto' });
  expect([status, body.error, body.message]).toEqual([409, 'file', expect.stringContaining('the sentence does not take this text')]);
  expect(editor.drafts.waiting()).toEqual([]);
  expect((await find()).drafts).toMatchObject([{ text: 'Adulto', isMine: true }]);
});

test('what has been accepted is taken back by who accepted it, byte for byte, while nobody has changed it since', async () => {
  const page = await desk();
  const files = () => ['articles/es/a.md', 'locales/es/articles/a.xlf'].map(page.project.read);
  const fresh = files();
  const undo = async (by: typeof page.ana, segment: { id: string }, step: string) =>
    by.send('POST', `${page.path(segment)}/undo`, { undo: step });
  const hurt = await page.segmentOf('hurt');
  // Read by mistake, and written by mistake.
  for (const text of [hurt.target, 'Nadie <g id="1">resultó herido</g>.']) {
    const { body } = await page.ana.send('POST', page.path(hurt), { base: hurt.base, text });
    expect(files()).not.toEqual(fresh);
    expect((await undo(page.bo, hurt, body.undo)).status).toBe(410);
    expect((await undo(page.ana, hurt, body.undo)).body).toMatchObject({ state: 'machine', base: hurt.base });
    expect(files()).toEqual(fresh);
    expect((await undo(page.ana, hurt, body.undo)).status).toBe(410);
  }
  expect((await page.ana.get('/commit')).body).not.toContain('class="effects"');
  const { body } = await page.ana.send('POST', page.path(hurt), { base: hurt.base, text: hurt.target });
  await page.bo.send('POST', page.path(hurt), { base: body.base, text: 'Nadie <g id="1">herido</g>.' });
  const { status, body: conflict } = await undo(page.ana, hurt, body.undo);
  expect([status, conflict.text]).toEqual([409, 'Nadie <g id="1">herido</g>.']);
});
