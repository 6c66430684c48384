/** Files of strings on the page: a button's words are corrected as an article's sentence is. */

import { expect, test } from 'vitest';
import { repository } from '../support/repository.ts';
import { deskOver } from './desk.ts';

const UI = `{
  "nav": { "older": "Older {{kind}}", "home": "Front page" },
  "reply_one": "{{count}} reply",
  "reply_other": "{{count}} replies"
}
`;
const NAME = 'ui (strings)';
const ADDRESS = '/a/es/ui%20(strings)';
const API = '/api/editions/es/ui%20(strings)';
const FILE = 'locales/es/ui.json';

async function desk(articles: Readonly<Record<string, string>> = { 'articles/en/story.md': '---\ntitle: A calm day\n---\n\nRain.\n' }) {
  const project = repository({ 'locales/en/ui.json': UI, ...articles });
  project.git('config', 'user.name', 'Desk');
  project.git('config', 'user.email', 'desk@example.org');
  await project.run('translate');
  project.commit('start');
  const opened = await deskOver(project.root);
  const ana = await opened.enter('Ana Soler <ana@example.org>');
  const at = async (path: string) => {
    const { body } = await ana.get(API);
    return body.segments.find((one: { path: string }) => one.path === path);
  };
  const accept = async (path: string, text: string) => {
    const { id, base } = await at(path);
    return ana.send('POST', `${API}/segments/${id}`, { base, text });
  };
  return { ...opened, project, ana, at, accept };
}

test('the matrix has them after the articles, and finds them', async () => {
  const { ana } = await desk();
  const { body } = await ana.get('/');
  expect(body).toContain('<span class="headline">Interface texts</span> <bdi class="slug">ui</bdi>');
  expect(body).toContain(`href="${ADDRESS}"`);
  expect(body.indexOf('story')).toBeLessThan(body.indexOf('Interface texts'));
  const found = async (query: string) => {
    const page = (await ana.get(`/?${query}`)).body;
    return [page.includes('class="slug">ui<'), page.includes('class="slug">story<')];
  };
  expect(await found('q=ui')).toEqual([true, false]);
  expect(await found('q=interface')).toEqual([true, false]);
  expect(await found('q=calm')).toEqual([false, true]);
});

