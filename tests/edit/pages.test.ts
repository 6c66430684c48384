/** The page without scripts: every way of it by links and forms. */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { repository } from '../support/repository.ts';
import { deskOver } from './desk.ts';

const A =
  '---\ntitle: The harbour opens\n---\n\nThe mayor of Kyiv spoke. Nobody was **hurt**.\n\n![A ferry](ferry.png "The Grey Heron")\n\n- One boat.\n';
const B = 'Kyiv sent a ferry.\n';

async function desk() {
  const project = repository({
    'articles/en/2026-01-01-a.md': A,
    'articles/en/2026-02-01-b.md': B,
    'locales/es/glossary.csv': 'source,target,kind,variants\nmayor,ALCALDESA,term,MAYOR\n',
  });
  project.git('config', 'user.name', 'Desk');
  project.git('config', 'user.email', 'desk@example.org');
  await project.run('translate');
  project.commit('start');
  const opened = await deskOver(project.root);
  const [ana, bo] = [await opened.enter('Ana Soler <ana@example.org>'), await opened.enter('Bo <bo@example.org>')];
  const segment = async (slug: string, source: string) =>
    (await ana.get(`/api/editions/es/${slug}`)).body.segments.find((one: { source: string }) => one.source.includes(source));
  const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const accept = async (slug: string, source: string, text: string) => {
    const one = await segment(slug, source);
    return ana.submit(`/a/es/${slug}`, { segment: one.id, base: one.base, text, action: 'stay' });
  };
  return { ...opened, project, ana, bo, segment, field, accept };
}

test('the matrix lists articles, newest first, with how far each edition is, and finds one', async () => {
  const { ana, accept } = await desk();
  const { body } = await ana.get('/');
  expect(body.indexOf('2026-02-01-b')).toBeLessThan(body.indexOf('2026-01-01-a'));
  expect(body).toContain('0 of 1 reviewed');
  expect(body).toContain('<span class="headline" lang="en" dir="ltr">The harbour opens</span> <bdi class="slug">2026-01-01-a</bdi>');
  expect(body).not.toContain('class="today"');
  await accept('2026-02-01-b', 'ferry', 'Kiev envió un ferry.');
  expect((await ana.get('/')).body).toContain('1 of 1 reviewed');
  expect((await ana.get('/')).body).toContain('class="today">1 accepted today');
  expect((await ana.get('/a/es/2026-01-01-a')).body).toContain('id="count-today">1 accepted today');
  expect((await ana.get('/?q=HARBOUR%20opens')).body).toContain('2026-01-01-a');
  const found = (await ana.get('/?q=01-a')).body;
  expect([found.includes('2026-01-01-a'), found.includes('2026-02-01-b')]).toEqual([true, false]);
});

