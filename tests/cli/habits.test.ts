import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runProgram } from '../../src/cli/program.ts';
import { version } from '../../src/program/version.ts';

/** The program as it is, in a folder with these files, with what it writes caught. */
async function run(argv: readonly string[], { files = {}, cwd = '.' }: { files?: Record<string, string>; cwd?: string } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  let [stdout, stderr] = ['', ''];
  const code = await runProgram(argv, {
    cwd: join(root, cwd),
    env: {},
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}

describe('help and version', () => {
  test('-v and --version; -h, --help and help', async () => {
    for (const flag of ['-v', '--version']) expect(await run([flag])).toEqual({ code: 0, stdout: `${version()}\n`, stderr: '' });
    const help = await run(['--help']);
    expect(help.stdout).toContain('Usage: dragoman COMMAND');
    for (const argv of [['-h'], ['help'], ['help', '-h']]) expect((await run(argv)).stdout).toBe(help.stdout);
  });

  test.each([
    [['help', 'translate'], 'Usage: dragoman translate [slug...]'],
    [['translate', '-h'], 'Usage: dragoman translate [slug...]'],
    [['help', 'glossary', 'set'], 'Usage: dragoman glossary set'],
    [['help', 'glossary'], 'Usage: dragoman glossary COMMAND'],
  ])('%j', async (argv, expected) => {
    const { code, stdout } = await run(argv);
    expect([code, stdout]).toEqual([0, expect.stringContaining(expected)]);
  });

  test('help for what there is not names what is near', async () => {
    const { code, stderr } = await run(['help', 'transalte']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "translate"?')]);
  });
});

describe('without a configuration', () => {
  test('the program says which command makes one', async () => {
    const { code, stderr } = await run([]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('"dragoman init" makes one')]);
    const inside = await run([], { files: { 'dragoman.config.json': '{}' } });
    expect([inside.code, inside.stderr.includes('makes one')]).toEqual([2, false]);
  });

  test('engines are listed', async () => {
    const { code, stdout } = await run(['engines', '--to', 'es', '--json']);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; name?: string });
    expect(code).toBe(0);
    expect(names.filter(({ type }) => type === 'engine').map(({ name }) => name)).toContain('bergamot');
    expect((await run(['engines', '--to', 'xx'])).code).toBe(2);
  });
});

const CONFIG = JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' });
const articles = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`articles/en/story-${at}.md`, `# Story ${at}\n`]));

describe('files are named as the terminal can open them', () => {
  test('from a folder of the project, and with --cwd from outside', async () => {
    const files = { 'dragoman.config.json': CONFIG, 'articles/en/a.md': '# A day\n' };
    expect((await run(['translate', '--frozen'], { files, cwd: 'articles' })).stdout).toContain('    es/a.md  missing');
    const sub = Object.fromEntries(Object.entries(files).map(([file, text]) => [`site/${file}`, text]));
    expect((await run(['translate', '--frozen', '--cwd', 'site'], { files: sub })).stdout).toContain('    site/articles/es/a.md  missing');
  });
});

test('--frozen groups what is not up to date, and shows a few of each', async () => {
  const { code, stdout } = await run(['translate', '--frozen'], { files: { 'dragoman.config.json': CONFIG, ...articles } });
  expect(code).toBe(1);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    expect.stringMatching(/^7 editions: /),
    ...Array.from({ length: 5 }, (_, at) => `articles/es/story-${at}.md  missing`),
    '... and 2 more',
    '0 of 7 editions are up to date',
  ]);
});

describe('completion', () => {
  test('scripts are made for three shells of one table', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, stdout } = await run(['completion', shell]);
      expect(code).toBe(0);
      for (const { name } of commands) expect(stdout).toContain(name.split(' ').at(-1));
    }
    expect((await run(['completion', 'tcsh'])).code).toBe(2);
  });

  test.each([
    [['dragoman', 'tr'], ['translate']],
    [['dragoman', 'glossary', 'se'], ['set']],
    [['dragoman', 'glossary', 'set', '--k'], ['--kind']],
    [
      ['dragoman', 'translate', '--fr'],
      ['--from-engine', '--frozen'],
    ],
    [['dragoman', 'engines', 'i'], ['install']],
    [['dragoman', '--v'], ['--version']],
    [['dragoman', 'translate', 'x'], []],
  ])('bash: %j', async (typed, expected) => {
    const { stdout: script } = await run(['completion', 'bash']);
    const words = typed.map((word) => `'${word}'`).join(' ');
    const line = `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length - 1}; _dragoman; echo "\${COMPREPLY[*]}"`;
    const bash = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect([bash.stderr, bash.stdout.trim().split(' ').filter(Boolean).sort()]).toEqual(['', expected]);
  });

  // Where the shells are installed, they read what is made for them.
  test.each([
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('%s', async (shell, options) => {
    const { stdout: input } = await run(['completion', shell]);
    const { status, error } = spawnSync(shell, options, { input, encoding: 'utf8' });
    if (error === undefined) expect(status).toBe(0);
  });
});
