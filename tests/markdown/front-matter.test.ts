import { expect, test } from 'vitest';
import { data, findFrontMatter } from '../../src/frontmatter/fence.ts';
import { readArticle } from '../../src/markdown/read.ts';

test.each<[string, string, Record<string, unknown>]>([
  ['YAML', '---\ntitle: a\ntags: [b, c]\n---\nd\n', { title: 'a', tags: ['b', 'c'] }],
  ['YAML by name', '---yaml\ntitle: a\n---\n', { title: 'a' }],
  ['TOML', '+++\ntitle = "a"\n[b]\nc = 1\n+++\n', { title: 'a', b: { c: 1 } }],
  ['JSON', '{\n  "title": "a"\n}\n\nb\n', { title: 'a' }],
  ['JSON between semicolons', ';;;\n{"title": "a"}\n;;;\n', { title: 'a' }],
  ['line ends of Windows and a byte order mark', '\uFEFF---\r\ntitle: a\r\n---\r\n', { title: 'a' }],
  ['an empty one', '---\n---\na\n', {}],
  ['none', 'a\n---\nb: c\n---\n', {}],
  ['thematic breaks', '---\n\nSome words.\n\n---\n', {}],
  ['thematic breaks around definitions', '---\n\n[a b]: https://c.d\n\n- ## e\n\n---\n', {}],
  ['an unclosed one', '---\ntitle: a\n', {}],
])('data of %s', (_, source, expected) => {
  expect(data(source)).toEqual(expected);
});

test.each<[string, string, string]>([
  ['YAML', '---\ntitle: a\nb: c: d\n---\n', '3:4'],
  ['TOML', '+++\ntitle = "a"\nb = = c\n+++\n', '3:5'],
  ['JSON', '{\n  "title": "a",\n  "b": ,\n}\n', '3:8'],
])('%s that does not parse is refused with its place', (_, source, place) => {
  for (const use of [() => data(source), () => readArticle(source, { slug: 'x', locale: 'en' })])
    expect(use).toThrow(expect.objectContaining({ name: 'KnownError', place, help: expect.stringContaining('Correct line') }));
});

test.each(['js', 'javascript', 'coffee', 'toString'])('front matter in %s is never run', (language) => {
  const source = `---${language}\n{ title: (globalThis.ran = true) }\n---\n`;
  for (const use of [() => data(source), () => readArticle(source, { slug: 'x', locale: 'en' })])
    expect(use).toThrow(expect.objectContaining({ name: 'KnownError', message: expect.stringContaining('refused') }));
  expect('ran' in globalThis).toBe(false);
});

test('the body begins after the fence', () => {
  const source = '---\na: b\n---\r\nc';
  expect(source.slice(findFrontMatter(source)?.body)).toBe('c');
});
