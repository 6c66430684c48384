/** Where a long article can be laid out in parts, so that its beginning is on the page while the rest of it is still made. */

import type { Article } from '../../article.ts';
import { bodyStart } from '../../frontmatter/fence.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { maskDialect } from '../../markdown/read/mask.ts';
import { partitionPoint } from '../../ranges/partition-point.ts';

export interface Extent {
  /** Offsets in the source. */
  readonly from: number;
  readonly to: number;
}

/** Characters of the part that is on the page first, and of the others: some 30 and 250 sentences. */
const FIRST = 3_000;
const OTHERS = 25_000;

/** What one part says of another: footnotes are counted through the article, and a link to an anchor is one where the anchor is. */
const ACROSS = /\[\^|\]\(\s*<?#|href\s*=\s*["']?#/i;
/** Code between fences, as far as it can be told by the lines. */
const FENCED = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^[ \t>]*\1|$(?![\s\S]))/gm;

/** Read as HTML, which an article with a tag in any part is, code loses a blank line that it begins with. */
const losesBlankLine = (text: string) => [...text.matchAll(FENCED)].some(([, , code = '']) => /^[ \t>]*\r?\n/.test(code));

/** Raw HTML, but comments, which end where they are. */
const TAG = /<(\/?)([a-z][a-z\d-]*)(?=[\s/>])[^>]*>|<[!?](?!--)/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Whose end may be left out. */
const OPEN_END = /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|html|head|body)$/i;

/** Whether an element of raw HTML that some lines begin ends in them. */
function isClosed(lines: string): boolean {
  const open: string[] = [];
  for (const [, slash, name] of lines.matchAll(TAG)) {
    if (name === undefined || OPEN_END.test(name)) return false;
    if (VOID.test(name)) continue;
    if (slash === '') open.push(name.toLowerCase());
    else if (open.pop() !== name.toLowerCase()) return false;
  }
  return open.length === 0;
}

/** Headings, and what may be one: a comment in code costs a part and no more. */
const HEADING = /^[ \t>*+\-\d.)]*(#{1,6})(?:[ \t]|$)|^[ \t>]*(=+|-+)[ \t]*$/gm;

/** A part begins with a heading that none is above: how deep a heading is shown depends on those before it. */
function highestHeading(text: string): number {
  let highest = 6;
  for (const [, signs, line] of text.matchAll(HEADING))
    highest = Math.min(highest, signs?.length ?? (line?.startsWith('=') === true ? 1 : 2));
  return highest;
}

/** @returns the parts of the body in their order; one where it is short, or where a part would not be read as it is within the whole */
export function layoutParts(article: Article, { first, others } = { first: FIRST, others: OTHERS }): Extent[] {
  const { source } = article;
  const body = bodyStart(source);
  const whole = [{ from: body, to: source.length }];
  const outline = outlineOf(article);
  if (outline === undefined || source.length - body < first + others || outline.syntax.dialect === 'mdx') return whole;
  const { chunks, defined, syntax } = outline;
  const text = source.slice(body);
  // What the reader sees otherwise than the layout may be cut elsewhere.
  if (defined.labels.length > 0 || ACROSS.test(text) || maskDialect(text, syntax) !== text) return whole;
  if (/<[a-z!/?]/i.test(text) && losesBlankLine(text)) return whole;
  const ends = [...chunks.slice(1), source.length];
  if (!chunks.every((at, nth) => isClosed(source.slice(at, ends[nth])))) return whole;
  const sign = `${'#'.repeat(highestHeading(text))} `;
  const cuts = chunks.filter((at) => at > body && source.startsWith(sign, at));
  const parts: Extent[] = [];
  for (let from = body; from < source.length; from = parts.at(-1)?.to ?? source.length) {
    const wanted = from + (from === body ? first : others);
    const to = cuts[partitionPoint(cuts.length, (at) => (cuts[at] as number) < wanted)] ?? source.length;
    parts.push({ from, to });
  }
  return parts;
}
