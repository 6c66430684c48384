/** Edits of characters, lines and blocks that know nothing of Markdown. */

import { lineEndIn, type PersonEdit } from './person-edit.ts';

const CHARACTERS = [...'x .,*_`[]()#->|<&\\:"\'é猫', '\n', '\n\n', '\u200f', '\u00a0', '\t'];
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

const characters: PersonEdit = (text, dice) => {
  const from = dice.below(text.length + 1);
  const count = dice.one([0, 0, 1, 1, 3, 12]);
  return text.slice(0, from) + dice.one([...CHARACTERS, '']) + text.slice(from + count);
};

const line: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const lines = text.split(eol);
  const [at, other] = [dice.below(lines.length), dice.below(lines.length)];
  const own = lines[at] as string;
  switch (dice.one(['delete', 'double', 'swap', 'indent', 'trail', 'new'])) {
    case 'delete':
      lines.splice(at, 1);
      break;
    case 'double':
      lines.splice(at, 0, own);
      break;
    case 'swap':
      [lines[at], lines[other]] = [lines[other] as string, own];
      break;
    case 'indent':
      lines[at] = `${dice.one(['  ', '    ', '\t', '> ', '- ', '1. '])}${own}`;
      break;
    case 'trail':
      lines[at] = `${own}${dice.one([' ', '  ', '\t', '\\', ' {#mine}'])}`;
      break;
    default:
      lines.splice(at, 0, dice.one(['A line of mine.', '', 'x']));
  }
  return lines.join(eol);
};

const block: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const blocks = text.split(eol + eol);
  const [one, other] = [dice.below(blocks.length), dice.below(blocks.length)];
  const own = blocks[one] as string;
  switch (dice.one(['delete', 'double', 'move', 'swap', 'new', 'new'])) {
    case 'delete':
      blocks.splice(one, 1);
      break;
    case 'double':
      blocks.splice(other, 0, own);
      break;
    case 'move':
      blocks.splice(one, 1);
      blocks.splice(dice.below(blocks.length + 1), 0, own);
      break;
    case 'swap':
      [blocks[one], blocks[other]] = [blocks[other] as string, own];
      break;
    default:
      blocks.splice(one, 0, dice.one(BLOCKS).replaceAll('\n', eol));
  }
  return blocks.join(eol + eol);
};

const wrapping: PersonEdit = (text, dice) =>
  dice.chance(0.5) ? wrapped(text, dice.one([30, 60, 80])) : text.replace(/(?<=[^\s|>-])\r?\n(?=\p{Ll})/gu, ' ');

const lineEnds: PersonEdit = (text, dice) => {
  if (dice.chance(0.5)) return lineEndIn(text) === '\n' ? text.replaceAll('\n', '\r\n') : text.replaceAll('\r\n', '\n');
  // An editor that writes its own line end on the lines that it changes.
  const ends = [...text.matchAll(/\r\n|\n/g)];
  if (ends.length === 0) return text;
  const { index, 0: end } = dice.one(ends);
  return `${text.slice(0, index)}${end === '\n' ? '\r\n' : '\n'}${text.slice(index + end.length)}`;
};

/** Paragraphs of one line each, at no more than so many characters a line. */
export function wrapped(text: string, width: number): string {
  const eol = lineEndIn(text);
  const end = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  let fence = false;
  const lines = text
    .slice(end)
    .split(eol)
    .map((one) => {
      if (/^ *(```|~~~)/.test(one)) fence = !fence;
      if (fence || !/^\p{L}/u.test(one) || one.includes('|')) return one;
      return one.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'gu'), (_, part: string) => `${part}${eol}`).trimEnd();
    });
  return text.slice(0, end) + lines.join(eol);
}

export const LINE_EDITS = { characters, line, block, wrapping, 'line ends': lineEnds };
