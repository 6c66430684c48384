import { describe, expect, it } from 'vitest';
import type { Article, Target } from '../../src/article.ts';
import { contextsOf } from '../../src/edition/text-context.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { cutText } from '../../src/sentences.ts';
import { words } from '../../src/text.ts';
import { type Chatted, startChat, translations } from '../support/llm.ts';
import { ntrexArticles } from '../support/ntrex.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const read = (text: string): Article => readArticle(text, { slug: 'flood', locale: 'en', cut: cutText });

const article = read(`---
title: Flood in Bonn
description: The Rhine rose.
---

It rained.

## The *first* day

The river rose. Nobody came.

> We left.

![A boat](boat.jpg) lay there.

| Place | Depth |
|---|---|
| Bonn | deep |

- Sand came.
`);

const every = article.blocks.flatMap((block) => block.segments.map((segment) => ({ block, segment })));
const contextOf = contextsOf(article, new Map());
const context = (text: string) => {
  const found = every.find(({ segment }) => words(segment.text) === text);
  if (found === undefined) throw new Error(`no segment ${text}`);
  return contextOf(found.segment, found.block);
};

describe('the context of a text', () => {
  it('is the headline, and a window of sentences across paragraphs', () => {
    expect(context('The river rose.')).toEqual({
      article: 'flood',
      index: 4,
      title: 'Flood in Bonn',
      before: 'The Rhine rose. It rained. The first day',
      after: 'Nobody came. We left.',
    });
  });

  it('has no headline for the headline itself', () => {
    expect(context('Flood in Bonn')).toMatchObject({ role: 'headline', index: 0, after: 'The Rhine rose. It rained.' });
    expect(context('Flood in Bonn')).not.toHaveProperty('title');
    expect(context('Flood in Bonn')).not.toHaveProperty('before');
  });

  it.each([
    ['The Rhine rose.', 'summary'],
    ['The first day', 'heading'],
    ['We left.', 'quotation'],
    ['Bonn', 'table cell'],
    ['Sand came.', 'list item'],
    ['A boat', 'description of an image'],
    ['It rained.', undefined],
  ])('says of %s that it is a %s', (text, role) => expect(context(text).role).toBe(role));

  it('reads a text within a sentence with that sentence, and skips it as a neighbour', () => {
    expect(context('A boat')).toMatchObject({ before: expect.stringMatching(/We left\.\s+lay there\.$/), after: 'Place Depth' });
    expect(context('A boat')).not.toHaveProperty('index');
    expect(context('We left.').after).not.toContain('A boat');
  });

  it('is short where sentences are long', () => {
    const long = read(`# T\n\n${['a', 'b', 'c', 'd'].map((word) => `${word} `.repeat(250).trim()).join('.\n\n')}.\n`);
    const blocks = long.blocks.flatMap((block) => block.segments.map((segment) => ({ block, segment })));
    const last = blocks.at(-1);
    if (last === undefined) throw new Error('empty');
    expect(contextsOf(long, new Map())(last.segment, last.block).before).toMatch(/^c [c ]+\.$/);
  });

  it('has the sentences of the edition next to it, as far as they are there', () => {
    const target = (text: string): Target => ({ text: [text], state: 'machine', origin: { by: 'engine' }, terms: [] });
    const targets = new Map(every.map(({ segment }) => [segment.id, target(words(segment.text).toUpperCase())]));
    const find = (text: string) => every.find(({ segment }) => words(segment.text) === text) as (typeof every)[number];
    const { segment, block } = find('Nobody came.');
    targets.delete(segment.id);
    expect(contextsOf(article, targets)(segment, block)).toMatchObject({
      translatedBefore: 'THE FIRST DAY THE RIVER ROSE.',
      translatedAfter: expect.stringMatching(/^WE LEFT\./),
    });
    targets.delete(find('The river rose.').segment.id);
    expect(contextsOf(article, targets)(segment, block)).not.toHaveProperty('translatedBefore');
  });

  it('keeps the strings of an interface apart', () => {
    const block = { ...(article.blocks[2] as (typeof article.blocks)[number]), kind: 'string' as const };
    expect(contextsOf({ ...article, blocks: [block, ...article.blocks] }, new Map())(block.segments[0] as never, block)).not.toHaveProperty(
      'after',
    );
  });
});

