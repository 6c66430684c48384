/** `secondOpinion`: machine sentences are ranked by what a second engine makes of them; nothing else of a run changes. */

import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';

/** Says what the first one says but for sentences about the moon; keeps what it was asked; fails where a file tells it to. */
const SECOND = `
import { appendFileSync, existsSync } from 'node:fs';
const here = (name) => new URL('./' + name, import.meta.url);
const up = (text) => text.replace(/(<[^>]*>|&[a-z]+;)|[^<&]+/g, (part, kept) => kept ?? part.toUpperCase());
export default {
  name: 'second',
  pricePerMillionCharacters: existsSync(here('paid')) ? 20 : undefined,
  translate: async ({ texts }) => {
    appendFileSync(here('second.ndjson'), JSON.stringify(texts) + '\\n');
    if (existsSync(here('down'))) throw Object.assign(new Error('no service today'), { status: 402 });
    return texts.map((text) => up(text).replace(/THE MOON.*/, 'QUITE ANOTHER THING'));
  },
};
`;

const ENGINES = { capitals: { module: './engine.mjs' }, second: { module: './second.mjs' } };
const ARTICLE = 'The sun was up.\n\nThe moon is made of cheese.\n\nThe wind blew.\n';
const ranksIn = (record: string) => [...record.matchAll(/dragoman:rank="(\d+)"/g)].map(([, rank]) => Number(rank));

function project(config: Readonly<Record<string, unknown>> = {}, files: Readonly<Record<string, string>> = {}) {
  const one = checkout(
    { 'articles/en/a.md': ARTICLE, 'second.mjs': SECOND, ...files },
    { engines: ENGINES, secondOpinion: 'second', ...config },
  );
  const record = () => one.read('locales/es/articles/a.xlf');
  const asked = () =>
    existsSync(join(one.root, 'second.ndjson'))
      ? one
          .read('second.ndjson')
          .trim()
          .split('\n')
          .flatMap((line) => JSON.parse(line) as string[])
      : [];
  return { ...one, record, asked };
}

test('every machine sentence has a rank, in the record alone; the next run asks and writes nothing', async () => {
  const { run, root, read, record, asked, sent, modified } = project();
  const first = await run('translate', '--json');
  expect(first.code).toBe(0);
  expect(first.summary).toMatchObject({ engine: { characters: 56 }, secondOpinion: { requests: 1, characters: 56, cost: 0 } });
  const [sun, moon, wind] = ranksIn(record()) as [number, number, number];
  expect([sun, wind]).toEqual([0, 0]);
  expect(moon).toBeGreaterThan(40);
  expect(read('articles/es/a.md')).toBe(ARTICLE.toUpperCase());
  expect(asked()).toHaveLength(3);

  const [bytes, time] = [record(), modified('locales/es/articles/a.xlf')];
  // Without the caches: what the record says is enough.
  rmSync(join(root, '.dragoman'), { recursive: true });
  expect((await run('translate', '--json')).summary).toMatchObject({ files: { written: 0 } });
  expect([record(), modified('locales/es/articles/a.xlf')]).toEqual([bytes, time]);
  expect(asked()).toHaveLength(3);
  expect(sent()).toHaveLength(3);
});

test('status and check list what to look at first, offline; what a person has read or changed drops out', async () => {
  const { run, read, write, record } = project();
  await run('translate');
  write('down', '');
  const status = await run('status', '--json');
  const [look] = status.events.filter(({ type }) => type === 'lookFirst');
  expect(look).toMatchObject({
    type: 'lookFirst',
    rank: expect.any(Number),
    slug: 'a',
    locale: 'es',
    segment: expect.any(String),
    file: 'articles/es/a.md',
    line: 3,
    column: 1,
    source: 'The moon is made of cheese.',
    target: 'THE MOON IS MADE OF CHEESE.',
  });
  expect(status.events.filter(({ type }) => type === 'lookFirst')).toHaveLength(1);
  expect((await run('check', '--json')).events).toContainEqual(look);
  expect((await run('check')).stdout).toMatch(/Look at these first.*\narticles\/es\/a\.md:3:1 {2}\d+\n {4}The moon is made of cheese\./);
  expect((await run('status', '--first', '0')).stdout).not.toContain('Look at these');
  expect((await run('status', '--first', 'many')).code).toBe(2);

  // Read: the rank stays in the record, so that taking the review back is exact.
  const before = record();
  await run('review', 'a', '--to', 'es', '--segment', String(look?.segment));
  expect((await run('status', '--json')).events.filter(({ type }) => type === 'lookFirst')).toEqual([]);
  await run('review', 'a', '--to', 'es', '--segment', String(look?.segment), '--undo');
  expect(record()).toBe(before);
  // Changed: it says nothing of the person's text.
  write('articles/es/a.md', read('articles/es/a.md').replace('CHEESE', 'ROCK'));
  await run('translate');
  expect(ranksIn(record())).toEqual([0, 0]);
  expect((await run('check', '--json')).events.filter(({ type }) => type === 'lookFirst')).toEqual([]);
});

