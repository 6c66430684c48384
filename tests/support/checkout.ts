/** A project of its own in a temporary folder, and the real command line run on it. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Answers at once in capitals, and writes each request to `requests.ndjson`. */
export const CAPITALS = `
import { appendFileSync } from 'node:fs';
const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());
export default {
  name: 'capitals',
  translate: async ({ texts, to }) => {
    appendFileSync(new URL('./requests.ndjson', import.meta.url), JSON.stringify({ to, texts }) + '\\n');
    return texts.map(up);
  },
};
`;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of stdout that are JSON. */
  readonly events: readonly { readonly type: string; readonly [key: string]: unknown }[];
  // biome-ignore lint/suspicious/noExplicitAny: the summary's shape is what the tests assert
  readonly summary: any;
}

export interface Checkout {
  readonly root: string;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly modified: (file: string) => number;
  /** Texts that the engine was sent since the last call. */
  readonly sent: () => string[];
  readonly run: (...args: string[]) => Promise<Run>;
  readonly start: (...args: string[]) => Running;
}

export interface Running {
  readonly done: Promise<Run>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when the text stands in stdout or stderr. */
  readonly says: (text: string) => Promise<void>;
}

/**
 * Capitals are no translation, and so the check of that is off.
 * @param env besides this process's own
 * @param files by path; \`dragoman.config.json\` is given where it is not among them: en -> es, the engine in capitals
 */
export function checkout(
  files: Readonly<Record<string, string>>,
  config: Readonly<Record<string, unknown>> = {},
  env: Readonly<Record<string, string>> = {},
): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write('engine.mjs', CAPITALS);
  const engines = { capitals: { module: './engine.mjs' } };
  write(
    'dragoman.config.json',
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'capitals', engines, checks: { untranslated: 'off' }, ...config }),
  );
  for (const [file, text] of Object.entries(files)) write(file, text);

  let seen = 0;
  const start: Checkout['start'] = (...args) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const done = new Promise<Run>((finish) =>
      child.on('close', (code) => {
        const stdout = Buffer.concat(out).toString();
        const events = stdout
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line));
        finish({ code, stdout, stderr: Buffer.concat(err).toString(), events, summary: events.at(-1) });
      }),
    );
    const says = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (Buffer.concat([...out, ...err]).includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
      });
    return { done, kill: (signal) => child.kill(signal), says };
  };
  return {
    root,
    write,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    modified: (file) => statSync(join(root, file)).mtimeMs,
    sent: () => {
      const log = statSync(join(root, 'requests.ndjson'), { throwIfNoEntry: false });
      const lines = log === undefined ? [] : readFileSync(join(root, 'requests.ndjson'), 'utf8').trim().split('\n');
      const texts = lines.slice(seen).flatMap((line) => (JSON.parse(line) as { texts: string[] }).texts);
      seen = lines.length;
      return texts;
    },
    run: (...args) => start(...args).done,
    start,
  };
}
