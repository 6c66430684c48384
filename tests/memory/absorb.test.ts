import { expect, test } from 'vitest';
import { xliffFormat } from '../../src/formats/xliff.ts';
import { absorb } from '../../src/memory/absorb.ts';
import { recall } from '../../src/memory/recall.ts';
import { recordAhead } from '../../src/memory/renew.ts';
import { type Run, read, recordIn, run } from '../support/newsroom.ts';

const source = `---
title: The ferry is back
tags: [sea]
---

The night ferry is back. On Monday the *Grey Heron* left the quay with [many people](/people "All of them"). Nobody was late.

![The ferry at the quay](/ferry.jpg)

## What it costs

| Ticket | Price |
| --- | --- |
| One way | two |

- First point here.
- Second point here.

The town pays the rest. It is not much money. The council agreed.
`;

const first = run(source);
/** A person changes the edition; then Dragoman runs. */
function edit(change: (edition: string) => string, desk: Run = first): Run {
  const edition = change(desk.edition);
  if (edition === desk.edition) throw new Error('the edit changed nothing');
  return run(source, { ...desk, edition });
}
const reviewed = (desk: Run) =>
  recordIn(desk)
    .blocks.flatMap((block) => block.segments)
    .filter((segment) => segment.target?.state === 'reviewed')
    .map((segment) => [
      segment.source.map((piece) => (typeof piece === 'string' ? piece : '')).join(''),
      segment.target?.text.map((piece) => (typeof piece === 'string' ? piece : `{${piece.id}}`)).join(''),
    ]);

test('an edition that nobody changed holds no edits, even read anew', () => {
  const again = run(source, { ...first, record: first.record });
  expect(again.sent).toEqual([]);
  expect(again.record).toBe(first.record);
  expect(again.edition).toBe(first.edition);
});

test.each<[string, (edition: string) => string, [string, string][]]>([
  [
    'a word',
    (edition) => edition.replace('nighto ferryo', 'nocturno ferryo'),
    [['The night ferry is back.', 'Theo nocturno ferryo iso backo.']],
  ],
  [
    'the title',
    (edition) => edition.replace('title: Theo ferryo iso backo', 'title: Vuelve el ferri'),
    [['The ferry is back', 'Vuelve el ferri']],
  ],
  ['a cell', (edition) => edition.replace('Oneo wayo', 'Ida'), [['One way', 'Ida']]],
  ['an alt text', (edition) => edition.replace('![Theo ferryo ato theo quayo]', '![El ferri]'), [['The ferry at the quay', 'El ferri']]],
  [
    'words within marks',
    (edition) => edition.replace('*Greyo Herono*', '*Garza Gris*'),
    [
      [
        'On Monday the Grey Heron left the quay with many people.',
        'On Mondayo theo {1}Garza Gris{1} lefto theo quayo witho {2}manyo peopleo{2}.',
      ],
    ],
  ],
  [
    'the order of marks',
    (edition) =>
      edition.replace(
        'theo *Greyo Herono* lefto theo quayo witho [manyo peopleo](/people "Allo ofo themo")',
        '[manyo peopleo](/people "Allo ofo themo") ano *Greyo Herono*',
      ),
    [['On Monday the Grey Heron left the quay with many people.', 'On Mondayo {2}manyo peopleo{2} ano {1}Greyo Herono{1}.']],
  ],
  [
    'two sentences merged',
    (edition) => edition.replace('resto. It', 'resto, ando it'),
    [
      ['The town pays the rest.', 'Theo towno payso theo resto, ando it iso noto mucho moneyo.'],
      ['It is not much money.', ''],
    ],
  ],
  [
    'one sentence split',
    (edition) => edition.replace('Theo towno payso theo resto.', 'Theo towno payso. Theo resto too.'),
    [['The town pays the rest.', 'Theo towno payso. Theo resto too.']],
  ],
  ['a sentence deleted', (edition) => edition.replace(' It iso noto mucho moneyo.', ''), [['It is not much money.', '']]],
  [
    'a sentence added',
    (edition) => edition.replace('moneyo. ', 'moneyo. Esta frase es nueva. '),
    [['It is not much money.', 'It iso noto mucho moneyo. Esta frase es nueva.']],
  ],
  [
    'a paragraph deleted',
    (edition) => edition.replace(/\nTheo nighto.*\n/, ''),
    [
      ['The night ferry is back.', ''],
      ['On Monday the Grey Heron left the quay with many people.', ''],
      ['Nobody was late.', ''],
    ],
  ],
  [
    'a paragraph rewritten',
    (edition) => edition.replace(/Theo towno.*/, 'Otra cosa muy distinta.'),
    [
      ['The town pays the rest.', ''],
      ['It is not much money.', 'Otra cosa muy distinta.'],
      ['The council agreed.', ''],
    ],
  ],
  [
    'a special character',
    (edition) => edition.replace('Firsto pointo hereo.', 'El primero & <b>fuerte</b>: 5 < 6.'),
    [['First point here.', 'El primero & {1}fuerte{1}: 5 < 6.']],
  ],
])('%s is taken as reviewed, and the file stays as the person wrote it', (_, change, expected) => {
  const desk = edit(change);
  expect(reviewed(desk)).toEqual(expected);
  expect(desk.edition).toBe(change(first.edition));
  expect(desk.sent).toEqual([]);
  const again = run(source, desk);
  expect(again).toEqual({ ...desk, sent: [], findings: [] });
});

