import { expect, test } from 'vitest';
import type { Target, Text } from '../../src/article.ts';
import type { AnchorSettingName } from '../../src/markdown/anchor-rules.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { type WriteOptions, writeEdition } from '../../src/markdown/write.ts';
import { fromFragment, toFragment, words } from '../../src/text.ts';

interface Options extends WriteOptions {
  readonly frontMatter?: readonly string[];
  readonly locale?: string;
}

const target = (text: Text, state: Target['state'] = 'machine'): Target => ({ text, state, origin: { by: 'person' }, terms: [] });

/** Writes an edition in which segments with these words (or fragments) get these fragments; null takes a sentence out. */
function written(source: string, replace: Record<string, string | null>, options: Options = {}): string {
  const { locale = 'es', frontMatter = ['title'], ...rest } = options;
  const article = readArticle(source, { slug: 'test', locale: 'en', frontMatter, ...rest });
  const targets = new Map<string, Target>();
  const unused = new Set(Object.keys(replace));
  for (const { segments } of article.blocks) {
    for (const { id, text } of segments) {
      const key = [words(text), toFragment(text)].find((one) => one in replace);
      if (key === undefined) continue;
      unused.delete(key);
      const fragment = replace[key];
      targets.set(id, fragment === null || fragment === undefined ? target([], 'reviewed') : target(fromFragment(fragment, text)));
    }
  }
  expect([...unused]).toEqual([]);
  return writeEdition({ article, locale, targets }, rest);
}

test.each<[what: string, source: string, from: string, to: string, expected: string]>([
  ['plain words', 'Hello.\n', 'Hello.', 'Hola.', 'Hola.\n'],
  ['an ordered list', 'a\n', 'a', '1. b', '1\\. b\n'],
  ['a cell of signs', '| a |\n| --- |\n| b |\n', 'b', '---', '| a |\n| --- |\n| \\--- |\n'],
  ['a cell of other signs', '| a | c |\n| --- | --- |\n| b | d |\n', 'b', '===', '| a | c |\n| --- | --- |\n| \\=== | d |\n'],
  ['a dash in a cell', '| a | c |\n| --- | --- |\n| b | d |\n', 'd', '-', '| a | c |\n| --- | --- |\n| b | - |\n'],
  ['a year at the start', 'a\n', 'a', '1986. Un año', '1986\\. Un año\n'],
  ['a figure that is none', 'a\n', 'a', '1.5 b', '1.5 b\n'],
  ['a heading', 'a\n', 'a', '# b', '\\# b\n'],
  ['a hashtag', 'a\n', 'a', '#b', '#b\n'],
  ['a tip of docsify', 'a\n', 'a', '?&gt; b', '\\?> b\n'],
  ['metadata at the top of a file', 'a\n', 'a', 'Title: b', 'Title&#x3A; b\n'],
  ['the same words below front matter', '---\nx: 1\n---\na\n', 'a', 'Title: b', '---\nx: 1\n---\nTitle: b\n'],
  ['a bullet', '- a\n', 'a', '- b', '- \\- b\n'],
  ['a dash in a text', 'a\n', 'a', 'b - c', 'b - c\n'],
  ['a quote', '> a\n', 'a', '> b', '> \\> b\n'],
  ['more than in a text', 'a\n', 'a', 'b > c', 'b > c\n'],
  ['emphasis', 'a\n', 'a', '*b* _c_', '\\*b\\* \\_c\\_\n'],
  ['one asterisk', 'a\n', 'a', 'b* c', 'b* c\n'],
  ['snake case', 'a\n', 'a', 'b_c_d', 'b_c_d\n'],
  ['a product', 'a\n', 'a', '2 * 3 * 4', '2 * 3 * 4\n'],
  ['brackets', 'a\n', 'a', 'b [sic] c', 'b [sic] c\n'],
  ['brackets that a definition answers', 'a\n\n[sic]: b\n', 'a', 'b [sic] c', 'b \\[sic\\] c\n\n[sic]: b\n'],
  ['a link', 'a\n', 'a', '[b](c)', '\\[b\\](c)\n'],
  ['a tag', 'a\n', 'a', '&lt;b&gt; c', '\\<b> c\n'],
  ['less than', 'a\n', 'a', 'b &lt; c', 'b < c\n'],
  ['a reference', 'a\n', 'a', 'AT&amp;amp;T R&amp;D', 'AT\\&amp;T R&D\n'],
  ['code', 'a\n', 'a', '`b` `c', '\\`b\\` \\`c\n'],
  ['strikethrough', 'a\n', 'a', '~b~', '\\~b\\~\n'],
  ['about', 'a\n', 'a', '~5 km', '~5 km\n'],
  ['a pipe in a cell', '| a | b |\n|---|---|\n', 'a', 'x | y', '| x \\| y | b |\n|---|---|\n'],
  ['a pipe elsewhere', 'a\n', 'a', 'x | y', 'x | y\n'],
  ['a backslash', 'a\n', 'a', 'C:\\dir \\* \\', 'C:\\dir \\\\* \\\\\n'],
  ['a heading that ends with #', '## a\n', 'a', 'C #', '## C \\#\n'],
  ['C#', '## a\n', 'a', 'C#', '## C#\n'],
  ['a thematic break', 'a\n', 'a', '---', '\\---\n'],
  ['a time', 'a\n', 'a', 'a las 9:30', 'a las 9:30\n'],
  ['an address', 'a\n', 'a', 'en https://b.c d', 'en https\\://b.c d\n'],
  ['a shortcode', 'a\n', 'a', '{{&lt; b &gt;}}', '&#123;&#123;< b >}}\n'],
  ['a line end', 'a\n', 'a', 'b\nc', 'b c\n'],
])('escapes %s', (_, source, from, to, expected) => {
  expect(written(source, { [from]: to })).toBe(expected);
});

