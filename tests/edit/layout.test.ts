/** Sentences in the layout of their article. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article.ts';
import { parseConfig } from '../../src/config.ts';
import { filled, nodesOf } from '../../src/edit/layout/fill.ts';
import { articleLayout } from '../../src/edit/layout/layouts.ts';
import { layoutParts } from '../../src/edit/layout/parts.ts';
import { type Places, placesOf } from '../../src/edit/layout/places.ts';
import { sourceTree } from '../../src/edit/layout/source-tree.ts';
import { segmentsOf } from '../../src/edition/open.ts';
import { readSourceArticle } from '../../src/edition/reading.ts';
import type { ArticleSource } from '../../src/edition/source.ts';
import { KnownError } from '../../src/errors.ts';
import { bodyStart } from '../../src/frontmatter/fence.ts';
import { stringify } from '../../src/publish/body/to-markup.ts';
import { dataFolder } from '../support/data.ts';

const settings = { config: parseConfig({ sourceLocale: 'en', targetLocales: ['es'], engine: 'o' }, 'dragoman.config.json') };
const labels = {
  table: 'Table',
  image: 'Image',
  embed: 'Embed',
  alert: (kind: string) => kind,
  notes: 'Notes',
  part: ({ kind, path }: { kind: string; path?: string }) => path ?? kind,
};

function laidOut(text: string, dialect: 'md' | 'mdx' = 'md'): { article: Article; places: Places } {
  const source: ArticleSource = { format: 'markdown', slug: 'a', file: `articles/en/a.${dialect}`, dialect };
  const article = readSourceArticle(settings, source, text);
  return {
    article,
    places: placesOf(
      sourceTree(settings, source, article, wholeOf(article), labels, (src) => `/image?${src}`),
      article,
      labels.part,
    ),
  };
}

const wholeOf = ({ source }: Article) => ({ from: bodyStart(source), to: source.length });

/** Ids of the sentences that a layout shows. */
function shownIn({ tree }: Places): Set<string> {
  const shown = new Set<string>();
  filled(tree, (id) => {
    shown.add(id);
    return [];
  });
  return shown;
}

/** Each sentence in brackets. */
function markup(text: string): string {
  const { places } = laidOut(text);
  const tree = filled(places.tree, (_, children) => [{ type: 'text', value: '[' }, ...children, { type: 'text', value: ']' }]);
  return stringify(tree).replace(/\n/g, '');
}

test.each([
  ['two sentences', 'It opens. It is big.\n', '<p>[It opens.] [It is big.]</p>'],
  ['marks within', 'The *old* `map`. **All** of it.\n', '<p>[The <em>old</em> <code>map</code>.] [<strong>All</strong> of it.]</p>'],
  ['escapes and references', 'A \\* b &amp; c. Next &eacute; \\_ one.\n', '<p>[A * b &#x26; c.] [Next é _ one.]</p>'],
  [
    'a quotation that is wrapped',
    '> It opens\n> at last. It is\n> big.\n',
    '<blockquote><p>[It openingsat last.] [It isbig.]</p></blockquote>'.replace('openings', 'opens'),
  ],
  ['items', '- One.\n- Two:\n  - Three.\n', '<ul><li>[One.]</li><li>[Two:]<ul><li>[Three.]</li></ul></li></ul>'],
  [
    'a link',
    'See [the plan](/plan "All"). Go.\n',
    '<p>[See <span class="link" title="/plan">the plan</span>.] [Go.]</p><p class="keyed"><span class="key">title</span> <span class="value">[All]</span></p>',
  ],
  ['HTML', 'It <b>opens</b>. Yes.\n\n<div>Words here. More.</div>\n', '<p>[It <b>opens</b>.] [Yes.]</p><div>[Words here.] [More.]</div>'],
  [
    'an alert, whose marker has letters of the sentence',
    '> [!NOTE]\n> On Sundays there is **no boat**. None.\n',
    '<div class="note alert"><p class="alert-title">note</p><p>[On Sundays there is <strong>no boat</strong>.] [None.]</p></div>',
  ],
  [
    'a caption',
    '![A ferry](a.png "The Heron")\n',
    '<figure><img src="/image?a.png" alt="A ferry" loading="lazy" decoding="async"><figcaption>[The Heron]</figcaption></figure><p class="keyed"><span class="key">alt</span> <span class="value">[A ferry]</span></p>',
  ],
  [
    'a description, beside its image',
    'One.\n\n![A ferry](a.png)\n\nTwo.\n',
    '<p>[One.]</p><figure><img src="/image?a.png" alt="A ferry" loading="lazy" decoding="async"></figure><p class="keyed"><span class="key">alt</span> <span class="value">[A ferry]</span></p><p>[Two.]</p>',
  ],
  [
    'a description within an item of a list',
    '- One ![a ferry](a.png)\n- Two.\n',
    '<ul><li>[One <img src="/image?a.png" alt="a ferry" loading="lazy" decoding="async">]<p class="keyed"><span class="key">alt</span> <span class="value">[a ferry]</span></p></li><li>[Two.]</li></ul>',
  ],
  [
    'a title that shows at the pointer',
    '> See [the plan](/plan "All of it. Or not.").\n',
    '<blockquote><p>[See <span class="link" title="/plan">the plan</span>.]</p><p class="keyed"><span class="key">title</span> <span class="value">[All of it.] [Or not.]</span></p></blockquote>',
  ],
])('%s', (_, text, expected) => {
  expect(markup(text)).toBe(expected);
});

