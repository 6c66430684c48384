/** What people do to a localized file of strings. */

import type { Random } from './random.ts';

export const STRING_EDITS = [
  'a word changed',
  'a letter changed',
  'a line taken out',
  'two lines swapped',
  'a line doubled under another key',
  'line ends of Windows',
  'a byte order mark',
  'no line end at the end',
  'other indentation',
  'a blank line',
  'a comment',
  'written anew by a tool',
  'letters escaped',
  'trailing spaces',
  'a number changed',
  'a value emptied',
  'sorted by a tool',
] as const;

export function stringEdit(dice: Random, kind: (typeof STRING_EDITS)[number], text: string, isJson: boolean): string {
  const lines = text.split('\n');
  const at = dice.below(Math.max(1, lines.length - 1));
  const pick = (pattern: RegExp, change: (found: string) => string): string => {
    const all = [...text.matchAll(pattern)];
    const found = all[dice.below(Math.max(1, all.length))];
    return found === undefined ? text : text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length);
  };
  const json = (indent: string | number, change: (value: unknown) => unknown = (value) => value) => {
    try {
      return isJson ? `${JSON.stringify(change(JSON.parse(text.replace(/^\uFEFF/, ''))), null, indent)}\n` : text;
    } catch {
      return text;
    }
  };
  switch (kind) {
    case 'a word changed':
      return pick(/[A-ZÑÁ]{3,}/g, () =>
        dice.one(['Puerto', 'mar "azul"', "l'eau", 'ñandú', 'a: b', '#1 de todo']).replaceAll('"', isJson ? '\\"' : ''),
      );
    case 'a letter changed':
      return text.slice(0, at) + dice.one(['x', '{', '"', ' ', '\n', "'", 'é']) + text.slice(at + 1);
    case 'a line taken out':
      return lines.toSpliced(at, 1).join('\n');
    case 'two lines swapped':
      return lines
        .with(at, lines[at + 1] ?? '')
        .with(at + 1, lines[at] ?? '')
        .join('\n');
    case 'a line doubled under another key':
      return lines
        .toSpliced(
          at,
          0,
          (lines[at] ?? '').replace(/[\w.]+/, (key) => `${key}Own`),
        )
        .join('\n');
    case 'line ends of Windows':
      return text.replace(/\r?\n/g, '\r\n');
    case 'a byte order mark':
      return text.startsWith('\uFEFF') ? text : `\uFEFF${text}`;
    case 'no line end at the end':
      return text.trimEnd();
    case 'other indentation':
      return isJson
        ? text.replace(/^ +/gm, (space) => dice.one(['\t', '    ']).repeat(space.length / 2))
        : text.replace(/^ +/gm, (space) => space + space);
    case 'a blank line':
      return lines.toSpliced(at, 0, '').join('\n');
    case 'a comment':
      return lines.toSpliced(at, 0, isJson ? '  // para todos' : '# para todos').join('\n');
    case 'written anew by a tool':
      return json(dice.one([0, 1, 2, 4, '\t']));
    case 'letters escaped':
      return isJson ? text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`) : text;
    case 'trailing spaces':
      return lines.with(at, `${lines[at]}  `).join('\n');
    case 'a number changed':
      return pick(/(?<=[:=] )\d+/g, () => '77');
    case 'a value emptied':
      return pick(/(?<=: )"[^"\n]*"/g, () => '""');
    case 'sorted by a tool':
      return json(2, (value) => Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => b.localeCompare(a))));
  }
}
