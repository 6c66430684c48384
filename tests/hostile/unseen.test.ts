/** Characters that nobody sees, or that are none, which an engine has put into its answer. */

import { expect, it } from 'vitest';
import { charactersCheck } from '../../src/checks/characters.ts';

const found = (target: string, to = 'es', source = 'The ferry is back.') => {
  const input = { source: [source], target: [target], sourceWords: source, targetWords: target, from: 'en', to, terms: [] };
  return charactersCheck.segment(input as unknown as Parameters<typeof charactersCheck.segment>[0]);
};

it.each([
  ...[
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\u200e',
    '\u3164',
    '\u2028',
    '\u2029',
    '\u{e0041}',
    '\u034f',
    '\u180e',
    '\u2062',
    '\u115f',
    '\uffa0',
  ],
  ...[
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\u{e01ef}',
    '\u2800',
    '\ufff9',
    '\ufffc',
    '\ufffd',
    '\u{1fffe}',
    '\uffff',
    '\ue000',
    '\ud800',
    '\u009b',
    '\u001b',
  ],
])('%j is told where the source has none', (char) => {
  expect(found(`El fer${char}ri vuelve.`)).not.toEqual([]);
});

it('bytes that are hidden in selectors behind an emoji are told; an emoji with its own is not', () => {
  expect(found('El ferri vuelve \u{1f600}\u{e0101}\u{e0102}\u{e0103}.')).toMatchObject([{ level: 'warning' }]);
  expect(
    found('El ferri vuelve \u2764\ufe0f \u{1f469}\u200d\u{1f680} \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}.'),
  ).toEqual([]);
});

it.each([
  ['fa', 'کشتی برمی\u200cگردد.'],
  ['hi', 'क्\u200dष नौका लौट आई।'],
  ['ja', '辻\u{e0100}さんのフェリー。'],
])('a joiner or a selector that %s needs is none', (to, target) => {
  expect(found(target, to)).toEqual([]);
});
