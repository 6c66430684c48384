/** A desk without a CI: a bare repository, an author's clone, and workers' clones, with a bank that notes each sentence that is paid. */

import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { watchedChild } from './watched-child.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Capitals; a sentence with `mortal` in it ends the process before it is paid. */
const ENGINE = (bank: string) => `
import { appendFileSync } from 'node:fs';
export default {
  name: 'capitals',
  translate: async ({ texts }) => {
    if (texts.some((text) => text.includes('mortal'))) process.kill(process.pid, 'SIGKILL');
    appendFileSync(${JSON.stringify(bank)}, texts.map((text) => text + '\\n').join(''));
    await new Promise((done) => setTimeout(done, 20));
    return texts.map((text) => text.toUpperCase());
  },
};
`;

export interface DeskRun {
  readonly code: number | null;
  readonly output: string;
  // biome-ignore lint/suspicious/noExplicitAny: lines of NDJSON, whose shape is what the tests assert
  readonly events: readonly any[];
}

export interface RunningDesk {
  readonly child: ChildProcess;
  readonly done: Promise<DeskRun>;
  /** Resolves once it has said so, or has ended. */
  readonly says: (text: string) => Promise<void>;
}

/** @param url of the database, for the desk's role */
export function workDesk(url: string, articles: Readonly<Record<string, string>>, targetLocales: readonly string[] = ['es']) {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-desk-'));
  const [origin, author, bank] = ['origin.git', 'author', 'bank.txt'].map((name) => join(folder, name)) as [string, string, string];
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    DRAGOMAN_STORE: url,
  };
  const git = (at: string, ...args: string[]) =>
    execFileSync('git', ['-C', at, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      env,
    });
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', origin], { env });
  execFileSync('git', ['init', '-q', '-b', 'main', author], { env });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(author, file)), { recursive: true });
    writeFileSync(join(author, file), text);
  };
  const push = (message: string) => {
    git(author, 'add', '-A');
    git(author, 'commit', '-qm', message);
    git(author, 'pull', '-q', '--rebase', 'origin', 'main');
    git(author, 'push', '-q', 'origin', 'main');
  };
  write('.gitignore', '.dragoman/\n');
  write('engine.mjs', ENGINE(bank));
  const config = {
    ...{ sourceLocale: 'en', targetLocales, engine: 'mine', engines: { mine: { module: './engine.mjs' } } },
    checks: { untranslated: 'off', language: 'off', 'segment-language': 'off' },
  };
  write('dragoman.config.json', JSON.stringify(config));
  for (const [slug, text] of Object.entries(articles)) write(`articles/en/${slug}.md`, text);
  git(author, 'remote', 'add', 'origin', origin);
  git(author, 'add', '-A');
  git(author, 'commit', '-qm', 'Articles');
  git(author, 'push', '-q', '-u', 'origin', 'main');

  const filesUnder = (path: string) =>
    git(origin, 'ls-tree', '-r', '--name-only', 'main', '--', path)
      .trim()
      .split('\n')
      .filter((file) => file !== '');
  let clones = 0;
  const start = (at: string, ...args: string[]): RunningDesk => {
    const { child, output, end, until } = watchedChild([MAIN, ...args], { cwd: at, env });
    const done = end.then((code): DeskRun => {
      const lines = output()
        .split('\n')
        .filter((line) => line.startsWith('{'));
      return { code, output: output(), events: lines.map((line) => JSON.parse(line)) };
    });
    const says = (text: string) => until((said) => said.includes(text));
    return { child, done, says };
  };
  return {
    author,
    git,
    write,
    push,
    start,
    run: (at: string, ...args: string[]) => start(at, ...args).done,
    /** A worker's own. */
    clone: () => {
      const at = join(folder, `worker-${clones++}`);
      execFileSync('git', ['clone', '-q', origin, at], { env });
      return at;
    },
    /** Sentences in the order in which they were paid. */
    paid: () => (existsSync(bank) ? readFileSync(bank, 'utf8').trim().split('\n') : []),
    /** A file as the remote's branch has it; undefined where it has none. */
    pushed: (file: string) => (filesUnder(file).includes(file) ? git(origin, 'show', `main:${file}`) : undefined),
    /** Files of a folder as the remote's branch has them. */
    pushedFiles: filesUnder,
    commits: () => Number(git(origin, 'rev-list', '--count', 'main').trim()),
    /** Commits of the remote's branch that have more than one parent. */
    merges: () => Number(git(origin, 'rev-list', '--merges', '--count', 'main').trim()),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
