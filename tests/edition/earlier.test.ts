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