test.each<[what: string, source: string, replace: Record<string, string>, expected: string]>([
  ['a soft-wrapped quote', '> one\n> two.\n> Three.\n', { 'one two.': 'uno dos.' }, '> uno dos.\n> Three.\n'],
  ['CJK beside **', 'a **b** c\n', { 'a <g id="1">b</g> c': '日本<g id="1">「日本」</g>語' }, '日本「**日本**」語\n'],
  ['a word that grows from emphasis', '*a* b\n', { '<g id="1">a</g> b': '<g id="1">¡a!</g>s b' }, '¡*a*!s b\n'],
  ['underscores within a word', '_a_ b\n', { '<g id="1">a</g> b': 'x<g id="1">a</g>y b' }, 'x*a*y b\n'],
  ['white space within emphasis', '**a** b\n', { '<g id="1">a</g> b': '<g id="1"> c </g>b' }, '**c** b\n'],
  ['a quotation within emphasis', 'a *b* c\n', { 'a <g id="1">b</g> c': 'su<g id="1">«B»</g>plan' }, 'su«*B*»plan\n'],
  [
    'code within emphasis beside letters',
    'a **`b`** c\n',
    { 'a <g id="1"><x id="2"/></g> c': '本<g id="1"><x id="2"/></g>語' },
    '本<strong>`b`</strong>語\n',
  ],
  ['an underscore beside CJK', 'a _b_ c\n', { 'a <g id="1">b</g> c': 'これは<g id="1">とても</g>速い' }, 'これは*とても*速い\n'],
  ['an emphasis around nothing', '**a** b\n', { '<g id="1">a</g> b': '<g id="1"></g>c' }, 'c\n'],
  ['a mark without its partner', '**a** b\n', { '<g id="1">a</g> b': '<x id="open-1"/>c' }, 'c\n'],
  ['marks in another order', '*a* `b`\n', { '<g id="1">a</g> <x id="2"/>': '<x id="2"/> <g id="1">c</g>' }, '`b` *c*\n'],
  ['a link', '[a](b "c") d\n', { '<g id="1">a</g> d': 'e <g id="1">f]</g>', c: 'g "h"' }, 'e [f\\]](b "g \\"h\\"")\n'],
  ['a shortcut reference', '[a b] c\n\n[a b]: d\n', { '<g id="1">a b</g> c': '<g id="1">e</g> f' }, '[e][a b] f\n\n[a b]: d\n'],
  ['a collapsed reference', '[a][] c\n\n[a]: d\n', { '<g id="1">a</g> c': '<g id="1">e</g> f' }, '[e][a] f\n\n[a]: d\n'],
  ['a full reference', '[a][x] c\n\n[x]: d\n', { '<g id="1">a</g> c': '<g id="1">e</g> f' }, '[e][x] f\n\n[x]: d\n'],
  ['a reference whose words stay', '[a] c\n\n[a]: d\n', { '<g id="1">a</g> c': '<g id="1">a</g> f' }, '[a] f\n\n[a]: d\n'],
  ['an image that is a reference', '![a][] c\n\n[a]: d\n', { a: 'e' }, '![e][a] c\n\n[a]: d\n'],
  ['an image that is a shortcut', 'b ![a]\n\n[a]: d\n', { a: 'e', 'b <x id="1"/>': 'f <x id="1"/>' }, 'f ![e][a]\n\n[a]: d\n'],
  [
    'an alt text within a changed sentence',
    'see ![a](b "t")!\n',
    { 'see <x id="1"/>!': '¡mira <x id="1"/>!', a: 'x]', t: 'u' },
    '¡mira ![x\\]](b "u")!\n',
  ],
  ['an address before CJK', 'see https://a.b now\n', { 'see <x id="1"/> now': '<x id="1"/>を見' }, '<https://a.b>を見\n'],
  ['HTML', '<p>a <b>b</b></p>\n', { 'a <g id="1">b</g>': '&lt;c&gt; <g id="1">d &amp;amp;</g>' }, '<p>&lt;c&gt; <b>d &amp;amp;</b></p>\n'],
  ['attributes', '<img alt="a" title=b>\n', { a: 'c "d"', b: 'e f' }, '<img alt="c &quot;d&quot;" title="e f">\n'],
  ['an attribute in a cell', '| <b title="a">b</b> c |\n|---|\n', { a: 'd|e' }, '| <b title="d&#124;e">b</b> c |\n|---|\n'],
  ['a hard break', 'a  \n1986 b\n', { 'a<x id="1"/>1986 b': 'c <x id="1"/> 1986. d' }, 'c  \n1986\\. d\n'],
])('writes %s', (_, source, replace, expected) => {
  expect(written(source, replace)).toBe(expected);
});

