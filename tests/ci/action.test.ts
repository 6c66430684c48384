/** The Action's script on a bare repository with a file remote: two clones, a push, and the commit that comes out. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: { [name: string]: { default: string } };
  runs: { steps: { run: string; env: { [name: string]: string } }[] };
};
const [step] = action.runs.steps as [(typeof action.runs.steps)[0]];

let work: string;
let author: string;
let ci: string;

/** No configuration of this machine, and an identity only for the author. */
const GIT = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const env = { PATH: process.env.PATH ?? '', HOME: tmpdir(), ...GIT };

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=Author', '-c', 'user.email=author@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    env,
  }).trim();
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Runs the step of action.yml as a runner does: inputs in the environment, the text of `run` in bash. */
function runAction(cwd: string, event: 'push' | 'pull_request', inputs: { [name: string]: string } = {}) {
  const given = Object.fromEntries(
    Object.entries(step.env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    }),
  );
  const run = spawnSync('bash', ['-c', step.run], {
    cwd,
    encoding: 'utf8',
    env: { ...env, ...given, GITHUB_ACTION_PATH: root, GITHUB_EVENT_NAME: event, GITHUB_REF_NAME: 'main' },
  });
  return { code: run.status, out: run.stdout + run.stderr };
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'dragoman-ci-'));
  author = join(work, 'author');
  ci = join(work, 'ci');
  git(work, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  git(work, 'clone', '--quiet', join(work, 'remote.git'), 'author');
  git(author, 'checkout', '--quiet', '-B', 'main');
  write(author, '.gitignore', '.dragoman/\n');
  write(
    author,
    'dragoman.config.json',
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines: { mine: { module: './engine.mjs' } } }),
  );
  // A dictionary of whole sentences: what it does not know, it says in Spanish of a kind.
  write(
    author,
    'engine.mjs',
    `const known = { 'The harbour is closed.': 'El puerto está cerrado.', 'It opens at noon.': 'Abre a mediodía.', 'A ferry': 'Un ferri' };
export default { name: 'mine', translate: async ({ texts }) => texts.map((text) => known[text] ?? 'Frase nueva: ' + text.length) };\n`,
  );
  write(author, 'articles/en/ferry.md', '---\ntitle: A ferry\n---\n\nThe harbour is closed.\n');
  git(author, 'add', '.');
  git(author, 'commit', '--quiet', '-m', 'A story');
  git(author, 'push', '--quiet', 'origin', 'main');
  git(work, 'clone', '--quiet', join(work, 'remote.git'), 'ci');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the action', () => {
  test('no input is written into a shell', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
    const script = readFileSync(join(root, 'scripts/action'), 'utf8');
    for (const name of Object.keys(step.env)) expect(script).toContain(name);
    expect(script).not.toMatch(/\beval\b/);
    expect(Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1])).toEqual(Object.keys(action.inputs));
  });

  test('a push is translated, and the editions come back as one commit of its own', () => {
    const { code, out } = runAction(ci, 'push');
    expect(code, out).toBe(0);
    git(author, 'pull', '--quiet', 'origin', 'main');
    expect(readFileSync(join(author, 'articles/es/ferry.md'), 'utf8')).toBe('---\ntitle: Un ferri\n---\n\nEl puerto está cerrado.\n');
    expect(git(author, 'log', '-1', '--format=%an|%(trailers:key=Dragoman,valueonly)')).toBe('dragoman[bot]|translate');
    expect(git(author, 'show', '--name-only', '--format=', 'HEAD').split('\n')).toEqual([
      'articles/es/ferry.md',
      'locales/es/articles/ferry.xlf',
    ]);
  });

  test('its own commit starts nothing', () => {
    const head = git(ci, 'rev-parse', 'HEAD');
    const { code, out } = runAction(ci, 'push');
    expect(code).toBe(0);
    expect(out).toContain('nothing to do');
    expect(git(ci, 'rev-parse', 'HEAD')).toBe(head);
  });

  test('a pull request is checked without a key or a write: fresh passes, stale fails with an annotation', () => {
    expect(runAction(author, 'pull_request').code).toBe(0);
    write(author, 'articles/en/ferry.md', '---\ntitle: A ferry\n---\n\nThe harbour is closed. It opens at noon.\n');
    const { code, out } = runAction(author, 'pull_request');
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=articles\/es\/ferry\.md,.*::The edition is stale: 1 of 3 sentences/m);
    expect(git(author, 'status', '--porcelain')).toBe('M articles/en/ferry.md');
  });

  test('a push that comes in between is kept', () => {
    git(author, 'commit', '--quiet', '-am', 'It opens');
    git(author, 'push', '--quiet', 'origin', 'main');
    git(ci, 'pull', '--quiet', 'origin', 'main');
    write(author, 'notes.txt', 'meanwhile\n');
    git(author, 'add', '.');
    git(author, 'commit', '--quiet', '-m', 'Meanwhile');
    git(author, 'push', '--quiet', 'origin', 'main');
    const { code, out } = runAction(ci, 'push');
    expect(code, out).toBe(0);
    git(author, 'pull', '--quiet', 'origin', 'main');
    expect(readFileSync(join(author, 'articles/es/ferry.md'), 'utf8')).toContain('El puerto está cerrado. Abre a mediodía.');
    expect(git(author, 'log', '-2', '--format=%s').split('\n')[1]).toBe('Meanwhile');
  });

  test('a pull request instead of a commit: a branch of its own, the base untouched', () => {
    write(author, 'articles/en/news.md', 'The harbour is closed.\n');
    git(author, 'add', '.');
    git(author, 'commit', '--quiet', '-m', 'News');
    git(author, 'push', '--quiet', 'origin', 'main');
    git(ci, 'pull', '--quiet', 'origin', 'main');
    const { code, out } = runAction(ci, 'push', { deliver: 'pull-request' });
    expect(code, out).toBe(0);
    git(author, 'fetch', '--quiet', 'origin');
    expect(git(author, 'show', 'origin/dragoman/editions:articles/es/news.md')).toBe('El puerto está cerrado.');
    expect(git(author, 'rev-parse', 'origin/main')).toBe(git(author, 'rev-parse', 'main'));
  });

  test('a hostile input stays a word', () => {
    const { code, out } = runAction(author, 'push', { to: '$(touch pwned)`touch pwned`;touch pwned' });
    expect(code, out).toBe(2);
    expect(existsSync(join(author, 'pwned'))).toBe(false);
  });

  test('the other CIs run the same script and command', () => {
    const gitlab = parse(readFileSync(join(root, 'docs/ci-gitlab.yml'), 'utf8'));
    expect(gitlab.translate.script.at(-1)).toContain('scripts/action');
    expect(gitlab['check editions'].script).toEqual(['npx dragoman check --frozen --format junit > dragoman.xml']);
    const hooks = parse(readFileSync(join(root, 'lefthook.yml'), 'utf8'));
    expect(hooks['pre-commit'].commands.dragoman.run).toBe('scripts/dragoman check --staged');
  });
});
