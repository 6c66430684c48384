import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectKey, withoutWay } from '../../src/project/project-key.ts';
import { git } from '../support/sites.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a repository is one in whichever way it is fetched', () => {
  const ways = [
    'https://example.org/desk/news.git',
    'https://token:secret@example.org/desk/news',
    'https://example.org/desk/news/',
    'ssh://git@example.org/desk/news.git',
    'git@example.org:desk/news.git',
    'git@Example.org:22/desk/news',
  ];
  expect(new Set(ways.map(withoutWay))).toEqual(new Set(['example.org/desk/news']));
  expect(withoutWay('https://example.org/desk/sports.git')).toBe('example.org/desk/sports');
});

test('projects of one repository differ, and so do glossaries at other places; without a remote there is no key', async () => {
  const root = temporaryFolder();
  const config = (glossary: string) => ({ paths: { glossary } }) as Parameters<typeof projectKey>[0]['config'];
  const [usual, other] = [config('locales/{locale}/glossary.csv'), config('terms/{locale}.csv')];
  expect(await projectKey({ root, config: usual })).toBeUndefined();
  git(root, 'init', '--quiet');
  expect(await projectKey({ root, config: usual })).toBeUndefined();
  git(root, 'remote', 'add', 'origin', 'https://example.org/desk/news.git');
  mkdirSync(join(root, 'sports'));
  const keys = await Promise.all([
    projectKey({ root, config: usual }),
    projectKey({ root, config: other }),
    projectKey({ root: join(root, 'sports'), config: usual }),
  ]);
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[\da-f]{8}$/);
});
