import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

it('a reader that goes away (| head -1) ends no work half-way', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'articles/en'), { recursive: true });
  writeFileSync(
    join(cwd, 'mine.mjs'),
    `console.log('a remark');
export default { name: 'mine', translate: async ({ texts }) => { console.log('another'); return texts.map((text) => text.toUpperCase()); } };
`,
  );
  const engines = { mine: { module: './mine.mjs' } };
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'mine', engines }));
  const names = Array.from({ length: 12 }, (_, at) => `story-${at}`);
  for (const name of names) writeFileSync(join(cwd, 'articles/en', `${name}.md`), `Words of ${name}.\n`);
  const child = spawn(process.execPath, [MAIN, 'translate', '--json', '--yes'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  let first = '';
  const code = await new Promise((ended) => {
    child.stdout.once('data', (data: Buffer) => {
      first = data.toString().split('\n')[0] ?? '';
      child.stdout.destroy();
    });
    child.on('close', ended);
  });
  // What the module logs is on stderr: the first line is an event.
  expect(JSON.parse(first)).toHaveProperty('type');
  expect(code).toBe(0);
  for (const name of names) expect(existsSync(join(cwd, 'articles/es', `${name}.md`)), name).toBe(true);
}, 60_000);
