import { expect, test } from 'vitest';
import { syntaxNames } from '../../src/markdown/dialects.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { words } from '../../src/text.ts';

const source = 'Before it.\n\n:::tip[A title]{#id}\n\nThe body.\n\n:::\n';
const read = (extensions: readonly string[]) =>
  readArticle(source, { slug: 'x', locale: 'en', dialect: 'mdx', extensions }).blocks.map(({ segments }) =>
    segments.map(({ text }) => words(text)).join(' '),
  );

test.each([['docusaurus'], ['starlight'], ['directives']])('a directive with an id in MDX is read where the dialect is %s', (name) => {
  expect(read([name])).toEqual(['Before it.', 'A title', 'The body.']);
});

test('the anchors of Docusaurus say that the generator is Docusaurus', () => {
  expect(read(syntaxNames({ extensions: [], anchors: 'docusaurus' }))).toEqual(['Before it.', 'A title', 'The body.']);
});

test('elsewhere the message names the setting', () => {
  expect(() => read([])).toThrow(
    expect.objectContaining({
      name: 'KnownError',
      help: expect.stringContaining('"dialect": "docusaurus"'),
      place: expect.stringMatching(/^3:/),
    }),
  );
});
