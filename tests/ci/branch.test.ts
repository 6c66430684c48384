/** Editions on the branch of a pull request: people's commits on it stay, nothing is forced, nothing is paid twice. */

import { expect, test } from 'vitest';
import { newsroomWithCi } from '../support/ci.ts';
import { localForge } from '../support/forge.ts';

const FERRY = '---\ntitle: A ferry\n---\n\nThe harbour is closed. It opens at noon.\n\nBoats wait.\n';
const EDITION = 'articles/es/ferry.md';
const BRANCH = 'dragoman/editions';

async function room() {
  const forge = await localForge();
  const newsroom = newsroomWithCi({ 'articles/en/ferry.md': FERRY });
  const env = { DRAGOMAN_DELIVER: 'pull-request', DRAGOMAN_TOKEN: 'secret', GITHUB_API_URL: forge.address };
  const run: typeof newsroom.run = (options = {}) => newsroom.run({ ...options, env: { ...env, ...options.env } });
  /** Every commit of the branch before is in the branch now. */
  const isKept = (before: string) => newsroom.git('merge-base', '--is-ancestor', before, `origin/${BRANCH}`) === '';
  const tip = (branch: string) => {
    newsroom.fetched();
    return newsroom.git('rev-parse', `origin/${branch}`);
  };
  const change = (from: string, to: string) => {
    newsroom.take();
    newsroom.write('articles/en/ferry.md', newsroom.read('articles/en/ferry.md').replace(from, to).concat('\n'));
    newsroom.push(to);
  };
  return { ...newsroom, run, forge, isKept, tip, change };
}

test('a branch of its own and one pull request; the base is untouched', async () => {
  const { run, forge, read, tip, git } = await room();
  const main = git('rev-parse', 'HEAD');
  const { code, out, outputs } = await run();
  expect(code, out).toBe(0);
  expect(read(EDITION, BRANCH)).toContain('BOATS WAIT.');
  expect(tip('main')).toBe(main);
  expect(forge.pulls).toEqual([{ head: BRANCH, base: 'main', title: 'Editions brought up to date', open: true }]);
  expect(forge.tokens).toEqual(new Set(['Bearer secret']));
  expect(outputs).toContain('pull-request=https://forge.example/1\n');
});

test('the next push adds to the branch, and pays for the change alone', async () => {
  const { run, forge, read, tip, change, isKept } = await room();
  await run();
  const before = tip(BRANCH);
  change('Boats wait.', 'Boats leave.');
  const { code, paid, out } = await run();
  expect(code, out).toBe(0);
  expect(paid).toEqual(['Boats leave.']);
  expect(read(EDITION, BRANCH)).toContain('BOATS LEAVE.');
  tip(BRANCH);
  expect(isKept(before)).toBe(true);
  expect(forge.pulls).toHaveLength(1);
});

test("a reviewer's commit on the branch stays, in history and in words", async () => {
  const { run, read, tip, change, take, write, push, isKept } = await room();
  await run();
  take(BRANCH);
  write(EDITION, read(EDITION, BRANCH).replace('IT OPENS AT NOON.', 'Abre a mediodía.').concat('\n'));
  push('A correction', BRANCH);
  const review = tip(BRANCH);
  change('Boats wait.', 'Boats leave.');
  const { code, paid, out } = await run();
  expect(code, out).toBe(0);
  expect(paid).toEqual(['Boats leave.']);
  expect(read(EDITION, BRANCH)).toContain('THE HARBOUR IS CLOSED. Abre a mediodía.\n\nBOATS LEAVE.');
  expect(isKept(review)).toBe(true);
});

test('a correction pushed to the branch during the run stays too', async () => {
  const { run, read, tip, change, take, write, push, isKept } = await room();
  await run();
  change('Boats wait.', 'Boats leave.');
  let review = '';
  const meanwhile = () => {
    take(BRANCH);
    write(EDITION, read(EDITION, BRANCH).replace('IT OPENS AT NOON.', 'Abre a mediodía.').concat('\n'));
    push('A correction', BRANCH);
    review = tip(BRANCH);
  };
  const { code, paid, out } = await run({ meanwhile });
  expect(code, out).toBe(0);
  expect(paid).toEqual(['Boats leave.']);
  const edition = read(EDITION, BRANCH);
  expect(edition).toContain('Abre a mediodía.');
  expect(edition).toContain('BOATS LEAVE.');
  expect(isKept(review)).toBe(true);
});

