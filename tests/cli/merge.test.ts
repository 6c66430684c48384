import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';
import { repository } from '../support/repository.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const story = '# Port\n\nThe port is open. A pier was built. It cost a lot.\n\nThe mayor was glad.\n';
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

test.each([
  ['a source', 'articles/en/story.md', `# Port\n\n${conflict('Open.\n', 'Shut.\n')}`, 3],
  ['an edition', 'articles/es/story.md', conflict('# ABIERTO\n', '# CERRADO\n'), 1],
  ['a record', 'locales/es/articles/story.xlf', `<?xml version="1.0"?>\n${conflict('<a/>\n', '<b/>\n')}`, 2],
  ['a glossary', 'locales/es/glossary.csv', `source,target\n${conflict('a,b\n', 'a,c\n')}`, 2],
])('%s with the marks of a conflict is refused, and named; nothing is sent', async (_, file, text, line) => {
  const { root, write, sent } = checkout({ 'articles/en/story.md': story });
  const run = inProcess(root);
  await run('translate');
  sent();
  write(file, text);
  for (const command of [['translate'], ['check'], ['translate', '--frozen']]) {
    const { code, stderr } = await run(...command);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`${file}:${line}: an unsettled merge`) });
  }
  expect(sent()).toEqual([]);
});

test('marks that somebody has committed are named by "merge", which leaves them: git knows both sides no more', async () => {
  const { run, write, read, commit } = repository({ 'articles/en/story.md': story });
  const marked = `# Port\n\n${conflict('Open.\n', 'Shut.\n')}`;
  write('articles/en/story.md', marked);
  // None of the project's.
  write('notes.md', marked);
  commit('both sides');
  const { code, stdout } = await run('merge');
  expect([code, stdout]).toEqual([1, expect.stringContaining('conflict  articles/en/story.md  (the marks of a conflict')]);
  expect(stdout).not.toContain('notes.md');
  expect(read('articles/en/story.md')).toBe(marked);
});

test('an article that shows a conflict in a block of code is an article', async () => {
  const { root } = checkout({ 'articles/en/git.md': `# Git\n\nIt looks so:\n\n\`\`\`\n${conflict('a\n', 'b\n')}\`\`\`\n` });
  const run = inProcess(root);
  expect((await run('translate')).code).toBe(0);
});

test('with the driver, branches that changed other sentences, terms and rows have no conflict, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const { run, read, git, commit, edit, root } = repository({ 'articles/en/story.md': story });
  await run('init');
  git('config', 'merge.dragoman.driver', `'${process.execPath}' '${MAIN}' merge-file %O %A %B %P`);
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/en/story.md', 'The port is open.', 'The port is shut.');
  edit('articles/es/story.md', 'THE MAYOR WAS GLAD.', 'El alcalde se alegró.');
  await run('translate');
  await run('glossary', 'set', 'es', 'Pier', 'Muelle');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se construyó un muelle.');
  await run('translate');
  await run('glossary', 'set', 'es', 'Mayor', 'Alcalde');
  commit('main');
  git('merge', '-q', 'other', '-m', 'merged');
  expect(read('articles/en/story.md')).toBe(story.replace('The port is open.', 'The port is shut.'));
  expect(read('articles/es/story.md')).toBe(
    '# PORT\n\nTHE PORT IS SHUT. Se construyó un muelle. IT COST A LOT.\n\nEl alcalde se alegró.\n',
  );
  expect(read('locales/es/glossary.csv')).toContain('Pier,Muelle');
  expect(read('locales/es/glossary.csv')).toContain('Mayor,Alcalde');
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ translated: 0, reviewed: 2 });
  expect(git('-C', root, 'status', '--short', 'articles/es')).toBe('');
});

