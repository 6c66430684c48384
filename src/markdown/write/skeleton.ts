/** What CommonMark makes of a text, its words left out: for comparing what is written with its source, whatever generators see in it. */

import type { Event, Token } from 'micromark-util-types';
import { KnownError } from '../../errors.ts';
import { type Defined, type Syntax, tokenize } from '../syntax.ts';

export interface Skeleton {
  /** Blocks, in order. */
  readonly blocks: string;
  /** What is within their lines, sorted: a translation moves it. */
  readonly inline: readonly string[];
  /** Those of `inline` that are bare addresses. */
  readonly bare: readonly string[];
  readonly text: string;
}

/** @returns undefined where the text does not parse (MDX) */
export function skeletonOf(text: string, syntax: Syntax, defined: Defined): Skeleton | undefined {
  try {
    return build(text, tokenize(text, syntax, defined).events);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/**
 * Whether a text has the same blocks, and in them the same. GFM makes a link of an address in any words, which nothing prevents; and
 * addresses of the source that it links by no rule are links to mdast, and get brackets.
 */
export function isAlike(written: Skeleton | undefined, source: Skeleton, withInline: boolean): boolean {
  if (written?.blocks !== source.blocks) return false;
  if (!withInline) return true;
  const rest = [...written.inline];
  for (const one of source.inline) {
    const at = rest.indexOf(one);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.every((one) => written.bare.includes(one) || (one.startsWith(TO) && source.text.includes(one.slice(TO.length))));
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const BLOCKS = setOf(
  'blockQuote listOrdered listUnordered listItemPrefix paragraph atxHeading setextHeading codeFenced codeIndented thematicBreak definition gfmFootnoteDefinition table tableRow tableHeader tableData mathFlow directiveContainer directiveLeaf mdxFlowExpression mdxjsEsm taskListCheck',
);
const INLINE = setOf('emphasis strong strikethrough codeText mathText gfmFootnoteCall image mdxTextExpression directiveText');
const BREAKS = setOf('hardBreakTrailing hardBreakEscape');
const TAGGED = setOf('htmlFlow mdxJsxFlowTag');
/** What stands for Markdown's own signs where these would not work. */
const EMPHASIS: Readonly<Record<string, string>> = { em: 'emphasis', strong: 'strong', del: 'strikethrough' };

/** Before an address. */
const TO = 'to ';

function build(text: string, events: readonly Event[]): Skeleton {
  let blocks = '';
  const inline: string[] = [];
  const bare: string[] = [];
  const sliceOf = ({ start, end }: Token) => text.slice(start.offset, end.offset);
  for (const [role, token] of events) {
    const { type } = token as { readonly type: string };
    if (role === 'exit') {
      // Blocks that hold others end.
      if (type === 'blockQuote' || type === 'listOrdered' || type === 'listUnordered') blocks += `/${type} `;
    } else if (BLOCKS.has(type)) blocks += `${type} `;
    else if (TAGGED.has(type)) blocks += `${type}${tagsIn(sliceOf(token))} `;
    else if (type === 'atxHeadingSequence') blocks += sliceOf(token);
    else if (type === 'setextHeadingLineSequence') blocks += sliceOf(token)[0];
    else if (INLINE.has(type)) inline.push(type);
    else if (BREAKS.has(type)) inline.push('break');
    else if (type === 'htmlText' || type === 'mdxJsxTextTag') {
      const tag = sliceOf(token);
      const [, slash = '', name = ''] = /^<(\/?)(\w+)>$/.exec(tag) ?? [];
      const emphasis = EMPHASIS[name];
      if (emphasis === undefined) inline.push(`html${tagsIn(tag)}`);
      else if (slash === '') inline.push(emphasis);
    } else if (type === 'literalAutolink' || type === 'autolink') {
      const address = `${TO}${addressIn(sliceOf(token))}`;
      inline.push(address);
      if (type === 'literalAutolink') bare.push(address);
    } else if (type === 'resourceDestinationString') inline.push(`${TO}${addressIn(sliceOf(token))}`);
  }
  return { blocks, inline: inline.sort(), bare, text };
}

const tagsIn = (html: string): string =>
  (html.match(/<[a-z/!?][\w-]*(?:[^<>"']|"[^"]*"|'[^']*')*/gi) ?? []).map((tag) => tag.split(/[\s>]/, 1)[0]).join('');

/** An address as a reader of the page has it, in brackets or bare. */
function addressIn(written: string): string {
  return written
    .replace(/^<|>$/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/^(?:http:\/\/(?=www\.)|mailto:)/i, '');
}
