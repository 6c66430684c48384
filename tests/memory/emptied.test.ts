/** A file that has lost all its text is refused: an editor or a full disk did it more often than a person who means it. */

import { expect, test } from 'vitest';
import { absorb } from '../../src/memory/absorb.ts';
import { read, recordIn, run } from '../support/newsroom.ts';

const source = `---
title: The ferry is back
tags: [sea]
---

The night ferry is back. Nobody was late.
`;
const first = run(source);
const front = first.edition.slice(0, first.edition.indexOf('\n---\n') + 5);
test.each([
  ['without a byte', '', 'an empty file'],
  ['of white space', '\uFEFF \r\n\t\n', 'an empty file'],
  ['of front matter alone', front, 'front matter alone'],
  ["of a person's front matter alone", `${front.replace('tags:', 'slug: mio\ntags:')}\n\n`, 'front matter alone'],
])('an emptied edition, %s, is refused: neither removed sentences nor a missing file', (_, edition, got) => {
  expect(() => run(source, { ...first, edition })).toThrow(expect.objectContaining({ message: 'es/story.md: emptied', got }));
});

test('what is left of an edition is read: one sentence, or front matter where the source has no more', () => {
  const left = `${front}\nTheo nighto ferryo iso backo.\n`;
  expect(run(source, { ...first, edition: left })).toMatchObject({ edition: left, findings: [], sent: [] });
  const bare = '---\ntitle: The ferry\n---\n';
  const edition = '---\ntitle: El ferri\n---\n';
  expect(run(bare, { ...run(bare), edition }).edition).toBe(edition);
});

test.each([
  ['of nothing', '', 'an empty file'],
  ['without a sentence', first.record.replace(/<body>[\s\S]*<\/body>/, '<body/>'), 'a record without a sentence'],
])("an emptied record, %s, is refused: its edition is no person's own addition", (_, record, got) => {
  expect(() => run(source, { ...first, record })).toThrow(expect.objectContaining({ message: 'es/story.xlf: emptied', got }));
});

test('nothing is taken in of an emptied file', () => {
  const record = recordIn(first);
  for (const text of ['\n \n', front]) expect(absorb(record, read(text, 'es'), 'es/story.md')).toEqual({ record, findings: [], edits: 0 });
});