test.each([
  ['by the driver', true],
  ['by dragoman merge', false],
])('sentences whose ends only the record knows are merged one by one, %s', async (_, hasDriver) => {
  const text = 'It is of line xi. It is *not* late. It is of pier xx. It is not open.';
  const engine = "export default { name: 'same', translate: async ({ texts }) => texts };";
  const { run, read, git, commit, edit } = repository({ 'articles/en/story.md': `${text}\n`, 'engine.mjs': engine });
  if (hasDriver) {
    await run('init');
    git('config', 'merge.dragoman.driver', `'${process.execPath}' '${MAIN}' merge-file %O %A %B %P`);
  }
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/es/story.md', 'It is of line xi.', 'Es de la línea xi.');
  edit('articles/es/story.md', 'pier', 'muelle');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/es/story.md', 'It is *not* late.', 'No llega *tarde*.');
  commit('main');
  if (hasDriver) git('merge', '-q', 'other', '-m', 'merged');
  else {
    expect(() => git('merge', '-q', 'other')).toThrow();
    expect((await run('merge', '--json')).summary).toMatchObject({ conflicts: 0, left: 0 });
  }
  expect(read('articles/es/story.md')).toBe('Es de la línea xi. No llega *tarde*. It is of muelle xx. It is not open.\n');
});

test('a record that a tool has saved in UTF-16 is merged like any other', async () => {
  const { run, read, root, edit } = repository({ 'articles/en/story.md': story });
  await run('translate');
  const record = 'locales/es/articles/story.xlf';
  const base = read(record);
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se construyó un muelle.');
  await run('translate');
  const ours = read(record);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(base.replace('IT COST A LOT.', 'Costó mucho.'), 'utf16le')]);
  writeFileSync(join(root, 'base'), base);
  writeFileSync(join(root, 'ours'), ours);
  writeFileSync(join(root, 'theirs'), wide);
  expect((await run('merge-file', 'base', 'ours', 'theirs', record)).code).toBe(0);
  expect(read('ours')).toContain('Se construyó un muelle.');
  expect(read('ours')).toContain('Costó mucho.');
});

test('dragoman merge settles a tree that git left half-merged, without a driver: records first, editions from them', async () => {
  const { run, read, git, commit, edit, root, sent } = repository({ 'articles/en/story.md': story });
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/en/story.md', 'The port is open.', 'The port is shut.');
  await run('translate');
  edit('articles/es/story.md', 'IT COST A LOT.', 'Costó mucho.');
  await run('glossary', 'set', 'es', 'Pier', 'Muelle');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/en/story.md', 'The mayor was glad.', 'The mayor was sad.');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se construyó un muelle.');
  await run('translate');
  await run('glossary', 'set', 'es', 'Mayor', 'Alcalde');
  commit('main');
  expect(() => git('merge', '-q', 'other')).toThrow();
  sent();
  const { code, summary } = await run('merge', '--json');
  expect({ code, summary }).toMatchObject({ code: 0, summary: { conflicts: 0, left: 0, pending: 0 } });
  expect(git('ls-files', '--unmerged')).toBe('');
  commit('merged');
  expect(read('articles/es/story.md')).toBe('# PORT\n\nTHE PORT IS SHUT. Se construyó un muelle. Costó mucho.\n\nTHE MAYOR WAS SAD.\n');
  for (const term of ['Pier,Muelle', 'Mayor,Alcalde']) expect(read('locales/es/glossary.csv')).toContain(term);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ translated: 0, reviewed: 2, pending: 0 });
  expect(git('-C', root, 'status', '--short')).toBe('');
});

test('a sentence that both branches changed: the source is shown, and settled by hand; a reviewed target wins, and of two ours, with a finding', async () => {
  const { run, read, write, git, commit, edit } = repository({ 'articles/en/story.md': story });
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/en/story.md', 'The mayor was glad.', 'The mayor was sad.');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se levantó un muelle.');
  await run('translate');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/en/story.md', 'The mayor was glad.', 'The mayor was mad.');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se construyó un muelle.');
  await run('translate');
  commit('main');
  expect(() => git('merge', '-q', 'other')).toThrow();
  const first = await run('merge', '--json');
  expect({ code: first.code, summary: first.summary }).toMatchObject({ code: 1, summary: { settled: 0, conflicts: 3 } });
  expect(read('articles/en/story.md')).toContain('<<<<<<< ours\nThe mayor was mad.\n=======\nThe mayor was sad.\n>>>>>>> theirs\n');
  write('articles/en/story.md', story.replace('glad', 'sad'));
  const second = await run('merge', '--json');
  expect({ code: second.code, summary: second.summary }).toMatchObject({ code: 0, summary: { settled: 3, pending: 0 } });
  expect(second.events).toContainEqual(
    expect.objectContaining({ check: 'merge', target: 'Se construyó un muelle.', got: ['Se levantó un muelle.'] }),
  );
  expect(read('articles/es/story.md')).toContain('Se construyó un muelle.');
  expect(read('articles/es/story.md')).toContain('THE MAYOR WAS SAD.');
});

