import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPair, settlePairs, writePair } from '../../src/project/pairs.ts';
import type { Project } from '../../src/project/project.ts';
import { sha256 } from '../../src/text.ts';

const paths = { recordFile: 'locales/es/articles/story.xlf', file: 'articles/es/story.md' };
const OLD = { record: 'old record', localized: 'old edition' };
const NEW = { record: 'new record', localized: 'new edition' };
const staged = '.dragoman/staged';

function folder(texts: { readonly record?: string | undefined; readonly localized?: string | undefined }) {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-pairs-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  if (texts.record !== undefined) write(paths.recordFile, texts.record);
  if (texts.localized !== undefined) write(paths.file, texts.localized);
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);
  const onDisk = () => ({ record: read(paths.recordFile), localized: read(paths.file) });
  const project: Pick<Project, 'root'> = { root };
  return { root, write, onDisk, project: project as Project };
}

test('both are written, and nothing is left behind', async () => {
  const { project, onDisk, root } = folder(OLD);
  expect(await writePair(project, paths, OLD, NEW)).toBe(true);
  expect(onDisk()).toEqual(NEW);
  expect(readdirSync(join(root, staged))).toEqual([]);
  expect(readdirSync(join(root, 'articles/es'))).toEqual(['story.md']);
});

test('an edition that is not whole yet: the record alone', async () => {
  const { project, onDisk } = folder({ localized: 'old edition' });
  expect(await writePair(project, paths, { record: undefined, localized: 'old edition' }, { record: 'new record' })).toBe(true);
  expect(onDisk()).toEqual({ record: 'new record', localized: 'old edition' });
});

test.each([
  ['the edition', { ...OLD, localized: 'a save' }],
  ['the record', { ...OLD, record: 'a save' }],
  ['the edition away', { record: 'old record' }],
])('whoever saved %s meanwhile keeps it, and neither is written', async (_, saved) => {
  const { project, onDisk } = folder(saved);
  for (const after of [NEW, { record: 'new record' }]) expect(await writePair(project, paths, OLD, after)).toBe(false);
  expect(onDisk()).toEqual({ localized: undefined, ...saved });
});

test('where the edition cannot be written, the record is as it was', async () => {
  const { project, onDisk, root, write } = folder({ record: OLD.record });
  write('articles/es', 'a file where a folder should be');
  const before = { record: OLD.record, localized: undefined };
  await expect(writePair(project, paths, before, NEW)).rejects.toThrow('articles/es: not a folder');
  expect(onDisk()).toEqual(before);
  expect(readdirSync(join(root, staged))).toEqual([]);
});

/** What a run leaves that is killed before, between and after its two renames, and what a person then makes of the edition. */
const note = JSON.stringify({ ...paths, oldRecord: OLD.record, oldEdition: sha256(OLD.localized), newRecord: sha256(NEW.record) });
const leavings = { note, edition: NEW.localized };
test.each([
  ['before the record', OLD, leavings, OLD],
  ['between the two', { ...OLD, record: NEW.record }, leavings, NEW],
  ['after the edition', NEW, { note }, NEW],
  ['before the note', OLD, { edition: NEW.localized }, OLD],
  ['before the record; then edited', { ...OLD, localized: 'edited' }, leavings, { ...OLD, localized: 'edited' }],
  ['between the two; then edited', { record: NEW.record, localized: 'edited' }, leavings, { ...OLD, localized: 'edited' }],
  ['after the edition; then edited', { ...NEW, localized: 'edited' }, { note }, { ...NEW, localized: 'edited' }],
  ['between the two; then the record edited', { ...OLD, record: 'edited' }, leavings, { ...OLD, record: 'edited' }],
])('killed %s: readers see what is settled, write nothing, and who holds the lock settles it', (_, texts, left, settled) => {
  const { project, write, onDisk, root } = folder(texts);
  const name = join(staged, sha256(paths.file).slice(0, 20));
  if ('note' in left) write(`${name}.json`, left.note);
  if ('edition' in left) write(`${name}.edition`, left.edition);
  expect(readPair(project, paths)).toEqual(settled);
  expect(onDisk()).toEqual(texts);
  settlePairs(project);
  expect(onDisk()).toEqual(settled);
  expect(existsSync(join(root, staged))).toBe(false);
});

test('an edition that was new: what is left of it is finished', () => {
  const { project, write, onDisk } = folder({ record: NEW.record });
  const name = join(staged, sha256(paths.file).slice(0, 20));
  write(`${name}.json`, JSON.stringify({ ...paths, oldRecord: null, oldEdition: null, newRecord: sha256(NEW.record) }));
  write(`${name}.edition`, NEW.localized);
  settlePairs(project);
  expect(onDisk()).toEqual(NEW);
});
