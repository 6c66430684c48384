import { expect, test } from 'vitest';
import { fragments } from '../../src/markdown/anchors.ts';
import { refuseTooMuch } from '../../src/markdown/read/limits.ts';
import { readArticle } from '../../src/markdown/read.ts';

test.each<[string, string]>([
  ['five megabytes', 'A sentence of some words.\n\n'.repeat(200_000)],
  ['a heading of a book', `# ${'A sentence of some words. '.repeat(12_000)}\n`],
  ['a paragraph of a book', 'A sentence of some words.\n'.repeat(12_000)],
  ['marks of emphasis within a word', `${'**a'.repeat(8_000)}\n`],
  ['emphasis in emphasis', `${'*a '.repeat(5_000)}${' a*'.repeat(5_000)}\n`],
  ['a sentence of a thousand marks', `${'*a* '.repeat(600)}\n`],
  ['lines of a quotation', '> a\n'.repeat(60_000)],
  ['sentences of two letters', `| ${'a. '.repeat(220_000)}|\n|-|\n`],
  ['an address of dots', `See https://a.example/${'.'.repeat(100_000)}a there.\n`],
  ['an address of references', `See www.a/${'&amp;'.repeat(100)}a there.\n`],
  ['brackets in brackets', `a\n\n${'['.repeat(10_000)}a${']'.repeat(10_000)}\n`],
])('%s are refused', (_, source) => {
  expect(() => readArticle(source, { slug: 'x', locale: 'en' })).toThrow(
    expect.objectContaining({ name: 'KnownError', help: expect.any(String) }),
  );
});

test('emphasis in emphasis is refused with the line, and marks by the thousand that pair with nothing, or are escaped, are read', () => {
  const deep = `Words.\n\nMore words,\n${'*a '.repeat(5_000)}${' a*'.repeat(5_000)}\n`;
  expect(() => readArticle(deep, { slug: 'x', locale: 'en' })).toThrow('Marks of emphasis are nested too deep, line 4');
  for (const unit of ['a* ', '*a ', '*a_ ', '\\* '])
    expect(readArticle(`${unit.repeat(6_000)}\n`, { slug: 'x', locale: 'en' }).blocks).toHaveLength(1);
});

test('rows of dots without an address, in code, and as many in an address as anybody writes are read', () => {
  for (const source of [
    `Page ${'.'.repeat(5_000)} 12\n`,
    `\`\`\`\nwww.a/${'.'.repeat(600)}a\n\`\`\`\n`,
    `See www.a/${'.'.repeat(300)}a.\n`,
  ])
    expect(() => refuseTooMuch(source)).not.toThrow();
});

test('long tables, lists and code are no paragraphs', () => {
  for (const source of ['- an item of a list\n', '| a | b |\n', '    code of a block\n'])
    expect(() => refuseTooMuch(source.repeat(12_000))).not.toThrow();
  expect(() => refuseTooMuch(`\`\`\`\n${'code of a block\n'.repeat(100_000)}\`\`\`\n`)).not.toThrow();
});

test('items within lists within lists are read in linear time, and counted for what they keep', () => {
  const deep = Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- a\n`).join('');
  expect(() => refuseTooMuch(deep.repeat(400))).not.toThrow();
  expect(() => refuseTooMuch(deep.repeat(580))).toThrow('The article is too large');
});

test('a paragraph of thousands of lines without the sign of its quotation is refused with the line, and one with it is not', () => {
  expect(() => refuseTooMuch(`> a\n${'b\n'.repeat(6_000)}`)).toThrow('A paragraph of a quotation or an item is too long, line 4472');
  expect(() => refuseTooMuch('> a\n'.repeat(6_000))).not.toThrow();
  expect(() => refuseTooMuch(`> a\n${'b\n'.repeat(30)}\n`.repeat(600))).not.toThrow();
  expect(() => refuseTooMuch('b\n'.repeat(6_000))).not.toThrow();
});

test('code in MDX that no brace ends is refused with the line, and data of hundreds of rows is read', () => {
  const mdx = { slug: 'x', locale: 'en', dialect: 'mdx' } as const;
  expect(() => readArticle(`A story.\n\n${'{>>\n+}'.repeat(3_000)}\n`, mdx)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/^Code in MDX that does not end, line \d+$/), help: expect.any(String) }),
  );
  expect(() => readArticle(`export const a = [\n\n${'1,\n\n'.repeat(6_000)}\n`, mdx)).toThrow('MDX');
  // A line costs more than its letters.
  expect(() => readArticle(`A story.\n\n{a b\n${'}\n'.repeat(2_000)}`, mdx)).toThrow('Code in MDX that does not end');
  const rows = Array.from({ length: 300 }, (_, at) => `{ port: "Harbour ${at}", ferries: ${at} }`).join(', ');
  expect(readArticle(`A story.\n\n<Chart data={[${rows}]} />\n`, mdx).blocks).toHaveLength(1);
});

test('what is written about tags, as code or escaped, nests no elements', () => {
  const about = 'Put `<div>` or ``<b>`` around it, and \\<section> too.\n\n'.repeat(400);
  expect(() => refuseTooMuch(about)).not.toThrow();
  expect(() => refuseTooMuch('<div>\n\n'.repeat(400))).toThrow('Elements are nested too deep');
});

test('a text of so many parts that reading it takes gigabytes is refused with the line, and a long book is not', () => {
  const many = /^The article is too large, line \d+$/;
  for (const part of [
    '\n',
    ' \n',
    '- a\n',
    '| a | b |\n',
    'a | b\n',
    '# a\n',
    'A word.\n\n',
    'a\n',
    '*a* [b](c). ',
    '    code\n',
    '[r]: /a\n',
  ])
    expect(() => refuseTooMuch(part.repeat(3_900_000 / part.length)), part).toThrow(many);
  const line = 'The ferry is late today, and nobody on the quay of the old town knows when.\n';
  const paragraph = `${line.repeat(6)}See *there* and [here](https://a.example/quay).\n\n`;
  expect(() => refuseTooMuch(paragraph.repeat(3_900_000 / paragraph.length))).not.toThrow();
});

test('marks of emphasis that have a partner, or are in code, are as many as they are', () => {
  for (const source of [
    '*a* '.repeat(8_000),
    '**a** ~~b~~ '.repeat(4_000),
    `\`\`\`\n${'a* '.repeat(6_000)}\n\`\`\`\n`,
    'a*\n\n'.repeat(6_000),
  ])
    expect(() => refuseTooMuch(source)).not.toThrow();
});

test('many sentences of a paragraph may have many marks, and the sentence with too many is named by its line', () => {
  expect(readArticle('The *ferry* is late. '.repeat(2_000), { slug: 'x', locale: 'en' }).blocks).toHaveLength(1);
  expect(() => readArticle(`A story.\n\n${'a `b` '.repeat(1_001)}\n`, { slug: 'x', locale: 'en' })).toThrow(
    expect.objectContaining({ message: 'Too many marks in a sentence, line 3', got: '1,001', place: '3:1' }),
  );
});

test('brackets that stay open, and many beside each other, are words', () => {
  expect(readArticle('['.repeat(10_000), { slug: 'x', locale: 'en' }).blocks).toHaveLength(1);
  expect(readArticle('[a] '.repeat(2000), { slug: 'x', locale: 'en' }).blocks).toHaveLength(1);
});

test('fragments of headings', () => {
  expect(fragments('# A `b` C!\n\n## `code`\n\n## A b C\n\n## D {#own}\n\n<h2>not one</h2>\n')).toEqual([
    'a-b-c',
    'code',
    'a-b-c-1',
    'own',
  ]);
});
