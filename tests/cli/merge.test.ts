import { resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
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
