import { expect, test } from 'vitest';
import { changesOf, commitFiles, identityOf, uncommitted } from '../../src/project/git.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';
import { repository } from '../support/repository.ts';

test('named files are committed with an author of their own, and a file tells who changed it', async () => {
  const project = repository({ 'a b.txt': 'one\n', 'c.txt': 'one\n' });
  project.git('config', 'user.name', 'Desk');
  project.git('config', 'user.email', 'desk@example.org');
  project.commit('start');
  project.write('a b.txt', 'two\n');
  project.write('c.txt', 'two\n');
  project.write('new.txt', 'new\n');
  expect(await uncommitted(project.root, ['a b.txt', 'c.txt', 'new.txt', 'engine.mjs'])).toEqual(new Set(['a b.txt', 'c.txt', 'new.txt']));
  const commit = await commitFiles(project.root, ['a b.txt', 'new.txt'], ['Second'], 'Ana Soler <ana@example.org>');
  expect(await uncommitted(project.root, ['a b.txt', 'c.txt'])).toEqual(new Set(['c.txt']));
  const [last, first] = await changesOf(project.root, 'a b.txt', 5);
  expect(last).toMatchObject({ author: 'Ana Soler', subject: 'Second', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
  expect(last?.commit.startsWith(commit)).toBe(true);
  expect(first).toMatchObject({ author: 'A', subject: 'start' });
  expect(await identityOf(project.root)).toBe('Desk <desk@example.org>');
});

test('where there is no git nobody changed anything', async () => {
  const { root } = checkout({ 'a.txt': 'one\n' });
  expect([await changesOf(root, 'a.txt', 5), await uncommitted(root, ['a.txt'])]).toEqual([[], new Set()]);
});
