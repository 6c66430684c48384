/**
 * The site of many articles in two locales: a full build against Eleventy 3 on the same Markdown with the same head, in one run,
 * and the rebuild after one change. Run: npm run bench:publish [-- --articles 10000] [-- --keep]
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { articleMarkdown, eleventyFiles } from './site-of-news.ts';

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, keep: { type: 'boolean', default: false } },
});
const articles = Number(options.articles);
const LOCALES = ['en', 'es'];
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));

interface Usage {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly rss: number;
  readonly seconds: number;
}

/** A process's own CPU and memory, as it tells them itself at its end. */
function measure(cwd: string, script: string, args: readonly string[]): Usage {
  const file = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', join(root, 'scripts/usage.ts'), script, ...args], {
    cwd,
    env: { ...process.env, USAGE_FILE: file, NODE_OPTIONS: '' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr.slice(-2000)}${stdout.slice(-500)}`);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'seconds'>), seconds: (performance.now() - start) / 1000 };
}

function writeSite(): { dragoman: string; eleventy: string } {
  const dragoman = join(folder, 'dragoman');
  const eleventy = join(folder, 'eleventy');
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  const config = { sourceLocale: 'en', targetLocales: ['es'], publish: { title: 'Courier', baseUrl: 'https://courier.example' } };
  write(join(dragoman, 'dragoman.config.json'), JSON.stringify(config));
  for (const locale of LOCALES)
    for (let index = 0; index < articles; index++) {
      write(join(dragoman, `articles/${locale}/story-${index}.md`), articleMarkdown(index, locale, 'tags'));
      write(join(eleventy, `${locale}/story-${index}.md`), articleMarkdown(index, locale, 'topic'));
    }
  for (const [file, text] of Object.entries(eleventyFiles(LOCALES))) write(join(eleventy, file), text);
  symlinkSync(join(root, 'node_modules'), join(eleventy, 'node_modules'));
  // Files of this second could change again unseen; the project's do not.
  const old = new Date(Date.now() - 60_000);
  for (const file of readdirSync(join(dragoman, 'articles'), { recursive: true, withFileTypes: true }))
    if (file.isFile()) utimesSync(join(file.parentPath, file.name), old, old);
  return { dragoman, eleventy };
}

/** Files of the site by path, with the time they were written. */
function writtenAt(site: string): Map<string, number> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map((file) => [join(file.parentPath, file.name).slice(site.length + 1), statSync(join(file.parentPath, file.name)).mtimeMs]),
  );
}

let failed = 0;
function bar(name: string, target: string, measured: string, met: boolean): void {
  if (!met) failed++;
  console.log(`${name.padEnd(52)} ${target.padEnd(12)} ${measured.padEnd(16)} ${met ? 'met' : 'NOT MET'}`);
}

try {
  const sites = writeSite();
  // As people install it; Eleventy is a build too.
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'ignore' });
  const cli = join(root, 'dist/cli/main.js');
  const own = measure(sites.dragoman, cli, ['publish']);
  const other = measure(sites.eleventy, join(root, 'node_modules/@11ty/eleventy/cmd.cjs'), ['--quiet']);
  console.log(`${articles} articles x ${LOCALES.length} locales`);
  for (const [name, usage] of [
    ['Dragoman', own],
    ['Eleventy', other],
  ] as const)
    console.log(`${name}: ${usage.cpu.toFixed(1)} CPU-s, ${usage.rss.toFixed(0)} MB, ${usage.seconds.toFixed(1)} s`);

  const site = join(sites.dragoman, 'site');
  const before = writtenAt(site);
  const changed = join(sites.dragoman, `articles/es/story-${articles - 5}.md`);
  writeFileSync(changed, readFileSync(changed, 'utf8').replace(/\n\n/, '\n\nOne more sentence. '));
  const again = measure(sites.dragoman, cli, ['publish']);
  const rewritten = [...writtenAt(site)].filter(([file, time]) => time !== before.get(file)).map(([file]) => file);
  console.log(
    `one article changed: ${again.seconds.toFixed(2)} s, ${again.cpu.toFixed(2)} CPU-s, rewritten: ${rewritten.slice(0, 12).join(' ')}\n`,
  );

  console.log(`${''.padEnd(52)} ${'target'.padEnd(12)} measured`);
  const cpu = own.cpu / other.cpu;
  const memory = own.rss / other.rss;
  bar('full build, CPU as a ratio to Eleventy', '<= 0.5', cpu.toFixed(2), cpu <= 0.5);
  bar('full build, memory as a ratio to Eleventy', '<= 0.5', memory.toFixed(2), memory <= 0.5);
  bar('one article changed: seconds', '<= 1', again.seconds.toFixed(2), again.seconds <= 1);
  // Its page, and, being among the newest, the feeds of its language and its topic, the front page and the manifest.
  const affected = rewritten.every((file) =>
    /^(es\/(story-\d+\/index\.html|(tag\/\w+\/)?feed\.xml|feed\.json|index\.html)|\.dragoman-site(\/\w+)?\.json)$/.test(file),
  );
  bar('one article changed: files rewritten', 'affected', String(rewritten.length), affected && rewritten.length > 0);
} finally {
  if (options.keep) console.log(folder);
  else rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
