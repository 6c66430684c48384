/** `doctor`: each thing that may be wrong is told with what is expected, and what to do. */

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/cli/doctor/diagnose.ts';
import type { Checkout } from '../support/checkout.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const article = { 'articles/en/a.md': 'The words.\n' };

async function problems(project: Checkout): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { about, problem } of diagnose({ cwd: project.root })) if (problem !== undefined) found[about] = problem.message;
  return found;
}

const git = (project: Checkout, ...args: string[]) => execFileSync('git', ['-C', project.root, ...args]);

describe('what may be wrong', () => {
  test('nothing: a project that init has set up', async () => {
    const project = checkout(article);
    git(project, 'init', '-q');
    await project.run('init', '--yes');
    await project.run('translate');
    expect(await problems(project)).toEqual({});
    expect(await project.run('doctor')).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing is wrong.') });
  });

  test('a clone in which init was not run', async () => {
    const project = checkout(article);
    git(project, 'init', '-q');
    expect(await problems(project)).toEqual({
      '.gitignore': 'The journal would be committed',
      '.gitattributes': 'Files merge by line',
      'merge driver': 'This clone has no merge driver',
    });
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^problem {2}merge driver .*\n +expected .*, got none\n +Run "dragoman init" once in every clone\.$/m);
  });

  test.each<[string, Record<string, string>, Record<string, unknown>, Record<string, string>]>([
    [
      'the configuration',
      { 'dragoman.config.json': '{ "sourceLocale": "en" }' },
      {},
      { configuration: 'dragoman.config.json: "targetLocales" is not usable' },
    ],
    ['no articles', {}, {}, { layout: 'There are no articles' }],
    [
      'a pattern without a match',
      article,
      { sources: [{ source: 'b/{slug}.md', edition: 'b/{locale}/{slug}.md' }] },
      { layout: '"sources.0.source" matches no file' },
    ],
    ['the generator', { ...article, 'hugo.toml': '' }, {}, { generator: 'Hugo builds this site, and its Markdown is not named' }],
    [
      'editions of people',
      { ...article, 'articles/es/a.md': 'Las palabras.\n' },
      {},
      { editions: '1 of 1 editions have no record: they are never brought up to date' },
    ],
    [
      'a glossary',
      { ...article, 'locales/es/glossary.csv': 'a,b\n' },
      {},
      { glossary: expect.stringContaining('locales/es/glossary.csv') as unknown as string },
    ],
    ['an engine', article, { engine: 'none' }, { 'engine es': expect.stringContaining('none') as unknown as string }],
    ['the schema', article, { $schema: './nowhere.json' }, { 'editor schema': 'The schema that "$schema" names is not there' }],
  ])('%s', async (_, files, config, expected) => {
    expect(await problems(checkout(files, config))).toEqual(expected);
  });

  test('a journal that is committed', async () => {
    const project = checkout({ ...article, '.dragoman/journal.db': '' });
    git(project, 'init', '-q');
    git(project, 'add', '-A');
    expect(await problems(project)).toMatchObject({ '.gitignore': 'The journal and the caches are committed' });
  });
});
