import { expect, test } from 'vitest';
import type { Article } from '../../src/article.ts';
import { parseConfig } from '../../src/config.ts';
import type { Desk } from '../../src/edition/desk.ts';
import type { Disk } from '../../src/edition/disk.ts';
import { glossaryOf } from '../../src/edition/glossary.ts';
import { openEdition } from '../../src/edition/open.ts';
import { readSource } from '../../src/edition/reading.ts';
import type { EditionPaths, Source } from '../../src/edition/source.ts';
import { statusOf } from '../../src/edition/status.ts';
import type { Event } from '../../src/edition/summary.ts';
import { translateEditions } from '../../src/edition/translate.ts';
import { EngineError } from '../../src/errors.ts';
import { xliffFormat } from '../../src/formats/xliff.ts';
import type { Job } from '../../src/queue/jobs/job.ts';
import type { Queue } from '../../src/queue/queue.ts';

const config = parseConfig({ sourceLocale: 'en', targetLocales: ['es'], engine: 'capitals' }, 'dragoman.config.json');
const story: Source = { format: 'markdown', slug: 'story', file: 'en/story.md', dialect: 'md' };
const paths: EditionPaths = { source: story, locale: 'es', file: 'es/story.md', recordFile: 'es/story.xlf' };

/** Answers at once, in capitals. @param answer stands between: it may throw, or do something else meanwhile */
function capitals(answer: (job: Job) => void = () => {}): Queue {
  return {
    name: 'capitals',
    translate: async ({ texts }) => texts.map((text) => text.toUpperCase()),
    submit: async (job) => {
      answer(job);
      return { text: job.text.toUpperCase(), engine: 'capitals', receipt: `receipt of ${job.text}`, characters: job.text.length };
    },
    ready: async () => {},
    knows: () => false,
    usage: { requests: 0, characters: 0, cost: 0, maybeBilled: 0 },
  } as Queue;
}

/** A newsroom of one article whose files are in memory. */
function newsroom(text: string, { glossary = undefined as string | undefined, exists = false } = {}) {
  const files = new Map([[story.file, text]]);
  const log: string[] = [];
  const desk: Desk = {
    locale: 'es',
    settings: { config },
    glossary: glossaryOf(glossary, 'es/glossary.csv', 'en'),
    recordFormat: xliffFormat,
    checks: [],
    exists: () => exists,
  };
  const disk: Disk = {
    settings: desk.settings,
    deskFor: () => desk,
    editionPaths: () => paths,
    readSource: ({ file }) => files.get(file) as string,
    read: () => ({ record: files.get(paths.recordFile), localized: files.get(paths.file) }),
    formerOf: () => undefined,
    write: async ({ texts, record, edition }) => {
      if (files.get(paths.recordFile) !== texts.record || files.get(paths.file) !== texts.localized) return false;
      for (const one of [record, edition]) {
        if (one === undefined || files.get(one.path) === one.text) continue;
        files.set(one.path, one.text);
        log.push(one.path);
      }
      return true;
    },
  };
  const run = async (queue: Queue = capitals()) => {
    log.length = 0;
    const events: Event[] = [];
    const summary = await translateEditions(
      {
        disk,
        queueFor: () => queue,
        usage: () => queue.usage,
        recorded: (receipts) => log.push(...receipts),
        freshness: { look: () => () => log.push('fresh') },
      },
      {
        survey: { stale: [{ source: story, locales: ['es'] }], passed: [], articles: 0 },
        signal: new AbortController().signal,
        onEvent: (event) => events.push(event),
      },
    );
    return { summary, log: [...log], events };
  };
  const open = () => {
    const article = readSource(desk.settings, story, files.get(story.file) as string, ['es']).get('es') as Article;
    return openEdition(paths, article, disk.read(paths), desk);
  };
  return { files, run, open, desk };
}

test('record first, then the edition, then the journal is told, and what has nothing left to do is known as fresh', async () => {
  const { run } = newsroom('One sentence here.\n');
  expect((await run()).log).toEqual([paths.recordFile, paths.file, 'receipt of One sentence here.', 'fresh']);
  expect((await run()).log).toEqual(['fresh']);
});

test('after a text that the engine refused nothing is known as fresh: the next run asks again', async () => {
  const { run, files } = newsroom('One sentence here.\n\nAnother one there.\n');
  const refusing = capitals(({ text }) => {
    if (text.startsWith('Another')) throw new EngineError('invalid', 'No such language');
  });
  const { log, summary, events } = await run(refusing);
  expect(log).toEqual([paths.recordFile, paths.file, 'receipt of One sentence here.']);
  expect(summary.segments).toMatchObject({ translated: 1, pending: 1 });
  expect(events).toContainEqual(expect.objectContaining({ type: 'finding', check: 'engine' }));
  expect(files.get(paths.file)).toBe('ONE SENTENCE HERE.\n\nAnother one there.\n');
  expect((await run()).log).toEqual([paths.recordFile, paths.file, 'receipt of Another one there.', 'fresh']);
});