it('at least 95 % of the segments of news carry neighbours, and every single changed one the edition around it', ({ skip }) => {
  const articles = ntrexArticles('en', 123) ?? skip();
  let all = 0;
  let carrying = 0;
  let withEdition = 0;
  const target = (): Target => ({ text: ['Eso.'], state: 'machine', origin: { by: 'engine' }, terms: [] });
  for (const [slug, text] of articles) {
    const one = readArticle(text, { slug, locale: 'en', cut: cutText });
    // A text's own target is not in its window, so this is each of them changed alone.
    const of = contextsOf(one, new Map(one.blocks.flatMap((block) => block.segments.map(({ id }) => [id, target()]))));
    for (const block of one.blocks)
      for (const segment of block.segments) {
        const { before, after, translatedBefore, translatedAfter } = of(segment, block);
        all++;
        if (before !== undefined || after !== undefined) carrying++;
        if (translatedBefore !== undefined || translatedAfter !== undefined) withEdition++;
      }
  }
  expect(all).toBeGreaterThan(900);
  expect(carrying / all).toBeGreaterThanOrEqual(0.95);
  expect(withEdition).toBe(all);
});

describe('through the command line, to a language model', () => {
  const open = async (files: Readonly<Record<string, string>>, model = (asked: Chatted) => translations(asked)) => {
    const asked: Chatted[] = [];
    const chat = await startChat((one) => {
      asked.push(one);
      return model(one);
    });
    const config = { engine: 'llm', engines: { llm: { model: 'm', baseUrl: chat.url, textsPerRequest: 50 } } };
    return { ...checkout(files, config), chat, asked };
  };

  it('a single changed sentence goes out with the sentences of the edition around it', async () => {
    const text = (middle: string) => `---\ntitle: Flood\n---\n\nIt rained all day.\n\n${middle}\n\nThe mayor went home.\n`;
    const { run, write, chat, asked } = await open({ 'articles/en/a.md': text('The river rose.') });
    expect((await run('translate')).code).toBe(0);
    expect(asked.map(({ texts }) => texts.length)).toEqual([4]);
    write('articles/en/a.md', text('The river fell.'));
    await run('translate');
    expect(asked[1]).toEqual({
      title: 'Flood',
      texts: [
        {
          id: '1',
          before: 'Flood It rained all day.',
          after: 'The mayor went home.',
          translatedBefore: 'Floodê Itê rainedê allê dayê.',
          translatedAfter: 'Theê mayorê wentê homeê.',
          text: 'The river fell.',
        },
      ],
    });
    await chat.stop();
  });

  it('a draft that lacks a term and a number is mended in a turn of its own', async () => {
    const model = (asked: Chatted) =>
      JSON.stringify({
        translations: asked.texts.map(({ id, draft }) => ({
          id,
          text: draft === undefined ? 'El cese duró días.' : 'La tregua duró 45 días.',
        })),
      });
    const {
      run,
      read: file,
      chat,
      asked,
    } = await open(
      { 'articles/en/a.md': 'The truce lasted 45 days.\n', 'locales/es/glossary.csv': 'source,target,kind\ntruce,tregua,term\n' },
      model,
    );
    await run('translate');
    expect(file('articles/es/a.md')).toBe('La tregua duró 45 días.\n');
    expect(asked.map(({ texts }) => texts[0])).toMatchObject([
      { id: '1', text: 'The truce lasted 45 days.' },
      { draft: 'El cese duró días.', lacks: ['"truce" must be "tregua", inflected as the sentence needs', 'the number 45'] },
    ]);
    // Nothing is left to do, and nothing is paid again.
    await run('translate');
    expect(asked).toHaveLength(2);
    await chat.stop();
  });

  it('a dry run says that tokens are paid', async () => {
    const { run, read: file, write, chat, asked } = await open({ 'articles/en/a.md': 'The river rose.\n' });
    expect((await run('translate', '--dry-run', '--json')).summary.engine).toMatchObject({ characters: 15, estimate: 'tokens' });
    expect((await run('translate', '--dry-run')).stdout).toContain('no price of the model is known');
    const { engines, ...config } = JSON.parse(file('dragoman.config.json')) as { engines: { llm: object } };
    write('dragoman.config.json', JSON.stringify({ ...config, engines: { llm: { ...engines.llm, prices: { input: 1, output: 5 } } } }));
    expect((await run('translate', '--dry-run')).stdout).toMatch(/15 characters in 0 requests, about \$0\.0000\d+; tokens are paid/);
    expect(asked).toEqual([]);
    await chat.stop();
  });
});
