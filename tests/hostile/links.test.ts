/** A repository may hold a link at any place that a command writes to or reads from: nothing outside of the project is touched or shown. */

import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FoundEntry, filesBelow } from '../../src/files/walk.ts';
import { temporaryFolder } from '../publish/folder.ts';
import { inProcess } from '../support/program.ts';

const SECRET = 'their secret';
const TMX = `<tmx version="1.4"><header srclang="en" creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"/>
<body><tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="es"><seg>B</seg></tuv></tu></body></tmx>`;
const FILES = {
  'dragoman.config.json': JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }),
  'articles/en/story.md':
    '---\ntitle: The ferry\ndate: 2024-01-01\n---\n\nThe night ferry is back. The harbour pays.\n\n![A boat](/boat.svg)\n',
  'public/boat.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'locales/es/glossary.csv': 'source,target\nferry,ferri\n',
  'old.tmx': TMX,
  'wire.txt': 'A wire\n\nText of it.\n',
};

const publish = ['publish', '--out', 'site', '--base-url', 'https://example.org'];
const set = ['glossary', 'set', 'es', 'harbour', 'puerto'];
/** Where the link is, and the command that writes there or reads from there. */
const PLACES: readonly (readonly [place: string, command: readonly string[]])[] = [
  ['articles/es/story.md', ['translate', '--yes']],
  ['articles/es/.story.md.dragoman', ['translate', '--yes']],
  ['locales/es/articles/story.xlf', ['translate', '--yes']],
  ['locales/es/articles/story.xlf', ['review', 'story', '--to', 'es']],
  ['articles/en/other.md', ['translate', '--yes']],
  ['.dragoman/journal.db', ['translate', '--yes']],
  ['locales/es/glossary.csv', set],
  ['locales/es/.glossary.csv.dragoman', set],
  ['locales/es/memory/old.xlf', ['memory', 'import', 'old.tmx']],
  ['out.tmx', ['memory', 'export', 'out.tmx']],
  ['out.csv', ['glossary', 'export', 'out.csv', '--to', 'es']],
  ['known.json', ['check', '--baseline', 'known.json', '--write-baseline']],
  ['articles/en/wire.md', ['import', 'wire.txt', '--slug', 'wire']],
  ['site/en/story/index.html', [...publish, '--keep-foreign']],
  ['site/.dragoman-site.json', publish],
  ['public/boat.svg', publish],
  ['public/leak.txt', publish],
  ['locales/es/ui.json', publish],
  ['export-hugo', ['export', '--layout', 'hugo']],
  ['export-hugo/content/en/story.md', ['export', '--layout', 'hugo']],
  ['.gitignore', ['init', '--yes']],
  ['.gitattributes', ['init', '--yes']],
];

const KINDS = {
  'a file outside': (outside) => join(outside, 'secret'),
  'a file that is not there yet, outside': (outside) => join(outside, 'new'),
  'a folder outside': (outside) => join(outside, 'folder'),
  itself: (_, path) => path,
} satisfies Record<string, (outside: string, path: string) => string>;

describe.each(PLACES)('%s, %j', (place, command) => {
  it.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('as a link to %s', async (kind) => {
    const { root, outside } = places();
    const path = join(root, place);
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(KINDS[kind](outside, path), path);
    await touchesNothing(root, outside, command);
  });

  it.skipIf(!place.includes('/'))('in a folder that is a link to one outside', async () => {
    const { root, outside } = places();
    const folder = join(root, dirname(place));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    symlinkSync(join(outside, 'folder'), folder);
    await touchesNothing(root, outside, command);
  });
});

it.each(['articles/en', 'locales/es/articles', 'locales/es/memory', 'locales/es', 'public', 'site'])(
  'two folders in %s that lead back to it are not walked for ever',
  async (folder) => {
    const { root, outside } = places();
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of ['a', 'b']) symlinkSync('.', join(root, folder, name));
    for (const command of [['translate', '--yes'], ['check'], ['prune'], [...publish, '--keep-foreign'], ['init', '--yes']])
      await touchesNothing(root, outside, command);
    expect(existsSync(join(root, 'articles/es/story.md'))).toBe(true);
  },
);

it('a folder of the site behind a link that its publisher made is published to', async () => {
  const { root } = places();
  mkdirSync(join(root, 'www'));
  symlinkSync(join(root, 'www'), join(root, 'site'));
  expect(await inProcess(root)(...publish)).toMatchObject({ code: 0 });
  expect(lstatSync(join(root, 'site')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(root, 'www/en/index.html'))).toBe(true);
});

function places(): { readonly root: string; readonly outside: string } {
  const [root, outside] = [temporaryFolder(), temporaryFolder()];
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  writeFileSync(join(outside, 'secret'), SECRET);
  mkdirSync(join(outside, 'folder'));
  writeFileSync(join(outside, 'folder/kept'), SECRET);
  return { root, outside };
}

async function touchesNothing(root: string, outside: string, command: readonly string[]): Promise<void> {
  const before = contents(outside);
  const { code, stderr, stdout } = await inProcess(root)(...command);
  expect(contents(outside)).toEqual(before);
  expect([0, 1, 2, 3]).toContain(code);
  // Said in words, never as an error of the system.
  expect(stderr + stdout).not.toMatch(/\bE[A-Z]{3,}: |\.ts:\d+:\d+/);
  expect(stderr + stdout).not.toContain(SECRET);
  const leaks = Object.entries(contents(root)).filter(([, text]) => text.includes(SECRET));
  expect(leaks).toEqual([]);
}

/** Of files by path; links are not followed. */
function contents(folder: string): Record<string, string> {
  const content = ({ path, isLink }: FoundEntry) => (isLink ? readlinkSync(join(folder, path)) : readFileSync(join(folder, path), 'utf8'));
  return Object.fromEntries(filesBelow(folder).map((entry) => [entry.path, content(entry)]));
}

it.each<[string, object, Readonly<Record<string, string>>]>([
  ['a path of the configuration', { paths: { articles: '.git/{locale}/{slug}.md' } }, {}],
  ['one in other letters', { paths: { record: 'sub/.GIT/{locale}/{slug}.xlf' } }, {}],
  ['a link in the place of a folder', {}, { 'articles/es': '../.git' }],
  ['a link in the place of a file', {}, { 'articles/es/story.md': '../../.git/config' }],
])('%s leads into git’s own folder: nothing is read or written there', async (_, more, links) => {
  const root = temporaryFolder();
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(FILES)) put(file, text);
  put('dragoman.config.json', JSON.stringify({ ...JSON.parse(FILES['dragoman.config.json']), ...more }));
  put('.git/config', '[core]\n');
  put('.git/en/story.md', 'A hook.\n');
  for (const [link, to] of Object.entries(links)) {
    mkdirSync(dirname(join(root, link)), { recursive: true });
    symlinkSync(to, join(root, link));
  }
  const { code, stderr } = await inProcess(root)('translate', '--yes');
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('in git’s own folder') });
  expect(
    filesBelow(join(root, '.git'))
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(['config', 'en/story.md']);
  expect(readFileSync(join(root, '.git/config'), 'utf8')).toBe('[core]\n');
  expect(existsSync(join(root, 'sub/.GIT'))).toBe(false);
});
