/** Between sentences there is what the target's language writes, wherever the sentences are. */

import { expect, test } from 'vitest';
import type { Target } from '../../src/article.ts';
import { gapBetween } from '../../src/language/sentence-gap.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { words } from '../../src/text.ts';

test.each([
  [' ', 'en', 'ja', ''],
  ['', 'ja', 'en', ' '],
  ['', 'zh-Hant', 'de', ' '],
  [' ', 'es', 'yue', ''],
  ['', 'ja', 'zh', ''],
  [' ', 'en', 'th', ' '],
  [' ', 'en', 'ko', ' '],
  ['', 'ja', 'th', ' '],
  ['  ', 'en', 'es', '  '],
  ['\n', 'en', 'ja', '\n'],
  ['', 'en', 'es', ''],
])('%j from %s to %s is %j', (gap, from, to, expected) => {
  expect(gapBetween(gap, from, to)).toBe(expected);
});

const ENGLISH = ['The port is closed.', 'Nobody was hurt.'];
const JAPANESE = ['港は閉鎖されました。', '負傷者はいません。'];

/** The sentences that a table names get their translation; the others stay as the author wrote them. */
function edition(source: string, from: string, to: string, table: ReadonlyMap<string, string>): string {
  const article = readArticle(source, { slug: 'story', locale: from, frontMatter: ['title', 'lead'] });
  const targets = new Map(
    article.blocks.flatMap(({ segments }) =>
      segments.flatMap(({ id, text }): [string, Target][] => {
        const said = table.get(words(text).trim());
        const translated = text.map((piece) => (typeof piece === 'string' && said !== undefined ? said : piece));
        return said === undefined ? [] : [[id, { text: translated, state: 'machine', origin: { by: 'engine' }, terms: [] }]];
      }),
    ),
  );
  return writeEdition({ article, locale: to, targets });
}

const [a, b] = ENGLISH as [string, string];
const [x, y] = JAPANESE as [string, string];

test.each<[string, string, string]>([
  ['a paragraph', `${a} ${b}\n`, `${x}${y}\n`],
  ['emphasis around the second', `${a} *${b}*\n`, `${x}*${y}*\n`],
  ['a list and a quotation', `- ${a} ${b}\n\n> ${a} ${b}\n`, `- ${x}${y}\n\n> ${x}${y}\n`],
  [
    'cells of a table',
    `| ${a} ${b} | c |\n| --- | --- |\n| ${b} | ${a} ${b} |\n`,
    `| ${x}${y} | c |\n| --- | --- |\n| ${y} | ${x}${y} |\n`,
  ],
  ['an alt text', `![${a} ${b}](p.png)\n`, `![${x}${y}](p.png)\n`],
  ['HTML', `<p>${a} ${b}</p>\n`, `<p>${x}${y}</p>\n`],
  ['a plain value', `---\ntitle: ${a} ${b}\n---\n\n${b}\n`, `---\ntitle: ${x}${y}\n---\n\n${y}\n`],
  ['a quoted value', `---\ntitle: "${a} ${b}"\n---\n\n${b}\n`, `---\ntitle: "${x}${y}"\n---\n\n${y}\n`],
  ['a folded value', `---\nlead: >\n  ${a} ${b}\n---\n\n${b}\n`, `---\nlead: >\n  ${x}${y}\n---\n\n${y}\n`],
  ['a literal value', `---\nlead: |\n  ${a} ${b}\n---\n\n${b}\n`, `---\nlead: |\n  ${x}${y}\n---\n\n${y}\n`],
])('%s from English to Japanese, and back', (_, english, japanese) => {
  expect(edition(english, 'en', 'ja', new Map([[a, x], [b, y]]))).toBe(japanese); // biome-ignore format: pairs
  expect(edition(japanese, 'ja', 'en', new Map([[x, a], [y, b]]))).toBe(english); // biome-ignore format: pairs
});

test('a full stop in an emphasis, which CommonMark takes for no end of one before a letter, is outside of it in Japanese', () => {
  expect(
    edition(
      `**${a}** ${b}\n`,
      'en',
      'ja',
      new Map([
        [a, x],
        [b, y],
      ]),
    ),
  ).toBe(`**${x.slice(0, -1)}**。${y}\n`);
});

test('a line break is its author’s, and where only one of two sentences is translated, its language has the gap', () => {
  const table = new Map([[a, x]]);
  expect(edition(`${a}\n${b}\n`, 'en', 'ja', table)).toBe(`${x}\n${b}\n`);
  expect(edition(`${b} ${a} ${b}\n`, 'en', 'ja', table)).toBe(`${b}${x}${b}\n`);
  expect(edition(`${b} ${b} ${a}\n`, 'en', 'ja', table)).toBe(`${b} ${b}${x}\n`);
});

test('an edition with no targets is its source, whatever its language writes between sentences', () => {
  const source = `---\nlead: >\n  ${a} ${b}\n---\n\n${a} ${b}\n`;
  expect(edition(source, 'en', 'ja', new Map())).toBe(source);
});
