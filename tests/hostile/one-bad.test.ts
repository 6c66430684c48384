/** One thing that cannot be used, beside others: every command that would use it names it, and does the others. */

import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../publish/folder.ts';
import { inProcess } from '../support/program.ts';

const article = (title: string, more = '') => `---\ntitle: ${title}\ndate: 2026-01-01\n---\n\nThe ferry of ${title} is back.\n${more}`;
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`;
const publish = ['publish', '--base-url', 'https://courier.example'];
const COMMANDS = [['translate', '--yes'], ['check'], ['status'], publish, ['export', '--layout', 'hugo'], ['prune', '--dry-run']];

function project(files: Readonly<Record<string, string | Buffer>>, config: object = {}): string {
  const root = temporaryFolder();
  const all = {
    'dragoman.config.json': JSON.stringify({ sourceLocale: 'en', targetLocales: ['es', 'fr'], engine: 'pseudo', ...config }),
    'articles/en/good.md': article('good'),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** What each command says, by its name. */
async function said(root: string): Promise<ReadonlyMap<string, { readonly code: number | null; readonly text: string }>> {
  const all = new Map<string, { readonly code: number | null; readonly text: string }>();
  for (const command of COMMANDS) {
    const { code, stdout, stderr } = await inProcess(root)(...command);
    expect(stdout + stderr).not.toContain('fault of the program');
    all.set(command[0] as string, { code, text: stdout + stderr });
  }
  return all;
}

describe('of sources that would share an edition', () => {
  it.each([
    ['by case', 'Bad.md', 'bad.md', {}],
    ['by the composition of letters', 'caf\u00e9.md', 'cafe\u0301.md', {}],
    ['by extension', 'bad.md', 'bad.mdx', { paths: { articles: 'articles/{locale}/{slug}.{md,mdx}' } }],
  ])('%s, both are named by every command, and the others are done', async (_, one, other, config) => {
    const root = project({ [`articles/en/${one}`]: article('one'), [`articles/en/${other}`]: article('other') }, config);
    const commands = await said(root);
    for (const name of ['translate', 'check', 'status', 'publish', 'export'])
      for (const file of [one, other]) expect(commands.get(name)?.text, name).toContain(`articles/en/${file}: two sources would share`);
    expect([commands.get('translate')?.code, commands.get('check')?.code, commands.get('publish')?.code]).toEqual([2, 2, 1]);
    for (const file of ['articles/es/good.md', 'articles/fr/good.md', 'site/es/good/index.html'])
      expect(existsSync(join(root, file))).toBe(true);
    expect(existsSync(join(root, `articles/es/${one}`))).toBe(false);
    expect((await inProcess(root)('doctor')).stdout).toContain('two sources would share');
  });

  it('one that was up to date before the other came is told too', async () => {
    const root = project({ 'articles/en/bad.md': article('bad') });
    const run = inProcess(root);
    expect(await run('translate', '--yes')).toMatchObject({ code: 0 });
    expect(await run(...publish)).toMatchObject({ code: 0 });
    writeFileSync(join(root, 'articles/en/BAD.md'), article('another'));
    expect((await run('translate', '--yes')).stderr).toContain('articles/en/bad.md: two sources');
    const { stdout, stderr } = await run(...publish);
    expect(stdout + stderr).toContain('articles/en/bad.md: two sources');
    expect(existsSync(join(root, 'site/es/bad/index.html'))).toBe(true);
  });
});

it('an article whose front matter names no language is one article', async () => {
  const sources = [{ source: 'articles/en/{slug}.md', edition: 'articles/{locale}/{slug}.md', sourceLocale: { frontMatter: 'lang' } }];
  const root = project({ 'articles/en/bad.md': article('bad').replace('title:', 'lang: "no such"\ntitle:') }, { sources });
  const commands = await said(root);
  for (const name of ['translate', 'check', 'status', 'publish'])
    expect(commands.get(name)?.text, name).toContain('"lang" names no language');
  expect(existsSync(join(root, 'articles/es/good.md'))).toBe(true);
});

it.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is told as such', async () => {
  const root = project({ 'articles/en/bad.md': article('bad') });
  const folder = join(root, 'articles/en/');
  renameSync(join(folder, 'bad.md'), Buffer.concat([Buffer.from(folder), Buffer.from('caf\xe9.md', 'latin1')]));
  const commands = await said(root);
  for (const name of ['translate', 'check', 'status', 'publish', 'export'])
    expect(commands.get(name)?.text, name).toContain('articles/en/caf\uFFFD.md: its name is not UTF-8');
  expect(existsSync(join(root, 'articles/es/good.md'))).toBe(true);
});

describe('a glossary that cannot be read', () => {
  const GLOSSARIES = {
    'no header': '<<<{',
    'a conflict': 'source,target\n<<<<<<< a\nx,y\n=======\nx,z\n>>>>>>> b\n',
    'another encoding': Buffer.from('\xff\xfea\0', 'latin1'),
    'a pointer': POINTER,
    'a passage': `source,target\n${'a '.repeat(600)},b\n`,
  };
  it.each(Object.entries(GLOSSARIES))('%s: its locale is named, the others are done', async (_, text) => {
    const root = project({ 'locales/es/glossary.csv': text, 'articles/en/more.md': article('more') });
    const commands = await said(root);
    for (const name of ['translate', 'check', 'status']) expect(commands.get(name)?.text, name).toContain('locales/es/glossary.csv');
    expect(existsSync(join(root, 'articles/fr/good.md'))).toBe(true);
    expect(existsSync(join(root, 'articles/es/good.md'))).toBe(false);
    // Once, not once an article.
    expect(commands.get('check')?.text.match(/dragoman: locales.es.glossary/g)).toHaveLength(1);
  });

  it('leaves the editions of its locale as they were published', async () => {
    const root = project({});
    const run = inProcess(root);
    await run('translate', '--yes');
    await run(...publish);
    writeFileSync(join(root, 'locales/es/glossary.csv'), '<<<{');
    const { code, stdout, stderr } = await run(...publish);
    expect([code, (stdout + stderr).includes('locales/es/glossary.csv')]).toEqual([1, true]);
    expect(existsSync(join(root, 'site/es/good/index.html'))).toBe(true);
  });
});

it('a memory that cannot be read is told by what asks for no sentence, too; one that is known to be readable is not read', async () => {
  const root = project({ 'locales/es/memory/old.xlf': '<xliff><file>' });
  const commands = await said(root);
  for (const name of ['translate', 'check', 'status']) expect(commands.get(name)?.text, name).toContain('locales/es/memory/old.xlf');
  expect(commands.get('translate')?.code).toBe(0);
});

it('what stands for a file of Git LFS is published as none of it', async () => {
  const root = project({
    'public/boat.jpg': POINTER,
    'public/paper.pdf': POINTER,
    'articles/en/beside.png': POINTER,
    'articles/en/bad.md': article('bad', '\n![A boat](/boat.jpg) ![Beside](beside.png) [paper](/paper.pdf)\n'),
  });
  const { code, stdout, stderr } = await inProcess(root)(...publish);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('public/boat.jpg  error  publish: A file is left out: a pointer of Git LFS is in its place');
  expect(stdout + stderr).toContain('public/paper.pdf  error  publish: A file is left out');
  expect(stdout + stderr).toContain('got beside.png');
  expect(existsSync(join(root, 'site/boat.jpg'))).toBe(false);
  expect(existsSync(join(root, 'site/en/good/index.html'))).toBe(true);
});

it('a failure that every edition has is told of some, and counted', async () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`articles/en/${at}.md`, article(String(at))]));
  const { stderr, stdout } = await inProcess(project({ ...many, 'locales/es/glossary.csv': '<<<{' }))('translate', '--yes');
  expect(stderr.match(/ -> es: /g)).toHaveLength(10);
  expect(stderr + stdout).toContain('... and 16 more editions: locales/es/glossary.csv');
});

it('a file in the place of a folder is told as that', async () => {
  const root = project({ 'articles/es': 'A file.\n' });
  const { code, stderr } = await inProcess(root)('translate', '--yes');
  expect(code).toBe(2);
  expect(stderr).toContain('not a folder');
  expect(stderr).not.toContain('EEXIST');
  expect(existsSync(join(root, 'articles/fr/good.md'))).toBe(true);
});

it('sources behind a link that leads nowhere are not gone', async () => {
  const root = project({});
  const run = inProcess(root);
  await run('translate', '--yes');
  renameSync(join(root, 'articles/en'), join(root, 'elsewhere'));
  symlinkSync('unmounted', join(root, 'articles/en'));
  for (const command of [['status'], ['translate', '--yes'], ['prune']]) {
    const { code, stderr, stdout } = await run(...command);
    expect(code).toBe(2);
    expect(stderr).toContain('articles/en: a symbolic link leads nowhere');
    expect(stdout + stderr).not.toContain('orphaned');
  }
  expect(existsSync(join(root, 'articles/es/good.md'))).toBe(true);
});

it('records behind a link to itself make no edition a person’s own', async () => {
  const root = project({});
  const run = inProcess(root);
  await run('translate', '--yes');
  renameSync(join(root, 'locales/es/articles'), join(root, 'elsewhere'));
  symlinkSync('articles', join(root, 'locales/es/articles'));
  for (const command of [publish, ['status'], ['translate', '--yes']]) {
    const { code, stderr } = await run(...command);
    expect(code).toBe(2);
    expect(stderr).toMatch(/ELOOP|leads nowhere/);
  }
  expect(existsSync(join(root, 'site'))).toBe(false);
});

it.each(['', '-0', '0x10', '1e3', ' 80', '65536', 'NaN'])('--port=%j is no port', async (port) => {
  for (const command of ['preview', 'edit'])
    expect(await inProcess(project({}))(command, `--port=${port}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--port is not a port'),
    });
});

