/** Random edits of an edition's file, as a person with a text editor makes them. */

import type { Random } from './random.ts';

export type EditKind = 'characters' | 'line' | 'block' | 'front matter' | 'mark' | 'code' | 'wrapping' | 'line ends';

export const EDIT_KINDS: readonly EditKind[] = ['characters', 'line', 'block', 'front matter', 'mark', 'code', 'wrapping', 'line ends'];

const CHARACTERS = [
  'x',
  ' ',
  '.',
  ',',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '#',
  '-',
  '>',
  '|',
  '<',
  '&',
  '\\',
  ':',
  '"',
  "'",
  '\n',
  '\n\n',
  'é',
  '猫',
  '\u200f',
  '\u00a0',
  '\t',
];
const BLOCKS = [
  'A paragraph of my own. It has two sentences.',
  '## My own heading',
  '- mine\n- too',
  '```sh\necho mine\n\necho more\n```',
  '![mine](/mine.jpg)',
  '***',
  '<div class="note">\nMine.\n</div>',
  '> A quote of mine.',
  '| a | b |\n| - | - |\n| c | d |',
  '[mine]: /mine "Mine"',
  '<!-- mine -->',
];
const KEYS = [
  'slug: my-own',
  'aliases:\n  - /old\n  - /older',
  'translator: Ana',
  'doi: 10.1000/182',
  "permalink: '/es/mine/'",
  'draft: true',
  '# a comment',
];

/** @returns the file after one edit of a kind; the same where it has nothing of the kind */
export function editedBy(dice: Random, kind: EditKind, text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(eol);
  const at = dice.below(lines.length);
  switch (kind) {
    case 'characters': {
      const from = dice.below(text.length + 1);
      const count = dice.one([0, 0, 1, 1, 3, 12]);
      return text.slice(0, from) + dice.one([...CHARACTERS, '']) + text.slice(from + count);
    }
    case 'line': {
      const other = dice.below(lines.length);
      const line = lines[at] as string;
      const how = dice.one(['delete', 'double', 'swap', 'indent', 'trail', 'new']);
      if (how === 'delete') lines.splice(at, 1);
      else if (how === 'double') lines.splice(at, 0, line);
      else if (how === 'swap') [lines[at], lines[other]] = [lines[other] as string, line];
      else if (how === 'indent') lines[at] = `${dice.one(['  ', '    ', '> ', '- ', '1. '])}${line}`;
      else if (how === 'trail') lines[at] = `${line}${dice.one([' ', '  ', '\\', ' {#mine}'])}`;
      else lines.splice(at, 0, dice.one(['A line of mine.', '', 'x']));
      return lines.join(eol);
    }
    case 'block': {
      const blocks = text.split(eol + eol);
      const [one, other] = [dice.below(blocks.length), dice.below(blocks.length)];
      const block = blocks[one] as string;
      const how = dice.one(['delete', 'double', 'move', 'new', 'new']);
      if (how !== 'double' && how !== 'new') blocks.splice(one, 1);
      if (how === 'double') blocks.splice(other, 0, block);
      if (how === 'move') blocks.splice(dice.below(blocks.length + 1), 0, block);
      if (how === 'new') blocks.splice(one, 0, dice.one(BLOCKS).replaceAll('\n', eol));
      return blocks.join(eol + eol);
    }
    case 'front matter': {
      const end = lines.indexOf('---', 1);
      if (lines[0] !== '---' || end < 0) return `---${eol}${dice.one(KEYS)}${eol}---${eol}${eol}${text}`;
      const line = 1 + dice.below(Math.max(1, end - 1));
      const how = dice.one(['add', 'add', 'delete', 'value', 'all']);
      if (how === 'add') lines.splice(line, 0, ...dice.one(KEYS).split('\n'));
      else if (how === 'delete') lines.splice(line, 1);
      else if (how === 'value') lines[line] = (lines[line] as string).replace(/:\s.*$/, ': mine');
      else lines.splice(0, end + 1);
      return lines.join(eol);
    }
    case 'mark': {
      const swaps: [RegExp, string][] = [
        [/(?<!\*)\*([^*\n]+)\*(?!\*)/g, '_$1_'],
        [/\*\*([^*\n]+)\*\*/g, '$1'],
        [/\]\(([^)\s]+)/g, '](/es$1'],
        [/`([^`\n]+)`/g, '`mine`'],
        [/(\p{L}{4,}) (\p{L}{4,})/gu, '**$1** $2'],
        [/-en\.png/g, '-es.png'],
        [/alt="[^"]*"/g, 'alt="mine"'],
      ];
      const [pattern, put] = dice.one(swaps);
      const found = [...text.matchAll(pattern)];
      if (found.length === 0) return text;
      const match = dice.one(found);
      return (
        text.slice(0, match.index) +
        match[0].replace(new RegExp(pattern.source, pattern.flags.replace('g', '')), put) +
        text.slice(match.index + match[0].length)
      );
    }
    case 'code': {
      const found = [...text.matchAll(/^( *)(`{3,})[^\n]*\n([\s\S]*?)^ *\2/gm)];
      if (found.length === 0) return text;
      const match = dice.one(found);
      const from = match.index + (match[0].indexOf('\n') + 1);
      return `${text.slice(0, from)}${match[1]}// a comment of mine${eol}${text.slice(from)}`;
    }
    case 'wrapping':
      return dice.chance(0.5) ? wrapped(text, dice.one([30, 60, 80])) : text.replace(/(?<=[^\s|>-])\r?\n(?=\p{Ll})/gu, ' ');
    default:
      return dice.chance(0.7) ? (eol === '\n' ? text.replaceAll('\n', '\r\n') : text.replaceAll('\r\n', '\n')) : text.replace('\n', '\r\n');
  }
}

/** Paragraphs of one line each, at no more than so many characters a line. */
export function wrapped(text: string, width: number): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const end = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  let fence = false;
  const lines = text
    .slice(end)
    .split(eol)
    .map((line) => {
      if (/^ *(```|~~~)/.test(line)) fence = !fence;
      if (fence || !/^\p{L}/u.test(line) || line.includes('|')) return line;
      return line.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'gu'), (_, part: string) => `${part}${eol}`).trimEnd();
    });
  return text.slice(0, end) + lines.join(eol);
}
