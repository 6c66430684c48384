import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openEngine } from '../../src/adapters.ts';
import { writeAtomic, writeFlushed } from '../../src/files/write.ts';
import { inWords, takeLock } from '../../src/project/lock.ts';
import { checkSlug, openProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../publish/folder.ts';

function project(more: object = {}): string {
  const root = temporaryFolder();
  writeFileSync(join(root, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], ...more }));
  return root;
}

it('writes through no link of the name that a file is staged under', async () => {
  const [root, other] = [project(), temporaryFolder()];
  const secret = join(other, 'bashrc');
  writeFileSync(secret, 'theirs');
  const record = join(root, 'locales/es/articles/s1.xlf');
  mkdirSync(dirname(record), { recursive: true });
  symlinkSync(secret, join(dirname(record), '.s1.xlf.dragoman'));
  writeAtomic(record, 'ours');
  symlinkSync(secret, join(root, 'staged'));
  await writeFlushed({ [join(root, 'staged')]: 'ours' });
  expect(readFileSync(secret, 'utf8')).toBe('theirs');
  expect(readFileSync(record, 'utf8')).toBe('ours');
  expect(lstatSync(join(root, 'staged')).isSymbolicLink()).toBe(false);
});

it.each(['.dragoman', '.dragoman/journal.db', '.dragoman/staged', '.dragoman/staged/x.edition', '.dragoman/pictures/a/b.webp'])(
  'refuses %s as a link',
  (path) => {
    const [root, other] = [project(), temporaryFolder()];
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(other, 'journal'), join(root, path));
    expect(() => openProject(root)).toThrow(`${path}: a symbolic link`);
    expect(existsSync(join(other, 'journal'))).toBe(false);
  },
);

it('writes a file whose name is as long as a file system takes', () => {
  const file = join(temporaryFolder(), `${'x'.repeat(252)}.md`);
  writeAtomic(file, 'a');
  writeAtomic(file, 'b');
  expect(readdirSync(dirname(file))).toEqual([`${'x'.repeat(252)}.md`]);
  expect(readFileSync(file, 'utf8')).toBe('b');
});

it('keeps who may read a file', () => {
  const file = join(temporaryFolder(), 'a.md');
  writeFileSync(file, 'a');
  chmodSync(file, 0o640);
  writeAtomic(file, 'b');
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

it.each(['', '.', '..', 'a/../b', '.hidden', 'a/.hidden', '/a', 'a//b', 'a\\b', 'a\nb', 'a\u0000'])('%j is no slug', (slug) => {
  expect(() => checkSlug(slug)).toThrow('is not a slug');
});

it.each(['__proto__', 'toString', 'constructor', 'hasOwnProperty'])('%s is no engine', async (name) => {
  await expect(openEngine(openProject(project({ engine: name })), name)).rejects.toThrow(`No engine "${name}"`);
});

it.each(['null', '[]', '7', '{"pid":"x"}', '{'])(
  'a lock whose note is %s is held by somebody, and can be taken afterwards',
  async (note) => {
    const folder = temporaryFolder();
    const release = await takeLock(folder, 'translate');
    writeFileSync(join(folder, 'lock.json'), note);
    await expect(takeLock(folder, 'check')).rejects.toMatchObject({ got: inWords(undefined) });
    release();
    (await takeLock(folder, 'check'))();
  },
);
