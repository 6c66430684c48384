/** Editions committed to the branch: scenarios on a bare repository, each runner with a clone of its own. Nothing lost, nothing paid twice. */

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newsroomWithCi } from '../support/ci.ts';

const FERRY = '---\ntitle: A ferry\n---\n\nThe harbour is closed. It opens at noon.\n\nBoats wait.\n';
const room = (config = {}) => newsroomWithCi({ 'articles/en/ferry.md': FERRY }, config);
const EDITION = 'articles/es/ferry.md';

test('a push is translated, and the editions come back as one commit', async () => {
  const { run, read, git, fetched } = room();
  const { code, out, paid, outputs } = await run();
  expect(code, out).toBe(0);
  expect(paid).toHaveLength(4);
  expect(read(EDITION)).toBe('---\ntitle: A FERRY\n---\n\nTHE HARBOUR IS CLOSED. IT OPENS AT NOON.\n\nBOATS WAIT.');
  fetched();
  expect(git('log', '-1', '--format=%an|%(trailers:key=Dragoman,valueonly)', 'origin/main')).toBe('dragoman[bot]|translate');
  expect(git('show', '--name-only', '--format=', 'origin/main').split('\n')).toEqual([EDITION, 'locales/es/articles/ferry.xlf']);
  expect(outputs).toBe(`commit=${git('rev-parse', 'origin/main')}\n`);
});

test('its own commit starts nothing; one that changed a source besides does', async () => {
  const { run, write, git, take } = room();
  await run();
  const again = await run();
  expect([again.code, again.paid]).toEqual([0, []]);
  expect(again.out).toContain('nothing to do');
  take();
  write('articles/en/ferry.md', FERRY.replace('Boats wait.', 'Boats leave.'));
  git('commit', '--quiet', '-am', 'Squashed', '-m', 'Dragoman: translate');
  git('push', '--quiet', 'origin', 'HEAD:main');
  expect((await run()).paid).toEqual(['Boats leave.']);
});

test('an empty change: nothing is sent, nothing is committed', async () => {
  const { run, push, take, git, fetched } = room();
  await run();
  take();
  push('Nothing');
  const head = git('rev-parse', 'HEAD');
  const { code, paid, out, outputs } = await run();
  expect([code, paid, outputs]).toEqual([0, [], '']);
  expect(out).toContain('Every edition is as it was');
  fetched();
  expect(git('rev-parse', 'origin/main')).toBe(head);
});

test('a push that comes in between is kept, and the commit goes on top of it', async () => {
  const { run, write, push, read, git, fetched } = room();
  const meanwhile = () => {
    write('notes.txt', 'meanwhile\n');
    push('Meanwhile');
  };
  const { code, out } = await run({ meanwhile });
  expect(code, out).toBe(0);
  expect(read(EDITION)).toContain('BOATS WAIT.');
  fetched();
  expect(git('log', '--format=%s', 'origin/main').split('\n').slice(0, 2)).toEqual([
    'Translate: 2 files of editions and records',
    'Meanwhile',
  ]);
});

test("a person's edit of the same edition, pushed during the run, is kept beside the new sentence", async () => {
  const { run, write, push, take, read } = room();
  await run();
  take();
  write('articles/en/ferry.md', FERRY.replace('Boats wait.', 'Boats leave.'));
  push('They leave');
  const meanwhile = () => {
    write(EDITION, read(EDITION).replace('IT OPENS AT NOON.', 'Abre a mediodía.'));
    push('A correction');
  };
  const { code, out, paid } = await run({ meanwhile });
  expect(code, out).toBe(0);
  expect(paid).toEqual(['Boats leave.']);
  expect(read(EDITION)).toContain('THE HARBOUR IS CLOSED. Abre a mediodía.\n\nBOATS LEAVE.');
  const next = await run();
  expect(next.paid).toEqual([]);
  expect(read(EDITION)).toContain('Abre a mediodía.');
});

test('a source that changed during the run: the next run pays for the change alone', async () => {
  const { run, write, push, read } = room();
  const meanwhile = () => {
    write('articles/en/ferry.md', FERRY.replace('Boats wait.', 'Boats leave.'));
    push('They leave');
  };
  const first = await run({ meanwhile });
  expect(first.code, first.out).toBe(0);
  expect(first.paid).toHaveLength(4);
  const { code, paid } = await run({ at: 'main~1' });
  expect([code, paid]).toEqual([0, ['Boats leave.']]);
  expect(read(EDITION)).toContain('BOATS LEAVE.');
});

test('a run for an older commit begins from the tip, and pays nothing that is there', async () => {
  const { run, git } = room();
  const at = git('rev-parse', 'HEAD');
  await run();
  const { code, paid } = await run({ at });
  expect([code, paid]).toEqual([0, []]);
});

test('a commit that the workflow itself made goes along', async () => {
  const { run, read, gitIn, write, push } = room();
  const before = (folder: string) => {
    writeFileSync(join(folder, 'articles/en/wire.md'), 'Rain is near.\n');
    gitIn(folder, 'add', '-A');
    gitIn(folder, 'commit', '--quiet', '-m', 'Wire');
  };
  const meanwhile = () => {
    write('notes.txt', 'meanwhile\n');
    push('Meanwhile');
  };
  const { code, out } = await run({ before, meanwhile });
  expect(code, out).toBe(0);
  expect(read('articles/es/wire.md')).toBe('RAIN IS NEAR.');
  expect(read('notes.txt')).toBe('meanwhile');
});

