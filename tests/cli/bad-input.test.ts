import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GOOD = { 'articles/en/good.md': '# Good\n\nA sentence.\n' };

test.each<[string, string | Buffer, string]>([
  ['a front matter that does not parse', '---\ntitle: "open\n---\n\nWords.\n', 'articles/en/bad.md:'],
  ['bytes that are not UTF-8', Buffer.from('# Caf\xe9\n\nWords.\n', 'latin1'), 'articles/en/bad.md:1: not UTF-8'],
  ['an empty article', '', 'articles/en/bad.md: no words'],
  ['an article of five megabytes', `# Long\n\n${'Words and words. '.repeat(300_000)}\n`, 'articles/en/bad.md: too large'],
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    'articles/en/bad.md: not fetched',
  ],
  ['a front matter in JavaScript', '---js\n{ title: process.exit(9) }\n---\n\nWords.\n', 'articles/en/bad.md'],
])('%s: named with its file, exit 2, the other articles done', async (_, bytes, message) => {
  const project = checkout(GOOD);
  writeFileSync(join(project.root, 'articles/en/bad.md'), bytes);
  const { code, stderr, stdout } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr + stdout).not.toMatch(/\n\s+at /);
  expect(project.read('articles/es/good.md')).toContain('A SENTENCE.');
  expect(() => project.read('articles/es/bad.md')).toThrow();
  expect(() => project.read('locales/es/articles/bad.xlf')).toThrow();
});

test('a parser warns of nothing on the screen: keys that are lists, tags that nobody knows', async () => {
  const project = checkout({ 'articles/en/odd.md': '---\n? [a, b]\n: c\ntitle: !unknown T\n---\n\nA sentence.\n' });
  for (const command of ['translate', 'check']) {
    const { stderr } = await project.run(command);
    expect(stderr).not.toContain('Warning:');
  }
});

test.each([
  ['an article', 'articles/en/bad.md', ['articles/es/good.md', 'articles/ca/good.md']],
  ['an edition', 'articles/es/bad.md', ['articles/es/good.md', 'articles/ca/good.md', 'articles/ca/bad.md']],
])('%s whose front matter is never closed: told with file and line by every command, exit 2, the others done', async (_, file, others) => {
  const { root, write, read } = checkout(
    { ...GOOD, 'articles/en/bad.md': '---\ntitle: Bad\n---\n\nIt is bad.\n' },
    { targetLocales: ['es', 'ca'] },
  );
  const run = inProcess(root);
  await run('translate');
  write(file, '---\ntags: [a]\ntitle: [unclosed\n---\n\nWords.\n');
  for (const article of ['good', 'bad'])
    if (file !== `articles/en/${article}.md`) write(`articles/en/${article}.md`, '# New\n\nA new sentence.\n');
  for (const command of [['translate'], ['status'], ['check'], ['translate', '--frozen']]) {
    const { code, stderr, events } = await run(...command, '--json');
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(`${stderr}${JSON.stringify(events)}`).toMatch(new RegExp(`${file}:[34]:\\d+: `));
  }
  for (const other of others) expect(read(other)).toContain('A NEW SENTENCE.');
  const { stdout } = await run('status', '--json');
  for (const locale of ['es', 'ca']) expect(stdout).toContain(`"slug":"good","locale":"${locale}","state":"fresh"`);
  expect(stdout.includes('"slug":"bad","locale":"ca"')).toBe(file !== 'articles/en/bad.md');
});

test('a symbolic link out of the project is refused', async () => {
  const project = checkout(GOOD);
  const outside = checkout({ 'secret.md': '# Secret\n\nWords.\n' });
  symlinkSync(join(outside.root, 'secret.md'), join(project.root, 'articles/en/bad.md'));
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain('articles/en/bad.md: a symbolic link leads out of the project');
  expect(project.read('articles/es/good.md')).toContain('A SENTENCE.');
});

