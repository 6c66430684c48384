/** `dragoman/markdown`: a source becomes an article, an edition becomes a file. */

export type {
  Addition,
  Article,
  Block,
  BlockKind,
  Edition,
  Mark,
  Origin,
  Segment,
  Span,
  Target,
  TargetState,
  TargetSyntax,
  TermUse,
  Text,
  Unread,
} from '../article.ts';
export type { AnchorSettingName } from '../markdown/anchor-rules.ts';
export { type ReadOptions, readArticle } from '../markdown/read.ts';
export type { Defined, Dialect } from '../markdown/syntax.ts';
export { type WriteOptions, writeEdition } from '../markdown/write.ts';
export type { Cut } from '../runs/segments.ts';
