/** `dragoman check` on a project in a folder of its own, from an engine of one's own to what a newsroom sees. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCheck as check } from '../../src/cli/check.ts';
import type { CommandContext, Options, RunCommand } from '../../src/cli/command.ts';
import { runTranslate as translate } from '../../src/cli/translate.ts';
import { KnownError } from '../../src/errors.ts';
import type { Finding } from '../../src/finding.ts';

const DICTIONARY = {
  'A ferry': 'Un ferri',
  'It cost 40 euros.': 'Costó 50 euros.',
  'It rained for 3 days.': 'Llovió  durante 3 días .',
  'The old harbour is closed.': 'El puerto viejo está cerrado.',
};

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-check-'));
  write(
    'dragoman.config.json',
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines: { mine: { module: './engine.mjs' } } }),
  );
  write(
    'engine.mjs',
    `const known = ${JSON.stringify(DICTIONARY)};\nexport default { name: 'mine', translate: async ({ texts }) => texts.map((text) => known[text] ?? text.replace(/It cost .*/, 'Costó mucho.')) };\n`,
  );
  write('articles/en/ferry.md', '---\ntitle: A ferry\n---\n\nIt cost 40 euros.\n\nIt rained for 3 days.\n');
  expect((await command(translate)).code).toBe(0);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

async function command(run: RunCommand, options: Options = {}, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const out: string[] = [];
  const said: string[] = [];
  const context: CommandContext = {
    cwd: folder,
    shown: (file) => file,
    json: options.format === 'json',
    print: (line) => out.push(typeof line === 'string' ? line : JSON.stringify(line)),
    say: (line) => said.push(line),
    stderr: process.stderr,
    color: false,
    signal: new AbortController().signal,
    env,
  };
  return { code: await run(args, options, context), out, said };
}

async function findings(options: Options = {}): Promise<{ code: number; found: Finding[]; summary: unknown }> {
  const { code, out } = await command(check, { format: 'json', ...options });
  const lines = out.map((line) => JSON.parse(line));
  return { code, found: lines.slice(0, -1), summary: lines.at(-1) };
}

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
}

describe('dragoman check', () => {
  test('one finding a line with its place, then the summary; nothing is written', async () => {
    const before = statSync(join(folder, 'articles/es/ferry.md')).mtimeMs;
    const { code, found, summary } = await findings();
    expect(code).toBe(0);
    expect(found[0]).toEqual({
      type: 'finding',
      check: 'numbers',
      level: 'warning',
      message: '40 became 50',
      slug: 'ferry',
      locale: 'es',
      segment: expect.any(String),
      file: 'articles/es/ferry.md',
      line: 5,
      column: 1,
      endLine: 5,
      endColumn: 16,
      source: 'It cost 40 euros.',
      target: 'Costó 50 euros.',
      expected: ['40'],
      got: ['50'],
    });
    expect(summary).toEqual({
      type: 'summary',
      articles: 1,
      editions: 1,
      stale: 0,
      missing: 0,
      fixed: 0,
      findings: { error: 0, warning: 1, note: 1 },
      terms: { es: { asked: 0, exact: 0, inflected: 0, compound: 0, derived: 0, missing: 0, repaired: 0 } },
    });
    expect(statSync(join(folder, 'articles/es/ferry.md')).mtimeMs).toBe(before);
  });

  test('an error is exit code 1, and a level of the configuration makes one', async () => {
    write('dragoman.config.json', read('dragoman.config.json').replace('{', '{"checks":{"numbers":"error","spacing":"off"},'));
    const { code, found } = await findings();
    expect(code).toBe(1);
    expect(found.map(({ check: name, level }) => [name, level])).toEqual([['numbers', 'error']]);
  });

  test('a comment in the source waives', async () => {
    write('articles/en/ferry.md', read('articles/en/ferry.md').replace('It cost', '<!-- dragoman:allow numbers -->\n\nIt cost'));
    await command(translate);
    expect((await findings()).found.map(({ check: name }) => name)).toEqual(['spacing']);
  });

  test('--fix sets white space in edition and record, once', async () => {
    const { summary } = await findings({ fix: true });
    expect(summary).toMatchObject({ fixed: 1, findings: { note: 0 } });
    expect(read('articles/es/ferry.md')).toBe('---\ntitle: Un ferri\n---\n\nCostó 50 euros.\n\nLlovió durante 3 días.\n');
    expect((await findings({ fix: true, frozen: true })).summary).toMatchObject({ fixed: 0, stale: 0 });
  });

  test('--baseline lets the past be', async () => {
    expect((await command(check, { baseline: 'known.txt', 'write-baseline': true })).code).toBe(0);
    expect((await findings({ baseline: 'known.txt' })).found).toEqual([]);
    write('articles/es/ferry.md', read('articles/es/ferry.md').replace('Un ferri', 'Un ferri de 1998'));
    expect((await findings({ baseline: 'known.txt' })).found.map(({ got }) => got)).toEqual([['1998']]);
    await expect(command(check, { baseline: 'gone.txt' })).rejects.toThrow(KnownError);
  });

  test('--since and --staged take what changed, by source, edition or glossary', async () => {
    write('articles/en/other.md', 'The old harbour is closed.\n');
    await command(translate);
    git('init', '--quiet');
    git('add', '.');
    const slugs = async (options: Options) => (await findings(options)).summary;
    // Before the first commit.
    expect(await slugs({ staged: true })).toMatchObject({ editions: 2 });
    git('commit', '--quiet', '-m', 'all');
    expect(await slugs({ since: 'HEAD' })).toMatchObject({ editions: 0 });
    write('articles/es/other.md', 'El puerto viejo está cerrado hoy.\n');
    expect(await slugs({ since: 'HEAD' })).toMatchObject({ editions: 1, findings: { warning: 0 } });
    expect(await slugs({ staged: true })).toMatchObject({ editions: 0 });
    git('add', '.');
    expect(await slugs({ staged: true })).toMatchObject({ editions: 1 });
    write('locales/es/glossary.csv', 'source,target\nharbour,puerto\n');
    expect(await slugs({ since: 'HEAD' })).toMatchObject({ editions: 2 });
  });

  test('an article that cannot be read leaves the others checked', async () => {
    write('articles/en/broken.md', '---\ntitle: [\n---\n\nText.\n');
    const { code, out, said } = await command(check, {});
    expect(code).toBe(2);
    expect(said.join('\n')).toContain('articles/en/broken.md');
    expect(out.join('\n')).toContain('40 became 50');
  });

  test('what GitHub does not show goes into the summary of the job', async () => {
    const figures = Array.from({ length: 13 }, (_, index) => `It cost ${index + 60} euros.`);
    write('articles/en/many.md', `${figures.join('\n\n')}\n`);
    await command(translate);
    const { out } = await command(check, { format: 'github' }, ['many'], { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') });
    expect(out.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(read('summary.md').match(/^\| warning /gm)?.length).toBeGreaterThanOrEqual(13);
  });

  test('an unknown format names the known ones', async () => {
    await expect(command(check, { format: 'html' })).rejects.toMatchObject({ expected: 'pretty, json, sarif, junit, github, markdown' });
  });
});
