/**
 * The bars of people's edits: random changes of the source, in articles of whose sentences a person has changed three in
 * ten. What a person wrote for a sentence that still stands is alive, only what is new or changed is sent, and the rest is the
 * same bytes.
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toFragment, words } from '../../src/text.ts';
import { type Run, read, recordIn, run } from '../support/newsroom.ts';
import { ntrexArticles } from '../support/ntrex.ts';
import { type Random, random } from '../support/random.ts';

/** Of each article, of which there are at least six: more than a hundred in all, and few enough that some of what people wrote still stands. */
const EDITS = 25;
const PEOPLE = 0.3;

const own = globSync(join(import.meta.dirname, '../../articles/en/*.md')).sort();
const articles: [string, string][] = [
  ...own.map((file): [string, string] => [file.slice(file.lastIndexOf('/') + 1), readFileSync(file, 'utf8')]),
  ...[...(ntrexArticles('en', 6) ?? [])],
];

interface Written {
  /** The source's words and marks. */
  readonly source: string;
  /** What the person wrote, verbatim in the edition. */
  readonly text: string;
}

/** A person changes three sentences in ten, where they stand in the edition in one piece. */
function peopleEdit(source: string, desk: Run, dice: Random): { desk: Run; written: Written[] } {
  let { edition } = desk;
  const written: Written[] = [];
  for (const { segments } of recordIn(desk).blocks)
    for (const segment of segments) {
      const piece = segment.target?.text.find((one) => typeof one === 'string' && one.trim().length > 12);
      if (typeof piece !== 'string' || !dice.chance(PEOPLE) || edition.split(piece).length !== 2) continue;
      const at = piece.lastIndexOf(' ');
      const text = `${piece.slice(0, at)} corregido${written.length}${piece.slice(at)}`;
      edition = edition.replace(piece, text);
      written.push({ source: toFragment(segment.source), text });
    }
  return { desk: run(source, { ...desk, edition }), written };
}

/** Paragraphs of the body that can be changed, moved or taken out without breaking what is around them. */
function paragraphs(source: string): string[] {
  return source.split('\n\n');
}
const isProse = (chunk: string) => /^[A-Z"“][^|<]{30,}$/.test(chunk) && !chunk.includes('\n') && !/^\[\^/.test(chunk);

function change(source: string, dice: Random, count: number): string {
  const chunks = paragraphs(source);
  const prose = chunks.flatMap((chunk, at) => (isProse(chunk) ? [at] : []));
  const at = dice.one(prose);
  const chunk = chunks[at] as string;
  const spaces = [...chunk.matchAll(/(?<=[a-z]{3}) (?=[a-z]{3})/g)].map((match) => match.index);
  const kinds = prose.length < 4 ? ['word', 'sentence', 'insert'] : ['word', 'sentence', 'insert', 'move', 'delete'];
  switch (dice.one(kinds)) {
    case 'word': {
      const space = spaces.length === 0 ? chunk.indexOf(' ') : dice.one(spaces);
      chunks[at] = `${chunk.slice(0, space)} changed${chunk.slice(space)}`;
      break;
    }
    case 'sentence':
      chunks[at] = `${chunk} Sentence number ${count} is entirely new here.`;
      break;
    case 'insert':
      chunks.splice(at, 0, `Paragraph number ${count} was put in. It says something of its own kind.`);
      break;
    case 'move': {
      chunks.splice(at, 1);
      const others = chunks.flatMap((one, place) => (isProse(one) ? [place] : []));
      chunks.splice(dice.one(others), 0, chunk);
      break;
    }
    default:
      chunks.splice(at, 1);
  }
  return chunks.join('\n\n');
}

const sentencesOf = (source: string) => read(source, 'en').blocks.flatMap((block) => block.segments);

test.each(articles)('%s', (name, first) => {
  const dice = random([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
  const started = peopleEdit(first, run(first), dice);
  let { desk } = started;
  let source = first;
  const alive = new Map(started.written.map((one) => [one.source, one.text]));
  let sent = 0;
  let changed = 0;
  for (let count = 0; count < EDITS; count++) {
    const now = change(source, dice, count);
    const before = new Set(sentencesOf(source).map((segment) => toFragment(segment.text)));
    const fresh = sentencesOf(now).filter((segment) => !before.has(toFragment(segment.text)));
    const old = desk;
    desk = run(now, old);
    sent += desk.sent.join('').length;
    changed += fresh.reduce((sum, segment) => sum + words(segment.text).length, 0);
    const standing = new Set(sentencesOf(now).map((segment) => toFragment(segment.text)));
    for (const one of alive.keys()) if (!standing.has(one)) alive.delete(one);
    for (const text of alive.values()) expect(desk.edition).toContain(text);
    expect(unlike(source, old.edition, now, desk.edition)).toEqual([]);
    source = now;
  }
  expect(run(source, desk)).toMatchObject({ edition: desk.edition, record: desk.record, sent: [] });
  expect(sent).toBeLessThanOrEqual(changed * 1.02);
  expect(alive.size).toBeGreaterThan(0);
});

/** Paragraphs whose source stood and whose edition is other bytes. */
function unlike(before: string, oldEdition: string, after: string, newEdition: string): string[] {
  const sides = (source: string, edition: string) => {
    const [chunks, others] = [paragraphs(source), paragraphs(edition)];
    expect(others).toHaveLength(chunks.length);
    return new Map(chunks.map((chunk, at) => [chunk, others[at] as string]));
  };
  const old = sides(before, oldEdition);
  return [...sides(after, newEdition)].flatMap(([chunk, text]) => (old.has(chunk) && old.get(chunk) !== text ? [text] : []));
}
