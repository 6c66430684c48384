/** Pull requests, merge queues and tags are checked: for what they can mend, without a write. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newsroomWithCi, type RunOptions } from '../support/ci.ts';
import { type LocalForge, localForge } from '../support/forge.ts';

const FERRY = '---\ntitle: A ferry\n---\n\nThe harbour is closed, says [the office](https://example.org).\n\nBoats wait.\n';
const EDITION = 'articles/es/ferry.md';

/** An article with its edition on main, and a branch of somebody. */
async function room() {
  const forge = await localForge();
  const newsroom = newsroomWithCi({ 'articles/en/ferry.md': FERRY, 'articles/en/rain.md': 'Rain is near.\n' });
  await newsroom.run();
  newsroom.take();
  const branch = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) newsroom.write(file, text);
    newsroom.push('A change', 'change');
  };
  const check = (options: RunOptions = {}) => {
    const repo = { full_name: 'desk/site' };
    const payload = { repository: repo, pull_request: { number: 5, head: { repo }, base: { ref: 'main' } } };
    const env = { GITHUB_EVENT_NAME: 'pull_request', DRAGOMAN_TOKEN: 'secret', GITHUB_API_URL: forge.address };
    return newsroom.run({ at: 'change', payload, ...options, env: { ...env, ...options.env } });
  };
  return { ...newsroom, forge, branch, check };
}

const bodies = (forge: LocalForge) => forge.comments.map(({ body }) => body);

