/** `dragoman merge`: what people made of an edition on two branches is in the merged one, or shown as a conflict; nothing is lost silently. */

import { expect, test } from 'vitest';
import { repository } from '../support/repository.ts';

const story = '# Port\n\nThe port is open. A pier was built. It cost a lot.\n\nThe mayor was glad.\n';
const MAYOR = 'THE MAYOR WAS GLAD.';
const PARAGRAPH = 'THE PORT IS OPEN. A PIER WAS BUILT. IT COST A LOT.';

test.each<[string, [string, string], [string, string], string]>([
  ['a paragraph each in one place', [MAYOR, `Mío.\n\n${MAYOR}`], [MAYOR, `Tuyo.\n\n${MAYOR}`], `${PARAGRAPH}\n\nMío.\n\nTuyo.\n\n${MAYOR}`],
  [
    'a sentence out, the next one in other words',
    [' A PIER WAS BUILT.', ''],
    ['IT COST A LOT.', 'Fue caro.'],
    `THE PORT IS OPEN. Fue caro.\n\n${MAYOR}`,
  ],
  [
    'paragraphs exchanged, one of them in other words',
    [`${PARAGRAPH}\n\n${MAYOR}`, `${MAYOR}\n\n${PARAGRAPH}`],
    [MAYOR, 'El alcalde se alegró.'],
    `El alcalde se alegró.\n\n${PARAGRAPH}`,
  ],
])('kept: %s', async (_, ours, theirs, body) => {
  const { run, read, git, commit, edit } = repository({ 'articles/en/story.md': story });
  await run('translate');
  commit('start');
  git('checkout', '-qb', 'other');
  edit('articles/es/story.md', ...theirs);
  await run('translate');
  commit('other');
  git('checkout', '-q', 'main');
  edit('articles/es/story.md', ...ours);
  await run('translate');
  commit('main');
  expect(() => git('merge', '-q', 'other')).toThrow();
  expect((await run('merge', '--json')).summary).toMatchObject({ conflicts: 0, left: 0, pending: 0 });
  expect(read('articles/es/story.md')).toBe(`# PORT\n\n${body}\n`);
  commit('merged');
  expect((await run('translate')).code).toBe(0);
  expect(git('status', '--short')).toBe('');
});

test('shown: the same line made otherwise, then settled by hand; a popped stash is a branch too', async () => {
  const { run, read, write, git, commit, edit } = repository({ 'articles/en/story.md': story });
  await run('translate');
  commit('start');
  edit('articles/es/story.md', '# PORT', '### PORT');
  edit('articles/es/story.md', 'A PIER WAS BUILT.', 'Hay muelle.');
  await run('translate');
  git('stash', '-q');
  edit('articles/es/story.md', '# PORT', '## PORT');
  edit('articles/es/story.md', 'THE PORT IS OPEN.', 'Puerto abierto.');
  await run('translate');
  commit('main');
  expect(() => git('stash', 'pop', '-q')).toThrow();
  expect((await run('merge', '--json')).summary).toMatchObject({ conflicts: 1, left: 0 });
  const conflicted = read('articles/es/story.md');
  expect(conflicted).toBe(
    `<<<<<<< ours\n## PORT\n=======\n### PORT\n>>>>>>> theirs\n\nPuerto abierto. Hay muelle. IT COST A LOT.\n\n${MAYOR}\n`,
  );
  write('articles/es/story.md', conflicted.replace(/^[\s\S]*=======\n(.*\n)>.*\n/, '$1'));
  expect((await run('merge', '--json')).summary).toMatchObject({ settled: 1, conflicts: 0, left: 0 });
  expect(git('ls-files', '--unmerged')).toBe('');
  expect((await run('translate', '--json')).summary.segments).toMatchObject({ translated: 0, reviewed: 2, pending: 0 });
  expect(read('articles/es/story.md')).toBe(`### PORT\n\nPuerto abierto. Hay muelle. IT COST A LOT.\n\n${MAYOR}\n`);
});

test('an edition that both branches made first is there once, with what people made of it on each', async () => {
  const { run, read, git, commit, edit } = repository({ 'articles/en/story.md': story });
  commit('start');
  for (const [branch, from, to] of [
    ['other', 'A PIER WAS BUILT.', 'Hay muelle.'],
    ['ours', MAYOR, `Mío.\n\n${MAYOR}`],
  ] as const) {
    git('checkout', '-qb', branch, 'main');
    await run('translate');
    edit('articles/es/story.md', from, to);
    await run('translate');
    commit(branch);
  }
  expect(() => git('merge', '-q', 'other')).toThrow();
  expect((await run('merge', '--json')).summary).toMatchObject({ conflicts: 0, left: 0, pending: 0 });
  expect(read('articles/es/story.md')).toBe(`# PORT\n\n${PARAGRAPH.replace('A PIER WAS BUILT.', 'Hay muelle.')}\n\nMío.\n\n${MAYOR}\n`);
});

type Desk = ReturnType<typeof repository>;

test.each<[string, (desk: Desk, id: string) => unknown, string]>([
  ['ours is read and kept', ({ run }, id) => run('review', 'story', '--to', 'es', '--segment', id), 'Fue caro.'],
  ['theirs is put into the edition', ({ edit }) => edit('articles/es/story.md', 'Fue caro.', 'Costó mucho.'), 'Costó mucho.'],
  ['another text is', ({ edit }) => edit('articles/es/story.md', 'Fue caro.', 'No fue barato.'), 'No fue barato.'],
])('a sentence that two branches reviewed differently is told until somebody has settled it: %s', async (_, settle, text) => {
  const desk = repository({ 'articles/en/story.md': story });
  const { run, read, git, commit, edit } = desk;
  await run('translate');
  commit('start');
  for (const [branch, to] of [
    ['other', 'Costó mucho.'],
    ['ours', 'Fue caro.'],
  ] as const) {
    git('checkout', '-qb', branch, 'main');
    edit('articles/es/story.md', 'IT COST A LOT.', to);
    await run('translate');
    commit(branch);
  }
  expect(() => git('merge', '-q', 'other')).toThrow();
  await run('merge');
  commit('merged');
  const told = async () =>
    (await run('check', '--json')).events.filter(({ type, check }) => type === 'finding' && check === 'review-outdated');
  const [finding, ...others] = await told();
  expect([finding?.target, finding?.got, others]).toEqual(['Costó mucho.', ['Fue caro.'], []]);
  expect(finding?.message).toContain(`dragoman review story --to es --segment ${finding?.segment}`);
  // As often as it runs: nobody has looked.
  await run('translate');
  expect(await told()).toHaveLength(1);
  await settle(desk, finding?.segment as string);
  await run('translate');
  expect([await told(), read('articles/es/story.md').includes(text)]).toEqual([[], true]);
  expect(await told()).toEqual([]);
});
