/** A source file becomes an Article. */

import type { Article, Block } from '../article.ts';
import { cutText } from '../sentences.ts';
import { flowRuns } from './flow.ts';
import { findFrontMatter } from './frontMatter.ts';
import type { Run } from './run.ts';
import { scalarRuns } from './scalarRuns.ts';
import { matchesPath, scalars } from './scalars.ts';
import { type Cut, segmenter } from './segments.ts';
import { type Dialect, syntaxOf } from './syntax.ts';

export interface ReadOptions {
  /** Of the words: sentences are cut by its rules. */
  readonly locale: string;
  readonly slug: string;
  readonly dialect?: Dialect;
  /** Key paths whose values carry words: `title`, `image.alt`, `sections[].heading`. */
  readonly frontMatter?: readonly string[];
  /** As in the config's `markdown.extensions`. */
  readonly extensions?: readonly string[];
  /** Attributes of HTML and JSX elements whose values carry words. */
  readonly attributes?: readonly string[];
  /** Cuts a block's text into sentences; the pieces' strings and marks join to it in order. */
  readonly cut?: Cut;
}

export const ATTRIBUTES: readonly string[] = ['title', 'alt', 'label', 'description', 'aria-label', 'placeholder', 'caption'];

/**
 * @param source the file's text, a byte order mark included where it has one
 * @returns the article; its blocks' spans count UTF-16 code units of `source`
 * @throws KnownError where the front matter or the MDX does not parse; `place` holds `line:column` of the file
 */
export function readArticle(source: string, options: ReadOptions): Article {
  const front = findFrontMatter(source);
  const keys = options.frontMatter ?? ['title', 'description'];
  const runs: Run[] = [];
  if (front !== undefined) {
    for (const scalar of scalars(source, front))
      if (keys.some((key) => matchesPath(scalar.path, key))) runs.push(...scalarRuns(source, scalar));
  }
  const body = front?.body ?? (source.startsWith('\uFEFF') ? 1 : 0);
  const attributes = attributeSet(options.attributes);
  for (const run of flowRuns(source, body, syntaxOf(options.dialect, options.extensions), attributes)) runs.push(run);
  const toBlock = segmenter(source, options.locale, options.cut ?? cutText);
  const blocks: Block[] = [];
  const add = (run: Run) => {
    const block = toBlock(run);
    if (block !== undefined) blocks.push(block);
    for (const nested of run.nested) add(nested);
  };
  runs.forEach(add);
  blocks.sort((a, b) => a.span.start - b.span.start);
  return { id: options.slug, locale: options.locale, source, blocks };
}

/** Names are compared without case. */
export function attributeSet(names: readonly string[] = ATTRIBUTES): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