test('each string stands under its key in both languages, what is filled in is a mark, and there are no paragraphs of its own', async () => {
  const { ana, at } = await desk();
  const older = await at('nav.older');
  const { body } = await ana.get(`${ADDRESS}?s=${older.id}`);
  expect(body.match(/<span class="key" dir="ltr" lang="en">nav\.older<\/span>/g)).toHaveLength(2);
  expect(body).toMatch(/id="s-[^>]*>Older <bdi class="chip" title="\{\{kind\}\}">\{\{kind\}\}<\/bdi><\/a>/);
  expect(body).toContain('>OLDER &lt;1/&gt;</textarea>');
  expect(body).not.toContain('id="own"');
  const { status } = await ana.send('POST', `${API}/segments/${older.id}/own`, { markdown: 'More.' });
  expect(status).toBe(409);
});

test('a string is saved in its place, forms of a plural that the source lacks too, and nothing else changes', async () => {
  const { accept, project } = await desk();
  const before = project.read(FILE);
  expect((await accept('nav.home', 'Portada')).body.state).toBe('reviewed');
  expect((await accept('reply_many', '<x id="1"/> de respuestas')).status).toBe(200);
  expect(project.read(FILE)).toBe(
    before.replace('FRONT PAGE', 'Portada').replace('"reply_many": "{{count}} REPLIES', '"reply_many": "{{count}} de respuestas'),
  );
  expect((await accept('reply_many', 'respuestas')).body.missing).toEqual(['1']);
  const after = project.read(FILE);
  await project.run('translate');
  expect(project.read(FILE)).toBe(after);
});

test('a form of the page does the same, a save is taken back, and the commit is of the file alone', async () => {
  const { ana, at, project } = await desk();
  const { id, base } = await at('nav.home');
  const { status, headers } = await ana.submit(ADDRESS, { segment: id, base, text: 'Portada', action: 'next' });
  expect(status).toBe(303);
  expect(headers.get('location')).toMatch(/^\/a\/es\/ui%20\(strings\)\?s=/);
  expect(project.read(FILE)).toContain('Portada');
  const { undo } = await at('nav.home');
  expect((await ana.send('POST', `${API}/segments/${id}/undo`, { undo })).status).toBe(200);
  expect(project.read(FILE)).toContain('FRONT PAGE');
  await ana.send('POST', `${API}/segments/${id}`, { base: (await at('nav.home')).base, text: 'Portada' });
  expect((await ana.get('/commit')).body).toContain(`<a href="${ADDRESS}"><bdi>${NAME}</bdi></a>`);
  await ana.submit('/commit', { message: 'ui' });
  expect(project.git('show', '--stat', '--format=%an', 'HEAD')).toMatch(
    /^Ana Soler\s+locales\/es\/strings\/ui\.xlf .*\s+locales\/es\/ui\.json /,
  );
});

test('a draft goes with a string whose source changes, and what others write in the file is told', async () => {
  const { ana, at, accept, project } = await desk();
  const { id, base } = await at('nav.home');
  await ana.send('PUT', `${API}/segments/${id}/draft`, { base, text: 'Portada' });
  project.edit('locales/en/ui.json', 'Front page', 'The front page');
  const now = await at('nav.home');
  expect(now.id).not.toBe(id);
  expect(now.drafts).toMatchObject([{ text: 'Portada', isMine: true }]);
  const other = await at('reply_other');
  project.edit(FILE, '{{count}} REPLIES"\n', '{{count}} respuestas"\n');
  const answer = await ana.send('POST', `${API}/segments/${other.id}`, { base: other.base, text: '<x id="1"/> contestaciones' });
  expect([answer.status, answer.body.text]).toEqual([409, '<x id="1"/> respuestas']);
  expect((await accept('reply_other', '<x id="1"/> contestaciones')).status).toBe(200);
});

test('while keys of the source wait for an engine, what is accepted is in the file at its key, or in the record for a key that it lacks', async () => {
  const { at, accept, project } = await desk();
  project.write('locales/en/ui.json', UI.replace('"home"', '"new": "Newer", "old": "Older still", "home"'));
  expect((await accept('nav.home', 'Portada')).body.target).toBe('Portada');
  expect(project.read(FILE)).toContain('"home": "Portada"');
  expect((await accept('nav.new', 'Más nuevo')).body.target).toBe('Más nuevo');
  expect(project.read(FILE)).not.toContain('nuevo');
  expect((await at('nav.new')).state).toBe('reviewed');
  await project.run('translate');
  expect(JSON.parse(project.read(FILE)).nav).toEqual({ older: 'OLDER {{kind}}', new: 'Más nuevo', old: 'OLDER STILL', home: 'Portada' });
  expect((await at('nav.new')).state).toBe('reviewed');
});

test('what most needs a person may be a string', async () => {
  const { ana, at, project } = await desk();
  project.edit(FILE, 'OLDER {{kind}}', 'OLDER');
  const { id } = await at('nav.older');
  expect((await ana.get('/next/es')).headers.get('location')).toBe(`${ADDRESS}?s=${id}#t-${id}`);
});

test('a term reaches strings, and an exception in one of them stands', async () => {
  const { ana, project } = await desk();
  const { body } = await ana.get('/t/es/page?target=hoja');
  expect(body).toContain(`<h2><a href="${ADDRESS}"><bdi>${NAME}</bdi></a></h2>`);
  const row = /name="all" value="([^"]+)"/.exec(body)?.[1] ?? '';
  await ana.submit('/t/es/page', { target: 'hoja', all: row, reason: 'Fits the button' });
  await project.run('translate');
  expect(project.read(FILE)).toContain('"FRONT PAGE"');
  expect((await project.run('check', '--json')).summary).toMatchObject({ findings: { error: 0, warning: 0 } });
});

test('an article of the same name has its own address', async () => {
  const { ana, at } = await desk({ 'articles/en/ui.md': '# A calm day\n' });
  expect((await ana.get('/api/editions/es/ui')).body.segments[0].source).toBe('A calm day');
  expect((await at('nav.home')).source).toBe('Front page');
  expect((await ana.get('/')).body.match(/class="slug">ui</g)).toHaveLength(2);
});

test('the memory names where a string was said', async () => {
  const { ana } = await desk();
  const { body } = await ana.get('/search/es?q=front');
  expect(body).toContain(`<a href="${ADDRESS}"><bdi>${NAME}</bdi></a>`);
});
