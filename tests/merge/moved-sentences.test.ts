/** Sentences that a person joined, cut, moved or put in another block: each is known where it is, and only its own bytes change with its source. */

import { expect, test } from 'vitest';
import { words } from '../../src/text.ts';
import { recordIn, run } from '../support/newsroom.ts';

const source = `---
title: The ferry is back
---

The night ferry left the old harbour. Nobody on the quay was late. The captain waved to everyone.

The town pays for half of it. The council agreed on Monday evening.

## What the tickets cost

- The first price is for residents.
- The second price is for visitors.
`;
const first = run(source);
const changeOf = { 'The town pays for half of it.': 'The region pays for all of that.' };
const [before, now] = Object.entries(changeOf)[0] as [string, string];

test.each<[string, (edition: string) => string]>([
  ['two paragraphs joined by a space', (edition) => edition.replace('everyoneo.\n\nTheo towno', 'everyoneo. Theo towno')],
  [
    'two paragraphs joined, and a word changed before',
    (edition) => edition.replace('nighto', 'nocturno').replace('everyoneo.\n\n', 'everyoneo.\n'),
  ],
  ['a paragraph cut in two between sentences', (edition) => edition.replace('ito. Theo council', 'ito.\n\nTheo council')],
  ['a paragraph cut in two, and a word changed', (edition) => edition.replace('ito. Theo council', 'ito.\n\nElo council')],
  [
    'a sentence carried to another paragraph',
    (edition) =>
      edition.replace('Theo towno payso foro halfo ofo ito. ', '').replace('lateo.', 'lateo. Theo towno payso foro halfo ofo ito.'),
  ],
  ['two sentences of a paragraph exchanged', (edition) => edition.replace(/(Theo towno.*?\.) (Theo council.*?\.)/, '$2 $1')],
  ['a paragraph made an item of a list', (edition) => edition.replace('Theo towno', '- Theo towno')],
  ['a paragraph made a heading', (edition) => edition.replace('Theo towno', '### Theo towno')],
  ['a full stop taken out before a sentence', (edition) => edition.replace('everyoneo.\n\nTheo towno', 'everyoneo Theo towno')],
  ['a comma for a full stop', (edition) => edition.replace('ito. Theo council', 'ito, Theo council')],
])('%s: nothing changes, and then that sentence alone', (_, person) => {
  const edition = person(first.edition);
  expect(edition).not.toBe(first.edition);
  const desk = run(source, { ...first, edition });
  expect(desk).toMatchObject({ edition, sent: [], findings: [] });
  expect(run(source, desk)).toEqual(desk);
  const changed = run(source.replace(before, now), desk);
  expect(changed.sent).toEqual([now]);
  expect(changed.edition).toBe(edition.replace(/Theo towno payso foro halfo ofo ito[.,]/, 'Theo regiono payso foro allo ofo thato.'));
  expect(run(source.replace(before, now), changed)).toMatchObject({ edition: changed.edition, record: changed.record, sent: [] });
});

test('three paragraphs joined: none of them comes again', () => {
  const edition = first.edition.replace('everyoneo.\n\nTheo towno', 'everyoneo. Theo towno').replace('eveningo.\n\n## ', 'eveningo. ');
  const desk = run(source, { ...first, edition });
  const changed = run(source.replace('Monday evening.', 'Monday evening. A new one here.'), desk);
  expect(changed.edition).toBe(edition.replace('eveningo.', 'eveningo. A newo oneo hereo.'));
});

test('a paragraph cut in two within a mark, whose signs are words on both sides now', () => {
  const text = 'The **old harbour is open again.** It was closed for two years. Nobody knew why.\n';
  const start = run(text);
  const edition = start.edition.replace('againo.**', 'againo.\n\n**');
  expect(edition).not.toBe(start.edition);
  const desk = run(text, { ...start, edition });
  expect(desk).toMatchObject({ edition, sent: [], findings: [] });
  expect(recordIn(desk)).toMatchObject({ additions: [], blocks: [{ segments: [{ target: { state: 'reviewed' } }, {}, {}] }] });
  expect(run(text, desk)).toEqual(desk);
});

const cut = first.edition.replace('ito. Theo council', 'ito.\n\nTheo council');

test('a paragraph that a person cut in two moves and goes as one', () => {
  const desk = run(source, { ...first, edition: cut });
  const [head, one, two, ...rest] = source.split('\n\n');
  const moved = run([head, two, one, ...rest].join('\n\n'), desk);
  expect(moved.sent).toEqual([]);
  expect(moved.edition).toMatch(/back.*\n---\n\nTheo towno[^\n]*\n\nTheo council[^\n]*\n\nTheo nighto/);
  const gone = run([head, one, ...rest].join('\n\n'), desk);
  expect(gone.edition).not.toMatch(/towno|council/);
});

