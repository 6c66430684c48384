/**
 * The memory's bars: alignment, a memory of a million sentences, and a run with nothing to do beside git status.
 * Run: npm run bench:memory [-- --articles 10000] (writing 10,000 articles x 10 locales first takes half an hour)
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Target } from '../src/article.ts';
import type { Record } from '../src/memory/record.ts';
import { openMemory } from '../src/memory/store.ts';
import { alignmentScore } from '../tests/support/alignment.ts';
import { dataFolder } from '../tests/support/data.ts';

const { values: options } = parseArgs({
  options: { articles: { type: 'string', default: '500' }, segments: { type: 'string', default: '1000000' } },
});
const MAIN = resolve(import.meta.dirname, '../src/cli/main.ts');
const LOCALES = ['ca', 'cs', 'da', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'uk'];

function bar(name: string, target: string, measured: string, isMet: boolean): void {
  if (!isMet) process.exitCode = 1;
  console.log(`${name.padEnd(66)} ${target.padEnd(12)} ${measured.padEnd(18)} ${isMet ? 'met' : 'NOT MET'}`);
}
const seconds = (work: () => void) => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

function alignment(): void {
  const data = dataFolder();
  if (data === undefined) return;
  for (const locale of ['es', 'uk', 'de', 'ja']) {
    const scores = [1, 2, 3].map((seed) => alignmentScore(join(data, 'ntrex'), locale, seed));
    const share = scores.reduce((sum, { right }) => sum + right, 0) / scores.reduce((sum, { pairs }) => sum + pairs, 0);
    bar(`alignment en-${locale}, 10 % of lines merged or split: pairs right`, '>= 97 %', `${(share * 100).toFixed(2)} %`, share >= 0.97);
  }
}

/** Twenty-five sentences a record, no two the same. */
function recordOf(number: number): Record {
  const target: Target = {
    text: ['Una frase de la memoria, con algunas palabras.'],
    state: 'machine',
    origin: { by: 'engine' },
    terms: [],
  };
  const segments = Array.from({ length: 25 }, (_, at) => ({
    id: `${number}-${at}`,
    source: [`Sentence w${(number * 25 + at) % 977} of w${(number * 31 + at) % 1999} says what w${number} said x${at} times.`],
    target,
  }));
  return { slug: `s${number}`, sourceLocale: 'en', locale: 'es', blocks: [{ kind: 'paragraph', segments }], additions: [], retired: [] };
}

function millionSentences(): void {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-memory-'));
  const path = join(folder, 'es.db');
  const files = Array.from({ length: Number(options.segments) / 25 }, (_, number) => ({
    slug: `s${number}`,
    path: `s${number}.xlf`,
    stamp: '1',
  }));
  const memory = openMemory(path);
  const built = seconds(() => memory.update(files, ({ slug }) => recordOf(Number(slug.slice(1)))));
  console.log(
    `a memory of ${memory.size().toLocaleString('en')} sentences: built in ${built.toFixed(1)} s, ${Math.round(statSync(path).size / 1e6)} MB`,
  );
  memory.close();
  const again = openMemory(path);
  const unchanged = seconds(() => again.update(files, () => undefined));
  let found = 0;
  const asked = 20_000;
  const looked = seconds(() => {
    for (let at = 0; at < asked; at++) {
      const { source } = recordOf((at * 7919) % files.length).blocks[0]?.segments[at % 25] ?? { source: [] };
      found += again.lookup(source, { kind: 'paragraph', previous: undefined, next: undefined }).length > 0 ? 1 : 0;
    }
  });
  bar('  sentences recalled of those asked for', '100 %', `${(100 * found) / asked} %`, found === asked);
  console.log(
    `  opened and found unchanged in ${unchanged.toFixed(2)} s; ${Math.round(asked / looked).toLocaleString('en')} look-ups a second`,
  );
  const [first, next] = [0, 1].map((at) => seconds(() => again.near(['Sentence w5 of w7 says what w9 said x3 times again.'], 3 + at)));
  console.log(`  near sentences: ${first?.toFixed(1)} s with the index of words to make, then ${next?.toFixed(3)} s`);
  again.close();
  rmSync(folder, { recursive: true });
}

/** A project of its own with an engine that answers at once, translated and committed. */
function translatedProject(root: string, articles: number): void {
  mkdirSync(join(root, 'articles/en'), { recursive: true });
  const config = {
    sourceLocale: 'en',
    targetLocales: LOCALES,
    engine: 'instant',
    engines: { instant: { module: './instant.mjs' } },
    checks: { language: 'off' },
  };
  writeFileSync(join(root, 'dragoman.config.json'), JSON.stringify(config));
  writeFileSync(
    join(root, 'instant.mjs'),
    `export default { name: 'instant', translate: async ({ texts }) => texts.map((text) => text.replaceAll('e', 'a')) };`,
  );
  writeFileSync(join(root, '.gitignore'), '.dragoman/\n');
  for (let at = 0; at < articles; at++)
    writeFileSync(
      join(root, `articles/en/story-${at}.md`),
      `---\ntitle: Story number ${at}\n---\n\nThe first sentence of story ${at} is here. A second one follows it.\n\nThe last paragraph ends story ${at}.\n`,
    );
  execFileSync(process.execPath, [MAIN, 'translate'], { cwd: root, stdio: 'ignore' });
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'all'],
    ['gc', '-q'],
  ])
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
}

function nothingToDo(): void {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-noop-'));
  const articles = Number(options.articles);
  const made = seconds(() => translatedProject(root, articles));
  console.log(`${articles} articles x ${LOCALES.length} locales translated by an engine that answers at once: ${made.toFixed(0)} s`);
  // One beside the other, so that both meet the same machine; the least of five is the one least disturbed.
  const pairs = Array.from({ length: 5 }, () => [
    seconds(() => execFileSync('git', ['status', '--porcelain'], { cwd: root })),
    seconds(() => {
      const { status, stdout } = spawnSync(process.execPath, [MAIN, 'translate', '--json'], { cwd: root, encoding: 'utf8' });
      const { files } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { files?: { written: number } };
      if (status !== 0 || files?.written !== 0) throw new Error(`not a run with nothing to do: ${stdout}`);
    }),
  ]) as [number, number][];
  const [git, own] = [Math.min(...pairs.map(([time]) => time)), Math.min(...pairs.map(([, time]) => time))];
  const ratio = own / git;
  bar(
    `nothing to do in ${articles} x ${LOCALES.length} editions, over git status`,
    '<= 3',
    `${ratio.toFixed(2)} (${own.toFixed(2)} s)`,
    ratio <= 3,
  );
  rmSync(root, { recursive: true });
}

alignment();
millionSentences();
nothingToDo();
