/**
 * `npm run bench`: the figures of the main job. Whole commands are timed in pairs with something of the same run, since
 * machines differ. Needs the public data (`DRAGOMAN_DATA`, else ../shared/data) for the sixty articles.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { ntrexArticles } from '../tests/support/ntrex.ts';

const root = resolve(import.meta.dirname, '..');
const main = join(root, 'src/cli/main.ts');
const work = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
const rows: [what: string, figure: string][] = [];

const seconds = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: work, stdio: 'ignore' });

interface Summary {
  segments: { total: number; translated: number; pending: number };
  engine: { characters: number };
  files: { written: number };
}

/** Runs `translate --json` and gives its last line. */
function translate(cwd: string): { summary: Summary; seconds: number } {
  let out = '';
  const took = seconds(() => {
    out = spawnSync(process.execPath, [main, 'translate', '--yes', '--json', '--cwd', cwd], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }).stdout;
  });
  return { summary: JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Summary, seconds: took };
}

/** Of the build, which is what people install. */
function help(): void {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'ignore' });
  const ratios = Array.from(
    { length: 21 },
    () => seconds(() => node(join(root, 'dist/cli/main.js'), '--help')) / seconds(() => node('-e', '0')),
  );
  rows.push(['dragoman --help / node -e 0, median of 21 pairs (target at most 1.6)', median(ratios).toFixed(2)]);
}

function demo(): void {
  const clone = join(work, 'clone');
  execFileSync('git', ['clone', '--quiet', root, clone]);
  rows.push([
    'scripts/demo on a clean clone',
    `${seconds(() => execFileSync(join(clone, 'scripts/demo'), { stdio: 'ignore' })).toFixed(1)} s`,
  ]);
}

/** A project of sixty articles with an engine that answers at once, or Apertium. */
function project(name: string, engine: 'instant' | 'apertium', articles: ReadonlyMap<string, string>): string {
  const cwd = join(work, name);
  mkdirSync(join(cwd, 'articles/en'), { recursive: true });
  for (const [slug, text] of articles) writeFileSync(join(cwd, `articles/en/${slug}.md`), text);
  // Upper case: an answer that is not its source, so that nothing is called untranslated.
  writeFileSync(
    join(cwd, 'instant.mjs'),
    "const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());\nexport default { name: 'instant', translate: async ({ texts }) => texts.map(up) };\n",
  );
  writeFileSync(
    join(cwd, 'dragoman.config.json'),
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine, engines: { instant: { module: './instant.mjs' } } }),
  );
  return cwd;
}

function sixty(): void {
  const articles = ntrexArticles('en', 60);
  if (articles === undefined) {
    rows.push(['60 articles', 'skipped: no public data']);
    return;
  }
  for (const engine of ['instant', 'apertium'] as const) {
    const cwd = project(engine, engine, articles);
    const first = translate(cwd);
    rows.push([
      `60 articles -> es, ${engine}: per article`,
      `${((first.seconds / articles.size) * 1000).toFixed(0)} ms (${first.summary.segments.total} segments)`,
    ]);
    const again = translate(cwd);
    rows.push([
      `the same again`,
      `${again.summary.engine.characters} characters, ${again.summary.files.written} files, ${again.seconds.toFixed(2)} s`,
    ]);
    if (engine === 'instant') edits(cwd, [...articles.keys()][0] as string);
  }
}

/** What each kind of edit costs; every edit starts from the translated article. */
function edits(cwd: string, slug: string): void {
  const file = join(cwd, `articles/en/${slug}.md`);
  const before = readFileSync(file, 'utf8');
  const paragraphs = before.trimEnd().split('\n\n');
  const kinds: [string, (parts: string[]) => string[]][] = [
    ['one word changed', (parts) => parts.with(2, (parts[2] as string).replace(/\b[a-z]{5,}\b/, 'otherwise'))],
    ['one paragraph inserted', (parts) => parts.toSpliced(2, 0, 'A paragraph that is new.')],
    ['one paragraph moved', (parts) => parts.toSpliced(1, 1).toSpliced(3, 0, parts[1] as string)],
    ['one paragraph deleted', (parts) => parts.toSpliced(2, 1)],
    ['one heading inserted', (parts) => parts.toSpliced(2, 0, '## A new heading')],
  ];
  for (const [kind, edit] of kinds) {
    const copy = `${cwd}-edit`;
    cpSync(cwd, copy, { recursive: true });
    writeFileSync(join(copy, `articles/en/${slug}.md`), `${edit(paragraphs).join('\n\n')}\n`);
    const { summary } = translate(copy);
    rows.push([`characters sent after ${kind}`, `${summary.engine.characters} (${summary.segments.translated} segments)`]);
    rmSync(copy, { recursive: true });
  }
}

try {
  help();
  if (statSync(join(root, '.git'), { throwIfNoEntry: false })) demo();
  sixty();
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  );
  for (const [what, figure] of rows) console.log(`${what.padEnd(75)} ${figure}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
