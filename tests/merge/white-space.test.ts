/** White space of the source that means nothing: whatever its author's editor or formatter does to it, no byte of an edition changes. */

import { expect, test } from 'vitest';
import { layoutOf, shortSum } from '../../src/markdown/layout.ts';
import { type Run, read, run } from '../support/newsroom.ts';

const source = `---
title: "The harbour: a walk"
description: Everything that an article may hold.
tags: [sea, town]
author:
  name: Ana
  mail: ana@example.org
links:
  - /one
  - /two # the other
---

The **old harbour** is open again after years. It was closed for *two long years*, as [the council](/council) said.
Nobody knew why.

Set in one line
and another one
---------------

## What it costs {#costs}

| Ticket | Price |
| :----- | ----: |
| One way | 2 |
| Return from the island | See [the list](/list). |

1. First walk to the quay.
2. Then ask for the captain. She is never late.
   - She wears a red hat.

     A paragraph within the item.
3. Board the ship.

* Loose one here.

* Loose two here.

> The sea was calm. We saw nothing.
> And there was no wind.

- [x] Tickets were bought
- [ ] The boat was painted

\`\`\`js
// How long it takes
const minutes = 40;
\`\`\`

<div class="note" title="A note for readers">
  <p>The museum opens <b>on Monday</b>.</p>
  <img src="/img/museum-en.png" alt="The museum from the sea">
</div>

{{< figure src="/img/quay.png" alt="The quay" >}}

<!-- a comment of the desk -->

![The port at dawn](/img/port-en.png)

A line with a hard break\\
goes on here. See [the report][report].

***

:::note
The stairs are wet. Hold the rail.
:::

The last words of all[^1].

[report]: /report.pdf "The whole report"

[^1]: By the harbour office. Twice.
`;

