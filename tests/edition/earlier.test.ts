import { expect, test } from 'vitest';
import { repository } from '../support/repository.ts';

const SOURCE = 'articles/en/story.md';
const EDITION = 'articles/es/story.md';
const story = '# Port\n\nThe port is open. A pier was built.\n\nThe mayor was glad.\n\nThe end is near.\n';

/** Committed as it was, then translated anew with a changed sentence, a new paragraph and one that has gone. */
async function translatedAnew() {
  const project = repository({ [SOURCE]: story });
  await project.run('translate');
  project.commit('start');
  project.edit(SOURCE, 'The port is open.', 'The port is shut.');
  project.edit(SOURCE, '\nThe mayor was glad.\n', '\nThe ferry is back.\n\nNobody was hurt.\n');
  await project.run('translate');
  project.sent();
  return { ...project, anew: project.read(EDITION) };
}

test('an older edition that is checked out after a run is no person’s edit: the run’s text comes back, and nothing is sent', async () => {
  const { run, git, read, sent, anew } = await translatedAnew();
  git('checkout', '--', 'articles/es');
  expect(read(EDITION)).not.toBe(anew);
  expect((await run('translate', '--frozen')).code).toBe(1);
  const { summary } = await run('translate', '--json');
  expect(read(EDITION)).toBe(anew);
  expect(summary.segments).toMatchObject({ reviewed: 0, translated: 0, pending: 0 });
  expect(sent()).toEqual([]);
  expect((await run('translate', '--frozen')).code).toBe(0);
});

test("a sentence of before that one side of a merge brings back is none either, but a person's beside it is", async () => {
  const { run, read, edit, anew } = await translatedAnew();
  edit(EDITION, 'THE PORT IS SHUT.', 'THE PORT IS OPEN.');
  edit(EDITION, 'THE END IS NEAR.', 'El fin está cerca.');
  const { summary } = await run('translate', '--json');
  expect(read(EDITION)).toBe(anew.replace('THE END IS NEAR.', 'El fin está cerca.'));
  expect(summary.segments).toMatchObject({ reviewed: 1, translated: 0 });
});

test("a person's sentence that was reviewed before stays theirs, on whatever branch it was", async () => {
  const { run, read, git, edit, commit } = repository({ [SOURCE]: story });
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit(EDITION, 'THE PORT IS OPEN.', 'El puerto abrió.');
  await run('translate');
  commit('other');
  const theirs = read(EDITION);
  git('checkout', '-q', 'main');
  git('checkout', 'other', '--', EDITION);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 1 });
  expect(read(EDITION)).toBe(theirs);
});

test('a paragraph that a person takes out of the edition stays out', async () => {
  const { run, read, edit, anew } = await translatedAnew();
  edit(EDITION, 'THE FERRY IS BACK.\n\n', '');
  await run('translate');
  expect(read(EDITION)).toBe(anew.replace('THE FERRY IS BACK.\n\n', ''));
});

test.each(['locales/es', 'articles/es', '.'])(
  '%s checked out after a run that nobody has committed: no text is a person’s',
  async (path) => {
    const { run, read, git, write, sent, anew } = await translatedAnew();
    const now = read(SOURCE);
    git('checkout', '--', path);
    write(SOURCE, now);
    const { summary } = await run('translate', '--json');
    expect({ edition: read(EDITION), segments: summary.segments }).toMatchObject({ edition: anew, segments: { reviewed: 0, pending: 0 } });
    if (path !== '.') expect(sent()).toEqual([]);
    expect((await run('translate', '--frozen')).code).toBe(0);
  },
);

test("a person's sentence beside it is theirs, and so is a paragraph of their own that only the run's record knew", async () => {
  const { run, read, git, edit } = await translatedAnew();
  edit(EDITION, 'THE FERRY IS BACK.\n', 'THE FERRY IS BACK.\n\nUn párrafo propio.\n');
  await run('translate');
  git('checkout', '--', 'locales/es');
  edit(EDITION, 'THE END IS NEAR.', 'El fin está cerca.');
  const edited = read(EDITION);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 1, translated: 0 });
  expect(read(EDITION)).toBe(edited);
});

test('two runs that nobody has committed: the edition of the first, which no commit has, is no person’s edit', async () => {
  const { run, read, write, edit, anew } = await translatedAnew();
  edit(SOURCE, 'The end is near.', 'The end is far.');
  await run('translate');
  const last = read(EDITION);
  write(EDITION, anew);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 0, translated: 0 });
  expect(read(EDITION)).toBe(last);
});

test('a word that a machine says elsewhere in the article, now or before, may be put here by a person', async () => {
  const source = '| Line | Open |\n| --- | --- |\n| First | Yes |\n| Second | No |\n';
  const { run, read, edit, commit } = repository({ [SOURCE]: source });
  await run('translate');
  commit('start');
  edit(EDITION, '| FIRST | YES |', '| FIRST | NO |');
  const edited = read(EDITION);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 1 });
  expect(read(EDITION)).toBe(edited);
});

test('what a committed run has added, and a person takes out, stays out, although the file is the one of before', async () => {
  const { run, read, write, edit, commit } = repository({ [SOURCE]: story });
  await run('translate');
  commit('start');
  const before = read(EDITION);
  edit(SOURCE, 'The port is open.', 'The port is open. It is big.');
  await run('translate');
  commit('more');
  write(EDITION, before);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ translated: 0 });
  expect(read(EDITION)).toBe(before);
});
