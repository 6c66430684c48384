import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const story = (name: string) =>
  `---\ntitle: The ${name}\n---\n\nThe *${name}* left with 12 people. The [town](a.md) pays.\n\n- Nobody saw it.\n`;
const slugsIn = (rows: readonly Record<string, unknown>[]) => [...new Set(rows.map(({ slug }) => slug))];
const SLUGS = ['ferry', 'train', 'tram'];

/** All that lookups read, without the numbers of rows. */
function indexOf(root: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(root, '.dragoman/memory-es.db'));
  const sql =
    'SELECT slug, path, key, figures, unmarked, context, reviewed, source, target FROM segments JOIN files ON files.id = file ORDER BY path, segments.id';
  const rows = database.prepare(sql).all();
  expect(database.prepare('SELECT count(*) AS kept FROM kept').get()).toEqual({ kept: 0 });
  database.close();
  return rows;
}

test('after a run the index holds what the run wrote, as if every record had been read', async () => {
  const { root, write, read } = checkout(Object.fromEntries(SLUGS.map((slug) => [`articles/en/${slug}.md`, story(slug)])), {
    engine: 'pseudo',
  });
  const run = inProcess(root);
  await run('translate', '--json');
  expect(slugsIn(indexOf(root))).toEqual(SLUGS);
  write('articles/en/tram.md', story('tram').replace('Nobody', 'Somebody'));
  write('articles/es/ferry.md', read('articles/es/ferry.md').replace('12', '13'));
  await run('translate', '--json');
  const kept = indexOf(root);
  rmSync(join(root, '.dragoman'), { recursive: true });
  write('articles/en/new.md', '# A sentence that nobody knows\n');
  await run('translate', '--json');
  const anew = indexOf(root).filter(({ slug }) => slug !== 'new');
  expect(kept).toEqual(anew);
});

test('a record that is another by the end of the run is read', async () => {
  const { root, write, read } = checkout({ 'articles/en/ferry.md': story('ferry') }, { engine: 'pseudo' });
  const run = inProcess(root);
  await run('translate', '--json');
  const record = 'locales/es/articles/ferry.xlf';
  write(record, read(record).replaceAll(/(<target[^>]*>)[^<]*(<\/target>)/g, '$1Nadie lo vio.$2'));
  utimesSync(join(root, record), 1e9, 1e9);
  write('articles/en/tram.md', 'Nobody saw it.\n');
  await run('translate', '--json');
  expect(read('articles/es/tram.md')).toBe('Nadie lo vio.\n');
});