test('an article is beside its edition in the layout of the page, each sentence a link', async () => {
  const { ana, segment } = await desk();
  const { body } = await ana.get('/a/es/2026-01-01-a');
  const hurt = await segment('2026-01-01-a', 'hurt');
  expect(body).toContain(`id="s-${hurt.id}" data-segment="${hurt.id}">Nobody was <strong>hurt</strong>.</a>`);
  expect(body).toContain(`id="t-${hurt.id}" data-segment="${hurt.id}">NOBODY WAS <strong>HURT</strong>.</a>`);
  expect(body).toMatch(/<p class="headline"><a [^>]*>THE HARBOUR OPENS<\/a>/);
  expect(body).toMatch(/<ul>\s*<li><a [^>]*class="s machine"[^>]*>ONE BOAT\.<\/a><\/li>/);
  expect(body).not.toMatch(/<script(?! type="(?:module" src=|application\/json"))|\son\w+="|style="/);
});

test('a sentence is changed in a form, and the next one that needs a person comes', async () => {
  const { ana, segment, field, project } = await desk();
  const hurt = await segment('2026-01-01-a', 'hurt');
  const { body } = await ana.get(`/a/es/2026-01-01-a?s=${hurt.id}`);
  expect(body).toContain('>NOBODY WAS &lt;1&gt;HURT&lt;/1&gt;.</textarea>');
  const fields = { segment: field(body, 'segment'), base: field(body, 'base') };
  const { status, headers } = await ana.submit('/a/es/2026-01-01-a', { ...fields, text: 'Nadie <1>resultó herido</1>.', action: 'next' });
  expect([status, headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/a\/es\/2026-01-01-a\?s=([0-9a-f]+)&saved=[0-9a-f]+#t-\1$/),
  ]);
  expect(headers.get('location')).toContain(`saved=${hurt.id}#`);
  expect(project.read('articles/es/2026-01-01-a.md')).toContain('Nadie **resultó herido**.');
});

test('a conflict shows both texts, a lost mark is named, a draft comes back', async () => {
  const { ana, bo, segment } = await desk();
  const hurt = await segment('2026-01-01-a', 'hurt');
  const fields = { segment: hurt.id, base: hurt.base };
  const lost = await ana.submit('/a/es/2026-01-01-a', { ...fields, text: 'Nadie fue herido.', action: 'next' });
  expect([lost.status, lost.body.includes('Marks are missing: &lt;1&gt;'), lost.body.includes('>Nadie fue herido.</textarea>')]).toEqual([
    422,
    true,
    true,
  ]);
  await bo.submit('/a/es/2026-01-01-a', { ...fields, text: 'Nadie <1>sufrió</1>.', action: 'stay' });
  const conflict = await ana.submit('/a/es/2026-01-01-a', { ...fields, text: 'Nadie <1>fue herido</1>.', action: 'stay' });
  expect(conflict.status).toBe(409);
  expect(conflict.body).toContain('Bo has changed the sentence since you opened it. It says now: Nadie &lt;1&gt;sufrió&lt;/1&gt;.');
  expect(conflict.body).toContain('>Nadie &lt;1&gt;fue herido&lt;/1&gt;.</textarea>');
  await ana.submit('/a/es/2026-01-01-a', { ...fields, text: 'Nadie <1>', action: 'draft' });
  expect((await ana.get(`/a/es/2026-01-01-a?s=${hurt.id}`)).body).toContain('>Nadie &lt;1&gt;</textarea>');
});

test('all of an article is read, committed with its author, and the sentence knows its history', async () => {
  const { ana, project, accept, segment } = await desk();
  await accept('2026-01-01-a', 'boat', 'Un barco.');
  await ana.submit('/a/es/2026-01-01-a', { action: 'read-all' });
  expect((await ana.get('/api/editions/es/2026-01-01-a')).body.segments.every(({ state }: { state: string }) => state === 'reviewed')).toBe(
    true,
  );
  const page = (await ana.get('/commit')).body;
  expect(page).toContain('<del>ONE BOAT</del><ins>Un barco</ins>');
  project.write('notes.txt', 'of somebody else');
  project.git('add', 'notes.txt');
  const done = await ana.submit('/commit', { message: 'es: the harbour' });
  expect(done.body).toMatch(/Committed as [0-9a-f]{7,}\./);
  expect(project.git('log', '-1', '--format=%an <%ae> %cn: %s').trim()).toBe(
    'Ana Soler <ana@example.org> A: es: the harbour'.replace(' A:', ' Desk:'),
  );
  expect(project.git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')).toEqual([
    'articles/es/2026-01-01-a.md',
    'locales/es/articles/2026-01-01-a.xlf',
  ]);
  expect((await ana.get('/commit')).body).toContain('Nothing of yours waits');
  const boat = await segment('2026-01-01-a', 'boat');
  expect((await ana.get(`/api/editions/es/2026-01-01-a/segments/${boat.id}/history`)).body.changes).toMatchObject([
    { author: 'Ana Soler', target: 'Un barco.', state: 'reviewed' },
    { author: 'A', target: 'ONE BOAT.', state: 'machine' },
  ]);
  expect((await ana.get(`/a/es/2026-01-01-a?s=${boat.id}&history`)).body).toContain('Ana Soler');
});

test('a term is seen before it is corrected, applied with an exception, one commit, and taken back', async () => {
  const { ana, project, segment } = await desk();
  const { body } = await ana.get('/t/es/mayor?target=PRIMERA%20EDIL');
  expect(body).toContain('<del>ALCALDESA</del><ins>PRIMERA EDIL</ins>');
  const before = project.read('articles/es/2026-01-01-a.md');
  const applied = await ana.submit('/t/es/mayor', {
    target: 'PRIMERA EDIL',
    row: /name="row" value="([^"]+)"/.exec((await ana.get('/t/es/mayor?target=PRIMERA%20EDIL')).body)?.[1] ?? '',
    commit: 'yes',
  });
  expect(applied.body).toContain('1 sentence corrected.');
  expect(project.read('articles/es/2026-01-01-a.md')).toContain('PRIMERA EDIL');
  expect(project.git('log', '-1', '--format=%an: %s').trim()).toBe('Ana Soler: glossary(es): ALCALDESA -> PRIMERA EDIL, 1 sentence');
  const undo = /name="undo" value="([^"]+)"/.exec(applied.body)?.[1] ?? '';
  expect((await ana.submit('/t/es/mayor', { undo })).body).toContain('Taken back.');
  expect(project.read('articles/es/2026-01-01-a.md')).toBe(before);

  const page = (await ana.get('/t/es/mayor?target=INTENDENTE')).body;
  const all = /name="all" value="([^"]+)"/.exec(page)?.[1] ?? '';
  // A row of a text that is not there any more: whoever wanted it left alone looks once more.
  const old = { target: 'INTENDENTE', all: `${all}x`, reason: 'she says so herself' };
  expect((await ana.submit('/t/es/mayor', old)).body).toContain('It cannot be done any more');
  expect(project.read('articles/es/2026-01-01-a.md')).toBe(before);
  const refused = (await ana.submit('/t/es/mayor', { target: 'INTENDENTE', all })).body;
  expect(refused).toContain('Say why');
  // What has no tick has none still, and nothing is committed that was not to be.
  expect(refused).toContain(`name="row" value="${all}" aria-label`);
  expect(refused).toContain('name="commit" value="yes">');
  expect((await ana.submit('/t/es/mayor', { target: 'INTENDENTE', all, reason: 'she says so herself' })).body).toContain(
    '1 stays as it is.',
  );
  expect(project.read('articles/es/2026-01-01-a.md')).toBe(before);
  expect(project.read('locales/es/glossary.csv')).toContain('INTENDENTE');
  const mayor = await segment('2026-01-01-a', 'mayor');
  expect([mayor.state, mayor.findings.filter(({ check }: { check: string }) => check === 'terms')]).toEqual(['reviewed', []]);
  await project.run('translate');
  expect(project.read('articles/es/2026-01-01-a.md')).toBe(before);
});

