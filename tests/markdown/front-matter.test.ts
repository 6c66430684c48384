import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/frontmatter/data.ts';
import { findFrontMatter } from '../../src/frontmatter/fence.ts';
import { isWithheld, readFields, readPriority } from '../../src/frontmatter/fields.ts';
import { setKeys } from '../../src/frontmatter/scalar-write.ts';
import { filledSettings } from '../../src/frontmatter/settings.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { splice } from '../../src/splice.ts';

const data = (source: string) => readFrontMatter(source).data;
const refusedWith = (place: string, help: string) =>
  expect.objectContaining({ name: 'KnownError', place, help: expect.stringContaining(help) });

test.each<[string, string, Record<string, unknown>]>([
  ['YAML', '---\ntitle: a\ntags: [b, c]\n---\nd\n', { title: 'a', tags: ['b', 'c'] }],
  ['YAML by name', '---yaml\ntitle: a\n---\n', { title: 'a' }],
  ['YAML by name, apart', '--- yaml \ntitle: a\n---  \n', { title: 'a' }],
  ['YAML in capitals', '---YAML\ntitle: a\n---\n', { title: 'a' }],
  ['YAML that ends in dots', '---\ntitle: a\n...\n\nd\n', { title: 'a' }],
  ['YAML after a comment', '--- # of the desk\n# another\ntitle: a\n---\n', { title: 'a' }],
  ['YAML after blank lines', '\n \n---\ntitle: a\n---\n', { title: 'a' }],
  ['YAML in braces', '---\n{ title: a, embargo: 2099-01-01 }\n---\n', { title: 'a', embargo: '2099-01-01' }],
  ['indented YAML', '---\n  title: a\n  b: c\n---\n', { title: 'a', b: 'c' }],
  ['YAML whose first key is of two words', '---\nfirst word: a\ntitle: b\n---\n', { 'first word': 'a', title: 'b' }],
  ['YAML with a fence in a value', '---\ntitle: |\n  ---\n  a\n---\n', { title: '---\na\n' }],
  ['shared values', '---\na: &x [1, 2]\nb: *x\n---\n', { a: [1, 2], b: [1, 2] }],
  ['merged keys', '---\nall: &all\n  embargo: 2099-01-01\n<<: *all\n---\n', { all: { embargo: '2099-01-01' }, embargo: '2099-01-01' }],
  ['TOML', '+++\ntitle = "a"\n[b]\nc = 1\n+++\n', { title: 'a', b: { c: 1 } }],
  ['TOML by name', '---toml\ntitle = "a"\n---\n', { title: 'a' }],
  [
    'TOML with dates',
    '+++\ndate = 2026-03-02\nembargo = 2099-01-01T00:00:00Z\n+++\n',
    { date: '2026-03-02', embargo: '2099-01-01T00:00:00Z' },
  ],
  ['TOML with fences of others', '+++\na = """\n---\n;;;\n"""\n+++\n', { a: '---\n;;;\n' }],
  ['JSON', '{\n  "title": "a"\n}\n\nb\n', { title: 'a' }],
  ['JSON on one line', '{"title": "a", "b": {"c": "}"}}\nd\n', { title: 'a', b: { c: '}' } }],
  ['JSON with comments', '{ // a\n  "title": "a" /* } */\n}\nb\n', { title: 'a' }],
  ['JSON by name', '---json\n{"title": "a"}\n---\n', { title: 'a' }],
  ['JSON between semicolons', ';;;\n{"title": "a"}\n;;;\n', { title: 'a' }],
  ['JSON without braces', ';;;\n"title": "a",\n"b": 1\n;;;\n', { title: 'a', b: 1 }],
  ['line ends of Windows and a byte order mark', '\uFEFF---\r\ntitle: a\r\n---\r\n', { title: 'a' }],
  ['line ends of old Macintoshes', '---\rtitle: a\rb: c\r---\rd', { title: 'a', b: 'c' }],
  ['an empty one', '---\n---\na\n', {}],
  ['nothing but comments', '---\n# a\n---\nb\n', {}],
])('data of %s', (_, source, expected) => {
  expect(data(source)).toEqual(expected);
  expect(findFrontMatter(source)).toBeDefined();
  expect(() => readArticle(source, { slug: 'x', locale: 'en' })).not.toThrow();
});

