/** Texts that grow by repetition, each by a name: what has made parsers, patterns and comparisons of texts slow. */

/** A text of about so many characters. */
export type Shape = (length: number) => string;

const repeat =
  (unit: string): Shape =>
  (length) =>
    unit.repeat(Math.max(1, Math.ceil(length / unit.length)));
/** Opened half of the way, closed for the rest. */
const nested =
  (open: string, close: string, inner = 'a'): Shape =>
  (length) => {
    const count = Math.max(1, Math.floor(length / (open.length + close.length)));
    return open.repeat(count) + inner + close.repeat(count);
  };
/** Units with a number of their own, so that no two are the same. */
const numbered =
  (unit: (at: number) => string): Shape =>
  (length) => {
    const parts: string[] = [];
    for (let at = 0, total = 0; total < length; at++) {
      const part = unit(at);
      parts.push(part);
      total += part.length;
    }
    return parts.join('');
  };
/** A head, then a repetition. */
const after =
  (head: string, rest: Shape): Shape =>
  (length) =>
    head + rest(length);

/** Bodies of articles in Markdown. */
export const BODIES: Readonly<Record<string, Shape>> = {
  words: repeat('Words of a story that are not a sentence yet '),
  sentences: repeat('The ferry is late. '),
  'sentences of their own': numbered((at) => `Ferry ${at} came to harbour ${at + 7} on Monday. `),
  paragraphs: numbered((at) => `Ferry ${at} came to harbour ${at + 7} on Monday.\n\n`),
  'one-letter sentences': repeat('A. '),
  'strong opened': repeat('**a '),
  'strong in a word': repeat('**a'),
  'emphasis opened': repeat('*a '),
  'emphasis closed': repeat('a* '),
  'emphasis mixed': repeat('*a_ '),
  'emphasis and strong': repeat('*a **b '),
  'emphasis run': repeat('*'),
  'underscores run': repeat('a_'),
  'sentences with marks': repeat('The *ferry* is ~~not~~ **late**. '),
  'emphasis nested': nested('*a ', ' a*'),
  struck: repeat('~~a '),
  'struck in a word': repeat('~~a'),
  'brackets opened': repeat('['),
  'brackets closed': repeat(']'),
  'brackets closed apart': repeat(']] '),
  'brackets beside each other': repeat('[a] '),
  'brackets nested': nested('[', ']'),
  'bracket and parenthesis': repeat(']('),
  'links opened': repeat('[a]('),
  'links in links': nested('[', '](/a)'),
  links: numbered((at) => `[a ${at}](/b/${at}) `),
  'pictures nested': nested('![', '](/a)'),
  'picture opened': repeat('![a]('),
  'reference links': numbered((at) => `[a ${at}][r${at}] `),
  definitions: numbered((at) => `[r${at}]: /address/${at} "title"\n`),
  'uses and definitions': (length) =>
    numbered((at) => `Read [the page ${at}][r${at}] today.\n\n`)(length / 2) + numbered((at) => `[r${at}]: /address/${at}\n`)(length / 2),
  'footnote calls': repeat('[^a]'),
  footnotes: numbered((at) => `A claim[^${at}].\n\n[^${at}]: Its note.\n\n`),
  'code opened': numbered((at) => `${'`'.repeat((at % 300) + 1)}a `),
  'code spans': repeat('`a` '),
  ticks: repeat('`'),
  'comments opened': repeat('<!-- '),
  'comment closings': after('<!-- a ', repeat('-- ')),
  'tags opened': repeat('<a '),
  'less-than': repeat('<'),
  'instructions opened': repeat('<? '),
  'declarations opened': repeat('<!A '),
  'cdata opened': repeat('<![CDATA[ '),
  attributes: after('<a ', repeat('a="b" ')),
  'unclosed attribute': repeat('<a b="'),
  'inline elements': repeat('<b>a</b> '),
  'elements opened': repeat('<i>a '),
  'html blocks': repeat('<div>a</div>\n\n'),
  'html lines': repeat('<div>\n'),
  entities: repeat('&amp;'),
  'entities unended': repeat('&amp '),
  ampersands: repeat('&'),
  'numbers of characters': repeat('&#1234567;'),
  backslashes: repeat('\\'),
  'escaped signs': repeat('\\*'),
  autolinks: repeat('<https://a.example/b> '),
  'bare addresses': repeat('https://a.example/b '),
  'one address': after('https://a.example/', repeat('a.')),
  'address with brackets': after('https://a.example/', repeat('(')),
  'address with ends': after('https://a.example/', repeat('&amp;')),
  'mail signs': repeat('a@'),
  'mail addresses': repeat('a@b.example '),
  'mail dots': after('a@', repeat('b.')),
  'www dots': repeat('www.'),
  handles: repeat('@a '),
  dots: repeat('.'),
  'question and exclamation': repeat('?!'),
  dashes: repeat('-'),
  'dashes apart': repeat('- '),
  equals: repeat('a\n=\n'),
  'underlined headings': repeat('a\n-\n\n'),
  headings: repeat('# a\n\n'),
  'headings alike': repeat('## The ferry\n\nIt is late.\n\n'),
  'heading marks': after('# a ', repeat('#')),
  'quote marks': repeat('> a\n'),
  'quotations lazy': after('> a\n', repeat('a\n')),
  'quotations nested': (length) => `${'> '.repeat(90)}a\n`.repeat(Math.ceil(length / 182)),
  items: repeat('- a\n'),
  'numbered items': numbered((at) => `${at + 1}. a\n`),
  'lists nested': (length) =>
    Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- a\n`)
      .join('')
      .repeat(Math.ceil(length / 1_720)),
  'items of tasks': repeat('- [ ] a\n'),
  'empty lines': repeat('\n'),
  'empty lines in a list': repeat('- a\n\n\n'),
  'lines of spaces': repeat(' \n'),
  spaces: after('a', repeat(' ')),
  'spaces between': repeat('a          '),
  tabs: repeat('\ta'),
  'hard breaks': repeat('a  \n'),
  'short lines': repeat('a\n'),
  'returns alone': repeat('a\r'),
  'table rows': after('| a | b |\n| - | - |\n', repeat('| a | b |\n')),
  'table columns': (length) => `${'|a'.repeat(length / 6)}|\n${'|-'.repeat(length / 6)}|\n${'|b'.repeat(length / 6)}|\n`,
  'table delimiters': repeat('| - '),
  'tables nearly': repeat('a | b\n- | -\n'),
  'fences opened': repeat('```\n'),
  'fences other': repeat('~~~a\n```\n'),
  'indented code': repeat('    a\n'),
  directives: repeat(':a[b] '),
  'directives opened': repeat(':a[ '),
  containers: repeat(':::note\na\n:::\n\n'),
  'containers opened': repeat(':::a\n\n'),
  'shortcodes opened': repeat('{{< a '),
  shortcodes: repeat('{{< a >}} '),
  'templates opened': repeat('{% a '),
  braces: repeat('{'),
  'braces nested': nested('{', '}'),
  'attribute lists': repeat('# a {#b .c}\n\n'),
  'formula opened': repeat('$a '),
  formulas: repeat('$a$ '),
  dollars: repeat('$'),
  'long word': repeat('a'),
  'long word of capitals': repeat('A'),
  'capital words': repeat('Aa '),
  'names of their own': numbered((at) => `${String.fromCharCode(65 + (at % 26))}${'abcdefgh'.slice(at % 5)}${at % 7 === 0 ? '. ' : ' '}`),
  initials: repeat('A.B.'),
  'hyphened word': repeat('a-'),
  'apostrophed word': repeat("a'"),
  'long number': repeat('1'),
  'grouped number': repeat('1,'),
  'dotted number': repeat('1.'),
  'number and space': repeat('1 '),
  'numbers of their own': numbered((at) => `${at}, `),
  amounts: numbered((at) => `$${at} million, `),
  dates: numbered((at) => `${(at % 28) + 1} January ${1900 + (at % 200)}, `),
  'spelled numbers': repeat('one hundred and '),
  percents: repeat('1% '),
  times: repeat('10:30 '),
  'double quotes': repeat('"'),
  'quoted words': repeat('"a" '),
  'quotations opened': repeat('“a '),
  guillemets: repeat('«a '),
  parentheses: repeat('('),
  'parentheses nested': nested('(', ')'),
  'parentheses closed': repeat(')'),
  'words in parentheses': repeat('(a) '),
  'combining marks': after('a', repeat('\u0301')),
  'combined letters': repeat('a\u0301'),
  joiners: repeat('\u200d'),
  'joined emoji': repeat('👩\u200d'),
  emoji: repeat('😀'),
  flags: repeat('🇺'),
  'variation selectors': repeat('❤\ufe0f'),
  'bidi marks': repeat('\u202ea'),
  'zero width': repeat('a\u200b'),
  'soft hyphens': repeat('a\u00ad'),
  'no-break spaces': repeat('a\u00a0'),
  'ideographic text': repeat('我們在港口等渡輪。'),
  'ideographs without stops': repeat('港'),
  'arabic text': repeat('كان القارب متأخرا. '),
  'thai text': repeat('เรือมาสาย'),
  'devanagari text': repeat('नाव देर से आई। '),
  'cyrillic text': repeat('Паром запізнюється. '),
  'mixed scripts': repeat('aаα'),
  'halves of pairs': repeat('a\ufffd'),
  lists: repeat('a, '),
  semicolons: repeat('a; '),
  ellipses: repeat('a… '),
  slashes: repeat('a/'),
  pipes: repeat('|'),
  plus: repeat('+ a\n'),
  abbreviations: repeat('Mr. '),
  'abbreviations of countries': repeat('U.S. '),
  stutter: repeat('the the '),
  term: repeat('Port Office '),
  'term begun': repeat('Port '),
  'term in brackets': repeat('[Port Office] '),
};

/** Values of a front matter, after `---` and a title. */
export const FRONTS: Readonly<Record<string, Shape>> = {
  'front keys': numbered((at) => `key${at}: value\n`),
  'front tags': (length) => `tags: [${numbered((at) => `tag ${at}, `)(length)}z]\n`,
  'front list': (length) => `tags:\n${repeat('  - a\n')(length)}`,
  'front long value': (length) => `summary: ${repeat('Words of a story. ')(length)}\n`,
  'front folded': (length) => `summary: >\n${repeat('  Words of a story.\n')(length)}`,
  'front quoted': (length) => `summary: "${repeat('a \\" ')(length)}"\n`,
  'front lines': (length) => `summary: "${repeat('a\n  ')(length)}"\n`,
  'front anchors': (length) => `a: &a [x]\n${numbered((at) => `k${at}: *a\n`)(length)}`,
  'front anchors chained': (length) => `k0: &k0 x\n${numbered((at) => `k${at + 1}: &k${at + 1} [*k${at}]\n`)(length)}`,
  'front aliases doubled': (length) =>
    `a0: &a0 x\n${Array.from({ length: Math.min(40, length) }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`,
  'front merges': (length) => `m: &m { a: 1 }\n${numbered((at) => `k${at}:\n  <<: *m\n`)(length)}`,
  'front flow opened': (length) => `x: ${repeat('[')(length)}\n`,
  'front flow maps opened': (length) => `x: ${repeat('{a: ')(length)}\n`,
  'front comments': repeat('# a comment\n'),
  'front colons': (length) => `x: ${repeat('a:')(length)}\n`,
  'front question marks': repeat('? '),
  'front bangs': (length) => `x: ${repeat('!')(length)}\n`,
  'front dashes': repeat('- '),
  'front aliases of the page': (length) => `aliases: [${numbered((at) => `/a/${at}, `)(length)}/z]\n`,
};
