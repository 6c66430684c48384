/** `npm run check`: every `check:*` script of package.json, side by side; all of them run, whatever another says. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
// As npm runs a script, without npm's own start, which is a quarter of a second each.
const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` };

async function passes(name: string, command: string): Promise<boolean> {
  const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.stderr.write(`${name}\n${Buffer.concat(said).toString('utf8')}`);
  return code === 0;
}

const checks = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));
const passed = await Promise.all(checks.map(([name, command]) => passes(name, command)));
const failed = checks.filter((_, at) => passed[at] !== true).map(([name]) => name);

if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
