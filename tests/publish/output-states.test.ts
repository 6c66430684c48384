/**
 * A folder with files of others, in every state of what tells whose a file is: after one run no foreign file is another than it was, and
 * all else is what a run into an empty folder makes.
 */

import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { EXPORT_LIST } from '../../src/publish/export/listed-folder.ts';
import { exportEditions, layouts } from '../../src/publish/export.ts';
import { isProofFile, MANIFEST } from '../../src/publish/survey/manifest.ts';
import { contents, put, temporaryFolder } from './folder.ts';
import { type Ground, LIST_STATES } from './list-states.ts';
import { type Drafts, NOW, picture, siteInput } from './newsroom.ts';

const page = (title: string, body = 'Words.\n') => `---\ntitle: ${title}\ndate: 2026-03-20\ntags: [sea]\n---\n\n${body}`;
const OLDER: Drafts = { boat: { en: page('Ship') } };
const TRAM = page('Tram', '![A tram](tram.png)\n');
const OLD: Drafts = { boat: { en: page('Boat', '![A boat](/boat.png)\n'), es: page('Barco') }, tram: { en: TRAM, es: page('Tranvía') } };
/** One article is gone, one is changed, one is new. */
const NEW: Drafts = {
  boat: { en: page('A boat', '![A boat](/boat.png)\n'), es: page('Un barco') },
  bus: { en: page('Bus'), es: page('Autobús') },
};
const OTHER: Drafts = { boat: { en: page('Goat') }, kite: { en: page('Kite') } };

const edited = (text = '') => text.replace('Words', 'My words').replace('Tranvía', 'Mi tranvía');

/** What is somebody else's. @param old what the last run has made */
type MakeForeign = (old: Readonly<Record<string, string>>) => Record<string, string>;

interface Command {
  readonly list: string;
  /** Whether a file is a list, whatever it says. */
  readonly isList: (file: string) => boolean;
  readonly foreign: MakeForeign;
  /** Removes all that proves whose a file is, but for the list and one witness. */
  readonly witnesses: Readonly<Record<string, (root: string) => void>>;
  readonly run: (root: string, drafts: Drafts) => Promise<unknown>;
}

const input = (root: string, drafts: Drafts) => siteInput(root, drafts, { locales: ['en', 'es'], now: NOW });

/** @param partsAbove how many articles the list itself may hold */
const publishing = (partsAbove: number): Command => ({
  list: MANIFEST,
  isList: (file) => file === MANIFEST || isProofFile(file),
  foreign: (old) => ({
    CNAME: 'courier.example\n',
    '.well-known/security.txt': 'Contact: mailto:desk@courier.example\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'about/index.html': '<p>By hand</p>\n',
    'es/own.txt': 'mine\n',
    // At the path of a page to come.
    'es/bus/index.html': 'mine\n',
    // Our pages, one edited, the others somewhere else.
    'es/tram/index.html': edited(old['es/tram/index.html']),
    'en/by-hand/index.html': edited(old['en/boat/index.html']),
    'backup/en/tram/index.html': old['en/tram/index.html'] ?? '',
    // Named as a list that proves itself, which it does not.
    'assets/files.0123456789abcdef012345.json': '{"version":1,"moved":{},"files":{"CNAME":"aaaaaaaaaaaaaaaaaaaaaa"}}\n',
  }),
  witnesses: {
    'the copy': (root) => {
      for (const file of Object.keys(contents(join(root, 'out'))).filter(isProofFile)) rmSync(join(root, 'out', file));
    },
    'the list beside the styles': (root) => rmSync(join(root, 'cache'), { recursive: true }),
  },
  run: async (root, drafts) => {
    mkdirSync(join(root, 'cache'), { recursive: true });
    await buildSite(input(root, drafts), { out: join(root, 'out'), cache: join(root, 'cache/site.json'), keepForeign: true, partsAbove });
  },
});

const exporting: Command = {
  list: EXPORT_LIST,
  isList: (file) => file === EXPORT_LIST,
  foreign: (old) => ({
    'hugo.toml': 'title = "Ours"\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'content/en/about.md': 'by hand\n',
    'content/es/bus.md': 'mine\n',
    'content/es/tram.md': edited(old['content/es/tram.md']),
    'content/en/by-hand.md': edited(old['content/en/boat.md']),
    'content/en/copied.md': old['content/en/tram.md'] ?? '',
    'static/media/mine.0123456789ab.png': 'mine',
  }),
  witnesses: { 'the copy': () => {}, 'the files themselves': (root) => rmSync(join(root, 'cache'), { recursive: true }) },
  run: async (root, drafts) => {
    mkdirSync(join(root, 'cache'), { recursive: true });
    exportEditions(
      input(root, drafts),
      layouts[0] as (typeof layouts)[number],
      join(root, 'out'),
      undefined,
      join(root, 'cache/export.list'),
    );
  },
};

