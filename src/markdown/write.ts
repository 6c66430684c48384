/** An Edition becomes a file: each changed target is spliced over its segment's span in the untouched source. */

import type { Block, Edition } from '../article.ts';
import { findFrontMatter } from '../frontmatter/fence.ts';
import { setKeys } from '../frontmatter/scalar-write.ts';
import { type Edit, splice } from '../splice.ts';
import { isRemoved } from '../text.ts';
import type { AnchorSettingName } from './anchor-rules.ts';
import { type Outline, outlineOf } from './outline.ts';
import { outlineFor } from './read.ts';
import type { Dialect } from './syntax.ts';
import { insertions } from './write/additions.ts';
import type { Caution } from './write/escape-block.ts';
import { pins } from './write/pins.ts';
import { render } from './write/render.ts';
import { changedTarget } from './write/targets.ts';
import { misread } from './write/verify.ts';

export interface WriteOptions {
  readonly dialect?: Dialect;
  /** As in the config's `markdown.extensions`. */
  readonly extensions?: readonly string[];
  readonly attributes?: readonly string[];
  /** Front matter keys of this edition, by key path. */
  readonly set?: Readonly<Record<string, string>>;
  /** How a heading keeps its source's anchor; `none` without it. */
  readonly anchors?: AnchorSettingName;
}

/**
 * @returns the edition's file. Without targets, and where every target is its source's own text, it is the source
 * @throws KnownError where a key is to be set in a front matter that does not parse
 */
export function writeEdition(edition: Edition, options: WriteOptions = {}): string {
  return splice(edition.article.source, editsOf(edition, options));
}

/** The same as edits of the source. */
export function editsOf(edition: Edition, options: WriteOptions = {}): readonly Edit[] {
  const { article } = edition;
  const outline = outlineOf(article) ?? outlineFor(article.source, options);
  const { edits } = carefulEdits(edition, outline);
  const removed = new Set(article.blocks.filter((block) => block.segments.every((segment) => isRemoved(edition.targets.get(segment.id)))));
  return [
    ...edits,
    ...pins(edition, options.anchors ?? 'none'),
    ...insertions(edition, outline.chunks[0] ?? 0, removed),
    ...setKeys(article.source, options.set ?? {}),
  ];
}

/**
 * Segments whose targets a file cannot say: whatever is written would be read as other blocks, links or marks than the source's.
 * @returns their ids
 */
export function unwritten(edition: Edition, options: WriteOptions = {}): ReadonlySet<string> {
  const { article } = edition;
  const { caution } = carefulEdits(edition, outlineOf(article) ?? outlineFor(article.source, options));
  const blocks = article.blocks.filter((block) => caution.get(block) === 'source');
  return new Set(blocks.flatMap(({ segments }) => segments.filter((one) => changedTarget(edition, one) !== undefined).map(({ id }) => id)));
}

function carefulEdits(edition: Edition, outline: Outline): { edits: readonly Edit[]; caution: ReadonlyMap<Block, Caution> } {
  const { source, blocks } = edition.article;
  let caution = new Map<Block, Caution>();
  let edits = blockEdits(edition, outline, caution);
  // A thematic break at the start of a file: with a colon in the words up to the next one they would be front matter.
  if (/^\uFEFF?\s*---/.test(source) && becomesFrontMatter(source, edits)) {
    caution = new Map(blocks.map((block) => [block, 'all']));
    edits = blockEdits(edition, outline, caution);
  }
  return { edits, caution };
}

function becomesFrontMatter(source: string, edits: readonly Edit[]): boolean {
  if (findFrontMatter(source) !== undefined) return false;
  try {
    return findFrontMatter(splice(source, edits)) !== undefined;
  } catch {
    // Refused, which is for front matter only.
    return true;
  }
}

/**
 * The edits of all outermost blocks that change. They are read back where a word could have become markup.
 * @param caution to begin with; raised where needed
 */
function blockEdits(edition: Edition, outline: Outline, caution: Map<Block, Caution>): readonly Edit[] {
  let suspects: ReadonlySet<Block> | undefined;
  for (;;) {
    const rendering = render(edition, outline.syntax, caution);
    suspects ??= rendering.risky;
    if (suspects.size === 0) return rendering.edits;
    const raised = misread(edition, rendering, outline, suspects, caution);
    if (raised.size === 0) return rendering.edits;
    for (const [block, next] of raised) caution.set(block, next);
    suspects = new Set(raised.keys());
  }
}
