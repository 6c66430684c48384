/** One of three locales fails: the others are done and saved, nothing calls the failed one done, and the next run completes it alone. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const ENGINE = `
import { appendFileSync, existsSync } from 'node:fs';
const here = (name) => new URL(name, import.meta.url);
export default {
  name: 'moody',
  translate: async ({ texts, to }) => {
    if (to === 'de' && existsSync(here('./down'))) throw new Error('no service in German');
    appendFileSync(here('./requests.ndjson'), JSON.stringify({ to, texts }) + '\\n');
    return texts.map((text) => to + ' ' + text);
  },
};
`;
const story = (rest: string) => `---\ntitle: The ferry is back\n---\n\nThe night ferry is back. It left with many people.\n\n${rest}\n`;

test('a failed locale', async () => {
  const project = checkout(
    { 'articles/en/story.md': story('The town pays the rest.'), 'articles/en/other.md': story('Another ending.'), 'moody.mjs': ENGINE },
    { targetLocales: ['ca', 'de', 'es'], engine: 'moody', engines: { moody: { module: './moody.mjs' } }, limits: { attempts: 1 } },
  );
  const { run, read, write, sent, root } = project;
  await run('translate');
  expect(sent().length).toBeGreaterThan(0);

  write('articles/de/story.md', read('articles/de/story.md').replace('de It left with many people.', 'Es war voll.'));
  write('articles/en/story.md', story('The town pays half of it.'));
  write('down', '');
  const before = read('articles/de/story.md');
  const failed = await run('translate', '--json');
  expect(failed.code).toBe(3);
  expect(failed.summary.segments.pending).toBe(1);
  expect(sent()).toEqual(['The town pays half of it.', 'The town pays half of it.']);
  expect(read('articles/es/story.md')).toContain('es The town pays half of it.');
  expect(read('articles/de/story.md')).toBe(before);
  expect(await run('translate', '--frozen')).toMatchObject({ code: 1, stdout: expect.stringContaining('de') });

  rmSync(join(root, 'down'));
  const next = await run('translate', '--json');
  expect(next.code).toBe(0);
  expect(sent()).toEqual(['The town pays half of it.']);
  expect(read('articles/de/story.md')).toContain('Es war voll.\n\nde The town pays half of it.');
  expect((await run('translate', '--frozen')).code).toBe(0);
  expect(readdirSync(join(root, 'articles/de')).sort()).toEqual(['other.md', 'story.md']);
});

test('a renamed article takes along what people wrote, even what no run has seen yet', async () => {
  const { run, read, write, sent, root } = checkout({ 'articles/en/story.md': story('The town pays the rest.') });
  await run('translate');
  write('articles/es/story.md', read('articles/es/story.md').replace('THE TOWN PAYS THE REST.', 'Paga el pueblo.'));
  sent();
  write('articles/en/renamed.md', read('articles/en/story.md'));
  rmSync(join(root, 'articles/en/story.md'));
  const renamed = await run('translate', '--json');
  expect(sent()).toEqual([]);
  expect(renamed.summary.segments).toMatchObject({ translated: 0, reviewed: 1 });
  expect(read('articles/es/renamed.md')).toContain('Paga el pueblo.');
});
