import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';

const articles = {
  'articles/en/kept.md': '# Kept\n\nThis one stays where it is.\n',
  'articles/en/gone.md': '# Retracted\n\nThe mayor took the money. He denies it.\n',
};

test('a source that is deleted is told by every command, red under --frozen, and pruned; reviewed sentences come back', async () => {
  const { root, write, read, sent } = checkout(articles);
  const run = inProcess(root);
  await run('translate');
  write('articles/es/gone.md', read('articles/es/gone.md').replace('HE DENIES IT.', 'Él lo niega.'));
  rmSync(join(root, 'articles/en/gone.md'));
  const orphan = { type: 'finding', check: 'orphaned', slug: 'gone', locale: 'es', file: 'articles/es/gone.md' };
  for (const [command, code, level] of [
    [['translate'], 0, 'warning'],
    [['status'], 0, 'warning'],
    [['check'], 0, 'warning'],
    [['check', '--frozen'], 1, 'error'],
    [['translate', '--frozen'], 1, 'warning'],
  ] as const) {
    const ran = await run(...command, '--json');
    expect({ command, code: ran.code }).toEqual({ command, code });
    expect(ran.events).toContainEqual(expect.objectContaining({ ...orphan, level }));
  }
  expect((await run('check', 'kept', '--json')).events).not.toContainEqual(expect.objectContaining({ check: 'orphaned' }));

  const foreseen = await run('prune', '--dry-run', '--json');
  expect(foreseen.summary).toEqual({ type: 'summary', editions: 1, files: { removed: 2 }, kept: 1 });
  expect(existsSync(join(root, 'articles/es/gone.md'))).toBe(true);
  const pruned = await run('prune', '--json');
  expect(pruned.events.map(({ file }) => file)).toEqual(['articles/es/gone.md', 'locales/es/articles/gone.xlf', undefined]);
  expect(pruned.summary).toEqual(foreseen.summary);
  expect(readdirSync(join(root, 'articles/es'))).toEqual(['kept.md']);
  expect((await run('translate', '--frozen')).code).toBe(0);
  expect((await run('prune', '--json')).summary).toMatchObject({ editions: 0, kept: 0 });

  sent();
  write('articles/en/gone.md', articles['articles/en/gone.md'].replace('took the money', 'gave the money back'));
  write('articles/en/other.md', '# Another\n\nHe denies it.\n');
  const { events } = await run('translate', '--json');
  expect(read('articles/es/gone.md')).toContain('Él lo niega.');
  expect(sent()).not.toContain('He denies it.');
  const reviewedIn = (slug: string) => read(`locales/es/articles/${slug}.xlf`).match(/approved="yes"/g)?.length ?? 0;
  expect(events.filter(({ type }) => type === 'finding')).toEqual([]);
  expect([reviewedIn('gone'), reviewedIn('other')]).toEqual([1, 0]);

  // What it knew before and what it knows now are kept together.
  write('articles/es/gone.md', `${read('articles/es/gone.md').replace(/^# .*/, '# Retirada')}\nUn párrafo propio.\n`);
  rmSync(join(root, 'articles/en/gone.md'));
  expect((await run('prune', '--dry-run')).stdout).toContain("gone.md  (its source is gone; with 1 paragraph of a person's own)");
  expect((await run('prune', '--json')).summary).toMatchObject({ editions: 1, kept: 1 });
  expect(read('locales/es/memory/pruned/gone.xlf')).toMatch(/Retirada[\s\S]*Él lo niega/);
});

test('a locale that the configuration drops, and an article that a person wrote in one locale only', async () => {
  const { root, write, read } = checkout({ ...articles, 'articles/es/propio.md': '# Propio\n' }, { targetLocales: ['es', 'ca'] });
  const run = inProcess(root);
  await run('translate');
  write('dragoman.config.json', read('dragoman.config.json').replace(',"ca"', ''));
  expect((await run('translate', '--frozen', '--json')).summary).toMatchObject({ orphaned: 2, fresh: 2 });
  expect((await run('prune', '--json')).summary).toMatchObject({ editions: 2, files: { removed: 4 } });
  expect(readdirSync(join(root, 'articles/ca'))).toEqual([]);
  expect(readdirSync(join(root, 'articles/es')).sort()).toEqual(['gone.md', 'kept.md', 'propio.md']);
  expect((await run('translate', '--frozen')).code).toBe(0);
});

test.each([
  ['alone', ['articles/en']],
  ['with its edition', ['articles/en', 'articles/es']],
])('a source that is renamed %s takes what its old name had, and nothing is orphaned', async (_, folders) => {
  const { root, write, read, sent } = checkout(articles);
  const run = inProcess(root);
  await run('translate');
  // Bytes of their own outside of sentences too: an address, lines wrapped by hand, a picture.
  const theirs = read('articles/es/gone.md')
    .replace('# RETRACTED', '---\nslug: retirada\n---\n\n# RETRACTED')
    .replace('MONEY. HE DENIES IT.', 'MONEY.\nÉl lo niega.\n\n![](alcaldesa.png)');
  write('articles/es/gone.md', theirs);
  sent();
  for (const folder of folders) renameSync(join(root, folder, 'gone.md'), join(root, folder, 'renamed.md'));
  const { events, summary } = await run('translate', '--json');
  expect(events).not.toContainEqual(expect.objectContaining({ check: 'orphaned' }));
  expect(summary.segments).toMatchObject({ translated: 0, reviewed: 1 });
  expect(sent()).toEqual([]);
  expect(read('articles/es/renamed.md')).toBe(theirs);
  expect(readdirSync(join(root, 'articles/es')).sort()).toEqual(['kept.md', 'renamed.md']);
  expect(readdirSync(join(root, 'locales/es/articles'))).toEqual(['kept.xlf', 'renamed.xlf']);
  expect((await run('translate', '--frozen')).code).toBe(0);
});

test('with --to, what is gone of other locales stays', async () => {
  const { root, write, read } = checkout({ ...articles, 'dragoman.config.json': '' });
  const run = inProcess(root);
  const config = (...targetLocales: string[]) =>
    write('dragoman.config.json', JSON.stringify({ sourceLocale: 'en', targetLocales, engine: 'pseudo' }));
  config('es', 'ca', 'eu');
  await run('translate');
  config('es');
  rmSync(join(root, 'articles/en/gone.md'));
  const gone = async (to: string) => (await run('prune', '--dry-run', '--json', '--to', to)).events.flatMap(({ file }) => file ?? []);
  expect(await gone('es')).toEqual(['articles/es/gone.md', 'locales/es/articles/gone.xlf']);
  expect(await gone('ca, eu')).toHaveLength(8);
  const refused = await run('prune', '--to', 'fr');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('expected es, ca, eu; got fr')]);
  expect((await run('prune', '--to', 'ca', '--json')).summary).toMatchObject({ editions: 2 });
  expect(existsSync(join(root, 'articles/ca/kept.md'))).toBe(false);
  expect(read('articles/eu/gone.md')).toContain('#');
});