test('sentences from before there was a second engine get their ranks; only changed ones are asked again', async () => {
  const { run, write, read, record, asked, sent } = project({ secondOpinion: undefined });
  await run('translate');
  expect(ranksIn(record())).toEqual([]);
  const edition = read('articles/es/a.md');
  const config = JSON.parse(read('dragoman.config.json')) as object;
  write('dragoman.config.json', JSON.stringify({ ...config, secondOpinion: 'second' }));
  expect((await run('status', '--json')).summary).toMatchObject({ fresh: 1 });
  expect((await run('translate', '--json')).summary).toMatchObject({ engine: { characters: 0 }, files: { written: 1 } });
  expect(ranksIn(record())).toHaveLength(3);
  expect(read('articles/es/a.md')).toBe(edition);
  expect(sent()).toHaveLength(3);
  write('articles/en/a.md', ARTICLE.replace('The wind blew.', 'The wind rose.'));
  await run('translate');
  expect(asked().slice(3)).toEqual(['The wind rose.']);
  expect(ranksIn(record())).toHaveLength(3);
});

test('an engine that fails gives no rank and no error: one warning, and the next run asks again', async () => {
  const { run, write, root, read, record } = project({}, { down: '', 'articles/en/b.md': 'The rain came.\n' });
  const failed = await run('translate');
  expect(failed.code).toBe(0);
  expect(failed.stderr.match(/No second opinion: /g)).toHaveLength(1);
  expect(failed.stderr).toContain('no service today');
  expect(read('articles/es/a.md')).toBe(ARTICLE.toUpperCase());
  expect(ranksIn(record())).toEqual([]);
  rmSync(join(root, 'down'));
  expect((await run('translate', '--json')).summary).toMatchObject({ engine: { characters: 0 } });
  expect(ranksIn(record())).toHaveLength(3);
  // Where it cannot even be opened, likewise.
  write('second.mjs', 'export default 7;');
  write('articles/en/a.md', `${ARTICLE}\nIt rained.\n`);
  const unopened = await run('translate');
  expect(unopened.code).toBe(0);
  expect(unopened.stderr.match(/No second opinion: /g)).toHaveLength(1);
  expect(ranksIn(record())).toHaveLength(3);
});

test('two branches that change different sentences merge by plain git, ranks and all', async () => {
  const { run, root, write, record } = project({}, { '.gitignore': '.dragoman\n*.ndjson\n' });
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root });
  const commit = async (text: string) => {
    write('articles/en/a.md', text);
    await run('translate');
    git('add', '-A');
    git('commit', '-qm', 'one');
  };
  git('init', '-qb', 'main');
  await commit(ARTICLE);
  git('checkout', '-qb', 'other');
  await commit(ARTICLE.replace('The sun was up.', 'The sun was red.'));
  git('checkout', '-q', 'main');
  await commit(ARTICLE.replace('The wind blew.', 'The wind rose.'));
  git('merge', '-q', '--no-edit', 'other');
  expect(ranksIn(record())).toHaveLength(3);
  expect((await run('translate', '--json')).summary).toMatchObject({ engine: { characters: 0 }, files: { written: 0 } });
});

test('a name that is no engine is a mistake', async () => {
  const { run } = project({ secondOpinion: 'secnd' });
  const { code, stderr } = await run('translate');
  expect(code).toBe(2);
  expect(stderr).toContain('"secondOpinion" names no engine');
});

test('sentences of the second engine itself are not compared with themselves', async () => {
  const { run, asked, record } = project({ engine: 'second' });
  await run('translate');
  expect(asked()).toHaveLength(3);
  expect(ranksIn(record())).toEqual([]);
});

test('a paid one is foreseen, counted by the ledger and held to the budget', async () => {
  const { run, asked, record } = project({}, { paid: '' });
  const foreseen = (await run('translate', '--dry-run', '--json')).summary;
  expect(foreseen).toMatchObject({ engine: { characters: 56, cost: 0 }, secondOpinion: { requests: 0, characters: 56, cost: 0.00112 } });
  expect(asked()).toEqual([]);
  // What is left of the budget is enough for one of the three.
  const { summary, code } = await run('translate', '--json', '--max-characters', '75');
  expect([code, summary.engine.characters, summary.secondOpinion.characters]).toEqual([0, 56, 15]);
  expect(ranksIn(record())).toHaveLength(1);
  expect((await run('translate', '--json')).summary.secondOpinion).toEqual({ requests: 1, characters: 41, cost: 0.00082 });
  expect((await run('cost')).stdout).toMatch(/second\s+2\s+56/);
  expect(ranksIn(record())).toHaveLength(3);
});

test('a term that is put right by rule leaves a sentence as doubtful as it was', async () => {
  const { run, record, write, asked } = project({}, { 'locales/es/glossary.csv': 'source,target\nmoon,MOON\n' });
  await run('translate');
  const ranks = ranksIn(record());
  write('locales/es/glossary.csv', 'source,target\nmoon,LUNA\n');
  await run('translate');
  expect(record()).toContain('THE LUNA IS MADE OF CHEESE.');
  expect(ranksIn(record())).toEqual(ranks);
  expect(asked()).toHaveLength(3);
});