test.each<[what: string, source: string, replace: Record<string, string | null>, expected: string]>([
  ['brackets beside a link', 'a [b](c) d\n', { 'a <g id="1">b</g> d': '[us] <g id="1">b</g> [y]' }, '[us] [b](c) [y]\n'],
  ['brackets around a mark', 'a *b* c\n', { 'a <g id="1">b</g> c': 'x [<g id="1">y</g>] z' }, 'x [*y*] z\n'],
  ['brackets that the source escapes', 'a \\[b\\]\n', { 'a [b]': 'x [y]' }, 'x \\[y\\]\n'],
  ['brackets that would be a wiki link', 'a\n', { a: 'x [[y]]' }, 'x \\[\\[y\\]\\]\n'],
  ['signs that would mark words', 'a\n', { a: '==x== y' }, '\\=\\=x\\=\\= y\n'],
  ['one sum', 'a\n', { a: 'x == y' }, 'x == y\n'],
  ['a start that would be a definition', 'a\nb\n', { 'a b': ': x' }, '\\: x\n'],
  ['a start that would be an admonition', 'a\n', { a: '!!! note' }, '\\!!! note\n'],
  [
    'a label that is defined elsewhere',
    'see [the port][] now\n',
    { 'see <g id="1">the port</g> now': 'x <g id="1">y</g>' },
    'x [y][the port]\n',
  ],
  [
    'such a label between stray backticks of other blocks',
    'a ` b\n\nsee [the port][] now\n# c ` d\n',
    { 'see <g id="1">the port</g> now': 'x <g id="1">y</g>' },
    'a ` b\n\nx [y][the port]\n# c ` d\n',
  ],
  ['a note within the words', 'a^[b] c\n', { 'a<g id="1">b</g> c': 'x<g id="1">y</g> z' }, 'x^[y] z\n'],
  ['a title of a callout', '> [!tip]- a\n> b\n', { a: 'x', b: '- y' }, '> [!tip]- x\n> \\- y\n'],
  ['a list behind a byte order mark', '\uFEFFa\n', { a: '1. x' }, '\uFEFF1\\. x\n'],
  ['a paragraph taken out behind a byte order mark', '\uFEFFa\n\nb\n', { a: null }, '\uFEFFb\n'],
])('dialects: %s', (_, source, replace, expected) => {
  expect(written(source, replace)).toBe(expected);
});

