/**
 * What a generator sees and CommonMark does not, in as many characters, so that every offset holds: the body of an admonition is a
 * quote's, a Liquid tag alone on its line is a blank line, mathematics is a word, and so is what a generator fills in
 * for an address. The parser reads the masked text; words and marks
 * are taken from the source.
 */

import type { Range } from '../../runs/ranges.ts';
import { DIALECT_RULES } from '../dialects.ts';
import type { Syntax } from '../syntax.ts';
import { maskBlocks } from './mask-blocks.ts';
import { mathIn } from './math.ts';
import { verbatimIn } from './verbatim-tags.ts';

/** `![A](x.png =100x200)`: the size is none of CommonMark. */
const IMAGE_SIZE =
  /(\]\((?:<[^<>\n]*>|[^\s()<>]+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?)([ \t]+=\d*%?x\d*%?)(?=[ \t]*(?:"[^"\n]*"|'[^'\n]*')?[ \t]*\))/g;

const TEMPLATE = String.raw`\{\{(?:(?!\}\}|\{\{)[^\n])*\}\}|\{%(?:(?!%\}|\{%)[^\n])*%\}`;
/** An address that a generator fills in: `]({{ site.baseurl }}/x)`, `]({{< ref "x.md" >}})`, `[label]: {{ page.url }}`. */
const FILLED_IN = new RegExp(
  String.raw`(\]\([ \t]*<?|^[ \t>]*\[[^\]\n]+\]:[ \t]*<?)((?:[^\s()<>{}]|${TEMPLATE})*(?:${TEMPLATE})(?:[^\s()<>{}]|${TEMPLATE})*)`,
  'gm',
);
/** The page of a wiki link, where Markdown would see an address or emphasis. */
const WIKI_PAGE = /(\[\[)(?=[^[\]|\n]*?(?::\/\/|www\.|[@*_`~]))([^[\]|\n]+)(?=\\?\||\]\])/g;
/** The id of a heading in Docusaurus, which holds no emphasis. */
const COMMENTED_ID = /(\{\/)(\*[^{}\n]*\*)(?=\/\}[ \t]*\r?$)/gm;

const MASKED: readonly { readonly sign: string; readonly pattern: RegExp }[] = [
  { sign: '{', pattern: FILLED_IN },
  { sign: '[[', pattern: WIKI_PAGE },
  { sign: '{/*', pattern: COMMENTED_ID },
];

/**
 * @param body Markdown without front matter
 * @returns a text of the same length
 */
export function maskDialect(body: string, syntax: Syntax): string {
  const rules = syntax.generator === undefined ? undefined : DIALECT_RULES[syntax.generator];
  let masked = maskBlocks(body, rules?.directiveFences === true);
  if (masked.includes(' =')) masked = masked.replace(IMAGE_SIZE, (_, image: string, size: string) => image + ' '.repeat(size.length));
  for (const { sign, pattern } of MASKED)
    if (masked.includes(sign)) masked = masked.replace(pattern, (_, lead: string, own: string) => lead + 'x'.repeat(own.length));
  masked = hidden(masked, verbatimIn(masked));
  if (syntax.math) return masked;
  return hidden(masked, mathIn(masked, rules?.dollars === true));
}

/** The text with words instead of what is in ranges. */
function hidden(masked: string, ranges: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of ranges) {
    // Within a quote the prefixes of its lines are the quote's.
    out +=
      masked.slice(at, start) +
      masked.slice(start, end).replace(/(^|[\r\n][ \t>]*)([^\r\n]+)/g, (_, lead: string, text: string) => lead + text.replace(/\S/g, 'x'));
    at = end;
  }
  return at === 0 ? masked : out + masked.slice(at);
}

/** `[words][label]` and `[words][]`, and code, which is passed over; a sign of code without a partner in its block is none. */
const REFERENCES =
  /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(?:(`{3,})(?![^\n]*`)[\s\S]*?^[ \t>]*\1|(~{3,})[\s\S]*?(?:^[ \t>]*\2|$(?![\s\S])))|(?<!\\|(?<!\\)`)(`+)(?!`)(?:[^\n]|\n(?![ \t>]*(?:\r?\n|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|[`~]{3}|[-=*_]{3})))*?(?<!`)\3(?!`)|(?<!\\|(?<!\\)\])\[((?:[^[\]\n\\]|\\.|\n(?![ \t>]*\r?\n)|\[(?:[^[\]\n\\]|\\.)*\])+)\]\[([^[\]\n^][^[\]\n]*)?\](?![[(:])/gm;

/**
 * The labels of references that are written in full: they are links, defined here or in a file that is included.
 * @returns as they are written
 */
export function referredLabels(body: string): string[] {
  if (!body.includes('][')) return [];
  /** What ends a shortcode: `[name][other]` is none that is referred to, where `[/name]` is. */
  const ends = new Set([...body.matchAll(/\[\/([^[\]]*)\]/g)].map(([, name]) => name));
  return [...body.matchAll(REFERENCES)]
    .map(([, , , , words, label]) => (label ?? words ?? '').trim())
    .filter((label) => label !== '' && !/^[\^/]|["'=]/.test(label) && !ends.has(label));
}
