/** action.yml and the templates: what a runner does with them, and that every input reaches the program as a word. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflow } from '../../src/cli/init/workflow.ts';
import { environment, newsroomWithCi } from '../support/ci.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
const action = parse(read('action.yml')) as {
  inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  runs: { steps: readonly Step[] };
};
const { steps } = action.runs;
const main = steps.find(({ id }) => id === 'dragoman') as Step;

test('no input is written into a shell, and each one is an environment variable that the program reads', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
  expect(read('scripts/action')).not.toMatch(/\beval\b/);
  const inputs = Object.values(main.env ?? {}).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]);
  expect(inputs).toEqual(Object.keys(action.inputs).toSorted((a, b) => inputs.indexOf(a) - inputs.indexOf(b)));
  const program = ['src/ci/inputs.ts', 'src/ci/forge.ts', 'src/cli/trust.ts', 'scripts/action'].map(read).join('');
  for (const name of Object.keys(main.env ?? {}))
    expect(program).toMatch(new RegExp(`DRAGOMAN_${name.slice(9)}|given\\('${name.slice(9)}'\\)|oneOf\\('${name.slice(9)}'`));
});

test('every action that a workflow of ours uses is pinned by its commit', () => {
  const files = [
    'action.yml',
    'docs/ci-github.yml',
    ...readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`),
  ];
  const texts = [...files.map(read), workflow('npm')];
  const used = texts.flatMap((text) => [...text.matchAll(/uses: (\S+)/g)].map(([, name = '']) => name));
  expect(used.length).toBeGreaterThan(8);
  for (const name of used) expect(name).toMatch(/^\.\/|@[0-9a-f]{40}$|^OWNER\/dragoman@COMMIT$/);
});

test('the journal is restored before a run that translates, and saved whatever becomes of it', () => {
  const [restore, save] = ['restore', 'save'].map((name) => steps.find(({ uses }) => uses?.startsWith(`actions/cache/${name}@`)) as Step);
  expect(restore?.with?.path).toMatch(/^\$\{\{ inputs\.directory \}\}\/\.dragoman$/);
  expect(save?.with?.key).toBe(restore?.with?.key);
  expect(save?.if).toMatch(/^always\(\) && /);
  expect(restore?.if).not.toContain('pull_request');
});

/** The step as a runner runs it. */
function step(cwd: string, env: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(main.env ?? {}).map(([name, value]) => {
    const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
    return [name, input === 'token' ? '' : (action.inputs[input]?.default ?? '')];
  });
  const node = resolve(root, 'node_modules/node/bin');
  const run = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', main.run ?? ''], {
    cwd,
    encoding: 'utf8',
    env: {
      ...environment,
      PATH: `${node}:${environment.PATH}`,
      ...Object.fromEntries(given),
      GITHUB_ACTION_PATH: root,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF_NAME: 'main',
      ...env,
    },
  });
  return { code: run.status, out: run.stdout + run.stderr };
}

test('the step of action.yml, run by a shell as a runner does: a push becomes a commit', () => {
  const { author, read: onMain } = newsroomWithCi({ 'articles/en/ferry.md': 'The harbour is closed.\n' });
  const { code, out } = step(author);
  expect(code, out).toBe(0);
  expect(onMain('articles/es/ferry.md')).toBe('THE HARBOUR IS CLOSED.');
});

test('the package that the project has installed is run, but not where a fork may have put it there', () => {
  const { author } = newsroomWithCi({ 'articles/en/ferry.md': 'The harbour is closed.\n' });
  mkdirSync(join(author, 'node_modules/.bin'), { recursive: true });
  writeFileSync(join(author, 'node_modules/own.sh'), '#!/bin/sh\necho "its own: $*"\n', { mode: 0o755 });
  symlinkSync('../own.sh', join(author, 'node_modules/.bin/dragoman'));
  expect(step(author).out).toBe('its own: ci\n');
  for (const name of ['pull_request_target', 'workflow_run', 'issue_comment'])
    expect(step(author, { GITHUB_EVENT_NAME: name, DRAGOMAN_MODE: 'check' }).out).not.toContain('its own');
});

test('an old Node is told, and what to do', () => {
  const { author } = newsroomWithCi();
  mkdirSync(join(author, 'old'));
  writeFileSync(join(author, 'old/node'), '#!/bin/sh\n[ "$1" = --version ] && echo v18.0.0 && exit 0\nexit 1\n', { mode: 0o755 });
  const { code, out } = step(author, { PATH: `${join(author, 'old')}:${environment.PATH}` });
  expect(code).toBe(2);
  expect(out).toMatch(/Node [\d.]+ or later is needed\n {2}got v18.0.0\n.*setup-node/);
});

test('a cancelled job reaches the program: its shell is replaced', () => {
  expect(main.run).toMatch(/^exec /);
  for (const line of read('scripts/action')
    .split('\n')
    .filter((one) => / ci$| ci ;;$/.test(one)))
    expect(line).toContain('exec ');
});

test('the examples: least permissions for each job, one run at a time, no key of Google, nothing but dragoman ci', () => {
  const github = parse(read('docs/ci-github.yml'));
  expect(github.permissions).toEqual({});
  expect(github.jobs.check.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  expect(github.jobs.translate.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', 'id-token': 'write' });
  expect(github.jobs.translate.concurrency['cancel-in-progress']).toBe(false);
  expect(Object.keys(github.on)).toEqual(['push', 'pull_request', 'merge_group', 'workflow_dispatch']);
  expect(read('docs/ci-github.yml')).not.toMatch(/credentials_json|pull_request_target/);
  const own = parse(workflow('npm'));
  expect(own.permissions).toEqual({});
  expect(own.jobs.check.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  expect(own.jobs.translate.concurrency['cancel-in-progress']).toBe(false);
  for (const { steps: ones } of Object.values<{ steps: Step[] }>(own.jobs))
    expect(ones.filter(({ run }) => run !== undefined).map(({ run }) => run)).toEqual(['npm ci', 'npx dragoman ci']);
  const gitlab = parse(read('docs/ci-gitlab.yml'));
  expect(gitlab.translate.script.at(-1)).toBe('npx dragoman ci');
  expect(gitlab['check editions'].script.at(-1)).toBe('npx dragoman ci');
  expect(gitlab.translate.resource_group).toBe('editions');
  expect(gitlab.translate.cache.at(-1)).toMatchObject({ paths: ['.dragoman/'], when: 'always' });
  expect(parse(read('lefthook.yml'))['pre-commit'].commands.dragoman.run).toBe('scripts/dragoman check --staged');
});

test('the script installs nothing that the program does not need', () => {
  expect(read('scripts/action')).toContain('--omit=dev --ignore-scripts');
  // What the program imports is there without development dependencies.
  expect(execFileSync('git', ['ls-files', 'scripts/action'], { cwd: root, encoding: 'utf8' })).toContain('scripts/action');
});