test.each<[what: string, source: string, replace: Record<string, string>, expected: string]>([
  ['plain', 'title: a # c\n', { a: 'b' }, 'title: b # c\n'],
  ['plain that needs quotes', 'title: a\n', { a: 'b: c' }, 'title: "b: c"\n'],
  ['plain that needs single quotes', 'title: a\n', { a: '"b": c' }, 'title: \'"b": c\'\n'],
  ['plain that would be no string', 'title: a\n', { a: 'no' }, 'title: "no"\n'],
  ['plain that would be a date', 'title: a\n', { a: '2024-11-09' }, 'title: "2024-11-09"\n'],
  ['single quotes', "title: 'a'\n", { a: "l'b" }, "title: 'l''b'\n"],
  ['double quotes', 'title: "a \\u00e9"\n', { 'a é': 'b "c" \\' }, 'title: "b \\"c\\" \\\\"\n'],
  [
    'folded',
    'title: >-\n  The ship\n  sank.\n  Two left.\n\n  d\nx: 1\n',
    { 'The ship sank.': 'e.', d: 'f' },
    'title: >-\n  e.\n  Two left.\n\n  f\nx: 1\n',
  ],
  ['literal', 'title: |\n  a: b\n', { 'a: b': 'c # d' }, 'title: |\n  c # d\n'],
  ['over two lines', 'title: a\n  b\nx: 1\n', { 'a b': 'c' }, 'title: c\nx: 1\n'],
])('splices a front matter value: %s', (_, matter, replace, expected) => {
  expect(written(`---\n${matter}---\n\nBody.\n`, replace)).toBe(`---\n${expected}---\n\nBody.\n`);
});

test('key paths, order, comments and quoting of front matter stand', () => {
  const source = '---\n# c\nimage: {src: \'a.png\', alt: b}\nsections:\n  - heading: c\n  - heading: "d"\ntags: [x]\n---\n\ne\n';
  const frontMatter = ['image.alt', 'sections[].heading'];
  expect(written(source, { b: 'B, B', c: 'C', d: 'D' }, { frontMatter })).toBe(
    '---\n# c\nimage: {src: \'a.png\', alt: "B, B"}\nsections:\n  - heading: C\n  - heading: "D"\ntags: [x]\n---\n\ne\n',
  );
});

test('TOML and JSON front matter', () => {
  expect(
    written('+++\ntitle = "a"\n[x]\ndescription = \'b\'\n+++\nc\n', { a: 'A "B"', b: "C'D" }, { frontMatter: ['title', 'x.description'] }),
  ).toBe('+++\ntitle = "A \\"B\\""\n[x]\ndescription = "C\'D"\n+++\nc\n');
  expect(written('{\n  "title": "a",\n  "n": 1\n}\n\nc\n', { a: 'A "B"' })).toBe('{\n  "title": "A \\"B\\"",\n  "n": 1\n}\n\nc\n');
});

test('keys of the edition are set or added', () => {
  const set = { lang: 'es', original: 'a: b' };
  expect(written('---\nlang: en # the language\ntitle: a\n---\nb\n', {}, { set })).toBe(
    '---\nlang: es # the language\ntitle: a\noriginal: "a: b"\n---\nb\n',
  );
  expect(written('b\r\n', {}, { set: { lang: 'es' } })).toBe('---\r\nlang: es\r\n---\r\n\r\nb\r\n');
  expect(written('+++\n[x]\na = 1\n+++\nb\n', {}, { set: { lang: 'es' } })).toBe('+++\n"lang" = "es"\n[x]\na = 1\n+++\nb\n');
  expect(written(';;;\n{"a": 1}\n;;;\nb\n', {}, { set: { lang: 'es' } })).toBe(';;;\n{\n  "lang": "es","a": 1}\n;;;\nb\n');
});

test.each<[string, string, Record<string, null>, string]>([
  ['a sentence', 'One. Two. Three.\n', { 'Two.': null }, 'One. Three.\n'],
  ['the last sentence', 'One. Two.\n', { 'Two.': null }, 'One.\n'],
  ['the first sentence', 'One. Two.\n', { 'One.': null }, 'Two.\n'],
  ['a paragraph', 'a\n\nb\n\nc\n', { b: null }, 'a\n\nc\n'],
  ['the last paragraph', 'a\n\nb\n', { b: null }, 'a\n'],
  ['a wrapped quote', 'a\n\n> b\n> c\n\nd\n', { 'b c': null }, 'a\n\nd\n'],
  ['a heading', '# a\n\nb\n---\n\nc\n', { b: null }, '# a\n\nc\n'],
  ['a list item', '- a\n- b\n- c\n', { b: null }, '- a\n- c\n'],
  ['an item that holds a list', '- a\n  - b\n', { a: null }, '- \n  - b\n'],
  ['a cell', '| a | b |\n|---|---|\n', { a: null }, '|  | b |\n|---|---|\n'],
  ['an alt text', '![a](b)\n', { a: null }, '![](b)\n'],
])('takes out %s', (_, source, replace, expected) => {
  expect(written(source, replace)).toBe(expected);
});

