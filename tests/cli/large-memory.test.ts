import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordFormat } from '../../src/adapters.ts';
import { memoryParts } from '../../src/cli/memory-parts.ts';
import { runProgram } from '../../src/cli/program.ts';
import { openProject } from '../../src/project/project.ts';
import { importedFiles, recordAt } from '../../src/project/records.ts';
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
  writeFileSync(join(cwd, 'articles/en/a.md'), 'The ferry 49999 is late.\n');
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
  writeFileSync(join(cwd, 'big.tmx'), tmx(50_001));
  expect(await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es')).toContain('50,001 sentences in 3 files');
  const files = () => readdirSync(join(cwd, 'locales/es/memory')).toSorted();
  expect(files()).toEqual(['big.2.xlf', 'big.3.xlf', 'big.xlf']);
  expect(await run(cwd, 'memory', 'find', 'The ferry 50000 is late.', '--to', 'es')).toContain('El ferri 50000 tarda.');
  expect(await run(cwd, 'translate', '--json')).toContain('"recalled":1');
  writeFileSync(join(cwd, 'big.tmx'), tmx(3));
  await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es');
  expect(files()).toEqual(['big.xlf']);
}, 120_000);

it('parts lose no sentence, whatever the blocks', () => {
  const opened = openProject(project());
  const parts = memoryParts(opened, { from: 'en', to: 'es' }, 'x', 3);
  let id = 0;
  const counts = [3, 0, 7, 1, 4];
  for (const length of counts)
    parts.add({
      kind: 'paragraph',
      segments: Array.from({ length }, () => ({
        id: `id-${id++}`,
        source: [`Words ${id}.`],
        target: { text: [`Palabras ${id}.`], state: 'reviewed' as const, origin: { by: 'person' as const }, terms: [] },
      })),
    });
  const { count, files } = parts.finish();
  expect(count).toBe(15);
  const read = importedFiles(opened, 'es').map(({ path }) =>
    recordAt(opened, recordFormat, path).blocks.flatMap(({ segments }) => segments),
  );
  expect(read).toHaveLength(files);
  for (const segments of read) expect(segments.length).toBeLessThanOrEqual(3);
  expect(
    read
      .flat()
      .map(({ source }) => source.join(''))
      .toSorted(),
  ).toEqual(Array.from({ length: 15 }, (_, at) => `Words ${at + 1}.`).toSorted());
});

it('a memory that turns out to be broken leaves the one of before as it is', async () => {
  const cwd = project();
  writeFileSync(join(cwd, 'big.tmx'), tmx(3));
  await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es');
  const before = readFileSync(join(cwd, 'locales/es/memory/big.xlf'), 'utf8');
  writeFileSync(join(cwd, 'big.tmx'), tmx(5).replace('</body>', '</tu></body>'));
  expect(await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es')).toContain('not usable as XML');
  expect(readFileSync(join(cwd, 'locales/es/memory/big.xlf'), 'utf8')).toBe(before);
  expect(readdirSync(join(cwd, '.dragoman/importing'), { recursive: true })).toEqual([]);
});

it.each(['utf8', 'utf16le'] as const)('a file in %s that is read in pieces is the same as one that is read whole', async (encoding) => {
  const cwd = project();
  // Letters of two and three bytes, over the border of a piece wherever it is.
  const text = tmx(4_000).replaceAll('ferry', 'фері 港');
  writeFileSync(join(cwd, 'big.tmx'), Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`, encoding));
  expect(await run(cwd, 'memory', 'import', 'big.tmx', '--to', 'es')).toContain('4,000 sentences');
  const all = readFileSync(join(cwd, 'locales/es/memory/big.xlf'), 'utf8');
  expect(all).not.toContain('\uFFFD');
  expect(all.match(/фері 港/g)).toHaveLength(4_000);
});

it('a memory that cannot be read is said by whatever would use it, and the rest goes on', async () => {
  const cwd = project();
  mkdirSync(join(cwd, 'locales/es/memory'), { recursive: true });
  writeFileSync(join(cwd, 'locales/es/memory/old.xlf'), '<xliff><file>');
  for (const command of [
    ['memory', 'find', 'The ferry is late.'],
    ['translate', '--yes'],
    ['glossary', 'set', 'es', 'ferry', 'ferri'],
    ['doctor'],
  ])
    expect((await run(cwd, ...command)).split('locales/es/memory/old.xlf'), command.join(' ')).toHaveLength(2);
  expect(readdirSync(join(cwd, 'articles/es'))).toEqual(['a.md']);
});
