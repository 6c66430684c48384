/** What can become of a list of files between two runs, whoever wrote it. */

import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

export interface Ground {
  /** The list's file. */
  readonly list: string;
  /** The text of the list that the run before the last one wrote, and of another site's. */
  readonly older: string;
  readonly other: string;
  /** A file outside of the folder. */
  readonly secret: string;
  /** Names of foreign files. */
  readonly foreign: readonly string[];
}

const read = ({ list }: Ground) => readFileSync(list, 'utf8');
const write = (change: (text: string, ground: Ground) => string) => (ground: Ground) =>
  writeFileSync(ground.list, change(read(ground), ground));
/** The hashes by file are the list itself or in it. */
const relist = (change: (files: Record<string, unknown>, ground: Ground) => void) =>
  write((text, ground) => {
    const list = JSON.parse(text);
    change(list.files ?? list, ground);
    return JSON.stringify(list);
  });
const instead = (make: (ground: Ground) => void) => (ground: Ground) => {
  rmSync(ground.list);
  make(ground);
};
const OUTSIDE = ['../secret.txt', '/etc/hosts', 'es/../../secret.txt', './../secret.txt'];

export const LIST_STATES: Readonly<Record<string, (ground: Ground) => void>> = {
  'as it was written': () => {},
  missing: instead(() => {}),
  empty: write(() => ''),
  'cut off at the start': write((text) => text.slice(40)),
  'cut off in the middle': write((text) => text.slice(0, text.length / 2)),
  'both sides of a merge, whole': write((text) => `<<<<<<< HEAD\n${text}=======\n${text.replaceAll('boat', 'goat')}>>>>>>> other\n`),
  'the marks of a merge in a line': write((text) => {
    const both = (line: string) =>
      `<<<<<<< HEAD\n${line}=======\n${line.replace(/"[\w-]{22}"/, '"aaaaaaaaaaaaaaaaaaaaaa"')}>>>>>>> other\n`;
    return text.replace(/^ ?".*en\/tram.*":"? ?"[\w-]{22}".*\n/m, both);
  }),
  'of the run before': write((_, { older }) => older),
  'of another site': write((_, { other }) => other),
  'of another version': write((text) => JSON.stringify({ ...JSON.parse(text), version: 2 })),
  null: write(() => 'null'),
  'an array': write(() => '[]'),
  'a number': write(() => '7'),
  bytes: write(() => '\u0000\ufffd\u0001'),
  'deep brackets': write(() => '['.repeat(100_000)),
  'without hashes': relist((files) => {
    for (const file of Object.keys(files)) files[file] = '';
  }),
  'with what are no hashes': relist((files) => {
    for (const file of Object.keys(files)) files[file] = { sum: 1 };
  }),
  'without files': relist((files) => {
    for (const file of Object.keys(files)) delete files[file];
  }),
  'naming foreign files': relist((files, { foreign }) => {
    for (const file of foreign) files[file] = 'aaaaaaaaaaaaaaaaaaaaaa';
  }),
  'naming what is outside': relist((files) => {
    for (const file of OUTSIDE) files[file] = 'x';
  }),
  'an empty folder': instead(({ list }) => mkdirSync(list)),
  'a folder with a file': instead(({ list }) => {
    mkdirSync(list);
    writeFileSync(`${list}/mine.txt`, 'mine');
  }),
  'a link to a file': instead(({ list, secret }) => symlinkSync(secret, list)),
  'a link to nothing': instead(({ list }) => symlinkSync('nowhere', list)),
};