test.each<[string, string]>([
  ['none', 'a\n---\nb: c\n---\n'],
  ['a thematic break', '---\n\nSome words.\n'],
  ['thematic breaks', '---\n\nSome words.\n\n---\n'],
  ['thematic breaks around a heading', '---\n\n# Some words\n\n---\n'],
  ['thematic breaks around words with a colon', '---\n\nThe minister said: no.\n\n---\n\nMore.\n'],
  ['thematic breaks around code', '---\n\nSome words.\n\n```yaml\ntitle: a\n```\n\n---\n'],
  ['thematic breaks around definitions', '---\n\n[a b]: https://c.d\n\n- ## e\n\n---\n'],
  ['a thematic break and a word', '--- word\n\nMore.\n\n---\n'],
  ['a long thematic break', '-----\n\nSome words.\n\n---\n'],
  ['a shortcode', '---\n{{< figure src="a" >}}\n---\n'],
  ['an expression of MDX', '{"a"}\n\nb\n'],
  ['a code block', '```yaml\n---\ntitle: a\n---\n```\n'],
])('%s is no front matter', (_, source) => {
  expect(findFrontMatter(source)).toBeUndefined();
  expect(data(source)).toEqual({});
});

test.each<[string, string, string]>([
  ['YAML', '---\ntitle: a\nb: c: d\n---\n', '3:4'],
  ['YAML by another first line', '---\nsome words\nembargo: 2099-01-01\n---\n', '2:1'],
  ['TOML', '+++\ntitle = "a"\nb = = c\n+++\n', '3:5'],
  ['JSON', '{\n  "title": "a",\n  "b": ,\n}\n', '3:8'],
])('%s that does not parse is refused with its place', (_, source, place) => {
  for (const use of [() => data(source), () => readArticle(source, { slug: 'x', locale: 'en' })])
    expect(use).toThrow(refusedWith(place, 'Correct line'));
});

test.each<[string, string]>([
  ['YAML', '---\nlayout: post\nembargo: 2099-01-01\n\nSecret.\n'],
  ['TOML', '+++\ntitle = "a"\n\nSecret.\n'],
  ['JSON', '{\n  "title": "a",\n\nSecret.\n'],
])('%s without an end is refused: it may hold an embargo', (_, source) => {
  for (const use of [() => data(source), () => readArticle(source, { slug: 'x', locale: 'en' })])
    expect(use).toThrow(refusedWith('1:1', 'End'));
});

test.each(['js', 'javascript', 'coffee', 'toString', ' js'])('front matter in %s is never run', (language) => {
  const source = `---${language}\n{ title: (globalThis.ran = true) }\n---\n`;
  for (const use of [() => data(source), () => readArticle(source, { slug: 'x', locale: 'en' })])
    expect(use).toThrow(expect.objectContaining({ name: 'KnownError', message: expect.stringContaining('refused') }));
  expect('ran' in globalThis).toBe(false);
});

test.each([
  ['a value that holds itself', '---\na: &x\n  b: *x\n---\n'],
  [
    'aliases that double a value each time',
    `---\na0: &a0 [1, 2]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n---\n`,
  ],
])('%s is refused, and still read for its words', (_, source) => {
  expect(() => data(source)).toThrow(expect.objectContaining({ name: 'KnownError' }));
  expect(() => readArticle(source, { slug: 'x', locale: 'en' })).not.toThrow();
});

test('the body begins after the fence', () => {
  for (const source of ['---\na: b\n---\r\nc', '{"a": 1}\nc', '---\na: b\n...\nc'])
    expect(source.slice(findFrontMatter(source)?.body)).toBe('c');
});

