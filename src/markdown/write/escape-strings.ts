/** Words on their way into a parameter of a shortcode, an include or an attribute list, or into a string of a program. */

import type { TargetSyntax } from '../../article.ts';

/** Each with the quotation mark that ends the value. */
const ESCAPE: Partial<Record<TargetSyntax, (words: string, quote: string) => string>> = {
  // Hugo's parser drops every backslash, and stops at one before a backtick: a value in quotes can hold none.
  hugoString: (words) => words.replaceAll('\\', '').replaceAll('"', '\\"'),
  hugoRaw: (words) => words.replaceAll('`', "'"),
  // Jekyll's include reads the escaped quotation mark; other tags of Liquid read none, and what they write is HTML.
  liquidEscaped: (words, quote) => words.replaceAll(quote, `\\${quote}`).replace(/\\$/, ''),
  liquidString: (words, quote) => words.replaceAll(quote, quote === '"' ? '&quot;' : '&#39;'),
  // Parsers of attribute lists differ in what they escape: a typographic mark needs none.
  attributeList: (words, quote) => words.replaceAll(quote, quote === '"' ? '”' : '’').replace(/[{}]/g, ''),
  jsString: (words, quote) => words.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(/\$\{/g, '\\${'),
};

/** Whether words of a syntax are written by `escapeString`. */
export function isStringSyntax(syntax: TargetSyntax): boolean {
  return ESCAPE[syntax] !== undefined;
}

/** @param quote that stands before the value */
export function escapeString(words: string, syntax: TargetSyntax, quote: string): string {
  const line = words.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('\0', '\uFFFD');
  // What would end the tag, or begin another.
  const inert = syntax === 'jsString' ? line : line.replace(/([%>])\}/g, '$1 }').replace(/\{(?=[{%])/g, '{ ');
  return ESCAPE[syntax]?.(inert, quote) ?? inert;
}