test.each([
  ['- one\n  - two\n', '<ul><li>[one]<ul><li>[two]</li></ul></li></ul>'],
  ['1. one\n   ```\n   code\n   ```\n', '<ol><li>[one]<pre><code>code</code></pre></li></ol>'],
  ['- one\n  > two\n', '<ul><li>[one]<blockquote><p>[two]</p></blockquote></li></ul>'],
  [
    '- a &amp; big.\n  C \\* d.\n  - e\n    - f\n  - g\n- h\n',
    '<ul><li>[a &#x26; big.][C * d.]<ul><li>[e]<ul><li>[f]</li></ul></li><li>[g]</li></ul></li><li>[h]</li></ul>',
  ],
])('read as HTML, since there is a tag in the article, each sentence is there once: %s', (text, expected) => {
  expect(markup(`${text}\n<b>x</b>\n`)).toBe(`${expected}<p>[<b>x</b>]</p>`);
});

test('an edition is in the marks of its source, and a mark that has none looks like what it is', () => {
  const { article, places } = laidOut('See the [**big** plan](/plan) & `map` {{< video >}}.\n');
  const [segment] = segmentsOf(article);
  if (segment === undefined) throw new Error('no sentence');
  const mark = (role: 'open' | 'close' | 'alone', id: string) => ({ role, id, source: '' });
  const text = [
    'Vea ',
    mark('alone', '3'),
    ' y el ',
    mark('open', '1'),
    'plan ',
    mark('open', '2'),
    'grande',
    mark('close', '2'),
    mark('close', '1'),
    ' ',
    mark('alone', '4'),
    '.',
  ];
  expect(stringify({ type: 'root', children: nodesOf(text, segment, places) })).toBe(
    'Vea <code>map</code> y el <span class="link" title="/plan">plan <strong>grande</strong></span> <bdi class="chip" title=""></bdi>.',
  );
});

const data = dataFolder();

test.skipIf(data === undefined)('every sentence of public articles has a place in the layout', () => {
  const missing: string[] = [];
  // What readers see as a text is where they see it, not beside it once more.
  const twice: string[] = [];
  let count = 0;
  for (const file of globSync('markdown/**/*.{md,mdx}', { cwd: data as string })) {
    const dialect = file.endsWith('.mdx') ? 'mdx' : 'md';
    try {
      const { article, places } = laidOut(readFileSync(join(data as string, file), 'utf8'), dialect);
      const shown = shownIn(places);
      for (const [line] of stringify(places.tree).matchAll(/<span class="key">(?:paragraph|heading|cell)<.*/g))
        twice.push(`${file} ${line}`);
      for (const { kind, segments } of article.blocks) {
        if (kind === 'frontMatter') continue;
        count += segments.length;
        missing.push(...segments.filter(({ id }) => !shown.has(id)).map(({ id }) => `${file} ${kind} ${id}`));
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
    }
  }
  expect(count).toBeGreaterThan(5000);
  expect(missing).toEqual([]);
  expect(twice).toEqual([]);
});

/** An article's layout in as many parts as it may have, and at once. */
function bothWays(text: string) {
  const source: ArticleSource = { format: 'markdown', slug: 'a', file: 'articles/en/a.md', dialect: 'md' };
  const article = readSourceArticle(settings, source, text);
  const parts = layoutParts(article, { first: 1, others: 1 });
  const blocks = (extents: ReturnType<typeof layoutParts>) =>
    articleLayout(settings, source, article, labels, { parts: extents })
      .flatMap((part) => part().tree.children)
      .filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const markup = (extents: ReturnType<typeof layoutParts>) =>
    blocks(extents).map((child) => stringify({ type: 'root', children: [child] }));
  return { parts, inParts: markup(parts), atOnce: markup([wholeOf(article)]) };
}

test('a layout is in parts at headings of the article, and in one where parts speak of each other', () => {
  const text =
    'One.\n\n# A\n\n- Two.\n\n      # code\n\n- Three.\n\n> # Said\n\n```\n\n# no\n```\n\n## B\n\nFour *and* more.\n\n# C\n\n### D\n';
  const { parts, inParts, atOnce } = bothWays(text);
  expect(parts.map(({ from }) => text.slice(from, from + 4))).toEqual(['One.', '# A\n', '# C\n']);
  expect(inParts).toEqual(atOnce);
  for (const across of [
    '<div>',
    '<p>One.',
    '</b>',
    'A <b>note</i>.',
    '<!DOCTYPE html>',
    '<br>',
    'See [B](#b).',
    'A note.[^1]\n\n[^1]: It.',
    'See [it].\n\n[it]: /it',
  ])
    expect(bothWays(`${text}\n${across}\n`).parts, across).toHaveLength(1);
  const within =
    'See <https://example.org>, **a** <b>bold</b> one<br>.\n\n<div class="a">\n<img src="a.png">\nIt.\n</div>\n\n<!-- no\n\n# heading -->\n';
  const inside = bothWays(`${within}\n${text.replace('```\n\n', '```\n')}`);
  expect(inside.parts).toHaveLength(3);
  expect(inside.inParts).toEqual(inside.atOnce);
});

test.skipIf(data === undefined)('public articles look in parts as they look at once', () => {
  let [inSeveral, asItIs] = [0, 0];
  for (const file of globSync('markdown/**/*.md', { cwd: data as string })) {
    try {
      const text = readFileSync(join(data as string, file), 'utf8');
      // As it is, and without what keeps an article in one.
      for (const one of [text, text.replace(/<(?=[a-z!/?])|^ *\[[^\]]+\]:.*$|(?<=\])\[.*?\]|\[\^/gim, '')]) {
        const { parts, inParts, atOnce } = bothWays(one);
        if (parts.length > 1) inSeveral++;
        if (one === text && parts.length > 1) asItIs++;
        expect(inParts, file).toEqual(atOnce);
      }
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
    }
  }
  expect(inSeveral).toBeGreaterThan(20);
  expect(asItIs).toBeGreaterThan(3);
});
