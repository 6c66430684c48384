/** Articles that are not translated: drafts, embargoes, those that opt out, old ones; every command agrees about them. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Checkout } from '../support/checkout.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const article = (frontMatter: string) => `---\n${frontMatter}\n---\nThe words.\n`;
const isThere = (project: Checkout, file: string) => existsSync(join(project.root, file));

describe('what is withheld', () => {
  const files = {
    'articles/en/released.md': article('title: A\ndraft: false\ntranslate: true'),
    'articles/en/draft.md': article('title: B\ndraft: true'),
    'articles/en/unpublished.md': article('title: C\npublished: false'),
    'articles/en/later.md': article('title: D\nembargo: 2999-01-01'),
    'articles/en/passed.md': article('title: E\nembargo: 2001-01-01'),
    'articles/en/out.md': article('title: F\ntranslate: false'),
  };

  test('is neither sent nor missing nor stale, and is counted', async () => {
    const project = checkout(files);
    for (const run of [1, 2]) {
      const { code, summary } = await project.run('translate', '--json');
      expect([code, summary.editions, summary.withheld], `run ${run}`).toEqual([0, 2, { draft: 2, embargo: 1, optedOut: 1 }]);
    }
    expect(project.sent().sort()).toEqual(['A', 'E', 'The words.']);
    expect((await project.run('translate', '--frozen')).stdout).toContain('2 of 2 editions');
    expect((await project.run('check', '--frozen', '--json')).summary).toMatchObject({ editions: 2, missing: 0, stale: 0 });
    const { stdout } = await project.run('status');
    expect(stdout).not.toMatch(/^draft/m);
    expect(stdout).toContain('Not translated: 1 opted out, 2 drafts, 1 under embargo; --drafts takes in drafts and embargoes');
  });

  test('goes with --drafts, but for what opts out, and is left alone without it', async () => {
    const project = checkout(files);
    expect((await project.run('translate', '--drafts', '--json')).summary).toMatchObject({ editions: 5, withheld: { optedOut: 1 } });
    expect((await project.run('translate', '--frozen', '--drafts')).code).toBe(0);
    project.write('articles/en/draft.md', `${article('title: B\ndraft: true')}\nMore.\n`);
    project.sent();
    expect((await project.run('translate', '--frozen')).code).toBe(0);
    await project.run('translate');
    expect(project.sent()).toEqual([]);
    expect((await project.run('translate', '--frozen', '--drafts')).code).toBe(1);
  });

  test('a draft that is released is translated by the next run', async () => {
    const project = checkout(files);
    await project.run('translate');
    project.write('articles/en/draft.md', article('title: B'));
    await project.run('translate');
    expect(isThere(project, 'articles/es/draft.md')).toBe(true);
  });

  test("an edition of an article that opts out is nobody's orphan", async () => {
    const project = checkout(files);
    await project.run('translate');
    project.write('articles/en/released.md', article('title: A\ntranslate: no'));
    expect((await project.run('prune', '--json')).summary).toMatchObject({ editions: 0 });
    expect((await project.run('translate', '--frozen')).code).toBe(0);
  });
});

test('a collection into which articles opt, and an article that names its locales', async () => {
  const files = { 'a/in.md': article('translate: [uk]'), 'a/both.md': article('translate: true'), 'a/none.md': article('title: X') };
  const project = checkout(files, {
    targetLocales: ['es', 'uk'],
    sources: [{ source: 'a/{slug}.md', edition: 'a-{locale}/{slug}.md', select: { optIn: true } }],
  });
  expect((await project.run('translate', '--json')).summary).toMatchObject({ editions: 3, withheld: { optedOut: 1 } });
  expect([isThere(project, 'a-es/in.md'), isThere(project, 'a-uk/in.md'), isThere(project, 'a-es/both.md')]).toEqual([false, true, true]);
  expect((await project.run('translate', '--frozen')).stdout).toContain('3 of 3');
});

test('articles from a day on; an older one is begun by its name, and then kept up to date', async () => {
  const files = {
    'articles/en/new.md': article('date: 2026-02-01'),
    'articles/en/old.md': article('date: 2025-12-31'),
    'articles/en/2024-01-01-by-its-name.md': article('title: X'),
    'articles/en/undated.md': article('title: X'),
  };
  const project = checkout(files, { select: { since: '2026-01-01' } });
  expect((await project.run('translate', '--json')).summary).toMatchObject({ editions: 2, withheld: { old: 2 } });
  expect((await project.run('translate', '--frozen')).stdout).toContain('2 of 2');
  await project.run('translate', 'old');
  expect(isThere(project, 'articles/es/old.md')).toBe(true);
  project.write('articles/en/old.md', `${files['articles/en/old.md']}\nMore.\n`);
  expect((await project.run('translate', '--frozen')).stdout).toContain('2 of 3');
  expect((await project.run('translate', '--json')).summary).toMatchObject({ withheld: { old: 1 } });
  expect(project.read('articles/es/old.md')).toContain('MORE.');
});
