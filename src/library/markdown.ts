/** `dragoman/markdown`: a source becomes an article, an edition becomes a file. */

export type { Article, Block, Edition, Mark, Segment, Target, Text } from '../article.ts';
export { type ReadOptions, readArticle } from '../markdown/read.ts';
export { type WriteOptions, writeEdition } from '../markdown/write.ts';
