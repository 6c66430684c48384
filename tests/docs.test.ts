/** What docs/ and the README say is true: commands exist, blocks of shell run, and `init` writes the configurations that are shown. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../src/cli/arguments.ts';
import { commands } from '../src/cli/commands.ts';
import { inProcess } from './support/program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root }).sort()];

interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that the line before the block names. */
  readonly file: string | undefined;
}

function blocksOf(page: string): Block[] {
  const found = read(page).matchAll(/(?:^`([\w./-]+)`:\n\n)?^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, file, language = '', text = '']) => ({ language, text, file }));
}

/** A shell's words, without its variables and substitutions; what follows a comment sign or an operator is not the command's. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  const end = words.findIndex((word) => /^(?:#|&&|\|\||\||;|>|·)/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

describe('commands', () => {
  test('that the pages show exist, with their options', () => {
    const shown = PAGES.flatMap((page) => {
      const indented = read(page)
        .split('\n')
        .filter((line) => line.startsWith('    '));
      const fenced = blocksOf(page).flatMap(({ language, text }) => (/^(?:sh|console|yaml|)$/.test(language) ? text.split('\n') : []));
      const inline = [...read(page).matchAll(/`((?:npx )?dragoman [^`\n]+)`/g)].map(([, code = '']) => code);
      return [...indented, ...fenced, ...inline].map((line) => [page, line.trim()] as const);
    });
    const calls = shown
      .map(([page, line]) => [page, line.replace('help COMMAND', 'help check')] as const)
      .filter(([, line]) => /^(?:npx )?dragoman [a-z-]/.test(line) && !/[\][|]|\.\.\./.test(line));
    expect(calls.length).toBeGreaterThan(60);
    const wrong = calls.flatMap(([page, line]) => {
      const argv = wordsOf(line.replace(/^npx /, '')).slice(1);
      try {
        const names = commands.map(({ name }) => name);
        // A command by its name alone is a mention of it.
        if (names.includes(argv.join(' '))) return [];
        parseArguments(argv, commands);
        return [];
      } catch (error) {
        return [`${page}: ${line}: ${(error as Error).message}`];
      }
    });
    expect(wrong).toEqual([]);
  });
});

describe('links', () => {
  test('between the pages lead somewhere', () => {
    const dead = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, target = '']) =>
        existsSync(resolve(root, dirname(page), target)) ? [] : [`${page}: ${target}`],
      ),
    );
    expect(dead).toEqual([]);
  });
});

/** A folder in which `npx dragoman` is this program, and npm installs nothing. */
function scratch(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) put(file, text);
  const main = resolve(root, 'src/cli/main.ts');
  const bin = temporaryFolder();
  const npx = `#!/bin/sh\n[ "$1" = dragoman ] || { echo "npx $*: only dragoman is run here" >&2; exit 1; }\nshift\nexec '${process.execPath}' '${main}' "$@"\n`;
  writeFileSync(join(bin, 'npx'), npx, { mode: 0o755 });
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  execFileSync('git', ['-C', folder, 'init', '--quiet']);
  const run = (text: string) => {
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: undefined };
    return spawnSync('sh', ['-e', '-c', text], { cwd: folder, encoding: 'utf8', env });
  };
  return { folder, put, run };
}

