/** Edits of bytes that a screen hardly shows, and of marks. */

import { lineEndIn, oneReplaced, type PersonEdit } from './person-edit.ts';

const mark: PersonEdit = (text, dice) => {
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/(?<!\*)\*([^*\n]+)\*(?!\*)/g, '_$1_'],
    [/\*\*([^*\n]+)\*\*/g, '$1'],
    [/\*\*([^*\n]+)\*\*/g, '__$1__'],
    [/\]\(([^)\s]+)/g, '](/es$1'],
    [/\[([^\]\n]+)\]\([^)\n]+\)/g, '$1'],
    [/`([^`\n]+)`/g, '`mine`'],
    [/(\p{L}{4,}) (\p{L}{4,})/gu, '**$1** $2'],
    [/(\p{L}{4,}) (\p{L}{4,})/gu, '[$1](https://example.org/mine) $2'],
    [/-en\.png/g, '-es.png'],
    [/alt="[^"]*"/g, 'alt="mine"'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

/** A mark that has no other half, at the edge of a word. */
const unclosed: PersonEdit = (text, dice) => {
  const sign = dice.one([
    '**',
    '*',
    '_',
    '`',
    '``',
    '[',
    '](',
    '![',
    '~~',
    '<b>',
    '</b>',
    '<',
    '{{<',
    '{{',
    ':::',
    '[^',
    '"',
    '\\',
    '$',
    '<!--',
  ]);
  return dice.chance(0.5)
    ? oneReplaced(text, /(\p{L}{3,})(?=\s)/gu, `$1${sign.replaceAll('$', '$$$$')}`, dice)
    : oneReplaced(text, /(?<=\s)(\p{L}{3,})/gu, `${sign.replaceAll('$', '$$$$')}$1`, dice);
};

const html: PersonEdit = (text, dice) => {
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/(\p{L}{4,})(?=\s)/gu, '<em>$1</em>'],
    [/(\p{L}{4,})(?=\s)/gu, '$1<br>'],
    [/(\p{L}{4,})(?=\s)/gu, '<span lang="en" title="mine">$1</span>'],
    [/(\p{L}{4,})(?=\s)/gu, '$1<!-- mine -->'],
    [/(\p{L}{4,})(?=\s)/gu, '$1&nbsp;&mdash;'],
    [/\r?\n\r?\n/g, '\n\n<p align="center">Mine.</p>\n\n'],
    [/\r?\n\r?\n/g, '\n\n<aside>\n\nMine, too.\n\n</aside>\n\n'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

const unicode: PersonEdit = (text, dice) => {
  switch (dice.one(['nfd', 'nfc', 'nfkc', 'within', 'within', 'end', 'digits'])) {
    case 'nfd':
      return text.normalize('NFD');
    case 'nfc':
      return text.normalize('NFC');
    case 'nfkc':
      return oneReplaced(text, /[^\n]{20,}/g, (/[^\n]{20,}/.exec(text)?.[0] ?? '').normalize('NFKC').replaceAll('$', '$$$$') || '$&', dice);
    case 'within': {
      const sign = dice.one(['\u200b', '\u200c', '\u200d', '\u00ad', '\u200e', '\u200f', '\u2060', '\ufe0f', '\u0301', '\u2067', '\u2028']);
      return oneReplaced(text, /(\p{L}{2})(\p{L}{2})/gu, `$1${sign}$2`, dice);
    }
    case 'end':
      return oneReplaced(text, /(\p{L})(?=[\s.,。、])/gu, `$1${dice.one([' 🛳️', '👩‍👩‍👧', '…', '\u200f', ' \u2014', '\u00a0!'])}`, dice);
    default:
      return oneReplaced(text, /(\p{L}{3,})(?=\s)/gu, '$1 ٤٢', dice);
  }
};

const whiteSpace: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  switch (dice.one(['bom', 'no end', 'more end', 'blank', 'tabs', 'trail', 'double', 'last', 'first', 'form feed'])) {
    case 'bom':
      return text.startsWith('\uFEFF') ? text.slice(1) : `\uFEFF${text}`;
    case 'no end':
      return text.replace(/\s+$/, '');
    case 'more end':
      return text + eol + eol;
    case 'blank':
      return oneReplaced(text, /(?:\r?\n){2}/g, eol.repeat(dice.one([1, 3, 4])), dice);
    case 'tabs':
      return oneReplaced(text, /(?<=\p{L}) (?=\p{L})/gu, '\t', dice);
    case 'trail':
      return text.replace(/(?=\r?\n)/g, () => (dice.chance(0.3) ? dice.one([' ', '   ', '\t']) : ''));
    case 'double':
      return oneReplaced(text, /(?<=\p{L}) (?=\p{L})/gu, '  ', dice);
    case 'last':
      return `${text}${dice.one(['   ', '\t', '\u00a0'])}`;
    case 'first':
      return `${dice.one([eol, ' ', '\t'])}${text}`;
    default:
      return oneReplaced(text, /(?:\r?\n){2}/g, `${eol}\f${eol}`, dice);
  }
};

export const BYTE_EDITS = { mark, unclosed, html, unicode, 'white space': whiteSpace };