/** Lines that are neither code, front matter nor blank. */
const lines = (change: (line: string, at: number, all: readonly string[]) => string) => (text: string) => {
  let isCode = false;
  let dashes = 0;
  return text
    .split('\n')
    .map((line, at, all) => {
      if (line === '---') dashes++;
      if (line.startsWith('```')) isCode = !isCode;
      return dashes < 2 || line === '---' || (isCode && !line.startsWith('```')) || line === '' ? line : change(line, at, all);
    })
    .join('\n');
};
const atBlockEnds = (end: string) =>
  lines((line, at, all) => (/^(?:$|[-*|=]|\d\.|\[|```)/.test((all[at + 1] ?? '').trimStart()) ? line + end : line));

const MEANINGLESS: Readonly<Record<string, (text: string) => string>> = {
  'a space at the ends of lines': lines((line) => (line.endsWith('\\') ? line : `${line} `)),
  'a tab at the ends of lines': lines((line) => (line.endsWith('\\') ? line : `${line}\t`)),
  'spaces at the ends of blocks': atBlockEnds('   '),
  'spaces in blank lines': (text) => text.replace(/(?<=\n)\n(?!```)/g, '  \n').replace('---\n  \n', '---\n\n'),
  'two blank lines for one': (text) => text.replace(/\n\n/g, '\n\n\n'),
  'three blank lines below the front matter': (text) => text.replace('---\n\nThe', '---\n\n\n\nThe'),
  'lines wrapped': lines((line) => (/^[A-Z]/.test(line) ? line.replace(/^(.{20,40}) (?=[a-z])/, '$1\n') : line)),
  'lines joined': (text) =>
    text.replace('said.\nNobody', 'said. Nobody').replace('nothing.\n> And', 'nothing. And').replace('line\nand', 'line and'),
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'no final line end': (text) => text.trimEnd(),
  'blank lines at the end': (text) => `${text}\n\n`,
  'markers of lists padded': (text) =>
    text
      .replace(/^([12]\.) (?=[A-Z])/gm, '$1  ')
      .replace('   - She', '    -  She')
      .replace('     A paragraph', '       A paragraph')
      .replace(/^([-*]) (?=[A-Z[])/gm, '$1   '),
  'nested lists indented': (text) => text.replace('   - She', '     - She').replace('     A paragraph', '       A paragraph'),
  'paragraphs indented': lines((line) => (/^(?:[A-Z]|##|>|\*\*\*|!)/.test(line) ? ` ${line}` : line)),
  'tables aligned': (text) =>
    text
      .replace('| Ticket |', '| Ticket                 |')
      .replace('| :----- |', '| :--------------------- |')
      .replace('| One way |', '| One way                |')
      .replace('| Price |', '|                  Price |')
      .replace('| ----: |', '| ---------------------: |')
      .replace('| 2 |', '|                      2 |'),
  'tables squeezed': (text) => text.replace(/^\|.*$/gm, (row) => row.replace(/ *\| */g, '|')),
  'short dashes below a heading of a table': (text) => text.replace('| :----- | ----: |', '|:-|-:|'),
  'marks of quotes without a space': (text) => text.replace(/^> /gm, '>'),
  'marks of headings padded': (text) => text.replace('## What', '##   What').replace('costs {', 'costs   {'),
  'underlines of another length': (text) => text.replace('---------------', '---'),
  'HTML indented': (text) => text.replace(/^ {2}(?=<)/gm, '      '),
  'a definition padded': (text) => text.replace('[report]: ', '[report]:    ').replace('[^1]: ', '[^1]:   '),
  'boxes of tasks padded': (text) => text.replace(/\] (Tickets|The boat)/g, ']  $1'),
  'front matter padded': (text) =>
    text
      .replace('title: ', 'title:   ')
      .replace('tags: ', 'tags:  ')
      .replace('hold.', 'hold.  ')
      .replace(/^ {2}(?=name|mail)/gm, '    ')
      .replace(/^ {2}- \//gm, '- /')
      .replace(' # the', '   # the'),
  'a list of front matter padded': (text) => text.replace('[sea, town]', '[ sea,  town ]'),
};

const first = run(source);
const PERSONS: Readonly<Record<string, (edition: string) => string>> = {
  'nobody touched': (edition) => edition,
  'a person wrapped': lines((line) => (/^[A-Z*]/.test(line) ? line.replace(/^(.{12,30}) (?=[a-z])/, '$1\n') : line)),
  'a person corrected': (edition) =>
    edition
      .replace('Nobodyo', 'Nadie')
      .replace('porto', 'puerto')
      .replace('port-en', 'port-es')
      .replace('Firsto', 'Uno')
      .replace('calmo', 'calma')
      .replace('stairso', 'escaleras'),
};

for (const [whose, change] of Object.entries(PERSONS)) {
  const there = change(first.edition);
  const learned = run(source, { ...first, edition: there });
  test.each(Object.entries(MEANINGLESS))(`an edition that ${whose}: %s`, (_, spaced) => {
    const now = spaced(source);
    expect(now).not.toBe(source);
    const after = run(now, learned);
    expect(after.edition).toBe(there);
    expect(after.sent).toEqual([]);
    expect(after.findings).toEqual([]);
    const settled: Run = run(now, after);
    expect(settled).toEqual(after);
    const changed = run(now.replace('never', 'always'), after, { translate: () => ['Nueva frase.'] });
    expect(changed.edition).toBe(there.replace(/Sheo iso nevero lateo\.|Sheo iso\nnevero lateo\./, 'Nueva frase.'));
    // And back again.
    expect(run(source, after).edition).toBe(there);
  });
}

const list = '- First item here.\n\n  A paragraph of it.\n- Second item here.\n';
test.each<[string, string, string, string]>([
  [
    'lines of the source go below an item that has another width in the edition',
    list,
    '-   First item here.\n\n    A paragraph of it.\n\n    ```sh\n    go\n    ```\n\n    One more of it.\n-   Second item here.\n',
    '- Firsto itemo hereo.\n\n  A paragrapho ofo ito.\n\n  ```sh\n  go\n  ```\n\n  Oneo moreo ofo ito.\n- Secondo itemo hereo.\n',
  ],
  [
    'lines of the edition go with the marker that its author has changed',
    list,
    list.replace('- First', '1.  First').replace('  A par', '    A par').replace('- Second', '2.  Second'),
    '1.  Firsto itemo hereo.\n\n    A paragrapho ofo ito.\n2.  Secondo itemo hereo.\n',
  ],
  [
    'a paragraph that is of an outer item now, since the inner one has a wider marker',
    '1. First item here.\n   - Inner item here.\n\n     A paragraph of it.\n',
    '1. First item here.\n   -   Inner item here.\n\n     A paragraph of it.\n',
    '1. Firsto itemo hereo.\n   - Innero itemo hereo.\n\n   A paragrapho ofo ito.\n',
  ],
  [
    'code keeps what it is indented by',
    '```sh\ngo\n  on\n```\n\nSome words here.\n\n    code\n',
    '```sh\ngo\n    on\n```\n\nSome words here.\n\n      code\n',
    '```sh\ngo\n    on\n```\n\nSomeo wordso hereo.\n\n      code\n',
  ],
  [
    'a paragraph that has left its list leaves it in the edition',
    list,
    list.replace('  A paragraph of it.', 'A paragraph of it.'),
    '- Firsto itemo hereo.\n\nA paragrapho ofo ito.\n- Secondo itemo hereo.\n',
  ],
  [
    'a list that is loose now',
    '- First item here.\n- Second item here.\n',
    '- First item here.\n\n- Second item here.\n',
    '- Firsto itemo hereo.\n\n- Secondo itemo hereo.\n',
  ],
  [
    'lines that break now',
    '![](a.png)\n![](b.png)\n\nWords here.\n',
    '![](a.png)  \n![](b.png)\n\nWords here.\n',
    '![](a.png)  \n![](b.png)\n\nWordso hereo.\n',
  ],
])('white space that means something: %s', (_, before, now, edition) => {
  const after = run(now, run(before));
  expect(after.edition).toBe(edition);
  expect(run(now, after)).toEqual({ ...after, sent: [] });
});

test('a record that knows the sums of all bytes is good as it is', () => {
  const spaced = source.replace('## What', '##  What').replace(/^- \[/gm, '-   [').replace('[sea, town]', '[ sea, town ]');
  const now = run(spaced);
  const all = layoutOf(read(spaced, 'en')).items.reduce((record, { plain, sum }) => record.replaceAll(plain, sum), now.record);
  const old = { ...now, record: all.replace(shortSum('[sea, town]'), shortSum('[ sea, town ]')) };
  expect(old.record).toContain(shortSum('[ sea, town ]'));
  expect(old.record).toContain(layoutOf(read(spaced, 'en')).items.find(({ plain, sum }) => plain !== sum)?.sum);
  expect(run(spaced, old)).toEqual({ ...old, sent: [] });
  expect(run(spaced.replace('never', 'always'), old, { translate: () => ['Nueva frase.'] }).edition).toBe(
    now.edition.replace('Sheo iso nevero lateo.', 'Nueva frase.'),
  );
});
