/** Edits of front matter. */

import { lineEndIn, type PersonEdit } from './person-edit.ts';

const KEYS = [
  'slug: my-own',
  'aliases:\n  - /old\n  - /older',
  'translator: Ana',
  'doi: 10.1000/182',
  "permalink: '/es/mine/'",
  'draft: true',
  '# a comment',
  'summary: |\n  Mine.\n\n  In two parts.',
  'title: Mine: with a colon',
  '  - stray',
  '',
];

/** The lines between the fences, with what is around them. */
function parted(text: string): { lines: string[]; whole: (lines: readonly string[]) => string } | undefined {
  const found = /^(---\r?\n)([\s\S]*?)(^---\r?$)/m.exec(text);
  if (found === null || found.index > 1) return undefined;
  const eol = lineEndIn(text);
  const from = found.index + (found[1] as string).length;
  const inner = found[2] as string;
  const lines = inner.split(eol);
  return {
    lines: lines.slice(0, -1),
    whole: (now) => text.slice(0, from) + now.map((one) => one + eol).join('') + text.slice(from + inner.length),
  };
}

/** Keys with the lines that belong to them. */
function entries(lines: readonly string[]): string[][] {
  const all: string[][] = [];
  for (const line of lines) {
    if (/^\S/.test(line) || all.length === 0) all.push([line]);
    else all.at(-1)?.push(line);
  }
  return all;
}

const frontMatter: PersonEdit = (text, dice) => {
  const front = parted(text);
  const eol = lineEndIn(text);
  if (front === undefined) return `---${eol}${dice.one(KEYS).replaceAll('\n', eol)}${eol}---${eol}${eol}${text}`;
  const { lines, whole } = front;
  const at = dice.below(Math.max(1, lines.length));
  const line = lines[at] ?? '';
  switch (dice.one(['add', 'add', 'delete', 'value', 'all', 'reorder', 'quote', 'quote', 'rewrap', 'fence', 'trail', 'space'])) {
    case 'add':
      lines.splice(at, 0, ...dice.one(KEYS).split('\n'));
      return whole(lines);
    case 'delete':
      lines.splice(at, 1);
      return whole(lines);
    case 'value':
      lines[at] = line.replace(/:\s.*$/, ': mine');
      return whole(lines);
    case 'all':
      return whole([]).replace(/^---\r?\n---\r?\n/, '');
    case 'reorder': {
      const all = entries(lines);
      const [moved = []] = all.splice(dice.below(Math.max(1, all.length)), 1);
      all.splice(dice.below(all.length + 1), 0, moved);
      return whole(all.flat());
    }
    case 'quote':
      lines[at] = requoted(line, dice.one(['"', "'", '']));
      return whole(lines);
    case 'rewrap':
      return whole(entries(lines).flatMap((one) => (dice.chance(0.6) ? rewrapped(one, dice.one([20, 40, 200])) : one)));
    case 'fence':
      return dice.chance(0.5) ? text.replace(/^---\r?\n/m, '') : text.replace(/^---\r?$/m, '');
    case 'trail':
      lines[at] = `${line}${dice.one([' ', '  # mine', '\t'])}`;
      return whole(lines);
    default:
      lines[at] = line.replace(/:\s/, ':   ');
      return whole(lines);
  }
};

function requoted(line: string, quote: string): string {
  const found = /^([\w-]+: )(["']?)(.*?)\2$/.exec(line);
  if (found === null || /^[[{>|]/.test(found[3] as string)) return line;
  return `${found[1]}${quote}${(found[3] as string).replaceAll(quote || '\u0000', '')}${quote}`;
}

/** A text in one line, or in a block of several. */
function rewrapped(lines: readonly string[], width: number): string[] {
  const [first = '', ...rest] = lines;
  const block = /^([\w-]+: )[>|][-+]?$/.exec(first);
  const words = block === null ? /^([\w-]+: )([^\s"'[{>|&*!].*)$/.exec(first)?.[2] : rest.map((one) => one.trim()).join(' ');
  const key = /^[\w-]+: /.exec(first)?.[0];
  if (words === undefined || key === undefined || (block === null && rest.length > 0)) return [...lines];
  const wrapped = words.match(new RegExp(`.{1,${width}}(?:\\s+|$)|\\S+\\s*`, 'gu')) ?? [words];
  return [`${key}>-`, ...wrapped.map((one) => `  ${one.trimEnd()}`)];
}

export const FRONT_EDITS = { 'front matter': frontMatter };