describe('a pull request', () => {
  test('that leaves editions behind is green, with one comment that is renewed', async () => {
    const { branch, check, forge, gitIn, take } = await room();
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const { code, out, paid, folder } = await check();
    expect([code, paid]).toEqual([0, []]);
    expect(out).toMatch(/^::notice file=articles\/es\/ferry\.md,.*::The edition is stale: 1 of 3 sentences/m);
    expect(bodies(forge)).toEqual([
      expect.stringMatching(/^<!-- dragoman: editions -->\n1 edition is to be translated after the merge.*\n\n- `ferry`: es$/),
    ]);
    expect(gitIn(folder, 'status', '--porcelain')).toBe('');
    take('change');
    branch({ 'articles/en/rain.md': 'Rain is here.\n' });
    await check();
    expect(bodies(forge)).toEqual([expect.stringContaining('2 editions are to be translated')]);
  });

  test('that has nothing to be told gets no comment, and one from before says so', async () => {
    const { branch, check, forge } = await room();
    branch({ 'notes.txt': 'one\n' });
    expect((await check()).code).toBe(0);
    expect(forge.comments).toEqual([]);
    forge.comments.push({ id: 1, body: '<!-- dragoman: editions -->\nold' });
    expect((await check()).code).toBe(0);
    expect(bodies(forge)).toEqual([expect.stringContaining('No edition waits')]);
  });

  test('with an error in an edition that it changes is red', async () => {
    const { branch, check, read, forge } = await room();
    branch({ [EDITION]: `${read(EDITION).replace('CLOSED', 'CLO\uFFFDED')}\n` });
    const { code, out } = await check();
    expect(code, out).toBe(1);
    expect(out).toMatch(/^::error file=articles\/es\/ferry\.md/m);
    expect(bodies(forge)).toEqual([expect.stringContaining('| error | characters |')]);
  });

  test('is not red for an error in an edition that it leaves alone', async () => {
    const { branch, check, read, write, push } = await room();
    write(EDITION, `${read(EDITION).replace('CLOSED', 'CLO\uFFFDED')}\n`);
    push('A fault on main');
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const { code, out } = await check();
    expect(code, out).toBe(0);
    expect(out).toContain('::warning');
  });

  test('that removes an article is told of the editions that it leaves behind; under frozen: always it is red', async () => {
    const { branch, check, forge, git, push } = await room();
    git('rm', '-q', 'articles/en/ferry.md');
    branch({ 'notes.txt': 'one\n' });
    const { code, out } = await check();
    expect(code, out).toBe(0);
    expect(out).toMatch(/^::warning file=articles\/es\/ferry\.md,.*::Its source is gone: "dragoman prune" removes it/m);
    expect(bodies(forge)).toEqual([expect.stringContaining('| warning | orphaned |')]);
    expect((await check({ env: { DRAGOMAN_FROZEN: 'always' } })).code).toBe(1);
    // Who only changes something else is not asked for what was left behind before.
    push('Without its source', 'main');
    branch({ 'notes.txt': 'two\n' });
    expect((await check()).out).not.toContain('Its source is gone');
  });

  test('with a source that cannot be read is red', async () => {
    const { branch, check } = await room();
    branch({ 'articles/en/rain.md': '---\ntitle: "open\ndate: 2026-01-01\n\nRain is near.\n' });
    expect((await check()).code).toBe(2);
  });

  test('under frozen: always is red for a stale edition; under never nothing is said of it', async () => {
    const { branch, check, forge } = await room();
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    expect((await check({ env: { DRAGOMAN_FROZEN: 'never' } })).code).toBe(0);
    expect(forge.comments).toEqual([]);
    expect((await check({ env: { DRAGOMAN_FROZEN: 'always' } })).code).toBe(1);
  });

  test('of a shallow checkout is compared with its base all the same', async () => {
    const { branch, check } = await room();
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const { code, out } = await check({ depth: 1, before: undefined, at: 'main' });
    expect(code, out).toBe(0);
    expect(out).toContain('0 editions checked');
  });

  test('whose token may not comment has its comment in the summary', async () => {
    const { branch, check, forge } = await room();
    forge.refuses = 403;
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const { code, summary, out } = await check();
    expect(code, out).toBe(0);
    expect(summary).toContain('1 edition is to be translated');
    expect(out).toContain('the comment is left out');
  });

  test('of GitLab has its note there, and its findings as JUnit', async () => {
    const { branch, git, fetched, run } = await room();
    const gitlab = await localForge('gitlab');
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    fetched();
    const merge = {
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'origin/main'),
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7',
      CI_MERGE_REQUEST_PROJECT_ID: '7',
    };
    const env = {
      GITLAB_CI: 'true',
      CI_API_V4_URL: gitlab.address,
      CI_PROJECT_ID: '7',
      DRAGOMAN_TOKEN: 'secret',
      DRAGOMAN_REPORT: 'dragoman.xml',
      GITHUB_ACTIONS: '',
      ...merge,
    };
    const { code, out, folder } = await run({ at: 'change', env: { ...env, GITHUB_REPOSITORY: '' } });
    expect(code, out).toBe(0);
    expect(bodies(gitlab)).toEqual([expect.stringContaining('1 edition is to be translated')]);
    expect(gitlab.tokens).toEqual(new Set(['secret']));
    expect(readFileSync(join(folder, 'dragoman.xml'), 'utf8')).toContain('<testsuite');
  });
});

describe('a merge queue and a tag are checked only', () => {
  test('a merge queue as its pull requests are', async () => {
    const { branch, check, git, forge, read } = await room();
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const payload = {
      repository: { full_name: 'desk/site' },
      merge_group: { base_ref: 'refs/heads/main', base_sha: git('rev-parse', 'origin/main') },
    };
    const stale = await check({ payload, env: { GITHUB_EVENT_NAME: 'merge_group' } });
    expect([stale.code, stale.paid, forge.comments]).toEqual([0, [], []]);
    branch({ [EDITION]: `${read(EDITION).replace('CLOSED', 'CLO\uFFFDED')}\n` });
    expect((await check({ payload, env: { GITHUB_EVENT_NAME: 'merge_group' } })).code).toBe(1);
  });

  test('a tag has to be up to date', async () => {
    const { branch, run } = await room();
    const env = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' };
    const fresh = await run({ env });
    expect(fresh.code, fresh.out).toBe(0);
    branch({ 'articles/en/ferry.md': FERRY.replace('Boats wait.', 'Boats leave.') });
    const stale = await run({ env, at: 'change' });
    expect([stale.code, stale.paid]).toEqual([1, []]);
    expect(stale.out).toContain('::error file=articles/es/ferry.md');
  });
});
