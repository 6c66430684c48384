/** What workers have before them, on the page: asked of the desk's list, and told to whoever looks. */

import { expect, test } from 'vitest';
import type { ServerEvent, WorkView } from '../../src/edit/contract.ts';
import { createWork } from '../../src/edit/work.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { deskOver } from './desk.ts';

const QUEUED: WorkView = { slug: 'a', locale: 'es', state: 'queued' };
const PARKED: WorkView = { slug: 'a', locale: 'ca', state: 'parked', reason: 'google: the key is refused <1>' };

test('a cell and the article say that a worker is to come, or has given up and why', async () => {
  const project = checkout({ 'articles/en/a.md': 'It opens.\n', 'articles/en/b.md': 'It opens.\n' }, { targetLocales: ['es', 'ca'] });
  await inProcess(project.root)('translate');
  const { enter, editor } = await deskOver(project.root, { work: async () => [QUEUED, PARKED] });
  const ana = await enter('Ana <ana@example.org>');
  const { body } = await ana.get('/');
  expect(body.match(/class="tag work[^<]*</g)).toEqual([
    'class="tag work ">Waiting to be translated<',
    'class="tag work warning">Set aside: needs somebody<',
  ]);
  expect((await ana.get('/a/es/a')).body).toContain('<p class="count" id="work">Waiting to be translated</p>');
  expect((await ana.get('/a/ca/a')).body).toContain('Set aside: needs somebody <bdi lang="en">google: the key is refused &lt;1&gt;</bdi>');
  expect((await ana.get('/a/ca/b')).body).toContain('<p class="count" id="work"></p>');
  // Whoever begins to listen hears it at once.
  const told: ServerEvent[] = [];
  editor.listen((event) => told.push(event));
  expect(told).toContainEqual({ type: 'work', editions: [QUEUED, PARKED] });
});

test('a list that is not reached, or takes its time, keeps no page waiting; what has changed is told once', async () => {
  const told: ServerEvent[] = [];
  const tell = (event: ServerEvent) => told.push(event);
  let list: readonly WorkView[] | undefined;
  const ask = async () => {
    if (list === undefined) throw new Error('not reached');
    return list;
  };
  const work = createWork({ ask, tell, isWatched: () => true, every: 0 });
  expect([...(await work.known())]).toEqual([]);
  list = [QUEUED];
  for (let time = 0; time < 3; time++) {
    await work.known();
    await new Promise(setImmediate);
  }
  expect([...(await work.known()).values()]).toEqual([QUEUED]);
  expect(told).toEqual([{ type: 'work', editions: [QUEUED] }]);
  work.close();
  const slow = createWork({ ask: () => new Promise(() => {}), tell, isWatched: () => true, patience: 1 });
  expect([...(await slow.known())]).toEqual([]);
  slow.close();
  const none = createWork({ ask: undefined, tell, isWatched: () => true });
  expect([...(await none.known())]).toEqual([]);
});
