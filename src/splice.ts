/** Bytes over a span of the source, and the source with all of them in place. */

import type { Span } from './article.ts';

/** Bytes to put over a span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** @param base offset of `source` in the file that the edits' spans count into */
export function splice(source: string, edits: readonly Edit[], base = 0): string {
  if (edits.length === 0) return source;
  let out = '';
  let at = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start - base < at) continue;
    out += source.slice(at, span.start - base) + text;
    at = span.end - base;
  }
  return out + source.slice(at);
}
