/**
 * The memory's bars: alignment, a memory of a million sentences, and a run with nothing to do beside git status.
 * Run: npm run bench:memory [-- --articles 10000 --segments 1000000]
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Target } from '../src/article.ts';
import type { EditionRecord } from '../src/memory/record.ts';
import { openMemory } from '../src/memory/store.ts';
import { programKey } from '../src/program/key.ts';
import { editionPaths } from '../src/project/disk.ts';
import { openFreshness } from '../src/project/freshness.ts';
import { editionFile, openProject, recordFile, sources } from '../src/project/project.ts';
import { alignmentScore } from '../tests/support/alignment.ts';
import { dataFolder } from '../tests/support/data.ts';

const { values: options } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, segments: { type: 'string', default: '1000000' } },
});
/** The package's command, as people run it; built from the present sources before it is measured. */
const COMMAND = resolve(import.meta.dirname, '../dist/cli/bin.js');
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
function recordOf(number: number): EditionRecord {
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
  }));
  const stamps = { of: () => '1', isStill: () => false };
  const memory = openMemory(path);
  const built = seconds(() => memory.update(files, ({ slug }) => recordOf(Number(slug.slice(1))), stamps));
  console.log(
    `a memory of ${memory.size().toLocaleString('en')} sentences: built in ${built.toFixed(1)} s, ${Math.round(statSync(path).size / 1e6)} MB`,
  );
  memory.close();
  const again = openMemory(path);
  const unchanged = seconds(() => again.update(files, () => undefined, stamps));
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

/** Articles that the program translates itself; the others are copies of them under other slugs. */
const TRANSLATED = 100;
/** Copies that the program is asked about: it must find nothing to write in them. */
const PROVED = 50;

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
  const model = Math.min(TRANSLATED, articles);
  for (let at = 0; at < model; at++)
    writeFileSync(
      join(root, `articles/en/${slugOf(at)}.md`),
      `---\ntitle: Story number ${at}\n---\n\nThe first sentence of story ${at} is here. A second one follows it.\n`,
    );
  execFileSync(process.execPath, [COMMAND, 'translate', '--yes'], { cwd: root, stdio: 'ignore' });
  const project = openProject(root);
  for (const source of sources(project)) {
    const paths = [
      source.file,
      ...LOCALES.flatMap((locale) => [editionFile(project, source, locale), recordFile(project, source, locale)]),
    ];
    for (const path of paths) {
      const text = readFileSync(join(root, path), 'utf8');
      for (let at = Number(source.slug.slice(-5)) + model; at < articles; at += model)
        writeFileSync(join(root, path.replace(source.slug, slugOf(at))), text.replaceAll(source.slug, slugOf(at)));
    }
  }
  const copies = Array.from({ length: Math.min(PROVED, articles - model) }, (_, at) => slugOf(articles - 1 - at));
  nothingWritten(root, copies);
  stampAll(root);
  for (const args of [
    ['init', '-q'],
    ['config', 'gc.auto', '0'],
    ['add', '-A'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'all'],
    ['gc', '-q'],
  ])
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
}

function slugOf(at: number): string {
  return `story-${String(at).padStart(5, '0')}`;
}

/** Milliseconds after which a file's stamp is trusted, and more. */
const AGE = 10_000;

/** All files are old enough for their stamps: their texts are not asked for. */
const TRUSTED = { source: '', edition: '', record: '', isWritten: false };

/** As the run that translated all of it would have left the stamps. */
function stampAll(root: string): void {
  const project = openProject(root);
  const freshness = openFreshness(project, programKey(), { clock: () => Date.now() + AGE });
  for (const source of sources(project))
    for (const locale of LOCALES)
      freshness.look(editionPaths(project, source, locale))({ segments: 3, reviewed: 0, errors: 0, warnings: 0 }, TRUSTED);
  freshness.close();
}

/** @throws Error where the program finds anything to do */
function nothingWritten(root: string, slugs: readonly string[] = []): void {
  const { status, stdout } = spawnSync(process.execPath, [COMMAND, 'translate', '--yes', '--json', ...slugs], {
    cwd: root,
    encoding: 'utf8',
  });
  const { files } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { files?: { written: number } };
  if (status !== 0 || files?.written !== 0) throw new Error(`not a run with nothing to do: ${stdout}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function nothingToDo(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: resolve(import.meta.dirname, '..') });
  const root = mkdtempSync(join(tmpdir(), 'dragoman-noop-'));
  const articles = Number(options.articles);
  const made = seconds(() => translatedProject(root, articles));
  console.log(
    `${articles} articles x ${LOCALES.length} locales: ${TRANSLATED} translated, the others copied under other slugs, committed: ${made.toFixed(0)} s`,
  );
  const status = () => execFileSync('git', ['status', '--porcelain'], { cwd: root });
  // The first of each meets a cold disk, and git's writes its index.
  status();
  nothingWritten(root);
  // One beside the other, so that both meet the same machine.
  const pairs = Array.from({ length: 5 }, () => ({ git: seconds(status), own: seconds(() => nothingWritten(root)) }));
  const ratio = median(pairs.map(({ git, own }) => own / git));
  const [git, own] = [median(pairs.map((pair) => pair.git)), median(pairs.map((pair) => pair.own))];
  bar(
    `nothing to do in ${articles} x ${LOCALES.length} editions, over git status (median of 5)`,
    '<= 3',
    `${ratio.toFixed(2)} (${own.toFixed(2)} / ${git.toFixed(2)} s)`,
    ratio <= 3,
  );
  rmSync(root, { recursive: true });
}

alignment();
millionSentences();
nothingToDo();
