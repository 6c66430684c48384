/** Documents to try the laws on: generated inline content and blocks of Markdown and its dialects, and pieces of real files, in containers. */

import fc from 'fast-check';
import { KnownError } from '../../src/errors.ts';
import type { Dialect } from '../../src/markdown/syntax.ts';
import { read, type Sample } from './markdown.ts';

const INLINE = [
  '*one*',
  '**two words**',
  '_three_',
  '~~four~~',
  '`five`',
  '[six](http://a.b)',
  '[seven](c "Title here")',
  '![eight](d.png)',
  '[nine][ref]',
  '[ref]',
  '[ref][]',
  '![ref]',
  '&amp;',
  '\\*',
  'https://x.y/z',
  'e@f.org',
  '[^1]',
  'word',
  'more words',
  'A sentence. Another one!',
  '(in brackets)',
  '"quoted"',
  '***both***',
  '**a *b* c**',
  '[**bold** link](i)',
  '`a` `b`',
  'snake_case',
  '2 * 3',
  'AT&T',
  'Mr. Smith',
  ':smile:',
  '<span title="tip">u</span>',
  '日本**語**',
  'v  \nw',
  'v\\\nw',
  'line\nbreak',
  'a\tb',
  'www.p.q',
  '日本語の文です。次の文。',
  '中文**「强调」**中文',
  'ภาษาไทย**ตัวหนา**ไทย',
  'العربية *نص* هنا',
  'עברית [קישור](x)',
  '👩‍👩‍👧 family',
  '*e\u0301te\u0301*',
  '$x^2$',
  '$5 and $6',
  'H~2~O',
  'x^2^',
  '==mark==',
  '[[Page|label]]',
];

/** What MDX reads otherwise, and what it alone reads. */
const MARKDOWN_INLINE = [
  '<b>ten</b>',
  '<br>',
  '<https://g.h>',
  'x < y',
  '{{< s "t" >}}',
  '<kbd>C</kbd>+<kbd>V</kbd>',
  '<!-- c -->',
  '[text]{.class}',
  '{{ page.title }}',
  '[link]({{ site.url }}/x)',
  'a<sup>2</sup>',
];
const MDX_INLINE = [
  '<b>ten</b>',
  '<br/>',
  '{value}',
  '{/* note */}',
  '<Badge text="New" />',
  '<T>a *b* c</T>',
  'x \\< y',
  '\\{not\\}',
  "{' '}",
];

const BLOCK = [
  '```js\ncode *x*\n```',
  '---',
  '| a | **b** |\n|---|:-:|\n| c \\| d | `e` |',
  '## Heading',
  'Setext *head*\n===',
  '- one\n- two\n  - three\n\n  four',
  '1. first\n2. second',
  '> quote\n> goes on',
  '- [x] done',
  ':::note Title\nInside\n:::',
  '[other]: z "Other title"',
  '![only](image.png "t")',
  '# `code` only',
  '| a |\n|---|\n| https://a.b |\n| e@f.g |',
  '-\ttab item\n-\tother',
  '1) paren\n2) paren',
  '> [!NOTE]\n> Alert words.',
  ':::tip[My *title*]\n\nInside words.\n\n:::',
  'Term\n: Definition of it\n: Another one',
  '[^n]: A footnote\n    that goes on.',
  '$$\na^2 + b_2\n$$',
  '[TOC]',
];

const MARKDOWN_BLOCK = [
  '    indented',
  '<div>\n<p>Some <i>text</i></p>\n</div>',
  '<!-- note -->',
  '<img alt="text" src="x">',
  '## Own id {#own}',
  '{: .class}',
  '<details>\n<summary>Sum</summary>\n\nBody *words*.\n\n</details>',
];
const MDX_BLOCK = [
  'import A from "a"',
  'export const a = 1',
  '<Tabs>\n  <TabItem label="One">\n    Words *here*.\n  </TabItem>\n</Tabs>',
  '<Aside title="A tip">\n\nWords.\n\n</Aside>',
  '{/* comment */}',
  '{list.map((x) => <li>{x}</li>)}',
];

/** Documents of both dialects. @param pieces of real files, which are Markdown */
export function samples(pieces: readonly string[]): fc.Arbitrary<Sample> {
  const of = (dialect: Dialect, source: string): Sample => ({ name: 'generated', source, dialect });
  const parses = (sample: Sample) => {
    try {
      return read(sample).blocks.length >= 0;
    } catch (error) {
      if (error instanceof KnownError) return false;
      throw error;
    }
  };
  return fc.oneof(
    {
      weight: 5,
      arbitrary: documents([...INLINE, ...MARKDOWN_INLINE], [...BLOCK, ...MARKDOWN_BLOCK], pieces).map((source) => of('md', source)),
    },
    {
      weight: 1,
      arbitrary: documents([...INLINE, ...MDX_INLINE], [...BLOCK, ...MDX_BLOCK], [])
        .map((source) => of('mdx', source))
        .filter(parses),
    },
  );
}

function documents(inlines: readonly string[], blocks: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const inline = fc.array(fc.constantFrom(...inlines), { minLength: 1, maxLength: 7 }).chain((parts) =>
    fc.array(fc.constantFrom(' ', ' ', ' ', '\n', '', ', '), { minLength: parts.length, maxLength: parts.length }).map((gaps) =>
      parts
        .map((part, index) => part + gaps[index])
        .join('')
        .trim(),
    ),
  );
  const block = fc.oneof(
    { weight: 5, arbitrary: inline },
    { weight: 2, arbitrary: inline.map((text) => `### ${text.replace(/\s+/g, ' ')}`) },
    { weight: 3, arbitrary: fc.constantFrom(...blocks) },
    ...(pieces.length > 0 ? [{ weight: 5, arbitrary: fc.constantFrom(...pieces) }] : []),
  );
  const contained = fc.tuple(block, fc.constantFrom('', '', '', '> ', '- ', '1. ', '> - ')).map(([text, prefix]) => {
    const rest = prefix.replace(/[-1.]/g, ' ');
    return text
      .split('\n')
      .map((line, index) => (index === 0 ? prefix : rest) + line)
      .join('\n');
  });
  return fc
    .tuple(
      fc.array(contained, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n\n', '\n\n', '\n'),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('', '', '', '\uFEFF'),
    )
    .map(([parts, gap, matter, crlf, mark]) => {
      const source = `${mark}${matter ? '---\ntitle: "A title: with colon"\ndescription: >-\n  folded\n  text\n---\n\n' : ''}${parts.join(gap)}\n\n[ref]: /u "Ref title"\n\n[^1]: A note.\n`;
      return crlf ? source.replace(/\r?\n/g, '\r\n') : source;
    });
}

/** Blocks of real files, a few kB at most each. */
export function piecesOf(files: readonly Sample[]): string[] {
  return files
    .filter(({ dialect }) => dialect === 'md')
    .flatMap(({ source }) =>
      source
        .replace(/^---[\s\S]*?\n---\n/, '')
        .replace(/\r\n/g, '\n')
        .split(/\n{2,}/),
    )
    .filter((piece) => piece.trim() !== '' && piece.length < 2000 && !/^(?:---|\+\+\+|;;;|\{)/.test(piece));
}
