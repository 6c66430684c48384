import { existsSync, readdirSync, rmSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditionCounts } from '../../src/edition/summary.ts';
import { programKey } from '../../src/program/key.ts';
import { editionPaths } from '../../src/project/disk.ts';
import { openFreshness } from '../../src/project/freshness.ts';
import { openProject, sources } from '../../src/project/project.ts';
import type { Checkout } from '../support/checkout.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

/** When all that a test has written is old enough to be known by its stamp. */
const LATER = () => Date.now() + 10_000;
const LOCALES = ['es', 'ca', 'uk'];
const COUNTS: EditionCounts = { segments: 3, reviewed: 1, errors: 0, warnings: 2 };
/** Of a run that wrote nothing over files that are old: their stamps tell them. */
const AS_THEY_ARE = { source: '', edition: '', record: '', isWritten: false };
const ARTICLES = Array.from({ length: 150 }, (_, at) => `day/story-${at}`);

/** 150 articles, every tenth in MDX, and strings, all with editions and records, and their stamps saved. */
function upToDate(): Checkout {
  const files: Record<string, string> = {};
  for (const locale of ['en', ...LOCALES]) {
    for (const [at, slug] of ARTICLES.entries()) {
      files[`articles/${locale}/${slug}.${at % 10 === 0 ? 'mdx' : 'md'}`] = `${slug}\n`;
      if (locale !== 'en') files[`locales/${locale}/articles/${slug}.xlf`] = '<xliff/>';
    }
    files[`locales/${locale}/ui.json`] = '{}';
    if (locale !== 'en') files[`locales/${locale}/strings/ui.xlf`] = '<xliff/>';
  }
  const project = checkout(files, { targetLocales: LOCALES, paths: { articles: 'articles/{locale}/{slug}.{md,mdx}' } });
  saveAll(project.root);
  return project;
}

function saveAll(root: string): void {
  const project = openProject(root);
  const freshness = openFreshness(project, '1', { clock: LATER });
  for (const source of sources(project))
    for (const locale of LOCALES) freshness.look(editionPaths(project, source, locale))(COUNTS, AS_THEY_ARE);
  freshness.close();
}

/** @param threadFrom 0: with the second thread */
async function survey(root: string, { threadFrom = Number.POSITIVE_INFINITY, program = '1', locales = LOCALES, only = '' } = {}) {
  const project = openProject(root);
  const chosen = sources(project).filter(({ slug }) => slug.endsWith(only));
  const { stale, passed, articles } = await openFreshness(project, program, { threadFrom }).survey(chosen, locales);
  return { stale: stale.map(({ source, locales: left }) => [source.slug, ...left].join(' ')), passed, articles };
}

const whole = (locale: string) => ({ locale, files: 151, editions: 150, segments: 453, reviewed: 151, errors: 0, warnings: 302 });

test.each([
  ['one thread', Number.POSITIVE_INFINITY],
  ['two threads', 0],
])('%s: what is as the last run left it is counted, the rest is named', async (_, threadFrom) => {
  const { root, write } = upToDate();
  expect(await survey(root, { threadFrom })).toEqual({ stale: [], passed: LOCALES.map(whole), articles: 150 });
  write('articles/en/day/story-7.md', 'another text\n');
  write('articles/ca/day/story-20.mdx', 'by hand\n');
  write('locales/uk/articles/day/story-149.xlf', '<xliff></xliff>');
  write('locales/es/ui.json', '{ }');
  write('articles/en/day/new.md', 'new\n');
  rmSync(join(root, 'articles/es/day/story-8.md'));
  const { stale, passed, articles } = await survey(root, { threadFrom });
  expect(stale.toSorted()).toEqual(
    ['day/story-7 es ca uk', 'day/story-20 ca', 'day/story-149 uk', 'ui es', 'day/new es ca uk', 'day/story-8 es'].toSorted(),
  );
  expect(articles).toBe(146);
  expect(passed).toEqual([
    { ...whole('es'), files: 148, editions: 148, segments: 444, reviewed: 148, warnings: 296 },
    { ...whole('ca'), files: 149, editions: 148, segments: 447, reviewed: 149, warnings: 298 },
    { ...whole('uk'), files: 149, editions: 148, segments: 447, reviewed: 149, warnings: 298 },
  ]);
});

test('a glossary makes its locale stale, settings and another program all of them', async () => {
  const { root, write, read } = upToDate();
  expect((await survey(root, { program: '2' })).articles).toBe(0);
  write('locales/ca/glossary.csv', 'term,translation\n');
  const { passed, stale } = await survey(root);
  expect(passed.map(({ files }) => files)).toEqual([151, 0, 151]);
  expect(stale).toContain('day/story-3 ca');
  write('dragoman.config.json', read('dragoman.config.json').replace('"sourceLocale"', '"memory":{"outdated":"keep"},"sourceLocale"'));
  expect((await survey(root)).passed.map(({ files }) => files)).toEqual([0, 0, 0]);
});

test('a few articles or locales are found among all, and saving them keeps the rest', async () => {
  const { root, write } = upToDate();
  expect(await survey(root, { only: 'story-42', locales: ['uk'] })).toMatchObject({ stale: [], articles: 1 });
  write('articles/es/day/story-42.md', 'another edition\n');
  write('articles/en/day/a-first-one.md', 'new\n');
  for (const file of ['articles/es/day/a-first-one.md', 'locales/es/articles/day/a-first-one.xlf']) write(file, 'new\n');
  const project = openProject(root);
  const freshness = openFreshness(project, '1', { clock: LATER });
  const few = sources(project).filter(({ slug }) => /story-42$|a-first/.test(slug));
  expect((await freshness.survey(few, ['es'])).stale).toHaveLength(2);
  for (const source of few) freshness.look(editionPaths(project, source, 'es'))(COUNTS, AS_THEY_ARE);
  freshness.close();
  expect((await survey(root)).stale).toEqual(['day/a-first-one ca uk']);
  expect((await survey(root, { locales: ['es'] })).articles).toBe(151);
});