test("a changed URL is the person's", () => {
  const desk = edit((edition) => edition.replace('/people', '/es/gente'));
  expect(desk.edition).toContain('](/es/gente "Allo ofo themo")');
  expect(run(source.replace('Nobody', 'No one'), desk).edition).toContain('](/es/gente "Allo ofo themo")');
});

test.each([
  ['a paragraph', '\nUn párrafo propio. Con dos frases.\n'],
  ['a paragraph with a code block and a list', '\nMiren:\n\n```sh\ncosto\n```\n\n- uno\n- dos\n'],
  ['a heading', '\n## Título propio\n'],
  ['a code block', '\n```sh\necho 1\n\necho 2\n```\n'],
  ['a rule and an image', '\n***\n\n![](/otra.jpg)\n'],
])("%s of a person's own stays where it was", (_, own) => {
  const place = '## Whato ito costso\n';
  const change = (edition: string) => edition.replace(place, `${own.slice(1)}\n${place}`);
  const desk = edit(change);
  expect(recordIn(desk).additions.length).toBeGreaterThan(0);
  expect(desk.edition).toBe(change(first.edition));
  expect(run(source, desk)).toEqual({ ...desk, sent: [], findings: [] });
  const moved = run(source.replace('Nobody was late.', 'Nobody was late. A new sentence.'), desk);
  expect(moved.sent).toEqual(['A new sentence.']);
  expect(moved.edition).toContain(`${own}\n## Whato`);
});

test("a person's own paragraph changed and deleted again", () => {
  const desk = edit((edition) => edition.replace('## Whato', 'Mío.\n\n## Whato'));
  const changed = edit((edition) => edition.replace('Mío.', 'Nuestro.'), desk);
  expect(recordIn(changed).additions.map((one) => one.markdown)).toEqual(['Nuestro.']);
  const deleted = edit((edition) => edition.replace('Nuestro.\n\n', ''), changed);
  expect(deleted.edition).toBe(first.edition);
  expect(recordIn(deleted).additions).toEqual([]);
});

test('edits of several kinds at once, in an edition whose source changed too', () => {
  const edition = first.edition.replace('nighto', 'nocturno').replace(' It iso noto mucho moneyo.', '').replace('Firsto', 'Primer');
  const desk = run(
    source.replace('Nobody was late.', 'Everyone was on time.').replace('## What it costs', 'A new paragraph.\n\n## What it costs'),
    { ...first, edition },
  );
  expect(desk.sent).toEqual(['Everyone was on time.', 'A new paragraph.']);
  for (const part of ['nocturno', 'Primer', 'Everyoneo waso', 'resto. Theo council']) expect(desk.edition).toContain(part);
});

