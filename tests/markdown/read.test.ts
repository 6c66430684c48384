import { expect, test } from 'vitest';
import { readArticle } from '../../src/markdown/read.ts';
import { marks, toFragment } from '../../src/text.ts';

function blocks(source: string, options: { dialect?: 'md' | 'mdx'; extensions?: string[]; frontMatter?: string[] } = {}): string[] {
  const article = readArticle(source, { slug: 'test', locale: 'en', cut: (text) => [text], ...options });
  for (const block of article.blocks)
    for (const segment of block.segments)
      for (const mark of marks(segment.text)) expect(source.slice(mark.start, (mark.start ?? 0) + mark.source.length)).toBe(mark.source);
  return article.blocks.map((block) => `${block.kind}: ${block.segments.map(({ text }) => toFragment(text)).join(' | ')}`);
}

test.each<[name: string, source: string, expected: string[]]>([
  ['a paragraph', 'Hello.\n', ['paragraph: Hello.']],
  ['headings', '# One\n\n## Two ##\n\nThree\nlines\n---\n', ['heading: One', 'heading: Two', 'heading: Three lines']],
  ['emphasis', 'a *b* **c** ~~d~~ ***e***', ['paragraph: a <g id="1">b</g> <g id="2">c</g> <g id="3">d</g> <g id="4"><g id="5">e</g></g>']],
  ['escapes and references', '\\*a\\* &amp; &copy; &#65;', ['paragraph: *a* &amp; © A']],
  [
    'code, addresses, notes',
    'a `b` <https://c.d> https://e.f, [^1].\n\n[^1]: Note\n',
    ['paragraph: a <x id="1"/> <x id="2"/> <x id="3"/>, <x id="4"/>.', 'paragraph: Note'],
  ],
  ['a link and its title', '[a *b*](c "d")', ['paragraph: <g id="1">a <g id="2">b</g></g>', 'title: d']],
  ['an image', 'see ![the *alt*](u "t")', ['paragraph: see <x id="1"/>', 'alt: the <g id="1">alt</g>', 'title: t']],
  ['an image alone', '![alt](u)', ['alt: alt']],
  ['a linked image', '[![alt](u)](v "t") now', ['paragraph: <g id="1"><x id="2"/></g> now', 'alt: alt', 'title: t']],
  ['definitions', '[a]: b "The\n title"\n', ['title: The title']],
  ['a quote wrapped over lines', '> one\n> two *three\n> four*\nlazy\n', ['paragraph: one two <g id="1">three four</g> lazy']],
  ['a list with tasks', '- [x] done\n  now\n- [ ] open\n\n  1. nested\n', ['paragraph: done now', 'paragraph: open', 'paragraph: nested']],
  [
    'a list behind a definition, wrapped',
    'Term\n: Definition.\n\n- item one\n  goes on\n\n1. Head\n   ===\n',
    ['paragraph: Term', 'paragraph: Definition.', 'paragraph: item one goes on', 'heading: Head'],
  ],
  ['HTML behind a paragraph, with a tag within', 'One\n<div>\n{{ x }}\n- two\n</div>\n', ['paragraph: One', 'html: <x id="1"/> - two']],
  ['hard breaks', 'a  \nb\\\nc<br>d', ['paragraph: a<x id="1"/>b<x id="2"/>c<x id="3"/>d']],
  ['a table', '| a | b \\| c |\n|:-|--|\n| *d* | |\n', ['cell: a', 'cell: b | c', 'cell: <g id="1">d</g>']],
  ['code blocks', '```js\nx\n```\n\n    y\n', []],
  ['a byte order mark', '\uFEFF# A\n\nb', ['heading: A', 'paragraph: b']],
  ['line ends of Windows', 'a\r\nb\r\n\r\nc\r\n', ['paragraph: a b', 'paragraph: c']],
  [
    'an HTML block',
    '<div title="t">\n<p>a <b>b</b>\nc &amp; d</p>\n<img alt="e">\n</div>\n',
    ['attribute: t', 'html: a <g id="1">b</g> c &amp; d', 'attribute: e'],
  ],
  ['an HTML block in a quote', '> <p>a\n> b</p>\n', ['html: a b']],
  [
    'HTML that is not translated',
    '<script>\nvar a = "b";\n</script>\n\n<style>a{}</style>\n\n<pre>\nx\n\ny</pre>\n\n<!-- a comment -->\n\n<?php echo "x"; ?>\n',
    [],
  ],
  ['a tag alone on its line', '<ins>\n*a*\n</ins>\n', ['html: *a*']],
  [
    'inline HTML',
    'a <b title="t">b</b> <i>c <code>d</code> <kbd>e</kbd> f',
    ['paragraph: a <g id="1">b</g> <x id="2"/>c <x id="3"/> <x id="4"/> f', 'attribute: t'],
  ],
  [
    'translate="no"',
    'a <span translate="no">b *c*</span> d\n\n<div translate="no">\n\ne\n\n</div>\n\nf',
    ['paragraph: a <x id="1"/> d', 'paragraph: f'],
  ],
  [
    'skipped ranges',
    'a\n\n<!-- dragoman:skip -->\n\nb\n\n# c\n\n<!-- dragoman:resume -->\n\nd <!-- dragoman:skip -->e *f*<!-- dragoman:resume --> g',
    ['paragraph: a', 'paragraph: d <x id="1"/> g'],
  ],
  [
    'shortcodes',
    'a {{< b "c" >}} d {% e %} {{ f }}.\n\n{{% note %}}\nInner *text*\n{{% /note %}}\n',
    ['paragraph: a <x id="1"/> d <x id="2"/> <x id="3"/>.', 'paragraph: Inner <g id="1">text</g>'],
  ],
  ['heading ids', '## A {#b}\n\n## C {.d #e} ##\n\n## <a id="f"></a>G\n', ['heading: A', 'heading: C', 'heading: G']],
  ['kramdown attributes', 'a\n{: .b}\n\nc {:.d}', ['paragraph: a', 'paragraph: c']],
  ['emoji and times', 'a :smile: 9:30:15 b:c:d', ['paragraph: a <x id="1"/> 9:30:15 b:c:d']],
  [
    'fences without the extension',
    ':::note The *title*\nInner.\n:::\n\n:::tip[Label]{a=b}\nx\n:::\n',
    ['label: The <g id="1">title</g>', 'paragraph: Inner.', 'label: Label', 'paragraph: x'],
  ],
  ['an address of an email', 'write to a.b@c.org now', ['paragraph: write to <x id="1"/> now']],
])('reads %s', (_, source, expected) => {
  expect(blocks(source)).toEqual(expected);
});

