/** What comes from a fork: checked, and nothing of it run or sent. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forkOf } from '../../src/ci/event.ts';
import { runProgram } from '../../src/cli/program.ts';
import { environment, newsroomWithCi } from '../support/ci.ts';

const STORY = { 'articles/en/ferry.md': 'The harbour is closed.\n' };
const own = { full_name: 'desk/site' };
const pullFrom = (repo: object | null) => ({ repository: own, pull_request: { number: 5, head: { repo }, base: { ref: 'main' } } });
const fork = pullFrom({ full_name: 'evil/site' });
const target = { GITHUB_EVENT_NAME: 'pull_request_target' };
const translate = { ...target, DRAGOMAN_MODE: 'translate' };

/** Whatever runs of the fork leaves a file. */
const MARK = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('./pwned', import.meta.url), '');
export default { name: 'mine', translate: async ({ texts }) => texts };
`;

describe('a pull request from a fork', () => {
  test('is checked, and its engine module is not even loaded', async () => {
    const { run, write, push } = newsroomWithCi(STORY);
    write('engine.mjs', MARK);
    push('Evil', 'change');
    const { code, out, folder } = await run({ at: 'change', payload: fork, env: target });
    expect(code, out).toBe(0);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  test('is not translated, unless the workflow trusts it', async () => {
    const { run, write, push, git, fetched } = newsroomWithCi(STORY);
    write('engine.mjs', MARK);
    push('Evil', 'change');
    const { code, out, folder } = await run({ at: 'change', payload: fork, env: translate });
    expect(code).toBe(2);
    expect(out).toMatch(/comes from a fork.*\n.*got evil\/site\n.*--trusted/);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
    fetched();
    expect(git('ls-tree', '-r', '--name-only', 'origin/main')).not.toContain('articles/es');
    const trusted = await run({ at: 'change', payload: fork, env: { ...translate, DRAGOMAN_TRUSTED: 'true', DRAGOMAN_DELIVER: 'none' } });
    expect(existsSync(join(trusted.folder, 'pwned'))).toBe(true);
  });

  test('a configuration that is code is not run, not even to be checked', async () => {
    const { run, write, push, git } = newsroomWithCi(STORY);
    git('rm', '--quiet', 'dragoman.config.json');
    write(
      'dragoman.config.mjs',
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./pwned', import.meta.url), '');\nexport default { sourceLocale: 'en', targetLocales: ['es'] };\n`,
    );
    push('Evil', 'change');
    const { code, out, folder } = await run({ at: 'change', payload: fork, env: target });
    expect(code).toBe(2);
    expect(out).toMatch(/dragoman\.config\.mjs is code, and not run/);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
    const trusted = await run({ at: 'change', payload: fork, env: { ...target, DRAGOMAN_TRUSTED: 'true' } });
    expect(trusted.code, trusted.out).toBe(0);
  });

  test.each([
    ['translate'],
    ['doctor'],
    ['translate', '--dry-run'],
    ['watch'],
    ['engines'],
    ['engines', 'install', 'es'],
    ['glossary', 'set', 'es', 'harbour', 'puerto', '--dry-run'],
    ['edit', '--port', '0', '--read-only'],
    ['lsp'],
    ['cost'],
    ['store', 'check'],
    ['memory', 'find', 'The harbour is closed.'],
  ])('no command sends anything: %s %s', async (...args) => {
    const { author, write } = newsroomWithCi(STORY);
    write('engine.mjs', MARK);
    write('event.json', JSON.stringify(fork));
    let out = '';
    const screen = {
      write: (text: string) => {
        out += text;
      },
    };
    const env = { ...environment, ...target, GITHUB_EVENT_PATH: join(author, 'event.json') };
    const given = { cwd: author, env, stdout: screen, stderr: screen, signal: new AbortController().signal };
    expect(await runProgram(args, given)).toBe(2);
    expect(out).toContain('comes from a fork');
    expect(existsSync(join(author, 'pwned'))).toBe(false);
    expect(await runProgram(['translate', '--frozen'], given)).toBe(1);
  });

  test('has its status told, and neither its engine is loaded nor the database asked that it names', async () => {
    const { author, write, read } = newsroomWithCi(STORY);
    const config = { ...JSON.parse(read('dragoman.config.json')), store: 'postgres://evil.example/news' };
    write('dragoman.config.json', JSON.stringify(config));
    write('engine.mjs', MARK);
    write('event.json', JSON.stringify(fork));
    const said = { out: '', err: '' };
    const screen = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
    const env = { ...environment, ...target, GITHUB_EVENT_PATH: join(author, 'event.json') };
    const given = { cwd: author, env, stdout: screen('out'), stderr: screen('err'), signal: new AbortController().signal };
    expect(await runProgram(['status'], given)).toBe(0);
    expect(said.out).toContain('ferry');
    expect(said.err).toBe('');
    expect(existsSync(join(author, 'pwned'))).toBe(false);
  });
});

describe('whose fork it is', () => {
  const read = (payload: object) => () => JSON.stringify(payload);
  test.each([
    ['a branch of the repository', pullFrom(own), 'pull_request', undefined],
    ['a fork', fork, 'pull_request', 'evil/site'],
    ['a fork with rights', fork, 'pull_request_target', 'evil/site'],
    ['a fork that is gone', pullFrom(null), 'pull_request', 'a fork'],
    ['a pull request that the event says nothing of', {}, 'pull_request', 'a fork'],
    [
      'a run after a run for a fork',
      { repository: own, workflow_run: { head_repository: { full_name: 'evil/site' } } },
      'workflow_run',
      'evil/site',
    ],
    ['a run after a run for the repository', { repository: own, workflow_run: { head_repository: own } }, 'workflow_run', undefined],
    [
      'a comment on a pull request',
      { repository: own, issue: { pull_request: {} } },
      'issue_comment',
      'a pull request that the event does not describe',
    ],
    ['a comment on an issue', { repository: own, issue: {} }, 'issue_comment', undefined],
    ['a push', { repository: own }, 'push', undefined],
  ])('GitHub: %s', (_, payload, name, from) => {
    expect(forkOf({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: 'event.json', GITHUB_REPOSITORY: 'desk/site' }, read(payload))).toBe(from);
  });

  test('GitLab: a merge request from another project', () => {
    const request = { GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '5', CI_MERGE_REQUEST_PROJECT_ID: '7' };
    expect(forkOf({ ...request, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7' }, read({}))).toBeUndefined();
    expect(
      forkOf({ ...request, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8', CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'evil/site' }, read({})),
    ).toBe('evil/site');
  });

  test('nobody’s, on a machine of one’s own', () => {
    expect(forkOf({}, read({}))).toBeUndefined();
  });
});
