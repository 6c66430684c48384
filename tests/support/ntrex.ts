/** Articles made from the public data: NTREX-128's news, three lines a paragraph. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data.ts';

/** @param name of a file in `ntrex/`: a language, or `documents` */
export const ntrexLines = (folder: string, name: string): string[] =>
  readFileSync(join(folder, 'ntrex', `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n');

/**
 * @param locale one of the languages of `ntrex/`
 * @param count how many articles at most, in the order of the data
 * @returns Markdown by slug, or undefined where the data is not at hand
 */
export function ntrexArticles(locale: string, count: number): Map<string, string> | undefined {
  const folder = dataFolder();
  if (folder === undefined || !existsSync(join(folder, 'ntrex', `${locale}.txt`))) return undefined;
  const names = ntrexLines(folder, 'documents');
  const documents = new Map<string, string[]>();
  for (const [at, line] of ntrexLines(folder, locale).entries()) {
    const name = names[at] as string;
    documents.set(name, [...(documents.get(name) ?? []), line.trim()]);
  }
  const articles = new Map<string, string>();
  for (const [name, [title = '', ...body]] of [...documents].slice(0, count)) {
    const paragraphs = Array.from({ length: Math.ceil(body.length / 3) }, (_, at) => body.slice(at * 3, at * 3 + 3).join(' '));
    articles.set(name.replace(/[^\w-]/g, '-'), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.join('\n\n')}\n`);
  }
  return articles;
}
