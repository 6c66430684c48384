/** An Edition becomes a file: each changed target is spliced over its segment's span in the untouched source. */

import type { Block, Edition } from '../article.ts';
import { attributeSet } from './read.ts';
import { type Caution, render } from './render.ts';
import { type Edit, setKeys } from './scalarWrite.ts';
import { type Dialect, type Syntax, syntaxOf } from './syntax.ts';
import { unlike } from './verify.ts';

export interface WriteOptions {
  readonly dialect?: Dialect;
  /** As in the config's `markdown.extensions`. */
  readonly extensions?: readonly string[];
  readonly attributes?: readonly string[];
  /** Front matter keys of this edition, by key path. */
  readonly set?: Readonly<Record<string, string>>;
  /** How a heading keeps its source's anchor. */
  readonly anchors?: 'none' | 'headingId' | 'html';
}

/**
 * @returns the edition's file. Without targets, and where every target is its source's own text, it is the source
 * @throws KnownError where a key is to be set in a front matter that does not parse
 */
export function writeEdition(edition: Edition, options: WriteOptions = {}): string {
  const { source } = edition.article;
  const syntax = syntaxOf(options.dialect, options.extensions);
  return splice(source, [...blockEdits(edition, syntax, attributeSet(options.attributes)), ...setKeys(source, options.set ?? {})]);
}

/** The edits of all outermost blocks that change. They are read back where a word could have become markup. */
function blockEdits(edition: Edition, syntax: Syntax, attributes: ReadonlySet<string>): readonly Edit[] {
  const caution = new Map<Block, Caution>();
  for (let round = 0; ; round++) {
    const { edits, risky, expected } = render(edition, syntax, caution);
    if (round === ROUNDS || risky.size === 0) return edits;
    const wrong = unlike(edition, splice(edition.article.source, edits), expected, syntax, attributes);
    const suspects = [...(wrong === 'shape' ? risky : wrong)].filter((block) => caution.get(block) !== 'all');
    if (suspects.length === 0) return edits;
    for (const block of suspects) caution.set(block, 'all');
  }
}

/** How often an edition is read back at most; each round sets more blocks to full caution. */
const ROUNDS = 4;

export function splice(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  let out = '';
  let at = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < at) continue;
    out += source.slice(at, span.start) + text;
    at = span.end;
  }
  return out + source.slice(at);
}
