/**
 * A text as Apertium's stream format has it, and back (wiki.apertium.org, "Apertium stream format"): only letters, figures
 * and plain punctuation go in as themselves. Whatever else, marks without words included, is a superblank `[x1]`, which all
 * stages pass on; the words of pairs are in word-bound blanks `[[t:1]]...[[/]]`, which follow the words wherever they go.
 */

import type { Text } from '../../article.ts';
import { LETTER, wordsAndBlanks } from './translatable.ts';
import { hasWords, isPair, type MarkPair, type Node, pathsOf, textOfNodes, treeOf } from './tree.ts';

/** The part of the text that a superblank replaces. */
export interface Blank {
  readonly text: Text;
  /** Index of the pairs around it. */
  readonly path: number;
  /** Whether white space is before and after it in the source; undefined at the text's edge. */
  readonly before: boolean | undefined;
  readonly after: boolean | undefined;
}

export interface Encoded {
  /** What goes down the pipeline; empty where there is no word. */
  readonly line: string;
  readonly tree: readonly Node[];
  readonly blanks: readonly Blank[];
  /** The ids of the pairs around, outermost first; a word-bound blank and a superblank name it by index. 0 is outside of all. */
  readonly paths: readonly (readonly string[])[];
}

export function encode(text: Text): Encoded {
  const tree = treeOf(text);
  if (!hasWords(tree)) return { line: '', tree, blanks: [], paths: [[]] };
  const paths = pathsOf(tree);
  const runs = joinGenitives(runsOf(tree, paths));
  // Figures and addresses are the same in every language.
  if (!runs.some(({ content }) => typeof content === 'string' && /\p{L}/u.test(content))) return { line: '', tree, blanks: [], paths };
  // Words with hyphens can come out without spaces between them; bound, it shows where one ends.
  const bound = paths.length > 1 || runs.some(({ content }) => typeof content === 'string' && /[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(content));
  const blanks: Blank[] = [];
  let line = '';
  runs.forEach((run, at) => {
    if (typeof run.content === 'string') line += bound ? bind(run.content, run.path) : escaped(run.content);
    else {
      const edge = (neighbour: Run | undefined, ends: RegExp) =>
        neighbour === undefined ? undefined : typeof neighbour.content === 'string' && ends.test(neighbour.content);
      line += `[x${blanks.length}]`;
      blanks.push({ text: run.content, path: run.path, before: edge(runs[at - 1], /\s$/), after: edge(runs[at + 1], /^\s/) });
    }
  });
  return { line, tree, blanks, paths };
}

interface Run {
  readonly content: string | Text;
  readonly path: number;
}

function runsOf(nodes: readonly Node[], paths: readonly (readonly string[])[], pair?: MarkPair): Run[] {
  const path = pair === undefined ? 0 : paths.indexOf(pair.path);
  return nodes.flatMap((node): Run[] => {
    if (typeof node === 'string') return wordsAndBlanks(node).map((content) => ({ content, path }));
    if (isPair(node) && hasWords(node.children)) return runsOf(node.children, paths, node);
    return [{ content: textOfNodes([node]), path }];
  });
}

/** `[Google](...)'s`: the genitive is read with its word, or it means nothing. */
function joinGenitives(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const genitive = typeof run.content === 'string' ? /^['’]s(?![\p{L}\p{N}])/u.exec(run.content)?.[0] : undefined;
    if (genitive !== undefined && typeof last?.content === 'string' && /[\p{L}\p{N}]$/u.test(last.content)) {
      out[out.length - 1] = { ...last, content: last.content + genitive };
      out.push({ ...run, content: (run.content as string).slice(genitive.length) });
    } else out.push(run);
  }
  return out.filter(({ content }) => content !== '');
}

const escaped = (words: string) => words.replace(/[/$]/g, '\\$&');

/** A word-bound blank around the words, from the first letter to the last: signs at the edges are placed by themselves. */
function bind(words: string, path: number): string {
  const first = words.search(LETTER);
  if (first < 0) return escaped(words);
  let last = words.length;
  while (!LETTER.test(codePointBefore(words, last))) last--;
  // The full stop of an abbreviation is read with it.
  if (words[last] === '.') last++;
  return `${escaped(words.slice(0, first))}[[t:${path}]]${escaped(words.slice(first, last))}[[/]]${escaped(words.slice(last))}`;
}

function codePointBefore(words: string, at: number): string {
  const pair = words.slice(at - 2, at);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : words.slice(at - 1, at);
}