/** Folders that all tests copy: of a run that follows another one, of another project, and of a run into nothing. */
const made = new Map<Command, Promise<{ readonly used: string; readonly other: string; readonly clean: string }>>();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function grounds(command: Command) {
  const [used, other, clean] = ['used', 'other', 'clean'].map(() => mkdtempSync(join(tmpdir(), 'dragoman-states-'))) as [
    string,
    string,
    string,
  ];
  folders.push(used, other, clean);
  const image = picture(60, 40, [0, 0, 90], [90, 0, 0]);
  for (const root of [used, clean])
    for (const file of ['public/boat.png', 'articles/en/tram.png']) {
      put(root, { [file]: '' });
      writeFileSync(join(root, file), image);
    }
  await command.run(used, OLDER);
  cpSync(join(used, 'out', command.list), join(used, 'older'));
  await command.run(used, OLD);
  await command.run(other, OTHER);
  await command.run(clean, NEW);
  return { used, other, clean };
}

function groundsOf(command: Command) {
  const known = made.get(command) ?? grounds(command);
  made.set(command, known);
  return known;
}

/**
 * What one run makes of a folder in some state.
 * @param change after foreign files are there
 * @returns foreign files that are not as they were, files that are not as in a clean run, and what is left beside the folder
 */
async function afterRun(command: Command, change: (root: string, ground: Ground) => void | Promise<void>) {
  const { used, other, clean } = await groundsOf(command);
  const root = temporaryFolder();
  cpSync(used, root, { recursive: true });
  const out = join(root, 'out');
  const foreign = command.foreign(contents(out));
  const theirs = { ...foreign, 'own-link': '-> hugo.toml' };
  const secret = join(root, 'secret.txt');
  writeFileSync(secret, 'secret\n');
  put(out, foreign);
  symlinkSync('hugo.toml', join(out, 'own-link'));
  await change(root, {
    ...{ list: join(out, command.list), secret, foreign: Object.keys(foreign) },
    older: readFileSync(join(root, 'older'), 'utf8'),
    other: readFileSync(join(other, 'out', command.list), 'utf8'),
  });
  put(out, foreign);
  await command.run(root, NEW);
  const ours = (folder: string) =>
    Object.entries(contents(join(folder, 'out'))).filter(
      ([file]) => !(file in theirs) && !command.isList(file) && !file.startsWith(`${command.list}/`),
    );
  const [after, expected, all] = [Object.fromEntries(ours(root)), Object.fromEntries(ours(clean)), contents(out)];
  return {
    touched: [
      ...Object.keys(theirs).filter((file) => all[file] !== theirs[file as keyof typeof theirs]),
      ...(readFileSync(secret, 'utf8') === 'secret\n' ? [] : ['secret.txt']),
    ],
    different: [...new Set([...Object.keys(after), ...Object.keys(expected)])].filter((file) => after[file] !== expected[file]),
    staged: readdirSync(root).filter((name) => name.startsWith('.out.next')),
  };
}

describe.each([
  ['a site', publishing(128)],
  ['a site whose list is in parts', publishing(1)],
  ['an export', exporting],
])('%s', (_, command) => {
  const states = Object.entries(LIST_STATES).flatMap(([state, change]) =>
    Object.entries(command.witnesses).map(([witness, leave]) => [state, witness, change, leave] as const),
  );
  it.each(states)('its list %s, beside it %s: 0 foreign files touched, as a clean run', async (_state, _witness, change, leave) => {
    const result = await afterRun(command, (root, ground) => {
      leave(root);
      change(ground);
    });
    expect(result).toEqual({ touched: [], different: [], staged: [] });
  });
});

/** As a full disk or a power cut: the n-th move or removal from now on fails, and so does all that follows. */
async function failingFrom(step: number, work: () => Promise<unknown>): Promise<boolean> {
  const { renameSync, rmSync: remove } = fs;
  let steps = 0;
  const counted =
    <Arguments extends readonly unknown[]>(call: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      if (steps++ >= step) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'rename' });
      call(...given);
    };
  const install = (rename: typeof renameSync, rm: typeof remove) => {
    Object.assign(fs, { renameSync: rename, rmSync: rm });
    syncBuiltinESMExports();
  };
  install(counted(renameSync) as typeof renameSync, counted(remove) as typeof remove);
  try {
    await work();
    return true;
  } catch {
    return false;
  } finally {
    install(renameSync, remove);
  }
}

describe('a switch that ends at any step', () => {
  const publish = publishing(128);
  const losses: Readonly<Record<string, (root: string, ground: Ground) => void>> = {
    nothing: () => {},
    'the list': (_, { list }) => rmSync(list, { force: true }),
    'the copy': (root) => rmSync(join(root, 'cache'), { recursive: true }),
    'list and copy': (root, { list }) => {
      rmSync(list, { force: true });
      rmSync(join(root, 'cache'), { recursive: true });
    },
  };
  // The new site has some thirty files; which loss goes with which step does not matter, each has steps early and late.
  const steps = Array.from({ length: 40 }, (_, step) => [step, Object.keys(losses)[step % 4] as string] as const);
  it.each(steps)('step %i, and %s is lost: 0 foreign files touched, as a clean run', async (step, loss) => {
    const result = await afterRun(publish, async (root, ground) => {
      // Its place is free until the switch has begun.
      rmSync(join(root, 'out/es/bus'), { recursive: true });
      await failingFrom(step, () => publish.run(root, NEW));
      losses[loss]?.(root, ground);
    });
    expect(result).toEqual({ touched: [], different: [], staged: [] });
  });
});
