/** What a person decides of an edition: that they have read it, that a finding is right, that an engine shall try again. */

import { describe, expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';
import { repository } from '../support/repository.ts';

const files = { 'articles/en/a.md': 'The harbour opens on Monday. Nobody was hurt.\n\nThe mayor spoke.\n' };
const LOW = `export default { name: 'low', translate: async ({ texts }) => texts.map((text) => text.toLowerCase()) };`;

async function translated() {
  const given = checkout(files);
  const project = { ...given, run: inProcess(given.root) };
  await project.run('translate');
  project.sent();
  const ids = [...project.read('locales/es/articles/a.xlf').matchAll(/trans-unit id="([^"]+)"/g)].map((match) => match[1] as string);
  return { project, ids };
}

const reviewedIn = async (project: Awaited<ReturnType<typeof translated>>['project']) =>
  (await project.run('status', '--json')).events.find(({ type }) => type === 'edition')?.reviewed;

describe('review', () => {
  test('one sentence, then all; the edition keeps every byte, and nothing is sent', async () => {
    const { project, ids } = await translated();
    const before = project.read('articles/es/a.md');
    expect((await project.run('review', 'a', '--to', 'es', '--segment', ids[1] as string, '--json')).summary).toMatchObject({
      sentences: 1,
    });
    expect(await reviewedIn(project)).toBe(1);
    expect((await project.run('review', 'a', '--to', 'es')).stdout).toBe('articles/es/a.md: 2 sentences reviewed\n');
    expect((await project.run('review', '--to', 'es')).stdout).toBe('Nothing to review: all of it has been read.\n');
    expect(await reviewedIn(project)).toBe(3);
    expect((await project.run('translate', '--frozen')).code).toBe(0);
    expect([project.read('articles/es/a.md'), project.sent()]).toEqual([before, []]);
  });

  test('is taken back from what an engine made, and never from what a person wrote', async () => {
    const { project } = await translated();
    project.write('articles/es/a.md', project.read('articles/es/a.md').replace('THE MAYOR SPOKE.', 'HABLÓ LA ALCALDESA.'));
    await project.run('translate');
    await project.run('review', 'a', '--to', 'es');
    expect((await project.run('review', 'a', '--to', 'es', '--undo')).stdout).toBe('articles/es/a.md: 2 sentences taken back\n');
    expect(await reviewedIn(project)).toBe(1);
    expect(project.read('articles/es/a.md')).toContain('HABLÓ LA ALCALDESA.');
  });

  test('a text that was kept for a changed source is told until somebody has found it right', async () => {
    const given = checkout(files, { memory: { outdated: 'keep' } });
    const project = { ...given, run: inProcess(given.root) };
    await project.run('translate');
    project.write('articles/es/a.md', project.read('articles/es/a.md').replace('THE MAYOR SPOKE.', 'Habló la alcaldesa.'));
    await project.run('translate');
    project.write('articles/en/a.md', project.read('articles/en/a.md').replace('mayor spoke', 'mayor has spoken'));
    await project.run('translate');
    const told = async () => (await project.run('check', '--json')).events.filter(({ check }) => check === 'review-outdated');
    const [finding] = await told();
    expect(finding?.message).toContain(`dragoman review a --to es --segment ${finding?.segment}`);
    expect((await project.run('review', 'a', '--to', 'es', '--segment', finding?.segment as string)).stdout).toContain(
      '1 sentence reviewed',
    );
    expect([await told(), (await project.run('translate', '--frozen')).code]).toEqual([[], 0]);
    expect(project.read('articles/es/a.md')).toContain('Habló la alcaldesa.');
  });

  test.each([
    ['as soon as its source has changed', ''],
    ['while another sentence waits for an engine', '\nThe bridge is open.\n'],
  ])('a kept text that is read %s needs no second review', async (_, more) => {
    const source = (words: string, address: string) => `It opens on Monday.\n\nThe [mayor](${address}) ${words}.\n`;
    const given = checkout({ 'articles/en/a.md': source('spoke', '/old') }, { memory: { outdated: 'keep' } });
    const project = { ...given, run: inProcess(given.root) };
    await project.run('translate');
    await project.run('review', 'a', '--to', 'es');
    project.write('articles/en/a.md', source('has spoken', '/new') + more);
    expect((await project.run('review', 'a', '--to', 'es')).stdout).toContain('1 sentence reviewed');
    await project.run('translate');
    const { events } = await project.run('check', '--json');
    expect(events.filter(({ check }) => check === 'review-outdated')).toEqual([]);
    expect(project.read('articles/es/a.md')).toContain('THE [MAYOR](/new) SPOKE.');
    expect(await reviewedIn(project)).toBe(2);
  });

  test('a run tells itself of the texts that it keeps or makes again', async () => {
    for (const outdated of ['keep', 'retranslate']) {
      const given = checkout(files, { memory: { outdated } });
      const project = { ...given, run: inProcess(given.root) };
      await project.run('translate');
      await project.run('review', 'a', '--to', 'es');
      project.write('articles/en/a.md', project.read('articles/en/a.md').replace('mayor spoke', 'mayor has spoken'));
      const { events } = await project.run('translate', '--json');
      expect(events.filter(({ check }) => check === 'review-outdated')).toHaveLength(1);
    }
  });

  test.each<[string[], string]>([
    [['review', 'a'], '--to is missing'],
    [['review', '--to', 'es', '--segment', 'x'], '--segment is of one article'],
    [['review', 'a', '--to', 'es', '--segment', 'nope'], 'no segment "nope"'],
    [['review', 'a', '--to', 'de'], '"de" is not a target locale'],
  ])('%j is refused', async (args, message) => {
    const { project } = await translated();
    const { code, stderr } = await project.run(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('review --by', () => {
  test('commits what was read, and nothing else, with who has read it', async () => {
    const project = repository(files);
    project.git('config', 'user.name', 'Desk');
    project.git('config', 'user.email', 'desk@example.org');
    await project.run('translate');
    project.commit('start');
    project.write('notes.txt', 'not of the review');
    project.git('add', 'notes.txt');
    const { summary } = await project.run('review', 'a', '--to', 'es', '--by', 'Ana Soler', '--json');
    expect(summary).toMatchObject({ editions: 1, sentences: 3, by: 'Ana Soler', commit: expect.stringMatching(/^[0-9a-f]{7,}$/) });
    expect(project.git('log', '-1', '--format=%an: %s / %(trailers:key=Reviewed-by)').trim()).toBe(
      'Desk: Review of es: a / Reviewed-by: Ana Soler',
    );
    expect(project.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe('locales/es/articles/a.xlf');
    expect(project.git('status', '--short').trim()).toBe('A  notes.txt');
    expect(project.read('locales/es/articles/a.xlf')).not.toContain('Ana');
  });

  test.each<[string[], string]>([
    [['--by', 'Ana'], 'in no repository'],
    [['--by', ' '], '--by needs a name'],
    [['--by', 'Ana', '--undo'], 'not with --undo'],
  ])('%j is refused before anything is written', async (args, message) => {
    const { project } = await translated();
    const before = project.read('locales/es/articles/a.xlf');
    const { code, stderr } = await project.run('review', 'a', '--to', 'es', ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(project.read('locales/es/articles/a.xlf')).toBe(before);
  });
});

describe('waive', () => {
  test('a finding is told no longer, until its sentence changes', async () => {
    const given = checkout({ 'articles/en/a.md': 'The bill was 40 euros.\n' });
    const project = { ...given, run: inProcess(given.root) };
    await project.run('translate');
    project.write('articles/es/a.md', 'LA CUENTA FUE DE 50 EUROS.\n');
    const found = async () => (await project.run('check', '--format', 'json')).events.filter(({ check }) => check === 'numbers');
    await project.run('translate');
    const [finding] = await found();
    expect(finding).toMatchObject({ check: 'numbers', segment: expect.any(String) });
    const segment = String(finding?.segment);
    expect((await project.run('waive', 'es', 'a', segment, 'numbers')).stderr).toContain('A waiver needs a reason');
    expect((await project.run('waive', 'es', 'a', segment, 'colours', '--reason', 'so')).stderr).toContain('"colours" is no check');
    expect((await project.run('waive', 'es', 'a', segment, 'numbers', '--reason', 'a tip is in it')).code).toBe(0);
    expect(project.read('locales/es/articles/a.xlf')).toContain('a tip is in it');
    expect(await found()).toEqual([]);
    await project.run('translate');
    expect(await found()).toEqual([]);
    project.write('articles/es/a.md', 'LA CUENTA FUE DE 60 EUROS.\n');
    await project.run('translate');
    expect(await found()).toHaveLength(1);
  });
});

describe('translate --again', () => {
  test('sends machine sentences once more, those of one engine alone where it is named, and never reviewed ones', async () => {
    const { project, ids } = await translated();
    project.write('low.mjs', LOW);
    await project.run('review', 'a', '--to', 'es', '--segment', ids[0] as string);
    const config = JSON.parse(project.read('dragoman.config.json'));
    config.engine = 'low';
    config.engines.low = { module: './low.mjs' };
    project.write('dragoman.config.json', JSON.stringify(config));
    const reviewed = 'THE HARBOUR OPENS ON MONDAY.';
    const told = '2 machine sentences were made by capitals; "dragoman translate --again --from-engine capitals" renews them';
    for (const command of ['status', 'translate']) expect((await project.run(command)).stdout).toContain(told);
    const nobodys = await project.run('translate', '--again', '--from-engine', 'apertium');
    expect(nobodys.stdout).toContain('No machine sentence here was made by apertium; there are those of capitals (2).');
    const { summary } = await project.run('translate', '--again', '--from-engine', 'capitals', 'a', '--json');
    expect(summary.segments).toMatchObject({ reviewed: 1, translated: 2, pending: 0 });
    expect(project.read('articles/es/a.md')).toBe(`${reviewed} nobody was hurt.\n\nthe mayor spoke.\n`);
    expect((await project.run('translate', '--json')).summary.engine.characters).toBe(0);
  });

  test('--from-engine alone is a mistake', async () => {
    const { project } = await translated();
    expect((await project.run('translate', '--from-engine', 'capitals')).stderr).toContain('--from-engine goes with --again');
  });
});
