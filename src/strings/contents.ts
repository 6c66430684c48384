/** Everything that a file of strings holds, by key: its words, and its values that are none. */

import type { Article, Text } from '../article.ts';
import { isTranslated, readFile, textOf } from './file.ts';
import { originOf } from './origin.ts';
import { type Branch, branchesOf, branchPath, branchTree, commentAbove, summed } from './tree.ts';

export interface Contents {
  readonly root: Branch;
  /** By the path of their keys. */
  readonly branches: ReadonlyMap<string, Branch>;
  /** By `Block.path`: every string, and every branch of a message in it, also those without a letter. */
  readonly texts: ReadonlyMap<string, Text>;
  /** The branch that holds a text, by the text's path. */
  readonly homes: ReadonlyMap<string, string>;
  /** Sums of values without words, by the path of their keys; a member of a list that has a name is known by it, as its texts are. */
  readonly values: ReadonlyMap<string, string>;
  /** The branch of a value, by the value's path. */
  readonly valueHomes: ReadonlyMap<string, string>;
  /** Paths of branches that say something to translators. */
  readonly notes: ReadonlySet<string>;
  /** The comments above values, by `# ` and the path of their keys; not within lists. */
  readonly comments: ReadonlyMap<string, string>;
  /** Paths of lists. */
  readonly lists: ReadonlySet<string>;
}

/** @param article as `readStrings` made it */
export function contentsOf(article: Article): Contents {
  return contentsIn(article, article.source, article.locale);
}

/**
 * @param article says how the file is read
 * @param source another file of the same kind
 * @param locale of its words
 * @throws KnownError where it does not parse
 */
export function contentsIn(article: Article, source: string, locale: string): Contents {
  const { file, format } = originOf(article);
  const { strings } = readFile(source, file, locale, format);
  const root = branchTree(source, file);
  const texts = new Map<string, Text>();
  const homes = new Map<string, string>();
  const withWords = new Set<string>();
  const notes = new Set<string>();
  const isNamed = format?.kind === 'hugo' && root.kind === 'list';
  const names = new Map(
    isNamed ? root.children.flatMap(({ keys: [key], name }) => (name === undefined ? [] : [[key, name] as const])) : [],
  );
  for (const { path, value, message, leaf, note } of strings) {
    const home = branchPath(leaf);
    if (note !== undefined) notes.add(branchPath({ keys: [...leaf.keys.slice(0, -1), 'description'] }));
    for (const passage of message.passages) {
      const text = textOf(passage, value, source);
      texts.set(path + passage.name, text);
      homes.set(path + passage.name, home);
      if (isTranslated(text)) withWords.add(home);
    }
  }
  const branches = new Map<string, Branch>();
  const values = new Map<string, string>();
  const valueHomes = new Map<string, string>();
  const lists = new Set<string>();
  const comments = new Map<string, string>();
  for (const branch of branchesOf(root)) {
    const path = branchPath(branch);
    if (branches.has(path)) continue;
    branches.set(path, branch);
    const comment = branch.keys.every((key) => typeof key === 'string') ? commentAbove(source, branch.start) : '';
    if (comment !== '') comments.set(`# ${path}`, summed(comment.replace(/\s+/g, ' ')));
    // What the author says to translators is a part of the string.
    if (branch.sum !== '' && !withWords.has(path) && !notes.has(path)) {
      const name = branchPath({ keys: [names.get(branch.keys[0]) ?? branch.keys[0] ?? '', ...branch.keys.slice(1)] });
      values.set(name, branch.sum);
      valueHomes.set(name, path);
    }
    for (const [at, key] of branch.keys.entries())
      if (typeof key === 'number' && !(at === 0 && names.size > 0)) lists.add(branchPath({ keys: branch.keys.slice(0, at) }));
  }
  return { root, branches, texts, homes, values, valueHomes, notes, comments, lists };
}
