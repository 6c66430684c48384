/** What keeps a text from being JSON, in words, and where: at what helps, which is seldom where the parser noticed. */

import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import { leftOpen } from './left-open.ts';

export interface JsonFault {
  readonly offset: number;
  readonly got: string;
}

/** @param error the first of a parser's */
export function jsonFault(text: string, { error, offset }: ParseError): JsonFault {
  const open = leftOpen(text, offset, 'json');
  if (open !== undefined) return { offset: open.offset, got: unclosed(open.mark) };
  // "CommaExpected" of the value after the one that lacks it; a comma too many is noticed behind it.
  const got = printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  const before = text.slice(0, offset).trimEnd().length;
  if (got === 'comma expected' && before > 0) return { offset: before, got: 'no comma' };
  if (text[before - 1] === ',' && /[\]}]/.test(text[offset] ?? '')) return { offset: before - 1, got: 'a comma behind the last value' };
  return { offset, got };
}

/** How a mark is told that nothing closes. */
export const unclosed = (mark: string): string => `${mark} that nothing closes`;
