/** Articles that nothing can be made of, and a record that cannot be read, beside good ones: in the page and in `watch`. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { deskOver } from '../edit/desk.ts';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { BAD, badArticle, UNREADABLE } from './bad-articles.ts';

function folder() {
  const bad = Object.entries(BAD).map(([name, { front, body }]) => [`articles/en/${name}.md`, badArticle(front, body)] as const);
  return checkout({
    ...Object.fromEntries(bad),
    'articles/en/good.md': badArticle(),
    'articles/en/unread.md': badArticle(),
    'articles/es/unread.md': badArticle(),
    'locales/es/articles/unread.xlf': '<xliff><file>',
    'locales/en/deep.json': `${'{"a":'.repeat(5000)}"words"${'}'.repeat(5000)}`,
  });
}

test('the page shows the good ones, and of each other what is wrong with it', async () => {
  const { root } = folder();
  await inProcess(root)('translate');
  const { enter, faults } = await deskOver(root);
  const person = await enter('Ana');
  for (const path of ['/', '/search/es?q=ferry', '/t/es', '/g/es', '/next/es', '/api/search?locale=es&q=ferry']) {
    const { status } = await person.get(path);
    expect({ path, isAnswered: status < 500 }).toEqual({ path, isAnswered: true });
  }
  const { status, body } = await person.get('/a/es/good');
  expect([status, String(body).includes('THE FERRY IS IN THE HARBOUR.')]).toEqual([200, true]);
  for (const slug of [...UNREADABLE, 'unread']) {
    const answer = await person.get(`/a/es/${slug}`);
    expect({ slug, status: answer.status, isNamed: String(answer.body).includes(slug) }).toMatchObject({ slug, isNamed: true });
    expect(answer.status).toBeLessThan(500);
  }
  expect(faults).toEqual([]);
});

test('watch does the good ones, names the others, and goes on', async () => {
  const project = folder();
  const watching = project.start('watch', '--json');
  await watching.says('"type":"watching"');
  expect(project.read('articles/es/good.md')).toContain('THE FERRY IS IN THE HARBOUR.');
  project.write('articles/en/good.md', badArticle('', `${'> '.repeat(2000)}words`));
  await watching.says('good.md');
  project.write('articles/en/a story.md', badArticle('', 'Words.'));
  project.write('articles/en/late.md', badArticle('', 'The last words.'));
  await vi.waitFor(() => expect(project.read('articles/es/late.md')).toContain('THE LAST WORDS.'), { timeout: 30_000, interval: 50 });
  watching.kill('SIGINT');
  const { code, stderr, stdout } = await watching.done;
  expect(code).toBe(0);
  for (const slug of [...UNREADABLE, 'unread']) expect(stderr + stdout, slug).toContain(slug);
}, 60_000);

test('watch tells of two sources of one edition, and goes on once one is gone', async () => {
  const project = checkout(
    { 'articles/en/story.md': badArticle('', 'The first form.') },
    { paths: { articles: 'articles/{locale}/{slug}.{md,mdx}' } },
  );
  const watching = project.start('watch', '--json');
  await watching.says('"type":"watching"');
  project.write('articles/en/story.mdx', badArticle('', 'The other form.'));
  await watching.says('articles/en/story.mdx');
  rmSync(join(project.root, 'articles/en/story.mdx'));
  project.write('articles/en/story.md', badArticle('', 'The last form.'));
  await vi.waitFor(() => expect(project.read('articles/es/story.md')).toContain('THE LAST FORM.'), { timeout: 30_000, interval: 50 });
  watching.kill('SIGINT');
  expect((await watching.done).code).toBe(0);
}, 60_000);