it.each(['dragoman.config.json', 'dragoman.config.yaml'])('a configuration that is nested thousands deep is named: %s', async (file) => {
  const root = temporaryFolder();
  writeFileSync(join(root, file), `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
  const { code, stderr } = await inProcess(root)('status');
  expect([code, stderr.includes('fault of the program')]).toEqual([2, false]);
  expect(stderr).toContain(file);
});

it('a list of a site in which somebody has renamed a file hides none that is known to be the build’s own', async () => {
  const root = project({});
  const run = inProcess(root);
  // With the folder of caches, in which the copy of the list is.
  await run('translate', '--yes');
  await run(...publish);
  const list = join(root, 'site/.dragoman-site.json');
  writeFileSync(list, readFileSync(list, 'utf8').replace('"en/index.html"', '"CNAME"'));
  writeFileSync(join(root, 'site/CNAME'), 'courier.example');
  writeFileSync(join(root, 'articles/en/new.md'), article('new'));
  const { code, stdout, stderr } = await run(...publish);
  // What the list names, and is not as it says, is told and stays.
  expect([code, (stdout + stderr).includes('CNAME')]).toEqual([1, true]);
  expect(readFileSync(join(root, 'site/en/index.html'), 'utf8')).toContain('/en/new/');
  expect(readFileSync(join(root, 'site/CNAME'), 'utf8')).toBe('courier.example');
});