test('changed in the record and in the edition: the edition wins and the person is told', () => {
  const record = first.record.replace('>Theo nighto ferryo iso backo.', '>Desde el registro.');
  expect(run(source, { ...first, record }).edition).toContain('Desde el registro.');
  const otherSentence = run(source, { record, edition: first.edition.replace('Nobodyo', 'Nadie') });
  expect(otherSentence.edition).toContain('Desde el registro. ');
  expect(otherSentence.edition).toContain('Nadie waso');
  expect(otherSentence.findings).toEqual([]);
  const both = run(source, { record, edition: first.edition.replace('Theo nighto', 'Desde la edición') });
  expect(both.edition).toContain('Desde la edición ferryo');
  expect(both.findings).toHaveLength(1);
});

test('an unsettled merge is refused with its line', () => {
  const edition = `${first.edition}\n<<<<<<< HEAD\nUno.\n=======\nDos.\n>>>>>>> other\n`;
  expect(() => run(source, { ...first, edition })).toThrow(/story\.md:\d+: an unsettled merge/);
});

test("a run that ended early: what it translated is kept, and its old text in the file is not taken for a person's", () => {
  const now = source.replace('Nobody was late.', 'Everyone was on time.').replace('It is not much money. ', '');
  const article = read(now, 'en');
  const recorded = recordIn(first);
  const edition = first.edition.replace('nighto', 'nocturno');
  const shown = absorb(recorded, read(edition, 'es'), 'story.md').record;
  const targets = recall(article, shown, { terms: () => [] });
  const pending = article.blocks.flatMap((block) => block.segments).find((segment) => !targets.has(segment.id));
  targets.set(pending?.id ?? '', { text: ['A tiempo.'], state: 'machine', origin: { by: 'engine' }, terms: [] });
  const ahead = recordAhead({ article, locale: 'es', targets }, shown);
  const desk = run(now, { edition: edition.replace('Firsto', 'Primer'), record: xliffFormat.write(ahead) });
  expect(desk.sent).toEqual([]);
  expect(reviewed(desk)).toEqual([
    ['The night ferry is back.', 'Theo nocturno ferryo iso backo.'],
    ['First point here.', 'Primer pointo hereo.'],
  ]);
  expect(desk.edition).toContain('A tiempo.');
  expect(recordIn(desk).retired).toEqual([]);
});

test.each<[string, (edition: string) => string]>([
  ['front matter', (edition) => edition.replace('tags: [sea]', 'tags: [mar]')],
  ['a key of its own', (edition) => edition.replace('tags:', 'slug: el-ferri\ntags:')],
  ["a heading's level", (edition) => edition.replace('## Whato', '### Whato')],
  ['an image', (edition) => edition.replace('/ferry.jpg', '/ferri.jpg')],
  ['wrapped lines', (edition) => edition.replace('backo. On', 'backo.\nOn')],
  ['another mark of emphasis', (edition) => edition.replace('*Greyo Herono*', '_Greyo Herono_')],
  ['a row of other spaces', (edition) => edition.replace('| Oneo wayo | twoo |', '|  Oneo wayo |  twoo  |')],
  ['line ends', (edition) => edition.replaceAll('\n', '\r\n')],
])("what is not words is the person's too: %s", (_, change) => {
  const desk = edit(change);
  expect(desk.edition).toBe(change(first.edition));
  expect(desk.findings).toEqual([]);
  expect(desk.sent).toEqual([]);
  const now = run(source.replace('Nobody was late.', 'Everyone was on time.'), desk);
  expect(now.edition).toBe(desk.edition.replace('Nobodyo waso lateo.', 'Everyoneo waso ono timeo.'));
});

test('of equal sentences each keeps what a person made of it', () => {
  const twice = '# Talk\n\nYes. It rains today.\n\nYes. The sun shines.\n';
  const start = run(twice);
  const edited = run(twice, { ...start, edition: start.edition.replace('Yeso. Theo suno', 'Claro. Theo suno') });
  expect(edited.edition).toBe('# Talko\n\nYeso. It rainso todayo.\n\nClaro. Theo suno shineso.\n');
  const moved = run('# Talk\n\nYes. The sun shines.\n\nA new one here.\n\nYes. It rains today.\n', edited);
  expect(moved.sent).toEqual(['A new one here.']);
  expect(moved.edition).toBe('# Talko\n\nClaro. Theo suno shineso.\n\nA newo oneo hereo.\n\nYeso. It rainso todayo.\n');
});