test('an edition folder that is a link out of the project is not written to', async () => {
  const project = checkout(GOOD);
  const outside = checkout({});
  mkdirSync(join(outside.root, 'es'));
  symlinkSync(join(outside.root, 'es'), join(project.root, 'articles/es'));
  expect((await project.run('translate')).code).toBe(2);
});

test.each<[string[], string, string]>([
  [['translate', '../secret'], '"../secret" is not a slug', 'Leave out'],
  [['translate', 'nothing'], 'No article "nothing"', '1 other article'],
  [['translate', 'gud'], 'No article "gud"', 'near it good'],
  [['translate', '--to', 'fr'], '"fr" is not a target locale', 'Add it to "targetLocales"'],
  [['translate', '--to', 'spanish'], '"spanish" is not a target locale', 'BCP 47'],
  [['glossary', 'set', 'fr', 'boat', 'bateau'], 'dragoman: "fr" is not a target locale', 'es'],
  [['translate', '--engine', 'gogle'], 'No engine "gogle"', 'google'],
  [['translate', '--since', 'HEAD'], 'git cannot tell what changed', 'HEAD'],
  [['translate', '--max-characters', 'many'], '--max-characters takes a whole number', 'many'],
  [['tranlsate'], 'There is no command "tranlsate"', 'translate'],
  [['translate', '--dryrun'], 'There is no option "--dryrun"', '--dry-run'],
  [['segment'], 'takes <file>', 'no arguments'],
  [['segment', 'nowhere.md'], 'nowhere.md: no such file', ''],
])('%j: a clear error in three lines at most', async (args, message, hint) => {
  const { code, stderr } = await checkout(GOOD).run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
});

test.each<[string, string, string]>([
  ['an unknown key', '{"sourceLocale":"en","targetLocales":["es"],"engin":"x"}', 'unknown key "engin"'],
  ['an impossible locale', '{"sourceLocale":"en","targetLocales":["xx"]}', 'targetLocales.0'],
  ['no JSON', '{"sourceLocale": "en",,}', 'dragoman.config.json:1: not JSON'],
  ['a comma left out', '{"sourceLocale":"en" "targetLocales":["es"]}', 'got no comma at column 21'],
  [
    'an engine whose module is mistyped',
    '{"sourceLocale":"en","targetLocales":["es"],"engine":"mine","engines":{"mine":{"modul":"./mine.mjs"}}}',
    '"engines.mine.module" is missing',
  ],
])('a config with %s', async (_, config, message) => {
  const project = checkout(GOOD);
  project.write('dragoman.config.json', config);
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a glossary row with three commas too many names file and line', async () => {
  const project = checkout({ ...GOOD, 'locales/es/glossary.csv': 'source,target\nGood,Bueno,,,\n' });
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain('locales/es/glossary.csv:2');
});

test('a folder that somebody has removed under the command is told in a line', () => {
  const gone = join(temporaryFolder(), 'gone');
  mkdirSync(gone);
  const script = `rmdir ${gone} && "${process.execPath}" "${join(import.meta.dirname, '../../src/cli/main.ts')}" status`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: gone, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^dragoman: ENOENT: [^\n]*current working directory[^\n]*\n$/);
});

test('an article is named by its slug, or by its file as a shell completes it', async () => {
  const project = checkout(GOOD);
  for (const name of ['good', 'articles/en/good.md', './articles/en/good.md'])
    expect((await project.run('translate', name, '--dry-run', '--json')).summary).toMatchObject({ articles: 1 });
});

test('a byte order mark before a configuration is none of it', async () => {
  const project = checkout(GOOD);
  project.write('dragoman.config.json', `\uFEFF${project.read('dragoman.config.json')}`);
  expect((await project.run('translate')).code).toBe(0);
});

test('languages that "init" is given beside a configuration are not taken in silently', async () => {
  const { stdout, stderr } = await inProcess(checkout(GOOD).root)('init', '--to', 'fr');
  expect(stdout).toContain('kept     dragoman.config.json');
  expect(stderr).toContain('dragoman.config.json stays as it is');
});