/** Two branches of a project without the driver, each with a person's sentence and a changed source. */
async function branches() {
  const project = repository({ 'articles/en/story.md': story });
  const { run, git, commit, edit } = project;
  for (const [name, value] of [['user.name', 'A'], ['user.email', 'a@example.org']] as const) git('config', name, value); // biome-ignore format: pairs
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/en/story.md', 'The port is open.', 'The port is shut.');
  await run('translate');
  edit('articles/es/story.md', 'IT COST A LOT.', 'Costó mucho.');
  await run('translate');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/en/story.md', 'The mayor was glad.', 'The mayor was sad.');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Se construyó un muelle.');
  await run('translate');
  commit('main');
  project.sent();
  return project;
}

const merged = '# PORT\n\nTHE PORT IS SHUT. Se construyó un muelle. Costó mucho.\n\nTHE MAYOR WAS SAD.\n';

test.each([
  ['a rebase', ['rebase', 'main', 'other'], ['-c', 'core.editor=true', 'rebase', '--continue']],
  ['a cherry-pick', ['cherry-pick', 'other'], ['-c', 'core.editor=true', 'cherry-pick', '--continue']],
  ['a mailed patch', ['am', '-3', '.git/0001-other.patch'], ['am', '--continue']],
])('%s that stops is settled by dragoman merge, and goes on', async (_, begin, goOn) => {
  const { run, git, read, sent } = await branches();
  git('format-patch', '-q', '-1', 'other', '-o', '.git');
  expect(() => git(...begin)).toThrow();
  const { code, summary } = await run('merge', '--json');
  expect({ code, summary }).toMatchObject({ code: 0, summary: { conflicts: 0, left: 0, pending: 0 } });
  git(...goOn);
  expect(read('articles/es/story.md')).toBe(merged);
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ translated: 0, reviewed: 2, pending: 0 });
  expect([sent(), git('status', '--short')]).toEqual([[], '']);
});

test('a revert that stops is settled too: what was reverted is gone, what came after stays', async () => {
  const { run, git, read, edit, commit } = await branches();
  edit('articles/es/story.md', 'IT COST A LOT.', 'Costó mucho.');
  await run('translate');
  commit('after');
  try {
    git('revert', '--no-edit', 'HEAD~1');
  } catch {
    expect((await run('merge', '--json')).code).toBe(0);
    git('-c', 'core.editor=true', 'revert', '--continue');
  }
  await run('translate');
  expect(read('articles/es/story.md')).toBe('# PORT\n\nTHE PORT IS OPEN. A PIER WAS BUILT. Costó mucho.\n\nTHE MAYOR WAS GLAD.\n');
});