test('what changes between the look and the save is seen by the next run, and what the run itself writes is not', async () => {
  const { root, write } = upToDate();
  const project = openProject(root);
  const freshness = openFreshness(project, '1', { clock: LATER });
  const chosen = sources(project).filter(({ slug }) => /story-(?:11|12|13)$/.test(slug));
  await freshness.survey(chosen, ['es']);
  const remember = chosen.map((source) => freshness.look(editionPaths(project, source, 'es')));
  const files = (number: number, edition: string) => ({
    source: `day/story-${number}\n`,
    edition,
    record: '<xliff/>',
    isWritten: true,
  });
  write('articles/en/day/story-11.md', 'saved by an editor meanwhile\n');
  write('articles/es/day/story-12.md', 'written by the run\n');
  write('articles/es/day/story-13.md', 'written by the run, then by an editor\n');
  const [of11, of12, of13] = remember;
  of11?.(COUNTS, files(11, 'day/story-11\n'));
  of12?.(COUNTS, files(12, 'written by the run\n'));
  of13?.(COUNTS, files(13, 'written by the run\n'));
  freshness.close();
  expect((await survey(root)).stale).toEqual(['day/story-11 es ca uk', 'day/story-13 es']);
});

test('the stamp of a file younger than two seconds is not trusted: its content tells whether it is the same', async () => {
  const { root, write } = upToDate();
  const project = openProject(root);
  const [story] = sources(project).filter(({ slug }) => slug.endsWith('story-21'));
  if (story === undefined) throw new Error('no such article');
  const paths = editionPaths(project, story, 'es');
  const { mtime } = statSync(join(root, paths.file));
  const save = (age: number) => {
    const freshness = openFreshness(project, '1', { clock: () => mtime.getTime() + age });
    for (const file of [story.file, paths.file, paths.recordFile]) utimesSync(join(root, file), mtime, mtime);
    freshness.look(paths)(COUNTS, { source: 'day/story-21\n', edition: 'day/story-21\n', record: '<xliff/>', isWritten: false });
    freshness.close();
  };
  const again = (text: string) => {
    write(paths.file, text);
    utimesSync(join(root, paths.file), mtime, mtime);
  };
  save(1_999);
  expect((await survey(root, { locales: ['es'] })).stale).toEqual([]);
  again('day/story-22\n');
  expect((await survey(root, { locales: ['es'] })).stale).toEqual(['day/story-21 es']);
  again('day/story-21\n');
  expect((await survey(root, { locales: ['es'], threadFrom: 0 })).stale).toEqual([]);
  // Two seconds later the same change passes unseen: size, time and inode are the same.
  save(2_000);
  again('day/story-22\n');
  expect((await survey(root, { locales: ['es'] })).stale).toEqual([]);
});

test('without stamps, or with damaged ones, everything is looked at', async () => {
  const { root } = upToDate();
  const folder = join(root, '.dragoman');
  const [file = ''] = readdirSync(folder).filter((name) => name.includes('-es'));
  for (const size of [statSync(join(folder, file)).size - 1000, 200, 3, 0]) {
    truncateSync(join(folder, file), size);
    expect((await survey(root)).passed.find(({ locale }) => locale === 'es')?.files).toBeLessThan(151);
  }
  expect((await survey(root)).passed.map(({ files }) => files)).toEqual([0, 151, 151]);
  rmSync(folder, { recursive: true });
  expect((await survey(root, { threadFrom: 0 })).passed.map(({ files }) => files)).toEqual([0, 0, 0]);
});

test('the run right after a run opens nothing, although all files are young', async () => {
  const project = checkout({ 'articles/en/story.md': 'One sentence here.\n', 'locales/en/ui.json': '{"a":"A word"}' });
  expect((await project.run('translate')).code).toBe(0);
  const { root } = project;
  const opened = openProject(root);
  const freshness = openFreshness(opened, programKey());
  expect((await freshness.survey(sources(opened), opened.config.targetLocales)).stale).toEqual([]);
});

test('a run with nothing to do takes no lock and opens nothing, and its table says so; an engine that is not there is told', async () => {
  const project = checkout({ 'articles/en/story.md': 'One sentence here.\n', 'locales/en/ui.json': '{"a":"A word"}' });
  expect((await project.run('translate')).code).toBe(0);
  // As if this had been a while ago.
  const old = Date.now() / 1000 - 60;
  for (const name of readdirSync(project.root, { recursive: true, encoding: 'utf8' })) utimesSync(join(project.root, name), old, old);
  expect((await project.run('translate')).code).toBe(0);
  rmSync(join(project.root, 'engine.mjs'));
  rmSync(join(project.root, '.dragoman/journal.db'), { force: true });
  const { code, stdout } = await project.run('translate');
  expect(code).toBe(0);
  expect(stdout).toMatch(/es +0 +2 +0 +0\n2 segments: 2 recalled, 0 reviewed/);
  expect(existsSync(join(project.root, '.dragoman/journal.db'))).toBe(false);
  expect((await project.run('translate', '--engine', 'nobody')).code).toBe(2);
});
