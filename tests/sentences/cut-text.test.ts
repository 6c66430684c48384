import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, Text } from '../../src/article.ts';
import { readSrx } from '../../src/sentences/srx.ts';
import { cutText } from '../../src/sentences.ts';
import { normalize } from '../../src/text.ts';

const open = (id: string, source = '**'): Mark => ({ role: 'open', id, source });
const close = (id: string, source = '**'): Mark => ({ role: 'close', id, source });
const alone = (source: string): Mark => ({ role: 'alone', id: '9', source });

/** The source of each sentence, as an author would see it. */
const shown = (text: Text, locale = 'en') =>
  cutText(text, locale).map((piece) => piece.map((part) => (typeof part === 'string' ? part : part.source)).join(''));

describe('a text with marks is cut', () => {
  const cases: readonly [string, Text, readonly string[]][] = [
    ['before an opening mark', ['One. ', open('1'), 'Two', close('1'), '.'], ['One. ', '**Two**.']],
    ['behind a closing mark', [open('1'), 'One.', close('1'), ' Two.'], ['**One.** ', 'Two.']],
    ['between a closing and an opening mark', [open('1'), 'One. ', close('1'), open('2'), 'Two.', close('2')], ['**One. **', '**Two.**']],
    ['behind a closing mark that closes nothing here', ['One. ', close('1'), 'Two.'], ['One. **', 'Two.']],
    ['nowhere within a pair', [open('1'), 'One. Two.', close('1'), ' Three.'], ['**One. Two.** ', 'Three.']],
    ['within a pair that opens here and closes elsewhere', [open('1'), 'One. Two.'], ['**One. ', 'Two.']],
    ['before code', ['Do not. ', alone('`run`'), ' it.'], ['Do not. ', '`run` it.']],
    ['behind code', ['Call ', alone('`run()`'), '. Then wait.'], ['Call `run()`. ', 'Then wait.']],
    ['behind the plural of code', ['Two ', alone('`row`'), 's. Rows are long.'], ['Two `row`s. ', 'Rows are long.']],
    ["behind a note's call", ['One.', alone('[^1]'), ' Two.'], ['One.[^1] ', 'Two.']],
    ['behind a hard break', ['One.', alone('  \n'), 'Two.'], ['One.  \n', 'Two.']],
    ['not at a hard break without a stop', ['One', alone('<br>'), 'and two.'], ['One<br>and two.']],
    ['not behind an abbreviation before a link', ['Mr. ', open('1', '['), 'Smith', close('1', '](#)'), ' left.'], ['Mr. [Smith](#) left.']],
    ['not before who said it', [open('1'), '“Why?”', close('1'), ' she asked.'], ['**“Why?”** she asked.']],
  ];
  test.each(cases)('%s', (_, text, expected) => expect(shown(text)).toEqual(expected));
});

test('law: the pieces join to the text, whatever it is', () => {
  const mark = fc.oneof(
    fc.record({ role: fc.constantFrom<Mark['role']>('open', 'close'), id: fc.constantFrom('1', '2', '3'), source: fc.constant('*') }),
    fc.record({
      role: fc.constant<Mark['role']>('alone'),
      id: fc.constant('4'),
      source: fc.constantFrom('`a`', '  \n', '<br>', '[^1]', '<b>'),
    }),
  );
  const words = fc.oneof(
    fc.constantFrom('One. ', 'Two!', ' Mr. ', '(a. B)', '。', '… ', '1. '),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, mark)), fc.constantFrom('en', 'de', 'ja', 'el'), (text, locale) => {
      const pieces = cutText(text, locale);
      expect(normalize(pieces.flat())).toEqual(normalize(text));
      expect(pieces.every((piece) => piece.length > 0)).toBe(true);
    }),
  );
});

test('rules of the user hold in a text with marks', () => {
  const srx = readSrx(
    `<srx version="2.0"><body><languagerules><languagerule languagerulename="x"><rule break="yes"><beforebreak>;</beforebreak>
     <afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="x"/>
     </maprules></body></srx>`,
    'rules.srx',
  );
  expect(cutText(['one; ', open('1'), 'two', close('1')], 'en', srx)).toHaveLength(2);
});
