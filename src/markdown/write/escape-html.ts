/** Words on their way into HTML text, attributes and link titles. */

import { asciiPunctuation } from 'micromark-util-character';

const HTML_REFERENCE = /&(?=#?[A-Za-z0-9])/g;

/** A brace that a template language would read. */
const TEMPLATE = /\{(?=[{%]|$)/g;

function oneLine(words: string): string {
  return words.replace(/(?<!\s)[^\S\r\n]*[\r\n]\s*/g, ' ').replaceAll('\0', '\uFFFD');
}

/** `<` must be a reference in HTML's text; `>` is one too, for the many readers that find tags by their brackets. */
function escapeBrackets(words: string): string {
  return escapeAmpersand(words).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAmpersand(words: string): string {
  return oneLine(words).replace(HTML_REFERENCE, '&amp;').replace(/&$/, '&amp;').replace(TEMPLATE, '&#123;');
}

/**
 * @param next the character after the words
 * @param cell in a table of Markdown, where `|` would end the cell
 */
export function escapeHtml(words: string, next: string, cell: boolean): string {
  // What other programs would make an emoji of.
  const html = escapeBrackets(words)
    .replace(/:(?=[a-z+-][a-z0-9_+-]*:)/g, '&#58;')
    .replace(/:$/, next === ':' ? '&#58;' : ':')
    // On its first line many programs would see a fence.
    .replace(/^(\s*)([`~])(?=\2\2)/, (_, space: string, sign: string) => `${space}&#${sign.charCodeAt(0)};`);
  return cell ? html.replaceAll('|', '&#124;') : html;
}

/**
 * @param quote the attribute's own quote; without one, both kinds are escaped
 * @param own the source's value: where the author wrote `<` or `>` as they are, so are those of the words
 * @param cell in a table of Markdown, where `|` would end the cell
 */
export function escapeAttribute(words: string, quote: string, own: string, cell: boolean): string {
  let value = /[<>]/.test(own) ? escapeAmpersand(words) : escapeBrackets(words);
  // A backtick could pair with one before the tag.
  value = value.replaceAll('`', '&#96;');
  if (cell) value = value.replaceAll('|', '&#124;');
  return quote === "'" ? value.replaceAll("'", '&#39;') : value.replaceAll('"', '&quot;');
}

/** @param delimiter `"`, `'` or `(` */
export function escapeTitle(words: string, delimiter: string, strong: boolean): string {
  const line = oneLine(words);
  if (strong) return line.replace(/[!-/:-@[-`{-~]/g, (char) => `&#${char.charCodeAt(0)};`);
  return line.replace(/[\\&"'()|`]/g, (char, at: number) => {
    const next = line[at + 1] ?? delimiter;
    if (char === '\\') return asciiPunctuation(next.charCodeAt(0)) ? '\\\\' : char;
    if (char === '&') return /[#A-Za-z0-9]/.test(next) ? '\\&' : char;
    if (char === '`') return '&#96;';
    if (char === '|') return '&#124;';
    return char === delimiter || (delimiter === '(' && char === ')') ? `\\${char}` : char;
  });
}