test('notes are context for the next block', () => {
  const { blocks } = readArticle('<!-- dragoman:note Said of\n a ship. -->\n\nShe sank.\n\nMore.\n', { slug: 'x', locale: 'en' });
  expect(blocks.map(({ note }) => note)).toEqual(['Said of a ship.', undefined]);
});

test.each<[string, string, string[]]>([
  [
    'text and attributes',
    '<Card title="a &amp; b" x={1} icon="c">\n  d <b label=\'e\'>f</b> {g}\n</Card>\n',
    ['attribute: a &amp; b', 'paragraph: d <g id="1">f</g> <x id="2"/>', 'attribute: e'],
  ],
  ['imports, exports, expressions', 'import a from "b"\n\nexport const c = "d"\n\n{e}\n\nf\n', ['paragraph: f']],
  ['heading ids and comments of Docusaurus', '# A {#b}\n\n<!-- c -->\n\nd\n', ['heading: A', 'paragraph: d']],
  [
    'skipped elements',
    '<pre>\n  a\n</pre>\n\n<div translate="no">\n\nb\n\n</div>\n\n{/* dragoman:skip */}\n\nc\n\n{/* dragoman:resume */}\n\nd\n',
    ['paragraph: d'],
  ],
])('reads %s of MDX', (_, source, expected) => {
  expect(blocks(source, { dialect: 'mdx' })).toEqual(expected);
});

test.each<[string, string[], string[]]>([
  [
    ':::note[A *b*]{title="c"}\nd 9:30\n:::\n\n::leaf[e]\n',
    ['directives'],
    ['label: A <g id="1">b</g>', 'attribute: c', 'paragraph: d 9:30', 'label: e'],
  ],
  ['a :abbr[HTML]{title="b"} c', ['textDirectives'], ['paragraph: a <x id="1"/> c', 'label: HTML', 'attribute: b']],
  ['a $b_1$ c\n\n$$\nd\n$$\n', ['math'], ['paragraph: a <x id="1"/> c']],
  ['costs $5 and $6', [], ['paragraph: costs $5 and $6']],
])('extensions: %j with %j', (source, extensions, expected) => {
  expect(blocks(source, { extensions })).toEqual(expected);
});

test('MDX that does not parse is refused with its line in the file', () => {
  expect(() => readArticle('---\ntitle: a\n---\n\nb\n\n<C {\n', { slug: 'x', locale: 'en', dialect: 'mdx' })).toThrow(
    expect.objectContaining({
      name: 'KnownError',
      place: expect.stringMatching(/^[78]:\d+$/),
      message: expect.stringMatching(/line [78]/),
    }),
  );
});

test('sentences are cut, white space stays outside, marks count from 1', () => {
  const source = 'One ship *sank*. Two more\nin `port` here.  Three left.\n';
  const { blocks } = readArticle(source, { slug: 'x', locale: 'en' });
  const segments = blocks[0]?.segments ?? [];
  expect(segments.map(({ span, text }) => [source.slice(span.start, span.end), toFragment(text)])).toEqual([
    ['One ship *sank*.', 'One ship <g id="1">sank</g>.'],
    ['Two more\nin `port` here.', 'Two more in <x id="1"/> here.'],
    ['Three left.', 'Three left.'],
  ]);
});

test('ids survive edits elsewhere; a repeated sentence gets a number', () => {
  const ids = (source: string) =>
    readArticle(source, { slug: 'x', locale: 'en' }).blocks.flatMap(({ segments }) => segments.map(({ id }) => id));
  const [one, two, again] = ids('One. Two.\n\nOne.\n');
  expect(ids('Zero. Two. More.\n\nOne.')).toEqual([expect.any(String), two, expect.any(String), one]);
  expect(again).toBe(`${one}-2`);
});