test.each<[string, string, string | null, string, string]>([
  ['a paragraph', 'a\n\nb\n', 'a', 'new', 'a\n\nnew\n\nb\n'],
  ['at the end', 'a\n\nb', 'b', 'new', 'a\n\nb\n\nnew'],
  ['at the start', '---\ntitle: t\n---\n\na\n', null, 'new', '---\ntitle: t\n---\n\nnew\n\na\n'],
  ['an item', '- a\n- b\n', 'a', '- new', '- a\n- new\n- b\n'],
  ['a row', '| a |\n|---|\n| b |\n\nc\n', 'b', '| new |', '| a |\n|---|\n| b |\n| new |\n\nc\n'],
  ['in a quote', '> a\n>\n> b\n', 'a', '> new', '> a\n>\n> new\n>\n> b\n'],
  ['before a heading without a blank line', 'a\n# b\n', 'a', 'new', 'a\n\nnew\n\n# b\n'],
])('adds a block of a person: %s', (_, source, after, markdown, expected) => {
  const article = readArticle(source, { slug: 'x', locale: 'en' });
  const id = article.blocks.flatMap(({ segments }) => segments).find(({ text }) => words(text) === after)?.id ?? null;
  expect(writeEdition({ article, locale: 'es', targets: new Map(), additions: [{ after: id, markdown }] })).toBe(expected);
});

test("a person's own link is kept, a machine's is the source's", () => {
  const source = 'see [a](b)\n';
  const article = readArticle(source, { slug: 'x', locale: 'en' });
  const segment = article.blocks[0]?.segments[0];
  const text = (segment?.text ?? []).map((piece) =>
    typeof piece === 'object' && piece.role === 'close' ? { ...piece, source: '](b-es)' } : piece,
  );
  const edition = (state: Target['state']) => ({ article, locale: 'es', targets: new Map([[segment?.id ?? '', target(text, state)]]) });
  expect(writeEdition(edition('reviewed'))).toBe('see [a](b-es)\n');
  expect(writeEdition(edition('machine'))).toBe(source);
});

test('anchors of translated headings are pinned', () => {
  const source = '# The `code` News\n\n## News\n\n## News\n\n## Own {#mine}\n\n## Same\n';
  const replace = { 'The <x id="1"/> News': 'Noticias <x id="1"/>', News: 'Noticias', Own: 'Propio' };
  expect(written(source, replace, { anchors: 'headingId' })).toBe(
    '# Noticias `code` {#the-code-news}\n\n## Noticias {#news}\n\n## Noticias {#news-1}\n\n## Propio {#mine}\n\n## Same\n',
  );
  expect(written(source, replace, { anchors: 'html' })).toBe(
    '# <a id="the-code-news"></a>Noticias `code`\n\n## <a id="news"></a>Noticias\n\n## <a id="news-1"></a>Noticias\n\n## Propio {#mine}\n\n## Same\n',
  );
});

test.each<[AnchorSettingName, string]>([
  ['hugo', '## Noticias {#the-news--more}\n'],
  ['jekyll', '## Noticias {#the-news--more}\n'],
  ['docusaurus', '## Noticias {#the-news--more}\n'],
  ['astro', '## <a id="the-news--more"></a>Noticias\n'],
  ['none', '## Noticias\n'],
])('anchors are pinned as %s reads them', (anchors, expected) => {
  expect(written('## The news & more\n', { 'The news &amp; more': 'Noticias' }, { anchors })).toBe(expected);
});

test('code in a right-to-left edition keeps its order, and is read back without the marks', () => {
  const source = '`a`, `b` and more\n';
  const output = written(source, { '<x id="1"/>, <x id="2"/> and more': '<x id="1"/>, <x id="2"/> ועוד' }, { locale: 'he' });
  expect(output).toBe('\u200f`a`\u200f, `b` ועוד\n');
  const [block] = readArticle(output, { slug: 'x', locale: 'he' }).blocks;
  expect(block?.segments.map(({ text }) => toFragment(text))).toEqual(['<x id="1"/>, <x id="2"/> ועוד']);
});

test('MDX keeps braces and tags in words apart', () => {
  expect(written('a\n', { a: 'import {b} &lt;c&gt; &lt; d' }, { dialect: 'mdx' })).toBe(' import \\{b} \\<c> < d\n');
  expect(written('<C title="a">\n  b\n</C>\n', { a: 'x "y"', b: '{z}' }, { dialect: 'mdx' })).toBe(
    '<C title="x &quot;y&quot;">\n  \\{z}\n</C>\n',
  );
});
