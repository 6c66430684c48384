/**
 * `node scripts/docs-site.ts [FOLDER] [ADDRESS]`: the pages of docs/ as a site, built with `dragoman publish` itself; `docs-site` and
 * `https://dragoman.example/` unless told. A dead link ends it with 1, as a finding does in a newsroom's.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { sentences } from '../src/library/sentences.ts';

const [out = 'docs-site', baseUrl = 'https://dragoman.example/'] = process.argv.slice(2);
/** Where files that are no pages are read. */
const REPOSITORY = 'https://github.com/dragoman/dragoman/blob/main/';
const FIRST = 'getting-started.md';
const MAIN = resolve(import.meta.dirname, '../src/cli/main.ts');
const DOCS = resolve(import.meta.dirname, '../docs');
const root = mkdtempSync(join(tmpdir(), 'dragoman-docs-'));
try {
  mkdirSync(join(root, 'articles/en'), { recursive: true });
  const publish = { title: 'Dragoman', baseUrl, root: 'front' };
  writeFileSync(
    join(root, 'dragoman.config.json'),
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], publish, checks: { 'dead-links': 'error', publish: 'error' } }),
  );
  const files = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
  for (const name of files) writeFileSync(join(root, 'articles/en', name), pageOf(readFileSync(join(DOCS, name), 'utf8'), name));
  // What pages link to besides each other.
  for (const name of readdirSync(DOCS))
    if (!name.endsWith('.md')) cpSync(join(DOCS, name), join(root, 'articles/en', name), { recursive: true });
  const { status } = spawnSync(process.execPath, [MAIN, 'publish', '--search', '--cwd', root, '--out', resolve(out)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** The first heading is the title, the first sentence what it is about, the last commit its day; a link out of docs/ is one to the repository. */
function pageOf(text: string, name: string): string {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
  const body = text
    .replace(/^# .+\n+/, '')
    .replace(/\]\(\.\.\/([^)#]+)/g, `](${REPOSITORY}$1`)
    .replace(/\]\(([\w-]+\.yml)\)/g, `](${REPOSITORY}docs/$1)`);
  const [about = ''] = body.split('\n\n', 1);
  const [description = ''] = sentences(about.replace(/\s+/g, ' ').replace(/[`*]|\]\([^)]*\)|\[/g, ''), 'en');
  const day = spawnSync('git', ['log', '-1', '--format=%cs', '--', name], { cwd: DOCS, encoding: 'utf8' }).stdout?.trim() ?? '';
  const front = {
    title,
    ...(/^[\p{L}]/u.test(description) && { description: description.trim() }),
    ...(day !== '' && { date: day }),
    ...(name === FIRST && { pinned: true }),
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${key === 'date' ? value : JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}`;
}