test('a new term is written, the glossary shows it, and words are found where they were said', async () => {
  const { ana, project } = await desk();
  const redirect = await ana.get('/t/es?source=Kyiv&target=Kiev');
  expect(redirect.headers.get('location')).toBe('/t/es/Kyiv?from=en&target=Kiev');
  await ana.submit('/t/es/Kyiv', { target: 'Kiev', commit: 'yes' });
  expect(project.read('locales/es/glossary.csv')).toContain('Kyiv,Kiev');
  expect((await ana.get('/g/es')).body).toContain('<bdi>Kiev</bdi>');
  const { body } = await ana.get('/api/search?locale=es&q=kyiv&in=source');
  expect(body.found.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['2026-01-01-a', '2026-02-01-b']);
  expect((await ana.get('/search/es?q=one%20boat&in=target')).body).toContain('ONE BOAT.');
});

test('sentences that lack a term though an engine was asked are told when the term is applied, and each time it is looked at', async () => {
  const { ana } = await desk();
  const applied = await ana.submit('/t/es/Kyiv', { target: 'Kiev' });
  expect(applied.body).toContain('In 2 the engine did not bring the term');
  const { body } = await ana.get('/t/es/Kyiv?target=Kiev');
  expect(body).toContain('In 2 the engine did not bring the term');
  expect(body.match(/<p class="tag">The engine has been asked, and did not bring the term/g)).toHaveLength(2);
  // There is nothing to tick: an engine would say the same.
  expect(body).not.toContain('name="row"');
  expect((await ana.submit('/t/es/Kyiv', { target: 'Kiev' })).body).toContain('0 sentences corrected. In 2 the engine');
});

