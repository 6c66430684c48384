/**
 * `npm run bench:layouts`: each repository of tests/layouts/sites is built by its own generator, set up by `init --yes`, translated, and
 * built again: the pages of the default language must be the same bytes. Hugo and Jekyll are those of the machine, Eleventy and Astro those
 * of the checkout; names of sites try these alone; `-- --install` fetches Starlight and Docusaurus with npm into a temporary folder first (some 400 MB).
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { copySite, filesIn, git, siteNames } from '../tests/support/sites.ts';

const MODULES = resolve('node_modules');
const MAIN = resolve('src/cli/main.ts');
const root = mkdtempSync(join(realpathSync(tmpdir()), 'dragoman-layouts-'));

interface Built {
  /** What builds the site, in its folder. */
  readonly command: readonly [string, ...string[]];
  /** Where the pages are. */
  readonly out: string;
  /** The folder of packages that it needs. */
  readonly modules?: string;
}

/** @returns undefined where the generator is not to be had here */
function generatorOf(name: string, installed: ReadonlyMap<string, string>): Built | undefined {
  const kind = name.split('-')[0] ?? '';
  const node = process.execPath;
  const modules = installed.get(kind);
  switch (kind) {
    case 'hugo':
      return isThere('hugo', 'version') ? { command: ['hugo', '--quiet'], out: 'public' } : undefined;
    case 'jekyll':
      return isThere('jekyll', '--version') ? { command: ['jekyll', 'build', '--quiet'], out: '_site' } : undefined;
    case 'eleventy':
      return { command: [node, join(MODULES, '@11ty/eleventy/cmd.cjs'), '--quiet'], out: '_site', modules: MODULES };
    case 'astro':
      return { command: [node, join(MODULES, 'astro/bin/astro.mjs'), 'build'], out: 'dist', modules: MODULES };
    case 'starlight':
      return modules === undefined ? undefined : { command: [node, join(modules, 'astro/bin/astro.mjs'), 'build'], out: 'dist', modules };
    case 'docusaurus':
      return modules === undefined
        ? undefined
        : { command: [node, join(modules, '@docusaurus/core/bin/docusaurus.mjs'), 'build'], out: 'build', modules };
    default:
      return undefined;
  }
}

const isThere = (command: string, argument: string): boolean => spawnSync(command, [argument]).status === 0;

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  starlight: ['astro@7', '@astrojs/starlight'],
  docusaurus: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
};

function install(chosen: readonly string[]): Map<string, string> {
  const installed = new Map<string, string>();
  if (!process.argv.includes('--install')) return installed;
  for (const [name, packages] of Object.entries(PACKAGES).filter(([site]) => chosen.includes(site))) {
    const folder = join(root, `packages-${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder, stdio: 'inherit' });
    installed.set(name, join(folder, 'node_modules'));
  }
  return installed;
}

/** Pages of the default language: what has no folder of a target locale. */
function pagesOf(folder: string, locales: readonly string[]): Map<string, Buffer> {
  const isEdition = (file: string) => locales.some((locale) => file.toLowerCase().startsWith(`${locale.toLowerCase()}/`));
  return new Map([...filesIn(folder)].filter(([file]) => file.endsWith('.html') && !isEdition(file)));
}

function dragoman(cwd: string, ...args: string[]): { readonly code: number | null; readonly summary: Record<string, unknown> } {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...args, '--json'], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, summary: JSON.parse(stdout.trim().split('\n').at(-1) || '{}') as Record<string, unknown> };
}

function build(cwd: string, { command: [program, ...args], out }: Built): void {
  rmSync(join(cwd, out), { recursive: true, force: true });
  const env = { ...process.env, LANG: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${status}\n${stdout}\n${stderr}`);
}

/** A row of the table; the first fault ends it. */
function tried(name: string, built: Built): { readonly row: readonly string[]; readonly isRight: boolean } {
  const site = join(root, name);
  mkdirSync(site);
  copySite(name, site);
  if (built.modules !== undefined) symlinkSync(built.modules, join(site, 'node_modules'));
  build(site, built);
  const set = dragoman(site, 'init', '--yes');
  const { targetLocales } = JSON.parse(filesIn(site).get('dragoman.config.json')?.toString() ?? '{}') as { targetLocales: string[] };
  const before = pagesOf(join(site, built.out), targetLocales);
  const dry = dragoman(site, 'translate', '--dry-run', '--engine', 'pseudo');
  const aligned = dragoman(site, 'memory', 'align');
  const run = dragoman(site, 'translate', '--engine', 'pseudo');
  const frozen = dragoman(site, 'translate', '--frozen');
  const changed = git(site, 'status', '--porcelain')
    .split('\n')
    .filter((line) => / M /.test(` ${line}`.slice(0, 4)) && !/\.git(?:ignore|attributes)$/.test(line));
  build(site, built);
  const after = pagesOf(join(site, built.out), targetLocales);
  const differ = [...before].filter(([file, bytes]) => after.get(file)?.equals(bytes) !== true).map(([file]) => file);
  const added = [...after.keys()].filter((file) => !before.has(file));
  const editions = [...filesIn(join(site, built.out)).keys()].filter((file) => file.endsWith('.html')).length - after.size;
  const codes = [set.code, dry.code, aligned.code, run.code, frozen.code];
  for (const file of [...differ, ...added]) console.error(`${name}: ${file} is not what it was`);
  for (const line of changed) console.error(`${name}: ${line}`);
  const isRight = codes.every((code) => code === 0) && differ.length + added.length + changed.length === 0 && editions > 0;
  return {
    row: [name, codes.join(' '), String(before.size), String(differ.length + added.length), String(editions), String(changed.length)],
    isRight,
  };
}

try {
  const named = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const chosen = named.length === 0 ? siteNames : siteNames.filter((name) => named.includes(name));
  const installed = install(chosen);
  let wrong = 0;
  console.log('| site | init, dry run, align, translate, frozen | default pages | of them changed | pages of editions | files changed |');
  console.log('|---|---|---|---|---|---|');
  for (const name of chosen) {
    const built = generatorOf(name, installed);
    if (built === undefined) {
      console.log(`| ${name} | its generator is not here | | | | |`);
      continue;
    }
    const { row, isRight } = tried(name, built);
    if (!isRight) wrong++;
    console.log(`| ${row.join(' | ')} |${isRight ? '' : ' **wrong**'}`);
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  if (process.argv.includes('--keep')) console.error(root);
  else if (existsSync(root)) rmSync(root, { recursive: true, force: true });
}
