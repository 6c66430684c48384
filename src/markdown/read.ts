/** A source file becomes an Article. */

import type { Article, Block } from '../article.ts';
import { bodyStart, findFrontMatter } from '../frontmatter/fence.ts';
import { scalarRuns } from '../frontmatter/scalar-runs.ts';
import { matchesPath, scalars } from '../frontmatter/scalars.ts';
import { unreadValues } from '../frontmatter/unread.ts';
import type { TextRun } from '../runs/run.ts';
import { type Cut, segmenter } from '../runs/segments.ts';
import { cutText } from '../sentences.ts';
import type { Outline, OutlinedArticle } from './outline.ts';
import { readFlow } from './read/flow.ts';
import { refuseMarked, refuseTooMuch } from './read/limits.ts';
import { type Defined, type Dialect, syntaxOf } from './syntax.ts';
import { attributeNames } from './word-attributes.ts';

export interface ReadOptions {
  /** Of the words: sentences are cut by its rules. */
  readonly locale: string;
  readonly slug: string;
  readonly dialect?: Dialect;
  /** Key paths whose values carry words: `title`, `image.alt`, `sections[].heading`. */
  readonly frontMatter?: readonly string[];
  /** As in the config's `markdown.extensions`. */
  readonly extensions?: readonly string[];
  /** Names of attributes whose values carry words, as in the config's `markdown.attributes`. */
  readonly attributes?: readonly string[];
  /** Cuts a block's text into sentences; the pieces' strings and marks join to it in order. */
  readonly cut?: Cut;
  /** Labels that are defined outside of `source`, where it is a part of a file. */
  readonly defined?: Defined;
}

/**
 * @param source the file's text, a byte order mark included where it has one
 * @returns the article; its blocks' spans count UTF-16 code units of `source`
 * @throws KnownError where the front matter or the MDX does not parse, or there is too much of something; `place` holds its `line:column`
 */
export function readArticle(source: string, options: ReadOptions): Article {
  refuseTooMuch(source);
  const front = findFrontMatter(source);
  const keys = options.frontMatter ?? ['title', 'description'];
  const runs: TextRun[] = [];
  if (front !== undefined) {
    for (const scalar of scalars(source, front))
      if (keys.some((key) => matchesPath(scalar.path, key))) runs.push(...scalarRuns(source, scalar));
  }
  const body = bodyStart(source);
  const attributes = attributeNames(options.attributes);
  const { runs: bodyRuns, ...outline } = readFlow(source, body, syntaxOf(options.dialect, options.extensions), attributes, options.defined);
  const toBlock = segmenter(source, options.locale, options.cut ?? cutText);
  const blocks: Block[] = [];
  const add = (run: TextRun) => {
    const block = toBlock(run);
    if (block !== undefined) blocks.push(block);
    for (const nested of run.nested) add(nested);
  };
  runs.forEach(add);
  bodyRuns.forEach(add);
  blocks.sort((a, b) => a.span.start - b.span.start);
  refuseMarked(source, blocks);
  const unread = front === undefined ? [] : unreadValues(source, front, keys);
  const article: OutlinedArticle = {
    id: options.slug,
    locale: options.locale,
    source,
    blocks,
    outline,
    ...(unread.length > 0 && { unread }),
  };
  return article;
}

/** The outline of a source that is not read as an article. */
export function outlineFor(source: string, options: Pick<ReadOptions, 'dialect' | 'extensions' | 'attributes'>): Outline {
  const { runs: _, ...outline } = readFlow(
    source,
    bodyStart(source),
    syntaxOf(options.dialect, options.extensions),
    attributeNames(options.attributes),
  );
  return outline;
}
