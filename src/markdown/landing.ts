/** Words on their way into HTML text, attributes and link titles. */

import { asciiPunctuation } from 'micromark-util-character';

const HTML_REFERENCE = /&(?=#?[A-Za-z0-9])/g;

function oneLine(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('\0', '\uFFFD');
}

/** @param cell in a table of Markdown, where `|` would end the cell */
export function escapeHtml(words: string, cell: boolean): string {
  const html = oneLine(words)
    .replace(HTML_REFERENCE, '&amp;')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/<$/, '&lt;')
    .replace(/&$/, '&amp;');
  return cell ? html.replaceAll('|', '&#124;') : html;
}

/**
 * @param quote the attribute's own quote; empty where it has none, and then it gets one
 * @param inline in a tag within Markdown's words, where a backtick could pair with one before it
 */
export function escapeAttribute(words: string, quote: string, inline: boolean): string {
  let value = oneLine(words).replace(HTML_REFERENCE, '&amp;').replace(/&$/, '&amp;');
  if (inline) value = value.replaceAll('|', '&#124;').replaceAll('`', '&#96;');
  if (quote === '') return `"${value.replaceAll('"', '&quot;')}"`;
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