const STORY = '---\ntitle: The night ferry\ndate: 2026-03-02\n---\n\nThe harbour is closed. It opens at noon.\n';
const PSEUDO = { sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' };

describe('blocks of shell run, in order', () => {
  test.each([
    'docs/getting-started.md',
    'docs/writing.md',
    'docs/review.md',
    'docs/merging.md',
    'docs/money.md',
    'docs/writing-an-engine.md',
  ])('%s', (page) => {
    const { folder, put, run } = scratch({ 'articles/en/night-ferry.md': STORY });
    // The pages are read one after another: init has been run, and the editions are there.
    if (page !== 'docs/getting-started.md') {
      put('dragoman.config.json', JSON.stringify(PSEUDO));
      run('npx dragoman translate');
    }
    for (const { language, text, file } of blocksOf(page)) {
      if (file !== undefined) {
        const where = file === 'night-ferry.md' ? 'articles/en/night-ferry.md' : file;
        put(where, text);
        if (file === 'segmentation.srx') put('dragoman.config.json', JSON.stringify({ ...PSEUDO, segmentation: file }));
      }
      if (language !== 'sh') continue;
      const { status, stdout, stderr } = run(text);
      expect([page, text, status], stdout + stderr).toEqual([page, text, 0]);
      // No engine is installed with the tests: the page's words are about the default one.
      const config = join(folder, 'dragoman.config.json');
      const written = JSON.parse(readFileSync(config, 'utf8'));
      if (written.engine === undefined) writeFileSync(config, JSON.stringify({ ...written, engine: 'pseudo' }));
    }
    if (page === 'docs/writing.md') expect(run('npx dragoman translate --frozen').status).toBe(1);
  });
});

/** A small site of each generator, as its own documentation begins one. */
const PACKAGE = (dependency: string) => JSON.stringify({ private: true, dependencies: { [dependency]: '*' } });
const SITES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Hugo: { 'hugo.toml': 'defaultContentLanguage = "en"\n[languages.en]\n[languages.es]\n', 'content/posts/night-ferry.md': STORY },
  'Astro and Starlight': {
    'package.json': PACKAGE('@astrojs/starlight'),
    'astro.config.mjs': `import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ defaultLocale: 'root', locales: { root: { lang: 'en' }, es: { label: 'Español' } } })] };\n`,
    'src/content/docs/night-ferry.md': STORY,
  },
  Docusaurus: {
    'package.json': PACKAGE('@docusaurus/core'),
    'docusaurus.config.js': `export default { i18n: { defaultLocale: 'en', locales: ['en', 'es'] }, presets: ['classic'] };\n`,
    'blog/night-ferry.md': STORY,
    'docs/guide.md': STORY,
  },
  Eleventy: {
    'package.json': PACKAGE('@11ty/eleventy'),
    'eleventy.config.js': 'export default () => {};\n',
    'en/posts/night-ferry.md': STORY,
    'es/es.json': '{ "lang": "es" }\n',
  },
  Jekyll: { '_config.yml': 'title: News\nlang: en\nlanguages: ["en", "es"]\n', '_posts/en/2026-03-02-night-ferry.md': STORY },
  'Next.js': {
    'package.json': PACKAGE('next'),
    'next.config.js': `export default { i18n: { locales: ['en', 'es'], defaultLocale: 'en' } };\n`,
    'content/en/night-ferry.mdx': STORY,
  },
};

describe('getting started', () => {
  test.each(Object.keys(SITES))('%s: init writes what the page shows, and the article is translated', async (name) => {
    const { folder } = scratch(SITES[name] ?? {});
    const run = inProcess(folder);
    expect((await run('init', '--yes')).code).toBe(0);
    const shown =
      read('docs/getting-started.md')
        .split(`## ${name}\n`)[1]
        ?.match(/^```json\n([\s\S]*?)^```$/m)?.[1] ?? '';
    expect(readFileSync(join(folder, 'dragoman.config.json'), 'utf8')).toBe(shown);
    const { code, summary } = await run('translate', '--engine', 'pseudo', '--json');
    expect([code, summary.segments.pending]).toEqual([0, 0]);
    expect(summary.segments.translated).toBeGreaterThan(2);
  });
});

test('every page is reached from the README or from the first page', () => {
  const from = read('README.md') + read('docs/getting-started.md') + read('docs/ci.md') + read('docs/review.md') + read('CONTRIBUTING.md');
  const lost = globSync('docs/*.{md,yml}', { cwd: root }).filter((page) => !from.includes(page.slice('docs/'.length)));
  expect(lost).toEqual([]);
});
