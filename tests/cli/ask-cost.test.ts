/** A run above the limits stops before anything is sent where nobody can be asked. */

import { expect, test } from 'vitest';
import { CAPITALS } from '../support/checkout.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const words = 'The words of a long article.\n';
const above = (askAbove: object) => ({ budget: { askAbove } });

test('characters: exit 4 and the number, nothing is sent; --yes goes on, and so does the same again', async () => {
  const project = checkout({ 'articles/en/a.md': words }, above({ characters: 20 }));
  const stopped = await project.run('translate', '--json');
  expect([stopped.code, stopped.summary.engine.characters, project.sent()]).toEqual([4, 28, []]);
  project.write('articles/en/b.md', Array.from({ length: 9 }, (_, at) => `Sentence ${at} of another article.\n`).join('\n'));
  const told = await project.run('translate');
  expect([told.code, project.sent()]).toEqual([4, []]);
  expect(told.stderr.trim().split('\n')).toEqual([
    expect.stringContaining('would send 298 characters; nothing was sent'),
    expect.stringContaining('expected at most 20 characters and $5.00'),
    expect.stringContaining('--yes'),
  ]);
  expect((await project.run('translate', '--yes')).code).not.toBe(4);
  expect(project.sent()).toHaveLength(10);
  expect((await project.run('translate')).code).not.toBe(4);
});

test("dollars, by the engine's price", async () => {
  const project = checkout({
    'articles/en/a.md': words,
    'engine.mjs': CAPITALS.replace("name: 'capitals',", "name: 'capitals', pricePerMillionCharacters: 1e6,"),
  });
  const { code, stderr } = await project.run('translate');
  expect([code, project.sent()]).toEqual([4, []]);
  expect(stderr).toContain('28 characters, about $28.00');
});

test.each([
  ['--max-characters', {}, ['--max-characters', '1000']],
  ['a budget in the configuration', { charactersPerRun: 1000 }, []],
])('%s stops a run by itself: nobody is asked', async (_, budget, args) => {
  const project = checkout({ 'articles/en/a.md': words }, { budget: { askAbove: { characters: 10 }, ...budget } });
  expect((await project.run('translate', ...args)).code).toBe(0);
});

test('a watch stops before it begins', async () => {
  const project = checkout({ 'articles/en/a.md': words }, above({ characters: 10 }));
  expect([(await project.run('watch')).code, project.sent()]).toEqual([4, []]);
});

test('a dry run tells the number, and ends well', async () => {
  const project = checkout({ 'articles/en/a.md': words }, above({ characters: 10 }));
  expect((await project.run('translate', '--dry-run', '--json')).code).toBe(0);
});
