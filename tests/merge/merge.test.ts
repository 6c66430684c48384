/** What the author of the source changed is carried into the edition's file; what a person changed there stays. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Run, run } from '../support/newsroom.ts';

const source = `---
title: The ferry is back
tags: [sea]
image: /port-en.png
---

The night ferry is back. Nobody was late.

\`\`\`js
go(1);
\`\`\`

## What it costs

- First point here.
- Second point here.

The town pays the rest. It is not much money.
`;
const first = run(source);
const edited = (change: (edition: string) => string, now: string, left: Run = first) =>
  run(now, { ...left, edition: change(left.edition) });
const same = (edition: string) => edition;

test.each<[string, (edition: string) => string, (source: string) => string, string, string]>([
  ['a value that no person changed', same, (text) => text.replace('[sea]', '[sea, town]'), 'tags: [sea, town]', 'tags: [sea]\n'],
  [
    'a new key beside one of the edition',
    (text) => text.replace('tags:', 'slug: mio\ntags:'),
    (text) => text.replace('tags:', 'draft: true\ntags:'),
    'draft: true',
    '?',
  ],
  [
    'a key that is gone',
    (text) => text.replace('tags:', 'slug: mio\ntags:'),
    (text) => text.replace('image: /port-en.png\n', ''),
    'slug: mio',
    'image',
  ],
  ['code', (text) => text.replace('## Whato', '### Whato'), (text) => text.replace('go(1)', 'go(2)'), 'go(2)', 'go(1)'],
  [
    'a list of another kind',
    (text) => text.replace('backo. ', 'backo.\n'),
    (text) => text.replaceAll('\n- ', '\n1. '),
    '\n1. Firsto',
    '\n- ',
  ],
  [
    'a new block',
    (text) => text.replace('go(1)', 'ir(1)'),
    (text) => text.replace('## What', '![Port](/p.png)\n\n## What'),
    '![Porto](/p.png)\n\n## Whato',
    '?',
  ],
  [
    'a block that is gone',
    (text) => text.replace('go(1)', 'ir(1)'),
    (text) => text.replace('- First point here.\n', ''),
    'ir(1)',
    'Firsto',
  ],
])('the author changed %s', (_, person, author, has, hasNot) => {
  const { edition, findings } = edited(person, author(source));
  expect(edition).toContain(has);
  expect(edition).not.toContain(hasNot);
  expect(findings).toEqual([]);
});

test.each<[string, (edition: string) => string, (source: string) => string, string]>([
  ['a key', (text) => text.replace('port-en', 'port-es'), (text) => text.replace('port-en', 'harbour-en'), 'harbour-en'],
  ['code', (text) => text.replace('go(1);', 'go(1); // uno'), (text) => text.replace('go(1)', 'go(2)'), 'go(2)'],
  ['a heading', (text) => text.replace('## Whato', '### Whato'), (text) => text.replace('## What', '# What'), '# Whato'],
])('both changed %s: it stays as the edition has it, and the finding shows the source', (_, person, author, shows) => {
  const desk = edited(person, author(source));
  expect(desk.edition).toBe(person(first.edition));
  expect(desk.findings).toHaveLength(1);
  expect(desk.findings[0]).toContain(shows);
  expect(run(author(source), desk)).toMatchObject({ edition: desk.edition, findings: [], sent: [] });
});

test('a file that nobody touched is what a new one would be', () => {
  for (const now of [
    source.replace('Nobody was late.', 'All were late.'),
    source.replace('## What it costs\n\n', ''),
    source.replace('The night', 'A new one.\n\nThe night').replace('sea', 'see'),
    source.replace(/(The night[^\n]*)\n\n([\s\S]*)(The town[^\n]*)\n/, '$3\n\n$2$1\n'),
  ])
    expect(run(now, first).edition).toBe(run(now).edition);
});

test.each<[string, (edition: string) => string, (source: string) => string, string]>([
  [
    'stars',
    (text) => text.replaceAll('\n- ', '\n* '),
    (text) => text.replace('point here.\n\nThe', 'point here.\n- Third one.\n\nThe'),
    '\n* Secondo pointo hereo.\n* Thirdo oneo.\n',
  ],
  [
    'the first',
    (text) => text.replaceAll('\n- ', '\n+ '),
    (text) => text.replace('- First', '- New one.\n- First'),
    '\n+ Newo oneo.\n+ Firsto',
  ],
  [
    'below one of them',
    (text) => text.replaceAll('\n- ', '\n* '),
    (text) => text.replace('- Second', '  - Inner one.\n- Second'),
    '\n* Firsto pointo hereo.\n  - Innero oneo.\n* Secondo',
  ],
  [
    'numbers where the author makes them',
    (text) => text.replaceAll('\n- ', '\n* '),
    (text) => text.replace('point here.\n\nThe', 'point here.\n1. Third one.\n\nThe'),
    '\n* Secondo pointo hereo.\n1. Thirdo oneo.\n',
  ],
])('an item that the author adds has the sign that a person gave its list: %s', (_, person, author, has) => {
  expect(edited(person, author(source)).edition).toContain(has);
});

const table = (...rows: string[]) => [rows[0], '| --- | --- |', ...rows.slice(1)].join('\n');

test.each<[string, string, string]>([
  [
    'a row is gone of two tables with a row in common',
    `${table('| Port | Boat |', '| Quay | Yes |')}\n\n${table('| Quay | Yes |')}\n\nThe end of it.\n`,
    `${table('| Quay | Yes |')}\n\nThe end of it.\n`,
  ],
  [
    'the first of two tables with the same head becomes code',
    `${table('| Port | Total |', '| Quay | Boat |')}\n\n${table('| Port | Total |', '| Total | Ferry |')}\n`,
    `\`\`\`\n${table('| Port | Total |', '| Quay | Boat |')}\n\`\`\`\n\n${table('| Port | Total |', '| Total | Ferry |')}\n`,
  ],
  [
    'a cell says what another one says',
    `${table('| Port | Yes |', '| Quay | Boat |')}\n`,
    `${table('| Port | Yes |', '| Quay | Yes |')}\n`,
  ],
  [
    'the columns of a row change places',
    `${table('| Port | Boat |', '| Quay | Ferry |')}\n`,
    `${table('| Boat | Port |', '| Ferry | Quay |')}\n`,
  ],
  ['cells go on by one place', `${table('| Port | Boat |', '| Quay | Ferry |')}\n`, `${table('| Boat | Quay |', '| Ferry | Yes |')}\n`],
  [
    'a row has cells of what was no table',
    '<div>Port here</div>\n\n| Quay | Yes |\n| --- | --- |\n',
    `${table('| Boat | Ferry |', '| Port here | Quay |', '| Total | Yes |')}\n`,
  ],
])('rows of a table stay whole: %s', (_, then, now) => {
  expect(run(now, run(then)).edition).toBe(run(now).edition);
});

test.each<[string, (edition: string) => string, string]>([
  [
    "a person's alignment, a column more",
    (text) => text.replace('| --- | --- |', '|:--|--:|'),
    '| Boato | Porto | Flago |\n| --- | --- | --- |',
  ],
  ["a person's head, a column more", (text) => text.replace('| Boato | Porto |', 'Boato | Porto'), 'Boato | Porto\n| --- | --- |\n'],
])('the rule below a head has as many columns, whoever changed which: %s', (_, person, head) => {
  const wide = '| Boat | Port | Flag |\n| --- | --- | --- |\n| Anna | Bergen | Norway |\n';
  const { edition, findings } = edited(person, wide, run(`${table('| Boat | Port |', '| Anna | Bergen |')}\n`));
  expect([edition.startsWith(head), findings.length]).toEqual([true, 1]);
});

test('a row that its person has given another form stays, and what its author did to its cells is shown', () => {
  const then = `${table('| Port | Boat |', '| Quay | Ferry |')}\n`;
  const { edition, findings } = edited(
    (text) => text.replace('| Quayo |', '| Quayo  mío | |'),
    then.replace('Quay | Ferry', 'Ferry | Quay'),
    run(then),
  );
  expect(edition).toContain('| Quayo  mío | |');
  expect(findings).toEqual([expect.stringContaining('| Ferryo | Quayo')]);
});

test('a record of 0.1, which knows no lines: what a person changed stays', () => {
  const old = first.record.replace(/ dragoman:(?:lines|before|after)="[^"]*"/g, '').replace(/ *<dragoman:front [^\n]*\n/g, '');
  const person = first.edition.replace('tags: [sea]', 'tags: [mar]\nslug: mio').replace('## Whato', '### Whato');
  const desk = run(source, { edition: person, record: old });
  expect(desk.edition).toBe(person);
  expect(run(source.replace('[sea]', '[sea, town]'), desk).edition).toBe(person);
});

test('records are the same for both kinds of line ends', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const html = `${source}\nA line with a break\\\nhere, <b\nclass="x">bold</b>.\n`;
  expect(run(crlf(html)).record).toBe(run(html).record);
  const own = run(html).edition.replace('## Whato', 'Mío.\n\n```sh\na\n```\n\n## Whato');
  expect(run(crlf(html), { ...run(html), edition: crlf(own) }).record).toBe(run(html, { ...run(html), edition: own }).record);
});

test('sentences touch in Japanese and are set apart in English', () => {
  const translate = () => ['終わりました。'];
  expect(run('It is over. Nobody was hurt.\n', undefined, { to: 'ja', translate }).edition).toBe('終わりました。終わりました。\n');
});

test('two branches that changed other sentences merge by git alone', () => {
  const ours = edited((text) => text.replace('nighto', 'nocturno'), source);
  const theirs = edited(
    (text) => text.replace('Nobodyo', 'Nadie').replace('Secondo', 'Segundo'),
    source.replace('It is not much money.', 'It is cheap.'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-merge-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  execFileSync('git', ['merge-file', file('ours', ours.record), file('base', first.record), file('theirs', theirs.record)]);
  const record = readFileSync(join(folder, 'ours'), 'utf8');
  rmSync(folder, { recursive: true });
  for (const word of ['nocturno', 'Nadie', 'Segundo', 'cheap']) expect(record).toContain(word);
});
