/**
 * A newsroom with a CI: a bare repository, an author's clone, and runners that begin, as CI's do, with a clone of their own and at most
 * the journal that a cache brings. The engine counts what is paid.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Capitals, at once; what it is asked is written down, and a test may do something at that moment. */
const ENGINE = (log: string) => `
import { appendFileSync } from 'node:fs';
const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());
export default {
  name: 'capitals',
  limits: { textsPerRequest: 1 },
  translate: async ({ texts }) => {
    await globalThis.whileAsked?.(texts);
    if (process.env.DIES_AT === texts[0]) process.kill(process.pid, 'SIGKILL');
    for (const text of texts) appendFileSync(${JSON.stringify(log)}, JSON.stringify(text) + '\\n');
    return texts.map(up);
  },
};
`;

const CONFIG = {
  ...{ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines: { mine: { module: './engine.mjs' } } },
  limits: { concurrency: 1, attempts: 1 },
  checks: { untranslated: 'off', language: 'off', 'segment-language': 'off' },
};

/** No configuration of this machine. */
const GIT = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: tmpdir() };
export const environment = { PATH: process.env.PATH ?? '', ...GIT };

export interface RunOptions {
  /** GitHub's or GitLab's variables, and DRAGOMAN_*. */
  readonly env?: Readonly<Record<string, string>>;
  /** GitHub's payload. */
  readonly payload?: object;
  /** What is checked out: a branch, or a commit. */
  readonly at?: string;
  readonly depth?: number;
  /** Done when the engine is asked for the first time. */
  readonly meanwhile?: () => void;
  /** Whether the run is cancelled when the engine is asked for the second time. */
  readonly isCancelled?: boolean;
  /** Done in the fresh checkout. */
  readonly before?: (folder: string) => void;
}

export interface CiRun {
  readonly code: number;
  readonly out: string;
  /** Texts that the engine was paid for. */
  readonly paid: readonly string[];
  readonly folder: string;
  readonly outputs: string;
  readonly summary: string;
}

export function newsroomWithCi(files: Readonly<Record<string, string>> = {}, config: object = {}) {
  const work = mkdtempSync(join(tmpdir(), 'dragoman-ci-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const [bare, author, log, cache] = ['remote.git', 'author', 'paid.ndjson', 'cache'].map((name) => join(work, name)) as [
    string,
    string,
    string,
    string,
  ];
  let runs = 0;

  const gitIn = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Author', '-c', 'user.email=author@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    }).trim();
  const git = (...args: string[]) => gitIn(author, ...args);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(author, file)), { recursive: true });
    writeFileSync(join(author, file), text);
  };
  /** Commits and pushes what the author has written, to a branch. */
  const push = (message: string, branch = 'main') => {
    git('add', '-A');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
  };
  const fetched = () => git('fetch', '--quiet', '--prune', 'origin');
  /** The author's files are those of a branch. */
  const take = (branch = 'main') => {
    fetched();
    git('checkout', '--quiet', '-B', branch.replaceAll('/', '-'), `origin/${branch}`);
  };
  const read = (file: string, branch = 'main') => {
    fetched();
    return git('show', `origin/${branch}:${file}`);
  };
  const paidSoFar = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);

  gitIn(work, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git');
  gitIn(work, 'clone', '--quiet', bare, 'author');
  git('checkout', '--quiet', '-B', 'main');
  write('.gitignore', '.dragoman/\n');
  write('.gitattributes', 'articles/**/*.md merge=dragoman\nlocales/*/articles/**/*.xlf merge=dragoman\n');
  write('engine.mjs', ENGINE(log));
  write('dragoman.config.json', JSON.stringify({ ...CONFIG, ...config }));
  for (const [file, text] of Object.entries(files)) write(file, text);
  push('A newsroom');

  /** One run of \`dragoman ci\` on a runner of its own; the journal comes from the cache and goes there. */
  async function run({ env = {}, payload, at = 'main', depth, meanwhile, isCancelled = false, before }: RunOptions = {}): Promise<CiRun> {
    const folder = join(work, `runner-${++runs}`);
    const files = { outputs: join(work, `outputs-${runs}`), summary: join(work, `summary-${runs}`), payload: join(work, `event-${runs}`) };
    gitIn(work, 'clone', '--quiet', ...(depth === undefined ? [] : ['--depth', String(depth)]), `file://${bare}`, folder);
    if (at !== 'main') gitIn(folder, 'checkout', '--quiet', '--detach', /^[0-9a-f]{40}$/.test(at) ? at : `origin/${at}`);
    if (existsSync(cache)) cpSync(cache, join(folder, '.dragoman'), { recursive: true });
    before?.(folder);
    if (payload !== undefined) writeFileSync(files.payload, JSON.stringify(payload));
    const stop = new AbortController();
    let asked = 0;
    Object.assign(globalThis, {
      whileAsked: () => {
        asked++;
        if (asked === 1) meanwhile?.();
        if (asked === 2 && isCancelled) stop.abort();
      },
    });
    const known = paidSoFar().length;
    let out = '';
    const screen = {
      write: (text: string) => {
        out += text;
      },
    };
    const code = await runProgram(['ci'], {
      cwd: folder,
      env: {
        ...environment,
        ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main', GITHUB_REPOSITORY: 'desk/site' },
        ...{ GITHUB_OUTPUT: files.outputs, GITHUB_STEP_SUMMARY: files.summary },
        ...(payload !== undefined && { GITHUB_EVENT_PATH: files.payload }),
        ...env,
      },
      stdout: screen,
      stderr: screen,
      signal: stop.signal,
    });
    rmSync(cache, { recursive: true, force: true });
    if (existsSync(join(folder, '.dragoman'))) cpSync(join(folder, '.dragoman'), cache, { recursive: true });
    const left = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    const paid = paidSoFar()
      .slice(known)
      .map((line) => JSON.parse(line) as string);
    return { code, out, paid, folder, outputs: left(files.outputs), summary: left(files.summary) };
  }

  /** A runner that is lost when its engine is asked for a text: only the journal is left, which a cache had. */
  function lose(text: string): readonly string[] {
    const folder = join(work, `runner-${++runs}`);
    gitIn(work, 'clone', '--quiet', `file://${bare}`, folder);
    const known = paidSoFar().length;
    const env = { ...environment, DIES_AT: text, GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' };
    const { signal } = spawnSync(process.execPath, [MAIN, 'ci'], { cwd: folder, env });
    expect(signal).toBe('SIGKILL');
    cpSync(join(folder, '.dragoman'), cache, { recursive: true });
    return paidSoFar()
      .slice(known)
      .map((line) => JSON.parse(line) as string);
  }

  return {
    lose,
    bare,
    author,
    git,
    gitIn,
    write,
    push,
    take,
    read,
    run,
    fetched,
    dropCache: () => rmSync(cache, { recursive: true, force: true }),
  };
}
