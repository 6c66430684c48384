/** The addresses that a body names, each with its place in the text. */

import type { Token } from 'micromark-util-types';
import type { Span } from '../../article.ts';
import { decodeReference } from '../../markdown/read/inline.ts';
import { type Syntax, tokenize } from '../../markdown/syntax.ts';

export interface BodyAddress {
  /** `html`: an attribute of an element that a reader follows; `shown`: one whose content is in the page. */
  readonly kind: 'link' | 'image' | 'definition' | 'html' | 'shown';
  /** As the author means it: escapes are undone. */
  readonly address: string;
  /** Of the address alone. */
  readonly span: Span;
  /** Of a link: all of it, and its words. */
  readonly whole?: Span;
  readonly words?: Span;
}

const ATTRIBUTE = /\s(href|src|srcset|poster|data)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * An address of a `srcset`, with what is behind it up to the next.
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
const CANDIDATE = /([\s,]*)(\S+?)(?:,(?=\s|$)|\s+[^,]*(?:,|$)|$)/g;

/**
 * @param body Markdown without front matter
 * @param base offset of `body` in the text that the places count into
 * @throws KnownError where MDX does not parse
 */
export function addressesIn(body: string, syntax: Syntax, base: number): BodyAddress[] {
  const found: BodyAddress[] = [];
  /** Links and images that are open, the innermost last. */
  const open: { readonly token: Token; words?: Span }[] = [];
  const spanOf = ({ start, end }: Token): Span => ({ start: base + start.offset, end: base + end.offset });
  for (const [side, token] of tokenize(body, syntax).events) {
    const name: string = token.type;
    if (name === 'link' || name === 'image') {
      if (side === 'enter') open.push({ token });
      else open.pop();
    }
    if (side === 'exit') continue;
    const inner = open.at(-1);
    if (name === 'labelText' && inner !== undefined) inner.words ??= spanOf(token);
    else if ((name === 'resourceDestinationString' && inner !== undefined) || name === 'definitionDestinationString')
      found.push({
        kind: name === 'definitionDestinationString' ? 'definition' : (inner?.token.type as 'link' | 'image'),
        address: decoded(body.slice(token.start.offset, token.end.offset).replace(/\\([!-/:-@[-`{-~])/g, '$1')),
        span: spanOf(token),
        ...(inner?.words === undefined ? {} : { whole: spanOf(inner.token), words: inner.words }),
      });
    else if (/^html(?:Flow|Text)$|^mdxJsx(?:Flow|Text)Tag$/.test(name)) found.push(...inAttributes(body, spanOf(token), base));
  }
  return found;
}

const decoded = (address: string): string => address.replace(/&(?:#\w{1,8}|[a-z]\w{1,30});/gi, decodeReference);

function inAttributes(body: string, { start, end }: Span, base: number): BodyAddress[] {
  return [...body.slice(start - base, end - base).matchAll(ATTRIBUTE)].flatMap((match) => {
    const name = match[1]?.toLowerCase();
    const value = match[2] ?? match[3] ?? '';
    const from = start + match.index + match[0].length - 1 - value.length;
    const placed = (raw: string, at: number): BodyAddress => ({
      ...{ kind: name === 'href' ? 'html' : 'shown', address: decoded(raw) },
      span: { start: from + at, end: from + at + raw.length },
    });
    if (name !== 'srcset') return [placed(value, 0)];
    return [...value.matchAll(CANDIDATE)].map(({ index, 1: before = '', 2: raw = '' }) => placed(raw, index + before.length));
  });
}
