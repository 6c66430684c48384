import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordParts } from '../../src/cli/memory.ts';
import { runProgram } from '../../src/cli/program.ts';
import { temporaryFolder } from '../publish/folder.ts';

async function run(cwd: string, ...argv: string[]): Promise<string> {
  let out = '';
  const screen = { write: (text: string) => (out += text) };
  await runProgram(argv, { cwd, env: {}, stdout: screen, stderr: screen, signal: new AbortController().signal });
  return out;
}

function project(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'articles/en'), { recursive: true });
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }));
  writeFileSync(join(cwd, 'articles/en/a.md'), 'The ferry 99999 is late.\n');
  return cwd;
}

const tmx = (count: number) =>
  `<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>${Array.from(
    { length: count },
    (_, at) =>
      `<tu><tuv xml:lang="en"><seg>The ferry ${at} is late.</seg></tuv><tuv xml:lang="es"><seg>El ferri ${at} tarda.</seg></tuv></tu>`,
  ).join('')}</body></tmx>`;

it('a memory of any size is kept in files that every command reads, and each sentence of it is found', async () => {
  const cwd = project();
  writeFileSync(join(cwd, 'big.tmx'), tmx(100_001));
  expect(await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es')).toContain('100,001 sentences in 2 files');
  const files = () => readdirSync(join(cwd, 'locales/es/memory')).toSorted();
  expect(files()).toEqual(['big.2.xlf', 'big.xlf']);
  expect(await run(cwd, 'memory', 'find', 'The ferry 100000 is late.', '--to', 'es')).toContain('El ferri 100000 tarda.');
  expect(await run(cwd, 'translate', '--json')).toContain('"recalled":1');
  writeFileSync(join(cwd, 'big.tmx'), tmx(3));
  await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es');
  expect(files()).toEqual(['big.xlf']);
}, 120_000);

it('parts lose no sentence, whatever the blocks', () => {
  const segment = (id: number) => ({ id: String(id) }) as never;
  const blocks = [3, 0, 7, 1, 4].map((count, at) => ({
    kind: 'paragraph',
    segments: Array.from({ length: count }, (_, n) => segment(at * 10 + n)),
  }));
  const record = { locale: 'es', blocks } as never;
  const parts = recordParts(record, 3);
  const ids = (all: readonly { readonly blocks: readonly { readonly segments: readonly { readonly id: string }[] }[] }[]) =>
    all.flatMap((one) => one.blocks.flatMap(({ segments }) => segments.map(({ id }) => id)));
  expect(ids(parts)).toEqual(ids([record]));
  for (const part of parts) expect(ids([part]).length).toBeLessThanOrEqual(3);
});

it('a memory that cannot be read is said by whatever would use it, and the rest goes on', async () => {
  const cwd = project();
  mkdirSync(join(cwd, 'locales/es/memory'), { recursive: true });
  writeFileSync(join(cwd, 'locales/es/memory/old.xlf'), '<xliff><file>');
  for (const command of [
    ['memory', 'find', 'The ferry is late.'],
    ['translate', '--yes'],
  ])
    expect(await run(cwd, ...command)).toContain('locales/es/memory/old.xlf');
  expect(readdirSync(join(cwd, 'articles/es'))).toEqual(['a.md']);
});
