/** How far editions are: what is known is told at once, the rest is looked at afterwards, and whoever watches is told. */

import { expect, onTestFinished, test } from 'vitest';
import { createStates } from '../../src/edit/states.ts';
import { openProject } from '../../src/project/project.ts';
import { openWorkspace } from '../../src/session/workspace.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

async function newsroom() {
  const files = {
    'articles/en/old.md': '---\ntitle: Old\ndate: 2020-01-01\n---\n\nThe harbour opens.\n',
    'articles/en/new.md': '---\ntitle: New\ndate: 2026-01-01\n---\n\nThe mayor spoke.\n',
  };
  const project = checkout(files, { targetLocales: ['es', 'ca'] });
  await inProcess(project.root)('translate', '--to', 'es');
  project.write('articles/en/new.md', '---\ntitle: New\ndate: 2026-01-01\n---\n\nThe mayor spoke again.\n');
  const workspace = await openWorkspace(openProject(project.root));
  const told: number[] = [];
  const states = createStates(workspace, (left) => told.push(left));
  onTestFinished(() => {
    states.close();
    workspace.close();
  });
  return { project, workspace, states, told };
}

test('nothing is opened before it is shown, and then all that was asked for is known', async () => {
  const { states, told } = await newsroom();
  const all = states.articles();
  expect(all.map(({ slug }) => slug)).toEqual(['new', 'old']);
  const first = await states.cells(all, ['es', 'ca'], 0);
  expect(first.map((cells) => [cells.get('es')?.state, cells.get('ca')?.state])).toEqual([
    ['unknown', 'unknown'],
    ['fresh', 'unknown'],
  ]);
  await states.settled();
  expect(told.at(-1)).toBe(0);
  const then = await states.cells(all, ['es', 'ca'], 0);
  expect(then.map((cells) => [cells.get('es')?.state, cells.get('ca')?.state])).toEqual([
    ['stale', 'missing'],
    ['fresh', 'missing'],
  ]);
});

test('a filter is answered from what is known, with how many editions are not; they are looked at meanwhile', async () => {
  const { states } = await newsroom();
  const all = states.articles();
  expect(states.filtered(all, ['es'], 'stale')).toEqual({ sources: [], left: 2 });
  await states.settled();
  const slugs = (filter: Parameters<typeof states.filtered>[2], locales: string[]) => {
    const { sources, left } = states.filtered(all, locales, filter);
    return [sources.map(({ slug }) => slug), left];
  };
  expect(slugs('stale', ['es'])).toEqual([['new'], 0]);
  expect(slugs('missing', ['es', 'ca'])).toEqual([['new', 'old'], 0]);
  expect(slugs('unread', ['es'])).toEqual([['new', 'old'], 0]);
  expect(slugs('reviewed', ['es', 'ca'])).toEqual([[], 0]);
});