test('a change that touches no article leaves the branch, and so its reviews, alone', async () => {
  const { run, tip, take, write, push } = await room();
  await run();
  const before = tip(BRANCH);
  take();
  write('notes.txt', 'one\n');
  push('Notes');
  const { code, paid } = await run();
  expect([code, paid]).toEqual([0, []]);
  expect(tip(BRANCH)).toBe(before);
});

for (const [how, merge] of [
  ['by a merge commit', ['merge', '--quiet', '--no-ff', '-m', 'Merged', `origin/${BRANCH}`]],
  ['squashed', ['merge', '--quiet', '--squash', `origin/${BRANCH}`]],
] as const)
  for (const isDeleted of [false, true])
    test(`merged ${how}, its branch ${isDeleted ? 'deleted' : 'left'}: the next run goes on from there`, async () => {
      const { run, forge, read, tip, change, take, git, push, isKept } = await room();
      await run();
      take();
      git(...merge);
      push('Editions');
      const [pull] = forge.pulls;
      if (pull !== undefined) pull.open = false;
      const before = tip(BRANCH);
      if (isDeleted) git('push', '--quiet', 'origin', '--delete', BRANCH);
      expect((await run()).paid).toEqual([]);
      expect(forge.pulls).toHaveLength(1);
      change('Boats wait.', 'Boats leave.');
      const { code, paid, out } = await run();
      expect(code, out).toBe(0);
      expect(paid).toEqual(['Boats leave.']);
      expect(read(EDITION, BRANCH)).toContain('BOATS LEAVE.');
      expect(forge.pulls.map(({ open }) => open)).toEqual([false, true]);
      tip(BRANCH);
      if (!isDeleted) expect(isKept(before)).toBe(true);
    });

test('a forge that is down: the branch is there, exit 2, and the next run opens the pull request and pays nothing', async () => {
  const { run, forge, read } = await room();
  forge.refuses = 500;
  const first = await run();
  expect(first.code).toBe(2);
  expect(read(EDITION, BRANCH)).toContain('BOATS WAIT.');
  forge.refuses = undefined;
  const second = await run();
  expect([second.code, second.paid]).toEqual([0, []]);
  expect(forge.pulls).toHaveLength(1);
});

test('without a token the branch is pushed, and said', async () => {
  const { run, forge } = await room();
  const { code, out } = await run({ env: { DRAGOMAN_TOKEN: '' } });
  expect(code).toBe(0);
  expect(out).toContain('open the pull request to main there');
  expect(forge.pulls).toEqual([]);
});

test('an article removed on the base while its edition was corrected on the branch: the base counts', async () => {
  const { run, tip, take, write, push, git, read } = await room();
  write('articles/en/other.md', 'Rain is near.\n');
  push('Another');
  await run();
  take(BRANCH);
  write('articles/es/other.md', 'Llueve pronto.\n');
  push('A correction', BRANCH);
  take();
  git('rm', '--quiet', 'articles/en/other.md');
  write('articles/en/ferry.md', FERRY.replace('Boats wait.', 'Boats leave.'));
  push('Other is gone');
  const { code, out, paid } = await run();
  expect(code, out).toBe(0);
  expect(paid).toEqual(['Boats leave.']);
  tip(BRANCH);
  expect(read(EDITION, BRANCH)).toContain('BOATS LEAVE.');
});

test('a source that base and branch changed otherwise is for a person: nothing is sent, both branches stay', async () => {
  const { run, tip, take, write, push, change } = await room();
  await run();
  take(BRANCH);
  write('articles/en/ferry.md', FERRY.replace('Boats wait.', 'Boats sink.'));
  push('A change of the source', BRANCH);
  change('Boats wait.', 'Boats leave.');
  const [main, branch] = [tip('main'), tip(BRANCH)];
  const { code, out, paid } = await run();
  expect([code, paid]).toEqual([2, []]);
  expect(out).toMatch(/Two branches have changed the same\n.*articles\/en\/ferry\.md/);
  expect([tip('main'), tip(BRANCH)]).toEqual([main, branch]);
});