test.each([
  ['embargo: 2099-01-01', true],
  ['Embargo: 2099-01-01', true],
  ['embargo: whenever', true],
  ['embargo: 2020-01-01', false],
  ['publishDate: 2099-01-01', true],
  ['publish_date: 2020-01-01', false],
  ['draft: true', true],
  ['draft: yes', true],
  ['draft: no', false],
  ['published: false', true],
  ['published: 2020-01-01', false],
])('%s withholds an article: %s', (line, expected) => {
  expect(isWithheld(readFields(data(`---\n${line}\n---\n`), 'a', 'UTC'), Date.UTC(2026, 0, 1))).toBe(expected);
});

test.each([
  ['---yaml\npriority: 2\ndate: 2026-03-02\n---\n', 'a', 220260302],
  ['+++\ndate = 2026-03-02T10:00:00Z\n+++\n', 'a', 20260302],
  ['{"priority": "1"}\n', 'a', 100000000],
  ['No front matter.\n\npriority: 9\n', '2026-03-02-a', 20260302],
])('priority of %j', (source, slug, expected) => {
  expect(readPriority(data(source), slug)).toBe(expected);
});

test.each([
  ['/{locale}/{slug}/', '/es/port/'],
  ['/{locale}/{year}/{month}/{day}/', '/es/2026/03/02/'],
  ['{sourceLocale} {date} {other}', 'en 2026-03-02 {other}'],
])('%s set in each edition becomes %s', (value, expected) => {
  const holes = { locale: 'es', sourceLocale: 'en', slug: 'port' };
  const set = { permalink: value };
  expect(filledSettings(set, { ...holes, source: '---\ndate: 2026-03-02T23:30+02:00\n---\n' })).toEqual({ permalink: expected });
  // Without a date there is no such address.
  expect(filledSettings(set, { ...holes, source: 'a' })).toEqual(/year|date/.test(value) ? {} : { permalink: expected });
});

test.each([
  ['---\na: b\n---\n', '---\na: b\nlang: es\n---\n'],
  ['---\n  a: b\n---\n', '---\n  a: b\n  lang: es\n---\n'],
  ['---\n{a: b}\n---\n', '---\n{ "lang": "es", a: b}\n---\n'],
  ['+++\na = 1\n+++\n', '+++\n"lang" = "es"\na = 1\n+++\n'],
  ['{\n  "a": 1\n}\n', '{\n  "lang": "es",\n  "a": 1\n}\n'],
  [';;;\n"a": 1\n;;;\n', ';;;\n"lang": "es",\n"a": 1\n;;;\n'],
  [';;;\n;;;\n', ';;;\n"lang": "es"\n;;;\n'],
])('a key set in %j', (source, expected) => {
  const written = splice(source, setKeys(source, { lang: 'es' }));
  expect(written).toBe(expected);
  expect(data(written)).toEqual({ ...data(source), lang: 'es' });
});

test('an article under a named fence is translated without its embargo', () => {
  const source = '---yaml\ntitle: Secret deal\nembargo: 2099-01-01T00:00:00Z\n---\n\nThe minister resigns.\n';
  const { blocks } = readArticle(source, { slug: 'x', locale: 'en' });
  expect(blocks.map(({ kind, span }) => [kind, source.slice(span.start, span.end)])).toEqual([
    ['frontMatter', 'Secret deal'],
    ['paragraph', 'The minister resigns.'],
  ]);
});

test('thousands of blank lines in a row are refused with their line, as many as anybody writes are read', () => {
  const front = (lines: number) => `---\ntitle: A\n${'\n'.repeat(lines)}sizes: [1]\n---\n`;
  expect(() => readFrontMatter(front(1_000_000))).toThrow(expect.objectContaining({ name: 'KnownError', place: '3:1' }));
  expect(readFrontMatter(front(500)).data).toEqual({ title: 'A', sizes: [1] });
});