test('changes that a person takes to another branch: what is theirs alone is there, what both have said is told', async () => {
  const { run, git, read, edit } = await branches();
  edit('articles/es/story.md', 'IT COST A LOT.', 'Costó una fortuna.');
  edit('articles/es/story.md', '# PORT', '# Puerto');
  await run('translate');
  git('checkout', '-qm', 'other');
  expect(git('status', '--short')).toContain('UU articles/es/story.md');
  const { code, summary, events } = await run('merge', '--json');
  expect({ code, summary }).toMatchObject({ code: 0, summary: { conflicts: 0, left: 0, pending: 0 } });
  expect(events).toContainEqual(expect.objectContaining({ check: 'merge', got: ['Costó una fortuna.'] }));
  expect(read('articles/es/story.md')).toMatch(/^# Puerto\n\nTHE PORT IS SHUT\. .* Costó mucho\./);
  expect((await run('translate', '--json')).summary).toMatchObject({ segments: { translated: 0 }, files: { written: 0 } });
});

test('a driver that could not run leaves ours without a mark: dragoman merge loses nothing of theirs', async () => {
  const { run, git, read, write, commit } = await branches();
  await run('glossary', 'set', 'es', 'Mayor', 'Alcalde');
  commit('ours');
  git('checkout', '-q', 'other');
  await run('glossary', 'set', 'es', 'Pier', 'Muelle');
  commit('theirs');
  git('checkout', '-q', 'main');
  git('config', 'merge.dragoman.driver', 'false');
  write('.git/info/attributes', '*.md merge=dragoman\n*.xlf merge=dragoman\n*.csv merge=dragoman\n');
  expect(() => git('merge', '-q', 'other')).toThrow();
  expect(read('articles/en/story.md')).not.toContain('<<<<<<<');
  const { code, summary } = await run('merge', '--json');
  expect({ code, summary }).toMatchObject({ code: 0, summary: { conflicts: 0, left: 0, pending: 0 } });
  commit('merged');
  expect(read('articles/en/story.md')).toBe(story.replace('open', 'shut').replace('glad', 'sad'));
  expect(read('articles/es/story.md')).toBe(merged);
  for (const term of ['Pier,Muelle', 'Mayor,Alcalde']) expect(read('locales/es/glossary.csv')).toContain(term);
});

test.each(['--theirs', '--ours'])('git checkout %s of what conflicts makes no old text of a machine a person’s', async (side) => {
  const { run, git, read } = await branches();
  expect(() => git('merge', '-q', 'other')).toThrow();
  git('checkout', side, '--', '.');
  git('commit', '-qam', 'merged');
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 2, translated: 0, pending: 0 });
  expect(read('articles/es/story.md')).toBe(merged);
});

test('the same where the record is theirs too: what it lacks is translated anew, as a machine’s', async () => {
  const { run, git, read } = await branches();
  expect(() => git('merge', '-q', 'other')).toThrow();
  git('checkout', 'other', '--', 'articles/es', 'locales/es');
  git('commit', '-qam', 'merged');
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 1, translated: 1, pending: 0 });
  expect(read('articles/es/story.md')).toBe('# PORT\n\nTHE PORT IS SHUT. A PIER WAS BUILT. Costó mucho.\n\nTHE MAYOR WAS SAD.\n');
});

test('a checkout with line ends of Windows: nothing is stale, nothing is written, and records are equal', async () => {
  const { root, write, read, sent } = checkout({ 'articles/en/story.md': `---\ntitle: Port\n---\n\n${story}` });
  const run = inProcess(root);
  await run('translate');
  sent();
  const files = ['articles/en/story.md', 'articles/es/story.md', 'locales/es/articles/story.xlf'];
  const before = new Map(files.map((file) => [file, read(file).replaceAll('\n', '\r\n')]));
  for (const [file, text] of before) write(file, text);
  expect((await run('translate', '--frozen')).code).toBe(0);
  const { summary } = await run('translate', '--json');
  expect({ sent: sent(), reviewed: summary.segments.reviewed }).toEqual({ sent: [], reviewed: 0 });
  for (const [file, text] of before) expect(read(file)).toBe(text);
  // A person's edit in it is one edit.
  write('articles/es/story.md', read('articles/es/story.md').replace('IT COST A LOT.', 'Costó mucho.'));
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 1, translated: 0 });
});

test('a record of Dragoman 0.1 is read, and while nothing changes not a byte of it is written', async () => {
  const { root, write, read, sent } = checkout({ 'articles/en/story.md': story });
  const run = inProcess(root);
  await run('translate');
  sent();
  const file = 'locales/es/articles/story.xlf';
  const edition = read('articles/es/story.md');
  const hash = createHash('sha256').update(edition).digest('hex');
  const old = read(file)
    .replace(/ dragoman:(?:lines|before|after)="[^"]*"/g, '')
    .replace(/ *<header>[\s\S]*?<\/header>\n/, '')
    .replace('xml:space="preserve"', `xml:space="preserve" dragoman:edition="${hash}"`);
  expect(old).not.toContain('dragoman:front');
  write(file, old);
  expect((await run('translate', '--frozen')).code).toBe(0);
  expect((await run('translate', '--json')).summary).toMatchObject({ files: { written: 0 }, segments: { reviewed: 0, translated: 0 } });
  expect(read(file)).toBe(old);
  write('articles/en/story.md', story.replace('glad', 'sad'));
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ reviewed: 0, translated: 1 });
  expect(read(file)).toContain('dragoman:lines');
  expect(sent()).toEqual(['The mayor was sad.']);
});
