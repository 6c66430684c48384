/**
 * `npm run bench:tmx [-- UNITS]`: files of TMX that tools have formatted in as many ways, imported by command, and how many of their
 * sentences the next translation finds, of 10,000; and how many stand in the edition as they are in the file.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { paragraphs, TMX_WAYS, tmxFile } from '../tests/support/tmx-ways.ts';

const UNITS = Number(process.argv[2] ?? 10_000);
/** Paragraphs of an article. */
const LENGTH = 100;
const main = resolve(import.meta.dirname, '../src/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'dragoman-tmx-'));

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** @returns the summary, the last line that the command prints */
function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return JSON.parse(last);
}

const plain = (text: string) => text.trim().normalize('NFC').replace(/\s+/g, ' ');

try {
  write('dragoman.config.json', JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }));
  const numbers = [...Array(UNITS).keys()];
  const ways = Object.keys(TMX_WAYS);
  const begun = performance.now();
  let imported = 0;
  for (const [at, way] of ways.entries()) {
    write(
      `way-${at}.tmx`,
      tmxFile(
        way,
        numbers.filter((number) => number % ways.length === at),
      ),
    );
    imported += run('memory', 'import', `way-${at}.tmx`).imported.es;
  }
  const slugs = [...Array(Math.ceil(UNITS / LENGTH)).keys()].map((at) => `a${String(at).padStart(4, '0')}`);
  const inArticle = (at: number) => numbers.slice(at * LENGTH, (at + 1) * LENGTH);
  for (const [at, slug] of slugs.entries())
    write(
      `articles/en/${slug}.md`,
      `${inArticle(at)
        .map((number) => paragraphs(number).source)
        .join('\n\n')}\n`,
    );
  const { segments } = run('translate');
  let equal = 0;
  for (const [at, slug] of slugs.entries()) {
    const edition = readFileSync(join(root, `articles/es/${slug}.md`), 'utf8').split('\n\n');
    equal += inArticle(at).filter((number, nth) => plain(edition[nth] ?? '') === plain(paragraphs(number).target)).length;
  }
  console.log(`${UNITS} units in ${ways.length} ways: ${ways.join('; ')}`);
  const share = (count: number) => `${((count / UNITS) * 100).toFixed(count === UNITS ? 0 : 2)} %`;
  console.log(`imported       100 %   ${share(imported)}`);
  console.log(`recalled       100 %   ${share(segments.recalled)}  (translated anew: ${segments.translated})`);
  console.log(`in the edition 100 %   ${share(equal)}`);
  console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