test('where the sending ends early the localized file stays as it was, the record keeps what was paid for, and nothing is fresh', async () => {
  const { run, files } = newsroom('One sentence here.\n\nAnother one there.\n');
  const stopping = capitals(({ text }) => {
    if (text.startsWith('Another')) throw new EngineError('budget', 'The budget is used up');
  });
  const { log, summary } = await run(stopping);
  expect(log).toEqual([paths.recordFile, 'receipt of One sentence here.']);
  expect(summary.failures).toMatchObject([{ reason: 'budget', slug: 'story', locale: 'es' }]);
  expect(files.has(paths.file)).toBe(false);
  expect((await run()).summary.segments).toMatchObject({ recalled: 1, translated: 1, pending: 0 });
});

test("what a person saves in the edition while the engine works is theirs, and the engine's answer for it is left out", async () => {
  const { run, files, open } = newsroom('One sentence here.\n');
  await run();
  files.set(story.file, 'One sentence here.\n\nAnother one there.\n');
  const saving = capitals(() => files.set(paths.file, 'Una frase aquí.\n'));
  await run(saving);
  expect(files.get(paths.file)).toBe('Una frase aquí.\n\nANOTHER ONE THERE.\n');
  expect([...open().edition.targets.values()].map(({ state }) => state)).toEqual(['reviewed', 'machine']);
});

test('a waiver dies with the target that it was given for', async () => {
  const { run, files, open } = newsroom('One sentence here.\n');
  await run();
  const record = xliffFormat.read(files.get(paths.recordFile) as string, paths.recordFile);
  const waivers = [{ check: 'numbers', reason: 'as said' }];
  const waived = record.blocks.map((block) => ({ ...block, segments: block.segments.map((segment) => ({ ...segment, waivers })) }));
  files.set(paths.recordFile, xliffFormat.write({ ...record, blocks: waived }));
  const ofRecord = () => open().record.blocks.flatMap(({ segments }) => segments.map((segment) => segment.waivers));
  files.set(story.file, 'One sentence here.\n\nAnother one there.\n');
  await run();
  expect(ofRecord()).toEqual([waivers, undefined]);
  files.set(paths.file, 'Una frase aquí.\n\nANOTHER ONE THERE.\n');
  await run();
  expect(ofRecord()).toEqual([undefined, undefined]);
});

test('an edition is held to preferred terms, and not to admitted ones', async () => {
  const csv = 'source,target,status\nsentence,frase,preferred\nhere,acá,admitted\n';
  const { desk, open } = newsroom('One sentence here.\n', { glossary: csv });
  const [segment] = open().pending;
  if (segment === undefined) throw new Error('nothing to translate');
  expect(desk.glossary.terms).toHaveLength(2);
  expect(desk.glossary.touching(segment)).toEqual([{ source: 'sentence', target: 'frase' }]);
});

test('one answer to whether an edition is up to date', async () => {
  const { run, files, open, desk } = newsroom('One sentence here.\n\nAnother one there.\n');
  const state = () => statusOf(open(), desk).state;
  expect(state()).toBe('missing');
  await run();
  expect(state()).toBe('fresh');
  files.set(story.file, 'One sentence here.\n\nAnother one elsewhere.\n');
  expect(state()).toBe('stale');
  files.delete(paths.recordFile);
  expect(state()).toBe('hand-made');
});

test('an edition of which every target is valid is stale where a setting would write its file otherwise', async () => {
  const { run, open, desk } = newsroom('---\ntitle: One\n---\n\nOne sentence here.\n');
  await run();
  const other = parseConfig(
    { sourceLocale: 'en', targetLocales: ['es'], engine: 'capitals', frontMatter: { set: { lang: '{locale}' } } },
    'dragoman.config.json',
  );
  expect(statusOf(open(), desk).state).toBe('fresh');
  expect(statusOf(open(), { ...desk, settings: { config: other } })).toMatchObject({ state: 'stale', reasons: [{ why: 'file' }] });
});

test('an edition is held to the longer of two terms, and not to the one within it', () => {
  const csv = 'source,target\nUnited Nations,Naciones Unidas\nNations,naciones\n';
  const { desk, open } = newsroom('The United Nations met.\n', { glossary: csv });
  const [segment] = open().pending;
  if (segment === undefined) throw new Error('nothing to translate');
  expect(desk.glossary.touching(segment)).toEqual([{ source: 'United Nations', target: 'Naciones Unidas' }]);
});
