/** Edits of lists, tables, headings, code, notes and definitions. */

import { lineEndIn, oneReplaced, type PersonEdit } from './person-edit.ts';

const list: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/^( *(?:[-+*]|\d+[.)]) )(.*)$/gm, `$1$2${eol}$1Un punto de una persona.`],
    [/^( *(?:[-+*]|\d+[.)]) )(.*)$/gm, `$1Primero esto.${eol}$1$2`],
    [/^ *(?:[-+*]|\d+[.)]) .*\r?\n/gm, ''],
    [/^( *)- /gm, '$1* '],
    [/^( *)\d+\. /gm, '$19. '],
    [/^( *(?:[-+*]|\d+[.)]) )/gm, '    $1'],
    [/^( *(?:[-+*]|\d+[.)]) )(.*)$/gm, `$1$2${eol}${eol}`],
    [/\[ \]/g, '[x]'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

const table: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/^\|[^\n\r]*\|$/gm, `$&${eol}| Mío | 9 | De una persona. |`],
    [/^\|[^\n\r]*\|\r?\n/gm, ''],
    [/:-+ \|/g, '----- |'],
    [/^\|([^\n\r|]*)\|/gm, '|   $1   |'],
    [/^\|([^\n\r]*)\|$/gm, '|$1| otra |'],
    [/\| ([^|\n]*) \|/g, '| |'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

const heading: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/^##(?= )/gm, '###'],
    [/^##(?= )/gm, '#'],
    [/^#+ (.+)$/gm, '$& ##'],
    [/^#+ (.+)$/gm, '$& {#mio}'],
    [/ \{#[\w-]+\}/g, ''],
    [/^#+ (.+)$/gm, `$1${eol}======`],
    [/^#+ (.+)$/gm, '**$1**'],
    [/^(.+)\r?\n-{4,}$/gm, '### $1'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

const code: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const [pattern, put] = dice.one<readonly [RegExp, string]>([
    [/^( *)(`{3,})[^\n]*\n/gm, `$&$1// a comment of mine${eol}`],
    [/^( *)(`{3,})(\w+)/gm, '$1$2ts'],
    [/^( *)`{3}(.*)$/gm, '$1~~~$2'],
    [/^( *)`{3}\r?$/gm, ''],
    [/^ *`{3}\w+\r?\n[\s\S]*?^ *`{3}$/gm, `\`\`\`py${eol}mine()${eol}${eol}\`\`\``],
    [/^ *`{3}\w+\r?\n[\s\S]*?^ *`{3}\r?\n/gm, ''],
    [/^ {4}(\S)/gm, '    mine $1'],
  ]);
  return oneReplaced(text, pattern, put, dice);
};

/** Footnotes and reference definitions. */
const notes: PersonEdit = (text, dice) => {
  const eol = lineEndIn(text);
  const definition = /^\[[^\]\n]+\]: [^\n]*(?:\n|$)/m.exec(text);
  switch (dice.one(['footnote', 'unused', 'move', 'delete', 'change', 'add', 'refer'])) {
    case 'footnote':
      return `${oneReplaced(text, /(\p{L}{4,})(?=\s)/gu, '$1[^mia]', dice).trimEnd()}${eol}${eol}[^mia]: Una nota de una persona.${eol}`;
    case 'unused':
      return oneReplaced(text, /\[\^\w+\](?!:)/g, '', dice);
    case 'move':
      return definition === null ? text : `${text.replace(definition[0], '').trimEnd()}${eol}${eol}${definition[0]}`;
    case 'delete':
      return definition === null ? text : text.replace(definition[0], '');
    case 'change':
      return oneReplaced(text, /^(\[[^\]\n]+\]: )(\S+)/gm, '$1/es$2', dice);
    case 'add':
      return `${text.trimEnd()}${eol}${eol}[mia]: /mia "Mía"${eol}`;
    default:
      return oneReplaced(text, /\]\([^)\n]+\)/g, '][report]', dice);
  }
};

export const BLOCK_EDITS = { list, table, heading, 'code block': code, notes };
