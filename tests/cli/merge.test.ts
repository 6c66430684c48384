import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const story = '# Port\n\nThe port is open. A pier was built. It cost a lot.\n\nThe mayor was glad.\n';
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

/** A checkout under git. */
function repository(files: Readonly<Record<string, string>>) {
  const project = checkout({ '.gitignore': '.dragoman/\nrequests.ndjson\n', ...files });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', project.root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-qm', message);
  };
  const edit = (file: string, from: string, to: string) => {
    expect(project.read(file)).toContain(from);
    project.write(file, project.read(file).replace(from, to));
  };
  return { ...project, run: inProcess(project.root), git, commit, edit };
}

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