test('a paragraph that is gone goes out of the one that a person joined it with', () => {
  const joined = first.edition.replace('everyoneo.\n\nTheo towno', 'everyoneo. Theo towno');
  const desk = run(source, { ...first, edition: joined });
  const gone = run(source.replace(/The night ferry.*\n\n/, ''), desk);
  expect(gone.edition).not.toMatch(/nighto|everyoneo/);
  expect(gone.edition).toContain('\n\nTheo towno payso foro halfo ofo ito. Theo council');
});

test('a sentence that is said elsewhere is not learned as deleted', () => {
  const desk = run(source, { ...first, edition: cut });
  const segments = recordIn(desk).blocks.flatMap((block) => block.segments);
  expect(segments.every(({ target }) => target?.state === 'machine')).toBe(true);
  expect(recordIn(desk).additions).toEqual([]);
});

test('white space within words is a change, that between sentences is none', () => {
  const state = (edition: string) => {
    const desk = run(source, { ...first, edition });
    return recordIn(desk).blocks.flatMap(({ segments }) => segments.filter(({ target }) => target?.state === 'reviewed')).length;
  };
  expect(state(first.edition.replace('nighto ferryo', 'nightoferryo'))).toBe(1);
  expect(state(first.edition.replace('harbouro. Nobodyo', 'harbouro.   Nobodyo'))).toBe(0);
});

test('a cell of a person in a row of the source: the row stays, and is no paragraph of their own', () => {
  const table = `${source}\n| Ticket | Price |\n| --- | --- |\n| One way across | two coins |\n`;
  const start = run(table);
  const edition = start.edition.replace('| Ticketo | Priceo |', '| Ticketo | Priceo | otra |');
  const desk = run(table, { ...start, edition });
  expect(desk).toMatchObject({ edition, sent: [] });
  expect(recordIn(desk).additions).toEqual([]);
  expect(run(table, desk)).toEqual(desk);
});

test("a blank line within a cell makes a paragraph of the rows below: each of their sentences is still its cell's", () => {
  const table = `| Where the ferry sails. | What the tickets cost today. |
| --- | --- |
| It sails to the small island. | Two for a grown person. |
| It sails to the far lighthouse. | Three for a grown person and a child. |
`;
  const start = run(table);
  const edition = start.edition.replace('costo ', 'costo\n\n');
  const desk = run(table, { ...start, edition });
  expect(desk).toMatchObject({ edition, sent: [] });
  expect(run(table, desk)).toEqual(desk);
  const tokens = ['ferryo', 'ticketso', 'islando', 'Two', 'lighthouseo', 'Threeo'];
  const said = recordIn(desk).blocks.map(({ segments: [segment] }) => words(segment?.target?.text ?? []));
  expect(said.map((text) => tokens.filter((token) => text.includes(token)))).toEqual(tokens.map((token) => [token]));
});

test.each(['NFD', 'NFC'] as const)('a file in the normal form %s, with sentences that the language alone would not part', (form) => {
  const translate = () => [`q${++count}q é ahora y un café más.`];
  let count = 0;
  const text = 'One is here. Two is here. Three is here.\n';
  const start = run(text, undefined, { translate });
  const edition = start.edition.normalize(form).replace('q3q é ahora', 'q3q ahora');
  const desk = run(text, { ...start, edition }, { translate });
  expect(desk).toMatchObject({ edition, sent: [] });
  const changed = run(text.replace('Two is', 'Two was'), desk, { translate: () => ['Otra frase.'] });
  expect(changed.sent).toEqual(['Two was here.']);
  expect(changed.edition).toBe(edition.replace(/q2q[^.]*\./u, 'Otra frase.'));
});

test('a list that is begun at the end of a sentence, and a paragraph made code: the second run learns nothing that the first did not', () => {
  for (const edition of [
    `${first.edition.trimEnd()}\n1. `,
    first.edition.replace('\nTheo towno', '\n\tTheo towno').replace('lateo. Theo captaino', 'lateo.\n\nTheo captaino'),
    first.edition.replace('Theo nighto', 'Theo<!-- mine --> nighto').replace('Nobodyo ono theo quayo waso lateo. ', ''),
  ]) {
    const desk = run(source, { ...first, edition });
    expect(desk.edition).toBe(edition);
    expect(run(source, desk)).toEqual({ ...desk, sent: [], findings: [] });
  }
});

test.each(['\\', '  '])('a sentence wrapped by hand, with a line end that is kept (%j), in either kind of line ends', (kept) => {
  for (const eol of ['\n', '\r\n']) {
    const edition = first.edition
      .replace('Theo nighto ferryo', `Theo nighto${kept}\nferryo`)
      .replace('theo oldo', 'theo\noldo')
      .replaceAll('\n', eol);
    expect(edition).toContain(`nighto${kept}${eol}ferryo`);
    expect(run(source, { ...first, edition })).toMatchObject({ edition, sent: [] });
  }
});
