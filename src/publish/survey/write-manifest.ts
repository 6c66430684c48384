/** The list of a site as a build writes it. The same site gives the same bytes. */

import { digestOf } from '../site-files.ts';
import { articlesText } from './list-parts.ts';
import type { Manifest, ManifestEdition } from './list-text.ts';
import { proofFile } from './manifest.ts';

/** The articles of a list: all of them, or how many are in each of the parts beside it. */
export type ListArticles =
  | { readonly all: Iterable<readonly [slug: string, editions: readonly ManifestEdition[]]> }
  | { readonly parts: readonly number[] };

/** What a build says of itself. */
export interface WrittenManifest {
  readonly list: Buffer;
  /** The list without the articles, which proves whose the files are should the list be lost. */
  readonly proof: { readonly file: string; readonly bytes: Buffer };
}

const HEAD = '{"version":1,';

/** @param before files of the last build's list, in its order */
export function writeManifest(
  articles: ListArticles,
  { moved, files }: Pick<Manifest, 'moved' | 'files'>,
  before: Manifest['files'],
): WrittenManifest {
  const names = namesInOrder(files, before);
  const lines = names.map((file) => `${JSON.stringify(file)}:"${files.get(file)}"`);
  const held = 'all' in articles ? `"articles":${articlesText(articles.all)}` : `"parts":${JSON.stringify(articles.parts)}`;
  const moves = `"moved":{\n${[...moved].map(([path, to]) => `${JSON.stringify(path)}:${JSON.stringify(to)}`).join(',\n')}\n}`;
  const filed = () => `${moves},"files":{\n${lines.join(',\n')}\n}}\n`;
  const bytes = Buffer.from(HEAD + filed());
  const proof = { file: proofFile(digestOf(bytes, 'hex')), bytes };
  const at = names.findIndex((name) => name > proof.file);
  lines.splice(at < 0 ? lines.length : at, 0, `${JSON.stringify(proof.file)}:"${digestOf(bytes)}"`);
  return { list: Buffer.from(`${HEAD}${held},\n${filed()}`), proof };
}

/** In code unit order. Those of before are in it, and most stay: what is nearly sorted is soon sorted. */
function namesInOrder(files: Manifest['files'], before: Manifest['files']): string[] {
  const kept = [...before.keys()].filter((file) => files.has(file));
  const fresh = kept.length === files.size ? [] : [...files.keys()].filter((file) => !before.has(file));
  return [...kept, ...fresh].sort();
}
