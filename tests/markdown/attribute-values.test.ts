import { describe, expect, test } from 'vitest';
import type { Segment, Target, Text } from '../../src/article.ts';
import { type ReadOptions, readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { toFragment, words } from '../../src/text.ts';

type Options = Partial<ReadOptions>;
const read = (source: string, options: Options = {}) => readArticle(source, { locale: 'en', slug: 'x', ...options });
const said = (source: string, options: Options = {}) =>
  read(source, options).blocks.flatMap(({ kind, path, segments }) =>
    kind === 'attribute' ? [`${path}: ${segments.map(({ text }) => words(text)).join(' ')}`] : [],
  );

/** Each attribute's words become `to`; everything else stays. */
function written(source: string, to: string, options: Options = {}): string {
  const article = read(source, options);
  const target = (text: Text): Target => ({ text, state: 'machine', origin: { by: 'engine' }, terms: [] });
  const targets = new Map(
    article.blocks.flatMap(({ kind, segments }) =>
      kind === 'attribute' ? segments.map(({ id }, at) => [id, target([at === 0 ? to : 'x'])] as const) : [],
    ),
  );
  return writeEdition({ article, locale: 'es', targets });
}

const inCapitals = ({ id, text }: Segment): [string, Target] => [
  id,
  {
    text: text.map((piece) => (typeof piece === 'string' ? piece.toUpperCase() : piece)),
    state: 'machine',
    origin: { by: 'engine' },
    terms: [],
  },
];

const FIGURE = '{{< figure src="a.jpg" alt="The harbour" caption=`The "new" harbour` width="300" >}}';

test.each([
  ['{{< figure caption="For &quot;cats&quot;" >}}\n', 'For <x id="1"/>cats<x id="2"/>'],
  ['{{< figure caption="Say \\"hi\\" to caf&eacute; &#38; bar" >}}\n', 'Say "hi" to café <x id="1"/> bar'],
  ['{% include figure.html caption="The &lt;new&gt; pier" %}\n', 'The <x id="1"/>new<x id="2"/> pier'],
])('a reference that a template finds as it is written is a mark where it stands for markup, else a letter: %s', (source, expected) => {
  const article = read(source);
  const segments = article.blocks.flatMap((block) => block.segments);
  expect(segments.map(({ text }) => toFragment(text))).toEqual([expected]);
  const targets = new Map(segments.map(inCapitals));
  const output = writeEdition({ article, locale: 'es', targets });
  expect(output.match(/&\w+;|&#\d+;/g)).toEqual(source.match(/&(?:quot|lt|gt|#38);/g));
});

describe('words of shortcodes, includes and attribute lists are offered', () => {
  test.each<[name: string, source: string, expected: string[], options?: Options]>([
    ['Hugo', `Before.\n\n${FIGURE}\n\nAfter.\n`, ['alt: The harbour', 'caption: The "new" harbour']],
    ['Hugo, within a sentence', 'See {{% pic alt="A \\"quay\\"" %}} here.\n', ['alt: A "quay"']],
    ['Hugo, a parameter a line', '{{< figure\n  src="a.jpg"\n  alt="The harbour"\n>}}\n', ['alt: The harbour']],
    ['Hugo, in a list', '- One\n\n  {{< figure alt="The harbour" >}}\n', ['alt: The harbour']],
    ['Jekyll', `{% include figure.html src="a.jpg" caption="It's new" alt='Say "it"' %}\n`, ["caption: It's new", 'alt: Say "it"']],
    ['Liquid with colons', `{% render 'figure', alt: "The harbour", id: 'x' %}\n`, ['alt: The harbour']],
    ['a directive', ':::tip{title="Read this" #id}\n\nText.\n\n:::\n', ['title: Read this'], { extensions: ['directives'] }],
    ['a directive that is none to the parser', ':::tip{title="Read &amp; think"}\n\nText.\n\n:::\n', ['title: Read & think']],
    ['kramdown', '![A](a.png){: title="On the quay" .wide}\n', ['title: On the quay']],
    [
      'JSX',
      '<Figure caption="One" alt={"Two"} title={\'It\\\'s\'} label={name} />\n',
      ['caption: One', 'alt: Two', "title: It's"],
      { dialect: 'mdx' },
    ],
    ["Starlight's badge", '## Ferry <Badge text="New &amp; fast" variant="tip" />\n', ['text: New & fast'], { dialect: 'mdx' }],
    [
      "the attribution of Hugo's figure",
      '{{< figure src="a.jpg" attr="Photo of the harbour" attrlink="/x" >}}\n',
      ['attr: Photo of the harbour'],
    ],
    ["the summary of Hugo's details", '{{< details summary="See the log" >}}\nText.\n{{< /details >}}\n', ['summary: See the log']],
    [
      'an attribute of one element',
      '<Step heading="One two" />\n<Box heading="a b" />\n',
      ['heading: One two'],
      { dialect: 'mdx', attributes: ['Step.heading'] },
    ],
    [
      'an attribute of one HTML element',
      '<td abbr="The sum">x</td>\n\n<th abbr="a b">y</th>\n',
      ['abbr: The sum'],
      { attributes: ['TD.abbr'] },
    ],
    [
      'a parameter without a name',
      '{{< tab "On the Mac" true >}}\nText.\n{{< /tab >}}\n{{% note "a b" %}}\n',
      ['0: On the Mac'],
      { attributes: ['tab.0'] },
    ],
    ['the second one, between backticks', '{{< button page.md `Read "more"` >}}\n', ['1: Read "more"'], { attributes: ['button.1'] }],
    ['names, where one has a name', '{{< tab name="The Mac" >}}\n', [], { attributes: ['tab.0'] }],
    [
      'one include',
      '{% include quote.html who="Ann Lee" %}\n{% include x.html who="a b" %}\n',
      ['who: Ann Lee'],
      { attributes: ['quote.who'] },
    ],
    ['one tag', '{% button who="Read on" %}\n{% link who="a b" %}\n', ['who: Read on'], { attributes: ['button.who'] }],
    [
      'one directive',
      ':::card{head="The quay"}\n\nText.\n\n:::\n\n:::box{head="a b"}\n\nText.\n\n:::\n',
      ['head: The quay'],
      { attributes: ['card.head'] },
    ],
    ['names of the configuration', '{{< quote who="Ann Lee" alt="x y" >}}\n', ['who: Ann Lee'], { attributes: ['who'] }],
  ])('%s', (_, source, expected, options) => {
    expect(said(source, options)).toEqual(expected);
    expect(writeEdition({ article: read(source, options), locale: 'es', targets: new Map() })).toBe(source);
  });

  test.each([
    ['code', '```\n{{< figure alt="The harbour" >}}\n```\n\n`{% include alt="x y" %}`\n'],
    ['a comment', '<!-- {{< figure alt="The harbour" >}} -->\n'],
    ['a shortcode that is shown', '{{</* figure alt="The harbour" */>}}\n'],
    ['a program', '{% assign title = "The harbour" %}\n\n{% if title == "The harbour" %}x{% endif %}\n'],
    ['what is skipped', '<!-- dragoman:skip -->\n\n{{< figure alt="The harbour" >}}\n\n<!-- dragoman:resume -->\n'],
    ['a listing', '{% highlight html %}\n{{< figure alt="The harbour" >}}\n{% endhighlight %}\n'],
    ['what is filled in', '{% include f.html alt="{{ page.alt }} of" %}\n'],
    ['words that only look so', 'The tag alt="The harbour" in a sentence.\n'],
  ])('%s has none', (_, source) => expect(said(source)).toEqual([]));
});

describe('they are written with the quoting of where they are', () => {
  test.each<[name: string, source: string, expected: string, options?: Options]>([
    ['Hugo', '{{< figure alt="One" >}}\n', '{{< figure alt="Say \\"é\\" it\'s `x` {b} >  & <" >}}\n'],
    ['Hugo, backticks', '{{< figure alt=`One` >}}\n', "{{< figure alt=`Say \"é\" it's 'x' {b} > \\\\ & <` >}}\n"],
    ['Jekyll', "{% include f.html alt='One' %}\n", "{% include f.html alt='Say \"é\" it\\'s `x` {b} > \\\\ & <' %}\n"],
    ['Liquid', '{% render "f", alt: "One" %}\n', '{% render "f", alt: "Say &quot;é&quot; it\'s `x` {b} > \\\\ & <" %}\n'],
    ['JSX', '<F alt={"One"} />\n', '<F alt={"Say \\"é\\" it\'s `x` {b} > \\\\\\\\ & <"} />\n', { dialect: 'mdx' }],
    ['kramdown', '![A](a.png){: title="One"}\n', '![A](a.png){: title="Say ”é” it\'s `x` b > \\\\ & <"}\n'],
    ['a directive', ':::tip{title="One"}\n', ':::tip{title="Say &quot;é&quot; it\'s &#96;x&#96; {b} &gt; \\\\ & &lt;"}\n'],
  ])('%s', (_, source, expected, options) => {
    const to = 'Say "é" it\'s `x` {b} > \\\\ & <';
    const output = written(source, to, options);
    expect(output).toBe(expected);
  });

  test('what would end the tag does not', () => {
    const output = written('{{< figure alt="One" >}}\n', 'a >}} b {{ c %}');
    expect(output).toBe('{{< figure alt="a > }} b { { c % }" >}}\n');
    expect(said(output)).toEqual(['alt: a > }} b { { c % }']);
  });

  test('within a sentence that changes too', () => {
    const source = 'See {{< pic alt="One" >}} here.\n';
    const article = read(source);
    const targets = new Map(article.blocks.flatMap(({ segments }) => segments.map(inCapitals)));
    expect(writeEdition({ article, locale: 'es', targets })).toBe('SEE {{< pic alt="ONE" >}} HERE.\n');
  });
});