test('the next sentence that needs a person, over all articles of a language', async () => {
  const { ana, accept } = await desk();
  expect((await ana.get('/next/es')).headers.get('location')).toMatch(/^\/a\/es\/2026-02-01-b\?s=/);
  await accept('2026-02-01-b', 'ferry', 'Kiev envió un ferry.');
  expect((await ana.get('/next/es')).headers.get('location')).toMatch(/^\/a\/es\/2026-01-01-a\?s=/);
  expect((await ana.get('/next/xx')).status).toBe(404);
});

test('what a second engine doubts, what has changed, and what cannot be published come first, whichever article they are in', async () => {
  const { project, ana } = await desk();
  const next = async () => (await ana.get('/next/es')).headers.get('location')?.replace(/#.*/, '');
  const { segments } = (await ana.get('/api/editions/es/2026-01-01-a')).body;
  const at = (words: string) => segments.find(({ source }: { source: string }) => source.includes(words)).id;
  // A rank that `translate` has stored.
  const record = 'locales/es/articles/2026-01-01-a.xlf';
  const id = at('hurt');
  const ranked = project.read(record).replace(new RegExp(`<trans-unit id="${id}"`), '$& dragoman:rank="80"');
  expect(ranked).not.toBe(project.read(record));
  project.write(record, ranked);
  expect(await next()).toBe(`/a/es/2026-01-01-a?s=${id}`);
});

test.each([
  ['es', 'Artículos'],
  ['ca', 'Articles'],
  ['uk', 'Статті'],
  ['ar', 'المقالات'],
  ['ja', '記事'],
])('in the language of who works with it: %s', async (language, title) => {
  const { ana } = await desk();
  const { body } = await ana.get('/', { 'accept-language': `${language},en;q=0.5` });
  expect(body).toContain(`<h1>${title}</h1>`);
  expect(body).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
});

test('an article that is gone, or whose file cannot be read, is told in words, with the way back', async () => {
  const { ana, project, faults } = await desk();
  const none = await ana.get('/a/es/none');
  expect([none.status, none.body.includes('There is no such page.'), none.body.includes('<a class="button" href="/">')]).toEqual([
    404,
    true,
    true,
  ]);
  project.write('articles/es/2026-02-01-b.md', '<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> x\n');
  const unsettled = await ana.get('/a/es/2026-02-01-b');
  expect(unsettled.status).toBe(409);
  expect(unsettled.body).toContain('articles/es/2026-02-01-b.md:1: an unsettled merge');
  expect(unsettled.body).toContain('with &quot;dragoman merge&quot;');
  expect(faults).toEqual([]);
});

test('a folder in the place of one edition is told at its article, and all others are there', async () => {
  const { ana, project, faults } = await desk();
  rmSync(join(project.root, 'articles/es/2026-02-01-b.md'));
  mkdirSync(join(project.root, 'articles/es/2026-02-01-b.md'));
  const matrix = await ana.get('/');
  expect([matrix.status, matrix.body.includes('Not readable')]).toEqual([200, true]);
  expect((await ana.get('/a/es/2026-02-01-b')).body).toContain('articles/es/2026-02-01-b.md: not a file');
  const next = await ana.get('/next/es');
  expect([next.status, next.headers.get('location')]).toEqual([303, expect.stringContaining('/a/es/2026-01-01-a?s=')]);
  expect(faults).toEqual([]);
});

test('a project without articles, and a filter that none has, say so', async () => {
  const { enter } = await deskOver(checkout({}).root);
  const ana = await enter('Ana <ana@example.org>');
  expect((await ana.get('/')).body).toContain('There is no article to show.');
  expect((await ana.get('/?state=stale')).body).toContain('There is no article to show.');
  expect((await ana.get('/?q=x')).body).toContain('No article is called that.');
});

test('where articles are in several languages, a term is one of the glossary of its pair', async () => {
  const project = repository(
    {
      'articles/en/a.md': 'The mayor spoke.\n',
      'depeches/fr/b.md': '---\ntitle: Le maire\n---\n\nLe maire parle.\n',
      'locales/es/glossary.csv': 'source,target\nmayor,ALCALDESA\n',
      'locales/es/glossary.fr.csv': 'source,target,variants\nmaire,EDIL,MAIRE\n',
    },
    {
      sources: [
        { source: 'articles/en/{slug}.md', edition: 'articles/{locale}/{slug}.md' },
        {
          name: 'depeches',
          source: 'depeches/fr/{slug}.md',
          edition: 'depeches/{locale}/{slug}.md',
          sourceLocale: 'fr',
        },
      ],
    },
  );
  project.git('config', 'user.name', 'Desk');
  project.git('config', 'user.email', 'desk@example.org');
  await project.run('translate');
  project.commit('start');
  const ana = await (await deskOver(project.root)).enter('Ana Soler <ana@example.org>');
  expect((await ana.get('/')).body).toContain('<span class="headline" lang="fr" dir="ltr">Le maire</span>');
  const { segments } = (await ana.get('/api/editions/es/depeches/b')).body;
  const address = '/t/es/maire?from=fr';
  expect((await ana.get(`/a/es/depeches/b?s=${segments.at(-1).id}`)).body).toContain(`href="${address}"`);
  expect((await ana.get('/g/es')).body).toContain('href="/g/es?from=fr"');
  expect((await ana.get('/g/es?from=fr')).body).toContain('<bdi>maire</bdi>');
  expect((await ana.get('/g/es?from=de')).status).toBe(404);
  const applied = await ana.submit(address, { target: 'ALCALDE' });
  expect(applied.body).toContain('2 sentences corrected.');
  expect(project.read('locales/es/glossary.fr.csv')).toContain('maire,ALCALDE');
  expect(project.read('locales/es/glossary.csv')).toBe('source,target\nmayor,ALCALDESA\n');
  expect(project.read('depeches/es/b.md')).toContain('LE ALCALDE PARLE.');
  const found = (await ana.get('/search/es?q=maire')).body;
  expect(found).toContain('<p lang="fr" dir="ltr">Le maire parle.</p>');
  await ana.submit('/commit', { message: 'alcalde' });
  expect(project.git('status', '--porcelain')).toBe('');
});

test('what a colleague noted of a sentence in a CAT tool stands beside it, and stays when it is accepted', async () => {
  const { project, ana, segment, accept } = await desk();
  const record = 'locales/es/articles/2026-01-01-a.xlf';
  const unit = /(<trans-unit [^>]*>\s*<source[^>]*>Nobody was[\s\S]*?<target[\s\S]*?<\/target>)/;
  expect(project.read(record)).toMatch(unit);
  project.write(record, project.read(record).replace(unit, '$1<note from="Bo">&quot;Nadie&quot; &lt;or&gt; «ninguno»?</note>'));
  const { id, notes } = await segment('2026-01-01-a', 'hurt');
  expect(notes).toEqual([{ text: '"Nadie" <or> «ninguno»?', from: 'Bo' }]);
  const { body } = await ana.get(`/a/es/2026-01-01-a?s=${id}`);
  expect(body).toContain('<p class="hint"><bdi>Bo</bdi></p><p class="verbatim" dir="auto">&quot;Nadie&quot; &lt;or&gt; «ninguno»?</p>');
  await accept('2026-01-01-a', 'hurt', 'Nadie resultó <1>herido</1>.');
  expect(await segment('2026-01-01-a', 'hurt')).toMatchObject({ state: 'reviewed', notes });
  project.edit('articles/en/2026-01-01-a.md', 'Nobody was', 'No one was');
  expect((await segment('2026-01-01-a', 'hurt')).notes).toEqual(notes);
});
