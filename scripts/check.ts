/** `npm run check`: every `check:*` script of package.json; all of them run, whatever the first says. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const failed = Object.keys(scripts)
  .filter((name) => name.startsWith('check:'))
  .filter((name) => spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit' }).status !== 0);

if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
