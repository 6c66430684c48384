/**
 * Golden runs: what the program does, to be read as folders. `tests/golden/CASE/STEP/` holds
 * `given/` (put over the project), `gone.txt` (paths that are taken away), `command.txt` (what is run, a line each),
 * and what comes of it: `left/` (files that the commands wrote or changed) and `said.txt` (what they printed, and their exit codes).
 */

import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { runProgram } from '../../src/cli/program.ts';

/** By path in the case's folder: `1/left/articles/es/story.md`, `1/said.txt`. */
export type Results = ReadonlyMap<string, string>;

const GOLDEN = join(import.meta.dirname, '../golden');

export const goldenCases: readonly string[] = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** What the case's folder says should come of it. */
export function expectedResults(name: string): Results {
  const folder = join(GOLDEN, name);
  const files = stepsOf(folder).flatMap((step) => [
    `${step}/said.txt`,
    ...filesIn(join(folder, step, 'left')).map((path) => `${step}/left/${path}`),
  ]);
  return new Map(files.filter((path) => existsSync(join(folder, path))).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Runs the case in a folder of its own. */
export async function runCase(name: string): Promise<Results> {
  const project = mkdtempSync(join(tmpdir(), 'dragoman-golden-'));
  try {
    const results = new Map<string, string>();
    for (const step of stepsOf(join(GOLDEN, name)))
      for (const [path, text] of await runStep(join(GOLDEN, name, step), project)) results.set(`${step}/${path}`, text);
    return results;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** Writes what came of a case as what should come of it. */
export function renewCase(name: string, results: Results): void {
  const folder = join(GOLDEN, name);
  for (const step of stepsOf(folder)) rmSync(join(folder, step, 'left'), { recursive: true, force: true });
  for (const [path, text] of results) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function runStep(step: string, project: string): Promise<Results> {
  if (existsSync(join(step, 'given'))) cpSync(join(step, 'given'), project, { recursive: true });
  for (const path of linesOf(join(step, 'gone.txt'))) rmSync(join(project, path), { recursive: true });
  const before = contentOf(project);
  // Every file is as old as every other, and older than any that an earlier step has seen: nothing hangs on how fast the test runs.
  for (const path of before.keys()) utimesSync(join(project, path), 1_700_000_000, 1_700_000_000 + stamp++);
  let said = '';
  for (const line of linesOf(join(step, 'command.txt'))) said += await run(line, project);
  const after = contentOf(project);
  for (const path of before.keys()) if (!after.has(path)) said += `removed ${path}\n`;
  const left = [...after].filter(([path, text]) => before.get(path) !== text);
  return new Map([['said.txt', said], ...left.map(([path, text]) => [`left/${path}`, text] as const)]);
}

let stamp = 0;

/** As it would look in a terminal, with the exit code at the end. */
async function run(line: string, cwd: string): Promise<string> {
  let said = `$ dragoman ${line}\n`;
  const screen = { write: (text: string) => (said += text.replaceAll(cwd, 'PROJECT')) };
  const argv = [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0]);
  // Pages and feeds bear the time of publishing.
  const env = { PATH: process.env.PATH, SOURCE_DATE_EPOCH: '1767225600' };
  const code = await runProgram(argv, { cwd, env, stdout: screen, stderr: screen, signal: new AbortController().signal });
  return `${timeless(said)}exit ${code}\n\n`;
}

/** Without what hangs on the speed of the machine: the time, how many texts a request could wait for, and which edition is done first. */
function timeless(said: string): string {
  return said
    .replace(/(?:^\{"type":"(?:edition|failure|finding)".*\n)+/gm, bySlug)
    .replace(/; \d+\.\d s$/gm, '; TIME')
    .replace(/"requests":[1-9]\d*/g, '"requests":"SOME"')
    .replace(/ in [1-9]\d* requests?$/gm, ' in SOME requests');
}

function bySlug(events: string): string {
  const keyOf = (line: string) => /"slug":"([^"]*)","locale":"([^"]*)"/.exec(line)?.slice(1).join(' ') ?? '';
  const lines = events.replace(/\n$/, '').split('\n');
  return `${lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)).join('\n')}\n`;
}

function contentOf(project: string): Map<string, string> {
  const files = filesIn(project).filter((path) => !path.startsWith('.dragoman/'));
  return new Map(files.map((path) => [path, readFileSync(join(project, path), 'utf8')]));
}

function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function stepsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((entry) => /^\d+$/.test(entry))
    .sort((a, b) => Number(a) - Number(b));
}

function linesOf(file: string): string[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
