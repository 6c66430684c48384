/** Each writing command, with a disk that is full from some write on, and killed in the middle of one. */

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';
import { STEPS, sitAtPage, stepsDone } from './page-work.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const FAULT_AT = resolve(import.meta.dirname, '../support/fault-at.mjs');

interface Fault {
  readonly kind: 'full' | 'kill';
  readonly at: number;
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly writes: Readonly<Record<Fault['kind'], number>>;
}

/** For `fault-at.mjs`. */
const environment = (cwd: string, fault: Fault | undefined) => ({
  SOURCE_DATE_EPOCH: '1770000000',
  FAULT: fault?.kind ?? 'full',
  FAULT_AT: String(fault?.at ?? Number.MAX_SAFE_INTEGER),
  FAULT_COUNT: countedIn(cwd),
});
const countedIn = (cwd: string) => join(cwd, '../writes.txt');

function writesIn(cwd: string): Ran['writes'] {
  const counted = countedIn(cwd);
  return existsSync(counted) ? JSON.parse(readFileSync(counted, 'utf8')) : { full: 0, kill: 0 };
}

function run(cwd: string, args: readonly string[], fault?: Fault): Promise<Ran> {
  return new Promise((finish) => {
    const env = { ...process.env, ...environment(cwd, fault) };
    const child = spawn(process.execPath, ['--import', FAULT_AT, MAIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('close', (code) => finish({ code, output, writes: writesIn(cwd) }));
  });
}

type Files = ReadonlyMap<string, string>;

/** Every file but the program's own journal and caches. */
function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(
    names
      .filter((name) => !/^\.dragoman\//.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** What was answered before the fault is not asked for again: a sentence may come from what another file says. */
function said(files: Files): Files {
  // The list of a site holds stamps of its files.
  return new Map(
    [...files]
      .filter(([name]) => !name.endsWith('.dragoman-site.json'))
      .map(([name, bytes]) => [name, name.endsWith('.xlf') ? bytes.replace(/ dragoman:(?:by|name|sum)="[^"]*"/g, '') : bytes]),
  );
}

const ENGINE = `
const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());
export default { name: 'capitals', translate: async ({ texts }) => texts.map(up) };
`;
const TMX = `<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="en"><seg>Old words.</seg></tuv><tuv xml:lang="es"><seg>Palabras viejas.</seg></tuv></tu></body></tmx>`;

/** A project that has been translated and published; then a source, a person's sentence, and a site's own files are new. */
let outer = '';
let base = '';
beforeAll(async () => {
  outer = mkdtempSync(join(tmpdir(), 'dragoman-faults-'));
  base = join(outer, 'project');
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text);
  };
  put('engine.mjs', ENGINE);
  const publish = { baseUrl: 'https://courier.example' };
  const engines = { capitals: { module: './engine.mjs' } };
  const checks = { untranslated: 'off', language: 'off' };
  put('dragoman.config.json', JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'capitals', engines, checks, publish }));
  for (const name of ['a', 'b', 'gone'])
    put(
      `articles/en/${name}.md`,
      `---\ntitle: Story ${name}\ndate: 2026-01-01\n---\n\nThe ferry ${name} is late. The quay ${name} is open.\n`,
    );
  put('memory.tmx', TMX);
  for (const args of [['translate', '--yes'], ['publish'], ['export', '--layout', 'hugo', '--out', 'hugo']]) await run(base, args);
  put('articles/en/a.md', '---\ntitle: Story a\ndate: 2026-01-01\n---\n\nThe ferry a is early. The quay a is open.\n');
  put('articles/es/b.md', readFileSync(join(base, 'articles/es/b.md'), 'utf8').replace('THE QUAY B IS OPEN.', 'El muelle B abre.'));
  rmSync(join(base, 'articles/en/gone.md'));
  // Files of somebody else's in what is written to.
  put('site/CNAME', 'courier.example\n');
  put('hugo/content/about.md', 'By hand.\n');
}, 120_000);
afterAll(() => rmSync(outer, { recursive: true, force: true }));

/** Which writes of a command fail: all of them with FAULTS=all, else some from the first to the last. */
function places(writes: number, kind: Fault['kind']): number[] {
  if (process.env.FAULTS === 'all') return Array.from({ length: writes }, (_, at) => at + 1);
  if (writes === 0) return [];
  return kind === 'kill' ? [Math.ceil(writes / 2)] : [...new Set([Math.ceil(writes / 2), writes])];
}

/** A file that is seen is as one of the states has it: a hidden one is a staged one. */
function expectWhole(left: Files, states: readonly Files[], place: string): void {
  for (const [name, bytes] of left)
    if (!/(?:^|\/)\.[^/]/.test(name))
      expect(
        states.some((state) => state.get(name) === bytes),
        `${name}: ${place}`,
      ).toBe(true);
  const [before, after] = [states[0] as Files, states.at(-1) as Files];
  for (const name of before.keys()) if (after.has(name)) expect(left.has(name), `${name} is gone: ${place}`).toBe(true);
}

const TIMEOUT = process.env.FAULTS === 'all' ? 7_200_000 : 600_000;

test.each<[string, string[]]>([
  ['translate', ['translate', '--yes']],
  ['glossary set', ['glossary', 'set', 'es', 'ferry', 'ferri']],
  ['memory import', ['memory', 'import', 'memory.tmx']],
  ['publish', ['publish']],
  ['export', ['export', '--layout', 'hugo', '--out', 'hugo']],
  ['prune', ['prune']],
  ['review', ['review', 'b', '--to', 'es']],
])('%s', { timeout: TIMEOUT }, async (_, args) => {
  const before = filesOf(base);
  const clean = join(temporaryFolder(), 'project');
  cpSync(base, clean, { recursive: true });
  const done = await run(clean, args);
  expect([0, 1], done.output).toContain(done.code);
  const after = filesOf(clean);
  for (const kind of ['full', 'kill'] as const)
    for (const at of places(done.writes[kind], kind)) {
      const folder = join(temporaryFolder(), 'project');
      cpSync(base, folder, { recursive: true });
      const fault = await run(folder, args, { kind, at });
      const place = `${kind} at write ${at} of ${done.writes[kind]}\n${fault.output}`;
      if (kind === 'full') expect(fault.code, place).not.toBe(0);
      expect(fault.output, place).not.toContain('fault of the program');
      const left = filesOf(folder);
      expectWhole(left, [before, after], place);
      const again = await run(folder, args);
      expect([0, 1], again.output).toContain(again.code);
      expect(said(filesOf(folder)), place).toEqual(said(after));
    }
});

test('edit', { timeout: TIMEOUT }, async () => {
  const clean = join(temporaryFolder(), 'project');
  cpSync(base, clean, { recursive: true });
  const states = [filesOf(clean)];
  const done = await sitAtPage(clean, environment(clean, undefined), () => states.push(filesOf(clean)));
  expect([...done.values()]).toEqual([204, 200, 200, 200]);
  const writes = writesIn(clean);
  const after = states.at(-1) as Files;
  expect(after.get('locales/es/glossary.csv')).toContain('ferri');
  for (const kind of ['full', 'kill'] as const)
    for (const at of places(writes[kind], kind)) {
      const folder = join(temporaryFolder(), 'project');
      cpSync(base, folder, { recursive: true });
      const answers = await sitAtPage(folder, environment(folder, { kind, at }));
      const place = `${kind} at write ${at} of ${writes[kind]}: ${[...answers].join(' ')}`;
      expectWhole(filesOf(folder), states, place);
      // What is told as done is done, whatever failed after it; else the disk's refusal is told, and a killed server answers nobody.
      const isAllDone = answers.size === STEPS.length && [...answers.values()].every((status) => status < 300);
      if (isAllDone) expect(said(filesOf(folder)), place).toEqual(said(after));
      else if (kind === 'full') expect([...answers.values()].at(-1), place).toBeGreaterThanOrEqual(400);
      const known = await stepsDone(folder);
      for (const [step, status] of answers) if (status < 300 && step !== 'term') expect(known, place).toContain(step);
      expect([...(await sitAtPage(folder, environment(folder, undefined))).values()], place).toEqual([204, 200, 200, 200]);
      expect(said(filesOf(folder)), place).toEqual(said(after));
    }
});