test('what was changed in the checkout before is not committed', async () => {
  const { run, read } = room();
  const before = (folder: string) => writeFileSync(join(folder, '.gitignore'), '.dragoman/\nbuild/\n');
  expect((await run({ before })).code).toBe(0);
  expect(read('.gitignore')).toBe('.dragoman/');
});

test('a cancelled run delivers what it has paid for; the next one pays for the rest', async () => {
  const { run, read } = room();
  const first = await run({ isCancelled: true });
  expect(first.code, first.out).toBe(130);
  // The job is run again, for its own commit.
  const second = await run({ at: 'main~1' });
  expect(second.code, second.out).toBe(0);
  const all = [...first.paid, ...second.paid];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(4);
  expect(read(EDITION)).toContain('BOATS WAIT.');
});

test('a machine that is lost in the middle of a run: the next one, with the journal of the cache, pays for the rest', async () => {
  const { run, lose, read } = room();
  const first = lose('It opens at noon.');
  expect(first).toHaveLength(2);
  const { code, out, paid } = await run();
  expect(code, out).toBe(0);
  expect(paid).toEqual(['It opens at noon.', 'Boats wait.']);
  expect(read(EDITION)).toContain('BOATS WAIT.');
});

test('a budget stops the run: what was paid for is delivered, exit 4, and the next run goes on', async () => {
  const { run } = room();
  const first = await run({ env: { DRAGOMAN_MAX_CHARACTERS: '40' } });
  expect(first.code, first.out).toBe(4);
  // Its own push spends no further budget; a run by hand does.
  expect((await run()).paid).toEqual([]);
  const second = await run({ env: { GITHUB_EVENT_NAME: 'workflow_dispatch' } });
  expect(second.code, second.out).toBe(0);
  expect([...first.paid, ...second.paid].toSorted()).toEqual(['A ferry', 'Boats wait.', 'It opens at noon.', 'The harbour is closed.']);
});

test('a remote that refuses: exit 2, and the next runner, with the journal of the cache, pays nothing', async () => {
  const { run, bare, read } = room();
  const hook = join(bare, 'hooks/pre-receive');
  writeFileSync(hook, '#!/bin/sh\necho protected >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  const first = await run();
  expect(first.code).toBe(2);
  expect(first.out).toMatch(/main cannot be pushed to\n.*pre-receive hook declined.*\n.*deliver: pull-request/);
  writeFileSync(hook, '#!/bin/sh\nexit 0\n');
  const second = await run();
  expect([second.code, second.paid]).toEqual([0, []]);
  expect(read(EDITION)).toContain('BOATS WAIT.');
  // Delivered once: the answers are not kept for ever.
  expect((await run({ at: 'main~1' })).paid).toEqual([]);
});

test('a race lost again and again is won at last', async () => {
  const { run, bare, read } = room();
  // Twice the branch moves between the fetch and the push.
  const hook = join(bare, 'hooks/update');
  writeFileSync(
    hook,
    `#!/bin/sh
n=$(cat "${bare}/races" 2>/dev/null || echo 0)
[ "$n" -ge 2 ] && exit 0
echo $((n + 1)) >"${bare}/races"
tree=$(git rev-parse refs/heads/main^{tree})
new=$(GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b git commit-tree "$tree" -p refs/heads/main -m "Race $n")
echo "$new" >"${bare}/refs/heads/main"
`,
  );
  chmodSync(hook, 0o755);
  const { code, out } = await run();
  expect(code, out).toBe(0);
  expect(read(EDITION)).toContain('BOATS WAIT.');
});

test('a shallow checkout has what a merge needs', async () => {
  const { run, write, push, read } = room();
  await run();
  write('notes.txt', 'one\n');
  const meanwhile = () => {
    write('notes.txt', 'two\n');
    push('Meanwhile');
  };
  const { code, out } = await run({ depth: 1, meanwhile, at: 'main' });
  expect(code, out).toBe(0);
  expect(read(EDITION)).toContain('BOATS WAIT.');
});

test('a detached checkout without a branch is a mistake of the workflow, told before anything is sent', async () => {
  const { run, git } = room();
  const { code, out, paid } = await run({ at: git('rev-parse', 'HEAD'), env: { GITHUB_REF_NAME: '' } });
  expect([code, paid]).toEqual([2, []]);
  expect(out).toContain('DRAGOMAN_BASE');
});

test('deliver: none leaves the editions in the checkout', async () => {
  const { run, gitIn, git, fetched } = room();
  const head = git('rev-parse', 'HEAD');
  const { code, folder } = await run({ env: { DRAGOMAN_DELIVER: 'none' } });
  expect(code).toBe(0);
  expect(gitIn(folder, 'status', '--porcelain', '--untracked-files=all')).toContain(EDITION);
  fetched();
  expect(git('rev-parse', 'origin/main')).toBe(head);
});

test('a hostile input stays a word', async () => {
  const { run } = room();
  const to = await run({ env: { DRAGOMAN_TO: '$(touch pwned)' } });
  expect([to.code, to.paid]).toEqual([2, []]);
  const branch = await run({ env: { DRAGOMAN_DELIVER: 'pull-request', DRAGOMAN_BRANCH: '--upload-pack=touch pwned' } });
  expect([branch.code, branch.paid]).toEqual([2, []]);
  expect((await run({ env: { DRAGOMAN_MODE: 'publish' } })).out).toContain('auto, translate, check');
});
